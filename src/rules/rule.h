/* What the rules share. */
#ifndef RULES_RULE_H
#define RULES_RULE_H

#include "base/map.h"
#include "prose/match.h"
#include "rules/rules.h"
#include "rules/taint.h"

typedef struct Check {
    Arena *arena; /* scratch: reports copy what they are given */
    const Partnership *p;
    const Node *input; /* for its places, and for what the description says of it */
    const Narrative *text;
    const Prose *prose;
    const Matcher *matcher;
    const Ledger *ledger;
    const FigureKinds *figures; /* or NULL */
    Diagnostics *diagnostics;
    Taint *taint; /* by faults found before the rules ran */
} Check;

/* One rule, or several that look at the same thing in one pass. */
typedef void (*Rule)(Check *check);
void rule_figures(Check *check);       /* R101-R106, R141 */
void rule_distributions(Check *check); /* R107-R108 */
void rule_surveys(Check *check);       /* R111-R115 */
void rule_own_data(Check *check);      /* R116-R120 */
void rule_money(Check *check);         /* R121-R125, R161 */
void rule_controls(Check *check);      /* R131-R132 */
void rule_sentences(Check *check);     /* R201-R205 */
void rule_references(Check *check);    /* R211-R214, R217-R219 */
void rule_wording(Check *check);       /* R215, R216 */
void rule_units(Check *check);         /* R151-R152 */
void rule_trainers(Check *check);      /* R154, R158 */
void rule_counts(Check *check);        /* R155-R157 */
void rule_typed(Check *check);         /* R153, R221-R222 */
void rule_events(Check *check);        /* R313 */
void rule_years(Check *check);         /* R301-R304 */
void rule_dates(Check *check);         /* R311-R312, R314 */
void rule_proportion(Check *check);    /* R167 */
void rule_steering(Check *check);      /* R162-R166 */
void rule_names(Check *check);         /* R401-R405 */
void rule_abbreviations(Check *check); /* R501-R504 */
void rule_privacy(Check *check);       /* R601-R602 */
void rule_open(Check *check);          /* R703-R708 */
void rule_content(Check *check);       /* R231-R234 */

/* Reports with found and expected (NULL: not applicable) and up to three arguments. */
void rule_report(Check *check, const Message *message, Place place, const char *found, const char *expected,
                 const char *one, const char *two, const char *three);
const char *rule_number(Check *check, Decimal value);
/* Calls with every paragraph, item, cell, caption and note of a part (the index of its section) that holds a digit and
 * is no quotation. */
void rule_each_passage(Check *check, int part, void (*look)(Check *check, const Passage *passage, void *data), void *data);
/* Calls with every piece of typed text of the narrative. */
void rule_each_text(Check *check, void (*look)(Check *check, const TextPiece *text));

#define RULE_TEXT(check, ...) arena_printf((check)->arena, __VA_ARGS__)

extern const Message R101_LEVELS, R102_MARGINAL, R103_FIRST_YEARS, R104_PARTS, R105_ATTENDANCE, R106_TOO_MANY;
extern const Message R107_DISTRIBUTION, R108_REPETITION, R111_RESPONDENTS, R112_SINGLE, R113_PERCENT, R114_PAIR,
    R115_PERCENTS, R116_TOTAL, R117_DERIVED, R118_FIGURE_COLUMN, R119_NO_TOTAL, R120_NO_LINE;
extern const Message R121_UNCOVERED, R122_DEVIATION, R123_CALCULATED, R124_RESERVE, R131_CONTROL, R132_CONTROL_FACT;
extern const Message R125_OPENING, R141_NUMBERING, R151_UNIT, R152_DATE, R153_PERIOD, R154_SHARED, R155_NO_ROW, R156_DIVISION, R157_STEP, R158_UNTRAINED, R161_LINE, R162_GOAL, R163_PROPOSAL, R164_AGENDA,
    R165_RISK, R166_MEETING;
extern const Message R201_FACT, R202_NUMBER, R203_UNKNOWN, R204_UNREADABLE, R205_FACT_YEAR, R211_REFERENCE, R212_DOUBLE_KEY, R213_KIND,
    R214_TYPED_NUMBER, R215_DOUBLE_WORD, R216_COMPARISON, R217_FIGURE_KIND, R218_NO_DATA, R206_TWO_SIGNS, R219_NOT_SHOWN, R221_TYPED, R222_TYPED_FACT, R223_FORM, R226_NOWHERE, R303_NO_SCHOOL_YEAR, R304_PAST, R314_EARLY, R404_TEXT_ORGANISATION, R405_NO_NAME, R504_TWO_MEANINGS, R167_PROPORTION, R224_ONE_YEAR, R225_ALL_ZERO;
extern const Message R231_ROW_WIDTH, R232_SPAN, R233_ADDRESS, R234_DESCRIPTION;
extern const Message R301_YEAR, R302_OUTLOOK, R311_OUTSIDE, R312_TWO_DATES, R313_TEXT_DATE;
extern const Message R401_NEAR, R402_EMPLOYERS, R403_TEXT_NAME, R501_UNDEFINED, R502_TWICE, R503_UNUSED;
extern const Message R601_EMAIL, R602_SMALL, R701_UNUSED, R702_FINAL, R703_OPEN, R704_OPEN_FINAL, R705_EMPTY, R706_STILL_OPEN,
    R707_UNKNOWN_FINAL, R708_NOTE_UNSHOWN;

#endif
