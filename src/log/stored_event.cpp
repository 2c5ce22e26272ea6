#include "src/log/stored_event.h"

#include "src/log/canonical_check.h"

namespace daybook {

result<Envelope> read_stored(std::string_view bytes) {
  auto envelope = decode_envelope(bytes);
  if (!envelope) return envelope;
  if (auto good = check_envelope(*envelope, bytes); !good) return fail(good.error());
  if (auto good = check_canonical(bytes); !good) return fail(good.error());
  return envelope;
}

}  // namespace daybook
