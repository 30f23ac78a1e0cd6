/* Facilitation of school trainers, and the reimbursement and bonus of a location (A15, A16, D of the reference). */
#include "calc/evaluate.h"
#include "calc/subjects.h"

static const Facilitation *guideline(const Calc *calc) {
    return &calc->p->facilitation;
}

/* The posts of all trainers at a location: how many, how many without a number of their own, and the sum of the others. */
typedef struct Shared {
    int posts, open;
    Expression *given;
} Shared;

static Shared shared_at(Calc *calc, int location) {
    const Facilitation *f = guideline(calc);
    Shared s = {.given = expression_sum(calc->arena, NULL)};
    for (int i = 0; i < f->trainer_count && location != NO_INDEX; i++)
        for (int k = 0; k < f->trainers[i].post_count; k++) {
            const TrainerPost *post = &f->trainers[i].posts[k];
            if (post->location != location) continue;
            s.posts++;
            s.open += post->students.state == QUANTITY_ABSENT;
            expression_add(calc->arena, s.given, calc_cell(calc, "studenten van een schoolopleider", "studenten", post->students));
        }
    return s;
}

/* The students a trainer serves at a post: own number, else all students of the location, less those of a colleague
 * there. Two who both leave it open share in a way nobody knows. */
static Expression *students_at(Calc *calc, const TrainerPost *post) {
    const Expression *own = calc_cell(calc, "studenten", "studenten", post->students);
    if (own || post->location == NO_INDEX) return (Expression *)own;
    const Location *at = &calc->p->locations[post->location];
    Expression *all = calc_partf(calc, "school.%s.studenten", at->key);
    Shared s = shared_at(calc, post->location);
    if (!all || s.posts < 2) return all;
    if (s.open > 1) return expression_missing(calc->arena, TEXT(calc, "verdeling over de schoolopleiders van %s", at->name), "studenten", post->place);
    return expression_difference(calc->arena, all, s.given);
}

/* Is the one location of a trainer small? All trainers' students there count, not only this one's. NULL: it has several, or
 * the guideline does not ask. */
static Expression *is_small(Calc *calc, const Trainer *t, int posts, const Expression *students) {
    const Facilitation *f = guideline(calc);
    if (posts != 1 || t->post_count != 1) return NULL;
    Shared s = shared_at(calc, t->posts[0].location);
    if (s.posts > 1) students = s.open ? calc_partf(calc, "school.%s.studenten", calc->p->locations[t->posts[0].location].key) : s.given;
    return expression_compare(calc->arena, students, LESS, calc_cell(calc, "kleine locatie bij minder dan", "studenten", f->small_below));
}

static Expression *fixed_hours(Calc *calc) {
    const Facilitation *f = guideline(calc);
    Expression *sum = NULL;
    for (int i = 0; i < f->fixed_count; i++) sum = expression_plus(calc->arena, sum, calc_cell(calc, f->fixed[i].name, "uur", f->fixed[i].hours));
    return sum;
}

static Expression *hours_for(Calc *calc, const Expression *students) {
    return expression_product(calc->arena, calc_cell(calc, "uren per student", "uur/studenten", guideline(calc)->per_student), students);
}

/* The parts that the hours are made of: so.KEY.uren.vast, .studenten, .meer-locaties, and what the students of each location
 * add: so.KEY.locatie.LOCATION.studenten, .uren. */
static void make_parts(Calc *calc, const char *id, const char *students, const char *name, int posts) {
    const Facilitation *f = guideline(calc);
    Expression *fixed = expression_sum(calc->arena, "de vaste uren");
    for (int i = 0; i < f->fixed_count; i++) expression_add(calc->arena, fixed, calc_cell(calc, f->fixed[i].name, "uur", f->fixed[i].hours));
    calc_sum(calc, fixed, -1, TEXT(calc, "%s, vaste uren", name), TEXT(calc, "%s.vast", id));
    if (f->per_student.state == QUANTITY_KNOWN)
        calc_fact(calc, hours_for(calc, calc_part(calc, students)), -1, TEXT(calc, "%s, uren voor studenten", name), TEXT(calc, "%s.studenten", id));
    if (posts > 1) calc_given(calc, f->several_locations, TEXT(calc, "%s, extra uren voor meer locaties", name), "uur", -1, TEXT(calc, "%s.meer-locaties", id));
}

