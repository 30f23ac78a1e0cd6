/* Relations that the ledger does not hold but every reader can see: tables that count the same students twice, figures of the
 * text that are parts of each other, answers that add up to those who answered. */
#include <string.h>

#include "privacy/system_build.h"

#define ID(s, ...) arena_printf((s)->arena, __VA_ARGS__)

static bool count_of(const System *s, const char *id, int64_t *out) {
    const Fact *fact = ledger_get(s->ledger, id);
    return fact && fact->status != FACT_UNKNOWN && decimal_floor(fact->value, out);
}

/* A relation counts only when all it names add up now; else it is taken back. */
static void close_equation(System *s, Relation *r) {
    __int128 sum = 0;
    even_places(s, r);
    for (int i = 0; i < r->count; i++) sum += (__int128)s->variables[r->parts[i].variable].value * r->parts[i].factor;
    if (r->count < 2 || sum != 0) s->relation_count--;
}

/* ---- students ---- */

/* The cells of the joint table lie under the cells of both tables that are printed. */
static void relate_joint(System *s) {
    const Partnership *p = s->p;
    const TallyList *joint = &p->students.joint;
    int *cells = ARENA_ARRAY(s->arena, (size_t)joint->count + 1, int);
    for (int i = 0; i < joint->count; i++) {
        const Tally *cell = &joint->items[i];
        int64_t value = 0;
        cells[i] = -1;
        if (cell->count.state != QUANTITY_KNOWN || cell->location == NO_INDEX || cell->institute == NO_INDEX || cell->level == NO_INDEX || !decimal_floor(cell->count.value, &value)) continue;
        cells[i] = add_variable(s, (Variable){.id = ID(s, "%s, %s, %s", p->locations[cell->location].key, p->institutes[cell->institute].key, p->levels[cell->level].key),
                                              .value = value, .low = 0, .withheld = true});
    }
    for (int at = 0; at < p->location_count; at++) {
        for (int k = 0; k < p->institute_count + p->level_count; k++) {
            bool institute = k < p->institute_count;
            int which = institute ? k : k - p->institute_count;
            int whole = system_variable(s, institute ? ID(s, "school.%s.instituut.%s", p->locations[at].key, p->institutes[which].key)
                                                     : ID(s, "school.%s.niveau.%s", p->locations[at].key, p->levels[which].key));
            if (whole < 0) continue;
            Relation *r = begin_relation(s, joint->count + 1);
            add_part(r, whole, -1);
            for (int i = 0; i < joint->count; i++) {
                const Tally *cell = &joint->items[i];
                if (cells[i] < 0 || cell->location != at || (institute ? cell->institute : cell->level) != which) continue;
                if (!institute && !p->institutes[cell->institute].partner) continue;
                add_part(r, cells[i], 1);
            }
            close_equation(s, r);
        }
    }
}

/* Levels of a location add up to its students of partners (or all). */
static void relate_levels(System *s) {
    const Partnership *p = s->p;
    for (int at = 0; at < p->location_count; at++) {
        const char *key = p->locations[at].key;
        Relation *r = begin_relation(s, p->level_count + 1);
        bool whole = add_part(r, system_variable(s, ID(s, "school.%s.%s", key, p->students.by_level_partners || p->students.joint.given ? "partners" : "studenten")), -1);
        for (int i = 0; i < p->level_count; i++) add_part(r, system_variable(s, ID(s, "school.%s.niveau.%s", key, p->levels[i].key)), 1);
        if (whole) close_equation(s, r);
        else s->relation_count--;
    }
}

void relate_students(System *s) {
    if (s->p->students.joint.given) relate_joint(s);
    if (s->p->level_count) relate_levels(s);
}

