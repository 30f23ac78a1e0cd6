/* Memory that lives as long as one document: chunks that grow, freed together. */
#include "base/arena.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/asan_interface.h>
#else
#define ASAN_POISON_MEMORY_REGION(at, size) ((void)(at), (void)(size))
#define ASAN_UNPOISON_MEMORY_REGION(at, size) ((void)(at), (void)(size))
#endif

enum { ALIGNMENT = 16, FIRST_CHUNK = 16 * 1024 };

typedef struct Chunk {
    struct Chunk *next;
    size_t size, used; /* of the bytes behind this header */
    size_t serial;     /* rises with every chunk of an arena */
    _Alignas(ALIGNMENT) char bytes[];
} Chunk;

#define LARGEST_CHUNK (MEMORY_PIECE - sizeof(Chunk))

struct Arena {
    Chunk *chunks; /* the one in use first */
    size_t used, serial;
};

static void out_of_memory(void) {
    fputs("jaarverslag: geen geheugen meer (out of memory)\n", stderr);
    exit(3);
}

static Chunk *chunk_new(Arena *arena, size_t size) {
    if (size > SIZE_MAX - sizeof(Chunk)) out_of_memory();
    Chunk *chunk = size == LARGEST_CHUNK ? memory_piece() : calloc(1, sizeof(Chunk) + size);
    if (!chunk) out_of_memory();
    chunk->size = size;
    chunk->serial = ++arena->serial;
    return chunk;
}

static void chunk_free(Chunk *chunk) {
    if (chunk->size == LARGEST_CHUNK) memory_piece_back(chunk, sizeof(Chunk) + chunk->used);
    else free(chunk);
}

Arena *arena_new(void) {
    Arena *arena = calloc(1, sizeof *arena);
    if (!arena) out_of_memory();
    return arena;
}

void arena_free(Arena *arena) {
    if (!arena) return;
    for (Chunk *chunk = arena->chunks, *next; chunk; chunk = next) {
        next = chunk->next;
        chunk_free(chunk);
    }
    free(arena);
}

/* Room for size bytes: large ones get a chunk of their own behind the one in use. */
static char *arena_take(Arena *arena, size_t size) {
    Chunk *top = arena->chunks;
    if (top && top->size - top->used >= size) {
        char *at = top->bytes + top->used;
        top->used += size;
        ASAN_UNPOISON_MEMORY_REGION(at, size);
        return at;
    }
    size_t next_size = top ? top->size * 2 : FIRST_CHUNK;
    if (next_size > LARGEST_CHUNK) next_size = LARGEST_CHUNK;
    if (next_size < FIRST_CHUNK) next_size = FIRST_CHUNK;
    /* a chunk that is filled at once never becomes the one in use */
    if (top && size > next_size / 4) {
        Chunk *own = chunk_new(arena, size);
        own->used = size;
        own->next = top->next;
        top->next = own;
        return own->bytes;
    }
    Chunk *fresh = chunk_new(arena, next_size > size ? next_size : size);
    fresh->used = size;
    fresh->next = top;
    arena->chunks = fresh;
    return fresh->bytes;
}

void *arena_alloc(Arena *arena, size_t size) {
    if (size > SIZE_MAX - ALIGNMENT) out_of_memory();
    size = size ? (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT : ALIGNMENT;
    arena->used += size;
    return arena_take(arena, size);
}

void *arena_array(Arena *arena, size_t count, size_t size) {
    size_t total;
    if (__builtin_mul_overflow(count, size, &total)) out_of_memory();
    return arena_alloc(arena, total);
}

char *arena_strndup(Arena *arena, const char *text, size_t n) {
    char *copy = arena_alloc(arena, n + 1);
    if (n) memcpy(copy, text, n);
    return copy;
}

char *arena_strdup(Arena *arena, const char *text) {
    return arena_strndup(arena, text, strlen(text));
}

char *arena_printf(Arena *arena, const char *format, ...) {
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int size = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    char *text = arena_alloc(arena, size < 0 ? 1 : (size_t)size + 1);
    if (size > 0) vsnprintf(text, (size_t)size + 1, format, again);
    va_end(again);
    return text;
}

ArenaMark arena_mark(const Arena *arena) {
    return (ArenaMark){arena->chunks ? arena->chunks->serial : 0, arena->chunks ? arena->chunks->used : 0, arena->serial, arena->used};
}

void arena_release(Arena *arena, ArenaMark mark) {
    for (Chunk **link = &arena->chunks; *link;) {
        Chunk *chunk = *link;
        if (chunk->serial <= mark.last || (!mark.top && chunk->serial == 1)) {
            link = &chunk->next;
            continue;
        }
        *link = chunk->next;
        chunk_free(chunk);
    }
    Chunk *top = arena->chunks;
    if (top) {
        size_t keep = mark.top ? mark.top_used : 0;
        memset(top->bytes + keep, 0, top->used - keep);
        ASAN_POISON_MEMORY_REGION(top->bytes + keep, top->used - keep);
        top->used = keep;
    }
    arena->used = mark.used;
}

size_t arena_used(const Arena *arena) {
    return arena->used;
}
