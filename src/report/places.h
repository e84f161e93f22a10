// Where a finding stands, in words.
#pragma once

#include <string>

#include "cube/statement.h"
#include "document/document.h"
#include "report/words.h"

namespace mingzhang::report {

/// "第 93 行", "第 3 页第 5 行", "“公开01表” B12"; empty where neither page nor line is known.
std::string place_words(const cube::Place& place, const document::Document& document, Language language);

/// Workbooks: "B12"; empty for other formats.
std::string cell_reference(const cube::Place& place, const document::Document& document);

/// Workbooks: the name of the sheet; empty for other formats.
std::string sheet_name(const cube::Place& place, const document::Document& document);

bool is_workbook(const document::Document& document);

}  // namespace mingzhang::report
