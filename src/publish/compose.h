// A form filled from a source: the document that is to be published.
#pragma once

#include <vector>

#include "cube/performance.h"
#include "document/publication.h"
#include "publish/traces.h"

namespace mingzhang::publish {

/// A performance table and the sheet that it is drawn on.
struct DrawnPerformance {
  std::size_t sheet = 0;
  cube::PerformanceTable table;
};

struct Composed {
  int year = 0;
  document::Publication publication;  ///< without the words of its traces
  std::vector<TracedFigure> figures;  ///< by the number of their trace, from 1
  std::vector<Todo> todos;            ///< in the order of the document
  std::vector<DrawnPerformance> performance;
};

Composed compose(const Material& material);

}  // namespace mingzhang::publish
