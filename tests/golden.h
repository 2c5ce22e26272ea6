// Expected output as files that a desk officer can read. Set the environment variable DAYBOOK_UPDATE_GOLDEN
// to rewrite them with what the program gives now, and review the difference.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#ifndef DAYBOOK_PROJECT_DIR
#error "DAYBOOK_PROJECT_DIR must be the root of the project, as tests/CMakeLists.txt defines it"
#endif

namespace daybook {

struct GoldenDifference {
  std::size_t line = 1;  // the first that differs, from 1
  std::string expected;
  std::string actual;
};

inline GoldenDifference first_difference(std::string_view expected, std::string_view actual) {
  const auto shorter = std::min(expected.size(), actual.size());
  std::size_t at = 0;
  while (at < shorter && expected[at] == actual[at])
    ++at;
  const auto before = expected.substr(0, at);
  const std::size_t from = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  const auto line_of = [from](std::string_view text) {
    return std::string(text.substr(from, text.substr(from).find('\n')));
  };
  GoldenDifference difference;
  difference.line += static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
  difference.expected = line_of(expected);
  difference.actual = line_of(actual);
  return difference;
}

// Compares `actual` with the file, byte by byte. `relative_path` is from the root of the project.
inline void check_golden(const std::string& relative_path, const std::string& actual) {
  const std::filesystem::path path = std::filesystem::path(DAYBOOK_PROJECT_DIR) / relative_path;
  if (std::getenv("DAYBOOK_UPDATE_GOLDEN") != nullptr) {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file << actual;
    file.close();
    CHECK_MESSAGE(file.good(), "cannot write " << relative_path);
    return;
  }
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    FAIL_CHECK("no file " << relative_path << "; set DAYBOOK_UPDATE_GOLDEN to write it");
    return;
  }
  const std::string expected{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  if (expected == actual) {
    CHECK(expected.size() == actual.size());
    return;
  }
  const GoldenDifference difference = first_difference(expected, actual);
  FAIL_CHECK(relative_path << ", line " << difference.line << " differs\n  expected: " << difference.expected
                           << "\n  actual:   " << difference.actual);
}

}  // namespace daybook
