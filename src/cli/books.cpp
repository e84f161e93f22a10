#include "work/books.h"

#include <memory>

#include "cli/command.h"

namespace mingzhang::cli {
namespace {

/// Adds the sub-commands of `books`; each fills its options and is the action if it was chosen.
class BooksCommands {
 public:
  BooksCommands(CLI::App& books, Front& front, Action& chosen) : books_(books), front_(front), chosen_(chosen) {}

  void add_all() {
    add_init();
    add_add();
    add_reverse();
    add_import();
    add_adopt();
    add_query("balance", work::Query::balance, "各项资金的收支和结转结余", "balances of every fund");
    add_query("budget", work::Query::budget, "预算指标、执行数和余额",
              "appropriations, what was spent and what is left");
    add_query("ledger", work::Query::ledger, "逐笔记录（其他记录用 --kind）",
              "the entries of money one by one, others with --kind");
    add_verify();
    add_export();
    add_restore();
  }

 private:
  template <class Options>
  CLI::App* command(const char* name, const std::shared_ptr<Options>& options,
                    int (*use_case)(const Options&, const work::Sinks&), const char* chinese, const char* english) {
    auto* command = books_.add_subcommand(name, front_.say(chinese, english));
    command->add_option("BOOKS", options->books, front_.say("账册文件", "the file of the books"))
        ->required()
        ->option_text(" ");
    Front& front = front_;
    Action& chosen = chosen_;
    command->callback([&front, &chosen, options, use_case] {
      chosen = [&front, options, use_case] {
        options->common = front.common;
        return use_case(*options, front.sinks);
      };
    });
    return command;
  }

  void add_who(CLI::App* command, work::BooksOptions& options) {
    command
        ->add_option("--who", options.who,
                     front_.say("记录人（默认为系统用户名）", "who enters it (default: the user of the system)"))
        ->option_text("NAME");
  }

  void add_allow(CLI::App* command, std::string& words) {
    command
        ->add_option("--allow-overspend", words,
                     front_.say("准予超指标，写明批准人和理由", "more may be spent than is left: by whom and why"))
        ->option_text("WHO/REASON");
  }

  void add_init() {
    auto options = std::make_shared<work::BooksInit>();
    auto* made = command("init", options, work::books_init, "新建账册", "make new books");
    made->add_option("--unit", options->unit, front_.say("单位名称", "name of the unit"))->option_text("NAME");
    made->add_option("--code", options->code, front_.say("单位代码", "code of the unit"))->option_text("CODE");
    add_who(made, *options);
  }

  void add_add() {
    auto options = std::make_shared<work::BooksAdd>();
    auto* made = command("add", options, work::books_add, "记一条", "make one entry");
    made->add_option("KIND", options->kind, front_.say("业务类型：budget、payment……", "kind: budget, payment ..."))
        ->required()
        ->option_text(" ");
    made->add_option("PAIRS", options->pairs, front_.say("列名=值，可以有多个", "key=value, any number"))
        ->option_text("KEY=VALUE...");
    add_allow(made, options->allow_overspend);
    add_who(made, *options);
  }

  void add_reverse() {
    auto options = std::make_shared<work::BooksReverse>();
    auto* made =
        command("reverse", options, work::books_reverse, "冲销一条记录", "take an entry back by a further one");
    made->add_option("NUMBER", options->number, front_.say("记录编号", "number of the entry"))
        ->required()
        ->option_text(" ");
    made->add_option("--reason", options->reason, front_.say("原因", "why"))->option_text("WHY");
    add_allow(made, options->allow_overspend);
    add_who(made, *options);
  }

