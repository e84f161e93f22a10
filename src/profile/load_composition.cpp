// [write] of wording.toml: how sections are put together from their clauses.
#include <algorithm>
#include <map>

#include "profile/load_parts.h"

namespace mingzhang::profile {
namespace {

using Kind = Piece::Kind;

constexpr int max_depth = 4;

/// "<a|b>。" "{role}" "(<a><b>)+[；]": clauses, kept words, groups; everything else is printed as it is.
class ParagraphParser {
 public:
  ParagraphParser(const std::string& source, const Section& section, const TomlTable& at)
      : source_(source), section_(section), at_(at) {}

  std::vector<Piece> run() {
    auto pieces = sequence(0);
    if (position_ != source_.size()) fail("')' without '('");
    return pieces;
  }

 private:
  [[noreturn]] void fail(const std::string& what) const {
    at_.fail("section '" + section_.id + "': " + what + " in: " + source_, at_.raw().get(section_.id));
  }

  std::string up_to(char end) {
    const auto stop = source_.find(end, ++position_);
    if (stop == std::string::npos) fail(std::string("missing '") + end + "'");
    const std::string inner = source_.substr(position_, stop - position_);
    position_ = stop + 1;
    return inner;
  }

  std::vector<Piece> sequence(int depth) {
    if (depth > max_depth) fail("groups within groups");
    std::vector<Piece> pieces;
    while (position_ < source_.size() && source_[position_] != ')') {
      if (source_[position_] == '<')
        pieces.push_back(clause());
      else if (source_[position_] == '{')
        pieces.push_back(kept());
      else if (source_[position_] == '(')
        pieces.push_back(group(depth));
      else
        pieces.push_back(words());
    }
    return pieces;
  }

  Piece words() {
    const auto stop = std::min(source_.find_first_of("<{()", position_), source_.size());
    Piece piece;
    piece.words = source_.substr(position_, stop - position_);
    position_ = stop;
    return piece;
  }

  Piece kept() {
    Piece piece;
    piece.kind = Kind::kept;
    piece.words = up_to('}');
    return piece;
  }

  Piece clause() {
    Piece piece;
    piece.kind = Kind::clause;
    for (const auto& id : parts(up_to('>'))) {
      const auto found = std::find_if(section_.clauses.begin(), section_.clauses.end(),
                                      [&](const Clause& entry) { return entry.id == id; });
      if (found == section_.clauses.end()) fail("there is no clause '" + id + "'");
      piece.said.push_back(static_cast<std::size_t>(found - section_.clauses.begin()));
    }
    return piece;
  }

  Piece group(int depth) {
    Piece piece;
    piece.kind = Kind::group;
    ++position_;
    piece.body = sequence(depth + 1);
    if (position_ >= source_.size()) fail("'(' without ')'");
    ++position_;
    const char times = position_ < source_.size() ? source_[position_++] : ' ';
    static const std::map<char, Piece::Times> ends = {
        {'?', Piece::Times::once}, {'~', Piece::Times::kept}, {'*', Piece::Times::all}, {'+', Piece::Times::some}};
    const auto found = ends.find(times);
    if (found == ends.end()) fail("a group ends with )? )~ )* or )+");
    piece.times = found->second;
    if (position_ < source_.size() && source_[position_] == '{') piece.members = parts(up_to('}'));
    if (position_ < source_.size() && source_[position_] == '[') piece.between = up_to(']');
    if (piece.first_clause() == nullptr) fail("a group without a clause");
    return piece;
  }

  static std::vector<std::string> parts(const std::string& names) {
    std::vector<std::string> out;
    for (std::size_t begin = 0; begin <= names.size();) {
      const auto end = std::min(names.find('|', begin), names.size());
      out.push_back(names.substr(begin, end - begin));
      begin = end + 1;
    }
    return out;
  }

  const std::string& source_;
  const Section& section_;
  const TomlTable& at_;
  std::size_t position_ = 0;
};

}  // namespace

const Piece* Piece::first_clause() const {
  for (const auto& piece : body) {
    if (piece.kind == Kind::clause) return &piece;
    if (const auto* inner = piece.first_clause()) return inner;
  }
  return nullptr;
}

void read_paragraphs(const TomlTable& root, Form& form) {
  const auto table = root.table("write");
  if (!table) return;
  for (const auto& id : table->keys()) {
    const auto paragraphs = table->strings(id);
    if (paragraphs.empty()) continue;  // so a variant takes away what it has no section for
    const auto section = std::find_if(form.sections.begin(), form.sections.end(),
                                      [&](const Section& candidate) { return candidate.id == id; });
    if (section == form.sections.end()) table->fail("the form has no section '" + id + "'", table->raw().get(id));
    for (const auto& paragraph : paragraphs)
      section->paragraphs.push_back(ParagraphParser(paragraph, *section, *table).run());
  }
}

}  // namespace mingzhang::profile
