/* Chooses what is withheld: a witness for each small number, then as few of them as will do. */
#include "privacy/suppress.h"

#include <glpk.h>
#include <stdlib.h>
#include <string.h>

#include "privacy/names.h"
#include "privacy/program.h"

/* Another set of numbers that a reader could think true: the changes, those that are not zero. */
typedef struct Witness {
    int *variables;
    int64_t *changes;
    int count;
    Crossing crossing;
    bool needed;
} Witness;

typedef struct Search {
    System *s;
    Program *whole;
    Incidence incidence;
    Arena *work;      /* for one number at a time */
    Witness *witnesses;
    int count, room;
    bool *flipped;    /* variables whose side of zero some witness changes */
    int *because;     /* of a withheld variable: which it protects */
} Search;

/* ---- witnesses ---- */

static void keep_witness(Search *q, const int64_t *change, int variable, Crossing crossing) {
    System *s = q->s;
    if (q->count == q->room) {
        int room = q->room ? q->room * 2 : 128;
        Witness *more = ARENA_ARRAY(s->arena, (size_t)room, Witness);
        if (q->count) memcpy(more, q->witnesses, (size_t)q->count * sizeof *more);
        q->witnesses = more;
        q->room = room;
    }
    Witness *w = &q->witnesses[q->count++];
    *w = (Witness){.crossing = crossing};
    int n = 0;
    for (int i = 0; i < s->count; i++) n += change[i] != 0;
    w->variables = ARENA_ARRAY(s->arena, (size_t)n + 1, int);
    w->changes = ARENA_ARRAY(s->arena, (size_t)n + 1, int64_t);
    for (int i = 0; i < s->count; i++) {
        if (!change[i]) continue;
        w->variables[w->count] = i;
        w->changes[w->count++] = change[i];
        if (s->variables[i].withheld) continue;
        s->variables[i].withheld = true;
        q->because[i] = variable;
        program_price(q->whole, i);
    }
}

/* Are both about the same school (or location)? */
static bool same_school(const char *a, const char *b) {
    const char *x = strstr(a, "school."), *y = strstr(b, "school.");
    if (!x || !y) return false;
    size_t n = strcspn(x + 7, ".");
    return !strncmp(x, y, 7 + n) && (y[7 + n] == '.' || !y[7 + n]);
}

/* What this choice would withhold that is shown now; small when it is nothing. */
static double price_of(const Search *q, const int64_t *change) {
    double price = 0;
    for (int i = 0; i < q->s->count; i++)
        if (change[i] && !q->s->variables[i].withheld) price += q->s->variables[i].cost;
    return price;
}

static int64_t *changes_for(const Search *q) {
    return ARENA_ARRAY(q->work, (size_t)q->s->count + 1, int64_t);
}

typedef struct Pair {
    int64_t *change[2]; /* one of them may be NULL; both: none found */
    double price;
} Pair;

/* Two witnesses, one with less and one with more, that lie so far apart together; or one alone. The cheapest way wins. */
static Pair find_pair(const Search *q, Program *program, int variable) {
    const Variable *v = &q->s->variables[variable];
    Pair best = {{NULL, NULL}, 0};
    int64_t step = 1;
    for (int i = 0; i < v->places; i++) step *= 10;
    for (int64_t fall = 0; fall <= v->need && (!fall || v->low == INT64_MIN || v->value - fall >= v->low); fall += step) {
        int64_t *first = fall ? changes_for(q) : NULL, *second = fall < v->need ? changes_for(q) : NULL;
        if ((first && !program_solve(program, variable, -fall, first, NOWHERE)) || (second && !program_solve(program, variable, v->need - fall, second, NOWHERE))) continue;
        double price = (first ? price_of(q, first) : 0) + (second ? price_of(q, second) : 0);
        if ((best.change[0] || best.change[1]) && price >= best.price) continue;
        best = (Pair){{first, second}, price};
        if (price < 1) break;
    }
    return best;
}

