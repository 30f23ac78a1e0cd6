/* The ledger as text: for the commands facts and explain, and for archives. */
#ifndef CALC_OUTPUT_H
#define CALC_OUTPUT_H

#include "calc/ledger.h"

/* id,value,unit,status,formula,source in order of id; RFC 4180, decimal point, UTF-8. source is "file:line"
 * of every input line it rests on, separated by "; ". */
void facts_write_csv(Buffer *out, const Ledger *ledger);
/* {"facts": [{id, label, value, exact, unit, status, formula, terms, missing, sources}]}; numbers as strings. */
void facts_write_json(Buffer *out, const Ledger *ledger);
/* The same as <feiten xmlns="urn:nl:jaarverslag:feiten:1">. */
void facts_write_xml(Buffer *out, const Ledger *ledger);

/* One fact and, indented, every term it rests on, down to the lines of the input; a term that was explained above is
 * not repeated. False, and nothing written, when there is no such fact. */
bool explain_write_text(Buffer *out, const Ledger *ledger, const char *id, MessageLanguage language);
/* The same as one JSON object with nested terms. */
bool explain_write_json(Buffer *out, const Ledger *ledger, const char *id);

#endif
