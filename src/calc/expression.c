/* Builds expressions. */
#include "calc/expression.h"

#include <string.h>

#include "calc/ledger.h"

static bool is_leaf(const Expression *e) {
    return e->kind <= EXPRESSION_FACT;
}

static Expression *fresh(Arena *arena, ExpressionKind kind) {
    Expression *e = ARENA_NEW(arena, Expression);
    e->kind = kind;
    e->known = true;
    e->places = -1;
    return e;
}

static void add_part(Arena *arena, Expression *e, const char *row, const Expression *part) {
    if (e->count == e->room) {
        int room = e->room ? e->room * 2 : 4;
        const Expression **parts = ARENA_ARRAY(arena, (size_t)room, const Expression *);
        const char **rows = ARENA_ARRAY(arena, (size_t)room, const char *);
        if (e->count) {
            memcpy(parts, e->parts, (size_t)e->count * sizeof *parts);
            memcpy(rows, e->rows, (size_t)e->count * sizeof *rows);
        }
        e->parts = parts;
        e->rows = rows;
        e->room = room;
    }
    e->rows[e->count] = row;
    e->parts[e->count++] = part;
}

void expression_append(Arena *arena, Expression *e, const Expression *part) {
    add_part(arena, e, NULL, part);
}

/* ---- units ---- */

static void put_unit(const char **list, const char *unit) {
    for (int i = 0; i < UNIT_ROOM; i++)
        if (!list[i]) {
            list[i] = unit;
            return;
        }
}

Units units_of(Arena *arena, const char *text) {
    Units units = {{NULL}, {NULL}};
    const char *slash = strchr(text, '/');
    size_t n = slash ? (size_t)(slash - text) : strlen(text);
    if (n) put_unit(units.up, arena_strndup(arena, text, n));
    if (slash) put_unit(units.down, slash + 1);
    return units;
}

const char *units_shown(Arena *arena, Units units) {
    const char *text = units.up[0] ? units.up[0] : "";
    for (int i = 1; i < UNIT_ROOM && units.up[i]; i++) text = arena_printf(arena, "%s × %s", text, units.up[i]);
    return text;
}

/* Takes out of a list what stands in the other; puts the rest of what comes into the list. */
static void merge_units(const char **into, const char **against, const char *const *from) {
    for (int i = 0; i < UNIT_ROOM && from[i]; i++) {
        int k = 0;
        while (k < UNIT_ROOM && against[k] && strcmp(against[k], from[i])) k++;
        if (k == UNIT_ROOM || !against[k]) {
            put_unit(into, from[i]);
            continue;
        }
        for (; k + 1 < UNIT_ROOM; k++) against[k] = against[k + 1];
        against[UNIT_ROOM - 1] = NULL;
    }
}

static Units units_times(Units a, Units b) {
    merge_units(a.up, a.down, b.up);
    merge_units(a.down, a.up, b.down);
    return a;
}

static Units units_over(Units a, Units b) {
    merge_units(a.down, a.up, b.up);
    merge_units(a.up, a.down, b.down);
    return a;
}

/* ---- leaves ---- */

Expression *expression_cell(Arena *arena, const char *name, const char *units, Decimal value, bool known, Place place) {
    Expression *e = fresh(arena, EXPRESSION_CELL);
    e->name = name;
    e->number = known ? value : DECIMAL_ZERO;
    e->known = known;
    e->place = place;
    e->units = units_of(arena, units);
    return e;
}

Expression *expression_empty(Arena *arena, Place place) {
    Expression *e = fresh(arena, EXPRESSION_EMPTY);
    e->place = place;
    return e;
}

Expression *expression_missing(Arena *arena, const char *name, const char *units, Place place) {
    Expression *e = expression_cell(arena, name, units, DECIMAL_ZERO, false, place);
    e->kind = EXPRESSION_MISSING;
    return e;
}

Expression *expression_count(Arena *arena, const char *name, const char *units, int64_t number, Place place) {
    Expression *e = expression_cell(arena, name, units, decimal_int(number), true, place);
    e->kind = EXPRESSION_COUNT;
    return e;
}

