/* Figures that state the same thing twice must agree: levels and partners, joint and marginal counts, parts and wholes. */
#include <string.h>

#include "rules/rule.h"

/* The sum of the cells that fit (NO_INDEX: any); found tells whether there was one, unknown whether one was "?". */
typedef struct Sum {
    Decimal value;
    bool found, unknown; /* unknown: also when it is faulty, which has been said */
    Place place;
} Sum;

static void add_cell(const Check *check, Sum *sum, const Tally *cell) {
    if (cell->count.state == QUANTITY_ABSENT) return;
    if (!sum->found) sum->place = cell->count.place.file ? cell->count.place : cell->place;
    sum->found = true;
    sum->unknown |= cell->count.state == QUANTITY_UNKNOWN || taint_place(check->taint, cell->place);
    if (cell->count.state == QUANTITY_KNOWN) sum->value = decimal_add(sum->value, cell->count.value);
}

/* A location without a row in a list that is there is unknown in it, not none. */
static bool has_row(const TallyList *list, int location) { return location == NO_INDEX || !list->mentioned || list->mentioned[location]; }

static Sum sum_cells(const Check *check, const TallyList *list, int location, int institute, int level,
                     bool partners_only) {
    Sum sum = {.value = DECIMAL_ZERO, .unknown = taint_place(check->taint, list->place) || !has_row(list, location)};
    for (int i = 0; i < list->count; i++) {
        const Tally *cell = &list->items[i];
        if (location != NO_INDEX && cell->location != location) continue;
        if (institute != NO_INDEX && cell->institute != institute) continue;
        if (level != NO_INDEX && cell->level != level) continue;
        if (partners_only && cell->institute != NO_INDEX && !check->p->institutes[cell->institute].partner) continue;
        add_cell(check, &sum, cell);
    }
    return sum;
}

static void compare(Check *check, const Message *message, Sum found, Sum expected, const char *one, const char *two) {
    if (found.unknown || expected.unknown || (!found.found && !expected.found)) return;
    if (!decimal_valid(found.value) || !decimal_valid(expected.value)) return;
    if (decimal_compare(found.value, expected.value) == 0) return;
    rule_report(check, message, found.found ? found.place : expected.place, rule_number(check, found.value),
                rule_number(check, expected.value), one, two, NULL);
}

/* The levels of a location add up to its partner students (or to all, when levels count all). */
static void check_levels(Check *check) {
    const Students *s = &check->p->students;
    if (!s->by_level.given || !s->by_institute.given) return;
    for (int i = 0; i < check->p->location_count; i++)
        compare(check, &R101_LEVELS, sum_cells(check, &s->by_level, i, NO_INDEX, NO_INDEX, false),
                sum_cells(check, &s->by_institute, i, NO_INDEX, NO_INDEX, s->by_level_partners),
                check->p->locations[i].name, check->p->locations[i].key);
}

/* A marginal that stands beside the joint table repeats it. */
static void check_marginals(Check *check) {
    const Partnership *p = check->p;
    const Students *s = &p->students;
    if (!s->joint.given) return;
    for (int l = 0; l < p->location_count; l++) {
        for (int i = 0; i < p->institute_count && s->by_institute.given; i++)
            compare(check, &R102_MARGINAL, sum_cells(check, &s->by_institute, l, i, NO_INDEX, false),
                    sum_cells(check, &s->joint, l, i, NO_INDEX, false), p->locations[l].name, p->institutes[i].name);
        for (int i = 0; i < p->level_count && s->by_level.given; i++)
            compare(check, &R102_MARGINAL, sum_cells(check, &s->by_level, l, NO_INDEX, i, false),
                    sum_cells(check, &s->joint, l, NO_INDEX, i, s->by_level_partners), p->locations[l].name,
                    p->levels[i].name);
    }
}

/* Do all institutes that count first-years under this level count nothing else under it, and only under it? */
static bool is_exact(const Partnership *p, int level) {
    bool used = false;
    if (p->levels[level].first_year != FIRST_YEAR_ALL) return false;
    for (int i = 0; i < p->institute_count; i++)
        for (int k = 0; k < p->institutes[i].first_year_level_count; k++) {
            if (p->institutes[i].first_year_levels[k] != level) continue;
            if (p->institutes[i].first_year_level_count != 1) return false;
            used = true;
        }
    return used;
}

