#include "daybook/base/large_pages.h"

#include <cstdint>

#include <sys/mman.h>

namespace daybook {

namespace {

constexpr std::uintptr_t large_page = std::uintptr_t{1} << 21;

}  // namespace

void ask_for_large_pages(void* memory, std::size_t bytes) {
  const auto begin = reinterpret_cast<std::uintptr_t>(memory);
  const std::uintptr_t first = (begin + large_page - 1) & ~(large_page - 1);
  const std::uintptr_t end = (begin + bytes) & ~(large_page - 1);
  if (first < end)
    static_cast<void>(::madvise(static_cast<char*>(memory) + (first - begin), end - first, MADV_HUGEPAGE));
}

}  // namespace daybook
