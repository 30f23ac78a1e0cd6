/* A text taken apart into what the data know: units, measures, entities, years. Private to prose/. */
#ifndef PROSE_READING_H
#define PROSE_READING_H

#include "prose/match.h"
#include "prose/topic.h"

typedef struct Name { /* by which a sentence calls an entity, in lower case */
    const char *text;
    Entity entity;
    bool known; /* to the facts: a parent school is not */
} Name;

struct Matcher {
    Arena *arena;
    const Partnership *p;
    const Prose *prose;
    Topic *topics;
    size_t topic_count;
    Name *names;
    int name_count;
    Margins margins;
};

/* A sentence as far as it is understood. */
typedef struct Reading {
    char *text;           /* in lower case; what was understood is blanked */
    size_t start;         /* of the sentence in the passage */
    Entity entities[TOPIC_ENTITIES];
    int entity_count;
    unsigned measures;
    const char *year;     /* of another school year that it names */
    const char *unit;
    bool scope, total;    /* it says that it speaks of the whole; in total */
    bool strong;          /* it names the partnership: whatever it stands beside, it speaks of that */
    bool lost;            /* something in it is not understood */
} Reading;

/* Every name by which a text may call an entity. */
void reading_learn_names(Matcher *matcher);
/* Takes names, the other quantities up to end of the passage, and words, in this order; what is not understood: lost. */
void reading_take_names(const Matcher *matcher, Reading *reading);
void reading_take_items(const Matcher *matcher, Reading *reading, int item, size_t end);
void reading_take_words(const Matcher *matcher, Reading *reading);
bool reading_names_any(const Matcher *matcher, const char *text, const char *unit);
/* The unit that the item says itself; NULL. *measures: what its noun says besides. */
const char *reading_unit(const ProseItem *item, unsigned *measures);
char *reading_lower(Arena *arena, const char *text);
bool reading_among(const char *word, const char *const *list, size_t count);
#define AMONG(word, list) reading_among((word), (list), sizeof(list) / sizeof *(list))

#endif
