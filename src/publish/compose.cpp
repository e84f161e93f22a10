#include "publish/compose.h"

#include <algorithm>
#include <array>
#include <optional>

#include "publish/clause_writer.h"
#include "publish/paragraphs.h"
#include "publish/performance_sheet.h"
#include "publish/performance_words.h"
#include "publish/table_fill.h"
#include "publish/todos.h"
#include "publish/typography.h"
#include "publish/words.h"
#include "text/normal.h"

namespace mingzhang::publish {
namespace {

using cube::Cell;
using document::Block;
using document::Run;
using profile::Piece;
using profile::Section;

class Composer {
 public:
  explicit Composer(const Material& material)
      : material_(material), form_(material.form.form), clauses_(material, traces_, composed_.todos) {}

  Composed run() {
    composed_.year = material_.year;
    auto& publication = composed_.publication;
    publication.unit = material_.unit;
    publication.name = with_names(form_.title.empty() ? "{year}年" + form_.name : form_.title, material_);
    for (const auto& line : form_.cover) publication.cover.push_back(with_names(line, material_));
    bool tables = false;
    for (const auto& section : form_.sections) {
      write_section(section);
      tables = tables || section.holds_tables;
    }
    if (!tables) write_tables();
    composed_.figures = traces_.figures();
    number_in_order(publication, composed_.figures);
    return std::move(composed_);
  }

 private:
  void write_section(const Section& section) {
    const bool free = section.reading == Section::Reading::free_text;
    const std::string kept = material_.source.words(free ? section.id : "section." + section.id, {});
    const bool holds_nothing = kept.empty() && section.paragraphs.empty() && !section.holds_tables;
    if (holds_nothing && !section.required && section.level > 1 && !has_parts(section)) return;
    write_heading(section);
    if (!kept.empty() && !section.holds_tables) {
      write_lines(kept, section.level);
    } else {
      const auto before = composed_.publication.blocks.size();
      Voice voice;
      for (const auto& paragraph : section.paragraphs) write_paragraph(section, paragraph, voice);
      const bool silent = composed_.publication.blocks.size() == before;
      if (silent && section.required && !section.holds_tables && !has_parts(section)) ask(section);
    }
    for (const auto& id : section.performance) write_performance(*form_.table(id));
    if (!section.holds_tables) return;
    const auto before = composed_.publication.sheets.size();
    write_tables();
    if (composed_.publication.sheets.size() == before) write_lines(kept, section.level);
  }

  /// The next section is one of its own: it needs no words itself.
  bool has_parts(const Section& section) const {
    const auto index = static_cast<std::size_t>(&section - form_.sections.data()) + 1;
    return index < form_.sections.size() && form_.sections[index].level > section.level;
  }

  void write_heading(const Section& section) {
    const auto level = static_cast<std::size_t>(section.level);
    ++numbers_[level];
    for (std::size_t below = level + 1; below < numbers_.size(); ++below) numbers_[below] = 0;
    const std::string title = with_names(section.heading.empty() ? section.title : section.heading, material_);
    heading_ = heading_number(section.level, numbers_[level]) + typeset(title);
    add(Block::Kind::heading, {{heading_, 0, false}});
    composed_.publication.blocks.back().level = section.level;
  }

  /// Entries of a section that is itself numbered （一） are numbered 1.
  void write_lines(const std::string& lines, int level) {
    constexpr std::string_view bracket = "（", end_bracket = "）";
    int number = 0;
    const std::string apart = entries_apart(lines);
    for (std::size_t begin = 0; begin <= apart.size();) {
      const auto end = std::min(apart.find('\n', begin), apart.size());
      std::string line = apart.substr(begin, end - begin);
      const auto close = line.find(end_bracket);
      const bool entry = level == 3 && line.starts_with(bracket) && close != std::string::npos &&
                         profile::ordinal_length(text::normal_text(line)) > 0;
      if (entry) line = ordinal_like("1.", ++number) + line.substr(close + end_bracket.size());
      add(Block::Kind::paragraph, {{line, 0, false}});
      begin = end + 1;
    }
  }

  void ask(const Section& section) {
    add(Block::Kind::paragraph, {{"【待填写：" + section.title + "】", 0, true}});
    const bool free = section.reading == Section::Reading::free_text;
    composed_.todos.push_back(
        {heading_, {}, "这一节的内容（" + section.title + "）", {}, free ? section.id : "section." + section.id, {}});
  }

