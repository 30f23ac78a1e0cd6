/* Hour specifications: hours of a role as a function of the number of students, with deductions (G). Steps are minutes:
 * hours stay fractions until they are shown. */
#include <string.h>

#include "calc/subjects.h"

/* The minutes of a step, as often as it is taken. */
static Expression *minutes_of(Calc *calc, const HourItem *item, const Duration *step, const char *per) {
    const char *name = step->name ? step->name : "stap";
    Expression *minutes = calc_cell(calc, TEXT(calc, "%s: %s (minuten)", item->name, name), TEXT(calc, "minuten%s", per), step->minutes);
    if (!minutes)
        minutes = expression_product(calc->arena, calc_cell(calc, TEXT(calc, "%s: %s (uren)", item->name, name), TEXT(calc, "uur%s", per), step->hours),
                                     expression_constant(calc->arena, decimal_int(60), "minuten/uur"));
    const Expression *times = calc_cell(calc, "maal", "", step->times);
    return times && minutes ? expression_product(calc->arena, minutes, times) : minutes;
}

/* The hours of an item per student, per group or in all: stated, or the sum of its steps in minutes. */
static Expression *hours_of(Calc *calc, const HourItem *item) {
    const char *per = item->basis == HOURS_PER_STUDENT ? "/studenten" : item->basis == HOURS_PER_GROUP ? "/groepen" : "";
    Expression *stated = calc_cell(calc, item->name, TEXT(calc, "uur%s", per), item->hours), *minutes = NULL;
    if (stated) return stated;
    for (int i = 0; i < item->step_count; i++) minutes = expression_plus(calc->arena, minutes, minutes_of(calc, item, &item->steps[i], per));
    return expression_quotient(calc->arena, minutes, expression_constant(calc->arena, decimal_int(60), "minuten/uur"));
}

/* Number of groups: rounded up; one group when no size is given. */
static Expression *groups_of(Calc *calc, const HourSpecification *spec) {
    const Expression *students = calc_cell(calc, "aantal studenten", "studenten", spec->students);
    const Expression *size = calc_cell(calc, "groepsgrootte", "studenten/groepen", spec->group_size);
    bool none = spec->group_size.state == QUANTITY_KNOWN && decimal_compare(spec->group_size.value, DECIMAL_ZERO) <= 0;
    Expression *groups = none ? NULL : expression_of(calc->arena, EXPRESSION_CEILING, expression_quotient(calc->arena, students, size), NULL);
    return groups ? groups : expression_constant(calc->arena, decimal_int(1), "groepen");
}

static const char *section_id(Calc *calc, const HourSpecification *spec, const HourSection *section) {
    return TEXT(calc, "uren.%s.%s", spec->key, section->key);
}

/* What one student or one group costs, for the column beside the total. */
static void make_single(Calc *calc, const HourSpecification *spec, const HourSection *section, const HourItem *item) {
    if (item->basis == HOURS_FIXED) return;
    const char *what = item->basis == HOURS_PER_STUDENT ? "student" : "groep";
    calc_fact(calc, hours_of(calc, item), -1, TEXT(calc, "%s: %s, per %s", spec->name, item->name, what),
              TEXT(calc, "uren.%s.%s.%s.per-%s", spec->key, section->key, item->key, what));
}

static void make_item(Calc *calc, const HourSpecification *spec, const HourSection *section, const HourItem *item) {
    Expression *hours = hours_of(calc, item);
    if (item->basis == HOURS_PER_STUDENT) hours = expression_product(calc->arena, hours, calc_cell(calc, "aantal studenten", "studenten", spec->students));
    if (item->basis == HOURS_PER_GROUP) hours = expression_product(calc->arena, hours, groups_of(calc, spec));
    calc_fact(calc, hours, -1, TEXT(calc, "%s: %s", spec->name, item->name), TEXT(calc, "uren.%s.%s.%s", spec->key, section->key, item->key));
}

static Expression *times_of(Calc *calc, const HourSection *section) {
    return calc_cell(calc, "maal", "", section->times);
}

static void make_section(Calc *calc, const HourSpecification *spec, const HourSection *section) {
    Expression *sum = expression_sum(calc->arena, "de posten");
    for (int i = 0; i < section->item_count; i++) {
        make_single(calc, spec, section, &section->items[i]);
        make_item(calc, spec, section, &section->items[i]);
        expression_add(calc->arena, sum, calc_partf(calc, "uren.%s.%s.%s", spec->key, section->key, section->items[i].key));
    }
    const char *id = section_id(calc, spec, section);
    const Fact *made = calc_sum(calc, sum, -1, TEXT(calc, "%s: %s", spec->name, section->name), id);
    calc_fact(calc, expression_product(calc->arena, expression_of_fact(calc->arena, made), times_of(calc, section)), -1,
              TEXT(calc, "%s: %s, per jaar", spec->name, section->name), TEXT(calc, "%s.jaar", id));
}

