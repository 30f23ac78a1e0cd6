/* Linear programs over all numbers, or over those near one of them; whole numbers have the last word. */
#include "privacy/program.h"

#include <glpk.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

const Crossing NOWHERE = {-1, 0};

struct Program {
    System *s;
    glp_prob *lp;
    const int *variables; /* of each pair of columns; NULL: all of the system */
    int count;
};

enum { REACH = 4000 }; /* no change is larger, in whole persons; amounts may change by any factor of it */

/* ---- columns: how much a number rises, and how much it falls ---- */

static int up(int place) { return 2 * place + 1; }
static int down(int place) { return 2 * place + 2; }
static int variable_at(const Program *p, int place) { return p->variables ? p->variables[place] : place; }

static double reach_of(const Variable *v) {
    double reach = REACH;
    for (int i = 0; i < v->places; i++) reach *= 10;
    return v->places == 2 ? reach * 1000 : reach;
}

/* How far a variable may fall, at most. */
static double fall_of(const Variable *v) {
    return v->low == INT64_MIN ? reach_of(v) : (double)(v->value - v->low);
}

static void bound(glp_prob *lp, int column, double most) {
    if (most <= 0) glp_set_col_bnds(lp, column, GLP_FX, 0, 0);
    else glp_set_col_bnds(lp, column, GLP_DB, 0, most);
}

static void free_column(Program *p, int place) {
    const Variable *v = &p->s->variables[variable_at(p, place)];
    bound(p->lp, up(place), v->fixed ? 0 : reach_of(v));
    bound(p->lp, down(place), v->fixed ? 0 : fall_of(v));
}

static void price_column(Program *p, int place) {
    int i = variable_at(p, place);
    const Variable *v = &p->s->variables[i];
    double unit = v->places == 2 ? 1e5 : pow(10, v->places); /* an amount changes by hundreds when a count changes by one */
    double cost = v->withheld ? (v->fact ? 0.01 : 0.001) : v->cost + i * 1e-5;
    glp_set_obj_coef(p->lp, up(place), cost / unit);
    glp_set_obj_coef(p->lp, down(place), cost / unit);
}

/* ---- rows: relations ---- */

static bool in_force(const Relation *r, Crossing c) {
    if (r->side == SIDE_ANY) return true;
    return (r->side_of == c.variable && (r->edge & c.edges)) == (r->side == SIDE_CROSSED);
}

static double size_of(const Relation *r) { /* rows of amounts are scaled down, so that all rows weigh alike */
    double size = 1;
    for (int k = 0; k < r->count; k++)
        if (fabs((double)r->parts[k].factor) > size) size = fabs((double)r->parts[k].factor);
    return size;
}

static void set_relation(glp_prob *lp, int row, const Relation *r, Crossing crossing) {
    double sum = (double)r->sum / size_of(r);
    if (!in_force(r, crossing)) glp_set_row_bnds(lp, row, GLP_FR, 0, 0);
    else if (r->at_least) glp_set_row_bnds(lp, row, GLP_LO, sum, 0);
    else glp_set_row_bnds(lp, row, GLP_FX, sum, sum);
}

/* place_of: per variable, place + 1, or 0 for what stays as it is. */
static void fill_row(Program *p, int row, const Relation *relation, const int *place_of) {
    int *columns = calloc((size_t)relation->count * 2 + 1, sizeof *columns), count = 0;
    double *factors = calloc((size_t)relation->count * 2 + 1, sizeof *factors), size = size_of(relation);
    for (int k = 0; columns && factors && k < relation->count; k++) {
        int place = place_of[relation->parts[k].variable] - 1;
        if (place < 0) continue;
        columns[++count] = up(place);
        factors[count] = (double)relation->parts[k].factor / size;
        columns[++count] = down(place);
        factors[count] = -factors[count - 1];
    }
    if (columns && factors) glp_set_mat_row(p->lp, row, count, columns, factors);
    set_relation(p->lp, row, relation, NOWHERE);
    free(columns);
    free(factors);
}

