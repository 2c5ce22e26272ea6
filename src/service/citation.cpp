#include "citation.h"

#include <fmt/format.h>

#include "daybook/log/tree.h"
#include "daybook/proof/signer.h"

namespace daybook {

namespace {

tl::unexpected<Failure> no_place(std::string_view in) {
  return fail(ErrorCode::usage, fmt::format("{} has no place for where it comes from", in),
              "ask for another format, or keep what daybook log --head says beside it");
}

}  // namespace

result<std::optional<Citation>> citation_of(EventLog& log, const View& view, const Known& known,
                                            const Presentation& presentation) {
  if (!known.cite && known.checkpoint_file.empty()) return std::nullopt;
  if (presentation.format == Format::csv) return no_place("a CSV file");
  if (!known.checkpoint_file.empty()) {
    auto known_log = read_checkpoint(log, known.checkpoint_file);
    if (!known_log) return fail(known_log.error());
    return Citation{known_log->checkpoint.size, known_log->checkpoint.root, std::move(known_log->note)};
  }
  const auto tree = log.tree();
  if (!tree) return fail(tree.error());
  const auto root = root_of(**tree, view.size());
  if (!root) return fail(root.error());
  return Citation{view.size(), *root, {}};
}

void add_citation(Table& table, const std::optional<Citation>& citation, Language language) {
  if (!citation) return;
  const bool english = language == Language::en;
  table.notes.push_back(
      english
          ? fmt::format("The log: its first {} events, root {}.", citation->events, to_hex(citation->root))
          : fmt::format("日志：前 {} 个事件，根 {}。", citation->events, to_hex(citation->root)));
  if (!citation->checkpoint.empty())
    table.notes.push_back((english ? "Signed checkpoint:\n" : "签署的检查点：\n") + citation->checkpoint);
}

result<void> add_citation(Value& value, const std::optional<Citation>& citation) {
  if (!citation) return {};
  auto* members = std::get_if<Value::Object>(&value.data);
  if (members == nullptr) return no_place("a JSON array");
  Value::Object log{{"events", {static_cast<std::int64_t>(citation->events)}},
                    {"root", {to_hex(citation->root)}}};
  if (!citation->checkpoint.empty()) log.push_back({"checkpoint", {citation->checkpoint}});
  members->push_back({"log", {std::move(log)}});
  return {};
}

}  // namespace daybook