  void add_import() {
    auto options = std::make_shared<work::BooksImport>();
    auto files = std::make_shared<std::vector<std::string>>();
    auto* made = command("import", options, work::books_import, "导入文件，全部成功或全部不写入",
                         "import files, all of them or nothing");
    made->add_option("FILE", options->files,
                     front_.say("CSV、制表符分隔的文本或工作簿", "CSV, text with tabs, or workbooks"))
        ->required()
        ->option_text("...");
    made->add_option("--kind", options->kind, front_.say("没有“类型”列的行是什么", "what rows are that do not say it"))
        ->option_text("KIND");
    made->add_option("--register", options->into_register,
                     front_.say("各行是这个台账的记录", "rows are records of this register"))
        ->option_text("NAME");
    made->add_flag("--dry-run", options->dry_run, front_.say("只检查，不写入", "only tell what would happen"));
    made->add_flag("--again", options->again, front_.say("同一文件再导入一次", "import the same file once more"));
    add_allow(made, options->allow_overspend);
    add_who(made, *options);
  }

  void add_adopt() {
    auto options = std::make_shared<work::BooksAdopt>();
    auto* made = command("adopt", options, work::books_adopt, "采用已公开文件的数字和文字，作为上年数",
                         "take the figures and words of a published document as last year's");
    made->add_option("FILE", options->file, front_.say("已公开的文件", "the published document"))
        ->required()
        ->option_text(" ");
    made->add_option("--profile", options->profile,
                     front_.say("公开格式（默认自动识别）", "form of the document (default: recognised)"))
        ->option_text("ID");
    made->add_flag("--dry-run", options->dry_run, front_.say("只列出，不写入", "only tell what would be adopted"));
    made->add_flag("--again", options->again, front_.say("同一文件再采用一次", "adopt the same file once more"));
    add_who(made, *options);
  }

  void add_query(const char* name, work::Query query, const char* chinese, const char* english) {
    auto options = std::make_shared<work::BooksQuery>();
    options->query = query;
    options->format = "text";
    auto* made = command(name, options, work::books_query, chinese, english);
    made->add_option("--year", options->year, front_.say("年度", "fiscal year"))->option_text("YEAR");
    made->add_option("--format", options->format,
                     front_.say("text（默认）、csv 或 json", "text (default), csv or json"))
        ->check(CLI::IsMember({"text", "csv", "json"}))
        ->option_text("FORMAT");
    made->add_option("--output", front_.common.output, front_.say("结果写入文件", "write the result to a file"))
        ->option_text("PATH");
    if (query != work::Query::ledger) return;
    made->add_option("--kind", options->kind, front_.say("只列这类记录", "only this kind of entries"))
        ->option_text("KIND");
    made->add_option("--function", options->function,
                     front_.say("只列这个功能科目及其下级", "only this functional code and those below"))
        ->option_text("CODE");
    made->add_option("--project", options->project, front_.say("只列这个项目", "only this project"))
        ->option_text("NAME");
    made->add_option("--limit", options->limit,
                     front_.say("最多列多少条（默认最近 1000 条）", "how many at most (default: the last 1000)"))
        ->check(CLI::Range(1, 100'000'000))
        ->option_text("N");
  }

  void add_verify() {
    command("verify", std::make_shared<work::BooksOptions>(), work::books_verify, "核对账册是否完好、未被改动",
            "are the books whole and unchanged");
  }

  void add_export() {
    auto* made = command("export", std::make_shared<work::BooksOptions>(), work::books_export, "全部导出到文件夹",
                         "export everything into a folder");
    made->add_option("--output", front_.common.output,
                     front_.say("文件夹，不存在或是空的", "the folder, empty or not there yet"))
        ->option_text("DIR");
  }

  void add_restore() {
    auto options = std::make_shared<work::BooksRestore>();
    auto* made =
        command("restore", options, work::books_restore, "从导出的文件夹恢复成新账册", "make new books of an export");
    made->add_option("DIR", options->folder, front_.say("导出的文件夹", "the folder of the export"))
        ->required()
        ->option_text(" ");
  }

  CLI::App& books_;
  Front& front_;
  Action& chosen_;
};

}  // namespace

void add_books(CLI::App& app, Front& front, Action& chosen) {
  auto* books = app.add_subcommand("books", front.say("记账：预算、收支、项目，并核对、导入导出",
                                                      "keep the books: budget, income, payments, projects"));
  BooksCommands(*books, front, chosen).add_all();
  books->require_subcommand(1);
}

}  // namespace mingzhang::cli
