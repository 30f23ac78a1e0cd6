/* Totals out of proportion with the year before: a digit too many or too few. */
#include <string.h>

#include "base/number.h"
#include "rules/rule.h"

/* The last year before this one that has the fact, known and above zero; NULL. */
static const Fact *before(Check *check, const char *id, const char **year) {
    const Fact *last = NULL;
    for (int y = 0; y < check->p->earlier_year_count; y++) {
        const char *text = check->p->earlier_years[y].year.text;
        const Fact *fact = text ? ledger_get(check->ledger, RULE_TEXT(check, "%s@%s", id, text)) : NULL;
        bool known = fact && fact->status == FACT_KNOWN && decimal_compare(fact->exact, DECIMAL_ZERO) > 0;
        if (known && (!last || strcmp(text, *year) > 0)) last = fact, *year = text;
    }
    return last;
}

static void check_total(Check *check, const char *id) {
    enum { TIMES = 8, LEAST = 20 };
    const char *year = "";
    const Fact *now = ledger_get(check->ledger, id), *then = before(check, id, &year);
    if (!now || !then || now->status != FACT_KNOWN || decimal_compare(now->exact, DECIMAL_ZERO) <= 0 || taint_fact(check->taint, now)) return;
    bool more = decimal_compare(now->exact, then->exact) > 0;
    Decimal large = more ? now->exact : then->exact, small = more ? then->exact : now->exact;
    if (decimal_compare(large, decimal_int(LEAST)) < 0 || decimal_compare(large, decimal_mul(small, decimal_int(TIMES))) < 0) return;
    Place place = strncmp(id, "leerlingen", 10) == 0 ? check->p->pupils_place : strncmp(id, "studenten", 9) == 0 ? check->p->students.place : check->p->budget.place;
    rule_report(check, &R167_PROPORTION, place.file ? place : then->sources[0], number_text(check->arena, now->value, NUMBER_PLAIN, "nl"),
                RULE_TEXT(check, "%s (%s)", number_text(check->arena, then->value, NUMBER_PLAIN, "nl"), year), id, NULL, NULL);
}

void rule_proportion(Check *check) {
    static const char *const totals[] = {"leerlingen.totaal", "studenten.totaal", "begroting.totaal", "realisatie.totaal"};
    for (size_t i = 0; i < sizeof totals / sizeof *totals; i++) check_total(check, totals[i]);
}