/* Near the number first: that is quick, and seldom dearer. A total that would have to go asks for a search in the whole. */
static bool keep_pair(Search *q, int variable) {
    enum { CELLS_ONLY = 300 };
    Program *near = program_near(q->s, &q->incidence, q->work, variable);
    Pair pair = find_pair(q, near, variable);
    program_free(near);
    if ((!pair.change[0] && !pair.change[1]) || pair.price >= CELLS_ONLY) {
        Pair other = find_pair(q, q->whole, variable);
        if (other.change[0] || other.change[1]) pair = other;
    }
    for (int i = 0; i < 2; i++)
        if (pair.change[i]) keep_witness(q, pair.change[i], variable, NOWHERE);
    return pair.change[0] || pair.change[1];
}

static bool find_witness(Search *q, int variable) {
    System *s = q->s;
    const Variable *v = &s->variables[variable];
    if (keep_pair(q, variable)) return true;
    /* let the school cross its target: then how many schools reach theirs may no longer be told */
    int64_t *change = changes_for(q);
    for (int i = 0; i < s->relation_count; i++) {
        int side = s->relations[i].side_of;
        if (s->relations[i].side != SIDE_KEPT || !same_school(v->id, s->variables[side].id)) continue;
        for (int edges = EDGE_TOLD; edges <= (EDGE_TOLD | EDGE_PAID); edges++) {
            Crossing crossing = {side, edges};
            program_cross(q->whole, side, crossing);
            bool found = program_solve(q->whole, variable, v->need, change, crossing);
            if (found) keep_witness(q, change, variable, crossing);
            program_cross(q->whole, side, NOWHERE);
            if (found) return true;
        }
    }
    return false;
}

static int64_t change_in(const Witness *w, int variable) {
    int low = 0, high = w->count;
    while (low < high) {
        int middle = (low + high) / 2;
        if (w->variables[middle] == variable) return w->changes[middle];
        if (w->variables[middle] < variable) low = middle + 1;
        else high = middle;
    }
    return 0;
}

/* How far apart the values of a number lie over the witnesses. */
static int64_t span(const Search *q, int variable, bool needed_only) {
    int64_t most = 0, least = 0;
    for (int i = 0; i < q->count; i++) {
        if (needed_only && !q->witnesses[i].needed) continue;
        int64_t change = change_in(&q->witnesses[i], variable);
        if (change > most) most = change;
        if (change < least) least = change;
    }
    return most - least;
}

/* Keeps as few witnesses as cover every small number, and shows again what none of them needs. */
static void prune(Search *q) {
    System *s = q->s;
    for (int i = 0; i < q->count; i++) q->witnesses[i].needed = true;
    for (int i = 0; i < q->count; i++) {
        q->witnesses[i].needed = false;
        bool lost = false;
        for (int k = 0; k < q->witnesses[i].count && !lost; k++) {
            int variable = q->witnesses[i].variables[k];
            lost = s->variables[variable].need && span(q, variable, true) < s->variables[variable].need;
        }
        q->witnesses[i].needed = lost;
    }
    bool *used = ARENA_ARRAY(s->arena, (size_t)s->count + 1, bool);
    for (int i = 0; i < q->count; i++)
        for (int k = 0; q->witnesses[i].needed && k < q->witnesses[i].count; k++) used[q->witnesses[i].variables[k]] = true;
    for (int i = 0; i < s->count; i++) s->variables[i].withheld = s->variables[i].need || !s->variables[i].fact || used[i];
}

/* The last word, from nothing but the numbers: each small number has a witness that changes only what is not shown. */
static int first_unsafe(const Search *q) {
    const System *s = q->s;
    size_t size = (size_t)s->count + 1;
    int64_t *change = ARENA_ARRAY(s->arena, size, int64_t), *most = ARENA_ARRAY(s->arena, size, int64_t), *least = ARENA_ARRAY(s->arena, size, int64_t);
    for (int i = 0; i < q->count; i++) {
        const Witness *w = &q->witnesses[i];
        if (!w->needed) continue;
        bool hidden = true;
        for (int k = 0; k < w->count; k++) {
            change[w->variables[k]] = w->changes[k];
            hidden &= s->variables[w->variables[k]].withheld;
        }
        bool good = hidden && change_holds(s, change, w->crossing);
        for (int k = 0; k < w->count; k++) {
            int variable = w->variables[k];
            if (good && w->changes[k] > most[variable]) most[variable] = w->changes[k];
            if (good && w->changes[k] < least[variable]) least[variable] = w->changes[k];
            change[variable] = 0;
        }
    }
    for (int i = 0; i < s->count; i++)
        if (s->variables[i].need && most[i] - least[i] < s->variables[i].need) return i;
    return -1;
}

