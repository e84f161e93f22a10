// Which bytes of which lines a report marks, and what each mark leads to. Inside this room only.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <unordered_set>
#include <vector>

#include "report/entry.h"

namespace mingzhang::report {

/// One place of one finding, or one place that was not read.
struct Target {
  std::string id;    ///< of the mark
  std::string list;  ///< id of the entry in the list
  const char* look;  ///< class: "error", "warning", "note", "unread", "see" for the other places of a finding
  int rank;          ///< where marks overlap, the least is shown
  std::string title;
  const cube::Place* place;

  bool of_finding() const { return rank != rank_of_unread; }
  static constexpr int rank_of_unread = 3, rank_of_see = 4;  ///< below those of severities
};

class Marks {
 public:
  /// Findings are numbered through the report: `first` is the number of the first one here. `messages` are theirs.
  Marks(const check::Result& result, std::uint32_t file, std::uint32_t first, const std::vector<std::string>& messages,
        Language language);

  /// The bytes [from, to) of a line as HTML, with the marks in it.
  std::string line(std::size_t index, std::size_t from, std::size_t to, std::string_view text);
  bool marked(std::size_t index) const { return spans_.count(index) > 0; }

  /// Marks on the picture of a page.
  std::vector<const Target*> on_page(std::uint32_t page) const;
  /// Those whose line is not shown: they lead to the head of the file, or of their page.
  std::vector<const Target*> elsewhere() const;
  std::set<std::uint32_t> pages() const;

  /// ` id="..."` for the first one that asks, else nothing.
  std::string id_once(const Target& target);

 private:
  struct Span {
    std::uint32_t begin, end, target;
  };
  void add(Target target, const document::Document& document);
  std::string segment(const std::vector<const Target*>& covering, std::string_view text);

  std::vector<Target> targets_;
  std::map<std::size_t, std::vector<Span>> spans_;  ///< by the index of the line
  std::multimap<std::uint32_t, std::uint32_t> pages_;
  std::vector<std::uint32_t> elsewhere_;
  std::unordered_set<std::string> given_;
};

}  // namespace mingzhang::report
