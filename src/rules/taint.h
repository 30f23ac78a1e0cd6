/* What rests on input that was found faulty: the cause is reported, what follows from it is not. */
#ifndef RULES_TAINT_H
#define RULES_TAINT_H

#include "calc/ledger.h"

typedef struct Taint Taint;

/* From the errors so far: the faulty lines; all lines of a list whose keys are wrong; the names nobody knows. */
Taint *taint_find(Arena *arena, const Node *input, const Diagnostics *diagnostics);
bool taint_place(const Taint *taint, Place place);
/* Does the fact rest on a faulty line? */
bool taint_fact(const Taint *taint, const Fact *fact);
/* Does an id that has no fact name something whose key is faulty? */
bool taint_id(const Taint *taint, const char *id);

#endif
