/* What the data know of a quantity in the text. */
#ifndef PROSE_MATCH_H
#define PROSE_MATCH_H

#include "prose/prose.h"

typedef enum Verdict {
    VERDICT_OPEN,       /* nobody knows: its sentence says more than the data do, or of something else */
    VERDICT_LIKE,       /* not understood, but a fact of that unit has the value */
    VERDICT_AGREES,     /* understood, and a fact says the same */
    VERDICT_CONTRADICTS /* understood, and no fact of what it counts says the same */
} Verdict;

typedef struct Match {
    Verdict verdict;
    const Fact *fact; /* the one with that value; when it contradicts, the one that the sentence is about; NULL */
} Match;

typedef struct Matcher Matcher;

/* Reads the facts as things that sentences may speak of: what they count, and of which school, institute, level … */
Matcher *matcher_new(Arena *arena, const Partnership *partnership, const Ledger *ledger, const Prose *prose);
/* Of the item with that index: OPEN, AGREES, CONTRADICTS or (a similar count says the same) LIKE. A sentence is understood when every word of it is: it counts something that facts count,
 * names no other qualifiers than they have, and speaks of the whole. Anything else is left open. */
Match matcher_judge(const Matcher *matcher, int item);
/* The same; one that is open is compared with every fact of its unit. */
Match matcher_find(const Matcher *matcher, int item);

/* Does the text speak of something that an earlier year has a count of, as a whole? */
bool matcher_knows_earlier(const Matcher *matcher, const char *text);

#endif
