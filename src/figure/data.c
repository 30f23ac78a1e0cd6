/* The data of a chart: points from facts or given values, with their texts. */
#include <stdlib.h>
#include <string.h>

#include "figure/draw.h"

/* Thousandths of a decimal, clamped. */
static Value to_value(Decimal d) {
    int64_t whole;
    if (!decimal_valid(d)) return 0;
    Decimal times = decimal_round(decimal_mul(decimal_round(d, 3), decimal_int(1000)), 0);
    if (!decimal_valid(times) || !decimal_floor(times, &whole)) return d.units < 0 ? -VALUE_MAX : VALUE_MAX;
    return whole > VALUE_MAX ? VALUE_MAX : whole < -VALUE_MAX ? -VALUE_MAX : whole;
}

static NumberStyle number_style(const char *format, const char *unit) {
    static const struct { const char *name; NumberStyle style; } names[] = {
        {"words", NUMBER_WORDS}, {"euro", NUMBER_EURO}, {"euro-whole", NUMBER_EURO_WHOLE},
        {"percent", NUMBER_PERCENT}, {"signed", NUMBER_SIGNED}, {"ordinal", NUMBER_ORDINAL}};
    for (size_t i = 0; format && i < sizeof names / sizeof *names; i++)
        if (!strcmp(format, names[i].name)) return names[i].style;
    if (!format && unit && !strcmp(unit, "%")) return NUMBER_PERCENT;
    if (!format && unit && !strcmp(unit, "EUR")) return NUMBER_EURO_WHOLE;
    return NUMBER_PLAIN;
}

bool pen_english(const Pen *pen) {
    const char *tag = style_text(pen->context->style, "chart-label")->character.language;
    return tag && !strncmp(tag, "en", 2);
}

static const char *language(const Pen *pen) { return pen_english(pen) ? "en" : "nl"; }

static const char *decimal_shown(Pen *pen, Decimal d, const char *format, const char *unit) {
    return number_text(pen->context->arena, d, number_style(format, unit), language(pen));
}

const char *value_text(Pen *pen, Value value, const char *format, const char *unit) {
    return decimal_shown(pen, decimal_trim(decimal_of(value, 3)), format, unit);
}

static Mark read_mark(Pen *pen, const Node *node, const char *unit) {
    const char *id = node_get(node, "fact"), *given = node_get(node, "value"), *target = node_get(node, "target");
    const Fact *fact = id && pen->context->ledger ? ledger_get(pen->context->ledger, id) : NULL;
    Mark mark = {.label = node_get_or(node, "label", fact && fact->label ? fact->label : ""), .kind = node_get_or(node, "kind", "")};
    const char *format = node_get(node, "format");
    Decimal d = DECIMAL_ZERO;
    mark.format = format;
    if (fact && fact->status != FACT_UNKNOWN && fact->status != FACT_WITHHELD) {
        d = fact->value;
        mark.known = decimal_valid(d);
    } else if (given) {
        mark.known = decimal_parse(given, &d);
    }
    if (mark.known) mark.value = to_value(d);
    mark.text = node_get(node, "text");
    mark.own_text = mark.text != NULL;
    if (!mark.text) mark.text = mark.known ? decimal_shown(pen, d, format, unit) : "?";
    if (target && decimal_parse(target, &d)) {
        mark.has_target = true;
        mark.target = to_value(d);
        mark.target_text = decimal_shown(pen, d, format, unit);
    }
    const char *color = node_get(node, "color");
    mark.has_color = color && color_parse(color, &mark.color);
    return mark;
}

static Series read_series(Pen *pen, const Node *node, int index, const char *unit) {
    const char *color = node_get(node, "color");
    Series s = {.label = node_get_or(node, "label", "")};
    if (!color || !color_parse(color, &s.color)) s.color = palette_color(pen->context->style, index);
    int count = 0;
    NODE_EACH(point, node, "point") count++;
    s.marks = ARENA_ARRAY(pen->context->arena, (size_t)count, Mark);
    NODE_EACH(point, node, "point") s.marks[s.count++] = read_mark(pen, point, unit);
    return s;
}

static void take_range(Chart *chart, Value value) {
    if (value < chart->low) chart->low = value;
    if (value > chart->high) chart->high = value;
}

Chart chart_read(Pen *pen, const Node *node) {
    Chart chart = {.kind = node_get_or(node, "kind", "bars"), .unit = node_get(node, "unit")};
    Decimal most;
    int count = node_child(node, "point") ? 1 : 0;
    NODE_EACH(series, node, "series") count++;
    chart.series = ARENA_ARRAY(pen->context->arena, (size_t)count, Series);
    if (node_child(node, "point")) chart.series[chart.count++] = read_series(pen, node, 0, chart.unit);
    NODE_EACH(series, node, "series") {
        chart.series[chart.count] = read_series(pen, series, chart.count, chart.unit);
        chart.count++;
    }
    for (int s = 0; s < chart.count; s++) {
        if (chart.series[s].count > chart.points) chart.points = chart.series[s].count;
        for (int i = 0; i < chart.series[s].count; i++) {
            const Mark *mark = &chart.series[s].marks[i];
            if (mark->known) take_range(&chart, mark->value);
            if (mark->has_target) take_range(&chart, mark->target);
            chart.unknown |= !mark->known;
        }
    }
    if (node_get(node, "max") && decimal_parse(node_get(node, "max"), &most)) take_range(&chart, to_value(most));
    chart.negative = chart.low < 0;
    return chart;
}

Value round_step(Value range, int steps) {
    static const int round[] = {1, 2, 5, 10};
    Value need = range / (steps > 0 ? steps : 1), power = 1;
    if (need < 1) need = 1;
    while (power * 10 <= need) power *= 10;
    for (int i = 0; i < 4; i++)
        if (power * round[i] >= need) return power * round[i];
    return power * 10;
}
