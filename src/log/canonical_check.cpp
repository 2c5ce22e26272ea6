#include "src/log/canonical_check.h"

#include <charconv>
#include <cstdint>
#include <utility>

#include <fmt/format.h>

#include "daybook/event/canonical_json.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace daybook {

namespace {

bool is_plain(char c) {
  return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\';
}

// Nearly all neighbours differ in their first letter.
bool is_before(std::string_view key, std::string_view next) {
  return key.empty() || key.front() < next.front() || (key.front() == next.front() && key < next);
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Each part answers whether it is good, and what is wrong stands in error_ when it is not: an error is too
// large to be handed on by value from every string of every event.
class Walk {
 public:
  explicit Walk(std::string_view bytes) : begin_(bytes.data()), at_(begin_), end_(begin_ + bytes.size()) {}

  result<void> document() {
    const bool good = next_is('{') ? object(1) && (at_ == end_ || broken("goes on after the object's end"))
                                   : broken("is not an object");
    return good ? result<void>{} : fail(std::move(error_));
  }

 private:
  bool next_is(char c) const { return at_ < end_ && *at_ == c; }
  bool take(char c) {
    if (!next_is(c)) return false;
    ++at_;
    return true;
  }
  bool broken(std::string_view what, ErrorCode code = ErrorCode::json) {
    error_ = {code, fmt::format("the JSON {} (byte {})", what, at_ - begin_), {}, {}};
    return false;
  }

  bool value(int depth) {
    if (next_is('"')) return string();
    if (next_is('{') || next_is('[')) {
      if (depth >= json_depth_max) return broken("has too many objects and lists inside each other");
      return *at_ == '{' ? object(depth + 1) : list(depth + 1);
    }
    return next_is('n') ? null() : integer();
  }

  bool null() {
    if (take('n') && take('u') && take('l') && take('l')) return true;
    return broken("has something that is no string, object, list, integer or null");
  }

  bool object(int depth) {
    ++at_;
    if (take('}')) return true;
    std::string_view before;
    do {
      const std::string_view name = key();
      if (name.empty()) return broken("has a key that is not of visible ASCII");
      if (!is_before(before, name)) return broken("has keys out of order, or one that stands twice");
      before = name;
      if (!value(depth)) return false;
    } while (take(','));
    return take('}') || broken("has an object that does not end");
  }

  // Empty when there is none that is canonical.
  std::string_view key() {
    if (!take('"')) return {};
    const char* const first = at_;
    skip_visible();
    const std::string_view name(first, static_cast<std::size_t>(at_ - first));
    return take('"') && take(':') ? name : std::string_view();
  }

  bool list(int depth) {
    ++at_;
    if (take(']')) return true;
    do
      if (!value(depth)) return false;
    while (take(','));
    return take(']') || broken("has a list that does not end");
  }

  // Past visible ASCII up to a quotation mark or a backslash.
  void skip_visible() {
#if defined(__SSE2__)
    if (end_ - at_ >= 16) {
      const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at_));
      const __m128i visible = _mm_and_si128(_mm_cmpgt_epi8(block, _mm_set1_epi8(0x20)),
                                            _mm_cmplt_epi8(block, _mm_set1_epi8(0x7F)));
      const __m128i special =
          _mm_or_si128(_mm_cmpeq_epi8(block, _mm_set1_epi8('"')), _mm_cmpeq_epi8(block, _mm_set1_epi8('\\')));
      const int hits = _mm_movemask_epi8(_mm_andnot_si128(special, visible)) ^ 0xFFFF;
      at_ += hits == 0 ? 16 : __builtin_ctz(static_cast<unsigned>(hits));
      if (hits != 0) return;
    }
#endif
    while (at_ < end_ && is_plain(*at_) && *at_ > 0x20 && *at_ < 0x7F)
      ++at_;
  }

  void skip_plain() {
#if defined(__SSE2__)
    const __m128i quote = _mm_set1_epi8('"');
    const __m128i slash = _mm_set1_epi8('\\');
    const __m128i control = _mm_set1_epi8(0x1F);
    while (end_ - at_ >= 16) {
      const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at_));
      const __m128i is_control = _mm_cmpeq_epi8(_mm_min_epu8(block, control), block);
      const __m128i hit =
          _mm_or_si128(is_control, _mm_or_si128(_mm_cmpeq_epi8(block, quote), _mm_cmpeq_epi8(block, slash)));
      const int hits = _mm_movemask_epi8(hit);
      if (hits != 0) {
        at_ += __builtin_ctz(static_cast<unsigned>(hits));
        return;
      }
      at_ += 16;
    }
#endif
    while (at_ < end_ && is_plain(*at_))
      ++at_;
  }

  bool string() {
    ++at_;
    while (true) {
      skip_plain();
      if (take('"')) return true;
      if (!take('\\')) return broken("has a string that does not end, or a raw control character");
      if (!escape()) return false;
    }
  }

  // RFC 8785 writes five letters and \u00xx; all but four of those escapes stand for characters that no text
  // may hold.
  bool escape() {
    if (take('"') || take('\\') || take('n') || take('t')) return true;
    if (next_is('b') || next_is('f') || next_is('r') || next_is('u'))
      return broken("has a string with an escape that is a control character, or needs none",
                    ErrorCode::text);
    return broken("has an escape that is not canonical");
  }

  bool integer() {
    const char* const first = at_;
    take('-');
    while (at_ < end_ && is_digit(*at_))
      ++at_;
    std::int64_t number = 0;
    const auto [past, code] = std::from_chars(first, at_, number);
    if (past != at_ || code != std::errc() || number > json::integer_max || number < -json::integer_max ||
        fmt::format_int(number).size() != static_cast<std::size_t>(at_ - first)) {
      at_ = first;
      return broken("has something that is no string, object, list or integer of at most 2^53 - 1");
    }
    return true;
  }

  const char* begin_;
  const char* at_;
  const char* end_;
  Error error_;
};

}  // namespace

result<void> check_canonical(std::string_view bytes) {
  return Walk(bytes).document();
}

}  // namespace daybook
