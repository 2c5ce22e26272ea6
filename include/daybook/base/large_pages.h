// Memory in large pages, for what is large and touched all over: the system then gives it in pieces of 2 MiB
// instead of 4 KiB, which costs it less to give and the processor less to find.
#pragma once

#include <cstddef>

namespace daybook {

// Asks the system for large pages under that memory, whether or not all of it is used later. It may say no;
// nothing is different then.
void ask_for_large_pages(void* memory, std::size_t bytes);

// Has the heap be in large pages from its beginning: where a part of one was touched before it is asked for,
// the system gives the rest of it 4 KiB after 4 KiB. For the first line of a main(). The heap of the main
// thread takes 1 GiB of addresses for that; memory it takes as it needs it.
void grow_heap_in_large_pages();

// Makes room for `count` elements in all, in large pages where they are worth it.
template <class Growing>
void reserve_large(Growing& growing, std::size_t count) {
  growing.reserve(count);
  ask_for_large_pages(growing.data(), growing.capacity() * sizeof(growing[0]));
}

}  // namespace daybook
