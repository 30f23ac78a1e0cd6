/* The data of a chart: points from facts or given values, with their texts. */
#include <stdlib.h>
#include <string.h>

#include "figure/draw.h"
#include "document/remark.h"

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
    const PointBlock *point = point_block(node);
    const char *id = point->fact, *given = point->value, *target = point->target, *format = point->format;
    const Fact *fact = id && pen->context->ledger ? ledger_get(pen->context->ledger, id) : NULL;
    Mark mark = {.label = point->label ? point->label : fact && fact->label ? fact->label : "", .kind = point->kind, .format = format};
    Decimal d = DECIMAL_ZERO;
    if (fact && fact->status != FACT_UNKNOWN && fact->status != FACT_WITHHELD) {
        d = fact->value;
        mark.known = decimal_valid(d);
    } else if (given) {
        mark.known = decimal_parse(given, &d);
    }
    if (mark.known) mark.value = to_value(d);
    mark.text = point->text;
    mark.own_text = mark.text && !fact; /* that of a fact is its value */
    mark.tail = fact && fact->status == FACT_PARTIAL ? PARTIAL_MARK : "";
    if (!mark.text) mark.text = mark.known ? decimal_shown(pen, d, format, unit) : "?";
    if (target && decimal_parse(target, &d)) {
        mark.has_target = true;
        mark.target = to_value(d);
        mark.target_text = decimal_shown(pen, d, format, unit);
    }
    mark.has_color = style_tint(pen->context->style, point->color, mark.color, &mark.color);
    return mark;
}

/* node: a series, or the chart itself when its points stand in it. */
static Series read_series(Pen *pen, const Node *node, int index, const char *unit) {
    const SeriesBlock *series = node->tag == TAG_SERIES ? series_block(node) : NULL;
    Series s = {.label = series ? series->label : ""};
    if (!series || !style_tint(pen->context->style, series->color, s.color, &s.color)) s.color = palette_color(pen->context->style, index);
    int count = 0;
    BLOCK_EACH(point, node, TAG_POINT) count++;
    s.marks = ARENA_ARRAY(pen->context->arena, (size_t)count, Mark);
    BLOCK_EACH(point, node, TAG_POINT) s.marks[s.count++] = read_mark(pen, point, unit);
    return s;
}

static void take_range(Chart *chart, Value value) {
    if (value < chart->low) chart->low = value;
    if (value > chart->high) chart->high = value;
}

Chart chart_read(Pen *pen, const Node *node) {
    const ChartBlock *block = chart_block(node);
    Chart chart = {.kind = block->kind, .unit = block->unit};
    Decimal most;
    int count = block_child(node, TAG_POINT) ? 1 : 0;
    BLOCK_EACH(series, node, TAG_SERIES) count++;
    chart.series = ARENA_ARRAY(pen->context->arena, (size_t)count, Series);
    if (block_child(node, TAG_POINT)) chart.series[chart.count++] = read_series(pen, node, 0, chart.unit);
    BLOCK_EACH(series, node, TAG_SERIES) {
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
    if (block->most && decimal_parse(block->most, &most)) take_range(&chart, to_value(most));
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
