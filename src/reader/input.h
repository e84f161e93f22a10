// The file as the user named it, looked at from outside before any process is started. Inside this room only.
#pragma once

#include <filesystem>

#include "reader/descriptor.h"
#include "reader/read.h"

namespace mingzhang::reader {

/// Throws Unreadable for everything that can be told without reading a byte.
Descriptor open_input(const std::filesystem::path& path, const Limits& limits);

}  // namespace mingzhang::reader
