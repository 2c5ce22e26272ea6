#include "daybook/register/digest.h"

#include <doctest/doctest.h>

#include "tests/register/fed.h"

namespace daybook::digest_test {

using namespace story;

namespace {

const Vocabulary& vocabulary() {
  static const Vocabulary loaded = take(Vocabulary::load(project_file("config/vocab")));
  return loaded;
}

// The digest of a register that was told of an activity with that title, and then of what `more` feeds it.
template <class More>
std::uint64_t digest_after(const std::string& title, More more) {
  Register reg(vocabulary());
  feed(reg, "activity/2016-vienna-1", made_activity(title, days("2016-05-04", "2016-05-04")));
  more(reg);
  return digest(reg);
}

const auto nothing = [](Register&) {};

}  // namespace

TEST_CASE("the same events give the same digest, whatever else their bytes say") {
  CHECK(digest_after("甲", nothing) == digest_after("甲", nothing));
}

TEST_CASE("another title, another event and another fact give other digests") {
  const std::uint64_t plain = digest_after("甲", nothing);
  CHECK(plain != digest_after("乙", nothing));
  CHECK(plain != digest_after("甲", [](Register& reg) {
          feed(reg, "activity/2016-vienna-2", made_activity("甲", days("2016-05-04", "2016-05-04")));
        }));
  CHECK(plain != digest_after("甲", [](Register& reg) {
          ActivityWithdrawn withdrawn;
          feed(reg, "activity/2016-vienna-1", withdrawn);
        }));
  FigurePublished figure;
  figure.document = "S/2022/899";
  figure.paragraph = "82";
  figure.words = "226项";
  figure.value = 226;
  figure.question = "activities";
  const std::uint64_t with_figure =
      digest_after("甲", [&](Register& reg) { feed(reg, "document/S-2022-899", figure); });
  CHECK(plain != with_figure);
  figure.value = 227;
  CHECK(with_figure != digest_after("甲", [&](Register& reg) { feed(reg, "document/S-2022-899", figure); }));
}

TEST_CASE(
    "a register that shares the texts of another has its digest where they say the same, and its own where "
    "not") {
  const auto tell = [](Register& reg, const char* id, const std::string& title) {
    feed(reg, std::string("activity/") + id, made_activity(title, days("2016-05-04", "2016-05-04")));
  };
  Register one(vocabulary());
  Register twin(vocabulary());
  Register other(vocabulary());
  twin.share_texts_of(one);
  other.share_texts_of(one);
  tell(other, "2016-paris-1", "乙");  // before there is anything to share
  for (const char* id : {"2016-vienna-1", "2016-vienna-2"}) {
    tell(one, id, "甲");
    tell(twin, id, "甲");
  }
  CHECK(digest(twin) == digest(one));
  CHECK(twin.versions().content[1].title.data() == one.versions().content[1].title.data());
  CHECK(digest(other) != digest(one));
  tell(other, "2016-vienna-2", "丙");
  CHECK(other.activity_id(0) == "2016-paris-1");
  CHECK(other.activity_id(1) == "2016-vienna-2");
  CHECK(other.activity_id(1).data() == one.activity_id(1).data());
  CHECK(other.version(1).activity.title.at("zh") == "丙");
}

}  // namespace daybook::digest_test
