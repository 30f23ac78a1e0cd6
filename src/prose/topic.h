/* What facts are about, in the words of sentences. Private to prose/. */
#ifndef PROSE_TOPIC_H
#define PROSE_TOPIC_H

#include "calc/ledger.h"
#include "model/model.h"

enum { TOPIC_ENTITIES = 3 };

typedef enum EntityKind { ENTITY_LOCATION, ENTITY_INSTITUTE, ENTITY_LEVEL, ENTITY_BOARD, ENTITY_CATEGORY, ENTITY_LINE, ENTITY_REVENUE, ENTITY_KINDS } EntityKind;

typedef struct Entity {
    EntityKind kind;
    const char *key;
} Entity;

typedef struct Topic {
    const Fact *fact;
    const char *unit;
    unsigned measures;    /* 1 << what it counts of that unit: first-years, target … */
    bool clear;           /* all parts of its name are known here: a sentence can be about it */
    Entity entities[TOPIC_ENTITIES];
    int entity_count;
    const char *year;     /* of another school year; NULL */
} Topic;

/* The measures that a word stands for; 0: none. */
unsigned topic_measures(const char *word);
/* The unit that a noun counts; NULL: the data count no such thing. *measures: what the noun says besides. */
const char *topic_unit(const char *noun, unsigned *measures);
/* A share of the whole. */
extern const unsigned TOPIC_SHARE;
/* Those that stand for about the same whole, so that a sentence without them may mean them. */
extern const unsigned TOPIC_SIMILAR;
Topic topic_of(Arena *arena, const Fact *fact);
bool topic_same_entities(const Topic *topic, const Entity *entities, int count);

#endif
