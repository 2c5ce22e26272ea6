// Every bound in one place. Each is checked where bytes come in, with E-LIMIT.
#pragma once

#include <cstddef>
#include <cstdint>

namespace daybook::limits {

inline constexpr std::size_t event_bytes_max = 65'535;  // fits the uint16 length of a tile entry
inline constexpr std::size_t file_bytes_max = 64ULL << 20;
inline constexpr std::size_t row_bytes_max = 48ULL << 10;
inline constexpr std::size_t field_bytes_max = 16ULL << 10;
inline constexpr std::size_t csv_rows_max = 40'000;
inline constexpr std::size_t csv_columns_max = 64;
inline constexpr std::size_t parties_max = 256;        // organizers, or participants, of one activity
inline constexpr std::size_t party_bytes_max = 1'000;  // one name in a list, those joined to it included
inline constexpr std::size_t date_ranges_max = 64;
inline constexpr std::size_t states_max = 193;
inline constexpr std::size_t id_bytes_max = 64;
inline constexpr std::size_t stream_bytes_max = 200;
inline constexpr std::size_t batch_events_max = 100'000;      // events in one append
inline constexpr std::size_t batch_bytes_max = 256ULL << 20;  // of their data

}  // namespace daybook::limits
