/* Sentences that divide what they count: "68 eerstejaars: 52 van FLOT en 16 van HR". Private to prose/. */
#ifndef PROSE_CLAUSE_H
#define PROSE_CLAUSE_H

#include "prose/reading.h"

/* A sentence (offsets in its passage) with a list behind a colon or between parentheses. */
typedef struct Clauses {
    size_t start, head_end; /* of what stands before the list */
    size_t list, end;
} Clauses;

/* False when the sentence from start to end has no such list, or goes on behind it. */
bool clauses_of(const char *text, size_t start, size_t end, Clauses *out);
/* Is what stands in the list counts that add nothing to what the head says, or only a reference? */
bool clause_list_is_plain(const Matcher *matcher, int item, const Clauses *clauses);
/* Of a count in the list: a share of what the head counts, of what it names itself. */
Match clause_share(const Matcher *matcher, int item, const Clauses *clauses);

#endif
