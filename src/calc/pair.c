/* Compares two sums over rows: over the rows that both know. */
#include <string.h>

#include "base/map.h"
#include "calc/evaluate.h"

typedef struct Row {
    bool unknown, has[2];
} Row;

/* The rows that a sum consists of, through the facts that it adds up; false when some part is no row. */
static bool gather_rows(Arena *arena, Expression *rows, const Expression *e) {
    while (e->kind == EXPRESSION_ROUND) e = e->parts[0];
    if (e->kind == EXPRESSION_FACT) return e->fact->expression && gather_rows(arena, rows, e->fact->expression);
    if (e->kind != EXPRESSION_SUM) return false;
    for (int i = 0; i < e->count; i++) {
        if (e->parts[i]->kind == EXPRESSION_EMPTY) continue;
        if (e->rows[i]) expression_add_row(arena, rows, e->rows[i], e->parts[i]);
        else if (!gather_rows(arena, rows, e->parts[i])) return false;
    }
    return true;
}

static void look_at(Arena *arena, Map *rows, const Expression *sum, int side) {
    for (int i = 0; i < sum->count; i++) {
        Row *row = map_get(rows, sum->rows[i]);
        if (!row) map_put(rows, sum->rows[i], row = ARENA_NEW(arena, Row));
        row->has[side] = true;
        row->unknown |= sum->parts[i]->kind == EXPRESSION_KNOWN || expression_outcome(sum->parts[i]).status == FACT_UNKNOWN;
    }
}

static bool leave_out(Arena *arena, Map *rows, Expression *sum, bool both) {
    bool any = false, *out = ARENA_ARRAY(arena, (size_t)sum->count + 1, bool);
    for (int i = 0; i < sum->count; i++) {
        const Row *row = map_get(rows, sum->rows[i]);
        out[i] = row->unknown || (both && (!row->has[0] || !row->has[1]));
        any |= out[i];
    }
    sum->left_out = out;
    return any;
}

static Expression *pair_of(Arena *arena, const Expression *left, const Expression *right, Expression *sums[2], const Expression *body, bool both) {
    Map *rows = map_new(arena);
    for (int side = 0; side < 2; side++) look_at(arena, rows, sums[side], side);
    Expression *e = expression_of(arena, EXPRESSION_PAIRED, left, right);
    bool some = false;
    for (int side = 0; side < 2; side++) some |= leave_out(arena, rows, sums[side], both);
    expression_append(arena, e, body);
    for (int side = 0; side < 2; side++) expression_append(arena, e, sums[side]);
    e->known = !some;
    e->units = body->units;
    e->both = both;
    return e;
}

Expression *expression_paired(Arena *arena, const Expression *left, const Expression *right, const Expression *body, bool both) {
    Expression *sums[2] = {expression_sum(arena, NULL), expression_sum(arena, NULL)};
    if (!left || !right || !body) return NULL;
    if (!gather_rows(arena, sums[0], left) || !gather_rows(arena, sums[1], right)) return NULL;
    return pair_of(arena, left, right, sums, body, both);
}

/* The facts below which there are no more sums of facts, by their names without a year. */
static bool gather_cells(Arena *arena, Expression *cells, const Expression *e) {
    if (e->kind == EXPRESSION_EMPTY) return true;
    if (e->kind == EXPRESSION_KNOWN) e = e->parts[0];
    if (e->kind != EXPRESSION_FACT) return false;
    const Expression *of = e->fact->expression;
    while (of->kind == EXPRESSION_ROUND && of->parts[0]->kind == EXPRESSION_SUM) of = of->parts[0];
    bool of_facts = of->kind == EXPRESSION_FACT || (of->kind == EXPRESSION_SUM && of->count);
    for (int i = 0; of->kind == EXPRESSION_SUM && i < of->count; i++) of_facts &= of->parts[i]->kind == EXPRESSION_EMPTY || of->parts[i]->kind == EXPRESSION_FACT || of->parts[i]->kind == EXPRESSION_KNOWN;
    if (!of_facts) {
        expression_add_row(arena, cells, arena_strndup(arena, e->fact->id, strcspn(e->fact->id, "@")), e);
        return true;
    }
    if (of->kind == EXPRESSION_FACT) return gather_cells(arena, cells, of);
    for (int i = 0; i < of->count; i++)
        if (!gather_cells(arena, cells, of->parts[i])) return false;
    return true;
}

Expression *expression_paired_cells(Arena *arena, const Expression *left, const Expression *right, const Expression *body) {
    Expression *sums[2] = {expression_sum(arena, NULL), expression_sum(arena, NULL)};
    if (!gather_cells(arena, sums[0], left) || !gather_cells(arena, sums[1], right)) return NULL;
    if (sums[0]->count < 2 && sums[1]->count < 2) return NULL; /* no sums */
    return pair_of(arena, left, right, sums, body, false);
}