/* so.KEY.locatie.LOCATION.studenten and .uren; the first is a term of what the trainer serves in all,
 * with the cells that are known when it is one of many locations. */
static void make_post(Calc *calc, const char *prefix, const TrainerPost *post, bool many, const char *name, Expression *all) {
    Expression *students = students_at(calc, post);
    if (post->location == NO_INDEX) {
        expression_add(calc->arena, all, students);
        return;
    }
    const Location *at = &calc->p->locations[post->location];
    const char *id = TEXT(calc, "%s.locatie.%s", prefix, at->key);
    if (calc_exists(calc, TEXT(calc, "%s.studenten", id))) return; /* the same post twice */
    const Fact *made = calc_fact(calc, students, -1, TEXT(calc, "%s, studenten van %s", name, at->name), TEXT(calc, "%s.studenten", id));
    if (!made) return;
    const Expression *part = expression_of_fact(calc->arena, made);
    if (many) calc_add_known(calc, all, at->key, part);
    else expression_add_row(calc->arena, all, at->key, part);
    if (guideline(calc)->per_student.state == QUANTITY_KNOWN)
        calc_fact(calc, hours_for(calc, part), -1, TEXT(calc, "%s, uren voor de studenten van %s", name, at->name), TEXT(calc, "%s.uren", id));
}

/* Hours = fixed + per student x n + extra for several locations - less for one small location. */
static void make_hours(Calc *calc, const Trainer *t, int posts, const char *id, const char *students, const char *label) {
    const Facilitation *f = guideline(calc);
    Arena *arena = calc->arena;
    const Expression *n = calc_part(calc, students), *small = is_small(calc, t, posts, n), *off = calc_cell(calc, "aftrek kleine locatie", "uur", f->small_hours);
    Expression *hours = expression_plus(arena, fixed_hours(calc), hours_for(calc, n));
    if (posts > 1) hours = expression_plus(arena, hours, calc_cell(calc, "extra uren bij meer locaties", "uur", f->several_locations));
    const Expression *less = expression_choice(arena, small, off, expression_constant(arena, DECIMAL_ZERO, "uur"));
    if (!hours) hours = expression_product(arena, expression_constant(arena, DECIMAL_ZERO, "uur/studenten"), n); /* a guideline that gives nothing */
    calc_fact(calc, less ? expression_difference(arena, hours, less) : hours, -1, label, id);
    if (!less) return;
    Evaluation is = expression_outcome(small);
    if (is.status == FACT_KNOWN && is.value.top)
        calc_fact(calc, less, -1, TEXT(calc, "%s, aftrek voor een kleine locatie", label), TEXT(calc, "%s.kleine-locatie", id));
}

/* Which row of the free-time table applies: the highest threshold that is reached ("ten minste"). */
static void make_free_time(Calc *calc, const char *students, const char *name, const char *id) {
    const Facilitation *f = guideline(calc);
    if (!f->free_time_count) return;
    Expression *step = expression_step(calc->arena, calc_part(calc, students), calc_number(calc, 0));
    for (int i = 0; i < f->free_time_count; i++)
        expression_add_step(calc->arena, step, (StepRow){calc_cell(calc, "vanaf", "studenten", f->free_time[i].from), NULL, calc_number(calc, i + 1), f->free_time[i].place});
    Evaluation reached = expression_outcome(step);
    int64_t row = 0;
    if (reached.status == FACT_KNOWN) decimal_floor(fraction_round(reached.value, 0), &row);
    calc_fact(calc, step, 0, TEXT(calc, "%s, lesvrij%s%s", name, row ? ": " : "", row ? f->free_time[row - 1].text : ""), id);
}

