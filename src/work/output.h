// Results into files: whole or not at all, and never over what they were made from.
#pragma once

#include <filesystem>
#include <stdexcept>
#include <string_view>
#include <vector>

#include "work/front.h"

namespace mingzhang::work {

class OutputError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Throws UsageError if `output` is a folder or one of `inputs`. Asked before any work is done.
void refuse_output(const std::filesystem::path& output, const std::vector<std::filesystem::path>& inputs,
                   const Common& common);

/// Writes beside the target and renames, so that the target is the old file or the whole new one; a link is followed,
/// the mode of an existing file stays. What is no regular file (a pipe, /dev/null) is written directly. Throws
/// OutputError.
void write_whole(const std::filesystem::path& target, std::string_view content, const Common& common);

/// To the file that was asked for, with a message, or else to the sink.
void deliver(std::string_view content, const Common& common, const Sinks& sinks);

}  // namespace mingzhang::work
