#include "report/html_document.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "report/html_text.h"
#include "report/places.h"
#include "report/words.h"

namespace mingzhang::report {
namespace {

using document::Document;
using document::Line;

/// Longer documents are shown around their marks only: no browser likes a million lines.
constexpr std::size_t whole_document = 20'000, around_mark = 12;

/// "1,234.50", "12.30%", "-": what stands right in its column.
bool is_figure(std::string_view words) {
  return !words.empty() && words.find_first_not_of("0123456789.,-% ") == std::string_view::npos;
}

class Writer {
 public:
  Writer(const Document& document, Marks& marks, const Secrets& secrets, const Pictures& pictures, Language language)
      : document_(document), marks_(marks), secrets_(secrets), pictures_(pictures), language_(language) {}

  std::string run() {
    choose_lines();
    for (const auto* target : marks_.elsewhere())
      if (target->place->page == 0) out_ += "<span" + marks_.id_once(*target) + "></span>";
    for (const auto& [page, range] : parts()) part(page, range.first, range.second);
    return std::move(out_);
  }

 private:
  using Range = std::pair<std::size_t, std::size_t>;

  /// Pages with lines, a picture or a mark, and the lines of each.
  std::map<std::uint32_t, Range> parts() const {
    std::map<std::uint32_t, Range> parts;
    for (const auto& picture : pictures_) parts[picture.page];
    for (const auto page : marks_.pages()) parts[page];
    for (std::size_t at = 0; at < document_.lines.size(); ++at) {
      auto& range = parts[document_.lines[at].page];
      if (range.second == 0) range.first = at;
      range.second = at + 1;
    }
    return parts;
  }

  void choose_lines() {
    const std::size_t count = document_.lines.size();
    shown_.assign(count, count <= whole_document);
    for (std::size_t at = 0; at < count && count > whole_document; ++at) {
      if (!marks_.marked(at)) continue;
      const std::size_t from = at - std::min(at, around_mark), to = std::min(at + around_mark + 1, count);
      std::fill(shown_.begin() + static_cast<std::ptrdiff_t>(from), shown_.begin() + static_cast<std::ptrdiff_t>(to),
                true);
    }
  }

  const Picture* picture_of(std::uint32_t page) const {
    const auto found =
        std::find_if(pictures_.begin(), pictures_.end(), [&](const Picture& picture) { return picture.page == page; });
    return found == pictures_.end() ? nullptr : &*found;
  }

  std::string title_of(std::uint32_t page) const {
    if (is_workbook(document_)) {
      cube::Place place;
      place.page = page;
      return escaped(sheet_name(place, document_));
    }
    return fmt::format(fmt::runtime(Words{"第 {} 页", "page {}"}.in(language_)), page);
  }

  /// A page, a sheet, or the whole of a document without either.
  void part(std::uint32_t page, std::size_t first, std::size_t end) {
    const auto* picture = picture_of(page);
    const auto marked = marks_.on_page(page);
    if (first == end && picture == nullptr && marked.empty()) return;
    const bool faulty = std::any_of(marked.begin(), marked.end(), [](const auto* of) { return of->of_finding(); });
    // The others are not printed.
    out_ += page == 0 || faulty ? "<section class=\"page\">" : "<section class=\"page clean\">";
    if (page != 0) out_ += "<h3>" + title_of(page) + "</h3>";
    if (picture != nullptr) {
      show(*picture, marked);
      out_ += "<details><summary>" + std::string(Words{"本页文字", "text of the page"}.in(language_)) + "</summary>";
    }
    std::string anchors;
    for (const auto* target : marks_.elsewhere())
      if (page != 0 && target->place->page == page)
        if (const auto id = marks_.id_once(*target); !id.empty()) anchors += "<span" + id + "></span>";
    out_ += anchors + "<div class=\"text\">";
    text(first, end);
    out_ += picture != nullptr ? "</div></details></section>\n" : "</div></section>\n";
  }

  void show(const Picture& picture, const std::vector<const Target*>& marked) {
    out_ += fmt::format(
        "<svg class=\"paper\" viewBox=\"0 0 {0:.2f} {1:.2f}\" role=\"img\"><image width=\"{0:.2f}\" height=\"{1:.2f}\" "
        "preserveAspectRatio=\"none\" href=\"data:{2};base64,",
        picture.width, picture.height, picture.type);
    out_ += base64(picture.bytes) + "\"/>";
    // The least ranks last, so that what matters most lies on top.
    auto ordered = marked;
    std::stable_sort(ordered.begin(), ordered.end(), [](const auto* a, const auto* b) { return a->rank > b->rank; });
    for (const auto* target : ordered) frame(*target);
    out_ += "</svg>";
  }

