/* Facilitation of school trainers, and the reimbursement and bonus of a location (A15, A16, D of the reference). */
#include "calc/subjects.h"

static const Facilitation *guideline(const Calc *calc) {
    return &calc->p->facilitation;
}

/* The posts of all trainers at a location: how many, how many without a number of their own, and the sum of the others. */
typedef struct Shared {
    int posts, open;
    Decimal given;
} Shared;

static Shared shared_at(const Calc *calc, int location) {
    const Facilitation *f = guideline(calc);
    Shared s = {.given = DECIMAL_ZERO};
    for (int i = 0; i < f->trainer_count && location != NO_INDEX; i++)
        for (int k = 0; k < f->trainers[i].post_count; k++) {
            const TrainerPost *post = &f->trainers[i].posts[k];
            if (post->location != location) continue;
            s.posts++;
            s.open += post->students.state == QUANTITY_ABSENT;
            if (post->students.state == QUANTITY_KNOWN) s.given = decimal_add(s.given, post->students.value);
        }
    return s;
}

/* The students a trainer serves at a post: own number, else all students of the location, less those of a colleague
 * there. Two who both leave it open share in a way nobody knows. */
static bool take_post(Calc *calc, Fact *fact, const TrainerPost *post) {
    if (calc_take(calc, fact, "studenten", post->students)) return true;
    if (post->location == NO_INDEX) return false;
    const Location *at = &calc->p->locations[post->location];
    if (!fact_usesf(calc->ledger, fact, "school.%s.studenten", at->key)) return false;
    Shared s = shared_at(calc, post->location);
    if (s.open > 1) fact_takes(calc->ledger, fact, TEXT(calc, "verdeling over de schoolopleiders van %s", at->name), DECIMAL_ZERO, false, post->place);
    else if (s.posts > 1) fact_takes(calc->ledger, fact, "studenten van de andere schoolopleider", s.given, true, post->place);
    return true;
}

/* Is the one location of a trainer small? All trainers' students there count, not only this one's. */
static bool is_small(const Calc *calc, const Trainer *t, Decimal n) {
    const Facilitation *f = guideline(calc);
    const TrainerPost *post = &t->posts[0];
    Shared s = shared_at(calc, post->location);
    if (t->post_count != 1 || f->small_below.state != QUANTITY_KNOWN) return false;
    if (s.posts > 1) n = s.open ? fact_exact(calc->ledger, TEXT(calc, "school.%s.studenten", calc->p->locations[post->location].key)) : s.given;
    return decimal_compare(n, f->small_below.value) < 0;
}

/* The parts that the hours are made of: so.KEY.uren.vast, .studenten, .meer-locaties, .kleine-locatie, and what the
 * students of each location add: so.KEY.locatie.LOCATION.studenten, .uren. */
static void make_parts(Calc *calc, const char *id, const char *students, const char *name, int posts) {
    const Facilitation *f = guideline(calc);
    Fact *fixed = fact_begin(calc->ledger, TEXT(calc, "%s, vaste uren", name), "uur", "som van de vaste uren", "%s.vast", id);
    for (int i = 0; i < f->fixed_count; i++) calc_take(calc, fixed, f->fixed[i].name, f->fixed[i].hours);
    if (fixed->term_count) fact_sum(calc->ledger, fixed, -1);
    if (f->per_student.state == QUANTITY_KNOWN) {
        Fact *fact = fact_begin(calc->ledger, TEXT(calc, "%s, uren voor studenten", name), "uur", "uren per student × studenten", "%s.studenten", id);
        fact_uses(calc->ledger, fact, students);
        calc_take(calc, fact, "uren per student", f->per_student);
        fact_set(calc->ledger, fact, decimal_mul(fact_term(fact, 0), f->per_student.value), -1);
    }
    if (posts > 1) calc_given(calc, f->several_locations, TEXT(calc, "%s, extra uren voor meer locaties", name), "uur", -1, TEXT(calc, "%s.meer-locaties", id));
}

