#include "text/toml.h"

#include <gtest/gtest.h>

namespace mingzhang::toml {
namespace {

Value parsed(const std::string& text) {
  return parse(text, "f.toml");
}

/// The text at a path of keys; of arrays of tables the last entry.
std::string at(const Value& root, std::initializer_list<const char*> path) {
  const Value* here = &root;
  for (const char* key : path) {
    if (here->array() != nullptr) here = &here->array()->back();
    here = here->table() == nullptr ? nullptr : here->table()->find(key);
    if (here == nullptr) return "(nothing)";
  }
  if (here->string() != nullptr) return *here->string();
  if (here->integer() != nullptr) return std::to_string(*here->integer());
  if (here->boolean() != nullptr) return *here->boolean() ? "true" : "false";
  return here->array() != nullptr ? "[" + std::to_string(here->array()->size()) + "]" : "{}";
}

std::string mistake(const std::string& text) {
  try {
    parsed(text);
  } catch (const Mistake& error) {
    return error.what();
  }
  return "";
}

TEST(Toml, ReadsEveryKindOfValue) {
  const Value root = parsed(
      "s = \"a \\\"b\\\" \\u4e00\\n\"  # comment\nl = 'no \\escape'\ni = -1_000\nt = true\nf = false\n"
      "a = [ 1, \"x\", # inside\n  [2], ]\nt2 = { x = 1, y.z = \"w\" }\n");
  EXPECT_EQ(at(root, {"s"}), "a \"b\" 一\n");
  EXPECT_EQ(at(root, {"l"}), "no \\escape");
  EXPECT_EQ(at(root, {"i"}), "-1000");
  EXPECT_EQ(at(root, {"t"}), "true");
  EXPECT_EQ(at(root, {"f"}), "false");
  EXPECT_EQ(at(root, {"a"}), "[3]");
  EXPECT_EQ(at(root, {"t2", "y", "z"}), "w");
  EXPECT_EQ(at(root, {"t2", "x"}), "1");
}

TEST(Toml, LongStrings) {
  const Value root = parsed("a = \"\"\"\none\r\n  two \\\n     three\"\"\"\"\nb = '''\n\\x'''\nc = \"\"\"\"\"\"\n");
  EXPECT_EQ(at(root, {"a"}), "one\n  two three\"");
  EXPECT_EQ(at(root, {"b"}), "\\x");
  EXPECT_EQ(at(root, {"c"}), "");
}

TEST(Toml, Headers) {
  const Value root = parsed(
      "[a.b]\nx = 1\n[a]\ny = 2\n[[l]]\nx = 1\n[[l.m]]\nx = 3\n[l.n]\nx = 4\n[[l]]\nx = 5\n[ \"键 1\" . c ]\nx = 6\n");
  EXPECT_EQ(at(root, {"a", "b", "x"}), "1");
  EXPECT_EQ(at(root, {"a", "y"}), "2");
  EXPECT_EQ(at(root, {"l"}), "[2]");
  EXPECT_EQ(at(root, {"l", "x"}), "5");
  EXPECT_EQ(at(root, {"键 1", "c", "x"}), "6");
  const Value& first = root.table()->find("l")->array()->front();
  EXPECT_EQ(at(first, {"m", "x"}), "3");
  EXPECT_EQ(at(first, {"n", "x"}), "4");
  EXPECT_TRUE(root.table()->find("l")->is_array_of_tables());
}

TEST(Toml, KeysAreSorted) {
  const Value root = parsed("b = 1\nc = 1\na = 1\n");
  std::string keys;
  for (const auto& entry : *root.table()) keys += entry.key;
  EXPECT_EQ(keys, "abc");
}

TEST(Toml, ValuesKnowTheirPlace) {
  const Value root = parsed("# 一\n\"键\" = [\"a\",\n  \"b\"]\n[[l]]\n");
  EXPECT_EQ(root.table()->find("键")->place().text(), "f.toml:2:7: ");
  EXPECT_EQ(root.table()->find("键")->array()->back().place().text(), "f.toml:3:3: ");
  EXPECT_EQ(root.table()->find("l")->array()->front().place().text(), "f.toml:4:1: ");
}

TEST(Toml, Mistakes) {
  EXPECT_EQ(mistake("a = "), "f.toml:1:5: expected a value; words stand in quotes");
  EXPECT_EQ(mistake("a = 1\nb\n"), "f.toml:2:2: expected '='");
  EXPECT_EQ(mistake("a = 1 b = 2\n"), "f.toml:1:7: expected the end of the line");
  EXPECT_EQ(mistake("a = 1.5\n"), "f.toml:1:6: figures are integers, or strings such as \"62.5\"");
  for (const char* text : {"a = 1\na = 2\n",
                           "[a]\n[a]\n",
                           "a = {}\n[a.b]\n",
                           "a = [{}]\n[[a]]\n",
                           "[[a]]\n[a]\n",
                           "a = 1\n[a.b]\n",
                           "a = \"x\n\"",
                           "a = \"\\q\"",
                           "a = \"\\ud800\"",
                           "a = \"\"\"x",
                           "a = [1",
                           "a = {x = 1",
                           "a = {x = 1,}",
                           "[a",
                           "[[a]",
                           "= 1",
                           "a = 99999999999999999999",
                           "a = 1979-05-27",
                           "a = 0x1F",
                           "a = -",
                           "a = \"\x01\"",
                           "a = \"\xFF\"",
                           "a = \"\\u12",
                           "\"\"\"a\"\"\" = 1 2",
                           "a = \"\\"})
    EXPECT_NE(mistake(text), "") << text;
}

TEST(Toml, NestingIsBounded) {
  EXPECT_NE(mistake("a = " + std::string(100'000, '[')), "");
  std::string inside = "a = ";
  for (int depth = 0; depth < 100'000; ++depth) inside += "{a=";
  EXPECT_NE(mistake(inside), "");
  std::string path = "[a";
  for (int depth = 0; depth < 100'000; ++depth) path += ".a";
  EXPECT_NE(mistake(path + "]"), "");
}

}  // namespace
}  // namespace mingzhang::toml
