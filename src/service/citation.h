#pragma once

#include <optional>

#include "daybook/log/event_log.h"
#include "daybook/register/register.h"
#include "daybook/service/known.h"
#include "daybook/service/service.h"

namespace daybook {

// Where an answer comes from: the log as it was with its first `events` events.
struct Citation {
  std::uint64_t events = 0;
  Hash root{};
  std::string checkpoint;  // the signed note; empty when none was given
};

// None when the question does not ask for one. Errors: E-USAGE for a format that has no place for it, those
// of read_checkpoint(), E-LOG-IO.
result<std::optional<Citation>> citation_of(EventLog& log, const View& view, const Known& known,
                                            const Presentation& presentation);

// Both do nothing without a citation. A table gets notes; an object a member `log`: {events, root,
// checkpoint}. Errors: E-USAGE for a value that is a list.
void add_citation(Table& table, const std::optional<Citation>& citation, Language language);
result<void> add_citation(Value& value, const std::optional<Citation>& citation);

}  // namespace daybook