/* so.KEY.locatie.LOCATION.studenten and .uren; the first is a term of what the trainer serves in all. */
static void make_post(Calc *calc, const char *prefix, const TrainerPost *post, const char *name, Fact *all) {
    const Facilitation *f = guideline(calc);
    if (post->location == NO_INDEX) {
        take_post(calc, all, post);
        return;
    }
    const Location *at = &calc->p->locations[post->location];
    const char *id = TEXT(calc, "%s.locatie.%s", prefix, at->key);
    if (calc_exists(calc, TEXT(calc, "%s.studenten", id))) return; /* the same post twice */
    Fact *fact = fact_begin(calc->ledger, TEXT(calc, "%s, studenten van %s", name, at->name), "studenten",
                            "eigen opgave, anders alle studenten van de locatie − die van een andere schoolopleider", "%s.studenten", id);
    if (!take_post(calc, fact, post)) return;
    const Fact *made = fact_difference(calc->ledger, fact, -1);
    fact_uses(calc->ledger, all, made->id);
    if (f->per_student.state != QUANTITY_KNOWN) return;
    Fact *hours = fact_begin(calc->ledger, TEXT(calc, "%s, uren voor de studenten van %s", name, at->name), "uur", "uren per student × studenten",
                             "%s.uren", id);
    fact_uses(calc->ledger, hours, made->id);
    calc_take(calc, hours, "uren per student", f->per_student);
    fact_set(calc->ledger, hours, decimal_mul(fact_term(hours, 0), f->per_student.value), -1);
}

/* Hours = fixed + per student x n + extra for several locations - less for one small location. */
static void make_hours(Calc *calc, const Trainer *t, int posts, const char *id, const char *students, const char *label) {
    const Facilitation *f = guideline(calc);
    Fact *fact = fact_begin(calc->ledger, label, "uur",
                            "vaste uren + uren per student × studenten + extra bij meer locaties − aftrek kleine locatie",
                            "%s", id);
    fact_uses(calc->ledger, fact, students);
    Decimal n = fact_term(fact, 0), hours = DECIMAL_ZERO;
    for (int i = 0; i < f->fixed_count; i++) {
        calc_take(calc, fact, f->fixed[i].name, f->fixed[i].hours);
        hours = decimal_add(hours, f->fixed[i].hours.value);
    }
    if (calc_take(calc, fact, "uren per student", f->per_student))
        hours = decimal_add(hours, decimal_mul(f->per_student.value, n));
    if (posts > 1 && calc_take(calc, fact, "extra uren bij meer locaties", f->several_locations))
        hours = decimal_add(hours, f->several_locations.value);
    bool small = posts == 1 && fact_usable(calc->ledger, students) && is_small(calc, t, n);
    if (small && calc_take(calc, fact, "aftrek kleine locatie", f->small_hours))
        hours = decimal_sub(hours, f->small_hours.value);
    fact_set(calc->ledger, fact, hours, -1);
    if (!small || f->small_hours.state != QUANTITY_KNOWN) return;
    Fact *less = fact_begin(calc->ledger, TEXT(calc, "%s, aftrek voor een kleine locatie", label), "uur", "aftrek bij minder studenten dan de drempel", "%s.kleine-locatie", id);
    fact_uses(calc->ledger, less, students);
    calc_take(calc, less, "aftrek kleine locatie", f->small_hours);
    fact_set(calc->ledger, less, f->small_hours.value, -1);
}

/* Which row of the free-time table applies: the highest threshold that is reached ("ten minste"). */
static void make_free_time(Calc *calc, const char *students, const char *name, const char *id) {
    const Facilitation *f = guideline(calc);
    int best = -1;
    if (!f->free_time_count) return;
    Fact *fact = fact_begin(calc->ledger, "", "", "hoogste drempel die wordt bereikt (ten minste)", "%s", id);
    fact_uses(calc->ledger, fact, students);
    for (int i = 0; i < f->free_time_count; i++) {
        const Quantity *from = &f->free_time[i].from;
        bool reached = from->state == QUANTITY_ABSENT ||
                       (fact_usable(calc->ledger, students) && decimal_compare(fact_term(fact, 0), from->value) >= 0);
        bool higher = best < 0 || f->free_time[best].from.state == QUANTITY_ABSENT ||
                      (from->state == QUANTITY_KNOWN && decimal_compare(from->value, f->free_time[best].from.value) > 0);
        if (reached && higher) best = i;
    }
    fact->label = TEXT(calc, "%s, lesvrij%s%s", name, best < 0 ? "" : ": ", best < 0 ? "" : f->free_time[best].text);
    if (best >= 0) fact_source(calc->ledger, fact, f->free_time[best].place);
    fact_set(calc->ledger, fact, decimal_int(best + 1), 0);
}

