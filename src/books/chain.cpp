#include "books/chain.h"

#include <openssl/evp.h>

#include <charconv>
#include <stdexcept>

namespace mingzhang::books {
namespace {

void require(int result) {
  if (result != 1) throw std::runtime_error("SHA-256 of OpenSSL failed");
}

void append_decimal(std::string& out, std::int64_t number) {
  char digits[24];
  out.append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
}

/// A netstring: no two lists of values have the same encoding.
void append(std::string& out, std::string_view value) {
  append_decimal(out, static_cast<std::int64_t>(value.size()));
  out += ':';
  out += value;
  out += ',';
}

void append(std::string& out, std::int64_t number) {
  char digits[24];
  append(out, std::string_view(digits, std::to_chars(digits, digits + sizeof digits, number).ptr));
}

}  // namespace

std::string hex(const Digest& digest) {
  constexpr char digits[] = "0123456789abcdef";
  std::string out;
  for (const unsigned char byte : digest) {
    out += digits[byte >> 4];
    out += digits[byte & 15];
  }
  return out;
}

std::string_view bytes_of(const Digest& digest) {
  return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

struct Hasher::State {
  EVP_MD* algorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  EVP_MD_CTX* context = EVP_MD_CTX_new();
  ~State() {
    EVP_MD_CTX_free(context);
    EVP_MD_free(algorithm);
  }
};

Hasher::Hasher() : state_(std::make_unique<State>()) {
  require(EVP_DigestInit_ex2(state_->context, state_->algorithm, nullptr));
}

Hasher::~Hasher() = default;

void Hasher::add(std::string_view bytes) {
  require(EVP_DigestUpdate(state_->context, bytes.data(), bytes.size()));
}

Digest Hasher::finish() {
  Digest digest;
  require(EVP_DigestFinal_ex(state_->context, digest.data(), nullptr));
  require(EVP_DigestInit_ex2(state_->context, state_->algorithm, nullptr));
  return digest;
}

Digest Chain::next(const Digest& before, const Entry& entry) {
  encoded_ = "mingzhang-entry-1,";
  append(encoded_, bytes_of(before));
  append(encoded_, entry.number);
  append(encoded_, entry.kind->id);
  append(encoded_, entry.at);
  append(encoded_, entry.who);
  append(encoded_, entry.reverses);
  append(encoded_, entry.note);
  append(encoded_, entry.allowed);
  append(encoded_, entry.amount);
  for (const auto& value : entry.values) append(encoded_, value);
  hasher_.add(encoded_);
  return hasher_.finish();
}

}  // namespace mingzhang::books
