#include "daybook/base/plain_letters.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>

#include "daybook/base/utf8.h"

namespace daybook {

std::string plain_letters(std::string_view text) {
  UErrorCode code = U_ZERO_ERROR;
  const auto* nfd = icu::Normalizer2::getNFDInstance(code);
  std::string apart;  // é as e and an accent
  icu::StringByteSink<std::string> sink(&apart);
  nfd->normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())), sink, nullptr,
                     code);
  std::string plain;
  for (const char c : ascii_lower(apart)) {
    const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (kept)
      plain += c;
    else if (static_cast<unsigned char>(c) < 0x80 && c != '\'' && c != '-' && !plain.empty() &&
             plain.back() != ' ')
      plain += ' ';
  }
  return std::string(trim(plain));
}

}  // namespace daybook
