#include "daybook/base/large_pages.h"

#include <cstdint>
#include <cstdlib>

#include <malloc.h>
#include <sys/mman.h>

namespace daybook {

namespace {

constexpr std::uintptr_t large_page = std::uintptr_t{1} << 21;
constexpr int heap_step = 3 << 21;

}  // namespace

void ask_for_large_pages(void* memory, std::size_t bytes) {
  const auto begin = reinterpret_cast<std::uintptr_t>(memory);
  const std::uintptr_t first = (begin + large_page - 1) & ~(large_page - 1);
  const std::uintptr_t end = (begin + bytes) & ~(large_page - 1);
  if (first < end)
    static_cast<void>(::madvise(static_cast<char*>(memory) + (first - begin), end - first, MADV_HUGEPAGE));
}

void grow_heap_in_large_pages() {
#if defined(__GLIBC__)
  // To set one of these takes the others from what the heap would learn by itself: what is less than 32 MiB
  // comes from the heap, and 64 MiB of it that are free stay.
  ::mallopt(M_TOP_PAD, heap_step);
  ::mallopt(M_MMAP_THRESHOLD, 32 << 20);
  ::mallopt(M_TRIM_THRESHOLD, 64 << 20);
  constexpr std::size_t more_than_there_is = 256 << 10;
  void* const block = std::malloc(more_than_there_is);
  ask_for_large_pages(block, heap_step);
  std::free(block);
#endif
}

}  // namespace daybook
