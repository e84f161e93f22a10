// The file as the user named it, looked at from outside before any process is started. Inside this room only.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "reader/descriptor.h"
#include "reader/read.h"

namespace mingzhang::reader {

/// Throws Unreadable for everything that can be told without reading a byte.
Descriptor open_input(const std::filesystem::path& path, const Limits& limits);

/// Bytes of an open file.
std::uint64_t size_of(const Descriptor& input);

/// What reads text, and whatever no other program claims.
inline constexpr auto text_program = "mingzhang-reader";

/// The reader program for a file, by its first bytes alone. A program that gets what it cannot read says so.
std::string program_for(const Descriptor& input);

/// What only the name of a file can tell: "csv", else "text".
std::string format_of_name(const std::filesystem::path& path);

}  // namespace mingzhang::reader
