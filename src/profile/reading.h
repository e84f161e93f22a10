// Reading a document by its form: from lines to statements, every number accounted for.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cube/performance.h"
#include "cube/statement.h"
#include "document/document.h"
#include "profile/load_form.h"
#include "profile/stream.h"

namespace mingzhang::profile {

struct Recognition {
  std::string profile;  ///< empty: no profile fits
  std::string unit;     ///< as printed on the title, normalised
  int year = 0;         ///< 0: not found
  std::string kind;     ///< final, budget, or empty
  std::string level;    ///< department (部门), unit (单位), or empty where the form makes no difference
  std::optional<cube::Place> title;
  std::string nearest;  ///< the profile that came closest where none fits
};

/// The profile whose words occur, with unit and year from its title. `wanted` (an id) skips the choice.
Recognition recognise(const Stream& stream, const std::vector<Recogniser>& recognisers, const std::string& wanted = {});

struct SectionRead {
  const Section* section = nullptr;
  cube::Place heading;
  std::size_t begin = 0, end = 0;  ///< of its text in the stream, heading left out
};

struct ClauseRead {
  const Section* section = nullptr;
  const Clause* clause = nullptr;
  Match match;
  cube::Place place;
};

struct RowRead {
  std::string key;      ///< code, with the project where several rows have one; label of a fixed row
  std::string code;     ///< empty: a fixed row
  std::string name;     ///< as printed, normalised
  std::string project;  ///< where the table names projects
  cube::Place place;
};

struct TableRead {
  const Table* table = nullptr;
  cube::Place title;
  std::uint32_t first_line = 0, last_line = 0;  ///< indexes into Document::lines
  std::vector<RowRead> rows;
  std::uint32_t values = 0;
  bool printed_header = false;
};

struct Coverage {
  std::uint32_t numbers = 0, bound = 0, placed = 0, free_text = 0, unread = 0;
};

/// Everything that was read. Refers to the document, which must live as long.
struct Reading {
  Recognition recognition;
  std::shared_ptr<const LoadedForm> loaded;  ///< null: no profile
  std::shared_ptr<const Stream> stream;
  Classification functional;  ///< of the form's year, with the codes that only the document's own tables print
  cube::Facts facts;
  std::vector<SectionRead> sections;
  std::vector<ClauseRead> clauses;
  std::vector<TableRead> tables;
  std::vector<cube::PerformanceTable> performance;  ///< in the order of the document
  std::uint64_t column_steps = 60'000'000;          ///< left to all searches for lost columns together

  const Form* form() const { return loaded ? &loaded->form : nullptr; }
};

/// Reads `document` with the profile `wanted`, or the one recognised. Without a profile only mentions result.
/// Never fails on a document; throws BadProfile where the data files are wrong or `wanted` does not exist.
Reading read_document(const document::Document& document, const DataFiles& data, const std::string& wanted = {});

/// The same with forms that are already there: the form of a profile for a year.
using Forms = std::function<std::shared_ptr<const LoadedForm>(const std::string& profile, int year)>;
Reading read_document(const document::Document& document, const std::vector<Recogniser>& recognisers,
                      const Forms& forms, const std::string& wanted = {});

/// Counts the numbers of the document by what was understood of them; call after laws have bound their figures.
Coverage count_coverage(const Reading& reading);

}  // namespace mingzhang::profile
