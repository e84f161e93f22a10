// How the scores of published performance tables follow from the rest of them.
#pragma once

#include "publish/compose.h"
#include "scoring/pack.h"

namespace mingzhang::publish {

/// Writes to each rate and score the calculation by which the pack judges it.
void explain_scores(Composed& composed, const Material& material, const scoring::Pack& pack);

}  // namespace mingzhang::publish
