/* Rates, norms and thresholds as facts of their own, so that sentences can name them and every number of the input
 * shows up in the ledger. */
#include "calc/subjects.h"

static const char *const UNITS[PARAMETER_COUNT] = {
    [PARAMETER_YEAR_HOURS] = "uur",          [PARAMETER_HOURLY_RATE] = "EUR",      [PARAMETER_ADMINISTRATIVE_RATE] = "EUR",
    [PARAMETER_PUPILS_PER_STUDENT] = "leerlingen", [PARAMETER_PARTNER_SHARE] = "%", [PARAMETER_FIRST_YEAR_SHARE] = "%",
    [PARAMETER_FIRST_YEARS_PER_SCHOOL] = "studenten", [PARAMETER_DEVIATION_PERCENT] = "%",
    [PARAMETER_SMALL_GROUP] = "personen",    [PARAMETER_STUDENT_GOAL] = "studenten", [PARAMETER_STARTER_REDUCTION_1] = "%",
    [PARAMETER_STARTER_REDUCTION_2] = "%",   [PARAMETER_WEEKS] = "weken",
};

static void facilitation_parameters(Calc *calc) {
    const Facilitation *f = &calc->p->facilitation;
    if (!f->given) return;
    for (int i = 0; i < f->fixed_count; i++)
        calc_given(calc, f->fixed[i].hours, f->fixed[i].name, "uur", -1, TEXT(calc, "facilitering.vast.%s", f->fixed[i].key));
    calc_given(calc, f->per_student, "Uren van een schoolopleider per student", "uur", -1, "facilitering.per-student");
    calc_given(calc, f->several_locations, "Extra uren bij meer locaties", "uur", -1, "facilitering.meer-locaties");
    calc_given(calc, f->small_hours, "Aftrek bij een hele kleine locatie", "uur", -1, "facilitering.kleine-locatie.aftrek");
    calc_given(calc, f->small_below, "Een hele kleine locatie heeft minder studenten dan", "studenten", -1,
               "facilitering.kleine-locatie.minder-dan");
    calc_given(calc, f->second_above, "Een tweede schoolopleider bij meer studenten dan", "studenten", -1,
               "facilitering.tweede-so.meer-dan");
    calc_given(calc, f->reimbursed_hours, "Vergoede uren per locatie", "uur", -1, "facilitering.vergoeding.uren");
    calc_given(calc, f->bonus_hours, "Vergoede uren per extra student", "uur", -1, "facilitering.vergoeding.bonusuren");
    for (int i = 0; i < f->free_time_count; i++)
        calc_given(calc, f->free_time[i].from, TEXT(calc, "Studenten vanaf: %s", f->free_time[i].text), "studenten", -1,
                   TEXT(calc, "facilitering.lesvrij.%d.vanaf", i + 1));
}

static void intervision_parameters(Calc *calc) {
    const Intervision *v = &calc->p->intervision;
    if (!v->given) return;
    calc_given(calc, v->minimum, "Kleinste intervisiegroep", "studenten", -1, "intervisie.minimum");
    calc_given(calc, v->maximum, "Grootste intervisiegroep", "studenten", -1, "intervisie.maximum");
    calc_given(calc, v->weeks_between, "Weken tussen twee intervisiebijeenkomsten", "weken", -1, "intervisie.weken-tussen");
    calc_given(calc, v->groups_per_school, "Intervisiegroepen per school", "groepen", -1, "intervisie.groepen-per-school");
}

void calc_parameters(Calc *calc) {
    const Partnership *p = calc->p;
    for (int i = 0; i < PARAMETER_COUNT; i++) {
        const char *name = parameter_name((Parameter)i);
        calc_given(calc, p->parameters[i], TEXT(calc, "Parameter %s", name), UNITS[i], -1, TEXT(calc, "parameter.%s", name));
    }
    facilitation_parameters(calc);
    intervision_parameters(calc);
    for (int i = 0; i < p->theme_count; i++)
        calc_given(calc, p->themes[i].number, TEXT(calc, "Nummer van thema „%s”", p->themes[i].name), "", -1,
                   TEXT(calc, "thema.%s.nummer", p->themes[i].key));
    for (int i = 0; i < p->allowance.intern_count; i++)
        calc_given(calc, p->allowance.interns[i].days, "Hele stagedagen per week", "dagen", -1,
                   TEXT(calc, "stagevergoeding.%s.dagen", p->allowance.interns[i].key));
}