Expression *expression_constant(Arena *arena, Decimal value, const char *units) {
    Expression *e = fresh(arena, EXPRESSION_CONSTANT);
    e->number = value;
    e->units = units_of(arena, units);
    return e;
}

Expression *expression_of_fact(Arena *arena, const Fact *fact) {
    if (!fact) return NULL;
    Expression *e = fresh(arena, EXPRESSION_FACT);
    e->fact = fact;
    e->units = fact->units;
    return e;
}

/* ---- sums ---- */

Expression *expression_sum(Arena *arena, const char *set) {
    Expression *e = fresh(arena, EXPRESSION_SUM);
    e->name = set;
    return e;
}

void expression_add(Arena *arena, Expression *sum, const Expression *part) {
    expression_add_row(arena, sum, NULL, part);
}

/* Is the fact a part already? A long sum keeps them by id. */
static bool has_fact(Arena *arena, Expression *sum, const Fact *fact) {
    enum { LONG = 16 };
    if (sum->count < LONG) {
        for (int i = 0; i < sum->count; i++)
            if (sum->parts[i]->kind == EXPRESSION_FACT && sum->parts[i]->fact == fact) return true;
        return false;
    }
    if (!sum->seen) {
        sum->seen = map_new(arena);
        for (int i = 0; i < sum->count; i++)
            if (sum->parts[i]->kind == EXPRESSION_FACT) map_put(sum->seen, sum->parts[i]->fact->id, sum);
    }
    return map_put(sum->seen, fact->id, sum) != NULL;
}

void expression_add_row(Arena *arena, Expression *sum, const char *row, const Expression *part) {
    if (!part) return;
    if (part->kind == EXPRESSION_FACT && has_fact(arena, sum, part->fact)) return;
    if (!sum->units.up[0] && !sum->units.down[0]) sum->units = part->units;
    add_part(arena, sum, row, part);
}

Expression *expression_certain(Arena *arena, const char *set, const Expression *value) {
    Expression *e = expression_sum(arena, set);
    e->kind = EXPRESSION_CERTAIN;
    e->known = value != NULL;
    if (value) e->number = value->number;
    return e;
}

Expression *expression_known(Arena *arena, const Fact *fact) {
    const Expression *of = fact ? fact->expression : NULL;
    while (of && of->kind == EXPRESSION_FACT) of = of->fact->expression;
    bool apart = of && fact->status == FACT_UNKNOWN && of->kind == EXPRESSION_SUM && of->of_one;
    return apart ? expression_of(arena, EXPRESSION_KNOWN, expression_of_fact(arena, fact), NULL) : expression_of_fact(arena, fact);
}

/* ---- operations ---- */

Expression *expression_of(Arena *arena, ExpressionKind kind, const Expression *a, const Expression *b) {
    if (!a) return NULL;
    Expression *e = fresh(arena, kind);
    e->units = a->units;
    add_part(arena, e, NULL, a);
    if (b) add_part(arena, e, NULL, b);
    return e;
}

Expression *expression_plus(Arena *arena, Expression *a, const Expression *b) {
    if (!a || !b) return a ? a : (Expression *)b;
    Expression *e = a->kind == EXPRESSION_PLUS ? a : expression_of(arena, EXPRESSION_PLUS, a, NULL);
    add_part(arena, e, NULL, b);
    return e;
}

Expression *expression_difference(Arena *arena, const Expression *a, const Expression *b) {
    return a && b ? expression_of(arena, EXPRESSION_DIFFERENCE, a, b) : NULL;
}

/* A product of products is one. */
static void add_parts(Arena *arena, Expression *e, const Expression *a) {
    if (a->kind != e->kind) add_part(arena, e, NULL, a);
    else for (int i = 0; i < a->count; i++) add_part(arena, e, NULL, a->parts[i]);
}

Expression *expression_product(Arena *arena, const Expression *a, const Expression *b) {
    if (!a || !b) return NULL;
    Expression *e = fresh(arena, EXPRESSION_PRODUCT);
    add_parts(arena, e, a);
    add_part(arena, e, NULL, b);
    e->units = units_times(a->units, b->units);
    return e;
}

Expression *expression_quotient(Arena *arena, const Expression *a, const Expression *b) {
    if (!a || !b) return NULL;
    Expression *e = expression_of(arena, EXPRESSION_QUOTIENT, a, b);
    e->units = units_over(a->units, b->units);
    return e;
}

