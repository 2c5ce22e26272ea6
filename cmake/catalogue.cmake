# Writes the catalogues from the file lists, so that one more event type is events/x.h and one more annex is
# projections/annex_x.cpp, and nothing else.

# events/activity_recorded.h holds `struct ActivityRecorded`.
file(GLOB event_headers CONFIGURE_DEPENDS RELATIVE ${CMAKE_SOURCE_DIR} ${CMAKE_SOURCE_DIR}/events/*.h)
set(includes "")
set(types "")
foreach(header ${event_headers})
  get_filename_component(stem ${header} NAME_WE)
  string(REPLACE "_" ";" words ${stem})
  set(type "")
  foreach(word ${words})
    string(SUBSTRING ${word} 0 1 first)
    string(SUBSTRING ${word} 1 -1 rest)
    string(TOUPPER ${first} first)
    string(APPEND type "${first}${rest}")
  endforeach()
  string(APPEND includes "#include \"${header}\"\n")
  list(APPEND types ${type})
endforeach()
string(REPLACE ";" ", " types "${types}")
file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/generated/events/catalogue.h CONTENT
"// Written by cmake/catalogue.cmake from the files in events/.
#pragma once

#include <variant>

@includes@
namespace daybook {

// Any event, decoded. One alternative for each file in events/.
using AnyEvent = std::variant<@types@>;

}  // namespace daybook
" @ONLY)

# projections/annex_xviii.cpp has the namespace daybook::annex_xviii and in it `const AnnexRule& rule()`.
file(GLOB annex_sources CONFIGURE_DEPENDS RELATIVE ${CMAKE_SOURCE_DIR}/projections
     ${CMAKE_SOURCE_DIR}/projections/annex_*.cpp)
set(declarations "")
set(calls "")
foreach(source ${annex_sources})
  get_filename_component(stem ${source} NAME_WE)
  string(APPEND declarations "namespace ${stem} {\nconst AnnexRule& rule();\n}\n")
  list(APPEND calls "&${stem}::rule")
endforeach()
list(LENGTH calls annex_count)
string(REPLACE ";" ", " calls "${calls}")
file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/generated/projections/catalogue.h CONTENT
"// Written by cmake/catalogue.cmake from the files in projections/.
#pragma once

#include <array>

namespace daybook {

struct AnnexRule;
@declarations@
inline constexpr std::array<const AnnexRule& (*)(), @annex_count@> annex_rules{@calls@};

}  // namespace daybook
" @ONLY)
