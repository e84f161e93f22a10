// A document that was read, as a source of figures: to give it out again in other formats, and to explain it.
#pragma once

#include <map>
#include <unordered_map>

#include "profile/reading.h"
#include "publish/material.h"

namespace mingzhang::publish {

/// Figures are those of the tables, then of the narrative. Last year's value is this year's less the printed change, or
/// the same where 持平 was printed.
class FactsSource : public cube::Source, public Stated {
 public:
  /// `reading` and its document must live as long.
  explicit FactsSource(const profile::Reading& reading);

  std::optional<cube::Figure> figure(const cube::Cell& cell) const override;
  std::vector<cube::Member> members(cube::Dimension dimension, const cube::Cell& within,
                                    std::size_t level) const override;
  std::string words(std::string_view role, const cube::Cell& cell) const override;
  std::vector<cube::PerformanceTable> performance_tables(int year, cube::PerformanceTable::Stage stage) const override;
  std::optional<money::Decimal> stated(cube::Claim claim, const cube::Cell& subject,
                                       const cube::Cell& base) const override;
  bool prints_table(const std::string& id) const override;

 private:
  void take_values();
  void take_claims();
  void take_base(const cube::Statement& claim, const money::Decimal& change);

  struct ClaimKey {
    cube::Claim claim;
    cube::Cell subject, base;
    friend bool operator<(const ClaimKey& a, const ClaimKey& b) {
      return std::tie(a.claim, a.subject, a.base) < std::tie(b.claim, b.subject, b.base);
    }
  };

  const profile::Reading& reading_;
  std::unordered_map<cube::Cell, cube::Figure, cube::CellHash> figures_;
  std::vector<cube::Cell> named_;  ///< cells of figures and of names, in the order of the document
  std::map<ClaimKey, money::Decimal> claims_;
  std::map<std::pair<std::string, cube::Cell>, std::string> words_;
};

}  // namespace mingzhang::publish