Expression *expression_share(Arena *arena, const Expression *a, const Expression *b) {
    if (!a || !b) return NULL;
    return expression_with_units(arena, expression_of(arena, EXPRESSION_SHARE, a, b), "%");
}

Expression *expression_rate(Arena *arena, const Expression *a, const Expression *per, const Expression *b) {
    if (!a || !per || !b) return NULL;
    Expression *e = expression_of(arena, EXPRESSION_RATE, a, per);
    add_part(arena, e, NULL, b);
    e->units = units_of(arena, arena_printf(arena, "per %s %s", decimal_text(arena, per->number), units_shown(arena, b->units)));
    return e;
}

Expression *expression_round(Arena *arena, const Expression *a, int places) {
    Expression *e = expression_of(arena, EXPRESSION_ROUND, a, NULL);
    if (e) e->places = places;
    return e;
}

Expression *expression_compare(Arena *arena, const Expression *a, Order order, const Expression *b) {
    if (!a || !b) return NULL;
    Expression *e = expression_of(arena, EXPRESSION_COMPARE, a, b);
    e->order = order;
    e->units = (Units){{NULL}, {NULL}};
    return e;
}

Expression *expression_choice(Arena *arena, const Expression *condition, const Expression *yes, const Expression *no) {
    if (!condition || !yes || !no) return NULL;
    Expression *e = expression_of(arena, EXPRESSION_CHOICE, condition, yes);
    add_part(arena, e, NULL, no);
    e->units = yes->units.up[0] ? yes->units : no->units;
    return e;
}

Expression *expression_step(Arena *arena, const Expression *of, const Expression *none) {
    Expression *e = expression_of(arena, EXPRESSION_STEP, of, none);
    if (e) e->units = none ? none->units : (Units){{NULL}, {NULL}};
    return e;
}

void expression_add_step(Arena *arena, Expression *step, StepRow row) {
    if (!step || !row.result) return;
    if (step->step_count == step->step_room) {
        int room = step->step_room ? step->step_room * 2 : 4;
        StepRow *steps = ARENA_ARRAY(arena, (size_t)room, StepRow);
        if (step->step_count) memcpy(steps, step->steps, (size_t)step->step_count * sizeof *steps);
        step->steps = steps;
        step->step_room = room;
    }
    step->steps[step->step_count++] = row;
    if (!step->units.up[0]) step->units = row.result->units;
}

Expression *expression_side(Arena *arena, const Expression *whole, bool left) {
    if (!whole) return NULL;
    return expression_of(arena, left ? EXPRESSION_LEFT : EXPRESSION_RIGHT, whole, NULL);
}

/* ---- changes ---- */

Expression *expression_at(Expression *e, Place place) {
    if (e && !is_leaf(e) && place.file) e->place = place;
    return e;
}

Expression *expression_of_one(Expression *e) {
    if (e) e->of_one = true;
    return e;
}

Expression *expression_with_units(Arena *arena, Expression *e, const char *units) {
    if (e) e->units = units_of(arena, units);
    return e;
}

Expression *expression_copy(Arena *arena, const Expression *e, Expression *(*fact_as)(void *data, const Fact *fact), void *data) {
    if (!e) return NULL;
    if (e->fact && fact_as) return fact_as(data, e->fact);
    Expression *copy = ARENA_NEW(arena, Expression);
    *copy = *e;
    if (e->count) {
        copy->parts = ARENA_ARRAY(arena, (size_t)e->count, const Expression *);
        copy->room = e->count;
        for (int i = 0; i < e->count; i++) copy->parts[i] = expression_copy(arena, e->parts[i], fact_as, data);
    }
    if (e->step_count) copy->steps = ARENA_ARRAY(arena, (size_t)e->step_count, StepRow);
    copy->step_room = e->step_count;
    for (int i = 0; i < e->step_count; i++)
        copy->steps[i] = (StepRow){expression_copy(arena, e->steps[i].from, fact_as, data), expression_copy(arena, e->steps[i].to, fact_as, data),
                                expression_copy(arena, e->steps[i].result, fact_as, data), e->steps[i].place};
    return copy;
}
