/* The one place that touches libharu: numbered objects in its cross-reference table, saved as object streams. */
#ifndef PDF_OBJECT_H
#define PDF_OBJECT_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/buffer.h"

typedef struct Objects Objects;

/* A new, empty file; NULL when the library refuses. The caller frees. */
Objects *objects_new(Arena *arena);
void objects_free(Objects *objects);
/* A number for an object that gets its contents later; 0 after an error. */
int object_reserve(Objects *objects);
/* Contents of a dictionary, without << and >>; copied. */
void object_set(Objects *objects, int number, const Buffer *entries);
/* A stream: entries without Length and Filter; bytes are copied. compress: deflate them here. */
void object_set_stream(Objects *objects, int number, const Buffer *entries, const void *bytes, size_t size, bool compress);
/* The same in two steps, so that the bytes may be made beside the main thread: first the number, at the latest when
 * the objects are packed the entries, and before they are saved the bytes, deflated, which must last until then. */
int object_reserve_stream(Objects *objects, const Buffer *entries);
void object_set_deflated(Objects *objects, int number, const void *bytes, size_t size);
/* Deflates as all streams of a file are; one for each thread. The result lies in the arena; NULL when it failed. */
typedef struct Deflater Deflater;
Deflater *deflater_new(void);
void deflater_free(Deflater *deflater);
void *deflate_bytes(Deflater *deflater, Arena *arena, const void *bytes, size_t size, size_t *packed);
/* reserve and set in one. */
int object_add(Objects *objects, const Buffer *entries);
int object_add_stream(Objects *objects, const Buffer *entries, const void *bytes, size_t size, bool compress);
/* All dictionaries are complete: packs them into object streams. */
void objects_pack(Objects *objects);
/* Writes the file (packed): header, streams, object streams, cross-reference stream; its ID is a digest of all that.
 * False when anything failed before or now; then objects_error says what. */
bool objects_save(Objects *objects, int catalog, int info, Buffer *out);
/* The first error: libharu's code and detail as text, NULL if there is none. */
const char *objects_error(const Objects *objects);

#endif