static const char *search(Search *q) {
    System *s = q->s;
    q->flipped = ARENA_ARRAY(s->arena, (size_t)s->count + 1, bool);
    q->because = ARENA_ARRAY(s->arena, (size_t)s->count + 1, int);
    for (int i = 0; i < s->count; i++) {
        q->because[i] = -1;
        s->variables[i].withheld |= s->variables[i].need > 0;
    }
    glp_term_out(GLP_OFF);
    q->whole = program_whole(s);
    q->incidence = incidence_make(s->arena, s);
    const char *unsafe = NULL;
    for (int i = 0; i < s->count && !unsafe; i++) {
        if (!s->variables[i].need || span(q, i, false) >= s->variables[i].need) continue;
        q->work = arena_new();
        if (!find_witness(q, i)) unsafe = s->variables[i].id;
        arena_free(q->work);
    }
    program_free(q->whole);
    glp_free_env();
    if (unsafe) return unsafe;
    prune(q);
    for (int i = 0; i < q->count; i++)
        if (q->witnesses[i].needed && (q->witnesses[i].crossing.edges & EDGE_TOLD)) q->flipped[q->witnesses[i].crossing.variable] = true;
    int left = first_unsafe(q);
    return left >= 0 ? s->variables[left].id : NULL;
}

/* ---- the outcome ---- */

typedef struct Marker {
    const Search *q;
    Map *seen; /* id -> Withheld, or itself for "shown" */
    Arena *arena;
} Marker;

static const Withheld *mark(Marker *m, const Fact *fact);

static const char *hidden_term(Marker *m, const Fact *fact) {
    const System *s = m->q->s;
    for (int i = 0; i < system_term_count(s, fact); i++) {
        const char *id = system_term(s, fact, i);
        const Fact *term = id ? ledger_get(s->ledger, id) : NULL;
        if (term && mark(m, term)) return term->id;
    }
    return NULL;
}

/* Does a witness change what this fact tells about signs? */
static const char *flipped_term(Marker *m, const Fact *fact) {
    const System *s = m->q->s;
    for (int i = 0; i < system_term_count(s, fact); i++) {
        const char *id = system_term(s, fact, i);
        const Fact *term = id ? ledger_get(s->ledger, id) : NULL;
        int variable = id ? system_variable(s, id) : -1;
        if (variable >= 0 && m->q->flipped[variable]) return id;
        if (term && system_standing(s, term) == STANDING_SIGNS && mark(m, term)) return id;
    }
    return NULL;
}

/* A number as a witness has it: of the system, or one that everybody knows. */
static bool value_in(const System *s, const Witness *w, const char *id, Decimal *out) {
    const Fact *fact = id ? ledger_get(s->ledger, id) : NULL;
    int variable = id ? system_variable(s, id) : -1;
    if (!fact || fact->status == FACT_UNKNOWN) return false;
    *out = fact->exact;
    if (variable >= 0) {
        const Variable *v = &s->variables[variable];
        *out = decimal_of(v->value + change_in(w, variable), v->places);
    }
    return variable >= 0 || system_standing(s, fact) == STANDING_FREE;
}

/* A rounded share that comes out the same in every witness tells nothing that they do not agree with. */
static bool steady_share(const Search *q, const Fact *fact) {
    const System *s = q->s;
    if (system_form(s, fact) != FORM_SHARE || system_term_count(s, fact) != 2) return false;
    for (int i = 0; i < q->count; i++) {
        Decimal part, whole;
        if (!q->witnesses[i].needed) continue;
        if (!value_in(s, &q->witnesses[i], system_term(s, fact, 0), &part) || !value_in(s, &q->witnesses[i], system_term(s, fact, 1), &whole) || decimal_is_zero(whole)) return false;
        Decimal share = decimal_round(decimal_div(decimal_mul(part, decimal_int(100)), whole, 10), fact->value.scale);
        if (!decimal_valid(share) || decimal_compare(share, fact->value) != 0) return false;
    }
    return true;
}

