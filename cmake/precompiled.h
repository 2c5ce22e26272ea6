// What nearly every source includes and this project does not write, read by the compiler once a build
// instead of once a source. A source still includes what it uses: ./dev lint reads each without this file.
#pragma once

#include <algorithm>
#include <array>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <random>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <thread>
#include <tuple>
#include <variant>
#include <vector>

#include <boost/describe.hpp>
#include <boost/mp11.hpp>
#include <boost/unordered/unordered_flat_map.hpp>
#include <date/date.h>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <tl/expected.hpp>