  void write_paragraph(const Section& section, const std::vector<Piece>& pieces, Voice& voice) {
    std::vector<Run> runs;
    const std::size_t before = composed_.todos.size();
    write_pieces(section, pieces, {}, voice, runs);
    place_todos(heading_, runs, before, composed_.todos);
    break_paragraphs(std::move(runs));
  }

  void write_pieces(const Section& section, const std::vector<Piece>& pieces, const Cell& member, Voice& voice,
                    std::vector<Run>& runs) {
    for (const auto& piece : pieces) {
      switch (piece.kind) {
        case Piece::Kind::words:
          runs.push_back({piece.words, 0, false});
          break;
        case Piece::Kind::kept:
          write_kept(section, piece.words, runs);
          break;
        case Piece::Kind::clause:
          clauses_.write(chosen(section, piece, member, voice), voice, runs);
          break;
        case Piece::Kind::group:
          write_group(section, piece, member, voice, runs);
          break;
      }
    }
  }

  void write_kept(const Section& section, const std::string& role, std::vector<Run>& runs) {
    const std::string known = with_names("{" + role + "}", material_);
    if (known.front() != '{') return runs.push_back({known, 0, false});
    const std::string kept = material_.source.words(section.id + "." + role, {});
    if (!kept.empty()) return runs.push_back({kept, 0, false});
    runs.push_back({"【待填写：" + section.title + "】", 0, true});
    composed_.todos.push_back({{}, {}, section.title + "的文字", {}, section.id + "." + role, {}});
  }

  Speech chosen(const Section& section, const Piece& piece, const Cell& member, const Voice& voice) const {
    Speech speech;
    for (const auto index : piece.said) {
      speech = clauses_.prepare(section, section.clauses[index], member, voice);
      if (speech.says_something) break;
    }
    return speech;
  }

  static bool is_among(const Cell& member, const std::vector<std::string>& names) {
    return std::any_of(member.at.begin(), member.at.end(), [&](cube::Member at) {
      return std::find(names.begin(), names.end(), at.name()) != names.end();
    });
  }

  void write_group(const Section& section, const Piece& group, const Cell& member, Voice& voice,
                   std::vector<Run>& runs) {
    const Piece& first = *group.first_clause();
    if (group.times == Piece::Times::kept) {
      if (clauses_.words_are_kept(chosen(section, first, member, voice), voice))
        write_pieces(section, group.body, member, voice, runs);
      return;
    }
    if (group.times == Piece::Times::once) {
      if (chosen(section, first, member, voice).begins_with_something)
        write_pieces(section, group.body, member, voice, runs);
      return;
    }
    bool any = false;
    for (const auto& each : clauses_.members(section, section.clauses[first.said.front()])) {
      if (!group.members.empty() && !is_among(each, group.members)) continue;
      const bool says = chosen(section, first, member.with(each), voice).says_something;
      if (group.times == Piece::Times::some && !says) continue;
      if (any) runs.push_back({group.between, 0, false});
      any = true;
      write_pieces(section, group.body, member.with(each), voice, runs);
    }
  }

  /// A line break within the words begins a new paragraph.
  void break_paragraphs(std::vector<Run> runs) {
    std::vector<Run> line;
    for (std::size_t index = 1; index < runs.size(); ++index) join_marks(runs[index - 1].text, runs[index].text);
    for (auto& run : runs) {
      for (auto end = run.text.find('\n'); end != std::string::npos; end = run.text.find('\n')) {
        Run before = run;
        before.text = run.text.substr(0, end);
        if (!before.text.empty()) line.push_back(std::move(before));
        add(Block::Kind::paragraph, std::move(line));
        line.clear();
        run.text.erase(0, end + 1);
      }
      if (!run.text.empty()) line.push_back(std::move(run));
    }
    add(Block::Kind::paragraph, std::move(line));
  }

  void add(Block::Kind kind, std::vector<Run> runs) {
    std::erase_if(runs, [](const Run& run) { return run.text.empty(); });
    if (runs.empty()) return;
    Block block;
    block.kind = kind;
    block.runs = std::move(runs);
    composed_.publication.blocks.push_back(std::move(block));
  }

  void write_tables() {
    auto& publication = composed_.publication;
    std::optional<std::size_t> index;
    for (const auto& table : form_.tables) {
      const bool printed = material_.stated == nullptr || material_.stated->prints_table(table.id);
      if (!printed) continue;
      if (table.performance) {
        if (!has_its_section(table.id)) write_performance(table);
        continue;
      }
      if (table.index) index = publication.sheets.size();
      add_sheet(table.index ? document::Sheet{} : fill_table(table, material_, traces_));
    }
    if (index) publication.sheets[*index] = index_of_tables(*index);
  }

