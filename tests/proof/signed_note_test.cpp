#include "daybook/proof/signed_note.h"

#include <doctest/doctest.h>

namespace daybook::signed_note_test {

namespace {

template <class T>
std::string told(const result<T>& from) {
  return from ? "good" : to_string(from.error());
}

template <class T>
bool is(const result<T>& from, ErrorCode code) {
  return !from && from.error()->code == code;
}

const SigningKey our_key = *SigningKey::make("daybook.example.org/1540");
const SigningKey other_key = *SigningKey::make("daybook.example.org/1540");
const std::string text = "daybook.example.org/1540\n3\nAAAA\n";

}  // namespace

TEST_CASE("Known keys: that of the C2SP signed note, and a pair of private and verifier key") {
  const std::string known = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
  const auto key = VerifierKey::parse(known);
  REQUIRE(key);
  CHECK(key->name == "example.com/foo");
  CHECK(key->id() == 0x530d903a);
  CHECK(key->text() == known);
  const auto pair =
      SigningKey::parse("PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz");
  REQUIRE(pair);
  CHECK(pair->verifier().text() == "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
}

TEST_CASE("A key comes back from its text") {
  const auto key = SigningKey::parse(our_key.text());
  REQUIRE(key);
  CHECK(key->seed == our_key.seed);
  CHECK(key->verifier().text() == our_key.verifier().text());
}

TEST_CASE("given a key with a slip of the pen, it is refused with the reason") {
  const auto fault = [](std::string_view key) { return told(VerifierKey::parse(key)); };
  CHECK(fault("example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k") ==
        "E-KEY: the verifier key's id is 530d903b, but 530d903a follows from its name and bytes: it was "
        "mistyped");
  const auto why = [&](std::string_view key) {
    const std::string whole = fault(key);
    const std::string start = "E-KEY: that is no verifier key: ";
    REQUIRE(whole.starts_with(start));
    return whole.substr(start.size(), whole.find(" (") - start.size());
  };
  CHECK(why("") == "it does not have three parts joined by +");
  CHECK(why("example.com/foo+530d903a") == "it does not have three parts joined by +");
  CHECK(why("+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k") ==
        "its name is not visible ASCII without plus signs");
  CHECK(why("foo bar+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k") ==
        "its name is not visible ASCII without plus signs");
  CHECK(why("example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k") ==
        "its id is not eight lower-case hexadecimal digits");
  CHECK(why("example.com/foo+530d903a+AukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k") ==
        "it is not of Ed25519");
  CHECK(why("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k\n") ==
        "it is not of Ed25519");
  CHECK(is(SigningKey::parse(our_key.verifier().text()), ErrorCode::key));
  CHECK(
      is(SigningKey::parse("PRIVATE+KEY+PeterNeumann+c74f20a4+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"),
         ErrorCode::key));
  for (const char* name : {"", "a b", "a+b", "国", "a\nb"})
    CHECK(is(SigningKey::make(name), ErrorCode::key));
}

TEST_CASE("given a signed note, whoever has the verifier key reads its text") {
  const std::string note = sign_note(text, our_key);
  CHECK(note.starts_with(text + "\n— daybook.example.org/1540 "));
  CHECK(open_note(note, our_key.verifier()).value() == text);
  CHECK(text_of_note(note).value() == text);
}

TEST_CASE("given a note that others signed too, their signatures are passed over") {
  const std::string ours = sign_note(text, our_key);
  const std::string theirs = sign_note(text, other_key);
  const std::string both = theirs + ours.substr(text.size() + 1);
  CHECK(open_note(both, our_key.verifier()).value() == text);
  CHECK(open_note(both, other_key.verifier()).value() == text);
  CHECK(told(open_note(theirs, our_key.verifier()))
            .starts_with("E-PROOF: daybook.example.org/1540 has not signed it"));
}

TEST_CASE("given a note, when any bit of it is changed, it is not read") {
  const std::string note = sign_note(text, our_key);
  for (std::size_t bit = 0; bit < 8 * note.size(); ++bit) {
    std::string changed = note;
    changed[bit / 8] = static_cast<char>(changed[bit / 8] ^ (1 << bit % 8));
    CAPTURE(bit);
    CHECK(is(open_note(changed, our_key.verifier()), ErrorCode::proof));
  }
  for (std::size_t size = 0; size < note.size(); ++size)
    CHECK(is(open_note(note.substr(0, size), our_key.verifier()), ErrorCode::proof));
}

TEST_CASE("given what is no note, the reason is told") {
  const auto why = [](std::string_view note) {
    const std::string whole = told(text_of_note(note));
    const std::string start = "E-PROOF: that is no signed note: ";
    REQUIRE(whole.starts_with(start));
    return whole.substr(start.size());
  };
  const std::string signature = sign_note(text, our_key).substr(text.size() + 1);
  CHECK(why("") == "it has no blank line before its signatures");
  CHECK(why("text\n\n") == "nobody has signed it");
  CHECK(why("text\n\nsomething\n") == "a line of signature is malformed");
  CHECK(why("text\n\n— name\n") == "a line of signature is malformed");
  CHECK(why("text\n\n— name AAAA\n") == "a line of signature is malformed");
  CHECK(why("text\n\n— na+me AAAAAAAA\n") == "a line of signature is malformed");
  CHECK(why(text + "\n" + signature.substr(0, signature.size() - 1)) == "a line of signature is malformed");
  CHECK(why("te\rxt\n\n" + signature) == "it holds a control character");
  CHECK(why("te\xfft\n\n" + signature) == "it is not UTF-8");
  std::string many = text + "\n";
  for (std::size_t i = 0; i <= note_signatures_max; ++i)
    many += signature;
  CHECK(why(many) == "it has too many signatures");
  CHECK(why(std::string(note_bytes_max, 'x') + "\n\n" + signature) == "it is larger than 65536 bytes");
}

TEST_CASE("given a text with blank lines, all of it is signed") {
  const std::string several = "one\n\ntwo\n";
  const std::string note = sign_note(several, our_key);
  CHECK(open_note(note, our_key.verifier()).value() == several);
}

}  // namespace daybook::signed_note_test
