/* Hour specifications: hours of a role as a function of the number of students, with deductions (G). Steps are minutes:
 * hours stay fractions until they are shown. */
#include <string.h>

#include "calc/subjects.h"

/* The hours of an item per student, per group or in all: stated, or the sum of its steps in minutes. */
static bool take_hours(Calc *calc, Fact *fact, const HourItem *item, Fraction *hours) {
    Decimal minutes = DECIMAL_ZERO;
    *hours = fraction_of(item->hours.value);
    if (calc_take(calc, fact, item->name, item->hours)) return true;
    for (int i = 0; i < item->step_count; i++) {
        const Duration *step = &item->steps[i];
        const char *name = step->name ? step->name : "stap";
        Decimal part = step->minutes.value;
        if (!calc_take(calc, fact, TEXT(calc, "%s: %s (minuten)", item->name, name), step->minutes)) {
            calc_take(calc, fact, TEXT(calc, "%s: %s (uren)", item->name, name), step->hours);
            part = decimal_mul(step->hours.value, decimal_int(60));
        }
        if (calc_take(calc, fact, "maal", step->times)) part = decimal_mul(part, step->times.value);
        minutes = decimal_add(minutes, part);
    }
    *hours = fraction_div(fraction_of(minutes), fraction_of(decimal_int(60)));
    return item->step_count > 0;
}

/* Number of groups: rounded up; one group when no size is given. */
static Decimal groups_of(const HourSpecification *spec) {
    int64_t n = 0, size = 0;
    if (spec->students.state != QUANTITY_KNOWN || spec->group_size.state != QUANTITY_KNOWN) return decimal_int(1);
    if (!decimal_floor(spec->students.value, &n) || !decimal_floor(spec->group_size.value, &size) || size <= 0)
        return decimal_int(1);
    return decimal_int(n > 0 ? (n - 1) / size + 1 : 0);
}

static const char *section_id(Calc *calc, const HourSpecification *spec, const HourSection *section) {
    return TEXT(calc, "uren.%s.%s", spec->key, section->key);
}

/* What one student or one group costs, for the column beside the total. */
static void make_single(Calc *calc, const HourSpecification *spec, const HourSection *section, const HourItem *item) {
    Fraction hours;
    if (item->basis == HOURS_FIXED) return;
    bool student = item->basis == HOURS_PER_STUDENT;
    Fact *fact = fact_begin(calc->ledger, TEXT(calc, "%s: %s, per %s", spec->name, item->name, student ? "student" : "groep"),
                            "uur", "uren van de post", "uren.%s.%s.%s.per-%s", spec->key, section->key, item->key,
                            student ? "student" : "groep");
    if (take_hours(calc, fact, item, &hours)) fact_set_ratio(calc->ledger, fact, hours, -1);
}

static void make_item(Calc *calc, const HourSpecification *spec, const HourSection *section, const HourItem *item) {
    Fraction hours;
    Fact *fact = fact_begin(calc->ledger, TEXT(calc, "%s: %s", spec->name, item->name), "uur",
                            item->basis == HOURS_PER_STUDENT ? "uren per student × aantal studenten"
                            : item->basis == HOURS_PER_GROUP ? "uren per groep × aantal groepen"
                                                             : "vaste uren",
                            "uren.%s.%s.%s", spec->key, section->key, item->key);
    if (!take_hours(calc, fact, item, &hours)) return;
    if (item->basis == HOURS_PER_STUDENT) {
        if (!calc_take(calc, fact, "aantal studenten", spec->students)) return;
        hours = fraction_mul(hours, fraction_of(spec->students.value));
    }
    if (item->basis == HOURS_PER_GROUP) {
        calc_take(calc, fact, "aantal studenten", spec->students);
        calc_take(calc, fact, "groepsgrootte", spec->group_size);
        hours = fraction_mul(hours, fraction_of(groups_of(spec)));
    }
    fact_set_ratio(calc->ledger, fact, hours, -1);
}

static void make_section(Calc *calc, const HourSpecification *spec, const HourSection *section) {
    Fact *once = fact_begin(calc->ledger, TEXT(calc, "%s: %s", spec->name, section->name), "uur", "som van de posten",
                            "%s", section_id(calc, spec, section));
    for (int i = 0; i < section->item_count; i++) {
        make_single(calc, spec, section, &section->items[i]);
        make_item(calc, spec, section, &section->items[i]);
        fact_usesf(calc->ledger, once, "uren.%s.%s.%s", spec->key, section->key, section->items[i].key);
    }
    if (!once->term_count) return;
    const Fact *made = fact_sum(calc->ledger, once, -1);
    if (section->times.state == QUANTITY_ABSENT) return;
    Fact *all = fact_begin(calc->ledger, TEXT(calc, "%s: %s, per jaar", spec->name, section->name), "uur",
                           "uren van het deel × maal", "%s.jaar", made->id);
    fact_uses(calc->ledger, all, made->id);
    calc_take(calc, all, "maal", section->times);
    fact_set_ratio(calc->ledger, all, fraction_mul(fact_term_ratio(all, 0), fraction_of(section->times.value)), -1);
}

