/* Reads the relations between the counts out of the ledger: which facts are about persons, and how they add up. */
#include "privacy/system.h"

#include <string.h>

#include "privacy/family.h"
#include "privacy/system_build.h"

typedef struct Info {
    Standing standing;
    bool touched, derived; /* derived: a difference, an excess, an amount, or above one */
    int height;            /* of sums above sums */
} Info;

static bool starts(const char *id, const char *prefix) {
    return !strncmp(id, prefix, strlen(prefix));
}

static bool ends(const char *id, size_t n, const char *suffix) {
    size_t m = strlen(suffix);
    return n > m && !strncmp(id + n - m, suffix, m);
}

static size_t base_size(const char *id) {
    return strcspn(id, "@");
}

/* Units of figures of the text that do not count persons; any other unit is taken to do so. */
static bool counts_things(const char *unit) {
    static const char *const things[] = {"lessen", "uren", "uur", "EUR", "euro", "%", "procent", "weken", "dagen", "dagdelen", "jaar", "jaren", "maanden",
                                         "scholen", "locaties", "besturen", "instituten", "groepen", "teams", "thema's", "momenten", "keer", "fte",
                                         "bijeenkomsten", "plekken", "stageplaatsen", "punten", "pagina's", "km"};
    for (size_t i = 0; i < sizeof things / sizeof *things; i++)
        if (!strcasecmp(unit, things[i])) return true;
    return false;
}

static const Question *question_of(const Partnership *p, const char *id) {
    for (int s = 0; s < p->survey_count; s++)
        for (int q = 0; q < p->surveys[s].question_count; q++) {
            const char *survey = p->surveys[s].key, *key = p->surveys[s].questions[q].key;
            size_t n = survey ? strlen(survey) : 0, m = key ? strlen(key) : 0;
            if (n && m && !strncmp(id, survey, n) && id[n] == '.' && !strncmp(id + n + 1, key, m) && id[n + 1 + m] == '.') return &p->surveys[s].questions[q];
        }
    return NULL;
}

/* Whether the fact counts persons (students, those who answered). One about a person or board does so when it rests on counts. */
static bool observes(const System *s, const Fact *fact) {
    switch (family_of(fact->id)) {
    case FAMILY_PERSONS:
    case FAMILY_UNLISTED: return true;
    case FAMILY_STUDENTS: return !strcmp(fact->unit, "studenten");
    case FAMILY_FIGURE: return !counts_things(fact->unit);
    case FAMILY_ANSWERS: {
        const Question *question = question_of(s->p, fact->id + strcspn(fact->id, ".") + 1);
        return !question || question->kind != QUESTION_OPEN;
    }
    case FAMILY_ONE: return true;
    case FAMILY_COUNTED: return fact->counts == COUNTS_PERSONS;
    case FAMILY_CLOSE:
    case FAMILY_OPEN: break;
    }
    return false;
}

/* Facts that no public version shows: about one person or board, and what is close to that once it rests on counts of persons. */
static bool never_public(const char *id) {
    Family family = family_of(id);
    return family == FAMILY_ONE || family == FAMILY_CLOSE;
}

static const Fact *base_of(const System *s, const Fact *fact) {
    if (!strchr(fact->id, '@')) return fact;
    return ledger_get(s->ledger, arena_strndup(s->arena, fact->id, base_size(fact->id)));
}

/* A share that stands in the input beside its count depends on it as one that is calculated does. */
static const char *counted_of(const System *s, const Fact *fact) {
    size_t n = base_size(fact->id);
    if (!starts(fact->id, "enquete.") || !ends(fact->id, n, ".aandeel")) return NULL;
    const char *id = arena_strndup(s->arena, fact->id, n - strlen(".aandeel"));
    const Fact *count = ledger_get(s->ledger, id);
    return count && count->status != FACT_UNKNOWN ? id : NULL;
}

int system_term_count(const System *s, const Fact *fact) {
    const Fact *base = base_of(s, fact);
    if (counted_of(s, fact)) return 1;
    return base ? base->term_count : 0;
}

