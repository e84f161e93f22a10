// What the comparisons with other documents share. Inside this room only.
#pragma once

#include "check/check.h"
#include "cube/statement.h"

namespace mingzhang::check {

/// A place of the other document, named by its file.
cube::Place place_there(cube::Place place, const Other& other);

}  // namespace mingzhang::check
