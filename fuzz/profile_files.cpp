// Profiles from bytes: the input is form.toml, wording.toml and a document, parted by lines of "====". Whatever the
// files say, the only complaint is BadProfile; a form that can be loaded can be read and checked with.
#include <unistd.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "check/check.h"
#include "formats/text/text_format.h"
#include "profile/write.h"

namespace {

using namespace mingzhang;

constexpr std::string_view separator = "\n====\n";

/// A folder for this process alone.
class Folder {
 public:
  Folder() : path_(std::filesystem::temp_directory_path() / ("mingzhang-fuzz-" + std::to_string(::getpid()))) {
    put("profiles/index.toml", "[[profile]]\nid = \"fuzz\"\nname = \"x\"\nkind = \"final\"\n");
    put("classifications/functional/2023.csv", "code,name\n208,社会保障和就业支出\n20805,养老支出\n2080505,养老保险\n");
    put("classifications/economic/2023.csv", "code,name\n301,工资福利支出\n30101,基本工资\n302,商品和服务支出\n");
  }
  ~Folder() { std::filesystem::remove_all(path_); }

  void put(const std::string& name, std::string_view content) const {
    std::filesystem::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << content;
  }
  profile::DataFiles files() const { return profile::DataFiles(path_); }

 private:
  std::filesystem::path path_;
};

/// The part before the separator; the rest stays.
std::string_view next_part(std::string_view& rest) {
  const auto stop = rest.find(separator);
  const std::string_view part = rest.substr(0, stop);
  rest.remove_prefix(stop == std::string_view::npos ? rest.size() : stop + separator.size());
  return part;
}

void read_with(const profile::DataFiles& data, std::string_view text) {
  static const formats::Converters converters;
  document::Document document;
  try {
    document = formats::parse_text(text, converters);
  } catch (const formats::Rejected&) {
    return;
  }
  auto reading = profile::read_document(document, data, "fuzz");
  profile::write_tables(reading);
  check::check(std::move(reading));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const Folder folder;
  std::string_view rest(reinterpret_cast<const char*>(bytes), size);
  folder.put("profiles/fuzz/form.toml", next_part(rest));
  folder.put("profiles/fuzz/wording.toml", next_part(rest));
  try {
    read_with(folder.files(), rest);
  } catch (const profile::BadProfile&) {
  }
  return 0;
}
