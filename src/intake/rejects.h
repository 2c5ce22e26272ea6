#pragma once

#include <string>
#include <vector>

#include "annex_row.h"

namespace daybook {

// Writes the rows that have an error, as they came, with a last column that says what is wrong; rows of one
// heading go into one file, so several kinds of records make several files, the later ones named after their
// kind. Answers the names of the files. Errors: E-FILE.
result<std::vector<std::string>> write_rejects(const std::string& file, const std::vector<RowFields>& rows,
                                               const std::vector<Error>& errors);

}  // namespace daybook
