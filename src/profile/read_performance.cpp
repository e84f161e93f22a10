#include "profile/read_performance.h"

#include "profile/perf_flat.h"
#include "profile/perf_statements.h"
#include "profile/perf_tabbed.h"
#include "profile/read_table.h"

namespace mingzhang::profile {

void read_performance(TableRead& read, const cube::Cell& document_cell, Reading& reading) {
  const std::size_t before = reading.performance.size();
  if (has_tabs(read, reading.stream->document()))
    read_tabbed_performance(read, reading.loaded->performance, reading);
  else
    read_flat_performance(read, reading.loaded->performance, reading);
  for (std::size_t index = before; index < reading.performance.size(); ++index)
    add_performance_statements(reading.performance[index], read, document_cell, reading);
}

}  // namespace mingzhang::profile
