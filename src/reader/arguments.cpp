#include "reader/arguments.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <stdexcept>

namespace mingzhang::reader {
namespace {

std::uint64_t to_number(const char* argument) {
  std::uint64_t value = 0;
  const char* end = argument + std::strlen(argument);
  const auto [stop, error] = std::from_chars(argument, end, value);
  if (error != std::errc() || stop != end) throw std::invalid_argument(argument);
  return value;
}

}  // namespace

std::vector<std::string> to_arguments(std::string_view format, const Limits& limits) {
  std::vector<std::string> arguments{std::string(format)};
  for (const std::uint64_t value : {limits.file_bytes, limits.memory_bytes, limits.message_bytes,
                                    std::uint64_t{limits.lines}, std::uint64_t{limits.line_bytes},
                                    std::uint64_t{limits.fragments}, static_cast<std::uint64_t>(limits.cpu.count())}) {
    arguments.push_back(std::to_string(value));
  }
  return arguments;
}

Limits limits_from(int argc, const char* const* argv) {
  Limits limits;
  std::array<std::uint64_t, 7> given{};
  constexpr int first = 2;  // after the program and the format
  if (argc <= first) return limits;
  if (argc != first + static_cast<int>(given.size())) throw std::invalid_argument("limits");
  std::transform(argv + first, argv + argc, given.begin(), to_number);
  limits.file_bytes = given[0];
  limits.memory_bytes = given[1];
  limits.message_bytes = given[2];
  limits.lines = static_cast<std::uint32_t>(given[3]);
  limits.line_bytes = static_cast<std::uint32_t>(given[4]);
  limits.fragments = static_cast<std::uint32_t>(given[5]);
  limits.cpu = std::chrono::seconds(given[6]);
  return limits;
}

}  // namespace mingzhang::reader
