#include "daybook/wording/place_zh.h"

#include <algorithm>
#include <array>
#include <span>

#include <fmt/format.h>

#include "daybook/base/utf8.h"

namespace daybook {

namespace {

constexpr std::array<std::string_view, 6> virtual_words{"虚拟会议", "虚拟",    "线上",
                                                        "在线",     "virtual", "online"};
constexpr std::array<std::string_view, 3> hybrid_words{"混合会议", "混合", "hybrid"};
constexpr std::string_view video_word = "视频";

bool is_one_of(std::string_view text, std::span<const std::string_view> words) {
  return std::find(words.begin(), words.end(), ascii_lower(text)) != words.end();
}

// `混合会议，科特迪瓦阿比让` → hybrid, and the rest.
bool take_hybrid(std::string_view& text) {
  for (const std::string_view comma : {"，", ","}) {
    const auto at = text.find(comma);
    if (at == std::string_view::npos || !is_one_of(trim(text.substr(0, at)), hybrid_words)) continue;
    text = trim(text.substr(at + comma.size()));
    return true;
  }
  return false;
}

// The words in parentheses at the end, taken off.
std::string take_remark(std::string_view& text) {
  for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"(", ")"}, {"（", "）"}}) {
    if (!text.ends_with(close)) continue;
    const auto at = text.rfind(open);
    if (at == std::string_view::npos || at == 0) continue;
    std::string remark(text.substr(at + open.size(), text.size() - at - open.size() - close.size()));
    text = trim(text.substr(0, at));
    return remark;
  }
  return {};
}

std::string_view without_end_punctuation(std::string_view text) {
  for (const std::string_view mark : {"，", ",", "。", "、", "；"})
    if (text.ends_with(mark)) return trim(text.substr(0, text.size() - mark.size()));
  return text;
}

bool set_city(Place& place, const Vocabulary& vocabulary, std::string_view name) {
  const auto* id = vocabulary.city_names().find(name);
  if (id == nullptr) return false;
  place.city = *id;
  place.states = {vocabulary.city(*id)->state};
  return true;
}

// A State and a city of it, in either order: `新西兰奥克兰`, `Auckland, New Zealand`.
result<bool> set_state_and_city(Place& place, const Vocabulary& vocabulary, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    next_code_point(text, at);
    const auto left = trim(without_end_punctuation(trim(text.substr(0, at))));
    const auto right = trim(text.substr(at));
    for (const auto& [state, city] : {std::pair(left, right), std::pair(right, left)}) {
      const auto* iso3 = vocabulary.state_names().find(state);
      const auto* id = vocabulary.city_names().find(city);
      if (iso3 == nullptr || id == nullptr) continue;
      if (vocabulary.city(*id)->state != *iso3)
        return fail(ErrorCode::place, fmt::format("\"{}\": {} does not lie in {}", text, city, state));
      return set_city(place, vocabulary, city);
    }
  }
  return false;
}

// One State, or two joined by 和.
bool set_states(Place& place, const Vocabulary& vocabulary, std::string_view text) {
  if (const auto* iso3 = vocabulary.state_names().find(text)) {
    place.states = {*iso3};
    return true;
  }
  static constexpr std::string_view both = "和";
  for (auto at = text.find(both); at != std::string_view::npos; at = text.find(both, at + 1)) {
    const auto* first = vocabulary.state_names().find(text.substr(0, at));
    const auto* second = vocabulary.state_names().find(text.substr(at + both.size()));
    if (first == nullptr || second == nullptr) continue;
    place.states = {*first, *second};
    return true;
  }
  return false;
}

tl::unexpected<Failure> unknown_place(const Vocabulary& vocabulary, std::string_view text) {
  // The city is the part that a State's name does not explain.
  std::string_view city = text;
  for (std::size_t at = 0; at < text.size();) {
    next_code_point(text, at);
    if (at < text.size() && vocabulary.state_names().find(text.substr(0, at)) != nullptr)
      city = text.substr(at);
  }
  Error error = vocabulary.city_id(city).error();
  error.sentence = fmt::format("\"{}\" is not a known place", text);
  if (error.hint.starts_with("see ")) error.hint = "add the city to config/vocab/places.csv";
  return fail(std::move(error));
}

}  // namespace

result<Place> read_place_zh(std::string_view text, const Vocabulary& vocabulary) {
  Place place;
  place.text = trim(text);
  std::string_view rest = without_end_punctuation(trim(text));
  if (rest.empty())
    return fail(ErrorCode::place, "the place is empty", "a virtual meeting is written 虚拟会议");
  if (is_one_of(rest, virtual_words)) {
    place.mode = Mode::virtual_;
    return place;
  }
  if (take_hybrid(rest)) place.mode = Mode::hybrid;
  place.remark = take_remark(rest);
  if (is_one_of(place.remark, hybrid_words)) {
    place.mode = Mode::hybrid;
    place.remark.clear();
  } else if (place.remark.find(video_word) != std::string::npos) {
    place.mode = Mode::video;
  }
  if (set_city(place, vocabulary, rest)) return place;
  const auto both = set_state_and_city(place, vocabulary, rest);
  if (!both) return fail(both.error());
  if (*both || set_states(place, vocabulary, rest)) return place;
  return unknown_place(vocabulary, rest);
}

std::string print_place_zh(const Place& place, const Vocabulary& vocabulary, CivilDate on) {
  if (place.mode == Mode::virtual_) return std::string(virtual_words.front());
  std::string text = place.mode == Mode::hybrid ? "混合会议，" : "";
  const City* city = vocabulary.city(place.city);
  if (city == nullptr || !city->alone) {
    for (std::size_t i = 0; i < place.states.size(); ++i) {
      if (i > 0) text += "和";
      text += vocabulary.state_name(place.states[i], "zh", on);
    }
  }
  text += city != nullptr ? city->zh : place.city;
  if (!place.remark.empty()) text += "(" + place.remark + ")";
  return text;
}

}  // namespace daybook
