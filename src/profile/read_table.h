// Rows of a table whose columns are known by their tabs -> statements and the lists that the table prints.
#pragma once

#include "profile/reading.h"

namespace mingzhang::profile {

/// Some line of the table is a row of tabs.
bool has_tabs(const TableRead& table, const document::Document& document);

/// Reads lines [read.first_line, read.last_line] by the form of the table; fills `read` and adds to `reading`.
void read_tabbed_table(TableRead& read, const cube::Cell& document_cell, Reading& reading);

/// Reads a document's own list of tables: 序号, 内容, 是否空表, 表格为空的理由.
void read_table_index(TableRead& read, Reading& reading);

/// A wording statement for one fragment of a row.
cube::Statement row_wording(const document::Line& line, std::size_t fragment, const std::string& role,
                            const std::string& table);

}  // namespace mingzhang::profile
