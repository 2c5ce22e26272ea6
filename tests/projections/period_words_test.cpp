#include "projections/period_words.h"

#include "tests/story.h"

namespace daybook::period_words_test {

using namespace story;

TEST_CASE("a period in words, in either language, with either end open") {
  struct Words {
    Period period;
    std::string zh;
    std::string en;
  };
  for (const Words& words : {
           Words{{day("2016-04-26"), day("2022-06-02")},
                 "2016年4月26日至2022年6月2日",
                 ", 26 April 2016-2 June 2022"},
           Words{{std::nullopt, day("2022-06-02")}, "截至2022年6月2日", ", as at 2 June 2022"},
           Words{{day("2016-04-26"), std::nullopt}, "自2016年4月26日起", ", since 26 April 2016"},
           Words{{}, "", ""},
       }) {
    CHECK(period_words(words.period, Language::zh) == words.zh);
    CHECK(period_words(words.period, Language::en) == words.en);
  }
}

}  // namespace daybook::period_words_test
