/* Text as words that can be compared: without capitals and accents. Private to privacy/. */
#ifndef PRIVACY_WORDS_H
#define PRIVACY_WORDS_H

#include <stdbool.h>

#include "base/arena.h"

typedef struct Word {
    const char *start, *end; /* in the text */
    const char *fold;        /* lower case, no accents */
    bool capital;            /* begins with a capital */
    bool masked;             /* part of the name of an organisation */
} Word;

typedef struct Words {
    Word *items;
    int count;
} Words;

/* Letters, figures and apostrophes between letters make a word. */
Words words_of(Arena *arena, const char *text);
/* Between two words: nothing but space, dots and hyphens (they can be one name). */
bool words_join(const Word *a, const Word *b);
/* Is this folded word one for persons, or does it end as one ("masterstudenten")? */
bool words_are_role(const char *fold);
/* The text without capitals, accents and everything that is no letter or figure. */
char *squeezed(Arena *arena, const char *text);

#endif