static Program *begin_program(System *s, const int *variables, int count, int rows) {
    Program *p = calloc(1, sizeof *p);
    if (!p) abort();
    *p = (Program){s, glp_create_prob(), variables, count};
    glp_set_obj_dir(p->lp, GLP_MIN);
    if (rows) glp_add_rows(p->lp, rows);
    glp_add_cols(p->lp, 2 * count + 1);
    bound(p->lp, 2 * count + 1, 0);
    for (int i = 0; i < count; i++) {
        free_column(p, i);
        price_column(p, i);
    }
    return p;
}

Program *program_whole(System *s) {
    Program *p = begin_program(s, NULL, s->count, s->relation_count);
    int *place_of = calloc((size_t)s->count + 1, sizeof *place_of);
    if (!place_of) abort();
    for (int i = 0; i < s->count; i++) place_of[i] = i + 1;
    for (int r = 0; r < s->relation_count; r++) fill_row(p, r + 1, &s->relations[r], place_of);
    free(place_of);
    return p;
}

void program_free(Program *p) {
    if (p) glp_delete_prob(p->lp);
    free(p);
}

void program_price(Program *p, int variable) { price_column(p, variable); }

void program_cross(Program *p, int variable, Crossing crossing) {
    for (int r = 0; r < p->s->relation_count; r++)
        if (p->s->relations[r].side_of == variable) set_relation(p->lp, r + 1, &p->s->relations[r], crossing);
}

/* ---- what lies near one number ---- */

Incidence incidence_make(Arena *arena, const System *s) {
    Incidence out = {ARENA_ARRAY(arena, (size_t)s->count + 2, int), NULL};
    int total = 0;
    for (int r = 0; r < s->relation_count; r++)
        for (int k = 0; k < s->relations[r].count; k++) out.first[s->relations[r].parts[k].variable + 1]++, total++;
    for (int i = 0; i < s->count; i++) out.first[i + 1] += out.first[i];
    out.relations = ARENA_ARRAY(arena, (size_t)total + 1, int);
    int *next = ARENA_ARRAY(arena, (size_t)s->count + 1, int);
    for (int r = 0; r < s->relation_count; r++)
        for (int k = 0; k < s->relations[r].count; k++) {
            int variable = s->relations[r].parts[k].variable;
            out.relations[out.first[variable] + next[variable]++] = r;
        }
    return out;
}

enum { NEAR = 800, LONG = 24, CHEAPEST = 12 }; /* numbers in all; a relation of more parts than LONG gives only its cheapest */

typedef struct Near {
    const System *s;
    int *variables, *place_of;
    int count;
} Near;

static void add_near(Near *n, int variable) {
    if (n->place_of[variable] || n->count == NEAR || n->s->variables[variable].fixed) return;
    n->variables[n->count++] = variable;
    n->place_of[variable] = n->count;
}

/* What is withheld already costs nothing to change. */
static int price_of_part(const System *s, const Part *part) {
    const Variable *v = &s->variables[part->variable];
    return v->fixed ? 1 << 30 : v->withheld ? 0 : v->cost;
}

static void add_parts(Near *n, const Relation *r) {
    if (r->count <= LONG) {
        for (int k = 0; k < r->count; k++) add_near(n, r->parts[k].variable);
        return;
    }
    int best[CHEAPEST], count = 0;
    for (int k = 0; k < r->count; k++) {
        int at = count < CHEAPEST ? count++ : CHEAPEST, price = price_of_part(n->s, &r->parts[k]);
        for (; at > 0 && price_of_part(n->s, &r->parts[best[at - 1]]) > price; at--)
            if (at < CHEAPEST) best[at] = best[at - 1];
        if (at < CHEAPEST) best[at] = k;
    }
    for (int i = 0; i < count; i++) add_near(n, r->parts[best[i]].variable);
}

