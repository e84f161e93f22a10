#include "reader/landlock.h"

#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "reader/descriptor.h"

namespace mingzhang::reader {
namespace {

constexpr __u64 reading = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
/// Everything that the first version of Landlock knows: what is handled and not allowed is refused.
constexpr __u64 handled = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1U) - 1;

}  // namespace

bool read_only_below(std::span<const char* const> folders) {
  landlock_ruleset_attr attributes{};
  attributes.handled_access_fs = handled;
  const Descriptor rules(
      static_cast<int>(syscall(SYS_landlock_create_ruleset, &attributes, sizeof attributes.handled_access_fs, 0)));
  if (rules.get() < 0) return false;
  for (const char* folder : folders) {
    const Descriptor opened(open(folder, O_PATH | O_CLOEXEC));
    if (opened.get() < 0) continue;  // not on this system
    landlock_path_beneath_attr below{};
    below.allowed_access = reading;
    below.parent_fd = opened.get();
    if (syscall(SYS_landlock_add_rule, rules.get(), LANDLOCK_RULE_PATH_BENEATH, &below, 0) != 0) return false;
  }
  return syscall(SYS_landlock_restrict_self, rules.get(), 0) == 0;
}

}  // namespace mingzhang::reader
