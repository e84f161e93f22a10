#include "work/disclosure.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>
#include <system_error>

#include "report/excerpt.h"

namespace mingzhang::work {
namespace {

namespace fs = std::filesystem;

enum class Kind { narrative, workbook, other };

/// By the ending alone: nothing in a folder is opened to find out what it is.
Kind kind_of(const fs::path& path) {
  std::string ending = path.extension().string();
  std::transform(ending.begin(), ending.end(), ending.begin(), [](unsigned char c) { return std::tolower(c); });
  constexpr auto narratives =
      std::to_array<std::string_view>({".txt", ".pdf", ".docx", ".doc", ".wps", ".odt", ".rtf", ".html", ".htm"});
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
