#include "books/appropriation.h"

#include "money/fen.h"

namespace mingzhang::books {
namespace {

std::string key_of(const Entry& entry) {
  std::string key;
  for (const auto field : {"year", "agency", "fund", "nature", "function", "project"}) {
    key += entry.value(field);
    key += '\x1f';
  }
  return key;
}

/// What the entry does to what is left.
std::int64_t change_of(const Entry& entry) {
  const money::Fen none, amount(entry.amount);
  return (entry.kind->appropriation < 0 ? none - amount : amount).count();
}

}  // namespace

bool Appropriations::knows(const Entry& entry) const {
  return left_.contains(key_of(entry));
}

std::int64_t Appropriations::left(const Entry& entry) const {
  const auto found = left_.find(key_of(entry));
  return found == left_.end() ? 0 : found->second;
}

bool Appropriations::overdraws(const Entry& entry) const {
  if (entry.kind->appropriation == 0) return false;
  const money::Fen change(change_of(entry)), after = money::Fen(left(entry)) + change;
  return change < money::Fen() && after < money::Fen();
}

void Appropriations::apply(const Entry& entry) {
  if (entry.kind->appropriation == 0) return;
  auto& left = left_[key_of(entry)];
  left = (money::Fen(left) + money::Fen(change_of(entry))).count();
}

}  // namespace mingzhang::books
