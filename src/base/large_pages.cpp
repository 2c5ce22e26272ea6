#include "daybook/base/large_pages.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <limits>

#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

namespace daybook {

namespace {

constexpr std::uintptr_t page = 1 << 12;
constexpr std::uintptr_t large_page = 1 << 21;
constexpr int heap_at_first = 1 << 30;  // bytes of addresses, not of memory
constexpr int heap_step = 3 << 21;      // once these are used up

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
  // comes from the heap, and what becomes free of it stays.
  ::mallopt(M_MMAP_THRESHOLD, 32 << 20);
  ::mallopt(M_TRIM_THRESHOLD, std::numeric_limits<int>::max());
  ::mallopt(M_TOP_PAD, heap_at_first);
  constexpr std::size_t more_than_there_is = 256 << 10;
  auto* const block = static_cast<char*>(std::malloc(more_than_there_is));
  const auto* const end = static_cast<char*>(::sbrk(0));
  // None where addresses are rationed; elsewhere with an allocator that is not the library's own.
  if (block != nullptr && block < end && end - block <= 2 * std::ptrdiff_t{heap_at_first})
    ask_for_large_pages(block, static_cast<std::size_t>(end - block));
  std::free(block);
  // What was touched before lies in pages of 4 KiB. The rest of its large page is taken, and never used.
  const auto touched = reinterpret_cast<std::uintptr_t>(block) + more_than_there_is + page;
  [[maybe_unused]] static const void* volatile taken = nullptr;  // volatile: it must not be left out
  taken = std::malloc(more_than_there_is + page + large_page - touched % large_page);
  ::mallopt(M_TOP_PAD, heap_step);
#endif
}

}  // namespace daybook
