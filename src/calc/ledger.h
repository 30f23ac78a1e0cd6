/* The ledger of facts: every number the documents may show, with its formula, terms and source lines. */
#ifndef CALC_LEDGER_H
#define CALC_LEDGER_H

#include "base/decimal.h"
#include "base/diagnostic.h"
#include "base/tree.h"

typedef enum FactStatus { FACT_KNOWN, FACT_UNKNOWN, FACT_PARTIAL } FactStatus;

/* One term of a formula: another fact, or a value that stands in the input. */
typedef struct Term {
    const char *name;    /* "uren", "uurtarief", or the id of the fact */
    const char *fact;    /* id, or NULL for an input value */
    Decimal value;
    bool known;
    Place place;         /* of the input value */
} Term;

typedef struct Fact {
    const char *id;      /* "studenten.totaal" */
    Decimal value;       /* as published: rounded to its own number of decimals; meaningless when unknown */
    Decimal exact;       /* before rounding for display (equal to value when nothing was rounded) */
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
} Fact;

typedef struct Ledger Ledger;

Ledger *ledger_new(Arena *arena);
/* NULL when there is no such fact (a part of the input that was left out makes no facts). */
const Fact *ledger_get(const Ledger *ledger, const char *id);
size_t ledger_count(const Ledger *ledger);
/* The i-th in order of id (byte order). */
const Fact *ledger_at(const Ledger *ledger, size_t i);
/* The value as the CSV shows it: decimal point, no grouping; "" when unknown. */
char *fact_text(Arena *arena, const Fact *fact);
const char *fact_status_name(FactStatus status); /* "known", "unknown", "partial" */

#endif
