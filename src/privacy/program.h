/* Another set of numbers that a reader could think true, sought as the cheapest change by linear programming (GLPK) and
 * checked in whole numbers. Private to privacy/. */
#ifndef PRIVACY_PROGRAM_H
#define PRIVACY_PROGRAM_H

#include "privacy/system.h"

/* Which number crosses zero, and which of its edges. */
typedef struct Crossing {
    int variable; /* -1: none */
    int edges;
} Crossing;
extern const Crossing NOWHERE;

/* Which relations each number is in. */
typedef struct Incidence {
    int *first;     /* per variable, and one more */
    int *relations;
} Incidence;

typedef struct Program Program;

Incidence incidence_make(Arena *arena, const System *system);
/* Over all numbers of the system. */
Program *program_whole(System *system);
/* Over some hundreds about one number, where everything else stays as it is: a change found here holds in the whole too. */
Program *program_near(System *system, const Incidence *incidence, Arena *arena, int variable);
void program_free(Program *program);

/* A number's price has changed: it is withheld now. Whole programs only. */
void program_price(Program *program, int variable);
/* From here on that number crosses (NOWHERE: no longer). Whole programs only. */
void program_cross(Program *program, int variable, Crossing crossing);
/* The cheapest change in which this number is so much more (or less); change: per variable, all 0 before. */
bool program_solve(Program *program, int variable, int64_t by, int64_t *change, Crossing crossing);

/* Everything agrees: relations, bounds. In whole numbers, apart from how the change was found. */
bool change_holds(const System *system, const int64_t *change, Crossing crossing);

#endif
