#include "daybook/events/decode_event.h"

#include <optional>

#include <fmt/format.h>

namespace daybook {

result<AnyEvent> decode_event(std::string_view type, std::int64_t type_version, std::string_view data) {
  std::optional<result<AnyEvent>> decoded;
  for_each_event_type([&]<class T>(std::type_identity<T>) {
    if (T::type != type || T::type_version != type_version) return;
    auto event = decode<T>(data);
    if (!event)
      decoded = fail(event.error());
    else if (auto good = check(*event); !good)
      decoded = fail(good.error());
    else
      decoded = AnyEvent(std::move(*event));
  });
  if (!decoded)
    return fail(
        ErrorCode::event_type,
        fmt::format("this program does not know events of type \"{}\", version {}", type, type_version),
        "use a newer version of daybook");
  return std::move(*decoded);
}

}  // namespace daybook
