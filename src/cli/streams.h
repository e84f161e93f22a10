// Standard output and standard error, where the one who reads may have gone away.
#pragma once

#include <string>
#include <string_view>

namespace mingzhang::cli {

/// Results to standard output. A closed pipe (`| head`) is no mistake: what follows is dropped quietly. Any other
/// failure is remembered, because a cut result must not look whole.
class Results {
 public:
  void write(std::string_view text);
  /// Empty, or why the result is not whole.
  const std::string& failure() const { return failure_; }

 private:
  bool stopped_ = false;
  std::string failure_;
};

/// Messages to standard error; if that fails there is nobody to tell.
void write_message(std::string_view text);

}  // namespace mingzhang::cli
