#include "tests/fuzz/targets.h"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "daybook/base/csv.h"
#include "daybook/base/utf8.h"
#include "daybook/base/visible.h"
#include "daybook/event/merge_patch.h"
#include "daybook/events/decode_event.h"
#include "daybook/intake/activity_form.h"
#include "daybook/log/event_log.h"
#include "daybook/projections/figure_question.h"
#include "daybook/proof/proof_file.h"
#include "daybook/vocab/vocabulary.h"
#include "daybook/wording/dates_zh.h"
#include "daybook/wording/parties_zh.h"
#include "daybook/wording/place_zh.h"

#include "src/cli/arguments.h"
#include "src/log/canonical_check.h"
#include "tests/temp_folder.h"

namespace daybook::fuzz {

namespace {

void must(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "this must hold, and does not: %s\n", what);
  std::abort();
}

const Vocabulary& vocabulary() {
  static const Vocabulary loaded =
      Vocabulary::load((std::filesystem::path(DAYBOOK_PROJECT_DIR) / "config/vocab").string()).value();
  return loaded;
}

CivilDate some_day() {
  return CivilDate::parse_iso("2019-05-04").value();
}

// The pieces between zero bytes.
std::vector<std::string> pieces(std::string_view bytes) {
  std::vector<std::string> found;
  for (std::size_t at = 0; at <= bytes.size();) {
    const auto end = std::min(bytes.find('\0', at), bytes.size());
    found.emplace_back(bytes.substr(at, end - at));
    at = end + 1;
  }
  return found;
}

void csv(std::string_view bytes) {
  const auto table = parse_csv(bytes, "fuzz.csv");
  if (!table) return;
  std::string text = "\xEF\xBB\xBF";  // a heading may begin with another
  const auto add = [&](const std::vector<std::string>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i)
      text += (i == 0 ? "" : ",") + csv_cell(cells[i]);
    if (cells.size() == 1) text += ',';  // else a semicolon in the only heading would separate
    text += '\n';
  };
  add(table->columns);
  for (const CsvRow& row : table->rows)
    add(row.cells);
  const auto again = parse_csv(text, "fuzz.csv");
  // Rows that are blank in the file are passed over, so that one empty cell alone cannot come back.
  must(again.has_value(), "a table that was read can be written and read");
  must(again->columns == table->columns, "the headings come back");
  must(table->columns.size() == 1 || again->rows.size() == table->rows.size(), "the rows come back");
  for (std::size_t i = 0; i < again->rows.size() && table->columns.size() > 1; ++i)
    must(again->rows[i].cells == table->rows[i].cells, "the cells come back");
}

void event(std::string_view bytes) {
  const auto envelope = decode_envelope(bytes);
  if (!envelope) return;
  if (check_text(bytes) && check_canonical(bytes))
    must(encode(*envelope) == bytes, "a canonical event has one spelling");
  const auto data = decode_event(envelope->type, envelope->type_version, envelope->data.bytes);
  if (!data) return;
  std::visit(
      [&]<class T>(const T& typed) {
        const std::string encoded = encode(typed);
        must(T::type != envelope->type || T::type_version != envelope->type_version ||
                 encoded == envelope->data.bytes,
             "the data of an event have one spelling");
        must(decode_event(T::type, T::type_version, encoded).has_value(), "what was decoded can be encoded");
      },
      *data);
}

// A whole log as JSON lines, into a real log, which stays as it is unless all of it is right.
void event_lines(std::string_view bytes) {
  static const test::TempFolder folder;
  static EventLog log = EventLog::create(folder.file("log.db")).value();
  const std::uint64_t before = log.head().value().size;
  std::uint64_t lines = 0;
  const auto taken = log.take_over([&](const EventSink& sink) -> result<void> {
    for (std::size_t at = 0; at < bytes.size(); ++lines) {
      const auto end = std::min(bytes.find('\n', at), bytes.size());
      if (auto done = sink(Position{lines}, bytes.substr(at, end - at)); !done) return done;
      at = end + 1;
    }
    return {};
  });
  const std::uint64_t after = log.head().value().size;
  must(after == (taken ? before + taken->added : before), "a log takes over all or nothing");
}

void dates_zh(std::string_view bytes) {
  const auto ranges = read_dates_zh(bytes);
  if (!ranges) return;
  must(!ranges->empty(), "dates that were read are dates");
  const auto again = read_dates_zh(print_dates_zh(*ranges));
  must(again && *again == *ranges, "printed dates are read as the same");
}

void parties_zh(std::string_view bytes) {
  const auto parties = read_parties_zh(bytes, vocabulary());
  if (!parties) return;
  for (const Party& party : *parties)  // after `text:` anything may stand, and is printed without it
    if (party.organization.empty() && party.state.empty()) return;
  const std::string printed = print_parties_zh(*parties, vocabulary(), some_day());
  const auto again = read_parties_zh(printed, vocabulary());
  must(again.has_value(), "a printed list can be read");
  must(print_parties_zh(*again, vocabulary(), some_day()) == printed, "and is printed as the same");
}

