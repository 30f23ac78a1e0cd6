/* Numbers in digits that a document counts or measures with, and what they are numbers of. */
#ifndef PROSE_TYPED_H
#define PROSE_TYPED_H

#include "base/decimal.h"
#include "model/text.h"

/* A number in digits with what says what it is a number of. */
typedef struct Typed {
    size_t at, end;      /* in the text, with its sign */
    const char *written; /* "€ 560", "60%", "15 plekken" */
    Decimal value;
    bool euro, percent;
    const char *noun;    /* the word behind it in lower case, "" when there is none */
} Typed;

/* The next number from *from on that counts or measures something; no dates, times, years, ordinals or numbers of
 * figures, articles and the like. *from moves behind it. */
bool passage_next_number(Arena *arena, const Passage *passage, size_t *from, Typed *out);
/* The sentence around a character, in lower case. */
char *passage_sentence(Arena *arena, const Passage *passage, size_t at);
/* The ends of that sentence in the text. */
void passage_sentence_ends(const Passage *passage, size_t at, size_t *start, size_t *end);

#endif