/* The rest of a whole: not printed, but as easily found. */
static void add_rest(System *s, const char *name, int whole, int64_t all, const int *parts, int count) {
    int64_t rest = all;
    for (int i = 0; i < count; i++) rest -= s->variables[parts[i]].value;
    if (rest < 0) return;
    int places = count ? s->variables[parts[0]].places : 0;
    Variable v = {.id = name, .places = places, .value = rest, .low = rest > 0 ? 1 : 0, .withheld = true};
    if (rest > 0 && !places && rest < s->threshold) v.need = s->threshold > 2 ? s->threshold - 2 : 1;
    v.fixed = rest == 0;
    int self = add_variable(s, v);
    Relation *r = begin_relation(s, count + 2);
    add_part(r, self, 1);
    for (int i = 0; i < count; i++) add_part(r, parts[i], 1);
    if (whole >= 0) add_part(r, whole, -1);
}

/* ---- first-years ---- */

static bool counts_under(const Institute *institute, int level) {
    return institute->first_year_level_count == 1 && institute->first_year_levels[0] == level;
}

/* First-years of the institutes that count them under one level alone make up that level. */
static void relate_first_years_at(System *s, int level, const char *key, int location, int school) {
    const Partnership *p = s->p;
    Relation *r = begin_relation(s, p->institute_count + p->location_count);
    for (int i = 0; i < p->institute_count; i++)
        if (counts_under(&p->institutes[i], level)) add_part(r, system_variable(s, ID(s, "eerstejaars.school.%s.instituut.%s", key, p->institutes[i].key)), 1);
    bool any = r->count > 0;
    for (int i = 0; i < p->location_count; i++)
        if (location == i || (school != NO_INDEX && p->locations[i].school == school))
            add_part(r, system_variable(s, ID(s, "school.%s.niveau.%s", p->locations[i].key, p->levels[level].key)), -1);
    if (any) close_equation(s, r);
    else s->relation_count--;
}

/* No more first-years of an institute than students of it. */
static void bound_first_years(System *s, const char *key, int location, int school) {
    const Partnership *p = s->p;
    for (int i = 0; i < p->institute_count; i++) {
        int first = system_variable(s, ID(s, "eerstejaars.school.%s.instituut.%s", key, p->institutes[i].key));
        if (first < 0) continue;
        Relation *r = begin_relation(s, p->location_count + 1);
        r->at_least = true;
        add_part(r, first, -1);
        int64_t all = 0;
        for (int k = 0; k < p->location_count; k++) {
            const char *id = ID(s, "school.%s.instituut.%s", p->locations[k].key, p->institutes[i].key);
            if (location != k && (school == NO_INDEX || p->locations[k].school != school)) continue;
            int whole = system_variable(s, id);
            if (add_part(r, whole, 1)) all += s->variables[whole].value;
        }
        r->sum = s->variables[first].value - all;
        if (r->sum > 0) s->relation_count--; /* the tables disagree already: nothing can be concluded */
    }
}

/* First-years on levels that hold others too (masters): the first-years less those of the levels that hold nobody else. first:
 * what counts them all; the new number's index, or -1. */
static int add_partly(System *s, const char *name, const char *first, int location, int school, const char *levels) {
    const Partnership *p = s->p;
    int all = system_variable(s, first), total = levels ? system_variable(s, levels) : -1;
    if (all < 0 || (levels && total < 0)) return -1;
    int *parts = ARENA_ARRAY(s->arena, (size_t)p->level_count * (size_t)(p->location_count + 1) + 1, int), count = 0;
    int64_t rest = s->variables[all].value;
    if (levels) parts[count++] = total;
    for (int at = 0; at < p->location_count && !levels; at++)
        for (int i = 0; i < p->level_count; i++) {
            bool here = school == NO_INDEX ? at == location : p->locations[at].school == school;
            int level = here && p->levels[i].first_year == FIRST_YEAR_ALL ? system_variable(s, ID(s, "school.%s.niveau.%s", p->locations[at].key, p->levels[i].key)) : -1;
            if (level >= 0) parts[count++] = level;
        }
    for (int i = 0; i < count; i++) rest -= s->variables[parts[i]].value;
    if (rest < 0) return -1;
    add_rest(s, name, all, s->variables[all].value, parts, count);
    return system_variable(s, name);
}

