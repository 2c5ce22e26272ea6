#include "daybook/projections/figure_question.h"

#include <algorithm>
#include <charconv>
#include <span>

#include <fmt/format.h>

#include "daybook/projections/facets.h"

namespace daybook {

namespace {

using Words = std::vector<std::string_view>;

// What can be counted. A noun that is `of` another is the number of States that have one of those.
struct Noun {
  std::string_view name;
  std::string_view of;
  Words facets;
};

const std::vector<Noun>& nouns() {
  static const std::vector<Noun> all{
      {"activities", "", {facet_names.begin(), facet_names.end()}},
      {"reports", "", {"state", "region", "year", "first"}},
      {"reporting-states", "reports", {"state", "region", "year", "first"}},
      {"non-reporting-states", "", {"state", "region"}},
      {"action-plans", "", {"state", "region", "year"}},
      {"action-plan-states", "action-plans", {"state", "region", "year"}},
      {"assistance-requests", "", {"state", "region", "year", "period"}},
      {"assistance-requesting-states", "assistance-requests", {"state", "region", "year", "period"}},
      {"assistance-answers", "", {"state", "region", "responder", "responder-type"}},
      {"contact-points", "", {"state", "region"}},
      {"organization-contact-points", "", {"organization"}},
      {"experts", "", {"state"}},
      {"coordinators", "", {"working-group", "year", "state"}},
      {"documents", "", {"section"}},
  };
  return all;
}

const Noun* find_noun(std::string_view name) {
  const auto found =
      std::find_if(nouns().begin(), nouns().end(), [&](const Noun& n) { return n.name == name; });
  return found == nouns().end() ? nullptr : &*found;
}

result<const Noun*> read_noun(std::string_view name) {
  if (const Noun* noun = find_noun(name)) return noun;
  Words names;
  for (const Noun& noun : nouns())
    names.push_back(noun.name);
  return fail(ErrorCode::value, fmt::format("\"{}\" is nothing that can be counted", name),
              fmt::format("one of: {}", fmt::join(names, ", ")));
}

result<std::string> facet_of(const Noun& noun, std::string_view name) {
  if (std::find(noun.facets.begin(), noun.facets.end(), name) != noun.facets.end()) return std::string(name);
  return fail(ErrorCode::facet, fmt::format("\"{}\" is not a facet of {}", name, noun.name),
              fmt::format("one of: {}", fmt::join(noun.facets, ", ")));
}

// The words, those in quotation marks without them. Errors: E-VALUE.
result<std::vector<std::string>> words_of(std::string_view text) {
  std::vector<std::string> words;
  bool quoted = false;
  bool inside = false;
  for (const char c : text) {
    if (c == '"') {
      quoted = !quoted;
    } else if (c == ' ' && !quoted) {
      inside = false;
      continue;
    }
    if (!inside) words.emplace_back();
    inside = true;
    if (c != '"') words.back() += c;
  }
  if (quoted) return fail(ErrorCode::value, fmt::format("a quotation mark in \"{}\" is never closed", text));
  return words;
}

// The names of States and regions are looked up; what else is counted by has no vocabulary.
result<std::string> value_of(std::string_view facet, std::string_view text, const Vocabulary& vocabulary) {
  for (const Facet known : {Facet::state, Facet::region, Facet::year})
    if (facet == name_of(known)) return read_facet_value(known, text, vocabulary);
  return std::string(text);
}

result<FigureCondition> read_where(const Noun& noun, std::string_view text, const Vocabulary& vocabulary) {
  if (noun.name == "activities") {
    auto condition = read_condition(text, vocabulary);
    if (!condition) return fail(condition.error());
    return FigureCondition{std::string(name_of(condition->facet)), std::move(condition->values)};
  }
  const auto equals = text.find('=');
  if (equals == std::string_view::npos)
    return fail(ErrorCode::value, fmt::format("\"{}\" is not a condition", text),
                "write FACET=VALUE, e.g. region=AFR");
  auto facet = facet_of(noun, text.substr(0, equals));
  if (!facet) return fail(facet.error());
  FigureCondition condition{std::move(*facet), {}};
  for (std::string_view rest = text.substr(equals + 1);;) {
    const auto comma = std::min(rest.find(','), rest.size());
    auto value = value_of(condition.facet, rest.substr(0, comma), vocabulary);
    if (!value) return fail(value.error());
    condition.values.push_back(std::move(*value));
    if (comma == rest.size()) return condition;
    rest.remove_prefix(comma + 1);
  }
}

// Reads the options behind the verb, the facet and the noun.
class OptionReader {
 public:
  OptionReader(const Noun& noun, FigureQuestion& question, const Vocabulary& vocabulary)
      : noun_(noun), question_(question), vocabulary_(vocabulary) {}