static void make_trainer(Calc *calc, const char *prefix, const Trainer *t, const char *name) {
    const char *students = TEXT(calc, "%s.%s.studenten", prefix, t->key);
    Fact *fact = fact_begin(calc->ledger, TEXT(calc, "%s, studenten", name), "studenten",
                            "som van de studenten van de locaties", "%s", students);
    for (int i = 0; i < t->post_count; i++) make_post(calc, TEXT(calc, "%s.%s", prefix, t->key), &t->posts[i], name, fact);
    if (!fact->term_count) return;
    if (t->elsewhere.state != QUANTITY_ABSENT) fact_misses(calc->ledger, fact, "studenten van andere locaties");
    fact_sum(calc->ledger, fact, -1);
    int64_t posts = 0;
    if (t->elsewhere.state == QUANTITY_KNOWN) decimal_floor(t->elsewhere.value, &posts);
    posts += t->post_count;
    calc_count(calc, posts, t->place, TEXT(calc, "%s, locaties", name), "locaties",
               TEXT(calc, "%s.%s.locaties", prefix, t->key));
    make_hours(calc, t, (int)posts, TEXT(calc, "%s.%s.uren", prefix, t->key), students, TEXT(calc, "%s, uren", name));
    make_parts(calc, TEXT(calc, "%s.%s.uren", prefix, t->key), students, name, (int)posts);
    make_free_time(calc, students, name, TEXT(calc, "%s.%s.lesvrij", prefix, t->key));
}

/* Without named trainers every location has one. */
static void make_trainers(Calc *calc) {
    const Facilitation *f = guideline(calc);
    const Partnership *p = calc->p;
    for (int i = 0; i < f->trainer_count; i++) {
        const Trainer *t = &f->trainers[i];
        const char *name = t->name                  ? t->name
                           : t->person != NO_INDEX  ? p->persons[t->person].name
                           : t->post_count && t->posts[0].location != NO_INDEX
                               ? p->locations[t->posts[0].location].name
                               : t->key;
        make_trainer(calc, "so", t, TEXT(calc, "Schoolopleider %s", name));
    }
    for (int i = 0; i < p->location_count && !f->trainer_count; i++) {
        TrainerPost post = {.place = p->locations[i].place, .location = i};
        Trainer t = {.place = post.place, .key = p->locations[i].key, .posts = &post, .post_count = 1};
        make_trainer(calc, "so", &t, TEXT(calc, "Schoolopleider %s", p->locations[i].name));
    }
    for (int i = 0; i < f->example_count; i++)
        make_trainer(calc, "voorbeeld", &f->examples[i],
                     f->examples[i].name ? f->examples[i].name : TEXT(calc, "Voorbeeld %s", f->examples[i].key));
}

/* Do two trainers work at the location? Then the second post is a source of the fact. */
static bool has_second(Calc *calc, Fact *fact, int location) {
    const Facilitation *f = guideline(calc);
    int trainers = 0;
    for (int i = 0; i < f->trainer_count; i++)
        for (int k = 0; k < f->trainers[i].post_count; k++) {
            if (f->trainers[i].posts[k].location != location) continue;
            if (++trainers > 1) fact_source(calc->ledger, fact, f->trainers[i].posts[k].place);
            break;
        }
    return trainers > 1;
}

static void make_advice(Calc *calc) {
    const Facilitation *f = guideline(calc);
    if (f->second_above.state != QUANTITY_KNOWN) return;
    Fact *total = fact_begin(calc->ledger, "Locaties met het advies van een tweede schoolopleider", "locaties",
                             "som van school.*.tweede-so", "so.advies.totaal");
    for (int i = 0; i < calc->p->location_count; i++) {
        const Location *at = &calc->p->locations[i];
        Fact *fact = fact_begin(calc->ledger, TEXT(calc, "%s, tweede schoolopleider geadviseerd (1 = ja)", at->name), "",
                                "1 als er meer studenten zijn dan de drempel en nog geen twee schoolopleiders", "school.%s.tweede-so", at->key);
        if (!fact_usesf(calc->ledger, fact, "school.%s.studenten", at->key)) continue;
        calc_take(calc, fact, "meer dan", f->second_above);
        bool more = decimal_compare(fact_term(fact, 0), f->second_above.value) > 0 && !has_second(calc, fact, i);
        fact_uses(calc->ledger, total, fact_set(calc->ledger, fact, decimal_int(more), 0)->id);
    }
    if (total->term_count) fact_sum(calc->ledger, total, 0);
}

