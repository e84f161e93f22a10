#include "formats/text/encoding.h"

#include <gtest/gtest.h>
#include <iconv.h>

#include <string>

#include "formats/text/text_format.h"

namespace mingzhang::formats {
namespace {

using namespace std::string_literals;

const std::string sample = "一、收入支出决算总体情况\r\n2023年收入总计1,234.56万元，增长1.01%。\n金额单位：万元\n";

std::string converted(std::string utf8, const char* to) {
  iconv_t converter = iconv_open(to, "UTF-8");
  std::string out(utf8.size() * 4, '\0');
  char *from = utf8.data(), *into = out.data();
  std::size_t left = utf8.size(), room = out.size();
  EXPECT_EQ(iconv(converter, &from, &left, &into, &room), 0U);
  iconv_close(converter);
  out.resize(out.size() - room);
  return out;
}

Decoded decode(std::string_view bytes) {
  static const Converters converters;
  return decode_text(bytes, converters);
}

std::string rejection(std::string_view bytes) {
  try {
    decode(bytes);
  } catch (const Rejected& why) {
    return why.code() + " " + std::to_string(why.line()) + " " + why.what();
  }
  return "read";
}

TEST(Encoding, Utf8IsTakenAsItIs) {
  const Decoded decoded = decode(sample);
  EXPECT_EQ(decoded.text().data(), sample.data());
  const std::string marked = "\xEF\xBB\xBF" + sample;
  EXPECT_EQ(decode(marked).text(), sample);
  EXPECT_FALSE(decode(marked).guessed_gb18030);
}

TEST(Encoding, Utf16ByItsMark) {
  EXPECT_EQ(decode("\xFF\xFE" + converted(sample, "UTF-16LE")).text(), sample);
  EXPECT_EQ(decode("\xFE\xFF" + converted(sample + "𠀀", "UTF-16BE")).text(), sample + "𠀀");
}

TEST(Encoding, Gb18030IsGuessed) {
  const std::string with_rare = sample + "㐀𠀀㎡€①";
  const Decoded decoded = decode(converted(with_rare, "GB18030"));
  EXPECT_EQ(decoded.text(), with_rare);
  EXPECT_TRUE(decoded.guessed_gb18030);
}

TEST(Encoding, TheGuessIsTold) {
  const Converters converters;
  const auto document = parse_text(converted(sample, "GB18030"), converters);
  ASSERT_EQ(document.notices.size(), 1U);
  EXPECT_EQ(document.notices[0].code, "encoding-gb18030");
  EXPECT_EQ(document.lines[0].text, "一、收入支出决算总体情况");
}

TEST(Encoding, NamesTheLineOfTheFirstBadByte) {
  std::string damaged = sample;
  const std::size_t place = damaged.find("增长");
  damaged[place] = '\xFF';
  EXPECT_EQ(rejection(damaged), "encoding 2 offset " + std::to_string(place) + ": 0xFF");
  EXPECT_EQ(rejection("\xEF\xBB\xBF" + damaged), "encoding 2 offset " + std::to_string(place + 3) + ": 0xFF");
  std::string gb = converted(sample, "GB18030");
  gb.back() = '\x81';  // a first half at the end
  EXPECT_EQ(rejection(gb).substr(0, 10), "encoding 3");
  EXPECT_EQ(rejection("\xFF\xFE" + converted(sample, "UTF-16LE") + "x").substr(0, 10), "encoding 4");
  EXPECT_EQ(rejection("\xFF\xFE\x41\0\n\0\0\xD8\x41\0"s), "encoding 2 offset 6: 0x00");  // half of a pair
}

// Nearly any two high bytes are some ideograph in GB18030. What follows is "valid" there, and would be read as rubbish.
TEST(Encoding, DamagedUtf8IsNotTakenForGb18030) {
  const std::string even = "本年收入合计万元财政";  // 30 bytes
  for (std::size_t cut = 1; cut < 3; ++cut) EXPECT_NE(rejection(even.substr(0, even.size() - cut)), "read") << cut;
  EXPECT_NE(rejection(even.substr(2)), "read");
}

TEST(Encoding, OtherEncodingsAreNotTakenForGb18030) {
  EXPECT_NE(rejection(converted("本年收入合計萬元財政撥款預算支出決算單位", "BIG5")), "read");
  EXPECT_NE(rejection(converted("Größe der Fläche für Käufer", "ISO-8859-1")), "read");
  EXPECT_NE(rejection(converted("Отчёт об исполнении бюджета", "KOI8-R")), "read");
}

TEST(Encoding, LineNumbers) {
  EXPECT_EQ(line_number(""), 1U);
  EXPECT_EQ(line_number("a\r\nb\rc\n\nd"), 5U);
}

}  // namespace
}  // namespace mingzhang::formats