Program *program_near(System *s, const Incidence *incidence, Arena *arena, int variable) {
    Near n = {s, ARENA_ARRAY(arena, NEAR, int), ARENA_ARRAY(arena, (size_t)s->count + 1, int), 0};
    int *rows = ARENA_ARRAY(arena, (size_t)s->relation_count + 1, int), count = 0;
    bool *seen = ARENA_ARRAY(arena, (size_t)s->relation_count + 1, bool);
    add_near(&n, variable);
    for (int i = 0; i < n.count; i++)
        for (int k = incidence->first[n.variables[i]]; k < incidence->first[n.variables[i] + 1]; k++) {
            int r = incidence->relations[k];
            if (seen[r] || !in_force(&s->relations[r], NOWHERE)) continue;
            seen[r] = true;
            rows[count++] = r;
            add_parts(&n, &s->relations[r]);
        }
    Program *p = begin_program(s, n.variables, n.count, count);
    for (int r = 0; r < count; r++) fill_row(p, r + 1, &s->relations[rows[r]], n.place_of);
    return p;
}

/* ---- changes ---- */

bool change_holds(const System *s, const int64_t *change, Crossing crossing) {
    for (int i = 0; i < s->count; i++) {
        const Variable *v = &s->variables[i];
        if (change[i] && (v->fixed || (v->low != INT64_MIN && v->value + change[i] < v->low))) return false;
    }
    for (int r = 0; r < s->relation_count; r++) {
        const Relation *relation = &s->relations[r];
        __int128 sum = 0;
        for (int k = 0; k < relation->count; k++) sum += (__int128)change[relation->parts[k].variable] * relation->parts[k].factor;
        if (in_force(relation, crossing) && (relation->at_least ? sum < relation->sum : sum != relation->sum)) return false;
    }
    return true;
}

/* The solution as whole numbers: as it is, or a few times it when it has fractions. */
static bool whole_changes(const Program *p, int64_t *change, bool integer, Crossing crossing) {
    for (int times = 1; times <= 6; times++) {
        bool whole = true;
        for (int i = 0; i < p->count && whole; i++) {
            double x = integer ? glp_mip_col_val(p->lp, up(i)) - glp_mip_col_val(p->lp, down(i)) : glp_get_col_prim(p->lp, up(i)) - glp_get_col_prim(p->lp, down(i));
            x *= times;
            change[variable_at(p, i)] = (int64_t)llround(x);
            whole = fabs(x - (double)change[variable_at(p, i)]) < 1e-4;
        }
        if (whole && change_holds(p->s, change, crossing)) return true;
    }
    return false;
}

bool program_solve(Program *p, int variable, int64_t by, int64_t *change, Crossing crossing) {
    int place = 0;
    while (variable_at(p, place) != variable) place++;
    glp_smcp simplex;
    glp_init_smcp(&simplex);
    simplex.msg_lev = GLP_MSG_OFF;
    simplex.meth = GLP_DUALP;
    simplex.tm_lim = 20000;
    glp_set_col_bnds(p->lp, up(place), GLP_FX, by > 0 ? (double)by : 0, 0);
    glp_set_col_bnds(p->lp, down(place), GLP_FX, by < 0 ? (double)-by : 0, 0);
    bool found = false;
    if (glp_simplex(p->lp, &simplex) != 0) {
        glp_adv_basis(p->lp, 0);
        if (glp_simplex(p->lp, &simplex) != 0) glp_std_basis(p->lp);
    }
    if (glp_get_status(p->lp) == GLP_OPT) {
        found = whole_changes(p, change, false, crossing);
        if (!found) {
            glp_iocp branch;
            glp_init_iocp(&branch);
            branch.msg_lev = GLP_MSG_OFF;
            branch.tm_lim = 10000;
            for (int i = 1; i <= 2 * p->count; i++) glp_set_col_kind(p->lp, i, GLP_IV);
            if (glp_intopt(p->lp, &branch) == 0 && (glp_mip_status(p->lp) == GLP_OPT || glp_mip_status(p->lp) == GLP_FEAS)) found = whole_changes(p, change, true, crossing);
            for (int i = 1; i <= 2 * p->count; i++) glp_set_col_kind(p->lp, i, GLP_CV);
            for (int i = 0; i < p->count; i++) free_column(p, i);
        }
    }
    free_column(p, place);
    return found;
}
