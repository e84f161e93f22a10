// Colours of a terminal, where there is one. Inside this room only.
#pragma once

#include <string>
#include <string_view>

namespace mingzhang::report {

class Style {
 public:
  explicit Style(bool colour) : colour_(colour) {}

  std::string bold(std::string_view text) const { return in("1", text); }
  std::string dim(std::string_view text) const { return in("2", text); }
  std::string red(std::string_view text) const { return in("1;31", text); }
  std::string yellow(std::string_view text) const { return in("1;33", text); }
  std::string cyan(std::string_view text) const { return in("36", text); }
  std::string green(std::string_view text) const { return in("32", text); }

 private:
  std::string in(std::string_view code, std::string_view text) const {
    if (!colour_ || text.empty()) return std::string(text);
    return "\x1b[" + std::string(code) + "m" + std::string(text) + "\x1b[0m";
  }

  bool colour_;
};

}  // namespace mingzhang::report
