/* Expressions: what a fact is. Everything that is said of a fact is read from its expression: value, unit, formula in words,
 * terms, status, what is missing, and what it counts.
 *
 * The one rule of status, for every expression:
 *   - a cell of the input is known or, written "?", unknown; an empty cell in a delivered row is none; a row or list that is
 *     not there is unknown;
 *   - a sum over rows or cells of which some are unknown is partial (the known part; 0 when nothing but empty cells is known),
 *     unknown when all are; the total of one location over its institutes or levels is unknown as soon as one of its cells is;
 *   - a + b of a formula, difference, product, quotient, share and rounding: unknown with an unknown part, partial with a partial one;
 *   - a comparison, choice, step, smallest or largest: unknown, unless every value that the missing part can take gives the
 *     same answer. A count can be 0 and more. Of every expression the lowest and highest possible value are known as well, so
 *     that this is decided here and nowhere else;
 *   - of two sums over rows that are compared (expression_paired) the rows count that both know; it is partial when any row
 *     fell away, and the formula says so;
 *   - "how many are certain" (expression_certain) and "what has been established" of a number that is realised so far are
 *     known by what they say, as soon as anything is.
 *
 * Builders take NULL for a part that the input does not have, and give NULL then (a sum leaves that part out): a fact of
 * what is not there is not made. All lies in the arena; texts are borrowed. */
#ifndef CALC_EXPRESSION_H
#define CALC_EXPRESSION_H

#include "base/fraction.h"
#include "base/map.h"
#include "base/tree.h"

/* What a number counts. COUNTS_ONES_MONEY: an amount of one person. */
typedef enum Counts { COUNTS_OTHER, COUNTS_PERSONS, COUNTS_PUPILS, COUNTS_HOURS, COUNTS_MONEY, COUNTS_ONES_MONEY } Counts;

typedef enum ExpressionKind {
    EXPRESSION_CELL,       /* stands in the input; known, or "?" */
    EXPRESSION_EMPTY,      /* an empty cell of a delivered row: none */
    EXPRESSION_MISSING,    /* a row or list that is not there */
    EXPRESSION_COUNT,      /* so many of something in the input */
    EXPRESSION_CONSTANT,   /* a number of the rule itself */
    EXPRESSION_FACT,
    EXPRESSION_SUM,        /* of a set: what is known of it */
    EXPRESSION_KNOWN,      /* the known cells of a fact that is the unknown total of one location */
    EXPRESSION_PLUS, EXPRESSION_DIFFERENCE, /* of all its parts; the first part less the others */
    EXPRESSION_PRODUCT, EXPRESSION_QUOTIENT,
    EXPRESSION_SHARE,      /* 100 x first / second */
    EXPRESSION_RATE,       /* first x second / third: students per 50 pupils */
    EXPRESSION_ROUND, EXPRESSION_FLOOR, EXPRESSION_CEILING,
    EXPRESSION_ABSOLUTE, EXPRESSION_SMALLEST, EXPRESSION_LARGEST,
    EXPRESSION_COMPARE,    /* 1 or 0 */
    EXPRESSION_CHOICE,     /* is the first not 0, then the second, else the third */
    EXPRESSION_STEP,       /* the last of the rows that its first part reaches */
    EXPRESSION_ESTABLISHED, /* what is known of a fact: an amount that is booked so */
    EXPRESSION_MEAN, EXPRESSION_MEDIAN, EXPRESSION_CERTAIN,
    EXPRESSION_PAIRED,     /* parts: left and right as wholes, the body, the rows of left and of right */
    EXPRESSION_LEFT, EXPRESSION_RIGHT /* in the body of a pair */
} ExpressionKind;

typedef enum Order { LESS, AT_LEAST, MORE } Order;

/* Units multiply and divide: hours per student x students = hours. Only what is left above the line is shown. */
enum { UNIT_ROOM = 4 };
typedef struct Units {
    const char *up[UNIT_ROOM], *down[UNIT_ROOM];
} Units;

typedef struct Fact Fact;
typedef struct Expression Expression;

typedef struct StepRow { /* reached from .from on (NULL: always), up to .to inclusive (NULL: no end) */
    const Expression *from, *to, *result;
    Place place;
} StepRow;

