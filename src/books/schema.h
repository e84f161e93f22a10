// The file that books are kept in: its version, and how an older one becomes the newest. Inside this room only.
#pragma once

#include "books/database.h"

namespace mingzhang::books {

inline constexpr std::int64_t application_id = 0x4D5A5A42;  // "MZZB"
inline constexpr int newest_version = 4;

/// Brings books to `version` step by step, each step in a transaction of its own. An empty file becomes books.
void migrate(Database& database, int version = newest_version);

/// Throws Failure "not-books" for another SQLite file, "newer" for books of a later program. Returns the version.
int version_of(Database& database);

}  // namespace mingzhang::books
