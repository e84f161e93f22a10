#include "reader/landlock.h"

#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "reader/descriptor.h"

namespace mingzhang::reader {
namespace {

/// All that the first version of Landlock knows; what later ones add needs system calls that the filter refuses.
constexpr std::uint64_t everything = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1U) - 1U;

bool allow(const Descriptor& rules, const std::filesystem::path& folder) {
  const Descriptor opened(open(folder.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
  if (opened.get() < 0) return true;
  const landlock_path_beneath_attr below{LANDLOCK_ACCESS_FS_READ_FILE, opened.get()};
  return syscall(SYS_landlock_add_rule, rules.get(), LANDLOCK_RULE_PATH_BENEATH, &below, 0) == 0;
}

}  // namespace

bool only_below(const std::vector<std::filesystem::path>& folders) {
  landlock_ruleset_attr attributes{};
  attributes.handled_access_fs = everything;
  const auto size = sizeof attributes.handled_access_fs;
  const Descriptor rules(static_cast<int>(syscall(SYS_landlock_create_ruleset, &attributes, size, 0)));
  if (rules.get() < 0) return false;
  for (const auto& folder : folders)
    if (!allow(rules, folder)) return false;
  return syscall(SYS_landlock_restrict_self, rules.get(), 0) == 0;
}

}  // namespace mingzhang::reader
