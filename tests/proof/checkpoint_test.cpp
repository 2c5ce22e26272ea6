#include "daybook/proof/checkpoint.h"

#include <doctest/doctest.h>

namespace daybook::checkpoint_test {

namespace {

template <class T>
std::string told(const result<T>& from) {
  return from ? "good" : to_string(from.error());
}

const std::string root = "XcnaeacKWaOtVZy3Ad7Zoqudgjqt0vSWDP43Dv9GBDI=";  // base64 of 32 bytes
const std::string text = "daybook.example.org/1540\n8\n" + root + "\n";

}  // namespace

TEST_CASE("A checkpoint is an origin, a size and a root, and comes back from its text") {
  const auto checkpoint = Checkpoint::parse(text);
  REQUIRE(checkpoint);
  CHECK(checkpoint->origin == "daybook.example.org/1540");
  CHECK(checkpoint->size == 8);
  CHECK(to_base64(checkpoint->root) == root);
  CHECK(checkpoint->text() == text);
  CHECK(Checkpoint::parse("o\n18446744073709551615\n" + root + "\n")->size == UINT64_MAX);
}

TEST_CASE("given what is no checkpoint, the reason is told") {
  const std::string shape = "E-PROOF: that is no checkpoint: it does not have an origin, a size and a root";
  CHECK(told(Checkpoint::parse("")) == shape);
  CHECK(told(Checkpoint::parse("o\n8\n")) == shape);
  CHECK(told(Checkpoint::parse("\n8\n" + root + "\n")) == shape);
  CHECK(told(Checkpoint::parse(text + "extension\n")) == shape);
  CHECK(told(Checkpoint::parse("o\n08\n" + root + "\n")) == "E-PROOF: \"08\" is no number of events");
  CHECK(told(Checkpoint::parse("o\n-8\n" + root + "\n")) == "E-PROOF: \"-8\" is no number of events");
  CHECK(told(Checkpoint::parse("o\n\n" + root + "\n")) == "E-PROOF: \"\" is no number of events");
  CHECK(told(Checkpoint::parse("o\n18446744073709551616\n" + root + "\n")) ==
        "E-PROOF: \"18446744073709551616\" is no number of events");
  CHECK(told(Checkpoint::parse("o\n8\nAAAA\n")) == "E-PROOF: \"AAAA\" is no hash of 32 bytes in base64");
}

TEST_CASE("given a signed checkpoint, it is opened by the key of its own log alone") {
  const auto key = *SigningKey::make("daybook.example.org/1540");
  const auto other = *SigningKey::make("daybook.example.org/1718");
  CHECK(open_checkpoint(sign_note(text, key), key.verifier()).value() == Checkpoint::parse(text).value());
  CHECK(told(open_checkpoint(sign_note(text, other), other.verifier())) ==
        "E-PROOF: the checkpoint is of daybook.example.org/1540, and the key of daybook.example.org/1718");
  CHECK(!open_checkpoint(sign_note(text, other), key.verifier()));
  CHECK(unverified_checkpoint(sign_note(text, other)).value() == Checkpoint::parse(text).value());
  CHECK(!unverified_checkpoint(text));
}

}  // namespace daybook::checkpoint_test
