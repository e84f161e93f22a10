#include "work/explain.h"

#include <memory>

#include "cli/command.h"

namespace mingzhang::cli {

void add_explain(CLI::App& app, Front& front, Action& chosen) {
  auto options = std::make_shared<work::ExplainOptions>();
  auto* command = app.add_subcommand(
      "explain", front.say("说明一个数据从何而来：切片、出处或凭证、有关规则", "why a figure is what it is"));
  command->add_option("FILE", options->file, front.say("公开文件或账册", "a document, or books"))
      ->required()
      ->option_text(" ");
  const auto text = [&](const char* name, std::string& value, const char* chinese, const char* english,
                        const char* shown) {
    command->add_option(name, value, front.say(chinese, english))->option_text(shown);
  };
  text("--table", options->table, "报表或部分：代号或标题", "table or section: id or title", "TABLE");
  text("--row", options->row, "行：科目代码或名称", "row: code or label", "ROW");
  text("--column", options->column, "列：表头文字", "column: words of its header", "COLUMN");
  text("--cell", options->cell, "按坐标：flow=income,fund=fiscal", "by coordinates: flow=income,fund=fiscal", "CELL");
  command->add_option("--line", options->line, front.say("按行号（公开文件）", "by line (documents)"))
      ->option_text("N");
  command->add_option("--year", options->year, front.say("年度（账册）", "the year (books)"))
      ->check(CLI::Range(1990, 2099))
      ->option_text("YEAR");
  text("--profile", options->profile, "公开格式", "form of the document", "ID");
  command->callback([&front, &chosen, options] {
    chosen = [&front, options] {
      options->common = front.common;
      return work::explain(*options, front.sinks);
    };
  });
}

}  // namespace mingzhang::cli
