/* Whose is what. */
#include "privacy/owner.h"

#include <string.h>

bool owner_location(const Owner *o, int index) {
    if (index == NO_INDEX) return false;
    return o->to.kind == RECIPIENT_SCHOOL ? index == o->to.index : o->p->locations[index].board == o->to.index;
}

bool owner_school(const Owner *o, int index) {
    bool any = false;
    for (int i = 0; index != NO_INDEX && i < o->p->location_count; i++) {
        if (o->p->locations[i].school != index) continue;
        if (!owner_location(o, i)) return false;
        any = true;
    }
    return any;
}

/* Does a location of the recipient lie under this school? */
static bool is_above(const Owner *o, int school) {
    for (int i = 0; school != NO_INDEX && i < o->p->location_count; i++)
        if (o->p->locations[i].school == school && owner_location(o, i)) return true;
    return false;
}

static int board_of(const Owner *o) {
    return o->to.kind == RECIPIENT_BOARD ? o->to.index : o->p->locations[o->to.index].board;
}

static bool trains_here(const Owner *o, int person) {
    const Facilitation *f = &o->p->facilitation;
    for (int i = 0; i < f->trainer_count; i++)
        for (int k = 0; k < f->trainers[i].post_count; k++)
            if (f->trainers[i].person == person && owner_location(o, f->trainers[i].posts[k].location)) return true;
    return false;
}

Owner owner_new(Arena *arena, const Partnership *p, Recipient to) {
    Owner o = {p, to, ARENA_ARRAY(arena, (size_t)p->person_count + 1, bool)};
    for (int i = 0; i < p->person_count; i++) {
        const Person *person = &p->persons[i];
        bool employed = to.kind == RECIPIENT_BOARD && person->board == to.index;
        o.persons[i] = employed || owner_location(&o, person->location) || trains_here(&o, i);
    }
    return o;
}

bool owner_owns(const Owner *o, KeyKind kind, const char *text) {
    int index = model_find(o->p, kind, text);
    if (index == NO_INDEX) return false;
    switch (kind) {
    case KEY_LOCATION:
        return owner_location(o, index);
    case KEY_SCHOOL:
        return owner_school(o, index);
    case KEY_BOARD:
        return o->to.kind == RECIPIENT_BOARD && index == o->to.index;
    case KEY_PERSON:
        return o->persons[index];
    default:
        return false;
    }
}

bool owner_may_name(const Owner *o, KeyKind kind, const char *text) {
    int index = model_find(o->p, kind, text);
    if (index == NO_INDEX) return false;
    switch (kind) {
    case KEY_SCHOOL:
        return is_above(o, index);
    case KEY_BOARD:
        return index == board_of(o);
    case KEY_INSTITUTE:
        return true; /* the partnership's institutes are everybody's */
    default:
        return owner_owns(o, kind, text);
    }
}

bool owner_is(const Owner *o, KeyKind kind, const char *text) {
    bool same = (kind == KEY_LOCATION && o->to.kind == RECIPIENT_SCHOOL) ||
                (kind == KEY_BOARD && o->to.kind == RECIPIENT_BOARD);
    return same && model_find(o->p, kind, text) == o->to.index;
}
