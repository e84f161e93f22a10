// What checking needs besides the document, each thing loaded once: while the reader works, where there is time.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "check/rules.h"
#include "check/wrong_words.h"
#include "profile/load_form.h"
#include "scoring/pack.h"

namespace mingzhang::work {

/// Something that is made by whoever asks first, in whatever thread; others wait for it. Where making it throws, the
/// next one tries again and hears the same.
template <typename Thing>
class Once {
 public:
  template <typename Make>
  const Thing& get(Make make) {
    const std::lock_guard lock(door_);
    if (!thing_) thing_.emplace(make());
    return *thing_;
  }

 private:
  std::mutex door_;
  std::optional<Thing> thing_;
};

/// All questions throw where the data files asked for are wrong: profile::BadProfile, of packs scoring::BadPack.
class Shelf {
 public:
  explicit Shelf(profile::DataFiles data) : data_(std::move(data)) {}

  /// Begins to load, in a thread, what every document asks for, and then one form after the other until it `is_read`:
  /// which form it has is known only then. Mistakes are left to whoever asks.
  void fill();
  void is_read() { filling_.request_stop(); }

  const std::vector<profile::Recogniser>& recognisers();
  std::shared_ptr<const profile::LoadedForm> form(const std::string& profile, int year);
  const check::WrongWords& wrong_words();
  const check::Rules& rules();
  const scoring::Packs& packs();

 private:
  std::shared_ptr<const profile::Basics> basics(const profile::ClassificationFiles& files);

  const profile::DataFiles data_;
  Once<std::vector<profile::Recogniser>> recognisers_;
  Once<check::WrongWords> wrong_words_;
  Once<check::Rules> rules_;
  Once<scoring::Packs> packs_;
  std::mutex door_;  ///< of the maps, not of what is in them
  std::map<profile::ClassificationFiles, Once<std::shared_ptr<const profile::Basics>>> basics_;
  std::map<std::pair<std::string, profile::ClassificationFiles>, Once<std::shared_ptr<const profile::LoadedForm>>>
      forms_;
  std::jthread filling_;  ///< the last member: it ends before the others do
};

/// The rule packs of all places. Throws scoring::BadPack.
scoring::Packs load_packs(const profile::DataFiles& data);

}  // namespace mingzhang::work
