#include "check/law_words.h"

#include <algorithm>
#include <array>
#include <utility>

#include "profile/toml_reader.h"
#include "text/utf8.h"

namespace mingzhang::check {
namespace {

constexpr auto file = "law_words.toml";

/// Signs that words do not hold, and what English prints for them.
constexpr auto signs = std::to_array<std::pair<std::string_view, std::string_view>>(
    {{"（", " ("}, {"）", ")"}, {"：", ": "}, {"≤", "≤"}, {"÷", "÷"}, {"×", "×"}, {"…", "…"}});

bool is_ascii(char c) {
  return (static_cast<unsigned char>(c) & 0x80U) == 0;
}

const std::pair<std::string_view, std::string_view>* sign_at(std::string_view text) {
  const auto found =
      std::find_if(signs.begin(), signs.end(), [&](const auto& sign) { return text.starts_with(sign.first); });
  return found == signs.end() ? nullptr : &*found;
}

}  // namespace

LawWords::LawWords(const profile::DataFiles& data) {
  const toml::table content = profile::parse_toml(data.read(file), file);
  const profile::TomlTable root(content, file);
  if (const auto words = root.table("words")) {
    for (const auto& key : words->keys()) words_.emplace(key, words->string(key));
    words->finish();
  }
  root.finish();
}

std::string LawWords::english(std::string_view name) const {
  std::string out;
  for (std::size_t at = 0; at < name.size();) {
    if (is_ascii(name[at])) {
      out += name[at++];
    } else if (const auto* sign = sign_at(name.substr(at))) {
      out += sign->second;
      at += sign->first.size();
    } else {
      out += run(name, at);
    }
  }
  return out;
}

/// Up to the next sign: all of it in words, or as it is.
std::string LawWords::run(std::string_view name, std::size_t& at) const {
  const std::size_t begin = at;
  std::string out;
  bool known = true;
  while (at < name.size() && !is_ascii(name[at]) && sign_at(name.substr(at)) == nullptr) {
    const auto rest = name.substr(at);
    const auto word =
        std::find_if(words_.begin(), words_.end(), [&](const auto& entry) { return rest.starts_with(entry.first); });
    known = known && word != words_.end();
    if (known) out += (out.empty() ? "" : " ") + word->second;
    at += word != words_.end() ? word->first.size() : text::code_point_at(name, at).length;
  }
  return known ? out : std::string(name.substr(begin, at - begin));
}

}  // namespace mingzhang::check