static bool counts_under(const Institute *institute, int level) {
    return institute->first_year_level_count == 1 && institute->first_year_levels[0] == level;
}

/* First-years of a location, or of a parent school over its locations, against the level counts. */
static void check_first_years_at(Check *check, const TallyList *levels, int level, int location, int school) {
    const Partnership *p = check->p;
    Sum first = {.value = DECIMAL_ZERO, .unknown = taint_place(check->taint, p->students.first_years.place)};
    Sum counted = {.value = DECIMAL_ZERO, .unknown = taint_place(check->taint, levels->place)};
    for (int i = 0; i < p->students.first_years.count; i++) {
        const Tally *cell = &p->students.first_years.items[i];
        bool here = school == NO_INDEX ? cell->location == location : cell->school == school;
        if (here && cell->institute != NO_INDEX && counts_under(&p->institutes[cell->institute], level))
            add_cell(check, &first, cell);
    }
    for (int l = 0; l < p->location_count; l++)
        if ((school == NO_INDEX ? l == location : p->locations[l].school == school) && !has_row(levels, l)) counted.unknown = true;
    for (int i = 0; i < levels->count; i++) {
        const Tally *cell = &levels->items[i];
        bool here = school == NO_INDEX ? cell->location == location
                                       : cell->location != NO_INDEX && p->locations[cell->location].school == school;
        if (cell->institute != NO_INDEX && !p->institutes[cell->institute].partner) continue;
        if (here && cell->level == level) add_cell(check, &counted, cell);
    }
    if (first.found)
        compare(check, &R103_FIRST_YEARS, first, counted,
                school == NO_INDEX ? p->locations[location].name : p->schools[school].name, p->levels[level].name);
}

static void check_first_years(Check *check) {
    const Partnership *p = check->p;
    const TallyList *levels = p->students.by_level.given ? &p->students.by_level : &p->students.joint;
    if (!p->students.first_years.given || !levels->given) return;
    for (int level = 0; level < p->level_count; level++) {
        if (!is_exact(p, level)) continue;
        for (int i = 0; i < p->location_count; i++) check_first_years_at(check, levels, level, i, NO_INDEX);
        for (int i = 0; i < p->school_count; i++) check_first_years_at(check, levels, level, NO_INDEX, i);
    }
}

/* Figures of the text that are parts of another one add up to it, and none is larger than its whole. */
static void check_parts(Check *check) {
    const Partnership *p = check->p;
    for (int w = 0; w < p->key_number_count; w++) {
        const KeyNumber *whole = &p->key_numbers[w];
        Sum sum = {.value = DECIMAL_ZERO};
        if (whole->of.state == QUANTITY_KNOWN && whole->value.state == QUANTITY_KNOWN &&
            decimal_compare(whole->value.value, whole->of.value) > 0)
            rule_report(check, &R106_TOO_MANY, whole->value.place, rule_number(check, whole->value.value),
                        rule_number(check, whole->of.value), whole->name, NULL, NULL);
        for (int i = 0; i < p->key_number_count; i++) {
            const KeyNumber *part = &p->key_numbers[i];
            if (!part->total_of || strcmp(part->total_of, whole->key) != 0) continue;
            sum.found = true;
            sum.unknown |= part->value.state != QUANTITY_KNOWN;
            sum.value = decimal_add(sum.value, part->value.value);
        }
        if (!sum.found || sum.unknown || whole->value.state != QUANTITY_KNOWN || !decimal_valid(sum.value)) continue;
        if (decimal_compare(sum.value, whole->value.value) != 0)
            rule_report(check, &R104_PARTS, whole->value.place, rule_number(check, whole->value.value),
                        rule_number(check, sum.value), whole->name, NULL, NULL);
    }
}

