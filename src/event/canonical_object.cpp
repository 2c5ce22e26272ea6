// Objects of all types, by their tables of members.
#include "daybook/event/canonical_object.h"

#include <array>

#include <fmt/format.h>

namespace daybook::json {

void write_object(std::string& out, const ObjectType& type, const void* object) {
  char before = '{';
  for (const Member& member : type.members) {
    const void* const value = member.in(const_cast<void*>(object));
    if (member.type->is_empty(value)) continue;
    out += before;
    before = ',';
    out += member.key;
    member.type->write(out, value);
  }
  if (before == '{') out += '{';
  out += '}';
}

result<void> read_object(std::string_view bytes, const ObjectType& type, void* object) {
  std::array<std::string_view, most_members> slices;
  if (auto done = split_members(bytes, type, slices.data()); !done) return done;
  for (std::size_t i = 0; i < type.members.size(); ++i) {
    const Member& member = type.members[i];
    void* const value = member.in(object);
    if (slices[i].empty()) {
      member.type->copy(value, member.in(const_cast<void*>(type.fresh)));
      if (!member.type->is_empty(value))
        return fail_in(member.name(), {ErrorCode::json, "a member is missing", {}, {}});
    } else if (auto done = member.type->read(slices[i], value); !done) {
      return fail_in(member.name(), std::move(done.error()));
    } else if (member.type->is_empty(value)) {
      return fail_in(member.name(), {ErrorCode::json, "an empty member must be left out", {}, {}});
    }
  }
  return {};
}

result<void> split_members(std::string_view bytes, const ObjectType& type, std::string_view* slices) {
  if (bytes.empty() || bytes.front() != '{') return bad("an object is expected");
  const char* at = bytes.data() + 1;
  const char* const end = bytes.data() + bytes.size();
  const char* past = at != end && *at == '}' ? at + 1 : nullptr;
  for (const Member& member : type.members) {
    const std::size_t size = member.key.size();
    std::string_view& slice = *slices++;
    slice = {};
    if (past != nullptr || static_cast<std::size_t>(end - at) <= size || !begins_with(at, member.key))
      continue;
    const char* const value = at + size;
    const char* const value_end = skip_value(value, end);
    if (value_end == nullptr || value_end == end || (*value_end != ',' && *value_end != '}')) break;
    slice = {value, static_cast<std::size_t>(value_end - value)};
    if (*value_end == '}')
      past = value_end + 1;
    else
      at = value_end + 1;
  }
  if (past == end) return {};
  if (past != nullptr) return bad("something stands after an object");
  const std::string_view rest(at, static_cast<std::size_t>(end - at));
  return bad(fmt::format("a member is broken, unknown, out of order or stands twice at {}",
                         rest.substr(0, rest.find(':'))));
}

const char* pass_object(const char* at, const char* end, const ObjectType& type, void* object) {
  if (end - at < 2 || *at != '{') return nullptr;
  ++at;
  bool more = *at != '}';
  for (const Member& member : type.members) {
    void* const value = member.in(object);
    const std::size_t size = member.key.size();
    if (!more || static_cast<std::size_t>(end - at) <= size || !begins_with(at, member.key)) {
      member.type->copy(value, member.in(const_cast<void*>(type.fresh)));
      if (!member.type->is_empty(value)) return nullptr;
      continue;
    }
    at = member.type->pass(at + size, end, value);
    if (at == nullptr || at == end || member.type->is_empty(value)) return nullptr;
    more = *at == ',';
    if (more) ++at;
  }
  return !more && at != end && *at == '}' ? at + 1 : nullptr;
}

}  // namespace daybook::json
