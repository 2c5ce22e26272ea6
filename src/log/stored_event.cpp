#include "src/log/stored_event.h"

#include <utility>

#include "src/log/canonical_check.h"

namespace daybook {

result<Envelope> read_stored(std::string_view bytes) {
  Envelope envelope;
  if (auto good = read_members(bytes, envelope); !good) return fail(std::move(good.error()));
  if (auto good = check_canonical(bytes); !good) return fail(std::move(good.error()));
  return envelope;
}

result<void> read_members(std::string_view bytes, Envelope& envelope) {
  if (auto good = decode_over(envelope, bytes); !good) return good;
  return check_decoded_envelope(envelope, bytes);
}

}  // namespace daybook
