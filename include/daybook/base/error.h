// How everything that a user, a file or a machine can cause is reported. Exceptions come only from libraries
// and are caught at the layer that calls them; assertions are for our own bugs.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include <tl/expected.hpp>

#include "daybook/base/error_code.h"

namespace daybook {

// Where the fault is. `row` is the row a spreadsheet shows (the heading is row 1; 0 = no row); `field` is the
// column or field by its own name.
struct ErrorPlace {
  std::string file;
  std::uint64_t row = 0;
  std::string field;
};

struct Error {
  ErrorCode code = ErrorCode::usage;
  std::string sentence;  // what is wrong, with the offending text; ends without a full stop
  ErrorPlace place;
  std::string hint;  // what to do about it; may be empty
};

// An error as a result holds it: one pointer, so that what goes well, as nearly everything does, need not
// carry or clear room for all that could be said. A plain value: a copy has an error of its own. Never empty
// but when moved from.
class Failure {
 public:
  Failure(Error error);
  Failure(const Failure& other);
  Failure(Failure&&) noexcept = default;
  Failure& operator=(const Failure& other);
  Failure& operator=(Failure&&) noexcept = default;
  ~Failure();

  Error* operator->() { return error_.get(); }
  const Error* operator->() const { return error_.get(); }
  operator Error&() & { return *error_; }
  operator const Error&() const& { return *error_; }
  operator Error&&() && { return std::move(*error_); }

 private:
  std::unique_ptr<Error> error_;
};

template <class T>
using result = tl::expected<T, Failure>;

tl::unexpected<Failure> fail(ErrorCode code, std::string sentence, std::string hint = {});
tl::unexpected<Failure> fail(Error error);
tl::unexpected<Failure> fail(Failure failure);

// `E-DATE records/x.csv:7:日期: sentence (hint)`, on one line; the place is left out when there is none.
// What a terminal would obey is written as \n, \r, \t, \x1b or \u202e.
std::string to_string(const Error& error);

}  // namespace daybook
