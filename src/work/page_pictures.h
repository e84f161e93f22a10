// Pictures of pages for reports that show them.
#pragma once

#include <vector>

#include "report/pictures.h"
#include "work/examine.h"

namespace mingzhang::work {

/// For every PDF those pages that have findings, and the others as long as there are few. A page that cannot be drawn
/// is shown by its text, and the reason is told.
std::vector<report::Pictures> page_pictures(const std::vector<Examined>& examined, const Common& common,
                                            const Sinks& sinks);

}  // namespace mingzhang::work
