/* Everything that a reader of the public version can know about the counts, as linear relations between numbers: a fact that
 * is the sum of others, levels that add up to students, a bonus that is so much a student. Private to privacy/. */
#ifndef PRIVACY_SYSTEM_H
#define PRIVACY_SYSTEM_H

#include "base/map.h"
#include "calc/ledger.h"
#include "model/model.h"

/* A number that would be printed, or (fact NULL) one that is not but follows from others: a cell of the joint table, those
 * who did not answer. Whole, in units of 10^-places. */
typedef struct Variable {
    const char *id;
    const Fact *fact;
    int places;
    int64_t value;
    int64_t low;      /* the least value that a reader who does not see it must think possible; INT64_MIN: none */
    int64_t need;     /* > 0: too small to be shown; so far off another value must remain possible */
    bool fixed;       /* zero, or a norm: never withheld */
    bool withheld;
    int cost;         /* of not showing it */
} Variable;

typedef struct Part {
    int variable;
    int64_t factor;
} Part;

/* Some relations hold only as long as a number stays on its side of zero (a school below its target earns no bonus), others
 * only once it has crossed. */
typedef enum Side { SIDE_ANY, SIDE_KEPT, SIDE_CROSSED } Side;
/* A number can cross where a fact begins to tell something else (0 or more), and where amounts begin (more than 0). */
enum { EDGE_TOLD = 1, EDGE_PAID = 2 };

/* The changes of its variables, times their factors, add up to sum (or, at_least, to no less than it). */
typedef struct Relation {
    Part *parts;
    int count;
    bool at_least;
    int64_t sum;
    Side side;
    int side_of;      /* which number's; -1 */
    int edge;         /* EDGE_TOLD or EDGE_PAID: which of its two edges it is about */
} Relation;

typedef struct System {
    Arena *arena;
    const Partnership *p;
    const Ledger *ledger;
    int64_t threshold;   /* the smallest count that is shown */
    Variable *variables;
    int count, room;
    Relation *relations;
    int relation_count, relation_room;
    Map *index;          /* id -> variable + 1 */
    Map *infos;          /* id -> what is known about a fact */
} System;

/* How a fact stands to the counts of persons. */
typedef enum Standing {
    STANDING_FREE,      /* does not rest on them: shown as it is */
    STANDING_VARIABLE,  /* a number of the system */
    STANDING_DERIVED,   /* a function of such numbers that the system does not hold: shown only if all of them are */
    STANDING_SIGNS,     /* rests only on which side of zero such numbers are */
    STANDING_NEVER      /* about one person or one board: not in a public version at all */
} Standing;

System *system_make(Arena *arena, const Partnership *partnership, const Ledger *ledger, int64_t threshold);
Standing system_standing(const System *system, const Fact *fact);
int system_variable(const System *system, const char *id); /* -1: none */
/* The id of a term of a fact, in the year of that fact; NULL for a value of the input. */
const char *system_term(const System *system, const Fact *fact, int i);
FactForm system_form(const System *system, const Fact *fact);
int system_term_count(const System *system, const Fact *fact);

#endif