static const Withheld *mark(Marker *m, const Fact *fact) {
    const System *s = m->q->s;
    void *known = map_get(m->seen, fact->id);
    if (known) return known == m ? NULL : known;
    map_put(m->seen, fact->id, m);
    Withheld w = {.id = fact->id};
    bool hide = false;
    if (fact->status == FACT_UNKNOWN) return NULL;
    switch (system_standing(s, fact)) {
    case STANDING_FREE: break;
    case STANDING_NEVER: hide = true, w.reason = WITHHELD_NEVER; break;
    case STANDING_DERIVED: w.reason = WITHHELD_DERIVED, hide = !steady_share(m->q, fact) && (w.because = hidden_term(m, fact)) != NULL; break;
    case STANDING_SIGNS: w.reason = WITHHELD_DERIVED, hide = (w.because = flipped_term(m, fact)) != NULL; break;
    case STANDING_VARIABLE: {
        int i = system_variable(s, fact->id);
        if (i < 0 || !s->variables[i].withheld) break;
        hide = true;
        w.reason = s->variables[i].need ? WITHHELD_SMALL : WITHHELD_GUARD;
        if (!s->variables[i].need && m->q->because[i] >= 0) w.because = s->variables[m->q->because[i]].id;
        break;
    }
    }
    if (!hide) return NULL;
    Withheld *kept = ARENA_NEW(m->arena, Withheld);
    *kept = w;
    map_put(m->seen, fact->id, kept);
    return kept;
}

Suppression *suppression_make(Arena *arena, const Partnership *partnership, const Ledger *ledger, int64_t threshold) {
    Suppression *out = ARENA_NEW(arena, Suppression);
    Search q = {.s = system_make(arena, partnership, ledger, threshold)};
    out->by_id = map_new(arena);
    out->unsafe = search(&q);
    out->safe = !out->unsafe;
    if (!out->safe) return out;
    Marker m = {&q, map_new(arena), arena};
    out->items = ARENA_ARRAY(arena, ledger_count(ledger) + 1, Withheld);
    for (size_t i = 0; i < ledger_count(ledger); i++) {
        const Withheld *w = mark(&m, ledger_at(ledger, i));
        if (!w) continue;
        out->items[out->count++] = *w;
        map_put(out->by_id, w->id, &out->items[out->count - 1]);
        int *counter = w->reason == WITHHELD_SMALL ? &out->small : w->reason == WITHHELD_GUARD ? &out->guards : w->reason == WITHHELD_DERIVED ? &out->derived : &out->never;
        ++*counter;
    }
    return out;
}

typedef struct Copier {
    Arena *arena;
    const Suppression *suppression;
    const Names *names;
} Copier;

static const Fact *public_fact(void *data, const Fact *fact) {
    const Copier *c = data;
    const Withheld *w = map_get(c->suppression->by_id, fact->id);
    Fact *copy = ARENA_NEW(c->arena, Fact);
    *copy = (Fact){.id = fact->id, .value = fact->value, .exact = fact->value, .unit = fact->unit, .status = fact->status, .formula = names_replace(c->names, fact->formula), .label = names_replace(c->names, fact->label),
                   .missing = fact->missing, .missing_count = fact->missing_count};
    if (!w) return copy;
    copy->value = copy->exact = DECIMAL_ZERO;
    copy->status = FACT_WITHHELD;
    if (w->reason == WITHHELD_NEVER) copy->label = copy->formula = "";
    return copy;
}

Ledger *suppression_ledger(Arena *arena, const Names *names, const Ledger *ledger, const Suppression *suppression) {
    return ledger_filter(arena, ledger, public_fact, &(Copier){arena, suppression, names});
}

void suppression_write_csv(Buffer *out, const Suppression *suppression) {
    static const char *const reasons[] = {"klein", "bescherming", "afgeleid", "niet openbaar"};
    buffer_puts(out, "feit,reden,om\r\n");
    for (int i = 0; i < suppression->count; i++) {
        const Withheld *w = &suppression->items[i];
        const char *because = w->because && !strchr(w->because, ',') ? w->because : "";
        buffer_printf(out, "%s,%s,%s\r\n", w->id, reasons[w->reason], because);
    }
}
