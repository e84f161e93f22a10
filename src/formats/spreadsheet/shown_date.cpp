#include <algorithm>
#include <array>

#include "formats/spreadsheet/format_section.h"

namespace mingzhang::formats {
namespace {

using Kind = FormatToken::Kind;

struct Moment {
  std::int64_t days = 0;  ///< of the sheet
  int year = 0, month = 0, day = 0, weekday = 0;
  std::int64_t seconds = 0;  ///< of the day
};

/// Days since 1970-01-01 to year, month, day, in the Gregorian calendar (H. Hinnant's algorithm).
void set_date(std::int64_t days, Moment& moment) {
  days += 719'468;
  const std::int64_t era = days / 146'097, of_era = days % 146'097;
  const std::int64_t year_of_era = (of_era - of_era / 1460 + of_era / 36'524 - of_era / 146'096) / 365;
  const std::int64_t of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t shifted = (5 * of_year + 2) / 153;
  moment.day = static_cast<int>(of_year - (153 * shifted + 2) / 5 + 1);
  moment.month = static_cast<int>(shifted < 10 ? shifted + 3 : shifted - 9);
  moment.year = static_cast<int>(year_of_era + era * 400 + (moment.month <= 2 ? 1 : 0));
}

std::optional<Moment> moment_of(const DecimalText& value, DayZero zero) {
  constexpr std::int64_t last_day = 2'958'465;  // 9999-12-31
  constexpr int decimals = 9;
  if (value.negative) return std::nullopt;
  const Layout layout = lay_out(rounded_to_decimals(value, decimals), decimals);
  if (layout.whole.size() > 7) return std::nullopt;
  Moment moment;
  moment.days = std::stoll(layout.whole);
  constexpr std::int64_t day = 86'400, scale = 1'000'000'000;
  moment.seconds = (std::stoll(layout.fraction) * day + scale / 2) / scale;
  if (moment.seconds == day) {
    moment.seconds = 0;
    ++moment.days;
  }
  if (moment.days > last_day) return std::nullopt;
  // The calendar of 1900 has a 29 February that never was, as number 60.
  const std::int64_t epoch = zero == DayZero::year_1904 ? -24'107 : moment.days < 60 ? -25'568 : -25'569;
  set_date(moment.days + epoch, moment);
  moment.weekday = static_cast<int>((moment.days + epoch + 4 + 7 * 100'000) % 7);
  return moment;
}

std::string padded(std::int64_t value, std::size_t width) {
  std::string digits = std::to_string(value);
  return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

std::string month_words(const Moment& moment, std::size_t letters) {
  constexpr std::array<std::string_view, 12> names = {"January",   "February", "March",    "April",
                                                      "May",       "June",     "July",     "August",
                                                      "September", "October",  "November", "December"};
  const std::string_view name = names[static_cast<std::size_t>(moment.month - 1)];
  if (letters == 3) return std::string(name.substr(0, 3));
  if (letters > 3) return std::string(name);
  return padded(moment.month, letters);
}

std::string weekday_words(const Moment& moment, std::size_t letters) {
  constexpr std::array<std::string_view, 7> names = {"日", "一", "二", "三", "四", "五", "六"};
  return (letters > 3 ? "星期" : "周") + std::string(names[static_cast<std::size_t>(moment.weekday)]);
}

class DateWriter {
 public:
  DateWriter(const Moment& moment, const FormatSection& section) : moment_(moment), tokens_(section.tokens) {
    halves_ = section.has(Kind::half_day);
  }

  std::string write() {
    std::string out;
    for (std::size_t index = 0; index < tokens_.size(); ++index) {
      const auto& token = tokens_[index];
      if (token.kind == Kind::date)
        out += part(index);
      else if (token.kind == Kind::elapsed)
        out += elapsed(token.text);
      else if (token.kind == Kind::half_day)
        out += half(token.text);
      else if (token.kind != Kind::digit)  // of fractions of a second
        out += token.text;
    }
    return out;
  }

 private:
  /// m is minutes beside hours or seconds.
  bool is_minute(std::size_t index) const {
    const auto is_time = [&](const FormatToken& token, char letter) {
      return (token.kind == Kind::date || token.kind == Kind::elapsed) && (token.text[0] | 0x20) == letter;
    };
    const auto is_part = [](const FormatToken& token) {
      return token.kind == Kind::date || token.kind == Kind::elapsed;
    };
    for (std::size_t before = index; before-- > 0;) {
      if (!is_part(tokens_[before])) continue;
      if (is_time(tokens_[before], 'h')) return true;
      break;
    }
    const auto after = std::find_if(tokens_.begin() + static_cast<std::ptrdiff_t>(index) + 1, tokens_.end(), is_part);
    return after != tokens_.end() && is_time(*after, 's');
  }

  std::string part(std::size_t index) const {
    const std::string& letters = tokens_[index].text;
    const std::size_t count = letters.size();
    switch (letters[0]) {
      case 'y':
        return count > 2 ? padded(moment_.year, 4) : padded(moment_.year % 100, 2);
      case 'e':
        return padded(moment_.year, 4);
      case 'm':
        return is_minute(index) ? padded(moment_.seconds / 60 % 60, count) : month_words(moment_, count);
      case 'd':
        return count > 2 ? weekday_words(moment_, count) : padded(moment_.day, count);
      case 'a':
        return weekday_words(moment_, count);
      case 'h': {
        const std::int64_t hour = moment_.seconds / 3600;
        return padded(halves_ ? (hour + 11) % 12 + 1 : hour, count);
      }
      case 's':
        return padded(moment_.seconds % 60, count);
      default:
        return {};
    }
  }

  std::string elapsed(const std::string& letters) const {
    const std::int64_t all = moment_.days * 86'400 + moment_.seconds;
    const char unit = static_cast<char>(letters[0] | 0x20);
    return padded(unit == 'h' ? all / 3600 : unit == 'm' ? all / 60 : all, letters.size());
  }

  std::string half(const std::string& morning) const {
    const bool afternoon = moment_.seconds >= 43'200;
    if (morning == "上午") return afternoon ? "下午" : "上午";
    return afternoon ? "PM" : "AM";
  }

  const Moment& moment_;
  const std::vector<FormatToken>& tokens_;
  bool halves_ = false;
};

}  // namespace

std::string shown_date(const DecimalText& value, const FormatSection& section, DayZero zero) {
  const auto moment = moment_of(value, zero);
  return moment ? DateWriter(*moment, section).write() : std::string();
}

}  // namespace mingzhang::formats
