// The annexes, rebuilt by rule for any period or as an edition printed them.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "daybook/projections/question.h"
#include "daybook/register/register.h"
#include "daybook/table/table.h"

namespace daybook {

// An activity as one annex words it: its own facts, or those of the annex's latest listing where they differ.
struct AnnexEntry {
  std::string id;
  ActivityRecorded activity;
};

struct AnnexSection {
  std::optional<Kind> kind;  // that it lists; none = all
  std::string heading;       // empty where the annex has no sections
  std::string mark;
};

// What one annex is made of. Each projections/annex_*.cpp defines one.
struct AnnexRule {
  std::string_view number;  // "xviii"
  bool (*takes)(Kind kind);
  std::string (*title)(const Period& period, Language language);
  std::vector<Column> (*columns)(Language language);
  std::vector<AnnexSection> (*sections)(Language language);
  std::vector<Cell> (*cells)(const AnnexEntry& entry, const Vocabulary& vocabulary, Language language);
  std::vector<Footnote> (*footnotes)(Language language);  // those that are not used in the table are left out
};

// nullptr when there is no such annex.
const AnnexRule* find_annex(std::string_view number);

// The annexes that list an activity. A document that lists it anywhere and has published an edition of an
// annex has decided whether it stands there; where none has, the annex takes it by its kind.
bool is_in_annex(const View& view, ActivityIndex activity, Kind kind, const AnnexRule& rule);

// Rebuilt by rule: in the order of dates, canonical separators, abbreviations of what occurs, titles for the
// period.
Table annex(const View& view, const AnnexRule& rule, const Period& period, Language language);

// As the document printed it, misprints included. Errors: E-EDITION, with the editions that there are.
result<Table> edition(const View& view, std::string_view annex, std::string_view document);

// `简称：short，full；…。` of the names and terms of the vocabulary that occur in the table, in the order of
// their English acronyms; empty when there are none.
std::string abbreviations(const Table& table, const Vocabulary& vocabulary);

// A printed text as a cell: a letter c or d that stands after a space is a raised mark.
Cell cell_of_print(std::string_view text);

}  // namespace daybook
