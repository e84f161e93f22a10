// What is asked at the terminal: balances, budget against outturn, the ledger.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "books/books.h"

namespace mingzhang::books {

/// Rows of texts under ids of columns ("fund", "left"); amounts in yuan with two decimals, ungrouped.
struct Answer {
  struct Column {
    std::string_view id;
    bool is_figure = false;
  };
  std::vector<Column> columns;
  std::vector<std::vector<std::string>> rows;
};

/// Of every fund: opening, income, surplus used, expenditure, distribution, closing; a row of totals last.
Answer balance(Books& books, const std::string& year);

/// Of every appropriation: 年初预算, adjustments, 全年预算, spent, left, and the rate of execution.
Answer budget(Books& books, const std::string& year);

struct LedgerOptions {
  std::string year, kind, function, project;  ///< empty: all; a code stands for all below it
  std::int64_t limit = 1000;                  ///< the last ones
};
Answer ledger(Books& books, const LedgerOptions& options);

/// The years of which there are entries of money, and of which there are entries of any kind.
std::vector<std::string> years_of_money(Books& books);
std::vector<std::string> years(Books& books);

}  // namespace mingzhang::books
