/* Which figures there are (figuur/@soort of the input), and whether this input has the data that one shows. The rules
 * tell of those that have none, the templates leave them out: both ask here. */
#ifndef CALC_FIGURE_DATA_H
#define CALC_FIGURE_DATA_H

#include "calc/ledger.h"
#include "model/text.h"

typedef struct FigureKind FigureKind;

/* The kind that a figure asks for; NULL when there is no such kind. */
const FigureKind *figure_kind(const Figure *figure);
/* The kind that was probably meant by a name that is none, NULL: none is like it. */
const char *figure_kind_nearest(const char *name);
/* All kinds, "a, b, c". */
const char *figure_kinds(Arena *arena);
/* The forms that vorm= can ask for, with spaces between; NULL: the kind is drawn in one way. */
const char *figure_forms(const FigureKind *kind);
bool figure_has_form(const FigureKind *kind, const char *form);
/* Has any kind that form? */
bool figure_form_exists(const char *form);
/* Does it divide a whole that is known to be zero? There is nothing to draw then. */
bool figure_is_zero(Arena *arena, const Figure *figure, const Node *input, const Ledger *ledger);
/* Is there anything to show? input: the root element; over and groep of the figure count. */
bool figure_has_data(Arena *arena, const Figure *figure, const Node *input, const Ledger *ledger);
/* What of the input it needs, as the user writes it: "<themas><thema>"; may be text of BOTH languages. */
const char *figure_needs(Arena *arena, const FigureKind *kind);

#endif
