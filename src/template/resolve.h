/* Fills in what a document says by name: numbers, labels, facts, references. Private to template/. */
#ifndef TEMPLATE_RESOLVE_H
#define TEMPLATE_RESOLVE_H

#include "template/document.h"

void document_resolve(Document *document, const Ledger *ledger, Diagnostics *diagnostics);
/* Tags, checks and resolves a tree; NULL when it holds unknown elements. */
Document *document_of_tree(Arena *arena, Node *root, const Ledger *ledger, Diagnostics *diagnostics);
/* A number as text in one of the forms of number/@as; exact is what whole and percent-whole round. */
const char *decimal_as(Arena *arena, Decimal value, Decimal exact, const char *form, const char *language);
/* A fact as text in one of the forms of number/@as; NULL when there is no such fact, "?" when unknown, a mark when it is withheld. */
const char *fact_as(Arena *arena, const Ledger *ledger, const char *id, const char *form, const char *language);

#endif
