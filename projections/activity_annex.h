// The way that annexes of activities go: XVIII and XIX.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "daybook/projections/annex.h"

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

// What such an annex is made of.
struct ActivityAnnex {
  std::string_view number;
  std::string (*title)(const Period& period, Language language);
  std::vector<Column> (*columns)(Language language);
  std::vector<AnnexSection> (*sections)(Language language);
  std::vector<Cell> (*cells)(const AnnexEntry& entry, const Vocabulary& vocabulary, Language language);
  std::vector<Footnote> (*footnotes)(Language language);  // those that are not used in the table are left out
};

// In the order of dates, canonical separators, abbreviations of what occurs.
Table rebuilt_activities(const View& view, const ActivityAnnex& annex, const Period& period,
                         Language language);

}  // namespace daybook
