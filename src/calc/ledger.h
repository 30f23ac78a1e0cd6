/* The ledger of facts: every number the documents may show. A fact is its expression; all else is read from that. */
#ifndef CALC_LEDGER_H
#define CALC_LEDGER_H

#include "base/decimal.h"
#include "base/diagnostic.h"
#include "base/fraction.h"
#include "base/tree.h"
#include "calc/expression.h"

/* FACT_WITHHELD: known, but not for the readers of this document; its value is not in the ledger either. */
typedef enum FactStatus { FACT_KNOWN, FACT_UNKNOWN, FACT_PARTIAL, FACT_WITHHELD } FactStatus;

/* How a value follows from its terms, for whoever reasons backwards from it. */
typedef enum FactForm {
    FORM_OTHER,      /* any function of the terms */
    FORM_SUM,        /* all terms added */
    FORM_DIFFERENCE, /* the first term minus the others */
    FORM_EXCESS,     /* the one fact among the terms, or 0 when that is negative */
    FORM_SCALED,     /* factor x the one fact among the terms + what does not depend on facts */
    FORM_SHARE,      /* 100 x the first of two facts / the second */
    FORM_SIGNS       /* rests only on which terms are zero or more */
} FactForm;

/* One end of what a value can be. open: -1 or 1 when there is none on that side. */
typedef struct Bound {
    int open;
    Fraction at;
} Bound;

/* What an expression comes to: the exact value (of the known part when partial, 0 when unknown) and what it can be at
 * least and at most, whatever the unknown parts are. */
typedef struct Evaluation {
    FactStatus status;
    Fraction value;
    Bound low, high;
} Evaluation;

/* One term of a formula: another fact, or a value that stands in the input. */
typedef struct Term {
    const char *name;    /* "uren", "uurtarief", or the label of the fact */
    const char *fact;    /* id, or NULL for an input value */
    Decimal value;
    Fraction ratio;      /* the exact value where no decimal is (1/3 hour); else {0, 0} */
    bool known;
    Place place;         /* of the input value */
} Term;

struct Fact {
    const char *id;      /* "studenten.totaal" */
    const char *label;   /* Dutch, what it is: "Studenten, totaal" */
    const Expression *expression; /* NULL in a ledger of what others may see */
    int places;          /* it is shown with so many decimals; negative: as many as it has */
    /* ---- read from the expression, by the ledger alone ---- */
    Evaluation outcome;
    FactStatus status;
    Decimal value;       /* as published: rounded to its places; meaningless when unknown */
    Decimal exact;       /* before rounding for display (equal to value when nothing was rounded); a ratio to 10 decimals */
    Fraction ratio;      /* the exact value where no decimal is (1/3 hour), for what rests on it; else {0, 0} */
    const char *unit;    /* Dutch: "studenten", "leerlingen", "EUR", "uur", "fte", "%", "per 50 leerlingen", ... */
    Units units;
    const char *formula; /* Dutch, readable: "som van school.*.studenten" */
    Counts counts;
    unsigned rests;      /* 1 << Counts of every cell that it rests on, also through its terms */
    Term *terms;
    int term_count;
    Place *sources;      /* all input lines it rests on, also through its terms; in order of file, line and column, no doubles */
    int source_count;
    const char **missing;/* partial/unknown: what is missing ("school.isb.studenten") */
    int missing_count;
    FactForm form;
    Decimal factor;      /* FORM_SCALED */
};

typedef struct Ledger Ledger;

Ledger *ledger_new(Arena *arena);
/* NULL when there is no such fact (a part of the input that was left out makes no facts). */
const Fact *ledger_get(const Ledger *ledger, const char *id);
/* The id that was probably meant by one that is not there; NULL when none is like it. */
const char *ledger_nearest(const Ledger *ledger, const char *id);
size_t ledger_count(const Ledger *ledger);
/* The i-th in order of id (byte order). */
const Fact *ledger_at(const Ledger *ledger, size_t i);
/* A ledger of the facts that keep returns (NULL: left out; else the fact itself or one that takes its place). */
Ledger *ledger_filter(Arena *arena, const Ledger *ledger, const Fact *(*keep)(void *data, const Fact *fact), void *data);
/* The value as the CSV shows it: decimal point, no grouping; "" when unknown. */
char *fact_text(Arena *arena, const Fact *fact);
const char *fact_status_name(FactStatus status); /* "known", "unknown", "partial", "withheld" */
const char *counts_name(Counts counts);          /* "personen", "geld", ...; "" for other */
/* Has it a value that can be shown: known or partial? NULL: no. */
bool fact_has_value(const Fact *fact);
/* The exact value, for decisions; only when it has one. */
Fraction fact_exactly(const Fact *fact);
/* How it compares with a number, whatever the missing part is: -1, 0 or 1 as fraction_compare says. False when that is
 * not certain, and when it has no value that may be seen. */
bool fact_compare(const Fact *fact, Fraction with, int *order);

#endif
