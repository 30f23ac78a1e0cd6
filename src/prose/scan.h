/* Finds the next quantity in a text. Private to prose/. */
#ifndef PROSE_SCAN_H
#define PROSE_SCAN_H

#include "prose/prose.h"

/* The first one at or after *from; false at the end. *from moves behind it. Blanks of the text are single bytes, as in a
 * passage. Sets everything but place, section and passage. */
bool scan_next(Arena *arena, const char *text, size_t *from, ProseItem *out);
/* 1 to 12 of "januari"; 0: no month. */
int month_number(const char *word);

#endif