static void relate_partly(System *s) {
    const Partnership *p = s->p;
    bool partly = false;
    for (int i = 0; i < p->level_count; i++) partly |= p->levels[i].first_year == FIRST_YEAR_PARTLY;
    if (!partly) return;
    int total = add_partly(s, "eerstejaars op gemengde niveaus", "eerstejaars.totaal", NO_INDEX, NO_INDEX, "eerstejaars.vt"), n = p->location_count + p->school_count;
    int *parts = ARENA_ARRAY(s->arena, (size_t)n + 1, int), count = 0;
    for (int i = 0; i < n; i++) {
        bool parent = i >= p->location_count;
        const char *key = parent ? p->schools[i - p->location_count].key : p->locations[i].key;
        int rest = add_partly(s, ID(s, "eerstejaars op gemengde niveaus, %s", key), ID(s, "eerstejaars.school.%s", key), parent ? NO_INDEX : i, parent ? i - p->location_count : NO_INDEX, NULL);
        if (rest >= 0) parts[count++] = rest;
    }
    if (total < 0) return;
    Relation *r = begin_relation(s, count + 1);
    add_part(r, total, -1);
    for (int i = 0; i < count; i++) add_part(r, parts[i], 1);
    close_equation(s, r);
}

/* Does the school (or a location of it) lead? As the fact eerstejaars.kartrekkers has it. */
static bool leads(const Partnership *p, int location, int school) {
    for (int i = 0; i < p->location_count; i++) {
        bool here = i == location || (school != NO_INDEX && p->locations[i].school == school);
        if (here && p->locations[i].group != NO_INDEX && !strcmp(p->school_groups[p->locations[i].group].key, "kartrekker")) return true;
    }
    return false;
}

/* The totals of the table of first-years are counted from its cells, not from each other: by school, institute, leading or not. */
static void add_up_first_years(System *s) {
    const Partnership *p = s->p;
    int n = p->location_count + p->school_count;
    for (int what = 0; what < p->institute_count + n + 4; what++) {
        int institute = what < p->institute_count ? what : NO_INDEX, own = what - p->institute_count, group = own - n; /* 0, 1: others, leading; 2: all; 3: by institute */
        const char *id = institute != NO_INDEX ? ID(s, "eerstejaars.instituut.%s", p->institutes[institute].key)
                         : group < 0           ? ID(s, "eerstejaars.school.%s", own < p->location_count ? p->locations[own].key : p->schools[own - p->location_count].key)
                         : group == 0          ? "eerstejaars.overige-scholen"
                         : group == 1          ? "eerstejaars.kartrekkers"
                                               : "eerstejaars.totaal";
        Relation *r = begin_relation(s, n * (p->institute_count + 1) + 1);
        bool whole = add_part(r, system_variable(s, id), -1);
        for (int k = 0; k < n && whole && group < 3; k++) {
            bool parent = k >= p->location_count;
            const char *key = parent ? p->schools[k - p->location_count].key : p->locations[k].key;
            if ((institute == NO_INDEX && group < 0 && k != own) || ((group == 0 || group == 1) && leads(p, parent ? NO_INDEX : k, parent ? k - p->location_count : NO_INDEX) != (group == 1))) continue;
            if (group >= 0) {
                add_part(r, system_variable(s, ID(s, "eerstejaars.school.%s", key)), 1);
                continue;
            }
            for (int i = 0; i < p->institute_count; i++)
                if (institute == NO_INDEX || institute == i) add_part(r, system_variable(s, ID(s, "eerstejaars.school.%s.instituut.%s", key, p->institutes[i].key)), 1);
        }
        for (int i = 0; i < p->institute_count && whole && group == 3; i++) add_part(r, system_variable(s, ID(s, "eerstejaars.instituut.%s", p->institutes[i].key)), 1);
        if (whole) close_equation(s, r);
        else s->relation_count--;
    }
}

