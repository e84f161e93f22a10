// Documents and data files that tests make up.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <string_view>

#include "formats/text/text_format.h"
#include "profile/data_files.h"
#include "profile/reading.h"

namespace mingzhang::support {

inline document::Document document_of(std::string_view text) {
  static const formats::Converters converters;
  return formats::parse_text(text, converters);
}

/// A folder of data files that goes when the test does; what it lacks is taken from inside the program.
class DataFolder {
 public:
  DataFolder() {
    static int count = 0;
    path_ = std::filesystem::temp_directory_path() /
            ("mingzhang-data-" + std::to_string(::getpid()) + "-" + std::to_string(++count));
    std::filesystem::create_directories(path_);
  }
  DataFolder(const DataFolder&) = delete;
  DataFolder& operator=(const DataFolder&) = delete;
  ~DataFolder() { std::filesystem::remove_all(path_); }

  DataFolder& put(const std::string& name, std::string_view content) {
    std::filesystem::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << content;
    return *this;
  }
  profile::DataFiles files() const { return profile::DataFiles(path_); }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// A reading with the document that it refers to.
struct ReadDocument {
  std::unique_ptr<const document::Document> document;
  profile::Reading reading;
};

inline ReadDocument read(std::string_view text, const profile::DataFiles& data, const std::string& profile = {}) {
  ReadDocument out;
  out.document = std::make_unique<const document::Document>(document_of(text));
  out.reading = profile::read_document(*out.document, data, profile);
  return out;
}

/// What a profile::BadProfile says; empty if none is thrown.
template <typename Work>
std::string mistake(Work work) {
  try {
    work();
  } catch (const profile::BadProfile& error) {
    return error.what();
  }
  return {};
}

}  // namespace mingzhang::support