/* The hours that fall away because an option is off, over all sections. */
static void make_deduction(Calc *calc, const HourSpecification *spec, const HourOption *option, Fact *total) {
    Fraction sum = fraction_of(DECIMAL_ZERO);
    Fact *fact = fact_begin(calc->ledger, TEXT(calc, "%s: aftrek zonder %s", spec->name, option->name), "uur",
                            "som van de posten van deze optie", "uren.%s.aftrek.%s", spec->key, option->key);
    for (int s = 0; s < spec->section_count; s++) {
        const HourSection *section = &spec->sections[s];
        for (int i = 0; i < section->item_count; i++) {
            const HourItem *item = &section->items[i];
            if (!item->option || strcmp(item->option, option->key) != 0) continue;
            if (!fact_usesf(calc->ledger, fact, "uren.%s.%s.%s", spec->key, section->key, item->key)) continue;
            Fraction hours = fact_term_ratio(fact, fact->term_count - 1);
            if (calc_take(calc, fact, "maal", section->times)) hours = fraction_mul(hours, fraction_of(section->times.value));
            sum = fraction_add(sum, hours);
        }
    }
    if (!fact->term_count) return;
    fact_source(calc->ledger, fact, option->place);
    const Fact *made = fact_set_ratio(calc->ledger, fact, sum, -1);
    if (!option->on) fact_uses(calc->ledger, total, made->id);
}

/* The least: what is left when every option is off. */
static void make_least(Calc *calc, const HourSpecification *spec) {
    Fact *least = fact_begin(calc->ledger, TEXT(calc, "%s: zonder wat niet iedereen doet", spec->name), "uur",
                             "volledig − alle aftrek", "uren.%s.minimaal", spec->key);
    if (!spec->option_count || !fact_usesf(calc->ledger, least, "uren.%s.volledig", spec->key)) return;
    for (int o = 0; o < spec->option_count; o++) fact_usesf(calc->ledger, least, "uren.%s.aftrek.%s", spec->key, spec->options[o].key);
    fact_difference(calc->ledger, least, -1);
}

static void make_specification(Calc *calc, int index, int depth) {
    const Partnership *p = calc->p;
    const HourSpecification *spec = &p->hour_specifications[index];
    const char *id = TEXT(calc, "uren.%s.totaal", spec->key);
    if (calc_exists(calc, id) || depth > p->hour_specification_count) return;
    if (spec->base != NO_INDEX) make_specification(calc, spec->base, depth + 1);
    calc_given(calc, spec->students, TEXT(calc, "%s: aantal studenten", spec->name), "studenten", 0,
               TEXT(calc, "uren.%s.studenten", spec->key));
    Fact *full = fact_begin(calc->ledger, TEXT(calc, "%s: zonder aftrek", spec->name), "uur",
                            "som van de delen (maal het aantal keer)", "uren.%s.volledig", spec->key);
    if (spec->base != NO_INDEX)
        fact_usesf(calc->ledger, full, "uren.%s.volledig", p->hour_specifications[spec->base].key);
    for (int s = 0; s < spec->section_count; s++) {
        const char *section = section_id(calc, spec, &spec->sections[s]);
        make_section(calc, spec, &spec->sections[s]);
        if (!fact_usesf(calc->ledger, full, "%s.jaar", section)) fact_uses(calc->ledger, full, section);
    }
    if (!full->term_count) return;
    const Fact *made = fact_sum(calc->ledger, full, -1);
    Fact *total = fact_begin(calc->ledger, TEXT(calc, "%s: totaal", spec->name), "uur",
                             "volledig − aftrek van wat niet wordt gedaan", "%s", id);
    fact_uses(calc->ledger, total, made->id);
    for (int o = 0; o < spec->option_count; o++) make_deduction(calc, spec, &spec->options[o], total);
    if (spec->base != NO_INDEX) { /* what the base deducts falls away here too */
        const HourSpecification *base = &p->hour_specifications[spec->base];
        for (int o = 0; o < base->option_count; o++)
            if (!base->options[o].on) fact_usesf(calc->ledger, total, "uren.%s.aftrek.%s", base->key, base->options[o].key);
    }
    fact_difference(calc->ledger, total, -1);
    make_least(calc, spec);
}

void calc_hours(Calc *calc) {
    for (int i = 0; i < calc->p->hour_specification_count; i++) make_specification(calc, i, 0);
}
