/* An expression as JSON: enough to evaluate it again without this program. */
#include "calc/output_parts.h"

static const char *kind_name(ExpressionKind kind) {
    static const char *const names[] = {
        [EXPRESSION_CELL] = "cell", [EXPRESSION_EMPTY] = "empty", [EXPRESSION_MISSING] = "missing", [EXPRESSION_COUNT] = "count",
        [EXPRESSION_CONSTANT] = "constant", [EXPRESSION_FACT] = "fact", [EXPRESSION_SUM] = "sum", [EXPRESSION_KNOWN] = "known",
        [EXPRESSION_PLUS] = "plus", [EXPRESSION_DIFFERENCE] = "difference", [EXPRESSION_PRODUCT] = "product", [EXPRESSION_QUOTIENT] = "quotient",
        [EXPRESSION_SHARE] = "share", [EXPRESSION_RATE] = "rate", [EXPRESSION_ROUND] = "round", [EXPRESSION_FLOOR] = "floor",
        [EXPRESSION_CEILING] = "ceiling", [EXPRESSION_ABSOLUTE] = "absolute", [EXPRESSION_SMALLEST] = "smallest", [EXPRESSION_LARGEST] = "largest",
        [EXPRESSION_COMPARE] = "compare", [EXPRESSION_CHOICE] = "choice", [EXPRESSION_STEP] = "step", [EXPRESSION_MEAN] = "mean",
        [EXPRESSION_MEDIAN] = "median", [EXPRESSION_CERTAIN] = "certain", [EXPRESSION_ESTABLISHED] = "established", [EXPRESSION_PAIRED] = "paired", [EXPRESSION_LEFT] = "left",
        [EXPRESSION_RIGHT] = "right"};
    return names[kind];
}

static void put_leaf(Buffer *out, Arena *scratch, const Expression *e) {
    if (e->kind == EXPRESSION_FACT) {
        buffer_puts(out, ", ");
        put_json_member(out, "fact", e->fact->id);
        return;
    }
    if (e->name) {
        buffer_puts(out, ", ");
        put_json_member(out, "name", e->name);
    }
    buffer_puts(out, ", ");
    put_json_member(out, "value", e->known ? decimal_text(scratch, e->number) : "?");
    if (*units_shown(scratch, e->units)) {
        buffer_puts(out, ", ");
        put_json_member(out, "unit", units_shown(scratch, e->units));
    }
    if (!e->place.file) return;
    buffer_puts(out, ", \"place\": ");
    put_json_place(out, e->place);
}

static void put_named(Buffer *out, Arena *scratch, const char *name, const Expression *e) {
    buffer_printf(out, ", \"%s\": ", name);
    put_json_expression(out, scratch, e);
}

static void put_steps(Buffer *out, Arena *scratch, const Expression *e) {
    put_named(out, scratch, "of", e->parts[0]);
    if (e->count > 1) put_named(out, scratch, "none", e->parts[1]);
    buffer_puts(out, ", \"steps\": [");
    for (int i = 0; i < e->step_count; i++) {
        buffer_puts(out, i ? ", {\"result\": " : "{\"result\": ");
        put_json_expression(out, scratch, e->steps[i].result);
        if (e->steps[i].from) put_named(out, scratch, "from", e->steps[i].from);
        if (e->steps[i].to) put_named(out, scratch, "to", e->steps[i].to);
        buffer_putc(out, '}');
    }
    buffer_putc(out, ']');
}

/* Parts, with the keys of their rows where they have those. */
static void put_parts(Buffer *out, Arena *scratch, const Expression *e) {
    bool rows = false;
    for (int i = 0; i < e->count; i++) rows |= e->rows && e->rows[i];
    buffer_puts(out, ", \"parts\": [");
    for (int i = 0; i < e->count; i++) {
        if (i) buffer_puts(out, ", ");
        put_json_expression(out, scratch, e->parts[i]);
    }
    buffer_putc(out, ']');
    for (int i = 0; rows && i < e->count; i++) {
        buffer_puts(out, i ? ", " : ", \"rows\": [");
        put_json_string(out, e->rows[i] ? e->rows[i] : "");
    }
    if (rows) buffer_putc(out, ']');
}

static void put_traits(Buffer *out, Arena *scratch, const Expression *e) {
    static const char *const orders[] = {"<", ">=", ">"};
    if (e->kind == EXPRESSION_SUM && e->of_one) buffer_puts(out, ", \"of_one_location\": true");
    if (e->kind == EXPRESSION_ROUND && e->places >= 0) buffer_printf(out, ", \"places\": %d", e->places);
    if (e->kind == EXPRESSION_COMPARE) buffer_printf(out, ", \"is\": \"%s\"", orders[e->order]);
    if (e->kind == EXPRESSION_CERTAIN && e->known) {
        buffer_puts(out, ", ");
        put_json_member(out, "value", decimal_text(scratch, e->number));
    }
    if (!e->place.file) return;
    buffer_puts(out, ", \"place\": ");
    put_json_place(out, e->place);
}

void put_json_expression(Buffer *out, Arena *scratch, const Expression *e) {
    buffer_printf(out, "{\"kind\": \"%s\"", kind_name(e->kind));
    if (e->kind <= EXPRESSION_FACT) {
        put_leaf(out, scratch, e);
    } else if (e->kind == EXPRESSION_STEP) {
        put_steps(out, scratch, e);
    } else if (e->kind == EXPRESSION_PAIRED) {
        buffer_printf(out, ", \"both\": %s", e->both ? "true" : "false");
        put_named(out, scratch, "body", e->parts[2]);
        put_named(out, scratch, "left", e->parts[3]);
        put_named(out, scratch, "right", e->parts[4]);
    } else if (e->kind != EXPRESSION_LEFT && e->kind != EXPRESSION_RIGHT) {
        put_parts(out, scratch, e);
        put_traits(out, scratch, e);
    }
    buffer_putc(out, '}');
}
