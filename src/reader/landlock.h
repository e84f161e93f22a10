// Folders that a process may still read, and nothing else. Inside this room only.
#pragma once

#include <span>

namespace mingzhang::reader {

/// For good; asks for no_new_privs to be set. False where the kernel has no Landlock: then nothing is closed by it.
bool read_only_below(std::span<const char* const> folders);

}  // namespace mingzhang::reader
