#include "daybook/events/decode_event.h"

#include <optional>

#include <fmt/format.h>

namespace daybook {

namespace {

template <class T>
result<void> check_version(std::int64_t type_version, std::string_view data) {
  if (type_version != T::type_version) {
    const auto event = decode_version<T>(type_version, data);
    return event ? result<void>() : fail(event.error());
  }
  static thread_local T event;
  if (auto good = decode_over(event, data); !good) return good;
  return check(event);
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

result<void> check_event(std::string_view type, std::int64_t type_version, std::string_view data) {
  std::optional<result<void>> checked;
  for_each_event_type([&]<class T>(std::type_identity<T>) {
    if (T::type == type) checked = check_version<T>(type_version, data);
  });
  if (!checked) return fail(unknown_event_type(type, type_version));
  return std::move(*checked);
}

}  // namespace daybook
