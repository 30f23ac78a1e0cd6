/* Reads a number as Dutch writes it in a sentence ("ruim 70%", "zo’n tweehonderd", "een op de vijf"), to compare it. */
#ifndef PROSE_STATEMENT_H
#define PROSE_STATEMENT_H

#include "calc/ledger.h"
#include "model/model.h"

typedef enum Sense {
    SENSE_EXACT,
    SENSE_SLIGHTLY_MORE, /* ruim: above, and not by more than its margin */
    SENSE_MORE,          /* meer dan */
    SENSE_ALMOST,        /* bijna, krap: below, and not by more than its margin */
    SENSE_LESS,          /* minder dan */
    SENSE_ABOUT,         /* circa, ongeveer, zo'n: within its margin */
    SENSE_AT_LEAST,      /* minstens, minimaal, ten minste */
    SENSE_AT_MOST        /* hoogstens, maximaal, hooguit */
} Sense;

typedef struct Statement {
    Sense sense;
    Decimal value;
    bool share;    /* "een op de vijf", "twee derde": value is in percents */
    bool part;     /* "vier van de vijf": a share, or four of them: count */
    Decimal count; /* the number as it is written: 4, or 1.5 of "anderhalve ton" */
    int64_t times; /* what it is a multiple of: 100000 for a ton; 0: of nothing */
    bool range;    /* "tussen de 50 en 60 duizend": from value to high */
    Decimal high;
    bool readable; /* a number was found */
} Statement;

Statement statement_read(const char *text);
/* The sense of the last words of a text ("… waren er ruim "): SENSE_EXACT when they say nothing. */
Sense statement_sense_at_end(const char *text);
/* How far a fact may lie from what is said of it. */
typedef struct Margins {
    Decimal slightly_more, almost, about; /* % of the number said */
    Decimal share;                        /* percent points */
} Margins;

/* The margins of the input's parameters, or 15, 10, 10 and 3. */
Margins margins_of(const Partnership *partnership);
/* Does the fact (known or partial) bear the statement out? */
bool statement_holds(Statement statement, const Fact *fact, Margins margins);
/* A whole number in Dutch words ("tweehonderdvijf"), or -1. */
int statement_word(const char *word);

#endif
