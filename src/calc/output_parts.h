/* Pieces of JSON that the lists of facts and the explanations share. */
#ifndef CALC_OUTPUT_PARTS_H
#define CALC_OUTPUT_PARTS_H

#include "calc/ledger.h"

/* Is the i-th source on another line than the one before it? */
bool source_is_new_line(const Fact *fact, int i);
/* "file:line" of every line it rests on, separated by "; ". */
const char *fact_sources(Arena *arena, const Fact *fact);
void put_json_string(Buffer *out, const char *text);
/* "name": "text" */
void put_json_member(Buffer *out, const char *name, const char *text);
/* "name": "12.50", or null when it is not known. */
void put_json_value(Buffer *out, const char *name, Arena *scratch, bool known, Decimal value);
void put_json_place(Buffer *out, Place place);
/* {"kind": ...}, down to the cells of the input and the names of other facts. */
void put_json_expression(Buffer *out, Arena *scratch, const Expression *e);
/* id, label, value, exact, unit, status, formula and missing of a fact, without braces. */
void put_json_head(Buffer *out, Arena *scratch, const Fact *fact);

#endif
