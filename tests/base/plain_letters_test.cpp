#include "daybook/base/plain_letters.h"

#include <doctest/doctest.h>

namespace daybook::plain_letters_test {

TEST_CASE("Names are sorted by their letters, without accents, apostrophes and signs") {
  CHECK(plain_letters("Côte d'Ivoire") == "cote divoire");
  CHECK(plain_letters("Côte d’Ivoire") == "cote divoire");
  CHECK(plain_letters("São Tomé and Príncipe") == "sao tome and principe");
  CHECK(plain_letters("Türkiye") == "turkiye");
  CHECK(plain_letters("Bolivia (Plurinational State of)") == "bolivia plurinational state of");
  CHECK(plain_letters("Guinea-Bissau") == "guineabissau");
  CHECK(plain_letters("") == "");
  CHECK(plain_letters("(1540)") == "1540");
}

}  // namespace daybook::plain_letters_test
