#include "daybook/events/decode_event.h"

#include <optional>
#include <type_traits>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace daybook {

namespace {

// Whether something in a T is kept as it stands, and nothing is known of its spelling.
template <class T>
constexpr bool holds_raw_json = std::is_same_v<T, RawJson>;
template <class T>
constexpr bool holds_raw_json<std::vector<T>> = holds_raw_json<T>;
template <json::Described T>
constexpr bool holds_raw_json<T> = [] {
  bool holds = false;
  boost::mp11::mp_for_each<json::Members<T>>([&](auto member) {
    holds = holds || holds_raw_json<std::remove_cvref_t<decltype(std::declval<T>().*member.pointer)>>;
  });
  return holds;
}();

template <class T>
result<Spelling> check_version(std::int64_t type_version, std::string_view data) {
  if (type_version != T::type_version) {
    const auto event = decode_version<T>(type_version, data);
    if (!event) return fail(event.error());
    return Spelling::not_known;
  }
  static thread_local T event;
  if (auto good = decode_over(event, data); !good) return fail(std::move(good.error()));
  if (auto good = check(event); !good) return fail(std::move(good.error()));
  return holds_raw_json<T> ? Spelling::not_known : Spelling::canonical;
}

}  // namespace

Error unknown_event_type(std::string_view type, std::int64_t type_version) {
  return {ErrorCode::event_type,
          fmt::format("this program does not know events of type \"{}\", version {}", type, type_version),
          {},
          "use a newer version of daybook"};
}

result<AnyEvent> decode_event(std::string_view type, std::int64_t type_version, std::string_view data) {
  std::optional<result<AnyEvent>> decoded;
  for_each_event_type([&]<class T>(std::type_identity<T>) {
    if (T::type != type) return;
    auto event = decode_version<T>(type_version, data);
    decoded = event ? result<AnyEvent>(AnyEvent(std::move(*event))) : fail(event.error());
  });
  if (!decoded) return fail(unknown_event_type(type, type_version));
  return std::move(*decoded);
}

result<Spelling> check_event(std::string_view type, std::int64_t type_version, std::string_view data) {
  std::optional<result<Spelling>> checked;
  for_each_event_type([&]<class T>(std::type_identity<T>) {
    if (T::type == type) checked = check_version<T>(type_version, data);
  });
  if (!checked) return fail(unknown_event_type(type, type_version));
  return std::move(*checked);
}

}  // namespace daybook
