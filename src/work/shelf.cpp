#include "work/shelf.h"

#include <exception>

namespace mingzhang::work {
namespace {

constexpr int latest_year = 9999;

}  // namespace

scoring::Packs load_packs(const profile::DataFiles& data) {
  // A pack stands before those that extend it, and all extend the national one.
  constexpr auto national = "scoring/national.toml";
  std::vector<scoring::Source> sources = {{national, data.read(national)}};
  for (const auto& name : data.list("scoring"))
    if (name != national) sources.push_back({name, data.read(name)});
  return scoring::load(sources);
}

void Shelf::fill() {
  filling_ = std::jthread([this](const std::stop_token& read) {
    const auto attempt = [](auto load) {
      try {
        load();
      } catch (const std::exception&) {  // whoever asks for it hears of it
      }
    };
    attempt([&] { recognisers(); });
    attempt([&] { basics(profile::classification_files(data_, latest_year)); });
    attempt([&] { wrong_words(); });
    attempt([&] { packs(); });
    attempt([&] { rules(); });
    attempt([&] {
      for (const auto& entry : recognisers())
        if (!read.stop_requested()) form(entry.profile, latest_year);
    });
  });
}

const std::vector<profile::Recogniser>& Shelf::recognisers() {
  return recognisers_.get([&] { return profile::load_recognisers(data_); });
}

std::shared_ptr<const profile::Basics> Shelf::basics(const profile::ClassificationFiles& files) {
  std::unique_lock lock(door_);
  auto& place = basics_[files];
  lock.unlock();
  return place.get([&] { return profile::load_basics(data_, files); });
}

std::shared_ptr<const profile::LoadedForm> Shelf::form(const std::string& profile, int year) {
  const auto files = profile::classification_files(data_, year);
  std::unique_lock lock(door_);
  auto& place = forms_[{profile, files}];
  lock.unlock();
  return place.get([&] { return profile::load_form(data_, profile, basics(files)); });
}

const check::WrongWords& Shelf::wrong_words() {
  return wrong_words_.get([&] { return check::WrongWords(data_); });
}

const check::Rules& Shelf::rules() {
  return rules_.get([&] { return check::Rules(data_); });
}

const scoring::Packs& Shelf::packs() {
  return packs_.get([&] { return load_packs(data_); });
}

}  // namespace mingzhang::work