void place_zh(std::string_view bytes) {
  const auto place = read_place_zh(bytes, vocabulary());
  if (!place) return;
  const std::string printed = print_place_zh(*place, vocabulary(), some_day());
  const auto again = read_place_zh(printed, vocabulary());
  must(again.has_value(), "a printed place can be read");
  must(print_place_zh(*again, vocabulary(), some_day()) == printed, "and is printed as the same");
}

void activity(std::string_view bytes) {
  std::vector<std::string> words = pieces(bytes);
  words.resize(10);
  const ActivityForm form{words[0], words[1], words[2], words[3], words[4],
                          words[5], words[6], words[7], words[8], words[9]};
  std::size_t faults = 0;
  const auto read = read_activity(form, vocabulary(), [&](std::string_view, const Error& error) {
    ++faults;
    must(visible(to_string(error)) == to_string(error), "an error can be shown as it stands");
  });
  must(read.has_value() == (faults == 0), "an activity is read, or a fault is told");
  if (!read) return;
  const auto again = decode_event(ActivityRecorded::type, ActivityRecorded::type_version, encode(*read));
  must(again.has_value() && encode(std::get<ActivityRecorded>(*again)) == encode(*read),
       "an activity that was read can be recorded");
}

void patch(std::string_view bytes) {
  const auto both = pieces(bytes);
  if (both.size() != 2) return;
  for (const std::string& each : both)
    if (!check_text(each) || !check_canonical(each)) return;
  const auto patched = merge_patch(both[0], both[1]);
  if (!patched) return;
  const auto between = patch_between(both[0], *patched);
  must(between.has_value(), "between two objects there is a patch");
  const auto again = merge_patch(both[0], *between);
  must(again && *again == *patched, "the patch between makes the one of the other");
}

void note(std::string_view bytes) {
  const auto words = pieces(bytes);
  if (const auto key = VerifierKey::parse(words[0])) {
    must(key->text() == words[0], "a key has one spelling");
    if (words.size() > 1) (void)open_checkpoint(words[1], *key);
  }
  (void)SigningKey::parse(words[0]);
  for (const std::string& word : words)
    if (const auto text = text_of_note(word)) {
      must(word.starts_with(*text + "\n"), "a note begins with its text");
      if (const auto checkpoint = Checkpoint::parse(*text))
        must(checkpoint->text() == *text, "a checkpoint has one spelling");
    }
}

void proof(std::string_view bytes) {
  static const VerifierKey key =
      VerifierKey::parse("daybook.example.org/example+12bb811c+AddamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea")
          .value();
  const auto words = pieces(bytes);
  if (const auto inclusion = InclusionProof::parse(words[0])) {
    must(inclusion->text() == words[0], "a proof has one spelling");
    (void)inclusion->check(words.back(), key);
  }
  if (const auto growth = ConsistencyProof::parse(words[0])) {
    must(ConsistencyProof::parse(growth->text()).has_value(), "a proof comes back from its text");
    (void)growth->check(key);
  }
}

void command_line(std::string_view bytes) {
  std::vector<std::string> words = pieces(bytes);
  std::vector<const char*> pointers{"daybook"};
  for (const std::string& word : words)
    pointers.push_back(word.c_str());
  const ParsedArguments parsed = parse_arguments(static_cast<int>(pointers.size()), pointers.data());
  must(parsed.arguments.has_value() || parsed.exit_status != 0 || !parsed.output.empty(),
       "a command line is understood, or answered, or refused");
  must(parsed.exit_status == 0 || !parsed.error.empty(), "a refusal has a reason");
}

void figure_question(std::string_view bytes) {
  (void)read_figure_question(bytes, vocabulary());
}

// What a terminal is shown holds no byte that it would obey.
void shown(std::string_view bytes) {
  const std::string text = visible(bytes);
  must(is_utf8(text), "what is shown is UTF-8");
  must(visible(text) == text, "what is shown can be shown");
  for (const char c : text)
    must(static_cast<unsigned char>(c) >= 0x20 || c == '\t' || c == '\n', "no control character is shown");
}

constexpr Target all[] = {
    {"csv", csv},
    {"event", event},
    {"event-lines", event_lines},
    {"dates", dates_zh},
    {"parties", parties_zh},
    {"place", place_zh},
    {"activity", activity},
    {"patch", patch},
    {"note", note},
    {"proof", proof},
    {"command-line", command_line},
    {"figure-question", figure_question},
    {"shown", shown},
};

}  // namespace

std::span<const Target> targets() {
  return all;
}

const Target* find_target(std::string_view name) {
  for (const Target& target : all)
    if (target.name == name) return &target;
  return nullptr;
}

}  // namespace daybook::fuzz
