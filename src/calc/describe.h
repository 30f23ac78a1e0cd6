/* What an expression says of its fact beside the value: unit, formula in words, terms, sources, what is missing, what it
 * counts, and how it follows from its terms. */
#ifndef CALC_DESCRIBE_H
#define CALC_DESCRIBE_H

#include "calc/evaluate.h"

/* Fills in all of these; expression, places and outcome are set. */
void describe(Arena *arena, Fact *fact);
/* The formula in words, Dutch. */
const char *expression_words(Arena *arena, const Expression *e);
/* The form of a fact, and its factor. */
FactForm expression_form(const Expression *e, Decimal *factor);

#endif
