// The parts that an activity is made of, as they stand inside events.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "daybook/event/canonical_json.h"

namespace daybook {

// What it was. The last four are the four sections of annex XIX, in its order.
enum class Kind { outreach, training_course, visit, joint_visit, peer_review, other };
// video: the committee alone took part by video; hybrid: some participants were there, others were not.
enum class Mode { in_person, virtual_, hybrid, video };
enum class Audience { member_states, parliamentarians, academia, industry };  // paragraph 103
enum class Role { co_organized, took_part };                                  // paragraph 91

template <>
struct EnumNames<Kind> {
  static constexpr std::array<std::string_view, 6> names{"outreach",    "training-course", "visit",
                                                         "joint-visit", "peer-review",     "other"};
};
template <>
struct EnumNames<Mode> {
  static constexpr std::array<std::string_view, 4> names{"in-person", "virtual", "hybrid", "video"};
};
template <>
struct EnumNames<Audience> {
  static constexpr std::array<std::string_view, 4> names{"member-states", "parliamentarians", "academia",
                                                         "industry"};
};
template <>
struct EnumNames<Role> {
  static constexpr std::array<std::string_view, 2> names{"co-organized", "took-part"};
};

// How a party is joined in print to the one before it, A; this one is B.
enum class Relation {
  separate,   // A、B: goes without saying, and is left out
  slash,      // A/B: a body and its parent or branch
  through,    // A通过B
  together,   // A与B合作
  chaired,    // B主持的A
  framework,  // A按照B框架
  both,       // A和B
};
template <>
struct EnumNames<Relation> {
  static constexpr std::array<std::string_view, 7> names{"",        "slash",     "through", "together",
                                                         "chaired", "framework", "both"};
};

// One body, or one government or other party, as a list of organizers or participants names it.
struct Party {
  std::string mark;  // "c" (the Office for Disarmament Affairs facilitated), "d" (it supported), or none
  std::string organization;  // id in config/vocab/organizations.csv; empty where no organization is meant
  std::string qualifier;     // the words in parentheses after the name
  Relation relation = Relation::separate;
  std::string state;  // ISO 3166 alpha-3, where the party is a State or a body of one
  std::string text;   // the words themselves: a body of that State, or a party of no other kind
  friend bool operator==(const Party&, const Party&) = default;
};
BOOST_DESCRIBE_STRUCT(Party, (), (mark, organization, qualifier, relation, state, text))

struct Place {
  std::string
      city;  // id in config/vocab/places.csv; none for a virtual meeting or where only the State is named
  Mode mode = Mode::in_person;
  std::string remark;               // the words in parentheses after the place, e.g. 视频会议
  std::vector<std::string> states;  // ISO 3166 alpha-3; two for one row of annex XVIII (法国和瑞士)
  std::string text;                 // the place as printed or typed
  friend bool operator==(const Place&, const Place&) = default;
};
BOOST_DESCRIBE_STRUCT(Place, (), (city, mode, remark, states, text))

}  // namespace daybook
