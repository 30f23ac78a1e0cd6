/* Heaps in one piece, in large pages: that of the process, and those that glibc gives to further threads. And pieces
 * for arenas, cut from larger blocks: fresh from the system they are zero already, and nobody clears them again. */
#include "base/memory.h"

#include <malloc.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#if defined __GLIBC__ && !defined __SANITIZE_ADDRESS__ && !defined __SANITIZE_THREAD__

enum { HEAP = 64 << 20, THREAD_HEAP = 16 << 20, LARGE_PAGE = 2 << 20, BLOCK = 16 << 20 };

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
    /* The start of a new heap has been touched and cannot be a large page any more: it stays unused. */
    uintptr_t touched = (uintptr_t)first % LARGE_PAGE;
    if (first && touched < LARGE_PAGE / 2) first = malloc(LARGE_PAGE - touched);
}

typedef struct Piece { /* one that came back */
    struct Piece *next;
    size_t used;
} Piece;

static struct {
    pthread_mutex_t lock;
    Piece *back;
    char *next, *end; /* of the block at hand */
} pieces = {.lock = PTHREAD_MUTEX_INITIALIZER};

/* A fresh block; what does not fill a large page at either end is lost. */
static bool new_block(void) {
    char *start = mmap(NULL, BLOCK + LARGE_PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (start == MAP_FAILED) return false;
    pieces.next = start + (LARGE_PAGE - (uintptr_t)start % LARGE_PAGE) % LARGE_PAGE;
    pieces.end = pieces.next + BLOCK;
    want_large_pages(pieces.next, pieces.end);
    return true;
}

void *memory_piece(void) {
    void *piece = NULL;
    size_t used = 0;
    pthread_mutex_lock(&pieces.lock);
    if (pieces.back) {
        used = pieces.back->used;
        piece = pieces.back;
        pieces.back = pieces.back->next;
    } else if (pieces.next < pieces.end || new_block()) {
        piece = pieces.next;
        pieces.next += MEMORY_PIECE;
    }
    pthread_mutex_unlock(&pieces.lock);
    if (used) memset(piece, 0, used);
    return piece;
}

void memory_piece_back(void *given, size_t used) {
    Piece *piece = given;
    pthread_mutex_lock(&pieces.lock);
    *piece = (Piece){pieces.back, used > sizeof *piece ? used : sizeof *piece};
    pieces.back = piece;
    pthread_mutex_unlock(&pieces.lock);
}

#else

void memory_start(void) {}
void memory_start_thread(void) {}
void *memory_piece(void) {
    return calloc(1, MEMORY_PIECE);
}
void memory_piece_back(void *piece, size_t used) {
    (void)used;
    free(piece);
}

#endif