/* The students of a role stand in its specification, and are a fact besides. */
static const char *students_of_role(const System *s, const Fact *fact, const Term *term) {
    if (term->fact || !starts(fact->id, "uren.") || strcmp(term->name, "aantal studenten")) return term->fact;
    return arena_printf(s->arena, "uren.%.*s.studenten", (int)strcspn(fact->id + 5, "."), fact->id + 5);
}

const char *system_term(const System *s, const Fact *fact, int i) {
    const Fact *base = base_of(s, fact);
    const char *counted = counted_of(s, fact);
    if (counted) return counted;
    const char *term = base ? students_of_role(s, base, &base->terms[i]) : NULL;
    if (!term || base == fact || strchr(term, '@')) return term;
    return arena_printf(s->arena, "%s%s", term, strchr(fact->id, '@'));
}

FactForm system_form(const System *s, const Fact *fact) {
    const Fact *base = base_of(s, fact);
    return counted_of(s, fact) ? FORM_OTHER : base ? base->form : FORM_OTHER;
}

/* A factor of at most two decimals keeps amounts exact. */
static bool exact_factor(const Fact *base) {
    return decimal_trim(base->factor).scale <= 2;
}

static Info *look(System *s, const Fact *fact) {
    Info *info = map_get(s->infos, fact->id);
    if (info) return info;
    info = ARENA_NEW(s->arena, Info);
    map_put(s->infos, fact->id, info);
    FactForm form = system_form(s, fact);
    const Fact *base = base_of(s, fact);
    bool own = observes(s, fact), all_linear = true, signs = form == FORM_SIGNS;
    bool rests = false; /* on facts that are about persons */
    for (int i = 0; i < system_term_count(s, fact); i++) {
        const char *id = system_term(s, fact, i);
        const Fact *term = id ? ledger_get(s->ledger, id) : NULL;
        if (!term) continue;
        const Info *below = look(s, term);
        if (!below->touched) continue;
        rests = true;
        if (term->status == FACT_UNKNOWN) continue;
        all_linear &= below->standing == STANDING_VARIABLE;
        signs &= below->standing == STANDING_VARIABLE || below->standing == STANDING_SIGNS;
        info->derived |= below->derived;
        if (below->height >= info->height) info->height = below->height + 1;
    }
    info->touched = own || rests;
    info->derived |= rests && (form == FORM_DIFFERENCE || form == FORM_EXCESS || form == FORM_SCALED);
    bool linear = form == FORM_SUM || form == FORM_DIFFERENCE || form == FORM_EXCESS || (form == FORM_SCALED && exact_factor(base));
    bool rounded = fact->status != FACT_UNKNOWN && decimal_compare(fact->value, fact->exact) != 0;
    if (!info->touched) info->standing = STANDING_FREE;
    else if (never_public(fact->id)) info->standing = STANDING_NEVER;
    else if (!rests) info->standing = rounded ? STANDING_DERIVED : STANDING_VARIABLE;
    else if (signs) info->standing = STANDING_SIGNS;
    else info->standing = linear && all_linear && !rounded ? STANDING_VARIABLE : STANDING_DERIVED;
    return info;
}

Standing system_standing(const System *s, const Fact *fact) {
    const Info *info = map_get(s->infos, fact->id);
    return info ? info->standing : STANDING_FREE;
}

int system_variable(const System *s, const char *id) {
    return (int)(intptr_t)map_get(s->index, id) - 1;
}

/* ---- numbers ---- */

static int64_t power(int n) {
    int64_t value = 1;
    while (n-- > 0) value *= 10;
    return value;
}

int64_t scaled_units(Decimal value, int places) {
    Decimal d = decimal_round(value, places);
    return (int64_t)d.units * power(places - d.scale);
}

