/* What is counted of each location: a row for each, and a division over trainers that adds up. */
#include "rules/rule.h"

/* Is there anything to tell of a location in the list, as far as another list knows? Levels may count students of
 * partners only, and a location may have none. */
static bool is_counted(const Check *check, const TallyList *list, int location, bool partners_only) {
    for (int i = 0; i < list->count; i++) {
        const Tally *cell = &list->items[i];
        bool counts = !partners_only || cell->institute == NO_INDEX || check->p->institutes[cell->institute].partner;
        if (cell->location == location && counts && !(cell->count.state == QUANTITY_KNOWN && decimal_is_zero(cell->count.value))) return true;
    }
    return false;
}

/* Every location that a list says nothing of. An empty list, or one with faulty rows, has been told of; so has a
 * location that other (NULL: none), a list that the first one divides further, does not have either. */
static void check_rows(Check *check, const TallyList *list, const char *name, const TallyList *other, bool partners_only) {
    const Partnership *p = check->p;
    if (!list->given || list->count == 0 || taint_place(check->taint, list->place)) return;
    bool *counted = ARENA_ARRAY(check->arena, (size_t)p->location_count + 1, bool);
    for (int i = 0; i < list->count; i++)
        if (list->items[i].location != NO_INDEX) counted[list->items[i].location] = true;
    for (int i = 0; i < p->location_count; i++)
        if (!counted[i] && (!other || is_counted(check, other, i, partners_only)))
            rule_report(check, &R155_NO_ROW, list->place, NULL, NULL, p->locations[i].name, name, p->locations[i].key);
}

static void check_pupils(Check *check) {
    const Partnership *p = check->p;
    if (!p->pupils_counted || taint_place(check->taint, p->pupils_place)) return;
    for (int i = 0; i < p->location_count; i++)
        if (p->locations[i].pupils.state == QUANTITY_ABSENT)
            rule_report(check, &R155_NO_ROW, p->pupils_place, NULL, NULL, p->locations[i].name, "leerlingen", p->locations[i].key);
}

/* What the trainers of a location say of its students. */
typedef struct Division {
    Decimal given;
    int posts, open; /* open: says nothing, or what it says is unknown */
    Place place;     /* of the last */
} Division;

static void check_division(Check *check, const Location *at, const Division *d) {
    const Fact *all = ledger_get(check->ledger, RULE_TEXT(check, "school.%s.studenten", at->key));
    if (!d->posts || !all || all->status != FACT_KNOWN || taint_fact(check->taint, all)) return;
    int order = decimal_compare(d->given, all->exact);
    bool whole = d->posts > 1 && !d->open; /* one trainer alone may have a part of the students */
    if (order > 0 || (whole && order < 0))
        rule_report(check, &R156_DIVISION, d->place, rule_number(check, d->given), rule_number(check, all->exact), at->name, at->key, NULL);
}

static void check_divisions(Check *check) {
    const Partnership *p = check->p;
    Division *divisions = ARENA_ARRAY(check->arena, (size_t)p->location_count + 1, Division);
    for (int i = 0; i < p->location_count; i++) divisions[i].given = DECIMAL_ZERO;
    for (int i = 0; i < p->facilitation.trainer_count; i++)
        for (int k = 0; k < p->facilitation.trainers[i].post_count; k++) {
            const TrainerPost *post = &p->facilitation.trainers[i].posts[k];
            if (post->location == NO_INDEX) continue;
            Division *d = &divisions[post->location];
            bool known = post->students.state == QUANTITY_KNOWN;
            if (known) d->given = decimal_add(d->given, post->students.value);
            d->open += !known;
            d->posts++;
            d->place = post->place;
        }
    for (int i = 0; i < p->location_count; i++) check_division(check, &p->locations[i], &divisions[i]);
}

/* Each number of days has one amount. */
static void check_steps(Check *check) {
    const Allowance *a = &check->p->allowance;
    for (int i = 0; i < a->step_count; i++)
        for (int k = 0; k < i; k++) {
            const Quantity *one = &a->steps[k].from, *other = &a->steps[i].from;
            if (one->state != QUANTITY_KNOWN || other->state != QUANTITY_KNOWN || decimal_compare(one->value, other->value) != 0) continue;
            rule_report(check, &R157_STEP, a->steps[i].place, NULL, NULL, rule_number(check, other->value),
                        RULE_TEXT(check, "%s:%d", a->steps[k].place.file ? a->steps[k].place.file : "", a->steps[k].place.line), NULL);
            break;
        }
}

void rule_counts(Check *check) {
    const Students *s = &check->p->students;
    check_pupils(check);
    check_rows(check, &s->joint, "plaatsingen", NULL, false);
    if (!s->joint.given) { /* beside it, the others may repeat a part */
        check_rows(check, &s->by_institute, "per-instituut", NULL, false);
        check_rows(check, &s->by_level, "per-niveau", s->by_institute.given ? &s->by_institute : NULL, s->by_level_partners);
    }
    check_divisions(check);
    check_steps(check);
}
