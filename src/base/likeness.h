/* How alike two words are, and which of many was probably meant. */
#ifndef BASE_LIKENESS_H
#define BASE_LIKENESS_H

/* Number of bytes to change, add, drop or swap to turn a into b (optimal string alignment), counted no further than
 * limit + 1; also limit + 1 when either is longer than 64 bytes. */
int word_distance(const char *a, const char *b, int limit);

/* The candidate seen so far that is most like the word; best is NULL as long as none is like it at all. */
typedef struct Likeness {
    const char *word, *best;
    int least; /* of best */
} Likeness;

Likeness likeness_to(const char *word);
/* A candidate that only adds to the word counts as one slip; the word itself is no candidate. Borrowed. */
void likeness_try(Likeness *likeness, const char *candidate);

#endif
