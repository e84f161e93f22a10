#include "work/disclosure.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

namespace mingzhang::work {
namespace {

namespace fs = std::filesystem;

class Disclosures : public testing::Test {
 protected:
  Disclosures() : folder_(fs::temp_directory_path() / ("mingzhang-disclosure-" + std::to_string(::getpid()))) {
    fs::create_directories(folder_ / "内层");
    for (const auto* name : {"附表2.xls", "附表1.XLSX", "说明.docx", "公章.jpg", ".隐藏.txt", "~$说明.docx"})
      std::ofstream(folder_ / name) << "x";
  }
  ~Disclosures() override { fs::remove_all(folder_); }

  static std::vector<std::string> names(const Disclosure& disclosure) {
    std::vector<std::string> out;
    for (const auto& file : disclosure.files) out.push_back(file.filename().string());
    return out;
  }

  fs::path folder_;
  std::string messages;
  Sinks sinks{[](std::string_view) {}, [this](std::string_view text) { messages += text; }};
  Common common;
};

TEST_F(Disclosures, AFolderIsNarrativesThenWorkbooks) {
  const auto found = disclosures_of({folder_}, false, common, sinks);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].name, folder_.string());
  EXPECT_EQ(names(found[0]), (std::vector<std::string>{"说明.docx", "附表1.XLSX", "附表2.xls"}));
  EXPECT_NE(messages.find("公章.jpg：不是能读取的文件"), std::string::npos) << messages;
  EXPECT_NE(messages.find("内层：不是能读取的文件"), std::string::npos) << messages;
  EXPECT_EQ(messages.find("隐藏"), std::string::npos) << messages;
}

TEST_F(Disclosures, OneDocumentInSeveralFormatsIsReadOnce) {
  for (const auto* name : {"说明.PDF", "说明.txt", "说明.xlsx", "目录.txt"}) std::ofstream(folder_ / name) << "x";
  const auto found = disclosures_of({folder_}, false, common, sinks);
  EXPECT_EQ(names(found.at(0)),
            (std::vector<std::string>{"目录.txt", "说明.docx", "说明.xlsx", "附表1.XLSX", "附表2.xls"}));
  EXPECT_NE(messages.find("说明.PDF：与同名的文件是同一份，没有检查；检查的是 说明.docx"), std::string::npos)
      << messages;
  // Whoever names them has them read.
  EXPECT_EQ(disclosures_of({folder_ / "说明.docx", folder_ / "说明.PDF"}, false, common, sinks).size(), 2U);
}

TEST_F(Disclosures, FilesAreEachTheirOwnOrAllOne) {
  const std::vector<fs::path> paths{"乙.xls", "甲.docx", "丙.xlsx"};
  EXPECT_EQ(disclosures_of(paths, false, common, sinks).size(), 3U);
  const auto one = disclosures_of(paths, true, common, sinks);
  ASSERT_EQ(one.size(), 1U);
  EXPECT_EQ(one[0].name, "乙.xls + 甲.docx + 丙.xlsx");
  EXPECT_EQ(names(one[0]), (std::vector<std::string>{"甲.docx", "乙.xls", "丙.xlsx"}));
  EXPECT_EQ(files_of(one).size(), 3U);
}

TEST_F(Disclosures, AnEmptyFolderStaysWhatCannotBeRead) {
  const auto found = disclosures_of({folder_ / "内层"}, false, common, sinks);
  EXPECT_EQ(found.at(0).files, std::vector<fs::path>{folder_ / "内层"});
}

}  // namespace
}  // namespace mingzhang::work
