#include <fmt/format.h>

#include "daybook/events/decode_event.h"
#include "daybook/projections/facets.h"
#include "daybook/service/service.h"

namespace daybook {

namespace {

constexpr std::string_view printed_by =
    "<!-- Printed by `daybook reference {}`; a test holds it against the program. -->\n\n";

std::string errors() {
  std::string text =
      "# Errors\n\n" + fmt::format(fmt::runtime(printed_by), "errors") +
      "An error is printed on standard error as `CODE file:row:field: sentence (hint)`. The row is the "
      "one a\nspreadsheet shows: the heading is row 1.\n\n| code | meaning |\n| --- | --- |\n";
  for (const ErrorKind& kind : error_kinds)
    text += fmt::format("| `{}` | {} |\n", kind.name, kind.meaning);
  return text;
}

template <class T>
std::string shape_of() {
  if constexpr (std::is_same_v<T, std::string>)
    return "text";
  else if constexpr (std::is_same_v<T, RawJson>)
    return "JSON";
  else if constexpr (std::is_same_v<T, std::int64_t>)
    return "integer";
  else if constexpr (std::is_same_v<T, json::StringMap>)
    return "texts by language";
  else if constexpr (std::is_same_v<T, CivilDate>)
    return "day, `2016-05-04`";
  else if constexpr (std::is_same_v<T, DateRange>)
    return "[first day, last day]";
  else if constexpr (std::is_enum_v<T>)
    return fmt::format(
        "one of `{}`",
        fmt::join(std::span(EnumNames<T>::names).subspan(EnumNames<T>::names[0].empty()), "` `"));
  else if constexpr (json::is_vector<T>)
    return "list of " + shape_of<typename T::value_type>();
  else {
    std::string members;
    for (const auto name : json::member_names<T>)
      members += fmt::format("{}`{}`", members.empty() ? "" : ", ", name);
    return "object of " + members;
  }
}

std::string events() {
  std::string text =
      "# Events\n\n" + fmt::format(fmt::runtime(printed_by), "events") +
      "The data of each type; the envelope around it is in `docs/formats/log.md`. A member that is empty "
      "is left out.\n";
  for_each_event_type([&]<class T>(std::type_identity<T>) {
    text +=
        fmt::format("\n## {}, version {}\n\n| member | shape |\n| --- | --- |\n", T::type, T::type_version);
    boost::mp11::mp_for_each<json::Members<T>>([&](auto member) {
      using Field = std::remove_cvref_t<decltype(std::declval<T>().*member.pointer)>;
      text += fmt::format("| `{}` | {} |\n", member.name, shape_of<Field>());
    });
  });
  return text;
}

std::string facets() {
  std::string text = "# Facets\n\n" + fmt::format(fmt::runtime(printed_by), "facets") +
                     "What activities are counted by (`--by`) and filtered by (`--where FACET=VALUE`).\n\n"
                     "| facet | English | Chinese |\n| --- | --- | --- |\n";
  for (std::size_t i = 0; i < facet_names.size(); ++i)
    text += fmt::format("| `{}` | {} | {} |\n", facet_names[i], label(static_cast<Facet>(i), Language::en),
                        label(static_cast<Facet>(i), Language::zh));
  return text;
}

}  // namespace

result<std::string> reference(std::string_view topic) {
  if (topic == "errors") return errors();
  if (topic == "events") return events();
  if (topic == "facets") return facets();
  return fail(ErrorCode::usage, fmt::format("there is no reference of \"{}\"", topic),
              "one of: commands, errors, events, facets");
}

}  // namespace daybook
