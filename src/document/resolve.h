/* Fills in what a document says by name: numbers, labels, facts, references. Private to document/. */
#ifndef DOCUMENT_RESOLVE_H
#define DOCUMENT_RESOLVE_H

#include "document/document.h"

void document_resolve(Document *document, const Ledger *ledger, Diagnostics *diagnostics);
/* A number as text in one of the forms of number/@as; exact is what whole and percent-whole round. */
const char *decimal_as(Arena *arena, Decimal value, Decimal exact, const char *form, const char *language);
/* A fact as text beside another: with as many decimals as keep them apart. Both have a value. */
const char *fact_beside(Arena *arena, const Fact *fact, const Fact *other, const char *language);
/* A fact as text in one of the forms of number/@as; NULL when there is no such fact, "?" when unknown, a mark when it is withheld. */
const char *fact_as(Arena *arena, const Ledger *ledger, const char *id, const char *form, const char *language);

#endif
