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

/// Offices export "Excel" files that are pages for a browser inside; their tags are not to be read as text.
constexpr auto markup = std::to_array<Magic>({
    {"<!doctype html"sv, "HTML"sv},
    {"<html"sv, "HTML"sv},
    {"<?xml"sv, "XML"sv},
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
  std::string_view start = bytes.substr(0, 64);
  start.remove_prefix(std::min(start.find_first_not_of("\xEF\xBB\xBF \t\r\n"), start.size()));
  std::string small(start);
  std::transform(small.begin(), small.end(), small.begin(), lower);
  for (const auto& [tag, name] : markup) {
    if (small.starts_with(tag)) throw Rejected("unsupported", 0, std::string(name));
  }
}

void refuse_binary(std::string_view bytes) {
  if (bytes.find('\0') != std::string_view::npos) throw Rejected("binary", 0, "NUL");
  const auto controls = static_cast<std::size_t>(std::count_if(bytes.begin(), bytes.end(), is_control));
  if (controls > bytes.size() / 100)
    throw Rejected("binary", 0, std::to_string(controls) + " / " + std::to_string(bytes.size()));
}

}  // namespace mingzhang::formats
