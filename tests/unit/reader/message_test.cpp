#include "reader/message.h"

#include <gtest/gtest.h>

#include <cstring>
#include <random>
#include <string>

#include "formats/text/text_format.h"
#include "text/utf8.h"

namespace mingzhang::reader {
namespace {

using document::Document;
using document::Fragment;
using document::Line;

std::string encoded(const Document& document) {
  std::string message;
  encode(document, [&](std::string_view piece) { message += piece; });
  EXPECT_EQ(message.size(), encoded_size(document));
  return message;
}

std::string refusal(std::string_view message, const Limits& limits = {}) {
  try {
    decode(message, limits);
  } catch (const Unreadable& why) {
    return why.code();
  }
  return "taken";
}

Document sample() {
  Document document;
  document.line_count = 7;
  document.notices = {{2, 7, "control-characters", "3"}};
  document.sheets = {"收入决算表", "支出决算表"};
  document.columns = {{0, 2}, {}, {16'383}};
  document.lines.resize(2);
  document.lines[0] = {2, 0, 1, 2, 0, "　　甲  1.50", {{6, 9, 0, 2}, {11, 15, 1, 2}}, {}};
  document.lines[1] = {7, 0, 4, 0, 2, "\t乙\t", {{1, 4, 1, 1}}, {}};
  return document;
}

TEST(Message, CarriesEverythingButThePath) {
  Document sent = sample();
  sent.path = "secret";
  sent.format = document::Format::pdf;
  sent.lines[0].page = sent.lines[1].page = 3;
  sent.lines[1].grid = 5;
  sent.lines[1].fragments[0].columns = 2;
  sent.lines[1].fragments[0].rows = 9;
  sent.lines[1].boxes = {{1.5, -2, 1e300, 0}};
  const Document got = decode(encoded(sent), {});
  EXPECT_EQ(got.path, "");
  EXPECT_EQ(got.format, sent.format);
  EXPECT_EQ(got.line_count, 7U);
  ASSERT_EQ(got.notices.size(), 1U);
  EXPECT_EQ(got.notices[0].line, 2U);
  EXPECT_EQ(got.notices[0].page, 7U);
  EXPECT_EQ(got.sheets, (std::vector<std::string>{"收入决算表", "支出决算表"}));
  EXPECT_EQ(got.columns, sent.columns);
  EXPECT_EQ(got.notices[0].code, "control-characters");
  EXPECT_EQ(got.notices[0].detail, "3");
  ASSERT_EQ(got.lines.size(), 2U);
  const Line& line = got.lines[0];
  EXPECT_EQ(line.number, 2U);
  EXPECT_EQ(line.page, 3U);
  EXPECT_EQ(line.blank_before, 1U);
  EXPECT_EQ(line.indent, 2U);
  EXPECT_EQ(line.text, sent.lines[0].text);
  EXPECT_EQ(line.fragment(1), "1.50");
  EXPECT_EQ(line.fragments[1].column, 1);
  EXPECT_EQ(line.fragments[1].gap, 2U);
  EXPECT_EQ(got.lines[1].tabs, 2U);
  EXPECT_EQ(got.lines[1].boxes.at(0).x1, 1e300);
  EXPECT_EQ(got.lines[1].grid, 5U);
  EXPECT_EQ(got.lines[1].fragments[0].columns, 2U);
  EXPECT_EQ(got.lines[1].fragments[0].rows, 9U);
}

TEST(Message, CarriesFailures) {
  const std::string message = encode_failure("encoding", 12, "offset 5");
  try {
    decode(message, {});
    FAIL();
  } catch (const Unreadable& why) {
    EXPECT_EQ(why.code(), "encoding");
    EXPECT_EQ(why.line(), 12U);
    EXPECT_STREQ(why.what(), "offset 5");
  }
  EXPECT_EQ(refusal(encode_failure("empty", 0, std::string(10'000, 'x'))), "empty");
  EXPECT_EQ(refusal(encode_failure("empty", 0, "\xFF")), "empty");
  EXPECT_EQ(refusal(encode_failure("missing", 0, "")), "bad-message");  // not for a reader to say
  EXPECT_EQ(refusal(encode_failure("", 0, "")), "bad-message");
  EXPECT_EQ(refusal(encode_failure("empty", 0, "\x1B[31m")), "bad-message");
}

/// Each change makes the sample something that no reader would send.
TEST(Message, RefusesWhatCannotBe) {
  using Change = void (*)(Document&);
  const Change changes[] = {
      [](Document& d) { d.line_count = 6; },
      [](Document& d) { d.line_count = 4'000'001; },
      [](Document& d) { d.format = static_cast<document::Format>(7); },
      [](Document& d) { d.notices[0].line = 8; },
      [](Document& d) { d.notices[0].code = "Bad Code"; },
      [](Document& d) { d.notices[0].detail = "\x07"; },
      [](Document& d) { d.notices[0].detail.assign(401, 'x'); },
      [](Document& d) { d.notices.resize(1001, d.notices[0]); },
      [](Document& d) { d.sheets[0].assign(401, 'x'); },
      [](Document& d) { d.sheets[0] = "\x07"; },
      [](Document& d) { d.columns[0][1] = 16'384; },
      [](Document& d) { d.columns[0].resize(16'385); },
      [](Document& d) { d.lines[0].grid = 8; },
      [](Document& d) { d.lines[1].fragments[0].columns = 3; },
      [](Document& d) { d.lines[1].fragments[0].rows = 0; },
      [](Document& d) { d.lines[0].number = 0; },
      [](Document& d) { d.lines[0].number = 7; },
      [](Document& d) { d.lines[0].page = 1; },
      [](Document& d) { d.lines[0].blank_before = 7; },
      [](Document& d) { d.lines[0].indent = 99; },
      [](Document& d) { d.lines[0].tabs = 1; },
      [](Document& d) { d.lines[0].text[0] = '\xFF'; },
      [](Document& d) { d.lines[0].text[14] = '\n'; },
      [](Document& d) { d.lines[0].text.replace(9, 2, "\u009B"); },
      [](Document& d) { d.lines[0].fragments.clear(); },
      [](Document& d) { d.lines[0].fragments[0].begin = 9; },
      [](Document& d) { d.lines[0].fragments[0].begin = 7; },
      [](Document& d) { d.lines[0].fragments[0].end = 12; },
      [](Document& d) { d.lines[0].fragments[0].end = 8; },
      [](Document& d) { d.lines[0].fragments[1].end = 16; },
      [](Document& d) { d.lines[0].fragments[1].begin = 0xFFFFFFFF; },
      [](Document& d) { d.lines[0].fragments[1].column = 0; },
      [](Document& d) { d.lines[0].fragments[1].column = 2; },
      [](Document& d) { d.lines[0].fragments[0].column = -1; },
      [](Document& d) { d.lines[1].fragments[0].column = 3; },
      [](Document& d) { d.lines[0].fragments[1].gap = 3; },
      [](Document& d) { d.lines[0].boxes.resize(1); },
      [](Document& d) {
        d.lines[1].boxes = {{0, 0, std::numeric_limits<double>::quiet_NaN(), 0}};
      },
  };
  EXPECT_EQ(refusal(encoded(sample())), "taken");
  for (std::size_t i = 0; i < std::size(changes); ++i) {
    Document document = sample();
    changes[i](document);
    EXPECT_EQ(refusal(encoded(document)), "bad-message") << "change " << i;
  }
}

TEST(Message, KeepsToTheLimits) {
  const std::string message = encoded(sample());
  Limits limits;
  limits.message_bytes = message.size();
  EXPECT_EQ(refusal(message, limits), "taken");
  --limits.message_bytes;
  EXPECT_EQ(refusal(message, limits), "bad-message");
  limits = {};
  limits.line_bytes = 14;
  EXPECT_EQ(refusal(message, limits), "bad-message");
  limits = {};
  limits.fragments = 2;
  EXPECT_EQ(refusal(message, limits), "bad-message");
}

TEST(Message, EveryCutAndEveryAppendixIsRefused) {
  const std::string message = encoded(sample());
  for (std::size_t length = 0; length < message.size(); ++length) {
    EXPECT_EQ(refusal(message.substr(0, length)), "bad-message") << length;
    // Also if the length in the header is made to fit.
    std::string fitting = message.substr(0, length);
    if (length < header_bytes) continue;
    const std::uint64_t body = length - header_bytes;
    std::memcpy(fitting.data() + 8, &body, sizeof body);
    EXPECT_EQ(refusal(fitting), "bad-message") << length;
  }
  std::string longer = message + '\0';
  EXPECT_EQ(refusal(longer), "bad-message");
  const std::uint64_t body = longer.size() - header_bytes;
  std::memcpy(longer.data() + 8, &body, sizeof body);
  EXPECT_EQ(refusal(longer), "bad-message");
}

std::string random_text(std::mt19937& random) {
  static const char* const pieces[] = {"甲",     "预算", "1,234.56", " ",  "  ",     "　",     "\t",
                                       "\t\t",   "\n",   "\r\n",     "\f", "𠀀",     "\u200B", "\x01",
                                       "（一）", "%",    "x",        "\r", "\u0085", "\u00A0"};
  std::string text;
  const auto length = random() % 120;
  for (unsigned i = 0; i < length; ++i) text += pieces[random() % std::size(pieces)];
  return text + "终" + std::string(400, '.');  // long enough that a control character or two make it no binary
}

Document random_document(std::mt19937& random) {
  static const formats::Converters converters;
  for (;;) {
    try {
      Document document = formats::parse_text(random_text(random), converters);
      for (Line& line : document.lines) {
        if (random() % 4 == 0) line.boxes.assign(line.fragments.size(), {0.25, 1, static_cast<double>(random()), -4});
      }
      return document;
    } catch (const formats::Rejected&) {
    }
  }
}

TEST(MessageProperty, ThereAndBack) {
  for (unsigned seed = 0; seed < 2000; ++seed) {
    std::mt19937 random(seed);
    const std::string message = encoded(random_document(random));
    ASSERT_EQ(encoded(decode(message, {})), message) << "seed " << seed;
  }
}

/// A changed message is refused, or is another document as it should be: every fragment whole characters of its line.
TEST(MessageProperty, MutatedMessagesDoNoHarm) {
  unsigned taken = 0;
  for (unsigned seed = 0; seed < 10'000; ++seed) {
    std::mt19937 random(seed);
    std::string message = encoded(random_document(random));
    for (auto changes = 1 + random() % 3; changes > 0; --changes) {
      message[random() % message.size()] = static_cast<char>(random() % 3 == 0 ? 0xFF : random());
    }
    try {
      const Document document = decode(message, {});
      ++taken;
      ASSERT_EQ(encoded(document), message) << "seed " << seed;
      for (const Line& line : document.lines) {
        for (std::size_t i = 0; i < line.fragments.size(); ++i) {
          ASSERT_EQ(text::first_invalid(line.fragment(i)), std::string_view::npos) << "seed " << seed;
        }
      }
    } catch (const Unreadable& why) {
      ASSERT_EQ(why.code(), "bad-message") << "seed " << seed;
    }
  }
  EXPECT_GT(taken, 0U);
}

}  // namespace
}  // namespace mingzhang::reader
