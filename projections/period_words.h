#pragma once

#include <string>

#include "daybook/projections/question.h"

namespace daybook {

// `2016年4月26日至2022年6月2日`, `截至2022年6月2日`, `自2016年4月26日起`, or nothing; in English it follows
// the title:
// `, 26 April 2016-2 June 2022`.
std::string period_words(const Period& period, Language language);

// The same in whole years, for what is not dated closer: `2016年至2022年`, `, 2016-2022`.
std::string years_words(const Period& period, Language language);

}  // namespace daybook
