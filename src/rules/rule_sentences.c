/* Sentences: facts that are named exist and are known, and written-out numbers say what the facts say. */
#include <string.h>

#include "base/number.h"
#include "rules/rule.h"
#include "prose/statement.h"

static void check_written(Check *check, const Mention *mention, const Fact *fact) {
    const char *written = mention->written;
    Statement said = statement_read(written);
    if (!said.readable) {
        rule_report(check, &R204_UNREADABLE, mention->place, written, decimal_text(check->arena, fact->value), fact->id, NULL,
                    NULL);
        return;
    }
    if (said.part && strcmp(fact->unit, "%") != 0) said.share = false, said.value = said.count; /* "31 van de 41" studenten */
    if (said.share && strcmp(fact->unit, "%") != 0) {
        rule_report(check, &R204_UNREADABLE, mention->place, written, BOTH("een feit in procenten", "a fact in percents"), fact->id,
                    NULL, NULL);
        return;
    }
    Sense before = statement_sense_at_end(mention->before);
    if (said.sense == SENSE_EXACT) said.sense = before;
    if (statement_holds(said, fact, margins_of(check->p))) return;
    rule_report(check, &R202_NUMBER, mention->place, written,
                number_text(check->arena, fact->value, strcmp(fact->unit, "%") == 0 ? NUMBER_PERCENT : NUMBER_PLAIN, "nl"),
                fact->id, NULL, NULL);
}

/* "bijna <getal/>" prints the fact itself, which then is no more nor less than it is. */
static void check_printed(Check *check, const Mention *mention, const Fact *fact) {
    Sense before = statement_sense_at_end(mention->before);
    Decimal printed = mention->whole_euros ? decimal_round(fact->exact, 0) : fact->value;
    int order = decimal_compare(fact->exact, printed);
    bool wrong = (before == SENSE_SLIGHTLY_MORE && order <= 0) || (before == SENSE_ALMOST && order >= 0);
    if (wrong)
        rule_report(check, &R202_NUMBER, mention->place,
                    before == SENSE_ALMOST ? BOTH("bijna, vlak voor het getal zelf", "bijna (almost), right before the number itself")
                                           : BOTH("ruim, vlak voor het getal zelf", "ruim (well over), right before the number itself"),
                    number_text(check->arena, fact->value, NUMBER_PLAIN, "nl"), fact->id, NULL, NULL);
}

/* The years in which there is such a fact, "2020-2021, 2021-2022"; "" for none. */
static const char *years_of(Check *check, const char *id) {
    const char *years = "";
    for (int y = 0; y < check->p->earlier_year_count; y++) {
        const char *year = check->p->earlier_years[y].year.text;
        if (year && ledger_get(check->ledger, RULE_TEXT(check, "%s@%s", id, year))) years = RULE_TEXT(check, "%s%s%s", years, *years ? ", " : "", year);
    }
    if (check->p->year.text && ledger_get(check->ledger, id)) years = RULE_TEXT(check, "%s%s%s", years, *years ? ", " : "", check->p->year.text);
    return years;
}

static void report_no_fact(Check *check, Place place, const char *id) {
    rule_report(check, &R201_FACT, place, NULL, ledger_nearest(check->ledger, id), id, NULL, NULL);
}

static void check_number(Check *check, const Mention *mention) {
    const char *id = mention->id, *year = mention->year;
    const Fact *fact = ledger_get(check->ledger, year ? RULE_TEXT(check, "%s@%s", id, year) : id);
    if (!fact && year && check->p->year.text && strcmp(year, check->p->year.text) == 0)
        fact = ledger_get(check->ledger, id);
    if (fact ? taint_fact(check->taint, fact) : taint_id(check->taint, id)) return;
    if (!fact && *years_of(check, id)) {
        rule_report(check, &R205_FACT_YEAR, mention->place, year ? year : check->p->year.text, years_of(check, id), id, NULL, NULL);
    } else if (!fact) {
        report_no_fact(check, mention->place, id);
    } else if (fact->status == FACT_UNKNOWN) {
        rule_report(check, &R203_UNKNOWN, mention->place, NULL, NULL, id, NULL, NULL);
    } else if (*mention->written) {
        check_written(check, mention, fact);
    } else {
        check_printed(check, mention, fact);
    }
}

/* Is there such a fact, this year or in one of the years before? */
static bool in_some_year(const Check *check, const char *id) {
    bool found = ledger_get(check->ledger, id) != NULL;
    for (int y = 0; y < check->p->earlier_year_count && !found; y++) {
        const char *year = check->p->earlier_years[y].year.text;
        found = year && ledger_get(check->ledger, RULE_TEXT(check, "%s@%s", id, year));
    }
    return found;
}

/* A figure that compares years names facts; a fact that no year has would silently be left out. */
static void check_named(Check *check, const Figure *figure) {
    char *rest = NULL, *names = arena_strdup(check->arena, figure->facts.text ? figure->facts.text : "");
    for (char *id = strtok_r(names, " \t\r\n", &rest); id; id = strtok_r(NULL, " \t\r\n", &rest))
        if (!in_some_year(check, id) && !taint_id(check->taint, id)) report_no_fact(check, figure->place, id);
}

/* The sign behind a comma or semicolon with nothing but blanks between, or NULL. */
static const char *second_sign(const char *comma) {
    const char *p = comma + 1;
    for (;;) {
        if (strchr(" \t\r\n", *p) && *p) p++;
        else if (strncmp(p, "\u00A0", 2) == 0) p += 2;
        else break;
    }
    bool end = *p == '.' && strchr(" \t\r\n", p[1]); /* not of .ods, nor an ellipsis */
    return *p && (*p == ',' || *p == ';' || end) ? p : NULL;
}

/* Where a word fell out: ", ,". */
static void check_signs(Check *check, const TextPiece *piece) {
    for (const char *c = piece->text; *c; c++) {
        const char *second = *c == ',' || *c == ';' ? second_sign(c) : NULL;
        if (!second) continue;
        rule_report(check, &R206_TWO_SIGNS, piece_place(piece, (size_t)(c - piece->text)), arena_strndup(check->arena, c, (size_t)(second - c) + 1), NULL, NULL, NULL, NULL);
        return; /* one of a text is enough to look at it */
    }
}

void rule_sentences(Check *check) {
    const Narrative *text = check->text;
    rule_each_text(check, check_signs);
    for (int i = 0; i < text->mention_count; i++) check_number(check, &text->mentions[i]);
    for (int i = 0; i < text->figure_count; i++)
        if (text->figures[i].section != NO_INDEX) check_named(check, &text->figures[i]);
    for (int i = 0; i < text->key_figure_count; i++) {
        const KeyFigure *k = &text->key_figures[i];
        if (k->fact.text && !ledger_get(check->ledger, k->fact.text) && !taint_id(check->taint, k->fact.text)) report_no_fact(check, k->place, k->fact.text);
    }
}
