/* Runs the subjects of the calculation in order, and holds what they share. */
#include "calc/calc.h"

#include <string.h>

#include "calc/subjects.h"

bool calc_take(Calc *calc, Fact *fact, const char *name, Quantity quantity) {
    if (quantity.state == QUANTITY_ABSENT) return false;
    fact_takes(calc->ledger, fact, name, quantity.value, quantity.state == QUANTITY_KNOWN, quantity.place);
    return true;
}

void calc_take_cell(Calc *calc, Fact *fact, const char *name, const Tally *cell) {
    bool named = cell->count.state == QUANTITY_UNKNOWN && cell->location != NO_INDEX;
    calc_take(calc, fact, named ? TEXT(calc, "%s: %s", calc->p->locations[cell->location].name, name) : name, cell->count);
}

bool calc_has(const Calc *calc, Parameter parameter) {
    return calc->p->parameters[parameter].state == QUANTITY_KNOWN;
}

Decimal calc_value(const Calc *calc, Parameter parameter) {
    return calc->p->parameters[parameter].value;
}

bool calc_parameter(Calc *calc, Fact *fact, Parameter parameter) {
    return calc_take(calc, fact, parameter_name(parameter), calc->p->parameters[parameter]);
}

bool calc_exists(const Calc *calc, const char *id) {
    return ledger_get(calc->ledger, id) != NULL;
}

void calc_given(Calc *calc, Quantity quantity, const char *label, const char *unit, int places, const char *id) {
    if (quantity.state == QUANTITY_ABSENT) return;
    Fact *fact = fact_begin(calc->ledger, label, unit, "opgegeven in de invoer", "%s", id);
    calc_take(calc, fact, label, quantity);
    fact_set(calc->ledger, fact, quantity.value, places);
}

void calc_not_given(Calc *calc, const Location *at, const char *suffix, const char *what) {
    Fact *fact = fact_begin(calc->ledger, TEXT(calc, "%s, %s", at->name, what), "studenten", "niet opgegeven", "school.%s.%s", at->key, suffix);
    fact_source(calc->ledger, fact, at->place);
    fact_unknown(calc->ledger, fact);
}

void calc_count(Calc *calc, int64_t number, Place place, const char *label, const char *unit, const char *id) {
    Fact *fact = fact_begin(calc->ledger, label, unit, "geteld in de invoer", "%s", id);
    fact_source(calc->ledger, fact, place);
    fact_set(calc->ledger, fact, decimal_int(number), 0);
}

bool calc_divides(const Fact *fact) {
    return fact && (fact->status != FACT_KNOWN || !decimal_is_zero(fact->exact));
}

void calc_share_over(Calc *calc, ShareOver over, const char *part, const char *whole, int places, const char *label, const char *id) {
    const Fact *top = ledger_get(calc->ledger, part), *bottom = ledger_get(calc->ledger, whole);
    if (!top || !calc_divides(bottom)) return;
    Fact *fact = fact_begin(calc->ledger, label, "%", TEXT(calc, "100 × %s / %s", part, whole), "%s", id);
    fact_uses(calc->ledger, fact, part);
    fact_uses(calc->ledger, fact, whole);
    fact->form = over == SHARE_OF_WHOLE ? FORM_OTHER : FORM_SHARE; /* of one location: it goes where its terms go */
    if (over == SHARE_OF_COUNTED) fact_over_counted(fact);
    if (over == SHARE_OF_WHOLE) fact_needs_whole(fact);
    if (top->status == FACT_UNKNOWN || bottom->status == FACT_UNKNOWN || decimal_is_zero(bottom->exact)) fact_unknown(calc->ledger, fact);
    else fact_set_ratio(calc->ledger, fact, fraction_mul(fraction_of(decimal_int(100)), fraction_div(fact_term_ratio(fact, 0), fact_term_ratio(fact, 1))), places);
}

void calc_share(Calc *calc, const char *part, const char *whole, int places, const char *label, const char *id) {
    calc_share_over(calc, SHARE, part, whole, places, label, id);
}

const Fact *calc_sum_hours(Calc *calc, Fact *fact) {
    bool whole = false;
    for (int i = 0; i < fact->term_count; i++) {
        const Fact *term = ledger_get(calc->ledger, fact->terms[i].fact);
        whole |= term && term->value.scale == 0 && decimal_compare(term->value, term->exact) != 0;
    }
    return fact_sum(calc->ledger, fact, whole ? 0 : -1);
}

const Fact *calc_amount(Calc *calc, Fact *fact, Decimal exact) {
    return calc_amount_ratio(calc, fact, fraction_of(exact));
}

const Fact *calc_amount_ratio(Calc *calc, Fact *fact, Fraction exact) {
    Decimal cents = fraction_round(exact, 2);
    if (fraction_valid(exact) && fraction_compare(exact, fraction_of(cents)) != 0) fact->formula = TEXT(calc, "%s, afgerond op hele centen", fact->formula);
    return fact_set(calc->ledger, fact, cents, 2);
}

void calc_sum_locations(Calc *calc, int board, const char *suffix, const char *label, const char *unit,
                        const char *id) {
    const Partnership *p = calc->p;
    Fact *fact = fact_begin(calc->ledger, label, unit,
                            board == NO_INDEX ? TEXT(calc, "som van school.*.%s", suffix)
                                              : TEXT(calc, "som van school.*.%s van het bestuur", suffix),
                            "%s", id);
    for (int i = 0; i < p->location_count; i++)
        if (board == NO_INDEX || p->locations[i].board == board)
            fact_usesf(calc->ledger, fact, "school.%s.%s", p->locations[i].key, suffix);
    if (!fact->term_count) return;
    fact_sum(calc->ledger, fact, strcmp(unit, "EUR") == 0 ? 2 : 0);
}

