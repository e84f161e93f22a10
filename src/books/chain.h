// The hash chain: the hash of an entry covers the one before it and everything that the entry says. docs/books.md.
#pragma once

#include <array>
#include <memory>
#include <string>
#include <string_view>

#include "books/entry.h"

namespace mingzhang::books {

using Digest = std::array<unsigned char, 32>;  ///< SHA-256

std::string hex(const Digest& digest);
std::string_view bytes_of(const Digest& digest);

/// SHA-256 over any bytes, in pieces.
class Hasher {
 public:
  Hasher();
  ~Hasher();
  Hasher(const Hasher&) = delete;
  Hasher& operator=(const Hasher&) = delete;

  void add(std::string_view bytes);
  Digest finish();  ///< and begins anew

 private:
  struct State;
  std::unique_ptr<State> state_;
};

class Chain {
 public:
  /// The hash of `entry` after an entry of hash `before`; before the first one it is all zeros.
  Digest next(const Digest& before, const Entry& entry);

 private:
  Hasher hasher_;
  std::string encoded_;
};

}  // namespace mingzhang::books
