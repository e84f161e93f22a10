#include "report/json_parts.h"

#include "document/join.h"
#include "report/lines.h"
#include "report/words.h"

namespace mingzhang::report {
namespace {

Json text_or_null(const std::string& text) {
  return text.empty() ? Json() : Json(text);
}

}  // namespace

Json document_json(const Entry& entry) {
  const auto& recognition = entry.result->reading.recognition;
  Json json = {{"path", entry.path},
               {"unit", text_or_null(recognition.unit)},
               {"year", recognition.year == 0 ? Json() : Json(recognition.year)},
               {"kind", text_or_null(recognition.kind)},
               {"level", text_or_null(recognition.level)},
               {"profile", text_or_null(recognition.profile)}};
  if (recognition.profile.empty() && !recognition.nearest.empty()) json["nearest_profile"] = recognition.nearest;
  for (const auto& part : entry.result->reading.stream->document().parts) json["files"].push_back(part.path);
  return json;
}

Json coverage_json(const profile::Coverage& coverage) {
  return {{"numbers", coverage.numbers},
          {"bound", coverage.bound},
          {"placed", coverage.placed},
          {"free_text", coverage.free_text},
          {"unread", coverage.unread}};
}

Json place_json(const cube::Place& place, const document::Document& document, const Secrets& secrets) {
  Json json = Json::object();
  const bool here = place.document.empty();
  const auto origin =
      here ? document::origin_of(document, place.page) : document::Origin{place.document, place.page, {}};
  if (!origin.path.empty()) json["document"] = origin.path;
  if (!origin.sheet.empty()) json["sheet"] = origin.sheet;
  if (const auto* line = here ? find_line(document, place.page, place.line) : nullptr; line != nullptr)
    if (const auto cell = document::cell_of(document, *line, place.begin); !cell.empty()) json["cell"] = cell;
  if (origin.page != 0) json["page"] = origin.page;
  // Where there are coordinates nobody counts lines: those of a page are how the reader happened to cut it.
  if (place.boxes.empty()) {
    json["line"] = place.line;
    json["last_line"] = place.last_line;
  }
  json["quote"] = secrets.hide(place.quote);
  if (!place.table.empty()) json["table"] = place.table;
  if (!place.row.empty()) json["row"] = place.row;
  if (!place.column.empty()) json["column"] = place.column;
  for (const auto& box : place.boxes) json["boxes"].push_back({box.x0, box.y0, box.x1, box.y1});
  return json;
}

Json cell_json(const cube::Cell& cell) {
  Json json = Json::object();
  for (std::size_t index = 0; index < cube::dimension_count; ++index) {
    const auto dimension = static_cast<cube::Dimension>(index);
    if (!cell[dimension].is_root()) json[std::string(cube::name_of(dimension))] = cell[dimension].name();
  }
  return json;
}

Json unread_json(const Entry& entry, const Secrets& secrets, Language language) {
  Json list = Json::array();
  const auto& document = entry.result->reading.stream->document();
  for (const auto& mention : entry.result->reading.facts.unread) {
    Json place = place_json(mention.place, document, secrets);
    place["why"] = reason_words(mention.why, language);
    place["code"] = mention.why;
    place["numbers"] = mention.numbers;
    list.push_back(std::move(place));
  }
  return list;
}

Json notices_json(const Entry& entry, Language language) {
  Json list = Json::array();
  const auto& document = entry.result->reading.stream->document();
  auto notices = document.notices;
  notices.insert(notices.end(), entry.result->notices.begin(), entry.result->notices.end());
  for (const auto& notice : notices) {
    const auto origin = document::origin_of(document, notice.page);
    Json json = {{"line", notice.line},
                 {"page", origin.page},
                 {"code", notice.code},
                 {"message", notice_words(notice.code, language)},
                 {"detail", notice.detail}};
    if (!origin.path.empty()) json["document"] = origin.path;
    if (!origin.sheet.empty()) json["sheet"] = origin.sheet;
    list.push_back(std::move(json));
  }
  return list;
}

Json failure_json(const Entry& entry) {
  Json error = {{"code", entry.code}, {"message", entry.message}};
  if (entry.line != 0) error["line"] = entry.line;
  return {{"document", {{"path", entry.path}}}, {"error", std::move(error)}};
}

std::string dump(const Json& json) {
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace mingzhang::report
