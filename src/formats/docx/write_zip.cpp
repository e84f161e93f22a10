#include "formats/docx/write_zip.h"

#include <zip.h>

#include <ctime>

#include "formats/xlsx/write.h"

namespace mingzhang::formats {
namespace {

constexpr time_t fixed_time = 946'684'800;  // 2000-01-01, so that the same document is the same bytes

[[noreturn]] void fail(const std::string& what) {
  throw WriteError("archive: " + what);
}

std::string bytes_of(zip_source_t* source) {
  if (zip_source_open(source) != 0) fail("cannot be read back");
  std::string bytes;
  char block[1U << 16U];
  for (zip_int64_t count = 0; (count = zip_source_read(source, block, sizeof block)) != 0;) {
    if (count < 0) fail("cannot be read back");
    bytes.append(block, static_cast<std::size_t>(count));
  }
  zip_source_close(source);
  return bytes;
}

}  // namespace

std::string write_zip(const std::vector<ArchivePart>& parts) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
  if (target == nullptr) fail(zip_error_strerror(&error));
  zip_source_keep(target);  // it outlives the archive
  zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
  if (archive == nullptr) {
    zip_source_free(target);
    zip_source_free(target);
    fail(zip_error_strerror(&error));
  }
  for (const auto& part : parts) {
    zip_source_t* source = zip_source_buffer(archive, part.bytes.data(), part.bytes.size(), 0);
    const auto index = source == nullptr ? -1 : zip_file_add(archive, part.name.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (index < 0 || zip_file_set_mtime(archive, static_cast<zip_uint64_t>(index), fixed_time, 0) != 0) {
      zip_source_free(source);
      zip_discard(archive);
      zip_source_free(target);
      fail(part.name);
    }
  }
  if (zip_close(archive) != 0) {
    const std::string why = zip_strerror(archive);
    zip_discard(archive);
    zip_source_free(target);
    fail(why);
  }
  std::string bytes = bytes_of(target);
  zip_source_free(target);
  return bytes;
}

}  // namespace mingzhang::formats
