// Codes that a document's own tables print. Inside this room only.
#pragma once

#include "document/document.h"
#include "profile/classification.h"

namespace mingzhang::profile {

/// `official` and what it lacks: codes below its classes that rows of tabs print, under the names that stand there;
/// and rows that have lost their tabs, under a name that stands there twice (a page break may have mixed it once).
/// Classifications change every year; the narrative and the tables of one document speak of the same subjects.
Classification with_own_codes(const Classification& official, const document::Document& document);

}  // namespace mingzhang::profile
