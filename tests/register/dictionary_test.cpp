#include "daybook/register/dictionary.h"

#include "tests/story.h"

namespace daybook::dictionary_test {

using namespace story;

using Strings = std::vector<std::string>;

TEST_CASE("equal bytes have one code, and the code leads to the value") {
  Dictionary<Strings> dictionary;
  const Code first = take(dictionary.code_of(HashedBytes(R"(["AUT","CHE"])")));
  const Code second = take(dictionary.code_of(HashedBytes(R"(["AUT"])")));
  CHECK(first != second);
  CHECK(take(dictionary.code_of(HashedBytes(std::string(R"(["AUT","CHE"])")))) == first);
  CHECK(dictionary[first] == Strings{"AUT", "CHE"});
  CHECK(dictionary[second] == Strings{"AUT"});
  CHECK(dictionary.size() == 3);
}

TEST_CASE("code 0 is the value that is left out") {
  Dictionary<Strings> dictionary;
  CHECK(take(dictionary.code_of(HashedBytes(""))) == 0);
  CHECK(dictionary[0].empty());
  CHECK(dictionary.size() == 1);
}

TEST_CASE("bytes that are no value are refused and leave no code behind") {
  Dictionary<Strings> dictionary;
  for (const std::string bytes : {"[", "{}", R"(["a",])", R"([1])", "null"}) {
    CAPTURE(bytes);
    CHECK(code_of(dictionary.code_of(HashedBytes(bytes))) == code_of(ErrorCode::json));
  }
  CHECK(dictionary.size() == 1);
  CHECK(take(dictionary.code_of(HashedBytes(R"(["a"])"))) == 1);
}

TEST_CASE("many values keep their codes while the dictionary grows, though the bytes given are gone") {
  Dictionary<Strings> dictionary;
  for (int i = 0; i < 20'000; ++i) {
    const std::string bytes = "[\"" + std::to_string(i) + "\"]";
    CHECK(take(dictionary.code_of(HashedBytes(bytes))) == static_cast<Code>(i + 1));
  }
  for (int i = 0; i < 20'000; i += 37) {
    const std::string bytes = "[\"" + std::to_string(i) + "\"]";
    CHECK(take(dictionary.code_of(HashedBytes(bytes))) == static_cast<Code>(i + 1));
    CHECK(dictionary[static_cast<Code>(i + 1)].front() == std::to_string(i));
  }
}

}  // namespace daybook::dictionary_test
