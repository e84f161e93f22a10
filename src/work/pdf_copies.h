// Copies of PDF with the findings as notes.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "work/examine.h"
#include "work/front.h"

namespace mingzhang::work {

/// Before any work is done: throws UsageError if `output` is missing, is no folder for several inputs, if several files
/// are one disclosure, would get two copies of one name, or a copy over an input.
void refuse_copies(const std::vector<Disclosure>& disclosures, const std::vector<std::filesystem::path>& with,
                   const Common& common);

/// Makes the copies of all files that were read, and only then writes the first. Throws UsageError where one is no PDF.
/// A file that was read and cannot be copied is told, and exit_unread returned; else exit_clean.
int write_copies(const std::vector<Examined>& examined, const check::Rules& rules, const Common& common,
                 const Sinks& sinks);

}  // namespace mingzhang::work
