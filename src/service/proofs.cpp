#include "daybook/service/proofs.h"

#include <filesystem>
#include <map>
#include <variant>
#include <vector>

#include <fmt/format.h>

#include "daybook/base/csv.h"
#include "daybook/events/decode_event.h"
#include "daybook/log/lookup.h"
#include "daybook/log/tree.h"
#include "daybook/proof/files.h"
#include "daybook/proof/proof_file.h"
#include "daybook/proof/signer.h"
#include "daybook/proof/tile_folder.h"

namespace daybook {

namespace {

struct Proved {
  std::string name;  // of the files
  Position position;
};

result<SignedCheckpoint> signed_log(EventLog& log, const SignedBy& by) {
  if (by.key_file.empty()) return read_checkpoint(log, by.checkpoint_file);
  auto note = sign_checkpoint(log, by.key_file);
  if (!note) return fail(note.error());
  auto checkpoint = unverified_checkpoint(*note);
  if (!checkpoint) return fail(checkpoint.error());
  return SignedCheckpoint{std::move(*checkpoint), std::move(*note)};
}

// Every event of a stream, in order.
result<std::vector<Position>> events_of_stream(EventLog& log, const std::string& stream) {
  const auto reader = log.reader();
  if (!reader) return fail(reader.error());
  const std::string quoted = fmt::format(R"("stream":"{}")", stream);
  std::vector<Position> found;
  auto read = (*reader)->read(Position{0}, Position{UINT64_MAX},
                              [&](Position at, std::string_view bytes) -> result<void> {
                                if (bytes.find(quoted) == std::string_view::npos) return {};
                                const auto envelope = decode_envelope(bytes);
                                if (!envelope) return fail(envelope.error());
                                if (envelope->stream == stream) found.push_back(at);
                                return {};
                              });
  if (!read) return fail(read.error());
  return found;
}

result<std::vector<Proved>> events_called(EventLog& log, const std::string& id) {
  auto positions = events_of_stream(log, "activity/" + id);
  if (positions && positions->empty()) positions = find_events(log, id);
  if (!positions) return fail(positions.error());
  std::vector<Proved> proved;
  for (const Position position : *positions)
    proved.push_back({fmt::format("position-{}", position.value), position});
  return proved;
}

// The row that an event prints; none when it prints none of this annex and document.
std::optional<std::int64_t> row_in(const Envelope& envelope, const ProveQuestion& question) {
  const auto event = decode_event(envelope.type, envelope.type_version, envelope.data.bytes);
  if (!event) return std::nullopt;
  return std::visit(
      [&]<class T>(const T& data) -> std::optional<std::int64_t> {
        if constexpr (std::is_same_v<T, ActivityListed> || std::is_same_v<T, RowListed>)
          if (data.annex == question.annex && data.document == question.edition) return data.row;
        return std::nullopt;
      },
      *event);
}

result<std::vector<Proved>> rows_of(EventLog& log, const ProveQuestion& question) {
  const auto reader = log.reader();
  if (!reader) return fail(reader.error());
  std::map<std::int64_t, Position> rows;  // the newest event of each
  auto read = (*reader)->read(Position{0}, Position{UINT64_MAX},
                              [&](Position at, std::string_view bytes) -> result<void> {
                                if (bytes.find("-listed\"") == std::string_view::npos) return {};
                                const auto envelope = decode_envelope(bytes);
                                if (!envelope) return fail(envelope.error());
                                if (const auto row = row_in(*envelope, question)) rows[*row] = at;
                                return {};
                              });
  if (!read) return fail(read.error());
  if (rows.empty())
    return fail(ErrorCode::edition,
                fmt::format("the log has no edition of annex {} in {}", question.annex, question.edition));
  std::vector<Proved> proved;
  for (const auto& [row, position] : rows)
    if (!question.row || question.row == row)
      proved.push_back({fmt::format("annex-{}-row-{:03}", question.annex, row), position});
  if (proved.empty())
    return fail(ErrorCode::not_found,
                fmt::format("annex {} of {} has no row {}; its last is {}", question.annex, question.edition,
                            *question.row, rows.rbegin()->first));
  return proved;
}

result<std::string> bytes_at(EventReader& reader, Position position) {
  std::string bytes;
  auto read = reader.read(position, Position{position.value + 1}, [&](Position, std::string_view event) {
    bytes = event;
    return result<void>();
  });
  return read ? result<std::string>(std::move(bytes)) : fail(read.error());
}

// Writes the two files of one event.
result<void> write_proof(EventReader& events, TreeReader& tree, const Proved& proved,
                         const SignedCheckpoint& log, const std::string& folder) {
  if (proved.position.value >= log.checkpoint.size)
    return fail(ErrorCode::limit,
                fmt::format("the checkpoint is of {} events, and position {} came later", log.checkpoint.size,
                            proved.position.value),
                "sign a new one: daybook checkpoint --key FILE");
  auto hashes = inclusion_proof(tree, proved.position.value, log.checkpoint.size);
  if (!hashes) return fail(hashes.error());
  const auto event = bytes_at(events, proved.position);
  if (!event) return fail(event.error());
  const std::string path = fmt::format("{}/{}", folder, proved.name);
  if (auto done = replace_file(path + ".json", *event, Sync::later); !done) return done;
  return replace_file(path + ".tlog-proof",
                      InclusionProof{proved.position.value, std::move(*hashes), log.note}.text(),
                      Sync::later);
}

result<VerifierKey> read_verifier_key(const std::string& text_or_file) {
  std::error_code code;
  if (!std::filesystem::is_regular_file(text_or_file, code)) return VerifierKey::parse(text_or_file);
  auto text = read_file(text_or_file);
  if (!text) return fail(text.error());
  while (text->ends_with('\n'))
    text->pop_back();
  return VerifierKey::parse(*text);
}

result<std::string> what_consistency_proves(const std::string& text, const VerifierKey& key) {
  const auto proof = ConsistencyProof::parse(text);
  if (!proof) return fail(proof.error());
  const auto both = proof->check(key);
  if (!both) return fail(both.error());
  return fmt::format("Proved: the log {} of {} events is the beginning of that of {}.\n", key.name,
                     both->first.size, both->second.size);
}

result<std::string> what_inclusion_proves(const std::string& text, const std::string& event_file,
                                          const VerifierKey& key) {
  const auto proof = InclusionProof::parse(text);
  if (!proof) return fail(proof.error());
  const auto event = read_file(event_file);
  if (!event) return fail(event.error());
  const auto checkpoint = proof->check(*event, key);
  if (!checkpoint) return fail(checkpoint.error());
  const auto envelope = decode_envelope(*event);
  if (!envelope) return fail(envelope.error());
  return fmt::format(
      "Proved: position {} of the log {}, as it was at {} events, is this event: {} of {}, recorded {}.\n",
      proof->index, key.name, checkpoint->size, envelope->type, envelope->stream, envelope->recorded_at);
}

result<std::string> what_is_proved(const std::string& text, const std::string& proof_file,
                                   const std::string& event_file, const VerifierKey& key) {
  switch (proof_kind(text)) {
    case ProofKind::consistency:
      return what_consistency_proves(text, key);
    case ProofKind::inclusion: {
      const auto beside = std::filesystem::path(proof_file).replace_extension(".json").string();
      return what_inclusion_proves(text, event_file.empty() ? beside : event_file, key);
    }
    case ProofKind::checkpoint:
      break;
  }
  const auto checkpoint = open_checkpoint(text, key);
  if (!checkpoint) return fail(checkpoint.error());
  return fmt::format("Signed: the log {} has the root {} with {} events.\n", key.name,
                     to_hex(checkpoint->root), checkpoint->size);
}

}  // namespace

result<std::string> prove(const std::string& log_file, const ProveQuestion& question, const SignedBy& by,
                          const std::string& folder) {
  auto log = EventLog::open(log_file);
  if (!log) return fail(log.error());
  const auto proved = question.annex.empty() ? events_called(*log, question.id) : rows_of(*log, question);
  if (!proved) return fail(proved.error());
  const auto signed_state = signed_log(*log, by);
  if (!signed_state) return fail(signed_state.error());
  const auto events = log->reader();
  if (!events) return fail(events.error());
  const auto tree = log->tree();
  if (!tree) return fail(tree.error());
  std::string text;
  for (const Proved& each : *proved) {
    if (auto done = write_proof(**events, **tree, each, *signed_state, folder); !done)
      return fail(done.error());
    text += fmt::format("{}/{}.tlog-proof\n", folder, each.name);
  }
  return text;
}

result<std::string> prove_consistency(const std::string& log_file, const std::string& from_file,
                                      const std::string& to_file) {
  auto log = EventLog::open(log_file);
  if (!log) return fail(log.error());
  const auto from = signed_log(*log, {{}, from_file});
  if (!from) return fail(from.error());
  const auto to = signed_log(*log, {{}, to_file});
  if (!to) return fail(to.error());
  if (from->checkpoint.size > to->checkpoint.size)
    return fail(ErrorCode::usage, "--from is the older checkpoint, --to the newer one");
  const auto tree = log->tree();
  if (!tree) return fail(tree.error());
  auto hashes = consistency_proof(**tree, from->checkpoint.size, to->checkpoint.size);
  if (!hashes) return fail(hashes.error());
  return ConsistencyProof{std::move(*hashes), from->note, to->note}.text();
}

result<std::string> check_proof(const std::string& proof_file, const std::string& event_file,
                                const std::string& verifier_key) {
  const auto key = read_verifier_key(verifier_key);
  if (!key) return fail(key.error());
  const auto text = read_file(proof_file);
  if (!text) return fail(text.error());
  auto proved = what_is_proved(*text, proof_file, event_file, *key);
  if (!proved && proved.error()->place.file.empty()) proved.error()->place.file = proof_file;
  return proved;
}

result<std::string> new_key(const std::string& key_file, const std::string& name) {
  const auto key = make_key(key_file, name);
  if (!key) return fail(key.error());
  return key->text() + "\n";
}

result<std::string> show_key(const std::string& key_file) {
  const auto key = read_key(key_file);
  if (!key) return fail(key.error());
  return key->verifier().text() + "\n";
}

result<std::string> checkpoint(const std::string& log_file, const std::string& key_file,
                               std::optional<std::uint64_t> size) {
  auto log = EventLog::open(log_file);
  if (!log) return fail(log.error());
  return sign_checkpoint(*log, key_file, size);
}

result<std::string> export_tiles(const std::string& log_file, const SignedBy& by, const std::string& folder,
                                 const std::function<void(std::uint64_t, std::uint64_t)>& progress) {
  auto log = EventLog::open(log_file);
  if (!log) return fail(log.error());
  const auto signed_state = signed_log(*log, by);
  if (!signed_state) return fail(signed_state.error());
  const auto exported = export_tiles(*log, signed_state->checkpoint, signed_state->note, folder, progress);
  if (!exported) return fail(exported.error());
  return fmt::format("{} holds {} events now: {} files written, {} kept.\n", folder,
                     signed_state->checkpoint.size, exported->written, exported->kept);
}

}  // namespace daybook
