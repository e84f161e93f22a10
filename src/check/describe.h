// What a figure is called when one speaks of it.
#pragma once

#include <string>

#include "check/finding.h"
#include "profile/reading.h"

namespace mingzhang::check {

/// "《支出决算表》“2101501 行政运行”行“基本支出”列", "人员经费": the words of the document itself.
std::string describe(const cube::Statement& statement, const profile::Reading& reading);

/// Title of the section or table in which a statement stands.
std::string section_title(const cube::Statement& statement, const profile::Reading& reading);

/// Title of the section or table in which a line stands.
std::string title_at(profile::Position line, const profile::Reading& reading);

/// The figure as printed, with its unit: "154.78 元".
std::string spelled(const cube::Statement& statement);

/// The place with a quote that shows the words around the figure, at most 80 characters.
cube::Place wider(const cube::Statement& statement, const profile::Reading& reading);

}  // namespace mingzhang::check
