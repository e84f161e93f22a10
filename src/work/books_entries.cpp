// New books, single entries, and taking one back.
#include <fmt/format.h>

#include "books/failure.h"
#include "work/books_parts.h"

namespace mingzhang::work {
namespace {

using books::Books;

void tell_problems(const std::vector<books::Problem>& problems, const books::Vocabulary& vocabulary,
                   const Common& common, const Sinks& sinks) {
  for (const auto& problem : problems)
    sinks.messages(field_name(problem.field, vocabulary, common) +
                   (problem.field.empty() ? "" : common.say("：", ": ")) + problem_words(problem, vocabulary, common) +
                   "\n");
}

int init(const BooksInit& options, const Sinks& sinks) {
  const auto& common = options.common;
  if (options.unit.empty()) throw UsageError(common.say("须用 --unit 给出单位名称", "--unit NAME is needed"));
  const auto vocabulary = load_vocabulary(common);
  NewFile file(options.books);
  Books books = Books::create(options.books);
  auto transaction = books.begin();
  auto desk = desk_for(books, vocabulary, options);
  books::Draft draft(*books::find_kind("unit"));
  draft.values = {options.code, options.unit};
  std::vector<books::Problem> problems;
  if (desk.take(draft, problems) == 0) {
    tell_problems(problems, vocabulary, common, sinks);
    return exit_errors;
  }
  transaction.commit();
  file.keep();
  sinks.messages(common.say("已建账：", "books made: ") + options.books.string() + "\n");
  return exit_clean;
}

std::vector<books::Pair> pairs_of(const std::vector<std::string>& words, const Common& common) {
  std::vector<books::Pair> pairs;
  for (const auto& word : words) {
    const auto equals = word.find('=');
    if (equals == std::string::npos || equals == 0)
      throw UsageError(common.say("应写成 列名=值：", "expected key=value: ") + word);
    pairs.push_back({word.substr(0, equals), word.substr(equals + 1)});
  }
  return pairs;
}

int add(const BooksAdd& options, const Sinks& sinks) {
  const auto& common = options.common;
  const auto vocabulary = load_vocabulary(common);
  const auto& kind = kind_named(options.kind, vocabulary, common);
  const auto pairs = pairs_of(options.pairs, common);
  Books books(options.books);
  auto transaction = books.begin();
  auto desk = desk_for(books, vocabulary, options);
  allow_overspend(desk, options.allow_overspend, common);
  std::vector<books::Problem> problems;
  const auto draft = books::draft_of(kind, pairs, vocabulary, problems);
  const auto number = draft ? desk.take(*draft, problems) : 0;
  if (number == 0) {
    tell_problems(problems, vocabulary, common, sinks);
    return exit_errors;
  }
  if (is_performance(kind) && !examine_entries(books, {{"", {{number, "", 0, nullptr}}}}, options, sinks))
    return exit_errors;
  transaction.commit();
  sinks.results(common.say("已记入，编号 ", "entered as ") + std::to_string(number) + "\n");
  return exit_clean;
}

int reverse(const BooksReverse& options, const Sinks& sinks) {
  const auto& common = options.common;
  if (options.reason.empty()) throw UsageError(common.say("须用 --reason 说明冲销的原因", "--reason WHY is needed"));
  const auto vocabulary = load_vocabulary(common);
  Books books(options.books);
  auto transaction = books.begin();
  auto desk = desk_for(books, vocabulary, options);
  allow_overspend(desk, options.allow_overspend, common);
  std::vector<books::Problem> problems;
  const auto number = desk.reverse(options.number, options.reason, problems);
  if (number == 0) {
    tell_problems(problems, vocabulary, common, sinks);
    return exit_errors;
  }
  transaction.commit();
  sinks.results(
      fmt::format(fmt::runtime(common.say("第 {} 号已冲销，冲销记录编号 {}\n", "entry {} taken back by entry {}\n")),
                  options.number, number));
  return exit_clean;
}

}  // namespace

int books_init(const BooksInit& options, const Sinks& sinks) {
  return guarded(options.common, sinks, [&] { return init(options, sinks); });
}

int books_add(const BooksAdd& options, const Sinks& sinks) {
  return guarded(options.common, sinks, [&] { return add(options, sinks); });
}

int books_reverse(const BooksReverse& options, const Sinks& sinks) {
  return guarded(options.common, sinks, [&] { return reverse(options, sinks); });
}

}  // namespace mingzhang::work
