/* A stretch of running text as a reader sees it, and the numbers that are typed in it. */
#ifndef RULES_PASSAGE_H
#define RULES_PASSAGE_H

#include "base/decimal.h"
#include "rules/rule.h"

/* A number in digits with what says what it is a number of. */
typedef struct Typed {
    size_t at, end;      /* in the text, with its sign */
    const char *written; /* "€ 560", "60%", "15 plekken" */
    Decimal value;
    bool euro, percent;
    const char *noun;    /* the word behind it in lower case, "" when there is none */
} Typed;

/* Calls with every paragraph, item, cell, caption and note of a part (the index of its section) that holds a digit and
 * is no quotation. */
void passage_each(Check *check, int part, void (*look)(Check *check, const Passage *passage, void *data), void *data);
/* The next number from *from on that counts or measures something; no dates, times, years, ordinals or numbers of
 * figures, articles and the like. *from moves behind it. */
bool passage_next_number(Check *check, const Passage *passage, size_t *from, Typed *out);
/* The sentence around a character, in lower case. */
char *passage_sentence(Check *check, const Passage *passage, size_t at);

#endif
