/* The ledger of facts: every number the documents may show, with its formula, terms and source lines. */
#ifndef CALC_LEDGER_H
#define CALC_LEDGER_H

#include "base/decimal.h"
#include "base/diagnostic.h"
#include "base/fraction.h"
#include "base/tree.h"

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

/* One term of a formula: another fact, or a value that stands in the input. */
typedef struct Term {
    const char *name;    /* "uren", "uurtarief", or the id of the fact */
    const char *fact;    /* id, or NULL for an input value */
    Decimal value;
    Fraction ratio;      /* the exact value where no decimal is (1/3 hour); else {0, 0} */
    bool known;
    Place place;         /* of the input value */
} Term;

typedef struct Fact {
    const char *id;      /* "studenten.totaal" */
    Decimal value;       /* as published: rounded to its own number of decimals; meaningless when unknown */
    Decimal exact;       /* before rounding for display (equal to value when nothing was rounded); a ratio to 10 decimals */
    Fraction ratio;      /* the exact value where no decimal is (1/3 hour), for what rests on it; else {0, 0} */
    const char *unit;    /* Dutch: "studenten", "leerlingen", "EUR", "uur", "fte", "%", "per 50 leerlingen", ... */
    FactStatus status;
    const char *formula; /* Dutch, readable: "som van school.*.studenten" */
    const char *label;   /* Dutch, what it is: "Studenten, totaal" */
    Term *terms;
    int term_count;
    Place *sources;      /* all input lines it rests on, also through its terms; in order of file, line and column, no doubles */
    int source_count;
    const char **missing;/* partial/unknown: what is missing ("school.isb.studenten") */
    int missing_count;
    FactForm form;
    Decimal factor;      /* FORM_SCALED */
} Fact;

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

#endif