static void make_trainer(Calc *calc, const char *prefix, const Trainer *t, const char *name) {
    const char *students = TEXT(calc, "%s.%s.studenten", prefix, t->key);
    Expression *all = expression_sum(calc->arena, "de studenten van de locaties");
    for (int i = 0; i < t->post_count; i++) make_post(calc, TEXT(calc, "%s.%s", prefix, t->key), &t->posts[i], t->post_count > 1, name, all);
    if (!all->count) return;
    if (t->elsewhere.state != QUANTITY_ABSENT) expression_add(calc->arena, all, expression_missing(calc->arena, "studenten van andere locaties", "studenten", t->place));
    calc_fact(calc, all, -1, TEXT(calc, "%s, studenten", name), students);
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

/* The second trainer's post at a location; no file: there is none. */
static Place second_at(const Facilitation *f, int location) {
    int trainers = 0;
    for (int i = 0; i < f->trainer_count; i++)
        for (int k = 0; k < f->trainers[i].post_count; k++) {
            if (f->trainers[i].posts[k].location != location) continue;
            if (++trainers > 1) return f->trainers[i].posts[k].place;
            break;
        }
    return (Place){0};
}

static void make_advice(Calc *calc) {
    const Facilitation *f = guideline(calc);
    if (f->second_above.state != QUANTITY_KNOWN) return;
    Expression *total = expression_sum(calc->arena, "school.*.tweede-so");
    for (int i = 0; i < calc->p->location_count; i++) {
        const Location *at = &calc->p->locations[i];
        const Expression *more = expression_compare(calc->arena, calc_partf(calc, "school.%s.studenten", at->key), MORE, calc_cell(calc, "meer dan", "studenten", f->second_above));
        Place second = second_at(f, i);
        const Expression *advised = !second.file ? more
            : expression_of(calc->arena, EXPRESSION_SMALLEST, more, expression_count(calc->arena, "er is al een tweede schoolopleider", "", 0, second));
        const Fact *fact = more ? calc_fact(calc, advised, 0, TEXT(calc, "%s, tweede schoolopleider geadviseerd (1 = ja)", at->name), TEXT(calc, "school.%s.tweede-so", at->key)) : NULL;
        expression_add_row(calc->arena, total, at->key, expression_of_fact(calc->arena, fact));
    }
    calc_sum(calc, expression_with_units(calc->arena, total, "locaties"), 0, "Locaties met het advies van een tweede schoolopleider", "so.advies.totaal");
}

/* Hours at the hourly rate. */
static Expression *at_rate(Calc *calc, const Expression *hours) {
    return calc_has(calc, PARAMETER_HOURLY_RATE) ? expression_product(calc->arena, hours, calc_parameter(calc, PARAMETER_HOURLY_RATE)) : NULL;
}

/* The hours of all trainers, and what they cost. */
static void sum_trainers(Calc *calc) {
    const Facilitation *f = guideline(calc);
    Expression *sum = expression_sum(calc->arena, "so.*.uren");
    for (int i = 0; i < f->trainer_count; i++) expression_add(calc->arena, sum, calc_partf(calc, "so.%s.uren", f->trainers[i].key));
    for (int i = 0; i < calc->p->location_count && !f->trainer_count; i++) expression_add(calc->arena, sum, calc_partf(calc, "so.%s.uren", calc->p->locations[i].key));
    calc_sum(calc, sum, -1, "Schoolopleiders, uren", "so.uren.totaal");
    calc_amount(calc, at_rate(calc, calc_part(calc, "so.uren.totaal")), "Schoolopleiders, uren tegen het uurtarief", "so.bedrag.totaal");
}

static void make_bonus(Calc *calc, const Location *at) {
    const Expression *surplus = calc_partf(calc, "school.%s.verschil", at->key);
    if (!surplus) return;
    const Fact *extra = calc_fact(calc, expression_of(calc->arena, EXPRESSION_LARGEST, surplus, expression_constant(calc->arena, DECIMAL_ZERO, "studenten")), 0,
                                  TEXT(calc, "%s, studenten boven het streefaantal", at->name), TEXT(calc, "school.%s.extra", at->key));
    const Expression *hours = calc_cell(calc, "bonusuren per extra student", "uur/studenten", guideline(calc)->bonus_hours);
    calc_amount(calc, at_rate(calc, expression_product(calc->arena, expression_of_fact(calc->arena, extra), hours)),
                TEXT(calc, "%s, bonus voor extra studenten", at->name), TEXT(calc, "school.%s.bonus", at->key));
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
    const Expression *hours = expression_at(at_rate(calc, calc_cell(calc, "vergoedingsuren", "uur", f->reimbursed_hours)), at->place);
    const Fact *fixed = calc_amount(calc, hours, TEXT(calc, "%s, vast deel van de vergoeding", at->name), TEXT(calc, "school.%s.vergoeding.vast", at->key));
    Expression *sum = expression_sum(calc->arena, NULL);
    expression_add(calc->arena, sum, expression_of_fact(calc->arena, fixed));
    expression_add(calc->arena, sum, calc_partf(calc, "school.%s.bonus", at->key));
    calc_fact(calc, sum, 2, TEXT(calc, "%s, vergoeding", at->name), TEXT(calc, "school.%s.vergoeding", at->key));
}

/* Hours of the guideline at the hourly rate. */
static void state_amount(Calc *calc, const char *label, const char *of, const char *id) {
    calc_amount(calc, at_rate(calc, calc_part(calc, of)), label, id);
}

/* The guideline itself: hours and thresholds, for texts and tables. */
static void state_guideline(Calc *calc) {
    const Facilitation *f = guideline(calc);
    for (int i = 0; i < f->fixed_count; i++)
        calc_given(calc, f->fixed[i].hours, TEXT(calc, "Vaste uren, %s", f->fixed[i].name), "uur", -1,
                   TEXT(calc, "facilitering.vast.%s", f->fixed[i].key));
    Expression *fixed = expression_sum(calc->arena, "facilitering.vast.*");
    for (int i = 0; i < f->fixed_count; i++) expression_add(calc->arena, fixed, calc_partf(calc, "facilitering.vast.%s", f->fixed[i].key));
    calc_sum(calc, fixed, -1, "Vaste uren, samen", "facilitering.vast.totaal");
    calc_given(calc, f->per_student, "Uren per student", "uur/studenten", -1, "facilitering.per-student");
    calc_given(calc, f->several_locations, "Extra uren bij meer locaties", "uur", -1, "facilitering.meer-locaties");
    calc_given(calc, f->small_hours, "Aftrek bij een kleine locatie", "uur", -1, "facilitering.kleine-locatie.aftrek");
    calc_fact(calc, expression_difference(calc->arena, calc_part(calc, "facilitering.vast.totaal"), calc_part(calc, "facilitering.kleine-locatie.aftrek")), -1,
              "Vaste uren op een kleine locatie", "facilitering.kleine-locatie.vast");
    calc_given(calc, f->small_below, "Een kleine locatie heeft minder studenten dan", "studenten", 0,
               "facilitering.kleine-locatie.minder-dan");
    calc_given(calc, f->second_above, "Een tweede schoolopleider bij meer studenten dan", "studenten", 0,
               "facilitering.tweede-so.meer-dan");
    calc_given(calc, f->reimbursed_hours, "Vergoede uren per locatie", "uur", -1, "facilitering.vergoeding.uren");
    calc_given(calc, f->bonus_hours, "Bonusuren per extra student", "uur/studenten", -1, "facilitering.vergoeding.bonusuren");
    state_amount(calc, "Vergoeding per locatie", "facilitering.vergoeding.uren", "facilitering.vergoeding.bedrag");
    state_amount(calc, "Bonus per extra student", "facilitering.vergoeding.bonusuren", "facilitering.vergoeding.bonus");
    for (int i = 0; i < f->free_time_count; i++)
        calc_given(calc, f->free_time[i].from, TEXT(calc, "Vanaf zoveel studenten: %s", f->free_time[i].text), "studenten",
                   0, TEXT(calc, "facilitering.lesvrij.%d.vanaf", i + 1));
}

void calc_facilitation(Calc *calc) {
    if (!guideline(calc)->given) return;
    state_guideline(calc);
    make_trainers(calc);
    make_advice(calc);
    sum_trainers(calc);
    for (int i = 0; i < calc->p->location_count; i++) {
        make_bonus(calc, &calc->p->locations[i]);
        make_reimbursement(calc, i);
    }
    calc_sum_locations(calc, NO_INDEX, "extra", "Studenten boven het streefaantal, totaal", "studenten", "bonus.studenten");
    calc_sum_locations(calc, NO_INDEX, "bonus", "Bonus voor extra studenten, totaal", "EUR", "bonus.bedrag");
    calc_sum_locations(calc, NO_INDEX, "vergoeding", "Vergoeding aan locaties, totaal", "EUR", "vergoeding.totaal");
}
