#include "daybook/base/joined.h"

#include <doctest/doctest.h>

namespace daybook::joined_test {

TEST_CASE("texts come back as they were added, lot by lot, empty ones and long ones too") {
  Joined joined;
  CHECK(joined.texts().empty());
  const std::string longer(100'000, 'x');
  for (int lot = 0; lot < 3; ++lot) {
    joined.clear();
    CHECK(joined.size() == 0);
    for (const std::string& text : {std::string("甲"), std::string(), longer, std::to_string(lot)})
      joined.add(text);
    CHECK(joined.size() == 4);
    const auto texts = joined.texts();
    REQUIRE(texts.size() == 4);
    CHECK(texts[0] == "甲");
    CHECK(texts[1].empty());
    CHECK(texts[2] == longer);
    CHECK(texts[3] == std::to_string(lot));
  }
}

}  // namespace daybook::joined_test
