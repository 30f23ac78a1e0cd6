/* The ledger as text: for the commands facts and explain, and for archives. */
#ifndef CALC_OUTPUT_H
#define CALC_OUTPUT_H

#include "calc/ledger.h"

/* id,value,unit,status,formula,source,label in order of id; RFC 4180, decimal point, UTF-8. source is "file:line"
 * of every input line it rests on, separated by "; ". */
void facts_write_csv(Buffer *out, const Ledger *ledger);
/* {"facts": [{id, label, value, exact, unit, status, formula, counts, terms, missing, sources, expression}]}; numbers as
 * strings. The expression is the whole computation, down to cells of the input with their place, or "?". */
void facts_write_json(Buffer *out, const Ledger *ledger);
/* The same as <feiten xmlns="urn:nl:jaarverslag:feiten:1">. */
void facts_write_xml(Buffer *out, const Ledger *ledger);

/* One fact: its formula, its terms in a table, what is missing and the lines of the input. depth 1 is that alone; with more
 * its terms are explained likewise, indented, so many levels deep; one that was explained above is not repeated. False, and
 * nothing written, when there is no such fact. */
bool explain_write_text(Buffer *out, const Ledger *ledger, const char *id, int depth, MessageLanguage language);
/* All of it as one JSON object with nested terms. */
bool explain_write_json(Buffer *out, const Ledger *ledger, const char *id);

#endif