  void add_sheet(document::Sheet sheet) {
    Block block;
    block.kind = Block::Kind::table;
    block.sheet = composed_.publication.sheets.size();
    composed_.publication.sheets.push_back(std::move(sheet));
    composed_.publication.blocks.push_back(std::move(block));
  }

  bool has_its_section(const std::string& id) const {
    return std::any_of(form_.sections.begin(), form_.sections.end(), [&](const Section& section) {
      return std::find(section.performance.begin(), section.performance.end(), id) != section.performance.end();
    });
  }

  /// What only a person can say in a performance table: results, and why scores were lost.
  void ask_for_words(const cube::PerformanceTable& content, const profile::Table& table) {
    const auto ask = [&](const std::string& what) {
      composed_.todos.push_back({table.title, {}, content.subject.text + "：" + what, {}, {}, {}});
    };
    const bool evaluation = content.stage == cube::PerformanceTable::Stage::self_evaluation;
    if (content.goal.empty()) ask("总体目标");
    if (evaluation && content.result.empty()) ask("总体目标实际完成情况");
    for (const auto& [member, label] : table.performance->money)
      for (const auto& row : content.money)
        if (evaluation && row.member == member && row.part.empty() && !row.budget.empty() && row.spent.empty())
          ask("“" + label + "”的全年执行数");
    for (const auto& row : content.indicators) {
      if (evaluation && row.actual.empty()) ask("“" + row.name.text + "”的实际完成值");
      if (evaluation && prints_reasons(*table.performance) && lost_points(row) && row.reason.empty())
        ask("“" + row.name.text + "”的偏差原因和改进措施");
    }
  }

  static bool prints_reasons(const profile::PerformanceForm& form) {
    return std::any_of(form.layout.begin(), form.layout.end(), [](const profile::LayoutRow& row) {
      return std::any_of(row.cells.begin(), row.cells.end(), [](const auto& cell) { return cell.field == "reason"; });
    });
  }

  void write_performance(const profile::Table& table) {
    if (table.performance->layout.empty()) return;
    for (auto& content : material_.source.performance_tables(material_.year, table.performance->stage)) {
      if (content.scope != table.performance->scope) continue;
      ask_for_words(content, table);
      const std::size_t sheet = composed_.publication.sheets.size();
      add_sheet(draw_performance(table, content, material_, traces_));
      composed_.performance.push_back({sheet, std::move(content)});
    }
  }

  /// 序号, 内容, 是否空表, 理由: of the tables that come after it.
  document::Sheet index_of_tables(std::size_t index) const {
    const auto& sheets = composed_.publication.sheets;
    document::Sheet out;
    out.name = "目录";
    out.columns = 4;
    out.header_rows = 1;
    const auto put = [&out](std::uint32_t row, std::uint32_t column, std::string words, bool header) {
      document::SheetCell cell;
      cell.row = row;
      cell.column = column;
      cell.text = std::move(words);
      cell.header = header;
      if (column != 1) cell.align = document::SheetCell::Align::center;
      out.cells.push_back(std::move(cell));
    };
    std::uint32_t column = 0;
    for (const auto* words : {"序号", "内容", "是否空表", "表格为空的理由"}) put(0, column++, words, true);
    std::uint32_t row = 0;
    for (std::size_t sheet = index + 1; sheet < sheets.size(); ++sheet) {
      const auto& cells = sheets[sheet].cells;
      const bool empty = std::none_of(cells.begin(), cells.end(), [](const auto& cell) { return cell.trace != 0; });
      ++row;
      put(row, 0, "表" + std::to_string(row), false);
      put(row, 1, sheets[sheet].title, false);
      put(row, 2, empty ? "是" : "否", false);
      if (empty) put(row, 3, "本单位不涉及，故公开空表", false);
    }
    return out;
  }

  const Material& material_;
  const profile::Form& form_;
  Composed composed_;
  Traces traces_;
  ClauseWriter clauses_;
  std::array<int, 5> numbers_{};
  std::string heading_;  ///< the last one that was printed
};

}  // namespace

Composed compose(const Material& material) {
  return Composer(material).run();
}

}  // namespace mingzhang::publish
