// The tables of a form, filled with slices of a source.
#pragma once

#include "document/sheet.h"
#include "publish/traces.h"

namespace mingzhang::publish {

/// Cells of which nothing is recorded stay blank. A table that holds nothing says so in its note.
document::Sheet fill_table(const profile::Table& table, const Material& material, Traces& traces);

}  // namespace mingzhang::publish
