#include "assistance_row.h"

#include <algorithm>

#include <fmt/format.h>

#include "events/assistance_answered.h"

#include "printed_cells.h"

namespace daybook {

namespace {

// The days of `2020年5月6日和2020年8月20日`.
std::vector<CivilDate> days_of_requests(CellReader& cells) {
  constexpr std::string_view joint = "和";
  std::vector<CivilDate> days;
  const std::string cell = cells.text("日期");
  for (std::size_t from = 0; from < cell.size();) {
    const auto end = std::min(cell.find(joint, from), cell.size());
    days.push_back(cells.take("日期", read_day_zh(cell.substr(from, end - from))));
    from = end + joint.size();
  }
  return days;
}

// The paragraphs of each request. Where there are several, each has its date in parentheses as a head.
std::vector<std::vector<std::string>> requests_of(const std::vector<CivilDate>& days, CellReader& cells) {
  std::vector<std::vector<std::string>> requests(days.size());
  auto lines = lines_of(cells.text("援助请求"));
  if (days.size() == 1) return {std::move(lines)};
  std::size_t at = days.size();
  for (std::string& line : lines) {
    const bool head = line.starts_with('(') && line.ends_with(')');
    const auto day = head ? read_day_zh(line.substr(1, line.size() - 2)) : fail(ErrorCode::date, "no day");
    if (day) {
      at = static_cast<std::size_t>(std::find(days.begin(), days.end(), *day) - days.begin());
    } else if (at < days.size()) {
      requests[at].push_back(std::move(line));
    }
  }
  for (std::size_t i = 0; i < days.size(); ++i)
    if (requests[i].empty())
      cells.fault("援助请求",
                  {ErrorCode::value, fmt::format("nothing stands under the date {}", days[i].iso()), {}, {}});
  return requests;
}

// `2;3(a)-(b)`, a line for each request; a line may be empty.
template <class E>
std::vector<std::vector<E>> judgement_of(std::string_view column, std::size_t requests, CellReader& cells,
                                         const RowFields& fields) {
  std::vector<std::vector<E>> judged(requests);
  std::string_view text = fields[column];
  for (std::size_t i = 0; i < requests; ++i) {
    auto line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    while (!trim(line).empty()) {
      const auto name = trim(line.substr(0, line.find(';')));
      line.remove_prefix(std::min(line.find(';'), line.size() - 1) + 1);
      const auto& names = EnumNames<E>::names;
      const auto found = std::find(names.begin(), names.end(), name);
      if (found == names.end())
        cells.fault(column, {ErrorCode::value,
                             fmt::format("\"{}\" is not a value of this field", name),
                             {},
                             fmt::format("one of: {}", fmt::join(names, ", "))});
      else
        judged[i].push_back(static_cast<E>(found - names.begin()));
    }
  }
  if (!trim(text).empty())
    cells.fault(column, {ErrorCode::value, "there are more lines than requests", {}, "one line a request"});
  return judged;
}

// Footnotes b and c of annex IV say what was answered.
AnswerKind kind_of(const std::string& mark) {
  if (mark == "b") return AnswerKind::past_training;
  return mark == "c" ? AnswerKind::discussion : AnswerKind::offer;
}

void add_answers(ListRow& row, CellReader& cells, const RowFields& fields, const Vocabulary& vocabulary) {
  for (const std::string& line : lines_of(fields["应请求提供的援助"])) {
    const MarkedText name = without_mark(line);
    AssistanceAnswered answer;
    answer.kind = kind_of(name.mark);
    if (const auto* state = vocabulary.state_names().find(name.text))
      answer.state = *state;
    else
      answer.organization = cells.take("应请求提供的援助", vocabulary.organization_id(name.text));
    row.facts.push_back(fact(row.listing.about, answer));
  }
}

}  // namespace

void read_assistance(ListRow& row, CellReader& cells, const RowFields& fields, const Vocabulary& vocabulary) {
  const MarkedText state = without_mark(cells.text("请求援助的国家"));
  row.listing.about = "state/" + cells.take("请求援助的国家", vocabulary.state_id(state.text));
  const auto days = days_of_requests(cells);
  auto requests = requests_of(days, cells);
  const auto paragraphs = judgement_of<RequestParagraph>("paragraphs", days.size(), cells, fields);
  const auto types = judgement_of<RequestType>("types", days.size(), cells, fields);
  std::vector<CivilDate> confirmed;
  if (!trim(fields["confirmed"]).empty())
    confirmed = {cells.take("confirmed", read_day_zh(fields["confirmed"]))};
  for (std::size_t i = 0; i < days.size(); ++i) {
    AssistanceRequested request;
    request.confirmed = confirmed;
    request.dates = {days[i], days[i]};
    request.paragraphs = paragraphs[i];
    request.requests = std::move(requests[i]);
    request.types = types[i];
    row.facts.push_back(fact(row.listing.about, request));
  }
  add_answers(row, cells, fields, vocabulary);
}

}  // namespace daybook
