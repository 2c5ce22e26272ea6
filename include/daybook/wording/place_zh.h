// Places as the Chinese annexes print them, both ways.
#pragma once

#include <string>
#include <string_view>

#include "daybook/event/activity_parts.h"
#include "daybook/vocab/vocabulary.h"

namespace daybook {

// Reads `维也纳`, `新西兰奥克兰`, `法国和瑞士`, `日内瓦(主席视频致辞)`, `混合会议，科特迪瓦阿比让`,
// `虚拟会议`, `虚拟`; and `Auckland, New Zealand`. Words in parentheses that speak of video make the mode
// video. Errors: E-PLACE.
result<Place> read_place_zh(std::string_view text, const Vocabulary& vocabulary);

// State and city without a separator; the State left out where the vocabulary says that the city stands
// alone. A virtual meeting is 虚拟会议.
std::string print_place_zh(const Place& place, const Vocabulary& vocabulary, CivilDate on);

}  // namespace daybook
