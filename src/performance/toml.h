// Reading this room's data files; mistakes are told with their place. Inside this room only.
#pragma once

#include <toml++/toml.h>

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace mingzhang::performance {

[[noreturn]] void bad_data(const std::string& file, const toml::node& node, const std::string& what);
toml::table parse_toml(std::string_view content, const std::string& file);
/// Keys that nobody asks for are mistakes.
void allow_keys(const toml::table& table, std::initializer_list<std::string_view> keys, const std::string& file);
const toml::table& table_in(const toml::table& table, std::string_view key, const std::string& file);
/// Tables of an array, which may be missing.
std::vector<const toml::table*> tables_in(const toml::table& table, std::string_view key, const std::string& file);
std::string string_in(const toml::table& table, std::string_view key, const std::string& file);
std::vector<std::string> strings_in(const toml::table& table, std::string_view key, const std::string& file);
std::int64_t integer_in(const toml::table& table, std::string_view key, const std::string& file);

}  // namespace mingzhang::performance