int add_variable(System *s, Variable variable) {
    if (s->count == s->room) {
        int room = s->room ? s->room * 2 : 256;
        Variable *more = ARENA_ARRAY(s->arena, (size_t)room, Variable);
        if (s->count) memcpy(more, s->variables, (size_t)s->count * sizeof *more);
        s->variables = more;
        s->room = room;
    }
    s->variables[s->count] = variable;
    map_put(s->index, variable.id, (void *)(intptr_t)(s->count + 1));
    return s->count++;
}

/* What it costs the reader to miss this number: totals far more than cells, amounts of all more than anything. */
static int cost_of(const Fact *fact, const Info *info, int64_t value) {
    bool cell = starts(fact->id, "school.") || starts(fact->id, "eerstejaars.school.");
    int size = (int)(value < 0 ? 0 : value < 400 ? value / 4 : 100);
    if (cell) return info->derived ? 3 : info->height ? 40 + size : 20 + size;
    if (starts(fact->id, "bekostiging.")) return 300;
    if (!strcmp(fact->unit, "EUR")) return 1000000;
    if (!info->height) return starts(fact->id, "enquete.") ? 20 + size : 60 + size;
    if (info->derived) return 300 + size;
    return starts(fact->id, "studenten.niveau") || starts(fact->id, "eerstejaars.") ? 800 + size : 5000 * info->height + size;
}

static void add_fact(System *s, const Fact *fact, const Info *info) {
    bool money = !strcmp(fact->unit, "EUR"), share = !strcmp(fact->unit, "%"), own = observes(s, fact);
    Variable v = {.id = fact->id, .fact = fact, .places = money ? 2 : share ? 1 : 0, .low = INT64_MIN};
    v.value = scaled_units(fact->value, v.places);
    if (decimal_trim(fact->value).scale > v.places) v.places = decimal_trim(fact->value).scale, v.value = scaled_units(fact->value, v.places);
    v.cost = cost_of(fact, info, v.value);
    if (own) {
        v.low = v.value > 0 ? 1 : v.value;
        v.fixed = v.value <= 0;
        if (!share && v.value > 0 && v.value < s->threshold * power(v.places)) v.need = (s->threshold > 2 ? s->threshold - 2 : 1) * power(v.places);
    }
    add_variable(s, v);
}

/* ---- relations ---- */

Relation *begin_relation(System *s, int most) {
    if (s->relation_count == s->relation_room) {
        int room = s->relation_room ? s->relation_room * 2 : 256;
        Relation *more = ARENA_ARRAY(s->arena, (size_t)room, Relation);
        if (s->relation_count) memcpy(more, s->relations, (size_t)s->relation_count * sizeof *more);
        s->relations = more;
        s->relation_room = room;
    }
    Relation *r = &s->relations[s->relation_count++];
    *r = (Relation){.parts = ARENA_ARRAY(s->arena, (size_t)most + 1, Part), .side_of = -1};
    return r;
}

bool add_part(Relation *r, int variable, int64_t factor) {
    if (variable < 0) return false;
    for (int i = 0; i < r->count; i++)
        if (r->parts[i].variable == variable) {
            r->parts[i].factor += factor;
            return true;
        }
    r->parts[r->count++] = (Part){variable, factor};
    return true;
}

/* The factors were for whole numbers: bring all parts to the same decimals. */
void even_places(System *s, Relation *r) {
    int most = 0;
    for (int i = 0; i < r->count; i++)
        if (s->variables[r->parts[i].variable].places > most) most = s->variables[r->parts[i].variable].places;
    for (int i = 0; i < r->count; i++) r->parts[i].factor *= power(most - s->variables[r->parts[i].variable].places);
}

static Relation *begin_side(System *s, Side side, int of, int edge, int most) {
    Relation *r = begin_relation(s, most);
    r->side = side;
    r->side_of = of;
    r->edge = edge;
    return r;
}

