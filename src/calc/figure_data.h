/* Kinds of figures (figuur/@soort of the input) as templates declare them, and whether an input has the data that one shows.
 * The rules tell of those that have none, the templates leave them out: both ask here. */
#ifndef CALC_FIGURE_DATA_H
#define CALC_FIGURE_DATA_H

#include "base/map.h"
#include "calc/ledger.h"
#include "model/text.h"

/* What a kind needs: a fact, items in a part of the input, or facts over years; none of them: it can always be made. */
typedef struct FigureKind {
    const char *name;
    const char *about; /* what it shows, NULL: not said */
    const char *fact;  /* "studenten.totaal"; with a * for the level: of any level */
    const char *part, *item;
    const char *has;   /* a child, or an attribute that starts with @, that the item must have */
    const char *over;  /* the attribute of the item that over= names; NULL: over means nothing here */
    const char *needs; /* what of the input that is, as the user writes it; NULL: as part, item and has say */
    const char *forms; /* that vorm= can ask for, with spaces between; NULL: it is drawn in one way that has no name */
    const char *lines; /* those of the forms that need two years */
    const char *whole; /* a fact that it divides: when that is zero there is nothing to draw */
    bool grouped;      /* groep= limits the levels */
    bool years;        /* it compares the facts of feiten= over school years */
} FigureKind;

typedef struct FigureKinds {
    Map *by_name; /* FigureKind */
} FigureKinds;

FigureKinds *figure_kinds_new(Arena *arena);
/* Adds a kind, which must live as long; false when there is one of that name. */
bool figure_kinds_add(FigureKinds *kinds, const FigureKind *kind);

/* The kind that a figure asks for; NULL when there is no such kind (kinds may be NULL). */
const FigureKind *figure_kind(const FigureKinds *kinds, const Figure *figure);
/* The kind that was probably meant by a name that is none, NULL: none is like it. */
const char *figure_kind_nearest(const FigureKinds *kinds, const char *name);
/* All kinds, "a, b, c". */
const char *figure_kinds(Arena *arena, const FigureKinds *kinds);
/* The forms that vorm= can ask for, with spaces between; NULL: the kind is drawn in one way. */
const char *figure_forms(const FigureKind *kind);
bool figure_has_form(const FigureKind *kind, const char *form);
/* Does the form draw a line from year to year? */
bool figure_needs_years(const FigureKind *kind, const char *form);
/* Does it divide a whole that is known to be zero? There is nothing to draw then. */
bool figure_is_zero(Arena *arena, const FigureKind *kind, const Figure *figure, const Node *input, const Ledger *ledger);
/* Is there anything to show? input: the root element; over and groep of the figure count. */
bool figure_has_data(Arena *arena, const FigureKind *kind, const Figure *figure, const Node *input, const Ledger *ledger);
/* What of the input it needs, as the user writes it: "<themas><thema>"; may be text of BOTH languages. */
const char *figure_needs(Arena *arena, const FigureKind *kind);

#endif