/* The hours that fall away because an option is off, over all sections. */
static const Fact *make_deduction(Calc *calc, const HourSpecification *spec, const HourOption *option) {
    Expression *sum = expression_at(expression_sum(calc->arena, "de posten van deze optie"), option->place);
    for (int s = 0; s < spec->section_count; s++) {
        const HourSection *section = &spec->sections[s];
        for (int i = 0; i < section->item_count; i++) {
            const HourItem *item = &section->items[i];
            if (!item->option || strcmp(item->option, option->key) != 0) continue;
            const Expression *hours = calc_partf(calc, "uren.%s.%s.%s", spec->key, section->key, item->key), *times = times_of(calc, section);
            expression_add(calc->arena, sum, times ? expression_product(calc->arena, hours, times) : hours);
        }
    }
    return calc_sum(calc, sum, -1, TEXT(calc, "%s: aftrek zonder %s", spec->name, option->name), TEXT(calc, "uren.%s.aftrek.%s", spec->key, option->key));
}

/* Less one more. */
static Expression *less(Calc *calc, Expression *from, const Expression *what) {
    if (!what) return from;
    if (from->kind != EXPRESSION_DIFFERENCE) return expression_difference(calc->arena, from, what);
    expression_append(calc->arena, from, what);
    return from;
}

/* The least: what is left when every option is off. */
static void make_least(Calc *calc, const HourSpecification *spec) {
    Expression *least = calc_partf(calc, "uren.%s.volledig", spec->key);
    if (!spec->option_count || !least) return;
    for (int o = 0; o < spec->option_count; o++) least = less(calc, least, calc_partf(calc, "uren.%s.aftrek.%s", spec->key, spec->options[o].key));
    calc_fact(calc, least, -1, TEXT(calc, "%s: zonder wat niet iedereen doet", spec->name), TEXT(calc, "uren.%s.minimaal", spec->key));
}

static void make_specification(Calc *calc, int index, int depth) {
    const Partnership *p = calc->p;
    const HourSpecification *spec = &p->hour_specifications[index];
    const char *id = TEXT(calc, "uren.%s.totaal", spec->key);
    if (calc_exists(calc, id) || depth > p->hour_specification_count) return;
    if (spec->base != NO_INDEX) make_specification(calc, spec->base, depth + 1);
    calc_given(calc, spec->students, TEXT(calc, "%s: aantal studenten", spec->name), "studenten", 0,
               TEXT(calc, "uren.%s.studenten", spec->key));
    Expression *sum = expression_sum(calc->arena, "de delen (maal het aantal keer)");
    if (spec->base != NO_INDEX) expression_add(calc->arena, sum, calc_partf(calc, "uren.%s.volledig", p->hour_specifications[spec->base].key));
    for (int s = 0; s < spec->section_count; s++) {
        const char *section = section_id(calc, spec, &spec->sections[s]);
        make_section(calc, spec, &spec->sections[s]);
        const Expression *year = calc_partf(calc, "%s.jaar", section);
        expression_add(calc->arena, sum, year ? year : calc_part(calc, section));
    }
    const Fact *full = calc_sum(calc, sum, -1, TEXT(calc, "%s: zonder aftrek", spec->name), TEXT(calc, "uren.%s.volledig", spec->key));
    if (!full) return;
    Expression *total = expression_of_fact(calc->arena, full);
    for (int o = 0; o < spec->option_count; o++) {
        const Fact *off = make_deduction(calc, spec, &spec->options[o]);
        if (!spec->options[o].on) total = less(calc, total, expression_of_fact(calc->arena, off));
    }
    if (spec->base != NO_INDEX) { /* what the base deducts falls away here too */
        const HourSpecification *base = &p->hour_specifications[spec->base];
        for (int o = 0; o < base->option_count; o++)
            if (!base->options[o].on) total = less(calc, total, calc_partf(calc, "uren.%s.aftrek.%s", base->key, base->options[o].key));
    }
    calc_fact(calc, total, -1, TEXT(calc, "%s: totaal", spec->name), id);
    make_least(calc, spec);
}

void calc_hours(Calc *calc) {
    for (int i = 0; i < calc->p->hour_specification_count; i++) make_specification(calc, i, 0);
}
