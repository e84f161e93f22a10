#include "report/progress.h"

#include <fmt/format.h>

#include <algorithm>

#include "report/html_text.h"
#include "text/utf8.h"

namespace mingzhang::report {
namespace {

using Tone = ProgressRow::Tone;

constexpr int label_width = 220, bar_width = 400, row_height = 24, bar_height = 12, margin = 60;

constexpr auto style =
    "body{font:15px/1.6 sans-serif;max-width:70em;margin:1em auto;padding:0 1em;color:#1d2430}"
    "table{border-collapse:collapse;width:100%;margin:0 0 2em}th,td{border:1px solid #d9dde3;padding:2px 8px;"
    "text-align:left;vertical-align:top}svg{max-width:100%;height:auto}.good{color:#2e7d32}.doubtful{color:#9a5b00}"
    ".bad{color:#c62828}";

std::string_view tone_class(Tone tone) {
  return tone == Tone::good ? "good" : tone == Tone::doubtful ? "doubtful" : tone == Tone::bad ? "bad" : "plain";
}

std::string_view fill_of(Tone tone) {
  return tone == Tone::good       ? "#2e7d32"
         : tone == Tone::doubtful ? "#d99000"
         : tone == Tone::bad      ? "#c62828"
                                  : "#9aa4b2";
}

int across(int percent) {
  return std::clamp(percent, 0, 100) * bar_width / 100;
}

/// What fits beside the bars; the table has it whole.
std::string shortened(const std::string& label) {
  constexpr std::size_t most = 16;
  if (text::count_code_points(label) <= most) return label;
  return std::string(text::prefix(label, most - 1)) + "…";
}

std::string bar(const ProgressRow& row, int top) {
  const int middle = top + row_height / 2;
  std::string out = fmt::format("<text x=\"{}\" y=\"{}\" text-anchor=\"end\" dominant-baseline=\"middle\">{}</text>",
                                label_width - 8, middle, escaped(shortened(row.label)));
  const int bar_top = middle - bar_height / 2;
  out += fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"#e9ebee\"/>", label_width, bar_top,
                     bar_width, bar_height);
  if (row.percent) {
    out += fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{}\"/>", label_width, bar_top,
                       across(*row.percent), bar_height, fill_of(row.tone));
    out += fmt::format("<text x=\"{}\" y=\"{}\" dominant-baseline=\"middle\">{}%</text>", label_width + bar_width + 6,
                       middle, *row.percent);
  }
  if (row.expected) {
    const int at = label_width + across(*row.expected);
    out += fmt::format("<line x1=\"{0}\" x2=\"{0}\" y1=\"{1}\" y2=\"{2}\" stroke=\"#1d2430\" stroke-width=\"2\"/>", at,
                       bar_top - 3, bar_top + bar_height + 3);
  }
  return out + "\n";
}

std::string chart(const ProgressGroup& group) {
  const int height = static_cast<int>(group.rows.size()) * row_height + 4;
  std::string out = fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 {} {}\" width=\"{}\" font-size=\"12\" "
      "font-family=\"sans-serif\"><title>{}</title>\n",
      label_width + bar_width + margin, height, label_width + bar_width + margin, escaped(group.title));
  int top = 2;
  for (const auto& row : group.rows) {
    out += bar(row, top);
    top += row_height;
  }
  return out + "</svg>\n";
}

std::string table(const ProgressPage& page, const ProgressGroup& group) {
  std::string out = "<table><thead><tr>";
  for (const auto& header : page.headers) out += "<th>" + escaped(header) + "</th>";
  out += "</tr></thead><tbody>\n";
  for (const auto& row : group.rows) {
    out += fmt::format("<tr class=\"{}\">", tone_class(row.tone));
    for (const auto& cell : row.cells) out += "<td>" + escaped(cell) + "</td>";
    out += "</tr>\n";
  }
  return out + "</tbody></table>\n";
}

}  // namespace

std::string progress_html(const ProgressPage& page) {
  std::string out = fmt::format(
      "<!doctype html>\n<html lang=\"{}\"><head><meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" "
      "content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n<title>{}"
      "</title>\n<style>{}</style></head>\n<body>\n<h1>{}</h1>\n<p>{}</p>\n",
      page.language, escaped(page.title), style, escaped(page.title), escaped(page.note));
  for (const auto& group : page.groups)
    out += "<section>\n<h2>" + escaped(group.title) + "</h2>\n" + chart(group) + table(page, group) + "</section>\n";
  return out + "</body></html>\n";
}

}  // namespace mingzhang::report
