/* Making the system: what its two files share. Private to privacy/. */
#ifndef PRIVACY_SYSTEM_BUILD_H
#define PRIVACY_SYSTEM_BUILD_H

#include "privacy/system.h"

/* The value in units of 10^-places. */
int64_t scaled_units(Decimal value, int places);
int add_variable(System *system, Variable variable);
/* A new relation with room for that many parts. */
Relation *begin_relation(System *system, int most);
/* False, and nothing added, when there is no such variable (-1). */
bool add_part(Relation *relation, int variable, int64_t factor);
void even_places(System *system, Relation *relation);

/* What the input's rules say about its counts beside the facts: tables that count the same, parts and wholes, answers. */
void relate_students(System *system);
void relate_first_years(System *system);
void relate_key_numbers(System *system);
void relate_surveys(System *system);

#endif