  result<void> read(std::span<const std::string> words) {
    while (!words.empty()) {
      const std::string& option = words.front();
      words = words.subspan(1);
      if (option == "--roll-up" || option == "--grouped") {
        if (auto done = read_flag(option); !done) return done;
        continue;
      }
      if (words.empty() || words.front().starts_with("--"))
        return fail(ErrorCode::value, fmt::format("\"{}\" is no option, or lacks its value", option),
                    options());
      if (auto done = read_option(option, words.front()); !done) return done;
      words = words.subspan(1);
    }
    auto period = read_period(from_, to_);
    if (!period) return fail(period.error());
    question_.period = *period;
    if (question_.at_least <= question_.at_most) return {};
    return fail(ErrorCode::value, "--at-least is more than --at-most");
  }

 private:
  static std::string options() {
    return "--by, --where, --from, --to, --roll-up, --grouped, --at-least, --at-most";
  }

  result<void> read_flag(const std::string& option) {
    if (noun_.name != "activities")
      return fail(ErrorCode::value, fmt::format("{} is for activities, not for {}", option, noun_.name));
    (option == "--roll-up" ? question_.roll_up : question_.grouped) = true;
    return {};
  }

  result<void> read_option(const std::string& option, const std::string& value) {
    if (option == "--by") {
      auto facet = facet_of(noun_, value);
      if (!facet) return fail(facet.error());
      question_.by = std::move(*facet);
      return {};
    }
    if (option == "--where") {
      auto condition = read_where(noun_, value, vocabulary_);
      if (!condition) return fail(condition.error());
      question_.where.push_back(std::move(*condition));
      return {};
    }
    if (option == "--from" && noun_.name == "non-reporting-states")
      return fail(ErrorCode::value, "non-reporting-states are those of one day, and take no --from",
                  "name the day with --to");
    if (option == "--from" || option == "--to") {
      (option == "--from" ? from_ : to_) = value;
      return {};
    }
    if (option == "--at-least") return read_bound(option, value, question_.at_least);
    if (option == "--at-most") return read_bound(option, value, question_.at_most);
    return fail(ErrorCode::value, fmt::format("\"{}\" is no option of a question", option), options());
  }

  result<void> read_bound(const std::string& option, const std::string& text, std::uint64_t& bound) const {
    if (question_.distinct.empty())
      return fail(ErrorCode::value, fmt::format("{} is for distinct, not for count", option),
                  "distinct FACET … counts the values that so many facts have");
    const auto [past, code] = std::from_chars(text.data(), text.data() + text.size(), bound);
    if (code == std::errc() && past == text.data() + text.size() && bound > 0) return {};
    return fail(ErrorCode::value, fmt::format("\"{}\" is not a number of facts", text), "write 1, 2, 3 …");
  }

  const Noun& noun_;
  FigureQuestion& question_;
  const Vocabulary& vocabulary_;
  std::string from_;
  std::string to_;
};

}  // namespace

result<FigureQuestion> read_figure_question(std::string_view text, const Vocabulary& vocabulary) {
  const auto words = words_of(text);
  if (!words) return fail(words.error());
  std::span<const std::string> rest(*words);
  const auto next_is_word = [&] { return !rest.empty() && !rest.front().starts_with("--"); };
  const bool distinct = next_is_word() && rest.front() == "distinct";
  if (!distinct && !(next_is_word() && rest.front() == "count"))
    return fail(ErrorCode::value, fmt::format("\"{}\" is not a question", text),
                "write count … or distinct FACET …; see records/README.md");
  rest = rest.subspan(1);
  FigureQuestion question;
  std::string facet;
  if (distinct) {
    if (!next_is_word())
      return fail(ErrorCode::value, "distinct names no facet", "write distinct FACET, e.g. distinct state");
    facet = rest.front();
    rest = rest.subspan(1);
  }
  if (next_is_word()) {
    question.noun = rest.front();
    rest = rest.subspan(1);
  }
  const auto noun = read_noun(question.noun);
  if (!noun) return fail(noun.error());
  if (!distinct && !(*noun)->of.empty()) facet = "state";
  if (!facet.empty()) {
    auto known = facet_of(**noun, facet);
    if (!known) return fail(known.error());
    question.distinct = std::move(*known);
  }
  if (!(*noun)->of.empty()) question.noun = (*noun)->of;
  if (auto read = OptionReader(**noun, question, vocabulary).read(rest); !read) return fail(read.error());
  return question;
}

}  // namespace daybook
