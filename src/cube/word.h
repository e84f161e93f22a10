// Words that many figures share: the names of tables, columns, sections and members.
#pragma once

#include <concepts>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace mingzhang::cube {

/// An interned text; equal ones are one word of four bytes. Made from any text and given where any text is wanted.
/// Ordered by its bytes, so that output never depends on the order of reading.
class Word {
 public:
  constexpr Word() = default;  ///< the empty one
  template <typename Text>
  requires(std::convertible_to<const Text&, std::string_view> && !std::same_as<Text, Word>) Word(const Text& text)
      : id_(intern(text)) {}

  bool empty() const { return id_ == 0; }
  const std::string& str() const;
  operator const std::string&() const { return str(); }
  operator std::string_view() const { return str(); }

  friend bool operator==(Word, Word) = default;
  template <typename Text>
  requires(std::convertible_to<const Text&, std::string_view> && !std::same_as<Text, Word>) friend bool operator==(
      Word a, const Text& b) {
    return a.str() == std::string_view(b);
  }
  template <typename Text>
  requires std::convertible_to<const Text&, std::string_view>
  friend std::string operator+(Word a, const Text& b) { return std::string(a.str()).append(std::string_view(b)); }
  template <typename Text>
  requires(std::convertible_to<const Text&, std::string_view> && !std::same_as<Text, Word>) friend std::string
  operator+(const Text& a, Word b) {
    return std::string(std::string_view(a)).append(b.str());
  }
  friend bool operator<(Word a, Word b) { return a.id_ != b.id_ && a.str() < b.str(); }
  std::size_t hash() const { return id_; }

 private:
  static std::uint32_t intern(std::string_view text);

  std::uint32_t id_ = 0;
};

}  // namespace mingzhang::cube
