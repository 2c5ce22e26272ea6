#include "src/log/stream_revisions.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace daybook::stream_revisions_test {

TEST_CASE("A stream that was not asked for before begins with revision 0; then it is what was set") {
  StreamRevisions revisions;
  CHECK(revisions.next("a/1") == 0);
  revisions.next("a/1") = 7;
  CHECK(revisions.next("a/1") == 7);
  CHECK(revisions.next("a/11") == 0);
  CHECK(revisions.next("") == 0);
}

TEST_CASE("The names of very many streams are kept apart, short and long, and outlive what was handed in") {
  StreamRevisions revisions;
  const auto name = [](std::uint64_t i) {
    return fmt::format("a/{}", std::string(i % 90, 'x')) + fmt::to_string(i);
  };
  for (std::uint64_t i = 0; i < 20'000; ++i)
    revisions.next(name(i)) = i + 1;
  revisions.next(std::string(100'000, 'y')) = 3;
  for (std::uint64_t i = 0; i < 20'000; ++i)
    REQUIRE(revisions.next(name(i)) == i + 1);
  CHECK(revisions.next(std::string(100'000, 'y')) == 3);
}

}  // namespace daybook::stream_revisions_test