static void check_attendance(Check *check) {
    for (int i = 0; i < check->p->meeting_count; i++) {
        const Meeting *m = &check->p->meetings[i];
        Decimal sum = DECIMAL_ZERO;
        bool known = m->attendance_count && m->attended_total.state == QUANTITY_KNOWN;
        for (int k = 0; k < m->attendance_count; k++) {
            known &= m->attendance[k].count.state == QUANTITY_KNOWN;
            sum = decimal_add(sum, m->attendance[k].count.value);
        }
        if (known && decimal_valid(sum) && decimal_compare(sum, m->attended_total.value) != 0)
            rule_report(check, &R105_ATTENDANCE, m->attended_total.place, rule_number(check, m->attended_total.value),
                        rule_number(check, sum), m->name, NULL, NULL);
    }
}

/* Nobody can switch who is not there. */
static void check_switchers(Check *check) {
    for (int i = 0; i < check->p->institute_count; i++) {
        const Institute *from = &check->p->institutes[i];
        const Fact *switched =
            ledger_get(check->ledger, RULE_TEXT(check, "studenten.instituut.%s.wisselaars", from->key));
        const Fact *total = ledger_get(check->ledger, RULE_TEXT(check, "studenten.instituut.%s.totaal", from->key));
        if (!switched || !total || total->status != FACT_KNOWN || switched->status != FACT_KNOWN) continue;
        if (taint_fact(check->taint, total) || taint_fact(check->taint, switched)) continue;
        if (decimal_compare(switched->exact, total->exact) > 0)
            rule_report(check, &R106_TOO_MANY, switched->source_count ? switched->sources[0] : from->place,
                        rule_number(check, switched->exact), rule_number(check, total->exact), switched->label, NULL, NULL);
    }
}

/* Numbered themes run on from 1, in the order they stand. */
static void check_numbering(Check *check) {
    int next = 1;
    for (int i = 0; i < check->p->theme_count; i++) {
        const Theme *theme = &check->p->themes[i];
        if (theme->number.state != QUANTITY_KNOWN) continue;
        if (decimal_compare(theme->number.value, decimal_int(next)) != 0)
            rule_report(check, &R141_NUMBERING, theme->number.place, rule_number(check, theme->number.value),
                        RULE_TEXT(check, "%d", next), theme->name, NULL, NULL);
        next++;
    }
}

void rule_figures(Check *check) {
    check_numbering(check);
    check_levels(check);
    check_marginals(check);
    check_first_years(check);
    check_parts(check);
    check_attendance(check);
    check_switchers(check);
}

/* A distribution adds up to 100, and its repetition elsewhere says the same. */
void rule_distributions(Check *check) {
    const Partnership *p = check->p;
    for (int i = 0; i < p->distribution_count; i++) {
        const Distribution *d = &p->distributions[i];
        Decimal sum = DECIMAL_ZERO;
        bool known = d->portion_count > 0;
        for (int k = 0; k < d->portion_count; k++) {
            known &= d->portions[k].percent.state == QUANTITY_KNOWN;
            sum = decimal_add(sum, d->portions[k].percent.value);
        }
        if (known && decimal_valid(sum) && decimal_compare(sum, decimal_int(100)) != 0)
            rule_report(check, &R107_DISTRIBUTION, d->place, rule_number(check, sum), "100", d->name, d->key, NULL);
        for (int o = 0; d->same_as && o < p->distribution_count; o++) {
            const Distribution *other = &p->distributions[o];
            if (strcmp(other->key, d->same_as) != 0) continue;
            for (int k = 0; k < d->portion_count && k < other->portion_count; k++)
                if (decimal_compare(d->portions[k].percent.value, other->portions[k].percent.value) != 0)
                    rule_report(check, &R108_REPETITION, d->portions[k].percent.place,
                                rule_number(check, d->portions[k].percent.value),
                                rule_number(check, other->portions[k].percent.value), d->name, d->portions[k].name, NULL);
            if (d->portion_count != other->portion_count)
                rule_report(check, &R108_REPETITION, d->place, RULE_TEXT(check, BOTH("%d delen", "%d parts"), d->portion_count, d->portion_count),
                            RULE_TEXT(check, BOTH("%d delen", "%d parts"), other->portion_count, other->portion_count), d->name, other->key, NULL);
        }
    }
}
