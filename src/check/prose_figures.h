// Figures in the goals and results of performance tables. Inside this room only.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "check/finding.h"
#include "cube/performance.h"
#include "cube/quantity.h"
#include "profile/reading.h"

namespace mingzhang::check {

struct ProseFigure {
  std::size_t begin = 0, end = 0;  ///< bytes of the normalised text
  cube::Quantity quantity;
  bool spelled = false;  ///< in Chinese digits: 两批次
};

/// Numbers with a unit, and nothing that qualifies them: 58.35万元, 12.59万人, 七期.
std::vector<ProseFigure> prose_figures(std::string_view text);

/// 批次 and 批, 场次 and 场, 名 and 人 count the same.
std::string counted_thing(const std::string& unit);

/// The words around a figure, from one mark to the next.
std::string clause_around(const std::string& text, const ProseFigure& figure);

/// Two texts have so many characters in a row in common that are no digits or letters.
bool share_words(std::string_view a, std::string_view b, std::size_t characters);

/// The line of a cell in which these words stand: the one to which the `before` bytes of its text before them fill it,
/// else the last that has them.
std::optional<cube::Place> place_of_words(const cube::Printed& cell, std::size_t before, const std::string& wanted,
                                          const profile::Reading& reading);

/// A finding at the figure itself, with the words before it and up to `end` as its quote.
Finding prose_finding(const std::string& rule, Severity severity, const cube::PerformanceTable& table,
                      const cube::Printed& words, const std::string& text, const ProseFigure& figure, std::size_t end,
                      const profile::Reading& reading);

}  // namespace mingzhang::check
