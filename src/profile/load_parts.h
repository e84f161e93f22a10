// The parts of profile files, for load_form.cpp.
#pragma once

#include <vector>

#include "profile/form.h"
#include "profile/performance_words.h"
#include "profile/toml_reader.h"

namespace mingzhang::profile {

std::vector<NameList> read_lists(const TomlTable& table, const Form& form);
/// `context` is put under whole and parts.
PartsLaw read_parts_law(const TomlTable& table, const Form& form, const cube::Cell& context);
Section read_section(const TomlTable& table, const Form& form);
Table read_table(const TomlTable& table, const Form& form);
PerformanceForm read_performance_form(const TomlTable& table);
/// What is drawn by a layout is read by the words of performance tables: its headers must be among them.
void require_readable(const PerformanceForm& form, const PerformanceWords& words, const TomlTable& at);
/// [write]: how sections are put together from their clauses.
void read_paragraphs(const TomlTable& root, Form& form);
/// Compiles the clauses into the sections of the form.
void read_wording(const TomlTable& root, Form& form);

/// "1 = 2..7", "31 = 27 + 28 + 29", "1 + 2 = 3 + 6", "5 >= 6": `at` is for the message.
KeyedLaw parse_keyed_law(const std::string& text, const TomlTable& at);

}  // namespace mingzhang::profile
