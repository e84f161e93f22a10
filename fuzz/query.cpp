// Formulas of indicators: any text is understood or refused, never more.
#include "performance/query.h"

#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace mingzhang::performance;
  try {
    const Query query = parse_query({reinterpret_cast<const char*>(data), size});
    if (query.form != Query::Form::taken && query.parts.empty()) std::abort();
    for (const auto& part : query.parts)
      if (part.table.empty() || (part.kind != Aggregate::Kind::count && part.column.empty())) std::abort();
  } catch (const BadQuery& error) {
    if (error.code().empty()) std::abort();
  }
  return 0;
}
