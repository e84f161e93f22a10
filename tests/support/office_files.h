// Archives and old office files for tests, byte by byte: also such as no library would write.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mingzhang::testing_support {

inline void put16(std::string& out, std::uint32_t value) {
  out += static_cast<char>(value & 0xFFU);
  out += static_cast<char>(value >> 8U & 0xFFU);
}
inline void put32(std::string& out, std::uint32_t value) {
  put16(out, value & 0xFFFFU);
  put16(out, value >> 16U);
}

inline std::uint32_t check_sum(std::string_view content) {
  std::uint32_t sum = ~0U;
  for (const char c : content) {
    sum ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) sum = sum >> 1U ^ ((sum & 1U) != 0 ? 0xEDB88320U : 0U);
  }
  return ~sum;
}

using Parts = std::vector<std::pair<std::string, std::string>>;

/// Stored, not deflated. `claimed` is the size that the directory gives in place of the true one, if not 0.
inline std::string zip_file(const Parts& parts, std::uint32_t claimed = 0, std::uint16_t flags = 0) {
  std::string out, directory;
  for (const auto& [name, content] : parts) {
    const auto offset = static_cast<std::uint32_t>(out.size()), size = static_cast<std::uint32_t>(content.size());
    std::string common;
    put16(common, 20);
    put16(common, flags);
    put16(common, 0);
    put32(common, 0x58210000);
    put32(common, check_sum(content));
    put32(common, size);
    put32(common, claimed == 0 ? size : claimed);
    put16(common, static_cast<std::uint32_t>(name.size()));
    put16(common, 0);
    out += "PK\3\4" + common + name + content;
    directory += std::string("PK\1\2") + std::string("\x14\0", 2) + common;
    directory += std::string(10, '\0');  // no comment, first disk, no attributes
    put32(directory, offset);
    directory += name;
  }
  const auto begin = static_cast<std::uint32_t>(out.size());
  out += directory + "PK\5\6" + std::string(4, '\0');
  put16(out, static_cast<std::uint32_t>(parts.size()));
  put16(out, static_cast<std::uint32_t>(parts.size()));
  put32(out, static_cast<std::uint32_t>(directory.size()));
  put32(out, begin);
  put16(out, 0);
  return out;
}

inline const std::string office_namespace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

inline std::string relations(const Parts& type_and_target, const std::string& more = {}) {
  std::string out = "<Relationships>";
  std::size_t number = 0;
  for (const auto& [type, target] : type_and_target)
    out += "<Relationship Id=\"r" + std::to_string(++number) + "\" Type=\"" + office_namespace + "/" + type +
           "\" Target=\"" + target + "\"/>";
  return out + more + "</Relationships>";
}

/// `body` is what stands in w:body; the other parts are whole roots, left out if empty.
struct WordParts {
  std::string body, numbering = {}, styles = {}, footnotes = {};
};
inline std::string docx_file(const WordParts& parts) {
  Parts related;
  Parts files{{"_rels/.rels", relations({{"officeDocument", "word/document.xml"}})},
              {"word/document.xml", "<w:document><w:body>" + parts.body + "</w:body></w:document>"}};
  const Parts others{{"numbering", parts.numbering}, {"styles", parts.styles}, {"footnotes", parts.footnotes}};
  for (const auto& [name, content] : others) {
    if (content.empty()) continue;
    related.emplace_back(name, name + ".xml");
    files.emplace_back("word/" + name + ".xml", content);
  }
  files.emplace_back("word/_rels/document.xml.rels", relations(related));
  return zip_file(files);
}

/// `sheets` are what stands in x:worksheet, `listed` the attributes of each in the list of sheets beyond name and id.
struct SheetParts {
  std::vector<std::string> sheets;
  std::vector<std::string> listed = {};
  std::string strings = {}, styles = {}, properties = {};
};
inline std::string xlsx_file(const SheetParts& parts) {
  Parts related, files{{"_rels/.rels", relations({{"officeDocument", "xl/workbook.xml"}})}};
  std::string list;
  for (std::size_t index = 0; index < parts.sheets.size(); ++index) {
    const std::string number = std::to_string(index + 1);
    related.emplace_back("worksheet", "worksheets/sheet" + number + ".xml");
    files.emplace_back("xl/worksheets/sheet" + number + ".xml", "<worksheet>" + parts.sheets[index] + "</worksheet>");
    list += "<sheet name=\"表" + number + "\" sheetId=\"" + number + "\" r:id=\"r" + number + "\" " +
            (index < parts.listed.size() ? parts.listed[index] : "") + "/>";
  }
  const Parts others{{"sharedStrings", parts.strings}, {"styles", parts.styles}};
  for (const auto& [name, content] : others) {
    if (content.empty()) continue;
    related.emplace_back(name, name + ".xml");
    files.emplace_back("xl/" + name + ".xml", content);
  }
  files.emplace_back("xl/_rels/workbook.xml.rels", relations(related));
  files.emplace_back("xl/workbook.xml", "<workbook>" + parts.properties + "<sheets>" + list + "</sheets></workbook>");
  return zip_file(files);
}

/// A compound file (OLE) with one stream, which is filled up to the size from which streams have sectors of their own.
inline std::string compound_file(std::string_view name, std::string stream) {
  constexpr std::size_t sector = 512;
  constexpr std::uint32_t end_of_chain = 0xFFFFFFFE, free_sector = 0xFFFFFFFF, fat_sector = 0xFFFFFFFD;
  const auto size = static_cast<std::uint32_t>(std::max<std::size_t>(stream.size(), 4096));
  stream.resize((size + sector - 1) / sector * sector, '\0');
  const auto sectors = static_cast<std::uint32_t>(stream.size() / sector);
  std::string out("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
  out.resize(24, '\0');
  for (const std::uint32_t value : {0x3EU, 3U, 0xFFFEU, 9U, 6U}) put16(out, value);
  out.resize(44, '\0');
  for (const std::uint32_t value : {1U, 1U, 0U, 4096U, end_of_chain, 0U, end_of_chain, 0U, 0U}) put32(out, value);
  while (out.size() < sector) put32(out, free_sector);
  std::string fat;  // sector 0 is this table, 1 the directory, the stream follows
  put32(fat, fat_sector);
  put32(fat, end_of_chain);
  for (std::uint32_t index = 0; index < sectors; ++index) put32(fat, index + 1 < sectors ? index + 3 : end_of_chain);
  while (fat.size() < sector) put32(fat, free_sector);
  const auto entry = [](std::string_view words, char type, std::uint32_t start, std::uint32_t bytes) {
    std::string one;
    for (const char c : words) put16(one, static_cast<unsigned char>(c));
    one.resize(64, '\0');
    put16(one, static_cast<std::uint32_t>(words.size() + 1) * 2);
    one += type;
    one.resize(116, '\0');
    put32(one, start);
    put32(one, bytes);
    one.resize(128, '\0');
    return one;
  };
  std::string directory = entry("Root Entry", 5, end_of_chain, 0) + entry(name, 2, 2, size);
  directory.resize(sector, '\0');
  return out + fat + directory + stream;
}

}  // namespace mingzhang::testing_support
