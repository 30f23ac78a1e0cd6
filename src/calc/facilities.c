/* Facilities per role (Boss po, H) and intervision groups (I of the reference). */
#include <string.h>

#include "calc/subjects.h"

/* Multiplies by a quantity that is given; false when it is absent and needed. */
static bool times(Calc *calc, Fact *fact, const char *name, Quantity quantity, Decimal *hours) {
    if (!calc_take(calc, fact, name, quantity)) return false;
    *hours = decimal_mul(*hours, quantity.value);
    return true;
}

static void make_facility(Calc *calc, const Facility *f) {
    const char *per = f->per ? f->per : "";
    const char *name = f->name ? f->name : f->key;
    Decimal hours = f->hours.value;
    calc_given(calc, f->number, TEXT(calc, "%s, aantal", name), "", 0, TEXT(calc, "faciliteit.%s.aantal", f->key));
    if (f->hours.state == QUANTITY_ABSENT) return;
    calc_given(calc, f->hours, TEXT(calc, "%s, norm", name), strcmp(per, "dag-per-week") == 0 ? "dagen" : "uur", -1,
               TEXT(calc, "faciliteit.%s.norm", f->key));
    bool weekly = strcmp(per, "week") == 0, student = strncmp(per, "student", 7) == 0;
    Fact *fact = fact_begin(calc->ledger, TEXT(calc, "%s, uren%s", name, weekly ? " per week" : ""),
                            strcmp(per, "dag-per-week") == 0 ? "dagen per week" : "uur",
                            student  ? "uren per student × studenten × keren"
                            : weekly ? "uren per week × aantal"
                                     : "uren × keren",
                            "faciliteit.%s.%s", f->key, weekly ? "week" : "uren");
    calc_take(calc, fact, "uren", f->hours);
    if (student && !times(calc, fact, "studenten", f->students, &hours)) return;
    if (weekly) times(calc, fact, "aantal", f->number, &hours);
    times(calc, fact, "keren", f->times, &hours);
    const Fact *made = fact_set(calc->ledger, fact, hours, -1);
    if (!weekly || !calc_has(calc, PARAMETER_WEEKS)) return;
    Fact *year = fact_begin(calc->ledger, TEXT(calc, "%s, uren per jaar", name), "uur", "uren per week × weken",
                            "faciliteit.%s.uren", f->key);
    fact_uses(calc->ledger, year, made->id);
    calc_parameter(calc, year, PARAMETER_WEEKS);
    fact_set(calc->ledger, year, decimal_mul(fact_term(year, 0), calc_value(calc, PARAMETER_WEEKS)), -1);
}

/* What the tasks that belong to one student add up to: supervisor, second assessor. */
static void make_together(Calc *calc, const char *key) {
    const Partnership *p = calc->p;
    const char *id = TEXT(calc, "faciliteiten.samen.%s", key);
    if (calc_exists(calc, id)) return;
    Fact *sum = fact_begin(calc->ledger, TEXT(calc, "Uren samen per student: %s", key), "uur", "som van faciliteit.*.norm", "%s", id);
    for (int i = 0; i < p->facility_count; i++)
        if (p->facilities[i].together && strcmp(p->facilities[i].together, key) == 0)
            fact_usesf(calc->ledger, sum, "faciliteit.%s.norm", p->facilities[i].key);
    if (sum->term_count) fact_sum(calc->ledger, sum, -1);
}

/* Groups = students / largest group, rounded up; fewer than the smallest group: to be combined with another school. */
static void make_groups(Calc *calc, const Location *at, Fact *total) {
    const Intervision *v = &calc->p->intervision;
    int64_t n = 0, size = 0;
    Fact *fact = fact_begin(calc->ledger, TEXT(calc, "%s, intervisiegroepen", at->name), "groepen",
                            "studenten / grootste groep, naar boven afgerond", "intervisie.%s.groepen", at->key);
    for (int i = 0; i < v->counts.count; i++)
        if (v->counts.items[i].location != NO_INDEX && &calc->p->locations[v->counts.items[i].location] == at)
            calc_take(calc, fact, "studenten", v->counts.items[i].count);
    if (!v->counts.given) fact_usesf(calc->ledger, fact, "school.%s.studenten", at->key);
    if (!fact->term_count) return;
    Decimal students = fact_term(fact, 0);
    bool known = fact->terms[0].known;
    calc_take(calc, fact, "grootste groep", v->maximum);
    if (!decimal_floor(students, &n) || !decimal_floor(v->maximum.value, &size) || size <= 0) return;
    const Fact *made = fact_set(calc->ledger, fact, decimal_int(n > 0 ? (n - 1) / size + 1 : 0), 0);
    fact_uses(calc->ledger, total, made->id);
    if (v->minimum.state != QUANTITY_KNOWN) return;
    Fact *combine = fact_begin(calc->ledger, TEXT(calc, "%s, intervisie samen met een andere school (1 = ja)", at->name), "",
                               "1 als er minder studenten zijn dan de kleinste groep", "intervisie.%s.samen", at->key);
    fact_uses(calc->ledger, combine, made->id);
    calc_take(calc, combine, "kleinste groep", v->minimum);
    fact_set(calc->ledger, combine, decimal_int(known && n > 0 && decimal_compare(students, v->minimum.value) < 0), 0);
}

void calc_facilities(Calc *calc) {
    const Partnership *p = calc->p;
    for (int i = 0; i < p->facility_count; i++) make_facility(calc, &p->facilities[i]);
    for (int i = 0; i < p->facility_count; i++)
        if (p->facilities[i].together) make_together(calc, p->facilities[i].together);
    if (p->intervision.given) {
        const Intervision *v = &p->intervision;
        calc_given(calc, v->minimum, "Intervisie, kleinste groep", "studenten", 0, "intervisie.minimum");
        calc_given(calc, v->maximum, "Intervisie, grootste groep", "studenten", 0, "intervisie.maximum");
        calc_given(calc, v->weeks_between, "Intervisie, weken tussen bijeenkomsten", "weken", 0, "intervisie.weken-tussen");
        calc_given(calc, v->groups_per_school, "Intervisie, groepen per school", "groepen", 0,
                   "intervisie.groepen-per-school");
    }
    if (!p->intervision.given || p->intervision.maximum.state != QUANTITY_KNOWN) return;
    Fact *total = fact_begin(calc->ledger, "Intervisiegroepen, totaal", "groepen", "som van intervisie.*.groepen",
                             "intervisie.groepen");
    for (int i = 0; i < p->location_count; i++) make_groups(calc, &p->locations[i], total);
    if (total->term_count) fact_sum(calc->ledger, total, 0);
}
