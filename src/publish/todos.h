// What is left to a person, said so that a finance officer knows what to write and where.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "document/publication.h"
#include "publish/compose.h"
#include "publish/outputs.h"

namespace mingzhang::publish {

/// "培训费支出比 2022 年减少 2.00 万元的原因".
std::string reason_in_words(const Material& material, const cube::Cell& subject, const cube::Cell& base);

/// Tells the todos from `first` on, which the runs of a paragraph hold one by one, their heading and their sentence.
void place_todos(const std::string& heading, const std::vector<document::Run>& runs, std::size_t first,
                 std::vector<Todo>& todos);

/// A table of the words that books miss, to be filled in and imported; none where nothing is missing.
std::optional<File> todo_table(const Composed& composed);

}  // namespace mingzhang::publish