static void make_bonus(Calc *calc, const Location *at) {
    Fact *extra = fact_begin(calc->ledger, TEXT(calc, "%s, studenten boven het streefaantal", at->name), "studenten",
                             "verschil als dat meer dan 0 is, anders 0", "school.%s.extra", at->key);
    if (!fact_usesf(calc->ledger, extra, "school.%s.verschil", at->key)) return;
    Decimal surplus = fact_term(extra, 0);
    if (decimal_compare(surplus, DECIMAL_ZERO) < 0) surplus = DECIMAL_ZERO;
    extra->form = FORM_EXCESS;
    const Fact *more = fact_set(calc->ledger, extra, surplus, 0);
    Quantity hours = guideline(calc)->bonus_hours;
    if (hours.state == QUANTITY_ABSENT || !calc_has(calc, PARAMETER_HOURLY_RATE)) return;
    Fact *bonus = fact_begin(calc->ledger, TEXT(calc, "%s, bonus voor extra studenten", at->name), "EUR",
                             "extra × bonusuren × uurtarief", "school.%s.bonus", at->key);
    fact_uses(calc->ledger, bonus, more->id);
    calc_take(calc, bonus, "bonusuren per extra student", hours);
    calc_parameter(calc, bonus, PARAMETER_HOURLY_RATE);
    bonus->form = FORM_SCALED;
    bonus->factor = decimal_mul(hours.value, calc_value(calc, PARAMETER_HOURLY_RATE));
    calc_amount(calc, bonus, decimal_mul(decimal_mul(surplus, hours.value), calc_value(calc, PARAMETER_HOURLY_RATE)));
}

/* The reimbursement asks that the trainer of the location is facilitated as the guideline says (A16: "mits SO conform
 * richtlijn gefaciliteerd"); where trainers are named, a location without one does not meet that. */
static bool facilitated(const Facilitation *f, int location) {
    bool found = !f->trainer_count;
    for (int i = 0; i < f->trainer_count; i++)
        for (int k = 0; k < f->trainers[i].post_count; k++) {
            if (f->trainers[i].posts[k].location != location) continue;
            if (!f->trainers[i].facilitated) return false;
            found = true;
        }
    return found;
}

static void make_reimbursement(Calc *calc, int location) {
    const Facilitation *f = guideline(calc);
    const Location *at = &calc->p->locations[location];
    if (f->reimbursed_hours.state != QUANTITY_KNOWN || !calc_has(calc, PARAMETER_HOURLY_RATE)) return;
    if (!facilitated(f, location)) return;
    const char *base = TEXT(calc, "school.%s.vergoeding.vast", at->key);
    Fact *fixed = fact_begin(calc->ledger, TEXT(calc, "%s, vast deel van de vergoeding", at->name), "EUR",
                             "vergoedingsuren × uurtarief", "%s", base);
    calc_take(calc, fixed, "vergoedingsuren", f->reimbursed_hours);
    calc_parameter(calc, fixed, PARAMETER_HOURLY_RATE);
    fact_source(calc->ledger, fixed, at->place);
    calc_amount(calc, fixed, decimal_mul(f->reimbursed_hours.value, calc_value(calc, PARAMETER_HOURLY_RATE)));
    Fact *fact = fact_begin(calc->ledger, TEXT(calc, "%s, vergoeding", at->name), "EUR", "vast deel + bonus",
                            "school.%s.vergoeding", at->key);
    fact_uses(calc->ledger, fact, base);
    fact_usesf(calc->ledger, fact, "school.%s.bonus", at->key);
    fact_sum(calc->ledger, fact, 2);
}

/* Totals over what has been established: a location whose students are unknown has earned no bonus yet. */
static void make_bonus_total(Calc *calc, const char *part, const char *label, const char *unit, const char *id) {
    Fact *fact = fact_begin(calc->ledger, label, unit, TEXT(calc, "som van school.*.%s voor zover vastgesteld", part),
                            "%s", id);
    for (int i = 0; i < calc->p->location_count; i++) {
        fact_usesf(calc->ledger, fact, "school.%s.%s", calc->p->locations[i].key, part);
    }
    if (!fact->term_count) return;
    fact_over_counted(fact);
    fact_sum(calc->ledger, fact, unit[0] == 'E' ? 2 : 0);
}

