/* The facilitation guideline, school trainers, internship allowance, intervision. */
#include "model/reader.h"

static void read_fixed_hours(Reader *r, const Node *node, FixedHours *out, int index) {
    out->key = read_key(r, node, KEY_FIXED_HOURS, index);
    read_names(node, &out->name, NULL);
    out->hours = read_quantity(r, node, "uren", NUMBER_MEASURE);
}

static void read_free_time(Reader *r, const Node *node, FreeTime *out, int index) {
    (void)index;
    out->from = read_quantity(r, node, "vanaf", NUMBER_COUNT);
    out->text = node_string(r->arena, node);
}

static void read_post(Reader *r, const Node *node, TrainerPost *out, int index) {
    (void)index;
    out->location = read_reference(r, node, "locatie", KEY_LOCATION);
    out->students = read_quantity(r, node, "studenten", NUMBER_MEASURE); /* an average may have decimals */
}

static void read_trainer_of(Reader *r, const Node *node, Trainer *out, KeyKind kind, int index) {
    out->key = read_key(r, node, kind, index);
    out->name = node_get(node, "naam");
    out->person = read_reference(r, node, "persoon", KEY_PERSON);
    out->facilitated = read_yes(node, "volgens-richtlijn", true);
    out->elsewhere = read_quantity(r, node, "elders", NUMBER_COUNT);
    READ_LIST(r, node, "werkplek", TrainerPost, out->posts, out->post_count, read_post);
}

static void read_trainer(Reader *r, const Node *node, Trainer *out, int index) {
    read_trainer_of(r, node, out, KEY_TRAINER, index);
}

static void read_example(Reader *r, const Node *node, Trainer *out, int index) {
    read_trainer_of(r, node, out, KEY_EXAMPLE, index);
}

static Quantity child_quantity(Reader *r, const Node *node, const char *child, const char *attribute, NumberKind kind) {
    const Node *found = node_child(node, child);
    return found ? read_quantity(r, found, attribute, kind) : (Quantity){.state = QUANTITY_ABSENT, .place = node->place};
}

void read_facilitation(Reader *r, const Node *node) {
    Facilitation *f = &r->p->facilitation;
    f->place = node->place;
    f->given = true;
    f->year = read_year(r, node, "schooljaar");
    READ_LIST(r, node, "vaste-uren", FixedHours, f->fixed, f->fixed_count, read_fixed_hours);
    f->per_student = child_quantity(r, node, "per-student", "uren", NUMBER_MEASURE);
    f->several_locations = child_quantity(r, node, "meer-locaties", "uren", NUMBER_MEASURE);
    f->small_hours = child_quantity(r, node, "kleine-locatie", "aftrek", NUMBER_MEASURE);
    f->small_below = child_quantity(r, node, "kleine-locatie", "minder-dan", NUMBER_COUNT);
    READ_LIST(r, node, "lesvrij", FreeTime, f->free_time, f->free_time_count, read_free_time);
    f->second_above = child_quantity(r, node, "tweede-schoolopleider", "meer-dan", NUMBER_COUNT);
    f->reimbursed_hours = child_quantity(r, node, "vergoeding", "uren", NUMBER_MEASURE);
    f->bonus_hours = child_quantity(r, node, "vergoeding", "bonusuren", NUMBER_MEASURE);
    const Node *reimbursement = node_child(node, "vergoeding");
    if (reimbursement) f->reimbursed_from = read_year(r, reimbursement, "vanaf");
    READ_LIST(r, node, "schoolopleider", Trainer, f->trainers, f->trainer_count, read_trainer);
    READ_LIST(r, node, "voorbeeld", Trainer, f->examples, f->example_count, read_example);
}

static void read_step(Reader *r, const Node *node, AllowanceStep *out, int index) {
    (void)index;
    out->from = read_quantity(r, node, "vanaf", NUMBER_MEASURE);
    out->amount = read_quantity(r, node, "bedrag", NUMBER_MEASURE);
}

static void read_change(Reader *r, const Node *node, AllowanceChange *out, int index) {
    (void)index;
    out->date = read_date(r, node, "per");
    out->days = read_quantity(r, node, "dagen", NUMBER_MEASURE);
}

static void read_intern(Reader *r, const Node *node, Intern *out, int index) {
    out->key = read_key(r, node, KEY_INTERN, index);
    out->name = node_get(node, "naam");
    out->days = read_quantity(r, node, "dagen", NUMBER_MEASURE);
    out->half_days = read_quantity(r, node, "halve-dagen", NUMBER_MEASURE);
    out->from = read_date(r, node, "van");
    out->to = read_date(r, node, "tot");
    check_order(r, node, "tot", out->from, out->to);
    out->employed = read_yes(node, "arbeidsovereenkomst", false);
    READ_LIST(r, node, "wijziging", AllowanceChange, out->changes, out->change_count, read_change);
}

void read_allowance(Reader *r, const Node *node) {
    Allowance *a = &r->p->allowance;
    a->place = node->place;
    a->given = true;
    a->from = read_date(r, node, "van");
    a->to = read_date(r, node, "tot");
    check_order(r, node, "tot", a->from, a->to);
    a->months = read_quantity(r, node, "maanden", NUMBER_COUNT);
    READ_LIST(r, node, "trede", AllowanceStep, a->steps, a->step_count, read_step);
    READ_LIST(r, node, "stage", Intern, a->interns, a->intern_count, read_intern);
}

void read_intervision(Reader *r, const Node *node) {
    Intervision *v = &r->p->intervision;
    v->place = node->place;
    v->given = true;
    v->minimum = read_quantity(r, node, "minimum", NUMBER_COUNT);
    v->maximum = read_quantity(r, node, "maximum", NUMBER_COUNT);
    check_range(r, node, "maximum", v->minimum, v->maximum);
    v->weeks_between = read_quantity(r, node, "weken-tussen", NUMBER_MEASURE);
    v->groups_per_school = read_quantity(r, node, "groepen-per-school", NUMBER_MEASURE);
    if (node_child(node, "telling")) read_tallies(r, node, &v->counts, true, false, false);
}
