/* Known names: what the two files about them share. Private to privacy/. */
#ifndef PRIVACY_NAMES_BUILD_H
#define PRIVACY_NAMES_BUILD_H

#include "base/map.h"
#include "privacy/names.h"
#include "privacy/words.h"

enum { MOST_WORDS = 8 };

typedef struct Known {
    const char *given[MOST_WORDS], *between[MOST_WORDS], *last[MOST_WORDS]; /* folded */
    int given_count, between_count, last_count;
    const char *squeezed, *email;
    const char *role;   /* "projectleider" */
    bool only;          /* nobody else has that role */
    bool full;          /* it may be no person: found only as a whole, or with initials */
} Known;

struct Names {
    Arena *arena;
    Known *persons;
    int count;
    Words *organisations;
    int organisation_count;
    Map *things; /* words of the names of whatever the input names, persons apart */
};

/* The text without private addresses and mobile numbers, and without addresses that name somebody. */
const char *names_contacts(const Names *names, const char *text);

#endif
