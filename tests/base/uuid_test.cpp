#include "daybook/base/uuid.h"

#include <algorithm>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "tests/base/outcome.h"

namespace daybook::uuid_test {

using namespace test;

namespace {

std::vector<std::string> made(std::size_t count, Instant now) {
  std::vector<std::string> ids;
  ids.reserve(count);
  for (std::size_t i = 0; i < count; ++i)
    ids.push_back(make_uuid_v7(now));
  return ids;
}

// The first 48 bits.
std::int64_t milliseconds_of(const std::string& id) {
  return std::stoll(id.substr(0, 8) + id.substr(9, 4), nullptr, 16);
}

// No id made so far is as late: ids never go back behind one that was made before.
Instant later() {
  static std::int64_t minute = 0;
  return {Instant::now().microseconds + ++minute * 60'000'000};
}

}  // namespace

TEST_CASE("An id is a lower-case UUID of version 7") {
  for (const std::string& id : made(1'000, Instant::now())) {
    CAPTURE(id);
    CHECK(id.size() == 36);
    CHECK(is_uuid_v7(id));
  }
}

TEST_CASE("An id begins with the milliseconds of its instant") {
  const Instant now = later();
  CHECK(milliseconds_of(make_uuid_v7(now)) == now.microseconds / 1000);
}

TEST_CASE("Ids that one thread makes in one millisecond differ and stand in the order they were made") {
  const auto ids = made(100'000, later());
  CHECK(std::is_sorted(ids.begin(), ids.end()));
  CHECK(std::adjacent_find(ids.begin(), ids.end()) == ids.end());
}

TEST_CASE("Ids stand in the order they were made even when the clock is set back") {
  const Instant now = later();
  const std::string before = make_uuid_v7(now);
  CHECK(before < make_uuid_v7({now.microseconds - 3'600'000'000}));
}

TEST_CASE("Ids that several threads make at once are unique, and each thread's are in order") {
  constexpr std::size_t threads = 4;
  std::vector<std::vector<std::string>> ids(threads);
  std::vector<std::thread> running;
  const Instant now = later();
  for (std::size_t i = 0; i < threads; ++i)
    running.emplace_back([&, i] { ids[i] = made(25'000, now); });
  for (auto& thread : running)
    thread.join();
  std::set<std::string> all;
  for (const auto& of_thread : ids) {
    CHECK(std::is_sorted(of_thread.begin(), of_thread.end()));
    all.insert(of_thread.begin(), of_thread.end());
  }
  CHECK(all.size() == threads * 25'000);
}

TEST_CASE("Only a lower-case UUID of version 7 and of the RFC's variant is one") {
  CHECK(is_uuid_v7("0181f2d0-1234-7abc-8def-0123456789ab"));
  CHECK(is_uuid_v7("0181f2d0-1234-7abc-bdef-0123456789ab"));
  for (const std::string id : {
           "",
           "0181f2d0-1234-7abc-8def-0123456789a",
           "0181f2d0-1234-7abc-8def-0123456789abc",
           "0181F2D0-1234-7ABC-8DEF-0123456789AB",
           "0181f2d0-1234-4abc-8def-0123456789ab",
           "0181f2d0-1234-7abc-7def-0123456789ab",
           "0181f2d0-1234-7abc-cdef-0123456789ab",
           "0181f2d0-1234-7abc-8def-0123456789ag",
           "0181f2d0x1234-7abc-8def-0123456789ab",
           "0181f2d01-234-7abc-8def-0123456789ab",
           "0181f2d0-1234-7abc-8def-0123456789a ",
           "{181f2d0-1234-7abc-8def-0123456789a}",
       }) {
    CAPTURE(id);
    CHECK_FALSE(is_uuid_v7(id));
  }
}

}  // namespace daybook::uuid_test
