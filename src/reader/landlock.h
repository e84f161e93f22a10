// Files of this machine that a library opens while it parses. Inside this room only.
#pragma once

#include <filesystem>
#include <vector>

namespace mingzhang::reader {

/// From here on files below `folders` can be opened for reading, no others and in no other way. Folders that are not
/// there are left out. False where the kernel cannot do this (before Linux 5.13, or told not to): then the filter for
/// system calls has to refuse every open. Needs PR_SET_NO_NEW_PRIVS.
bool only_below(const std::vector<std::filesystem::path>& folders);

}  // namespace mingzhang::reader
