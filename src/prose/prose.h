/* What the text says: every quantity, date, school year and reference in it, parsed once.
 *
 * Each has its place, the words as they stand there, what they are worth and what they count; numbers in digits and in
 * words alike. What the data know of it is found by match.h. Words of somebody else (quotations, code) are left out. */
#ifndef PROSE_PROSE_H
#define PROSE_PROSE_H

#include "calc/ledger.h"
#include "model/model.h"
#include "prose/statement.h"

typedef enum ProseKind {
    PROSE_COUNT,       /* 12 studenten, twaalf, (2) */
    PROSE_AMOUNT,      /* € 12.345; 3 euro */
    PROSE_PERCENT,     /* 67% */
    PROSE_PART,        /* de helft, een kwart, twee derde */
    PROSE_QUANTIFIER,  /* alle, geen, beide, de meeste */
    PROSE_SCHOOL_YEAR, /* 2020-2021; also one that is none */
    PROSE_YEAR,        /* 2021 */
    PROSE_MONTH,       /* januari 2023, in mei */
    PROSE_DATE,        /* 19 november 2020, 1-10-2022 */
    PROSE_TIME,        /* 13.30 uur */
    PROSE_REFERENCE,   /* figuur 7 */
    PROSE_LABEL,       /* groep 2, artikel 8: a number that names */
    PROSE_ORDINAL,     /* 3e */
    PROSE_CODE         /* B12, 2-jarig: part of a word */
} ProseKind;

typedef struct ProseItem {
    ProseKind kind;
    Place place;
    int section;         /* NO_INDEX never: the narrative alone is read */
    int passage;         /* NO_INDEX: it stands in a heading */
    size_t at, end;      /* in the text of the passage or heading */
    const char *written; /* as it stands there */
    Statement said;      /* of counts, amounts, percentages and parts */
    const char *noun;    /* the word behind it in lower case, "" */
    const char *before;  /* the word before it in lower case: "figuur", "schooljaar", "" */
    int year, last;      /* school year: first and second; year, month, date: the year, 0 when not said */
    int month, day;
    int number;          /* of a reference */
} ProseItem;

typedef struct Prose {
    ProseItem *items;
    int count;
} Prose;

/* Everything in the narrative, in its order; lies in the arena. */
Prose *prose_read(Arena *arena, const Partnership *partnership);
/* "aantal", "bedrag", "schooljaar": the kind, for a list. */
const char *prose_kind_name(ProseKind kind);

#endif
