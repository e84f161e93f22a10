// Reading the data files of the books; mistakes are told with their place. Inside this room only.
#pragma once

#include <toml++/toml.h>

#include <string>
#include <string_view>
#include <vector>

namespace mingzhang::books {

[[noreturn]] void bad_data(const std::string& file, const toml::node& node, const std::string& what);
toml::table parse_toml(std::string_view content, const std::string& file);
const toml::table& table_of(const toml::table& table, std::string_view key, const std::string& file);
std::vector<std::string> strings_of(const toml::node& node, const std::string& file);

}  // namespace mingzhang::books
