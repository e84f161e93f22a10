// Reading the data files of the books; mistakes are told with their place. Inside this room only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/toml.h"

namespace mingzhang::books {

[[noreturn]] void bad_data(const toml::Value& value, const std::string& what);
toml::Value parse_toml(std::string_view content, const std::string& file);
/// Null if `value` is no table or has no such key.
const toml::Value* part_of(const toml::Value& value, std::string_view key);
const toml::Value& table_of(const toml::Value& table, std::string_view key);
std::vector<std::string> strings_of(const toml::Value& value);
/// Empty if it is no string.
std::string string_of(const toml::Value& value);

}  // namespace mingzhang::books
