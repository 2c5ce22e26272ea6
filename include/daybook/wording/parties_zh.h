// Lists of organizers, supporters and participants as the Chinese annexes print them, both ways.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "daybook/event/activity_parts.h"
#include "daybook/vocab/vocabulary.h"

namespace daybook {

// Reads a list such as `美洲反恐委/美洲组织、裁军事务厅 d/联合国利马区域中心`. Names are separated by 、
// (also ； ， and their half-width forms) outside parentheses; the joints of Relation are read; a footnote
// mark c or d follows its name; words in parentheses qualify it. A State, or a body of a State's government
// (its name, then 政府, 国家 …), is no organization; `text:` before a name says that no known body is meant.
// An empty text is an empty list. Errors: E-ORGANIZATION for an unknown name, with the nearest known; E-PARTY
// for a list that is broken; E-LIMIT for a name of more than limits::party_bytes_max.
result<std::vector<Party>> read_parties_zh(std::string_view text, const Vocabulary& vocabulary);

// The canonical form, a mark as a letter after a space.
std::string print_parties_zh(std::span<const Party> parties, const Vocabulary& vocabulary, CivilDate on);

// The name of one party, without its mark and qualifier.
std::string party_name(const Party& party, const Vocabulary& vocabulary, std::string_view language,
                       CivilDate on);

}  // namespace daybook
