#include <gtest/gtest.h>

#include "formats/html/html_format.h"
#include "rejection.h"
#include "support/shown.h"

namespace mingzhang::formats {
namespace {

using testing_support::notices;
using testing_support::shown;

document::Document parse(const std::string& page) {
  static const Converters converters;
  return parse_html(page, converters);
}

TEST(Html, BlocksAreLinesAndMachineryIsNone) {
  const auto document = parse(
      "<!DOCTYPE html><html><head><title>标题</title><style>p{}</style></head><body><script>var a = 1.00;</script>"
      "<h1>某局决算</h1><div>收入<b>1,254.76</b>\n 万元<br>支出&nbsp;2</div><p style=\"display: "
      "none\">藏</p><ul><li>甲</li><li>乙</li></ul>"
      "<form><select><option>选</option></select></form><div role=\"dialog\">窗</div></body></html>");
  EXPECT_EQ(shown(document),
            "1 某局决算\n2 收入1,254.76 万元\n3 支出\xC2\xA0"
            "2\n4 甲\n5 乙\n");
  EXPECT_EQ(notices(document), "hidden-text 1\n");
  EXPECT_EQ(document.format, document::Format::html);
}

TEST(Html, TablesAndSpans) {
  const auto document = parse(
      "<table><caption>收入决算表</caption><tr><th rowspan=2>项目</th><th "
      "colspan=2>决算数</th></tr><tr><td>收入</td><td>支出</td></tr>"
      "<tr><td>合<br>计</td><td></td><td>2.00</td></tr><tr "
      "style='display:none'><td>藏</td><td>9</td><td>9</td></tr></table>");
  EXPECT_EQ(shown(document), "1 收入决算表\n2 #1 项目|决算数| {0 1×2} {1 2×1}\n3 #1 |收入|支出\n4 #1 合计||2.00\n");
}

TEST(Html, TablesThatArrangeAreNone) {
  const auto document = parse(
      "<table><tr><td>左栏</td><td><table><tr><td>正文</td></tr></table><table><tr><td>项目</td><td>数</td></"
      "tr><tr><td>甲</td><td>1.00</td></tr>"
      "</table></td></tr></table>");
  EXPECT_EQ(shown(document), "1 左栏\n2 正文\n3 #1 项目|数\n4 #1 甲|1.00\n");
}

TEST(Html, NavigationIsLeftOutAndAttachmentsAreTold) {
  const std::string article(300, 'x');
  const auto document = parse(
      "<body><nav>首页</nav><div class='box menu-main'><a href=1>藏</a></div><div class='top-bar'><a "
      "href=1>甲</a></div><ul><li><a href=a>新闻</a></li><li><a "
      "href=b>公告</a></li><li><a href=c>政策</a>"
      "</li><li><a href=d>服务</a></li></ul><p>" +
      article +
      "</p><p><a href='/files/P0.xlsx?x=1'>附件1：决算公开表.xlsx</a></p>"
      "<p><a href='P1.PDF'></a></p><a href='P1.PDF'></a><footer>版权</footer></body>");
  EXPECT_EQ(shown(document), "1 甲\n2 " + article + "\n3 附件1：决算公开表.xlsx\n");
  EXPECT_EQ(notices(document), "attachment-absent 附件1：决算公开表.xlsx\nattachment-absent P1.PDF\n");
}

TEST(Html, Encodings) {
  const std::string gb = "\xBE\xF6\xCB\xE3\xCA\xD5\xC8\xEB";  // 决算收入
  EXPECT_EQ(shown(parse("<meta charset=gb2312><p>" + gb + "</p>")), "1 决算收入\n");
  EXPECT_EQ(shown(parse("<p>" + gb + "</p>")), "1 决算收入\n");
  const auto lying = parse("<meta charset=\"utf-8\"><p>" + gb + gb + gb + gb + gb + gb + "</p>");
  EXPECT_EQ(lying.lines.at(0).text.substr(0, 12), "决算收入");
  EXPECT_EQ(notices(lying), "encoding-gb18030 \n");
  EXPECT_EQ(notices(parse("<meta charset=utf-8><p>决\xFF算</p>")), "broken-characters 1\n");
  EXPECT_EQ(shown(parse("\xEF\xBB\xBF<p>甲</p>")), "1 甲\n");
}

TEST(Html, HostilePagesAreBounded) {
  std::string deep;
  for (int i = 0; i < 5000; ++i) deep += "<div>";
  EXPECT_EQ(rejection_of([&] { parse(deep + "x"); }), "damaged: HTML: nesting > 1000");
  EXPECT_EQ(rejection_of([] { parse("<html></html>"); }), "empty: 0");
  EXPECT_EQ(rejection_of([] { parse("<p>" + std::string(17U << 20U, 'x')); }).substr(0, 9), "too-large");
  std::string spans = "<table>";
  for (int i = 0; i < 300; ++i) spans += "<tr><td rowspan=65000 colspan=1000>a<td rowspan=0 colspan=99999999999>b";
  EXPECT_FALSE(parse(spans).lines.empty());
}

}  // namespace
}  // namespace mingzhang::formats
