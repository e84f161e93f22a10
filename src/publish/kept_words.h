// The words of a document that a person wrote, under the roles by which the composer asks for them again.
#pragma once

#include <string>
#include <vector>

#include "cube/cell.h"
#include "cube/statement.h"
#include "profile/reading.h"

namespace mingzhang::publish {

struct KeptWords {
  std::string role;  ///< words_role() of a slot, or the id of a section of prose
  cube::Cell cell;
  std::string words;
  cube::Place place;
};

/// In the order of the document; sections of prose first, as paragraphs.
std::vector<KeptWords> kept_words(const profile::Reading& reading);

}  // namespace mingzhang::publish
