// The annexes, rebuilt by rule for any period or as an edition printed them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "daybook/projections/question.h"
#include "daybook/register/register.h"
#include "daybook/table/table.h"

namespace daybook {

// What one annex is. Each projections/annex_*.cpp defines one.
struct AnnexRule {
  std::string_view number;  // "xviii"
  // Rebuilt by rule from what the view knows, with a title for the period.
  Table (*rebuilt)(const View& view, const Period& period, Language language);
  // Whether an annex of activities takes those of the kind; nullptr for one that lists no activities.
  bool (*takes)(Kind kind) = nullptr;
};

// nullptr when there is no such annex.
const AnnexRule* find_annex(std::string_view number);

// All annexes, I before II.
std::vector<const AnnexRule*> annexes_in_order();

// `附件十八`, `Annex XVIII`.
std::string annex_name(const AnnexRule& rule, Language language);

// The numbers of all annexes, or of those that list activities, joined by a comma and a space.
std::string annex_numbers(bool of_activities);

// Whether the annex lists the activity. A document that lists it anywhere and has published an edition of an
// annex has decided whether it stands there; where none has, the annex takes it by its kind.
// REQUIRES: an annex of activities.
bool is_in_annex(const View& view, ActivityIndex activity, Kind kind, const AnnexRule& rule);

// As the document printed it, misprints included. Errors: E-EDITION, with the editions that there are.
result<Table> edition(const View& view, std::string_view annex, std::string_view document);

// nullptr when the view knows no such edition.
const EditionPublished* find_edition(const View& view, std::string_view annex, std::string_view document);

// Adds the footnotes whose mark stands in the table.
void add_used_footnotes(Table& table, const std::vector<Footnote>& footnotes);

// `简称：short，full；…。` of the names and terms of the vocabulary that occur in the table, in the order of
// their English acronyms; empty when there are none.
std::string abbreviations(const Table& table, const Vocabulary& vocabulary);

// A printed text as a cell: a letter a to d that stands alone after a space is a raised mark.
Cell cell_of_print(std::string_view text);

}  // namespace daybook
