#include "daybook/event/merge_patch.h"

#include <utility>
#include <vector>

#include "daybook/event/canonical_json.h"

namespace daybook {

namespace {

constexpr std::string_view null = "null";

struct Member {
  std::string_view key;  // with its quotation marks
  std::string_view value;
};

bool is_object(std::string_view bytes) {
  return !bytes.empty() && bytes.front() == '{';
}

result<std::vector<Member>> members_of(std::string_view object) {
  std::vector<Member> members;
  if (object.size() < 2 || object.front() != '{' || object.back() != '}')
    return json::bad("an object is expected");
  const char* at = object.data() + 1;
  const char* const end = object.data() + object.size() - 1;
  while (at < end) {
    const char* const colon = json::skip_value(at, end);
    if (colon == nullptr || colon == end || *colon != ':') return json::bad("an object is broken");
    const char* const past = json::skip_value(colon + 1, end);
    if (past == nullptr) return json::bad("an object is broken");
    members.push_back({{at, static_cast<std::size_t>(colon - at)},
                       {colon + 1, static_cast<std::size_t>(past - colon - 1)}});
    if (members.size() > 1 && !(members[members.size() - 2].key < members.back().key))
      return json::bad("keys are out of order or stand twice");
    if (past == end) break;
    if (*past != ',' || past + 1 == end) return json::bad("an object is broken");
    at = past + 1;
  }
  return members;
}

// Both lists walked together, in the order of keys; `each` gets the two values of a key, empty where one
// object does not have it.
template <class Each>
result<void> for_each_key(std::string_view a, std::string_view b, Each each) {
  const auto left = members_of(a);
  if (!left) return fail(left.error());
  const auto right = members_of(b);
  if (!right) return fail(right.error());
  for (std::size_t i = 0, j = 0; i < left->size() || j < right->size();) {
    const bool has_left = i < left->size() && (j == right->size() || (*left)[i].key <= (*right)[j].key);
    const bool has_right = j < right->size() && (i == left->size() || (*right)[j].key <= (*left)[i].key);
    const auto key = has_left ? (*left)[i].key : (*right)[j].key;
    const auto value = has_left ? (*left)[i].value : std::string_view();
    const auto other = has_right ? (*right)[j].value : std::string_view();
    if (auto done = each(key, value, other); !done) return done;
    i += has_left ? 1 : 0;
    j += has_right ? 1 : 0;
  }
  return {};
}

void add_member(std::string& object, std::string_view key, std::string_view value) {
  object += object.size() == 1 ? "" : ",";
  object.append(key).append(":").append(value);
}

}  // namespace

result<std::string> merge_patch(std::string_view target, std::string_view patch) {
  if (!is_object(patch)) return std::string(patch);
  std::string merged = "{";
  const auto done = for_each_key(
      is_object(target) ? target : "{}", patch,
      [&](std::string_view key, std::string_view value, std::string_view change) -> result<void> {
        if (change == null) return {};
        if (change.empty() || !is_object(change)) {
          add_member(merged, key, change.empty() ? value : change);
          return {};
        }
        const auto inner = merge_patch(value, change);
        if (!inner) return fail(inner.error());
        if (*inner != "{}") add_member(merged, key, *inner);
        return {};
      });
  if (!done) return fail(done.error());
  return merged + "}";
}

result<std::string> patch_between(std::string_view before, std::string_view after) {
  std::string patch = "{";
  const auto done = for_each_key(
      before, after, [&](std::string_view key, std::string_view was, std::string_view is) -> result<void> {
        if (was == is) return {};
        if (!is_object(was) || !is_object(is)) {
          add_member(patch, key, is.empty() ? null : is);
          return {};
        }
        const auto inner = patch_between(was, is);
        if (!inner) return fail(inner.error());
        add_member(patch, key, *inner);
        return {};
      });
  if (!done) return fail(done.error());
  return patch + "}";
}

}  // namespace daybook
