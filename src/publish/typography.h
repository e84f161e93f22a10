// How normalised words look in print.
#pragma once

#include <string>
#include <string_view>

namespace mingzhang::publish {

/// Full-width punctuation, brackets and quotation marks; a number keeps its points and commas. `quote_open` says
/// whether the next quotation mark closes, and is carried from piece to piece.
std::string typeset(std::string_view normal, bool& quote_open);
/// Words that stand by themselves.
std::string typeset(std::string_view normal);

/// Of two marks that meet, 。 ； or ，, the latter stands: words that a person wrote may end with one of their own.
void join_marks(std::string& before, const std::string& after);

/// The same kind of numbering for another number: "1." "1、" "（一）" "一、" "（1）".
std::string ordinal_like(std::string_view first, int number);

/// The numbering of a heading: 第一部分, 一、 （一） 1.
std::string heading_number(int level, int number);

}  // namespace mingzhang::publish
