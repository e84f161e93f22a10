#include "work/front.h"

#include <new>

#include "books/failure.h"
#include "formats/xlsx/write.h"
#include "performance/taxonomy.h"
#include "report/excerpt.h"
#include "scoring/bad_pack.h"
#include "work/books_parts.h"
#include "work/output.h"

namespace mingzhang::work {
namespace {

void tell(const Common& common, const Sinks& sinks, std::string_view chinese, std::string_view english,
          const char* what) {
  sinks.messages(common.say(chinese, english) + report::printable(what) + "\n");
}

}  // namespace

std::string there_are(const std::vector<std::string>& names, const Common& common) {
  std::string list;
  for (const auto& name : names) list += (list.empty() ? "" : common.say("、", ", ")) + report::printable(name);
  return common.say("；可用的：", "; there are: ") + (list.empty() ? common.say("无", "none") : list);
}

int guarded(const Common& common, const Sinks& sinks, const std::function<int()>& use_case) {
  try {
    return use_case();
  } catch (const UsageError& error) {
    tell(common, sinks, "用法错误：", "wrong usage: ", error.what());
  } catch (const profile::BadProfile& error) {
    tell(common, sinks, "数据文件错误：", "mistake in the data files: ", error.what());
  } catch (const OutputError& error) {
    tell(common, sinks, "无法写出结果：", "the result cannot be written: ", error.what());
  } catch (const formats::WriteError& error) {
    tell(common, sinks, "无法生成工作簿：", "the workbook cannot be made: ", error.what());
  } catch (const books::Failure& failure) {
    sinks.messages(report::printable(books_failure(failure.code(), failure.what(), common)) + "\n");
  } catch (const performance::BadData& error) {
    tell(common, sinks, "数据文件错误：", "mistake in the data files: ", error.what());
  } catch (const scoring::BadPack& error) {
    tell(common, sinks, "数据文件错误：", "mistake in the data files: ", error.what());
  } catch (const books::BadData& error) {
    tell(common, sinks, "数据文件错误：", "mistake in the data files: ", error.what());
  } catch (const std::bad_alloc&) {
    tell(common, sinks, "内存不足。", "out of memory.", "");
  } catch (const std::exception& error) {
    tell(common, sinks, "程序内部错误，请反馈给开发者：", "internal error, please report it: ", error.what());
  } catch (...) {
    tell(common, sinks, "程序内部错误，请反馈给开发者。", "internal error, please report it.", "");
  }
  return exit_usage;
}

}  // namespace mingzhang::work