/* Hours of the guideline at the hourly rate. */
static void state_amount(Calc *calc, Quantity hours, const char *label, const char *of, const char *id) {
    if (!calc_exists(calc, of) || !calc_has(calc, PARAMETER_HOURLY_RATE)) return;
    Fact *fact = fact_begin(calc->ledger, label, "EUR", TEXT(calc, "%s × uurtarief", of), "%s", id);
    fact_uses(calc->ledger, fact, of);
    calc_parameter(calc, fact, PARAMETER_HOURLY_RATE);
    calc_amount(calc, fact, decimal_mul(hours.value, calc_value(calc, PARAMETER_HOURLY_RATE)));
}

/* The guideline itself: hours and thresholds, for texts and tables. */
static void state_guideline(Calc *calc) {
    const Facilitation *f = guideline(calc);
    for (int i = 0; i < f->fixed_count; i++)
        calc_given(calc, f->fixed[i].hours, TEXT(calc, "Vaste uren, %s", f->fixed[i].name), "uur", -1,
                   TEXT(calc, "facilitering.vast.%s", f->fixed[i].key));
    Decimal fixed = DECIMAL_ZERO;
    Fact *sum = fact_begin(calc->ledger, "Vaste uren, samen", "uur", "som van facilitering.vast.*", "facilitering.vast.totaal");
    for (int i = 0; i < f->fixed_count; i++) {
        fact_usesf(calc->ledger, sum, "facilitering.vast.%s", f->fixed[i].key);
        fixed = decimal_add(fixed, f->fixed[i].hours.value);
    }
    if (sum->term_count) fact_sum(calc->ledger, sum, -1);
    calc_given(calc, f->per_student, "Uren per student", "uur", -1, "facilitering.per-student");
    calc_given(calc, f->several_locations, "Extra uren bij meer locaties", "uur", -1, "facilitering.meer-locaties");
    calc_given(calc, f->small_hours, "Aftrek bij een kleine locatie", "uur", -1, "facilitering.kleine-locatie.aftrek");
    if (sum->term_count && calc_exists(calc, "facilitering.kleine-locatie.aftrek")) {
        Fact *small = fact_begin(calc->ledger, "Vaste uren op een kleine locatie", "uur", "facilitering.vast.totaal − facilitering.kleine-locatie.aftrek",
                                 "facilitering.kleine-locatie.vast");
        fact_uses(calc->ledger, small, "facilitering.vast.totaal");
        fact_uses(calc->ledger, small, "facilitering.kleine-locatie.aftrek");
        fact_set(calc->ledger, small, decimal_sub(fixed, f->small_hours.value), -1);
    }
    calc_given(calc, f->small_below, "Een kleine locatie heeft minder studenten dan", "studenten", 0,
               "facilitering.kleine-locatie.minder-dan");
    calc_given(calc, f->second_above, "Een tweede schoolopleider bij meer studenten dan", "studenten", 0,
               "facilitering.tweede-so.meer-dan");
    calc_given(calc, f->reimbursed_hours, "Vergoede uren per locatie", "uur", -1, "facilitering.vergoeding.uren");
    calc_given(calc, f->bonus_hours, "Bonusuren per extra student", "uur", -1, "facilitering.vergoeding.bonusuren");
    state_amount(calc, f->reimbursed_hours, "Vergoeding per locatie", "facilitering.vergoeding.uren", "facilitering.vergoeding.bedrag");
    state_amount(calc, f->bonus_hours, "Bonus per extra student", "facilitering.vergoeding.bonusuren", "facilitering.vergoeding.bonus");
    for (int i = 0; i < f->free_time_count; i++)
        calc_given(calc, f->free_time[i].from, TEXT(calc, "Vanaf zoveel studenten: %s", f->free_time[i].text), "studenten",
                   0, TEXT(calc, "facilitering.lesvrij.%d.vanaf", i + 1));
}

void calc_facilitation(Calc *calc) {
    if (!guideline(calc)->given) return;
    state_guideline(calc);
    make_trainers(calc);
    make_advice(calc);
    for (int i = 0; i < calc->p->location_count; i++) {
        make_bonus(calc, &calc->p->locations[i]);
        make_reimbursement(calc, i);
    }
    make_bonus_total(calc, "extra", "Studenten boven het streefaantal, totaal", "studenten", "bonus.studenten");
    make_bonus_total(calc, "bonus", "Bonus voor extra studenten, totaal", "EUR", "bonus.bedrag");
    calc_sum_locations(calc, NO_INDEX, "vergoeding", "Vergoeding aan locaties, totaal", "EUR", "vergoeding.totaal");
}
