/* Memory that lives as long as one document: allocate freely, drop at once. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

typedef struct Arena Arena;

/* A new, empty arena; the caller frees it. Out of memory ends the process with exit code 3
 * (there is nothing sensible to do and nothing has been written). */
Arena *arena_new(void);
/* Frees the arena and everything allocated in it; NULL is allowed. */
void arena_free(Arena *arena);
/* size bytes, zeroed, aligned for any type; never NULL. */
void *arena_alloc(Arena *arena, size_t size);
/* count * size bytes, zeroed, overflow-checked. */
void *arena_array(Arena *arena, size_t count, size_t size);
/* Copy of a string, of n bytes of it, and of formatted text. */
char *arena_strdup(Arena *arena, const char *text);
char *arena_strndup(Arena *arena, const char *text, size_t n);
__attribute__((format(printf, 2, 3))) char *arena_printf(Arena *arena, const char *format, ...);
/* Working room: what was allocated since the mark is dropped by the release, and its room used again. Marks nest:
 * the last one made is released first; a release takes the later ones along. */
typedef struct ArenaMark { size_t top, top_used, last, used; } ArenaMark;
ArenaMark arena_mark(const Arena *arena);
void arena_release(Arena *arena, ArenaMark mark);
/* Bytes handed out so far. */
size_t arena_used(const Arena *arena);

#define ARENA_NEW(arena, Type) ((Type *)arena_alloc((arena), sizeof(Type)))
#define ARENA_ARRAY(arena, count, Type) ((Type *)arena_array((arena), (count), sizeof(Type)))

#endif