/* The number stays on its side of zero: at least limit (positive), or at most limit; once crossed, beyond it. */
static void keep_side(System *s, int variable, int edge, bool positive, int64_t limit) {
    if (variable < 0) return;
    int64_t value = s->variables[variable].value;
    Relation *kept = begin_side(s, SIDE_KEPT, variable, edge, 1);
    kept->at_least = true;
    add_part(kept, variable, positive ? 1 : -1);
    kept->sum = positive ? limit - value : value - limit;
    Relation *crossed = begin_side(s, SIDE_CROSSED, variable, edge, 1);
    crossed->at_least = true;
    add_part(crossed, variable, positive ? -1 : 1);
    crossed->sum = positive ? value - limit + 1 : limit - value + 1;
}

/* excess = the number, or 0 when that is not above zero. */
static void relate_excess(System *s, int excess, int number) {
    int64_t value = s->variables[number].value;
    keep_side(s, number, EDGE_PAID, value > 0, value > 0 ? 1 : 0);
    for (int side = SIDE_KEPT; side <= SIDE_CROSSED; side++) {
        bool above = (value > 0) == (side == SIDE_KEPT);
        Relation *r = begin_side(s, (Side)side, number, EDGE_PAID, 2);
        add_part(r, excess, 1);
        if (above) add_part(r, number, -1);
        r->sum = above ? value - s->variables[excess].value : -s->variables[excess].value;
    }
}

/* fact = what its form makes of its terms. */
static void relate_fact(System *s, const Fact *fact) {
    const Fact *base = base_of(s, fact);
    int self = system_variable(s, fact->id), terms = system_term_count(s, fact), first = -1;
    FactForm form = system_form(s, fact);
    if (self < 0 || !base) return;
    for (int i = 0; i < terms; i++) {
        const char *id = system_term(s, fact, i);
        if (id && first < 0) first = system_variable(s, id);
    }
    if (first < 0) return;
    if (form == FORM_EXCESS) {
        relate_excess(s, self, first);
        return;
    }
    Relation *r = begin_relation(s, terms + 1);
    add_part(r, self, -1);
    for (int i = 0; i < terms; i++) {
        const char *id = system_term(s, fact, i);
        int variable = id ? system_variable(s, id) : -1;
        if (variable >= 0) add_part(r, variable, form == FORM_DIFFERENCE && i > 0 ? -1 : 1);
    }
    even_places(s, r);
    if (form != FORM_SCALED) return;
    Decimal factor = decimal_trim(base->factor);
    for (int i = 0; i < r->count; i++)
        r->parts[i].factor = r->parts[i].variable == self ? r->parts[i].factor * power(factor.scale) : r->parts[i].factor * (int64_t)factor.units;
}

/* A fact that tells on which side of zero its terms are. */
static void relate_signs(System *s, const Fact *fact) {
    for (int i = 0; i < system_term_count(s, fact); i++) {
        const char *id = system_term(s, fact, i);
        int variable = id ? system_variable(s, id) : -1;
        if (variable < 0 || s->variables[variable].low > 0) continue; /* a count that is withheld is more than nothing anyway */
        keep_side(s, variable, EDGE_TOLD, s->variables[variable].value >= 0, s->variables[variable].value >= 0 ? 0 : -1);
    }
}

System *system_make(Arena *arena, const Partnership *p, const Ledger *ledger, int64_t threshold) {
    System *s = ARENA_NEW(arena, System);
    *s = (System){.arena = arena, .p = p, .ledger = ledger, .threshold = threshold, .index = map_new(arena), .infos = map_new(arena)};
    for (size_t i = 0; i < ledger_count(ledger); i++) {
        const Fact *fact = ledger_at(ledger, i);
        const Info *info = look(s, fact);
        if (info->standing == STANDING_VARIABLE && fact->status != FACT_UNKNOWN) add_fact(s, fact, info);
    }
    for (size_t i = 0; i < ledger_count(ledger); i++) {
        const Fact *fact = ledger_at(ledger, i);
        Standing standing = system_standing(s, fact);
        if (standing == STANDING_VARIABLE) relate_fact(s, fact);
        if (standing == STANDING_SIGNS) relate_signs(s, fact);
    }
    relate_students(s);
    relate_first_years(s);
    relate_key_numbers(s);
    relate_surveys(s);
    return s;
}
