#include "formats/ooxml/archive.h"

#include <zip.h>

#include <memory>

#include "formats/rejected.h"

namespace mingzhang::formats {
namespace {

// A workbook of half a million cells has 60 MB of XML; text is deflated to a tenth, seldom to a hundredth.
constexpr zip_int64_t most_entries = 20'000;
constexpr std::uint64_t most_bytes = 160ULL << 20U, most_total = 400ULL << 20U;
constexpr std::uint64_t most_ratio = 500, ratio_free = 1ULL << 20U;

struct CloseFile {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

[[noreturn]] void refuse(const char* code, const std::string& detail) {
  throw Rejected(code, 0, "ZIP: " + detail);
}

}  // namespace

Archive::Archive(std::string_view bytes) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source == nullptr) throw std::bad_alloc();
  archive_ = zip_open_from_source(source, ZIP_RDONLY, &error);
  const std::string why = archive_ == nullptr ? zip_error_strerror(&error) : "";
  zip_error_fini(&error);
  if (archive_ == nullptr) {
    zip_source_free(source);
    refuse("damaged", why);
  }
  const zip_int64_t entries = zip_get_num_entries(archive_, 0);
  if (entries > most_entries) {
    zip_discard(archive_);
    refuse("too-large", std::to_string(entries) + " entries");
  }
}

Archive::~Archive() {
  zip_discard(archive_);
}

bool Archive::contains(const std::string& name) const {
  return zip_name_locate(archive_, name.c_str(), ZIP_FL_ENC_RAW) >= 0;
}

std::string Archive::read(const std::string& name) {
  zip_stat_t status;
  zip_stat_init(&status);
  constexpr zip_uint64_t needed = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_INDEX | ZIP_STAT_ENCRYPTION_METHOD;
  if (zip_stat(archive_, name.c_str(), ZIP_FL_ENC_RAW, &status) != 0 || (status.valid & needed) != needed)
    refuse("damaged", name);
  if (status.encryption_method != ZIP_EM_NONE) refuse("encrypted", name);
  if (status.size > most_bytes || status.size > most_total - total_ ||
      (status.size > ratio_free && status.size / most_ratio > status.comp_size))
    refuse("too-large", name + " " + std::to_string(status.size) + " B");
  total_ += status.size;
  const std::unique_ptr<zip_file_t, CloseFile> file(zip_fopen_index(archive_, status.index, 0));
  if (!file) refuse("damaged", name);
  // One byte more, which there must not be: reaching the end is what compares the check sum.
  std::string content(status.size + 1, '\0');
  std::uint64_t size = 0;
  while (size < content.size()) {
    const zip_int64_t got = zip_fread(file.get(), content.data() + size, content.size() - size);
    if (got < 0) refuse("damaged", name);
    if (got == 0) break;
    size += static_cast<std::uint64_t>(got);
  }
  if (size != status.size) refuse("damaged", name);
  content.resize(size);
  return content;
}

}  // namespace mingzhang::formats
