// figure-published: a number that the text of a document prints, and the question that the record answers it
// with. The stream is document/<symbol>. A figure is known by its document, paragraph and words. Where the
// question or the note is put right, the figure is taken back with fact-withdrawn and stated anew.
#pragma once

#include <string>

#include "daybook/event/checks.h"

namespace daybook {

struct FigurePublished {
  static constexpr std::string_view type = "figure-published";
  static constexpr std::int64_t type_version = 1;
  static constexpr bool is_fact = true;

  std::string document;
  std::string note;  // how the question reads the words, or why the figure differs; what is inferred says so
  std::string paragraph;  // "103", "26 note 4", "摘要"
  std::string question;   // as records/README.md writes questions; empty where the record cannot answer
  std::int64_t value = 0;
  std::string words;  // as printed, the number among them

  friend bool operator==(const FigurePublished&, const FigurePublished&) = default;
};
BOOST_DESCRIBE_STRUCT(FigurePublished, (), (document, note, paragraph, question, value, words))

// Errors: E-EVENT, naming the field. Whether the question can be read is not asked: the language of questions
// may grow, and the log stays readable.
inline result<void> check(const FigurePublished& event) {
  using checks::field;
  if (auto good = checks::symbol(event.document); !good) return good;
  if (event.paragraph.empty()) return field("paragraph", ErrorCode::event, "a figure stands in a paragraph");
  if (event.value < 0) return field("value", ErrorCode::event, "a figure is 0 or more");
  if (event.words.empty()) return field("words", ErrorCode::event, "a figure has the words that are printed");
  return {};
}

}  // namespace daybook