/* How many there are of everything the partnership consists of. */
static void count_partnership(Calc *calc) {
    const Partnership *p = calc->p;
    int partners = 0, leaders = 0, institutes = 0, schools = p->school_count;
    for (int i = 0; i < p->institute_count; i++) {
        partners += p->institutes[i].partner;
        institutes += !p->institutes[i].other;
    }
    for (int i = 0; i < p->location_count; i++) {
        schools += p->locations[i].school == NO_INDEX;
        leaders += p->locations[i].group != NO_INDEX &&
                   strcmp(p->school_groups[p->locations[i].group].key, "kartrekker") == 0;
    }
    if (p->board_count)
        calc_count(calc, p->board_count, p->boards[0].place, "Besturen", "besturen", "aantal.besturen");
    if (institutes)
        calc_count(calc, institutes, p->institutes[0].place, "Lerarenopleidingen", "instituten", "aantal.instituten");
    if (partners)
        calc_count(calc, partners, p->institutes[0].place, "Partnerinstituten", "instituten", "aantal.partners");
    if (p->location_count) {
        Place place = p->locations[0].place;
        calc_count(calc, p->location_count, place, "Locaties", "locaties", "aantal.locaties");
        calc_count(calc, schools, place, "Scholen (locaties van één school samen geteld)", "scholen", "aantal.scholen");
        if (leaders) calc_count(calc, leaders, place, "Kartrekkerslocaties", "locaties", "aantal.kartrekkers");
    }
    if (p->theme_count) calc_count(calc, p->theme_count, p->themes[0].place, "Thema's", "thema's", "themas.totaal");
}

/* The parameters, so that texts and tables can show a norm or a rate. */
static void state_parameters(Calc *calc) {
    static const struct {
        Parameter parameter;
        const char *label, *unit;
    } shown[] = {{PARAMETER_YEAR_HOURS, "Normjaartaak", "uur"},
                 {PARAMETER_HOURLY_RATE, "Uurtarief", "EUR"},
                 {PARAMETER_ADMINISTRATIVE_RATE, "Uurtarief administratieve ondersteuning", "EUR"},
                 {PARAMETER_PUPILS_PER_STUDENT, "Leerlingen per student", "leerlingen"},
                 {PARAMETER_PARTNER_SHARE, "Norm voor het aandeel van partners", "%"},
                 {PARAMETER_FIRST_YEAR_SHARE, "Norm voor het aandeel eerstejaars", "%"},
                 {PARAMETER_FIRST_YEARS_PER_SCHOOL, "Eerstejaars per kartrekker", "studenten"},
                 {PARAMETER_DEVIATION_PERCENT, "Drempel voor een toelichting", "%"},
                 {PARAMETER_DEVIATION_AMOUNT, "Drempel voor een toelichting bij een regel", "EUR"},
                 {PARAMETER_SMALL_GROUP, "Kleinste groep die mag worden getoond", "personen"},
                 {PARAMETER_STUDENT_GOAL, "Gewenst aantal studenten van partners", "studenten"},
                 {PARAMETER_STARTER_REDUCTION_1, "Vermindering lestaak in jaar 1", "%"},
                 {PARAMETER_STARTER_REDUCTION_2, "Vermindering lestaak in jaar 2", "%"},
                 {PARAMETER_WEEKS, "Schoolweken per jaar", "weken"},
                 {PARAMETER_MARGIN_RUIM, "Marge van ruim", "%"},
                 {PARAMETER_MARGIN_BIJNA, "Marge van bijna", "%"},
                 {PARAMETER_MARGIN_CIRCA, "Marge van circa", "%"},
                 {PARAMETER_MARGIN_SHARE, "Marge van een deel in woorden", "procentpunt"}};
    for (size_t i = 0; i < sizeof shown / sizeof *shown; i++)
        calc_given(calc, calc->p->parameters[shown[i].parameter], shown[i].label, shown[i].unit, -1,
                   TEXT(calc, "parameter.%s", parameter_name(shown[i].parameter)));
    calc_given(calc, calc->p->retention, "Bewaartermijn van de documenten", "jaar", -1, "archief.bewaartermijn");
}

/* The portions of distributions, numbered in their order. */
static void state_distributions(Calc *calc) {
    for (int i = 0; i < calc->p->distribution_count; i++) {
        const Distribution *d = &calc->p->distributions[i];
        for (int k = 0; k < d->portion_count; k++)
            calc_given(calc, d->portions[k].percent, TEXT(calc, "%s: %s", d->name, d->portions[k].name), "%", -1,
                       TEXT(calc, "verdeling.%s.%d", d->key, k + 1));
    }
}

Ledger *calc_run(Arena *arena, const Partnership *partnership, Diagnostics *diagnostics) {
    static void (*const subjects[])(Calc *) = {
        state_parameters, count_partnership, state_distributions, calc_students, calc_levels,     calc_first_years, calc_targets, calc_facilitation,
        calc_people,       calc_budget,   calc_team_hours, calc_result,      calc_steering,    calc_stated_years, calc_funding,
        calc_allowance,    calc_surveys,  calc_hours,      calc_facilities,     calc_development, calc_recipients,
    };
    Calc calc = {.arena = arena, .p = partnership, .ledger = ledger_new(arena)};
    ledger_report_to(calc.ledger, diagnostics);
    for (size_t i = 0; i < sizeof subjects / sizeof *subjects; i++) subjects[i](&calc);
    return calc.ledger;
}
