#include "formats/text/kind.h"

#include <algorithm>
#include <array>
#include <string>

#include "formats/rejected.h"

namespace mingzhang::formats {
namespace {

using namespace std::string_view_literals;

struct Magic {
  std::string_view bytes;
  std::string_view name;
};

constexpr auto documents = std::to_array<Magic>({
    {"%PDF-"sv, "PDF"sv},
    {"PK\3\4"sv, "ZIP"sv},
    {"PK\5\6"sv, "ZIP"sv},
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "OLE: doc, xls, wps, et"sv},
    {"{\\rtf"sv, "RTF"sv},
});

constexpr auto others = std::to_array<Magic>({
    {"\x89PNG\r\n"sv, "PNG"sv},
    {"\xFF\xD8\xFF"sv, "JPEG"sv},
    {"GIF87a"sv, "GIF"sv},
    {"GIF89a"sv, "GIF"sv},
    {"II*\0"sv, "TIFF"sv},
    {"MM\0*"sv, "TIFF"sv},
    {"\x1F\x8B"sv, "gzip"sv},
    {"BZh91AY&SY"sv, "bzip2"sv},
    {"\xFD\x37zXZ\0"sv, "xz"sv},
    {"7z\xBC\xAF\x27\x1C"sv, "7z"sv},
    {"Rar!\x1A\x07"sv, "RAR"sv},
    {"\x7F\x45LF"sv, "ELF"sv},
    {"MZ\x90\0"sv, "EXE"sv},
    {"SQLite format 3\0"sv, "SQLite"sv},
});

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// What the archive holds can be told from the names of its first members.
std::string zip_name(std::string_view bytes) {
  const std::string_view start = bytes.substr(0, 4096);
  for (const auto& [folder, name] : {Magic{"word/"sv, "docx"sv}, Magic{"xl/"sv, "xlsx"sv}, Magic{"ppt/"sv, "pptx"sv}}) {
    if (start.find(folder) != std::string_view::npos) return "ZIP: " + std::string(name);
  }
  return "ZIP";
}

/// In small letters, from its first ink on.
std::string small_head(std::string_view bytes) {
  constexpr std::size_t head_bytes = 1024;
  bytes = bytes.substr(0, head_bytes);
  bytes.remove_prefix(std::min(bytes.find_first_not_of("\xEF\xBB\xBF \t\r\n"), bytes.size()));
  std::string small(bytes);
  std::transform(small.begin(), small.end(), small.begin(), lower);
  return small;
}

bool is_control(char c) {
  return (c >= 0 && c < ' ' && (c < '\t' || c > '\r' || c == '\v')) || c == '\x7F';
}

}  // namespace

void refuse_other_formats(std::string_view bytes) {
  for (const auto& [magic, name] : documents) {
    if (bytes.starts_with(magic)) throw Rejected("unsupported", 0, name == "ZIP" ? zip_name(bytes) : std::string(name));
  }
  for (const auto& [magic, name] : others) {
    if (bytes.starts_with(magic)) throw Rejected("binary", 0, std::string(name));
  }
  const std::string head = small_head(bytes);
  if (looks_like_html(bytes)) throw Rejected("unsupported", 0, "HTML");
  if (head.starts_with("<?xml")) throw Rejected("unsupported", 0, "XML");
}

bool looks_like_html(std::string_view bytes) {
  const std::string head = small_head(bytes);
  constexpr auto tags = std::to_array<std::string_view>(
      {"<!doctype html", "<html", "<head", "<meta", "<body", "<table", "<!--", "<title", "<div", "<style"});
  if (std::any_of(tags.begin(), tags.end(), [&](auto tag) { return head.starts_with(tag); })) return true;
  return head.starts_with("<?xml") && head.find("<html") != std::string::npos;
}

void refuse_binary(std::string_view bytes) {
  if (bytes.find('\0') != std::string_view::npos) throw Rejected("binary", 0, "NUL");
  const auto controls = static_cast<std::size_t>(std::count_if(bytes.begin(), bytes.end(), is_control));
  if (controls > bytes.size() / 100)
    throw Rejected("binary", 0, std::to_string(controls) + " / " + std::to_string(bytes.size()));
}

}  // namespace mingzhang::formats
