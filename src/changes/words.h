/* Two wordings of one passage: what stayed, what went, what came, word by word. */
#ifndef CHANGES_WORDS_H
#define CHANGES_WORDS_H

#include <stdbool.h>

#include "base/arena.h"

typedef enum RunKind { RUN_SAME, RUN_GONE, RUN_NEW } RunKind;

typedef struct Run {
    RunKind kind;
    const char *text; /* with the space that follows it in its own wording */
} Run;

/* The runs that make the new wording out of the old, in reading order (at each spot what went before what came). A word
 * of few letters that stands alone between two changes is taken into them. In the arena; *count gets their number. */
Run *words_compare(Arena *arena, const char *old, const char *now, int *count);
/* The same with long unchanged stretches shortened: words_around words stay at each side of a change. Where
 * nothing changed at all, the first words stay. */
Run *words_shorten(Arena *arena, const Run *runs, int count, int words_around);
/* How much two wordings share, in hundredths: 100 for the same words, 0 for none. */
int words_alike(Arena *arena, const char *old, const char *now);

#endif
