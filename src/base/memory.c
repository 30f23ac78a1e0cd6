/* Heaps in one piece, in large pages: that of the process, and those that glibc gives to further threads. */
#include "base/memory.h"

#include <malloc.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#if defined __GLIBC__ && !defined __SANITIZE_ADDRESS__ && !defined __SANITIZE_THREAD__

enum { HEAP = 64 << 20, THREAD_HEAP = 8 << 20, LARGE_PAGE = 2 << 20 };

static void want_large_pages(void *start, void *end) {
    uintptr_t from = ((uintptr_t)start + LARGE_PAGE - 1) / LARGE_PAGE * LARGE_PAGE, to = (uintptr_t)end / LARGE_PAGE * LARGE_PAGE;
    if (to > from) (void)madvise((void *)from, to - from, MADV_HUGEPAGE);
}

void memory_start(void) {
    mallopt(M_MMAP_THRESHOLD, HEAP / 2);
    mallopt(M_TRIM_THRESHOLD, 4 * HEAP);
    mallopt(M_TOP_PAD, HEAP);
    void *start = sbrk(0), *volatile first = malloc(LARGE_PAGE); /* grows the heap by all of that */
    free(first);
    want_large_pages(start, sbrk(0));
    mallopt(M_TOP_PAD, LARGE_PAGE);
}

void memory_start_thread(void) {
    char *volatile first = malloc(THREAD_HEAP); /* else its heap grows page by page, each by a system call */
    if (first) want_large_pages(first, first + THREAD_HEAP);
    free(first);
}

#else

void memory_start(void) {}
void memory_start_thread(void) {}

#endif