void relate_first_years(System *s) {
    const Partnership *p = s->p;
    bool table = p->students.first_years.given; /* else they are sums of levels, which their facts say themselves */
    add_up_first_years(s);
    if (table) relate_partly(s);
    for (int i = 0; i < p->location_count + p->school_count; i++) {
        bool parent = i >= p->location_count;
        int school = parent ? i - p->location_count : NO_INDEX, location = parent ? NO_INDEX : i;
        const char *key = parent ? p->schools[school].key : p->locations[i].key;
        for (int level = 0; level < p->level_count; level++)
            if (p->levels[level].first_year == FIRST_YEAR_ALL) relate_first_years_at(s, level, key, location, school);
        bound_first_years(s, key, location, school);
    }
}

/* ---- figures of the text ---- */

/* A number of the text that equals a total is taken to be that total. */
static void equate(System *s, int given) {
    if (given < 0 || s->variables[given].value < s->threshold || s->variables[given].places) return;
    for (int i = 0; i < s->count; i++) {
        const Variable *v = &s->variables[i];
        if (i == given || !v->fact || v->value != s->variables[given].value || v->places) continue;
        bool total = !strncmp(v->id, "studenten.", 10) || (!strncmp(v->id, "eerstejaars.", 12) && strncmp(v->id, "eerstejaars.school.", 19));
        if (!total || strchr(v->id, '@')) continue;
        Relation *r = begin_relation(s, 2);
        add_part(r, given, 1);
        add_part(r, i, -1);
    }
}

/* Those who attended add up; figures of the text that split the same total the same way are taken to be the same people. */
static void relate_attendance(System *s) {
    const Partnership *p = s->p;
    for (int m = 0; m < p->meeting_count; m++) {
        const Meeting *meeting = &p->meetings[m];
        int all = system_variable(s, ID(s, "bijeenkomst.%s.aanwezig", meeting->key)), *roles = ARENA_ARRAY(s->arena, (size_t)meeting->attendance_count + 1, int), count = 0;
        for (int i = 0; i < meeting->attendance_count; i++) {
            int role = system_variable(s, ID(s, "bijeenkomst.%s.aanwezig.%d", meeting->key, i + 1));
            if (role >= 0) roles[count++] = role;
        }
        if (all < 0 || !count) continue;
        Relation *r = begin_relation(s, count + 1);
        add_part(r, all, -1);
        for (int i = 0; i < count; i++) add_part(r, roles[i], 1);
        close_equation(s, r);
        for (int k = 0; k < p->key_number_count; k++) {
            const char *of = p->key_numbers[k].total_of;
            int whole = of ? system_variable(s, ID(s, "kengetal.%s", of)) : -1, part = system_variable(s, ID(s, "kengetal.%s", p->key_numbers[k].key));
            if (whole < 0 || part < 0 || s->variables[whole].value != s->variables[all].value) continue;
            for (int i = 0; i < count; i++) {
                if (roles[i] < 0 || s->variables[roles[i]].value != s->variables[part].value) continue;
                Relation *same = begin_relation(s, 2);
                add_part(same, part, 1);
                add_part(same, roles[i], -1);
                roles[i] = -1;
                break;
            }
        }
    }
}

