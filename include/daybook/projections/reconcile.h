// Published figures against the record: each figure's question is asked, and its answer stands beside what
// was printed. No figure is bent to fit.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "daybook/projections/facets.h"
#include "daybook/table/table.h"

namespace daybook {

enum class Verdict { agrees, differs, cannot_be_answered };

template <>
struct EnumNames<Verdict> {
  static constexpr std::array<std::string_view, 3> names{"agrees", "differs", "cannot-be-answered"};
};

struct ReconcileQuestion {
  std::string document;  // symbol; empty = the figures of all documents
  bool explain = false;  // with the rows behind each difference
  Language language = Language::zh;
};

// A fact behind a difference, in short.
struct RowBehind {
  std::string id;
  std::optional<CivilDate> date;
  std::string words;
  bool named = false;  // the note names it; else it was counted
};

struct ReconciledFigure {
  std::string document;
  std::string paragraph;
  std::string words;
  std::int64_t published = 0;
  std::optional<std::int64_t> computed;  // with rows as listed; none where it cannot be answered
  std::optional<std::int64_t> grouped;   // with activities as grouped, where that is another number
  Verdict verdict = Verdict::cannot_be_answered;
  std::string question;
  std::string note;             // that of the figure; before it, why a question has no answer
  std::vector<RowBehind> rows;  // of a figure that differs, when asked to explain: those named first

  std::int64_t difference() const { return computed.value_or(published) - published; }
};

// In the order of paragraphs, those of one paragraph in the order in which they were first stated.
// Errors: E-NOT-FOUND for a document of which the view knows no figure, with those that it knows.
result<std::vector<ReconciledFigure>> reconcile(const View& view, Facets& facets,
                                                const ReconcileQuestion& question);

// A row a figure; under it, where it is explained, a row for each row behind it, up to a number that can be
// read.
Table reconcile_table(const std::vector<ReconciledFigure>& figures, const ReconcileQuestion& question);
// [{document, paragraph, words, published, computed, difference, verdict, question, note}]; with `grouped`
// where that is another number, and `rows` [{id, date, words, named}] where it is explained. What is not
// known is null.
Value reconcile_value(const std::vector<ReconciledFigure>& figures);

}  // namespace daybook
