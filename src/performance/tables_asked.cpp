#include "performance/tables_asked.h"

#include <algorithm>
#include <vector>

#include "books/registers.h"
#include "money/decimal.h"

namespace mingzhang::performance {
namespace {

class RegisterTable final : public AskedTable {
 public:
  RegisterTable(books::Books& books, books::Register described) : books_(books), register_(std::move(described)) {}

  std::optional<Column> column(std::string_view name) const override {
    const auto index = register_.index(name);
    if (!index) return std::nullopt;
    const auto& type = register_.columns[*index].type;
    return Column{*index, type == "date"     ? Type::date
                          : type == "number" ? Type::number
                          : type == "money"  ? Type::money
                                             : Type::text};
  }

  std::optional<std::size_t> when() const override {
    const auto& columns = register_.columns;
    const auto found = std::find_if(columns.begin(), columns.end(),
                                    [](const auto& one) { return one.type == "date" && !one.name.empty(); });
    return found == columns.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - columns.begin()));
  }

  std::optional<std::size_t> year() const override { return std::nullopt; }

  std::optional<std::string> value(std::string_view name, const std::string& written) const override {
    return books::cell_value(register_.columns[*register_.index(name)].type, written);
  }

  void scan(std::int64_t up_to, const std::function<void(std::int64_t, Cells)>& visit) const override {
    std::vector<std::string_view> cells;
    books::each_record(books_, register_.name, up_to, [&](std::int64_t entry, std::string_view kept) {
      books::split_cells(kept, cells);
      cells.resize(register_.columns.size());
      visit(entry, cells);
    });
  }

 private:
  books::Books& books_;
  books::Register register_;
};

/// Entries of one kind; their columns are known by the headers of imports.
class EntryTable final : public AskedTable {
 public:
  EntryTable(books::Books& books, const books::Vocabulary& vocabulary, const books::Kind& kind)
      : books_(books), vocabulary_(vocabulary), kind_(kind) {}

  std::optional<Column> column(std::string_view name) const override {
    const auto field = vocabulary_.header(name).field;
    const auto& fields = kind_.table->fields;
    if (field == "amount" && kind_.table->has_amount)
      return Column{fields.size(), kind_.table->name == "money" ? Type::money : Type::number};
    const auto index = kind_.table->index(field);
    if (field.empty() || index == fields.size()) return std::nullopt;
    return Column{index, fields[index].type == books::Field::Type::date ? Type::date : Type::text};
  }

  std::optional<std::size_t> when() const override { return index_of("date"); }
  std::optional<std::size_t> year() const override { return index_of("year"); }

  std::optional<std::string> value(std::string_view name, const std::string& written) const override {
    const auto field = vocabulary_.header(name).field;
    const auto type = column(name)->type;
    if (type != Type::text) return books::cell_value(type == Type::date ? "date" : "number", written);
    const auto known = vocabulary_.value(field, written);
    return known ? std::optional(std::string(*known)) : std::nullopt;
  }

  void scan(std::int64_t up_to, const std::function<void(std::int64_t, Cells)>& visit) const override {
    std::vector<std::string_view> cells;
    books_.each_standing(
        *kind_.table,
        [&](const books::Entry& entry) {
          if (entry.kind != &kind_) return;
          cells.assign(entry.values.begin(), entry.values.end());
          const std::string amount = money::Decimal(entry.amount, 2).to_string();
          cells.push_back(amount);
          visit(entry.number, cells);
        },
        up_to);
  }

 private:
  std::optional<std::size_t> index_of(std::string_view field) const {
    const auto index = kind_.table->index(field);
    return index == kind_.table->fields.size() ? std::nullopt : std::optional(index);
  }

  books::Books& books_;
  const books::Vocabulary& vocabulary_;
  const books::Kind& kind_;
};

}  // namespace

std::unique_ptr<AskedTable> asked_table(books::Books& books, const books::Vocabulary& vocabulary,
                                        const std::string& name) {
  if (auto described = books::find_register(books, name))
    return std::make_unique<RegisterTable>(books, std::move(*described));
  const auto* kind = vocabulary.kind(name);
  if (kind == nullptr) return nullptr;
  return std::make_unique<EntryTable>(books, vocabulary, *kind);
}

}  // namespace mingzhang::performance