void relate_key_numbers(System *s) {
    relate_attendance(s);
    const Partnership *p = s->p;
    for (int w = 0; w < p->key_number_count; w++) {
        const char *key = p->key_numbers[w].key;
        int whole = system_variable(s, ID(s, "kengetal.%s", key)), of = system_variable(s, ID(s, "kengetal.%s.van", key));
        Relation *r = begin_relation(s, p->key_number_count + 1);
        bool sum = add_part(r, whole, -1);
        int parts = 0;
        for (int i = 0; i < p->key_number_count && sum; i++)
            if (p->key_numbers[i].total_of && key && !strcmp(p->key_numbers[i].total_of, key)) parts += add_part(r, system_variable(s, ID(s, "kengetal.%s", p->key_numbers[i].key)), 1);
        if (sum && parts) close_equation(s, r);
        else s->relation_count--;
        if (whole >= 0 && of >= 0) add_rest(s, ID(s, "rest van kengetal.%s", key), of, s->variables[of].value, &whole, 1);
        equate(s, whole);
        equate(s, of);
    }
    for (int i = 0; i < p->agreement_count; i++)
        if (!p->agreements[i].fact) equate(s, system_variable(s, ID(s, "afspraak.%s.werkelijk", p->agreements[i].key)));
}

/* ---- surveys ---- */

/* So many tenths of a percent as so many persons are, rounded up. */
static int64_t tenths(int64_t persons, int64_t of) {
    return (persons * 1000 + of - 1) / of;
}

static void relate_question(System *s, const Survey *survey, const Question *question) {
    const char *stem = ID(s, "enquete.%s.%s", survey->key, question->key);
    const char *own = ID(s, "%s.respondenten", stem), *all = ID(s, "enquete.%s.ingevuld", survey->key);
    int64_t n = 0;
    const char *whole = ledger_get(s->ledger, own) ? own : all;
    if (question->kind == QUESTION_OPEN || !count_of(s, whole, &n) || n <= 0) return;
    int *parts = ARENA_ARRAY(s->arena, (size_t)question->answer_count + 1, int), counts = 0, *shares = ARENA_ARRAY(s->arena, (size_t)question->answer_count + 1, int), share_count = 0;
    for (int i = 0; i < question->answer_count; i++) {
        const char *key = question->answers[i].key ? question->answers[i].key : ID(s, "%d", i + 1);
        int count = system_variable(s, ID(s, "%s.%s", stem, key)), share = system_variable(s, ID(s, "%s.%s.aandeel", stem, key));
        if (count >= 0) parts[counts++] = count;
        else if (share >= 0) shares[share_count++] = share;
    }
    int of = system_variable(s, whole);
    int64_t need = s->threshold > 2 ? s->threshold - 2 : 1;
    for (int i = 0; i < share_count; i++) {
        Variable *v = &s->variables[shares[i]];
        int64_t unit = v->places == 1 ? 1 : v->places == 0 ? 10 : 0; /* in tenths */
        if (unit && v->value > 0 && v->value * unit * n * 2 < (2 * s->threshold - 1) * 1000) v->need = (tenths(need, n) + unit - 1) / unit;
        if (v->value > 0) v->low = 1;
    }
    if (question->kind == QUESTION_MULTIPLE) {
        for (int i = 0; i < counts; i++) {
            Relation *r = begin_relation(s, 2);
            r->at_least = true;
            if (of >= 0) add_part(r, of, 1);
            add_part(r, parts[i], -1);
            r->sum = s->variables[parts[i]].value - n;
            if (r->sum > 0) s->relation_count--;
        }
        return;
    }
    if (counts) add_rest(s, ID(s, "rest van %s", stem), of, n, parts, counts);
    bool even = share_count > 0;
    for (int i = 1; i < share_count; i++) even &= s->variables[shares[i]].places == s->variables[shares[0]].places;
    if (even && !counts) {
        int64_t hundred = s->variables[shares[0]].places == 1 ? 1000 : 100;
        add_rest(s, ID(s, "rest van %s", stem), -1, hundred, shares, share_count);
    }
}

void relate_surveys(System *s) {
    for (int i = 0; i < s->p->survey_count; i++)
        for (int q = 0; q < s->p->surveys[i].question_count; q++)
            if (s->p->surveys[i].questions[q].key) relate_question(s, &s->p->surveys[i], &s->p->surveys[i].questions[q]);
}
