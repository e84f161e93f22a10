#include "cube/word.h"

#include <array>
#include <atomic>
#include <mutex>
#include <stdexcept>
#include <unordered_map>

namespace mingzhang::cube {
namespace {

/// Words are never freed: they are compared by number and outlive every document. They stand in blocks that never move,
/// so that whoever has a number may look its text up while others add words.
class Pool {
 public:
  Pool() { add({}); }

  std::uint32_t number_of(std::string_view text) {
    const std::lock_guard lock(door_);
    const auto found = numbers_.find(text);
    return found != numbers_.end() ? found->second : add(text);
  }

  const std::string& text_of(std::uint32_t number) const {
    return blocks_[number / block_size].load(std::memory_order_acquire)[number % block_size];
  }

 private:
  static constexpr std::uint32_t block_size = 1 << 10, most_blocks = 1 << 16;

  std::uint32_t add(std::string_view text) {
    const std::uint32_t number = count_, block = number / block_size;
    if (block == most_blocks) throw std::length_error("too many words");
    if (number % block_size == 0) blocks_[block].store(new std::string[block_size], std::memory_order_release);
    std::string& kept = blocks_[block].load(std::memory_order_relaxed)[number % block_size];
    kept = text;
    numbers_.emplace(kept, number);
    ++count_;
    return number;
  }

  std::mutex door_;
  std::unordered_map<std::string_view, std::uint32_t> numbers_;
  std::array<std::atomic<std::string*>, most_blocks> blocks_{};
  std::uint32_t count_ = 0;
};

/// Leaked, so that words in other static objects stay valid while the program ends.
Pool& pool() {
  static auto* const all = new Pool;
  return *all;
}

}  // namespace

std::uint32_t Word::intern(std::string_view text) {
  return text.empty() ? 0 : pool().number_of(text);
}

const std::string& Word::str() const {
  return pool().text_of(id_);
}

}  // namespace mingzhang::cube
