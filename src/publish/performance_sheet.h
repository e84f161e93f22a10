// Performance tables, drawn as the form says.
#pragma once

#include <utility>
#include <vector>

#include "cube/performance.h"
#include "document/sheet.h"
#include "publish/traces.h"

namespace mingzhang::publish {

/// Under which cell the figures of a performance table are.
cube::Cell performance_cell(const Material& material, const cube::PerformanceTable& content);

/// `table` is one that the form describes with a layout.
document::Sheet draw_performance(const profile::Table& table, const cube::PerformanceTable& content,
                                 const Material& material, Traces& traces);

}  // namespace mingzhang::publish
