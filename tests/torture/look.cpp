#include <charconv>

#include <fmt/format.h>

#include "src/log/merkle.h"
#include "tests/torture/torture.h"

namespace daybook::torture {

namespace {

// A UUIDv7 out of numbers, so that forked processes do not share their chance.
std::string id_of(std::uint64_t writer, std::uint64_t number, std::size_t event) {
  return fmt::format("0181f2d0-{:04x}-7{:03x}-8{:03x}-{:012x}", number >> 16 & 0xffff, event & 0xfff,
                     writer & 0xfff, number & 0xffff);
}

// "…batch W.N of S…" in the title of an event.
void count_in_batch(std::string_view event, Found& found) {
  constexpr std::string_view word = "batch ";
  const std::size_t at = event.find(word);
  if (at == std::string_view::npos) return;  // what an earlier look appended
  const char* const end = event.data() + event.size();
  std::size_t writer = 0;
  std::size_t number = 0;
  const auto [dot, bad_writer] = std::from_chars(event.data() + at + word.size(), end, writer);
  if (bad_writer != std::errc() || dot == end || std::from_chars(dot + 1, end, number).ec != std::errc() ||
      writer >= found.batches.size()) {
    found.fault = "an event of a writer that there was not";
    return;
  }
  auto& of_writer = found.batches[writer];
  if (number + 1 != of_writer.size() && number != of_writer.size()) {
    found.fault = fmt::format("batch {}.{} stands after {} batches", writer, number, of_writer.size());
    return;
  }
  if (number == of_writer.size()) of_writer.push_back(0);
  ++of_writer.back();
}

result<void> read_all(EventLog& log, Found& found, MerkleTree& tree) {
  auto reader = log.reader();
  if (!reader) return fail(reader.error());
  std::vector<TileRoot> finished;
  return (*reader)->read({0}, {UINT64_MAX}, [&](Position, std::string_view bytes) -> result<void> {
    tree.add_leaf(leaf_hash(bytes), finished);
    if (found.fault.empty()) count_in_batch(bytes, found);
    return {};
  });
}

}  // namespace

std::vector<NewEvent> batch(std::uint64_t writer, std::uint64_t number, std::size_t size,
                            std::size_t title_bytes) {
  std::vector<NewEvent> events(size);
  for (std::size_t i = 0; i < size; ++i) {
    NewEvent& event = events[i];
    event.id = id_of(writer, number, i);
    event.stream = fmt::format("activity/{}", writer);
    event.type = "activity-recorded";
    event.actor = "torture";
    event.source = "firsthand";
    event.data = fmt::format(R"({{"title":{{"en":"batch {}.{} of {} {}"}}}})", writer, number, size,
                             std::string(title_bytes, 'x'));
  }
  return events;
}

Found look_at(const std::string& log_file, std::size_t writers) {
  Found found;
  found.batches.resize(writers);
  auto log = EventLog::open(log_file);
  if (!log) {
    found.fault = to_string(log.error());
    return found;
  }
  MerkleTree tree;
  const auto head = log->head();
  if (!head) found.fault = to_string(head.error());
  if (const auto done = read_all(*log, found, tree); !done) found.fault = to_string(done.error());
  if (!found.fault.empty()) return found;
  if (head->size != tree.size() || head->root != tree.root()) {
    found.fault = fmt::format("the head says {} events, root {}; the events are {} with root {}", head->size,
                              to_hex(head->root), tree.size(), to_hex(tree.root()));
    return found;
  }

  NewEvent next = batch(0xfff, tree.size(), 1, 0).front();
  next.stream = "activity/look";
  next.data = R"({"title":{"en":"after the fault"}})";
  const Expectation any{next.stream, Expectation::Kind::any, {}};
  const auto appended = log->append({&any, 1}, {&next, 1});
  if (!appended)
    found.fault = "nothing can be appended: " + to_string(appended.error());
  else if (appended->front().value != tree.size())
    found.fault = "the next event got a wrong position";
  return found;
}

}  // namespace daybook::torture
