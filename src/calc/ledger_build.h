/* Making facts: the private side of the ledger, for the subjects in calc/ and for tests. */
#ifndef CALC_LEDGER_BUILD_H
#define CALC_LEDGER_BUILD_H

#include "calc/ledger.h"

/* Where facts that grow too large are reported (F101); NULL: nowhere. */
void ledger_report_to(Ledger *ledger, Diagnostics *diagnostics);
Arena *ledger_arena(const Ledger *ledger);

/* The fact that is this expression, under this id; NULL for no expression. When the id exists already (a double key in the
 * input, which the schema and the rules report) the new fact never enters the ledger. Texts are borrowed and must outlive
 * the ledger. */
const Fact *ledger_add(Ledger *ledger, const Expression *e, int places, const char *label, const char *id);
/* A fact as part of an expression; NULL when there is none. */
Expression *ledger_part(const Ledger *ledger, const char *id);

#endif
