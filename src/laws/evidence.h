// The laws of a document under trial changes of its figures: what each change would mend and harm.
// Inside this room only.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "laws/balance.h"
#include "laws/diagnose.h"

namespace mingzhang::laws {

/// Lists of numbers, one after the other: list(i) for i < size().
template <typename Entry>
class Lists {
 public:
  void append(const std::vector<Entry>& list) {
    entries_.insert(entries_.end(), list.begin(), list.end());
    ends_.push_back(entries_.size());
  }
  std::span<const Entry> list(std::size_t index) const {
    const std::size_t begin = index == 0 ? 0 : ends_[index - 1];
    return std::span<const Entry>(entries_).subspan(begin, ends_[index] - begin);
  }
  std::size_t size() const { return ends_.size(); }

 private:
  std::vector<Entry> entries_;
  std::vector<std::size_t> ends_;
};

/// A law that a figure takes part in.
struct Touch {
  std::uint32_t law = 0;
  int coefficient = 0;  ///< in a linear law; 0 in others
};

struct Effect {
  std::uint32_t mended = 0;  ///< open laws that would hold
  std::uint32_t harmed = 0;  ///< laws that hold now and would not
};

/// A law is open while it is broken and no fault explains it.
class Evidence {
 public:
  Evidence(const std::vector<Figure>& figures, const std::vector<Law>& laws);

  const std::vector<Verdict>& verdicts() const { return verdicts_; }
  Figures now() const { return now_; }
  const money::Decimal& value(std::uint32_t figure) const { return now_[figure].value; }
  bool is_open(std::uint32_t law) const { return open_[law]; }
  std::uint32_t open_count(std::uint32_t figure) const { return open_count_[figure]; }
  std::span<const Touch> touches(std::uint32_t figure) const { return touches_.list(figure); }
  std::span<const std::uint32_t> members(std::uint32_t law) const { return members_.list(law); }

  /// The value of a figure that satisfies one law, as things stand now.
  std::optional<money::Decimal> mend(const Touch& touch, std::uint32_t figure);

  /// Of giving all of `figures`, which carry one value now, the same new one. The laws it mends are appended to
  /// `mended`.
  Effect effect_of(std::span<const std::uint32_t> figures, const money::Decimal& value,
                   std::vector<std::uint32_t>* mended = nullptr);
  void change(std::span<const std::uint32_t> figures, const money::Decimal& value);
  void close(std::uint32_t law);

  /// So many terms were looked at that the rest must do without: the bound that holds for hostile documents.
  bool exhausted() const;
  void add_work(std::uint64_t terms) { work_ += terms; }

 private:
  const std::vector<Law>& laws_;
  std::vector<cube::Quantity> now_;
  std::vector<Verdict> verdicts_;
  std::vector<Outcome> outcomes_;  ///< as things stand now
  std::vector<bool> open_;
  std::vector<std::uint32_t> open_count_;
  std::vector<bool> balanced_;  ///< long lists are judged by their balance: a change costs one step, not one a term
  std::vector<Balance> balances_;
  Lists<Touch> touches_;
  Lists<std::uint32_t> members_;
  std::vector<Touch> touched_;  ///< of the change at hand; kept for its memory
  std::uint64_t work_ = 0;

  void judge_all();
  void index(std::size_t figure_count);
  std::span<const Touch> touched_by(std::span<const std::uint32_t> figures);
  Outcome outcome_after(const Touch& touch, const money::Decimal& difference);
};

}  // namespace mingzhang::laws