struct Expression {
    ExpressionKind kind;
    const char *name;      /* of a cell or count; of a sum: its set, "de plaatsingen", or NULL */
    Decimal number;        /* of a leaf */
    bool known;            /* of a cell; of a pair: no row falls away */
    bool of_one;           /* a cell: belongs to one person; a sum: the total of one location */
    bool both;             /* a pair: a row that one side does not have falls away (else it is nothing there) */
    Place place;           /* of a leaf; of others: a line of the input that decides about it, or no file */
    Units units;
    const Fact *fact;
    Order order;
    int places;            /* of a rounding; negative: none */
    const Expression **parts;
    const char **rows;     /* of a sum: the key of the row that each part belongs to, or NULL */
    const bool *left_out;  /* of the rows of a pair: which fall away */
    int count, room;
    Map *seen;             /* of a long sum: the facts among its parts, by id */
    StepRow *steps;
    int step_count, step_room;
};

/* "uur/studenten": hours per student. "" is no unit. */
Units units_of(Arena *arena, const char *text);
const char *units_shown(Arena *arena, Units units);

Expression *expression_cell(Arena *arena, const char *name, const char *units, Decimal value, bool known, Place place);
Expression *expression_empty(Arena *arena, Place place);
/* name NULL: the fact itself is what is missing. */
Expression *expression_missing(Arena *arena, const char *name, const char *units, Place place);
Expression *expression_count(Arena *arena, const char *name, const char *units, int64_t number, Place place);
Expression *expression_constant(Arena *arena, Decimal value, const char *units);
Expression *expression_of_fact(Arena *arena, const Fact *fact);

/* An empty sum over a set (its name in words: "de plaatsingen"; NULL when the parts say it), and its parts. A fact that is
 * a part already is not counted twice. row: see expression_paired. */
Expression *expression_sum(Arena *arena, const char *set);
void expression_add(Arena *arena, Expression *sum, const Expression *part);
void expression_add_row(Arena *arena, Expression *sum, const char *row, const Expression *part);

Expression *expression_of(Arena *arena, ExpressionKind kind, const Expression *a, const Expression *b); /* b NULL: of one part */
/* a + b, where a sum needs all of its parts, as a product does; with one of them, that one. A sum of this kind that is a
 * grows by b. */
Expression *expression_plus(Arena *arena, Expression *a, const Expression *b);
/* One more part, of whatever it is. */
void expression_append(Arena *arena, Expression *e, const Expression *part);
Expression *expression_difference(Arena *arena, const Expression *a, const Expression *b);
Expression *expression_product(Arena *arena, const Expression *a, const Expression *b);
Expression *expression_quotient(Arena *arena, const Expression *a, const Expression *b);
Expression *expression_share(Arena *arena, const Expression *a, const Expression *b);
Expression *expression_rate(Arena *arena, const Expression *a, const Expression *per, const Expression *b);
Expression *expression_round(Arena *arena, const Expression *a, int places); /* half up */
Expression *expression_compare(Arena *arena, const Expression *a, Order order, const Expression *b);
Expression *expression_choice(Arena *arena, const Expression *condition, const Expression *yes, const Expression *no);
/* none: what it is when no row is reached; NULL: unknown then. */
Expression *expression_step(Arena *arena, const Expression *of, const Expression *none);
void expression_add_step(Arena *arena, Expression *step, StepRow row);
/* How many of the parts (added as to a sum) are certain: to be that value; or, value NULL, at all. */
Expression *expression_certain(Arena *arena, const char *set, const Expression *value);

/* A comparison of two sums over rows: body holds expression_side(true) and (false). The rows are those of what the wholes
 * add up, with their keys; a row of which a part is unknown falls away on both sides. both: so does a row that one
 * side does not have, else that side has nothing there. NULL with NULL. */
Expression *expression_paired(Arena *arena, const Expression *left, const Expression *right, const Expression *body, bool both);
Expression *expression_side(Arena *arena, const Expression *whole, bool left);
/* A fact with its known cells, when it is the unknown total of one location; else the fact. */
Expression *expression_known(Arena *arena, const Fact *fact);
/* The change of a fact that is a sum, over the cells that both know; NULL when it is none. Body as in expression_paired. */
Expression *expression_paired_cells(Arena *arena, const Expression *left, const Expression *right, const Expression *body);

/* Says that a line of the input decides about it. */
Expression *expression_at(Expression *e, Place place);
Expression *expression_of_one(Expression *e);
Expression *expression_with_units(Arena *arena, Expression *e, const char *units);
/* A copy, in which every fact is what fact_as makes of it (NULL: the same). */
Expression *expression_copy(Arena *arena, const Expression *e, Expression *(*fact_as)(void *data, const Fact *fact), void *data);

#endif
