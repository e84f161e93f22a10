#include "work/disclosure.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <string_view>
#include <system_error>

#include "report/excerpt.h"

namespace mingzhang::work {
namespace {

namespace fs = std::filesystem;

enum class Kind { narrative, workbook, other };

/// Of one document in several formats the first is read: cells of tables are best known, and no LibreOffice is needed.
constexpr auto narratives =
    std::to_array<std::string_view>({".docx", ".html", ".htm", ".pdf", ".doc", ".wps", ".odt", ".rtf", ".txt"});

std::string ending_of(const fs::path& path) {
  std::string ending = path.extension().string();
  std::transform(ending.begin(), ending.end(), ending.begin(), [](unsigned char c) { return std::tolower(c); });
  return ending;
}

/// By the ending alone: nothing in a folder is opened to find out what it is.
Kind kind_of(const fs::path& path) {
  const auto ending = ending_of(path);
  constexpr auto workbooks = std::to_array<std::string_view>({".xlsx", ".xls", ".et", ".ods", ".csv"});
  const auto among = [&](const auto& endings) {
    return std::find(endings.begin(), endings.end(), ending) != endings.end();
  };
  return among(narratives) ? Kind::narrative : among(workbooks) ? Kind::workbook : Kind::other;
}

bool is_hidden(const fs::path& path) {
  const std::string name = path.filename().string();
  return name.starts_with('.') || name.starts_with("~$");  // what Word leaves beside an open file
}

/// Narratives of one name are one document in several formats, as offices and `compile` save them: read twice, it would
/// repeat all that it says.
void keep_one_format(std::vector<fs::path>& files, const Common& common, const Sinks& sinks) {
  const auto rank = [](const fs::path& path) {
    return std::find(narratives.begin(), narratives.end(), ending_of(path)) - narratives.begin();
  };
  std::map<fs::path, fs::path> best;
  for (const auto& path : files) {
    if (kind_of(path) != Kind::narrative) continue;
    auto& known = best.try_emplace(path.stem(), path).first->second;
    if (rank(path) < rank(known)) known = path;
  }
  std::erase_if(files, [&](const fs::path& path) {
    if (kind_of(path) != Kind::narrative || best[path.stem()] == path) return false;
    sinks.messages(
        report::printable(path.string()) +
        common.say("：与同名的文件是同一份，没有检查；检查的是 ", ": the same document, left out; checked is ") +
        report::printable(best[path.stem()].filename().string()) + "\n");
    return true;
  });
}

std::vector<fs::path> files_in(const fs::path& folder, const Common& common, const Sinks& sinks) {
  std::vector<fs::path> files;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    if (is_hidden(entry->path())) continue;
    if (entry->is_regular_file(error) && kind_of(entry->path()) != Kind::other)
      files.push_back(entry->path());
    else
      sinks.messages(report::printable(entry->path().string()) +
                     common.say("：不是能读取的文件，没有检查\n", ": no file that can be read, left out\n"));
  }
  std::sort(files.begin(), files.end(),
            [](const fs::path& a, const fs::path& b) { return std::pair(kind_of(a), a) < std::pair(kind_of(b), b); });
  keep_one_format(files, common, sinks);
  return files;
}

/// A folder of many units' files looks the same as one with the parts of a disclosure.
void tell_joined(const fs::path& folder, std::size_t files, const Common& common, const Sinks& sinks) {
  const auto all = report::printable((folder / "*").string());
  sinks.messages(
      report::printable(folder.string()) + common.say("：文件夹中的 ", ": all ") + std::to_string(files) +
      common.say(" 个文件合为一份；各是一份的，请用 ", " files are taken as one disclosure; if each is one, name ") +
      all + "\n");
}

}  // namespace

Disclosure Disclosure::of(const fs::path& path) {
  return {path.string(), {path}};
}

std::vector<Disclosure> disclosures_of(const std::vector<fs::path>& paths, bool as_one, const Common& common,
                                       const Sinks& sinks) {
  std::vector<Disclosure> out;
  for (const auto& path : paths) {
    Disclosure one = Disclosure::of(path);
    std::error_code error;
    if (fs::is_directory(path, error))
      // Without a document in it the folder itself is what cannot be read.
      if (auto files = files_in(path, common, sinks); !files.empty()) {
        if (files.size() > 1) tell_joined(path, files.size(), common, sinks);
        one.files = std::move(files);
      }
    if (!as_one || out.empty()) {
      out.push_back(std::move(one));
      continue;
    }
    out.front().name += " + " + one.name;
    out.front().files.insert(out.front().files.end(), one.files.begin(), one.files.end());
  }
  // The narrative has the title: which unit, which year.
  if (as_one)
    std::stable_sort(out.front().files.begin(), out.front().files.end(),
                     [](const fs::path& a, const fs::path& b) { return kind_of(a) < kind_of(b); });
  return out;
}

std::vector<fs::path> files_of(const std::vector<Disclosure>& disclosures) {
  std::vector<fs::path> out;
  for (const auto& one : disclosures) out.insert(out.end(), one.files.begin(), one.files.end());
  return out;
}

}  // namespace mingzhang::work
