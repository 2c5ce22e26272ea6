#include "daybook/register/dictionary.h"

#include <random>
#include <set>

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

TEST_CASE("the hash looks at every byte and at the length") {
  std::set<std::uint64_t> hashes;
  for (std::size_t length = 0; length <= 40; ++length) {
    const std::string bytes(length, 'a');
    hashes.insert(HashedBytes::hash_of(bytes));
    for (std::size_t at = 0; at < length; ++at) {
      std::string other = bytes;
      other[at] = 'b';
      hashes.insert(HashedBytes::hash_of(other));
    }
  }
  CHECK(hashes.size() == 41 + 40 * 41 / 2);
  CHECK(HashedBytes::hash_of(std::string(3, '\0')) != HashedBytes::hash_of(std::string(4, '\0')));
}

TEST_CASE("an arena keeps bytes where they are, also those larger than a block") {
  Arena arena;
  const unsigned seed = std::random_device{}();
  MESSAGE("seed " << seed);
  std::mt19937 random(seed);
  std::vector<std::string> given;
  std::vector<std::string_view> kept;
  std::size_t bytes = 0;
  for (int i = 0; i < 200; ++i) {
    const std::size_t size = i == 100 ? (3U << 20) : random() % 50'000;
    given.emplace_back(size, static_cast<char>('a' + i % 26));
    kept.push_back(arena.keep(given.back()));
    bytes += size;
  }
  for (std::size_t i = 0; i < given.size(); ++i)
    CHECK(kept[i] == given[i]);
  CHECK(arena.bytes_held() >= bytes);
  CHECK(arena.keep("").empty());
}

}  // namespace daybook::dictionary_test