  void frame(const Target& target) {
    if (target.place->boxes.empty()) return;
    out_ += "<a class=\"frame " + std::string(target.look) + "\" href=\"#" + target.list + "\" data-of=\"" +
            target.list + "\"" + marks_.id_once(target) + "><title>" + escaped(target.title) + "</title>";
    constexpr double air = 1.5;  // points around the words
    for (const auto& box : target.place->boxes)
      out_ +=
          fmt::format("<rect x=\"{:.2f}\" y=\"{:.2f}\" width=\"{:.2f}\" height=\"{:.2f}\" rx=\"1.5\"/>", box.x0 - air,
                      box.y0 - air, std::max(0.0, box.x1 - box.x0) + 2 * air, std::max(0.0, box.y1 - box.y0) + 2 * air);
    out_ += "</a>";
  }

  void text(std::size_t first, std::size_t end) {
    std::size_t left_out = 0;
    for (std::size_t at = first; at < end;) {
      if (!shown_[at]) {
        ++left_out, ++at;
        continue;
      }
      tell_left_out(left_out);
      const std::size_t rows = table_end(at, end);
      if (rows > at)
        table(at, rows);
      else
        line(at);
      at = std::max(rows, at + 1);
    }
    tell_left_out(left_out);
  }

  void tell_left_out(std::size_t& lines) {
    if (lines > 0)
      out_ +=
          "<p class=\"cut\">" +
          fmt::format(
              fmt::runtime(Words{"…… 略去没有标记的 {} 行 ……", "… {} lines without marks left out …"}.in(language_)),
              lines) +
          "</p>";
    lines = 0;
  }

  /// Rows of one grid, or rows of tabs that follow each other; `first` itself if it is no row.
  std::size_t table_end(std::size_t first, std::size_t end) const {
    const auto& head = document_.lines[first];
    if (head.grid == 0 && head.tabs == 0) return first;
    std::size_t at = first;
    while (at < end && shown_[at] && document_.lines[at].grid == head.grid &&
           (head.grid != 0 || document_.lines[at].tabs > 0))
      ++at;
    return at;
  }

  void line(std::size_t at) {
    const Line& line = document_.lines[at];
    constexpr std::uint32_t gap = 2;  // single blank lines are the rule in texts that come from PDF
    out_ += line.blank_before >= gap ? "<p class=\"gap\"" : "<p";
    out_ += " data-n=\"" + std::to_string(line.number) + "\">" + std::string(std::min(line.indent, 40U), ' ');
    out_ += marks_.line(at, 0, line.text.size(), secrets_.hide(line.text)) + "</p>\n";
  }

  void table(std::size_t first, std::size_t end) {
    const bool grid = document_.lines[first].grid != 0;
    std::uint32_t columns = 1;
    for (std::size_t at = first; at < end; ++at) columns = std::max(columns, document_.lines[at].tabs + 1);
    constexpr std::uint32_t widest = 400;  // columns; more are no table but a mistake
    columns = std::min(columns, widest);
    std::vector<std::uint32_t> taken(columns, 0);  // rows below that a merged cell still covers
    out_ += "<div class=\"wide\"><table>\n";
    for (std::size_t at = first; at < end; ++at) row(at, grid, columns, taken);
    out_ += "</table></div>\n";
  }

  void row(std::size_t at, bool grid, std::uint32_t columns, std::vector<std::uint32_t>& taken) {
    const Line& line = document_.lines[at];
    const std::string words = secrets_.hide(line.text);
    out_ += "<tr><th>" + std::to_string(line.number) + "</th>";
    std::size_t next = 0;
    for (std::uint32_t column = 0; column < columns;) {
      while (next < line.fragments.size() && line.fragments[next].column < static_cast<std::int32_t>(column)) ++next;
      const bool here =
          next < line.fragments.size() && line.fragments[next].column == static_cast<std::int32_t>(column);
      if (taken[column] > 0 && !here) {
        --taken[column++];
        continue;
      }
      if (!here) {
        out_ += "<td></td>";
        ++column;
        continue;
      }
      const auto& fragment = line.fragments[next];
      const std::uint32_t wide = grid ? std::clamp<std::uint32_t>(fragment.columns, 1, columns - column) : 1;
      const std::uint32_t high = grid ? std::max<std::uint32_t>(fragment.rows, 1) : 1;
      out_ += is_figure(line.fragment(next)) ? "<td class=\"r\"" : "<td";
      if (wide > 1) out_ += " colspan=\"" + std::to_string(wide) + "\"";
      if (high > 1) out_ += " rowspan=\"" + std::to_string(high) + "\"";
      out_ += ">" + marks_.line(at, fragment.begin, fragment.end, words) + "</td>";
      for (std::uint32_t covered = column; covered < column + wide; ++covered) taken[covered] = high - 1;
      column += wide;
    }
    out_ += "</tr>\n";
  }

  const Document& document_;
  Marks& marks_;
  const Secrets& secrets_;
  const Pictures& pictures_;
  Language language_;
  std::vector<bool> shown_;
  std::string out_;
};

}  // namespace

std::string document_html(const Document& document, Marks& marks, const Secrets& secrets, const Pictures& pictures,
                          Language language) {
  return Writer(document, marks, secrets, pictures, language).run();
}

}  // namespace mingzhang::report
