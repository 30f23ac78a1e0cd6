/* Facilities per role (Boss po, H) and intervision groups (I of the reference). */
#include <string.h>

#include "calc/subjects.h"

static Expression *times(Calc *calc, Expression *hours, const Expression *number) {
    return number ? expression_product(calc->arena, hours, number) : hours;
}

static void make_facility(Calc *calc, const Facility *f) {
    const char *per = f->per ? f->per : "", *name = f->name ? f->name : f->key;
    bool weekly = strcmp(per, "week") == 0, student = strncmp(per, "student", 7) == 0, days = strcmp(per, "dag-per-week") == 0;
    calc_given(calc, f->number, TEXT(calc, "%s, aantal", name), "", 0, TEXT(calc, "faciliteit.%s.aantal", f->key));
    calc_given(calc, f->hours, TEXT(calc, "%s, norm", name), days ? "dagen" : "uur", -1, TEXT(calc, "faciliteit.%s.norm", f->key));
    Expression *hours = calc_cell(calc, "uren", days ? "dagen per week" : student ? "uur/studenten" : weekly ? "uur/weken" : "uur", f->hours);
    if (!hours) return;
    if (student) hours = expression_product(calc->arena, hours, calc_cell(calc, "studenten", "studenten", f->students));
    if (weekly) hours = times(calc, hours, calc_cell(calc, "aantal", "", f->number));
    if (hours) hours = times(calc, hours, calc_cell(calc, "keren", "", f->times));
    const Fact *made = calc_fact(calc, hours, -1, TEXT(calc, "%s, uren%s", name, weekly ? " per week" : ""), TEXT(calc, "faciliteit.%s.%s", f->key, weekly ? "week" : "uren"));
    if (!weekly || !calc_has(calc, PARAMETER_WEEKS)) return;
    calc_fact(calc, expression_product(calc->arena, expression_of_fact(calc->arena, made), calc_parameter(calc, PARAMETER_WEEKS)), -1,
              TEXT(calc, "%s, uren per jaar", name), TEXT(calc, "faciliteit.%s.uren", f->key));
}

/* What the tasks that belong to one student add up to: supervisor, second assessor. */
static void make_together(Calc *calc, const char *key) {
    const Partnership *p = calc->p;
    Expression *sum = expression_sum(calc->arena, TEXT(calc, "faciliteit.*.norm van %s", key));
    if (calc_exists(calc, TEXT(calc, "faciliteiten.samen.%s", key))) return;
    for (int i = 0; i < p->facility_count; i++)
        if (p->facilities[i].together && strcmp(p->facilities[i].together, key) == 0)
            expression_add(calc->arena, sum, calc_partf(calc, "faciliteit.%s.norm", p->facilities[i].key));
    calc_sum(calc, sum, -1, TEXT(calc, "Uren samen per student: %s", key), TEXT(calc, "faciliteiten.samen.%s", key));
}

/* The students of a location as this list counts them, else as the counts of the institutes do. */
static Expression *students_of(Calc *calc, const Location *at) {
    const Intervision *v = &calc->p->intervision;
    Expression *sum = expression_of_one(expression_sum(calc->arena, NULL));
    for (int i = 0; i < v->counts.count; i++)
        if (v->counts.items[i].location != NO_INDEX && &calc->p->locations[v->counts.items[i].location] == at)
            expression_add(calc->arena, sum, calc_cell(calc, "studenten", "studenten", v->counts.items[i].count));
    if (!v->counts.given) return calc_partf(calc, "school.%s.studenten", at->key);
    return sum->count ? sum : expression_missing(calc->arena, NULL, "studenten", at->place); /* a list that says nothing of it */
}

/* Groups = students / largest group, rounded up; fewer than the smallest group: to be combined with another school. */
static void make_groups(Calc *calc, const Location *at, Expression *total) {
    const Intervision *v = &calc->p->intervision;
    const Expression *students = students_of(calc, at);
    if (!students || decimal_compare(v->maximum.value, DECIMAL_ZERO) <= 0) return;
    const Expression *size = calc_cell(calc, "grootste groep", "studenten/groepen", v->maximum);
    const Fact *made = calc_fact(calc, expression_of(calc->arena, EXPRESSION_CEILING, expression_quotient(calc->arena, students, size), NULL), 0,
                                 TEXT(calc, "%s, intervisiegroepen", at->name), TEXT(calc, "intervisie.%s.groepen", at->key));
    expression_add_row(calc->arena, total, at->key, expression_of_fact(calc->arena, made));
    const Expression *few = expression_compare(calc->arena, students, LESS, calc_cell(calc, "kleinste groep", "studenten", v->minimum));
    const Expression *some = expression_compare(calc->arena, students, MORE, calc_number(calc, 0));
    if (few)
        calc_fact(calc, expression_of(calc->arena, EXPRESSION_SMALLEST, few, some), 0, TEXT(calc, "%s, intervisie samen met een andere school (1 = ja)", at->name),
                  TEXT(calc, "intervisie.%s.samen", at->key));
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
    Expression *total = expression_sum(calc->arena, "intervisie.*.groepen");
    for (int i = 0; i < p->location_count; i++) make_groups(calc, &p->locations[i], total);
    calc_sum(calc, total, 0, "Intervisiegroepen, totaal", "intervisie.groepen");
}
