// Canonical JSON (RFC 8785) of the kinds that events hold: objects, arrays, strings and integers; no floats,
// no booleans, no white space; null in patches only. One content has one spelling: a member that is empty is
// left out, so equal values have equal bytes, and the register compares and interns values by their bytes.
//
// A type takes part by listing its members, in alphabetical order, with BOOST_DESCRIBE_STRUCT. Encoding and
// decoding then go member by member:
//   encode(value)     the canonical bytes
//   split<T>(bytes)   the bytes of each member of the object, undecoded: what the fold reads a whole log with
//   decode<T>(bytes)  the value; refuses, naming the member, what encode() would not have written;
//   decode_over()
//                     the same, over a value whose memory is kept
#pragma once

#include <array>
#include <charconv>
#include <cstdint>
#include <cstring>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <boost/describe.hpp>
#include <boost/mp11.hpp>
#include <fmt/format.h>

#include "daybook/base/civil_date.h"
#include "daybook/base/error.h"

namespace daybook {

// A member kept as its own canonical bytes.
struct RawJson {
  std::string bytes;
  friend bool operator==(const RawJson&, const RawJson&) = default;
};

// An enumeration takes part by specializing this with `names`, indexed by its values.
template <class E>
struct EnumNames;

namespace json {

// The integers that every JSON reader takes exactly (RFC 7493 section 2.2).
inline constexpr std::int64_t integer_max = (std::int64_t{1} << 53) - 1;

// Past the value that begins at `at`; nullptr when it does not end before `end` or nothing begins there. It
// looks at structure only; decode() checks the content.
const char* skip_value(const char* at, const char* end);

// The string, its quotation marks left out, as it is spelled.
inline std::string_view unquoted(std::string_view bytes) {
  return bytes.size() < 2 ? bytes : bytes.substr(1, bytes.size() - 2);
}

void write_string(std::string& out, std::string_view text);
// Errors: E-JSON when `bytes` is not one canonical string.
result<void> read_string(std::string_view bytes, std::string& value);

inline tl::unexpected<Failure> bad(std::string sentence) {
  return fail(ErrorCode::json, std::move(sentence));
}
// The same fault, seen from the object around it.
tl::unexpected<Failure> fail_in(std::string_view member, Error error);

template <class T>
using Members = boost::describe::describe_members<T, boost::describe::mod_public>;

template <class T>
constexpr std::size_t member_count = boost::mp11::mp_size<Members<T>>::value;

template <class T>
constexpr auto member_names = [] {
  std::array<std::string_view, member_count<T>> names{};
  std::size_t i = 0;
  boost::mp11::mp_for_each<Members<T>>([&](auto member) { names[i++] = member.name; });
  return names;
}();

template <class T>
constexpr bool alphabetical = [] {
  for (std::size_t i = 1; i < member_count<T>; ++i)
    if (!(member_names<T>[i - 1] < member_names<T>[i])) return false;
  return true;
}();

// RawJson, or a kind of it that knows better where it ends.
template <class T>
concept Raw = std::is_base_of_v<RawJson, T>;

template <class T>
concept Described = boost::describe::has_describe_members<T>::value;

template <class T>
constexpr bool is_vector = false;
template <class T>
constexpr bool is_vector<std::vector<T>> = true;

using StringMap = std::map<std::string, std::string>;  // texts by language tag

template <class T>
bool is_empty(const T& value) {
  if constexpr (Raw<T>)
    return value.bytes.empty();
  else if constexpr (std::is_same_v<T, std::string> || std::is_same_v<T, StringMap> || is_vector<T>)
    return value.empty();
  else if constexpr (std::is_enum_v<T>)
    return EnumNames<T>::names[static_cast<std::size_t>(value)]
        .empty();  // the value that goes without saying
  else
    return false;
}

void write_integer(std::string& out, std::int64_t value);
void write_date(std::string& out, CivilDate value);
void write_range(std::string& out, DateRange value);
void write_map(std::string& out, const StringMap& map);

struct ObjectType;  // in canonical_object.h
template <class T>
const ObjectType& object_type();
inline constexpr std::size_t most_members = 32;

void write_object(std::string& out, const ObjectType& type, const void* object);
result<void> read_object(std::string_view bytes, const ObjectType& type, void* object);
const char* pass_object(const char* at, const char* end, const ObjectType& type, void* object);
// One slice a member; split() below.
result<void> split_members(std::string_view bytes, const ObjectType& type, std::string_view* slices);

template <class T>
void write(std::string& out, const T& value) {
  if constexpr (Raw<T>) {
    out += value.bytes;
  } else if constexpr (std::is_same_v<T, std::string>) {
    write_string(out, value);
  } else if constexpr (std::is_same_v<T, std::int64_t>) {
    write_integer(out, value);
  } else if constexpr (std::is_enum_v<T>) {
    write_string(out, EnumNames<T>::names[static_cast<std::size_t>(value)]);
  } else if constexpr (std::is_same_v<T, CivilDate>) {
    write_date(out, value);
  } else if constexpr (std::is_same_v<T, DateRange>) {
    write_range(out, value);
  } else if constexpr (std::is_same_v<T, StringMap>) {
    write_map(out, value);
  } else if constexpr (is_vector<T>) {
    char before = '[';
    for (const auto& element : value) {
      out += before;
      before = ',';
      write(out, element);
    }
    out += before == '[' ? "[]" : "]";
  } else {
    write_object(out, object_type<T>(), &value);
  }
}

// Walks the elements of an array; `each` gets the undecoded bytes.
template <class Each>
result<void> for_each_element(std::string_view bytes, Each each) {
  if (bytes.size() < 2 || bytes.front() != '[' || bytes.back() != ']') return bad("an array is expected");
  const char* at = bytes.data() + 1;
  const char* const end = bytes.data() + bytes.size() - 1;
  while (at < end) {
    const char* past = skip_value(at, end);
    if (past == nullptr) return bad("an array is broken");
    if (auto done = each(std::string_view(at, static_cast<std::size_t>(past - at))); !done) return done;
    if (past == end) return {};
    if (*past != ',' || past + 1 == end) return bad("an array is broken");
    at = past + 1;
  }
  return {};
}

// Over whatever `value` holds, whose memory is kept; after an error it holds anything.
template <class T>
result<void> read(std::string_view bytes, T& value);

template <class T>
result<T> read(std::string_view bytes) {
  T value{};
  if (auto done = read(bytes, value); !done) return fail(std::move(done.error()));
  return value;
}

}  // namespace json

// The bytes of each member of one object, in member order; empty where the member is left out.
template <class T>
using Slices = std::array<std::string_view, json::member_count<T>>;

// The index of a member in Slices<T>: slices[member_index<T>("title")].
template <class T>
consteval std::size_t member_index(std::string_view name) {
  for (std::size_t i = 0; i < json::member_count<T>; ++i)
    if (json::member_names<T>[i] == name) return i;
  throw "no such member";
}

namespace json {

// A member's name as it stands before its value, quotation marks and colon included. A class and no variable
// template: g++ 12 puts the latter where its linker does not find them.
template <class T, std::size_t index>
struct KeyOfMember {
  static constexpr auto letters = [] {
    constexpr std::string_view name = member_names<T>[index];
    std::array<char, name.size() + 3> key{};
    key.front() = '"';
    for (std::size_t i = 0; i < name.size(); ++i)
      key[i + 1] = name[i];
    key[name.size() + 1] = '"';
    key[name.size() + 2] = ':';
    return key;
  }();
  static constexpr std::string_view key{letters.data(), letters.size()};
};

// Words of four or eight bytes: a call of memcmp costs more than comparing a key. REQUIRES: `at` has as many
// bytes as the key, which with its quotation marks and its colon has at least four.
inline bool begins_with(const char* at, std::string_view key) {
  const auto differs = [&]<class Word>(std::size_t from, Word) {
    Word a = 0;
    Word b = 0;
    std::memcpy(&a, at + from, sizeof a);
    std::memcpy(&b, key.data() + from, sizeof b);
    return a != b;
  };
  if (key.size() < 8) return !differs(0, std::uint32_t{}) && !differs(key.size() - 4, std::uint32_t{});
  for (std::size_t i = 0; i + 8 < key.size(); i += 8)
    if (differs(i, std::uint64_t{})) return false;
  return !differs(key.size() - 8, std::uint64_t{});
}

// Splits the object that begins at `at` and answers where it ends; nullptr when it is broken, or a member is
// unknown, out of order or stands twice: `at` then points to that member. `skip(index, value, end)` answers
// where the value of a member ends, nullptr when it is broken; `index` is a std::integral_constant. Of the
// slices, those of members that are left out are emptied.
template <class T, class Skip>
const char* split_object(const char*& at, const char* end, Slices<T>& slices, Skip skip) {
  static_assert(alphabetical<T>);
  if (at == end || *at != '{') return nullptr;
  ++at;
  const char* past = at != end && *at == '}' ? at + 1 : nullptr;
  // False when the object is broken. True: go on with the next member.
  const auto take_member = [&](auto index) {
    constexpr std::string_view key = KeyOfMember<T, index>::key;
    if (past != nullptr || static_cast<std::size_t>(end - at) <= key.size() || !begins_with(at, key)) {
      slices[index] = {};
      return true;
    }
    const char* const value = at + key.size();
    const char* const value_end = skip(index, value, end);
    if (value_end == nullptr || value_end == end) return false;
    slices[index] = {value, static_cast<std::size_t>(value_end - value)};
    if (*value_end == '}') past = value_end + 1;
    if (*value_end == ',') at = value_end + 1;
    return *value_end == '}' || *value_end == ',';
  };
  [&]<std::size_t... index>(std::index_sequence<index...>) {
    static_cast<void>((take_member(std::integral_constant<std::size_t, index>()) && ...));
  }(std::make_index_sequence<member_count<T>>());
  return past;
}

}  // namespace json

// Errors: E-JSON when the bytes are no object, or a member is unknown, out of order or stands twice.
template <class T>
result<Slices<T>> split(std::string_view bytes) {
  Slices<T> slices;
  if (auto done = json::split_members(bytes, json::object_type<T>(), slices.data()); !done)
    return fail(std::move(done.error()));
  return slices;
}

template <class T>
std::string encode(const T& value) {
  std::string out;
  json::write(out, value);
  return out;
}

namespace json {

// Decodes in one pass what is spelled as nearly everything is, and answers where it ends; nullptr for the
// rest (escapes, and whatever is wrong), which is read(), with its reasons. `value` then holds anything.
template <class T>
const char* pass(const char* at, const char* end, T& value);

}  // namespace json

// Over whatever `value` holds: for many of a kind, one after the other, without new memory for each. After an
// error it holds anything. Errors: E-JSON; E-DATE for a day that does not exist. `place.field` names the
// member whose value is at fault, from the outermost in, joined by dots; the sentence quotes a member that is
// unknown, out of order or stands twice.
template <class T>
result<void> decode_over(T& value, std::string_view bytes) {
  const char* const past = json::pass(bytes.data(), bytes.data() + bytes.size(), value);
  if (past != nullptr && past == bytes.data() + bytes.size()) return {};
  return json::read(bytes, value);
}
template <class T>
result<T> decode(std::string_view bytes) {
  T value{};
  if (auto done = decode_over(value, bytes); !done) return fail(std::move(done.error()));
  return value;
}

namespace json {

// Which of the names the string is.
result<std::size_t> read_name(std::string_view bytes, std::span<const std::string_view> names);

template <class T>
result<void> read_list(std::string_view bytes, std::vector<T>& list) {
  std::size_t count = 0;
  auto done = for_each_element(bytes, [&](std::string_view element) {
    if (count == list.size()) list.emplace_back();
    return read(element, list[count++]);
  });
  list.resize(count);
  return done;
}

result<void> read_map(std::string_view bytes, StringMap& map);
result<void> read_integer(std::string_view bytes, std::int64_t& value);
result<void> read_date(std::string_view bytes, CivilDate& value);
result<void> read_range(std::string_view bytes, DateRange& value);

template <class T>
result<void> read(std::string_view bytes, T& value) {
  if constexpr (Raw<T>) {
    value.bytes = bytes;
    return {};
  } else if constexpr (std::is_same_v<T, std::string>) {
    return read_string(bytes, value);
  } else if constexpr (std::is_same_v<T, std::int64_t>) {
    return read_integer(bytes, value);
  } else if constexpr (std::is_enum_v<T>) {
    const auto name = read_name(bytes, EnumNames<T>::names);
    if (name) value = static_cast<T>(*name);
    return name ? result<void>() : fail(name.error());
  } else if constexpr (std::is_same_v<T, CivilDate>) {
    return read_date(bytes, value);
  } else if constexpr (std::is_same_v<T, DateRange>) {
    return read_range(bytes, value);
  } else if constexpr (std::is_same_v<T, StringMap>) {
    return read_map(bytes, value);
  } else if constexpr (is_vector<T>) {
    return read_list(bytes, value);
  } else {
    return read_object(bytes, object_type<T>(), &value);
  }
}

}  // namespace json
}  // namespace daybook

#include "daybook/event/canonical_object.h"
#include "daybook/event/canonical_pass.h"
