/* What differs between two texts, line by line. */
#ifndef CHANGES_DIFFERENCE_H
#define CHANGES_DIFFERENCE_H

#include "base/arena.h"
#include "base/buffer.h"

/* Appends a unified difference with three lines around each change, as `patch` reads it; nothing when they are alike. */
void difference_unified(Arena *arena, const char *name, const char *before, size_t before_size, const char *after, size_t after_size, Buffer *out);

#endif
