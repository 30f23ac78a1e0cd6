/* Runs the subjects of the calculation in order, and holds what they share. */
#include "calc/calc.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "calc/subjects.h"

Expression *calc_part(Calc *calc, const char *id) {
    return ledger_part(calc->ledger, id);
}

Expression *calc_partf(Calc *calc, const char *id, ...) {
    char *name = NULL;
    va_list arguments;
    va_start(arguments, id);
    int size = vasprintf(&name, id, arguments);
    va_end(arguments);
    if (size < 0) abort();
    Expression *part = calc_part(calc, name);
    free(name);
    return part;
}

Expression *calc_cell(Calc *calc, const char *name, const char *units, Quantity quantity) {
    if (quantity.state == QUANTITY_ABSENT) return NULL;
    return expression_cell(calc->arena, name, units, quantity.value, quantity.state == QUANTITY_KNOWN, quantity.place);
}

Expression *calc_tally(Calc *calc, const char *name, const Tally *cell) {
    bool named = cell->count.state == QUANTITY_UNKNOWN && cell->location != NO_INDEX;
    return calc_cell(calc, named ? TEXT(calc, "%s: %s", calc->p->locations[cell->location].name, name) : name, "studenten", cell->count);
}

bool calc_has(const Calc *calc, Parameter parameter) {
    return calc->p->parameters[parameter].state == QUANTITY_KNOWN;
}

Decimal calc_value(const Calc *calc, Parameter parameter) {
    return calc->p->parameters[parameter].value;
}

Expression *calc_number(Calc *calc, int64_t value) {
    return expression_constant(calc->arena, decimal_int(value), "");
}

bool calc_exists(const Calc *calc, const char *id) {
    return ledger_get(calc->ledger, id) != NULL;
}

bool calc_usable(const Calc *calc, const char *id) {
    return fact_has_value(ledger_get(calc->ledger, id));
}

const Fact *calc_fact(Calc *calc, const Expression *e, int places, const char *label, const char *id) {
    return ledger_add(calc->ledger, e, places, label, id);
}

const Fact *calc_amount(Calc *calc, const Expression *e, const char *label, const char *id) {
    return calc_fact(calc, expression_round(calc->arena, e, 2), 2, label, id);
}

void calc_given(Calc *calc, Quantity quantity, const char *label, const char *unit, int places, const char *id) {
    calc_fact(calc, calc_cell(calc, label, unit, quantity), places, label, id);
}

void calc_not_given(Calc *calc, const Location *at, const char *suffix, const char *what) {
    calc_fact(calc, expression_missing(calc->arena, NULL, "studenten", at->place), 0, TEXT(calc, "%s, %s", at->name, what), TEXT(calc, "school.%s.%s", at->key, suffix));
}

void calc_count(Calc *calc, int64_t number, Place place, const char *label, const char *unit, const char *id) {
    calc_fact(calc, expression_count(calc->arena, label, unit, number, place), 0, label, id);
}

bool calc_divides(const Calc *calc, const char *id) {
    const Fact *fact = ledger_get(calc->ledger, id);
    return fact && (fact->status != FACT_KNOWN || !decimal_is_zero(fact->exact));
}

void calc_share(Calc *calc, const char *part, const char *whole, int places, const char *label, const char *id) {
    if (!calc_divides(calc, whole)) return;
    calc_fact(calc, expression_share(calc->arena, calc_part(calc, part), calc_part(calc, whole)), places, label, id);
}

void calc_share_paired(Calc *calc, const char *part, const char *whole, int places, const char *label, const char *id) {
    const Expression *left = calc_part(calc, part), *right = calc_part(calc, whole);
    if (!calc_divides(calc, whole)) return;
    const Expression *body = expression_share(calc->arena, expression_side(calc->arena, left, true), expression_side(calc->arena, right, false));
    const Expression *e = expression_paired(calc->arena, left, right, body, false);
    if (e) calc_fact(calc, e, places, label, id);
    else calc_share(calc, part, whole, places, label, id);
}

const Fact *calc_sum(Calc *calc, Expression *sum, int places, const char *label, const char *id) {
    return sum->count ? calc_fact(calc, sum, places, label, id) : NULL;
}

const Fact *calc_sum_hours(Calc *calc, Expression *sum, const char *label, const char *id) {
    bool whole = false;
    for (int i = 0; i < sum->count; i++) {
        const Fact *term = sum->parts[i]->fact;
        whole |= term && term->value.scale == 0 && decimal_compare(term->value, term->exact) != 0;
    }
    return calc_sum(calc, sum, whole ? 0 : -1, label, id);
}

void calc_add_known(Calc *calc, Expression *sum, const char *row, const Expression *part) {
    if (part) expression_add_row(calc->arena, sum, row, part->fact ? expression_known(calc->arena, part->fact) : part);
}

void calc_sum_locations(Calc *calc, int board, const char *suffix, const char *label, const char *unit,
                        const char *id) {
    const Partnership *p = calc->p;
    Expression *sum = expression_sum(calc->arena, TEXT(calc, board == NO_INDEX ? "school.*.%s" : "school.*.%s van het bestuur", suffix));
    for (int i = 0; i < p->location_count; i++)
        if (board == NO_INDEX || p->locations[i].board == board)
            calc_add_known(calc, sum, p->locations[i].key, calc_partf(calc, "school.%s.%s", p->locations[i].key, suffix));
    calc_sum(calc, sum, strcmp(unit, "EUR") == 0 ? 2 : 0, label, id);
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

/* The parameters: what each is, and per what. */
static const struct {
    Parameter parameter;
    const char *label, *units;
} PARAMETERS[] = {{PARAMETER_YEAR_HOURS, "Normjaartaak", "uur/fte"},
                  {PARAMETER_HOURLY_RATE, "Uurtarief", "EUR/uur"},
                  {PARAMETER_ADMINISTRATIVE_RATE, "Uurtarief administratieve ondersteuning", "EUR/uur"},
                  {PARAMETER_PUPILS_PER_STUDENT, "Leerlingen per student", "leerlingen/studenten"},
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
enum { PARAMETERS_SHOWN = sizeof PARAMETERS / sizeof *PARAMETERS };

Expression *calc_parameter(Calc *calc, Parameter parameter) {
    for (int i = 0; i < PARAMETERS_SHOWN; i++)
        if (PARAMETERS[i].parameter == parameter)
            return calc_cell(calc, parameter_name(parameter), PARAMETERS[i].units, calc->p->parameters[parameter]);
    return NULL;
}

/* So that texts and tables can show a norm or a rate. */
static void state_parameters(Calc *calc) {
    for (int i = 0; i < PARAMETERS_SHOWN; i++)
        calc_given(calc, calc->p->parameters[PARAMETERS[i].parameter], PARAMETERS[i].label, PARAMETERS[i].units, -1,
                   TEXT(calc, "parameter.%s", parameter_name(PARAMETERS[i].parameter)));
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
        calc_people,       calc_budget,   calc_team_hours, calc_result,      calc_steering,    calc_own_data, calc_stated_years, calc_funding,
        calc_allowance,    calc_surveys,    calc_hours,      calc_facilities,     calc_development, calc_recipients,
    };
    Calc calc = {.arena = arena, .p = partnership, .ledger = ledger_new(arena)};
    ledger_report_to(calc.ledger, diagnostics);
    for (size_t i = 0; i < sizeof subjects / sizeof *subjects; i++) subjects[i](&calc);
    return calc.ledger;
}
