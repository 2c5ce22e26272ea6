// A log of so many events, and a key that signs it.
#pragma once

#include "daybook/proof/signer.h"

#include "tests/log/temp_log.h"

namespace daybook::test {

struct Logged {
  TempFolder folder{fast_folder()};
  std::string file = folder.file("log.db");
  std::string key_file = folder.file("1540.key");
  EventLog log = take(EventLog::create(file, Clock()));
  VerifierKey key = take(make_key(key_file, "daybook.example.org/1540"));

  explicit Logged(std::size_t size) { add(size); }
  void add(std::size_t count, const std::string& title = "Workshop") { add_to(log, count, title); }
  static void add_to(EventLog& to, std::size_t count, const std::string& title) {
    for (std::size_t done = 0; done < count;) {
      std::vector<NewEvent> events;
      std::vector<Expectation> expectations;
      for (; events.size() < 1'000 && done < count; ++done) {
        NewEvent made = event("activity/2016-vienna-0", title);
        made.stream = "activity/" + made.id;
        expectations.push_back(none_yet(made.stream));
        events.push_back(std::move(made));
      }
      take(append(to, expectations, events));
    }
  }
  // The log as it is now, as somebody restores it later.
  EventLog copy(const std::string& name) {
    take(log.copy_to(folder.file(name)));
    return take(EventLog::open(folder.file(name), Clock()));
  }
};

}  // namespace daybook::test
