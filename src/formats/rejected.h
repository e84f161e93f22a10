// Why bytes are no document of a format.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>

namespace mingzhang::formats {

/// `code` is one of those in reader/read.h. The message (what()) is a detail in no language: numbers, names of formats.
class Rejected : public std::runtime_error {
 public:
  Rejected(std::string code, std::uint32_t line, const std::string& detail)
      : std::runtime_error(detail), code_(std::move(code)), line_(line) {}
  const std::string& code() const { return code_; }
  std::uint32_t line() const { return line_; }  ///< 0 where none can be named

 private:
  std::string code_;
  std::uint32_t line_;
};

}  // namespace mingzhang::formats
