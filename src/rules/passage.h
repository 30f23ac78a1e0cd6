/* A stretch of running text as a reader sees it, and the numbers that are typed in it. */
#ifndef RULES_PASSAGE_H
#define RULES_PASSAGE_H

#include "base/decimal.h"
#include "rules/rule.h"

/* What stands in the text for a number that is a fact, and for what is somebody else's (quotation, link, reference). */
#define PASSAGE_FACT '\x01'
#define PASSAGE_OTHER '\x02'

typedef struct Segment {
    size_t at;        /* where the text of the node begins in the passage */
    const Node *node;
} Segment;

typedef struct Passage {
    const Node *block;
    char *text;       /* white space as blanks; as long as the nodes' texts */
    size_t size;
    Segment *segments;
    int count;
} Passage;

/* A number in digits with what says what it is a number of. */
typedef struct Typed {
    size_t at, end;      /* in the text, with its sign */
    const char *written; /* "€ 560", "60%", "15 plekken" */
    Decimal value;
    bool euro, percent;
    const char *noun;    /* the word behind it in lower case, "" when there is none */
} Typed;

/* Calls with every paragraph, item, cell, caption and note of the narrative part top that holds a digit. */
void passage_each(Check *check, const Node *top, void (*look)(Check *check, const Passage *passage, void *data), void *data);
/* File, line and column of a character. */
Place passage_place(const Passage *passage, size_t at);
/* The next number from *from on that counts or measures something; no dates, times, years, ordinals or numbers of
 * figures, articles and the like. *from moves behind it. */
bool passage_next_number(Check *check, const Passage *passage, size_t *from, Typed *out);
/* The sentence around a character, in lower case. */
char *passage_sentence(Check *check, const Passage *passage, size_t at);

#endif
