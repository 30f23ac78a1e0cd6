/* Vertical bars, side by side or stacked. What does not fit upright becomes rows. */
#include <string.h>

#include "figure/upright.h"

Length height_of(const Upright *u, Value v) {
    return u->top + u->height - scaled(v - u->low, u->range, u->height);
}

const char *point_label(const Chart *chart, int i) {
    for (int s = 0; s < chart->count; s++)
        if (i < chart->series[s].count && *chart->series[s].marks[i].label) return chart->series[s].marks[i].label;
    return "";
}

static bool breaks_badly(const Block *block) {
    bool bad = block->lines->count > 3;
    for (int i = 0; i < block->lines->count; i++) bad |= block->lines->lines[i].overfull || block->lines->lines[i].hyphenated;
    return bad;
}

bool make_labels(Pen *pen, const Chart *chart, Length slot, Block *labels, Length *height) {
    *height = 0;
    for (int i = 0; i < chart->points; i++) {
        labels[i] = block_make(pen, point_label(chart, i), "chart-label", slot - GAP, NULL);
        if (labels[i].tiny || breaks_badly(&labels[i])) return false;
        if (labels[i].height > *height) *height = labels[i].height;
    }
    return true;
}

static bool values_fit(Pen *pen, const Chart *chart, Length lane) {
    const CharStyle *style = &style_text(pen->context->style, "chart-value")->character;
    for (int s = 0; s < chart->count; s++)
        for (int i = 0; i < chart->series[s].count; i++)
            if (typeset_width(pen->context->typesetter, chart->series[s].marks[i].text, style) + 1000 > lane) return false;
    return true;
}

void as_rows(Pen *pen, const Chart *chart, Length width, Length max_height) {
    Chart rows = *chart;
    if (rows.kind != CHART_STACKED) rows.kind = CHART_BARS;
    draw_rows(pen, &rows, width, max_height);
}

static void draw_column(Pen *pen, const Upright *u, const Mark *mark, Color color, Length x, Length lane) {
    Length leading = text_leading(pen, "chart-value"), zero = height_of(u, 0), end = height_of(u, mark->known ? mark->value : 0);
    Block text = block_make(pen, mark->text, "chart-value", lane, NULL);
    bool down = mark->known && mark->value < 0;
    if (mark->known && mark->value)
        draw_rect(pen, x + lane / 10, down ? zero : end, lane * 8 / 10, (down ? end - zero : zero - end) + 100, mark->has_color ? mark->color : color);
    if (mark->has_target) {
        Length y = height_of(u, mark->target);
        draw_rect(pen, x, y - 600, lane, 1200, pen->context->style->text);
        if (down ? y > end : y < end) end = y; /* the number stands beyond the target */
    }
    block_place(pen, &text, x, down ? end + 500 : end - leading - 500, lane, ALIGN_CENTER);
}

static Value clamp(__int128 v) { return v > VALUE_MAX ? VALUE_MAX : v < -VALUE_MAX ? -VALUE_MAX : (Value)v; }

/* Sums of the known parts of one stack; unknown: some part is. */
static void stack_sums(const Chart *chart, int i, Value *up, Value *down, bool *unknown) {
    __int128 high = 0, low = 0;
    *unknown = false;
    for (int s = 0; s < chart->count; s++) {
        if (i >= chart->series[s].count) continue;
        const Mark *mark = &chart->series[s].marks[i];
        *unknown |= !mark->known;
        if (mark->known && mark->value > 0) high += mark->value;
        if (mark->known && mark->value < 0) low += mark->value;
    }
    *up = clamp(high);
    *down = clamp(low);
}

static const char *stack_text(Pen *pen, const Chart *chart, int i) {
    Value up, down;
    bool unknown;
    stack_sums(chart, i, &up, &down, &unknown);
    const char *sum = value_text(pen, clamp((__int128)up + down), NULL, chart->unit);
    return unknown ? arena_printf(pen->context->arena, "%s + ?", sum) : sum;
}

static void draw_stack(Pen *pen, const Upright *u, const Chart *chart, int i, Length x, Length lane) {
    __int128 up = 0, down = 0;
    for (int s = 0; s < chart->count; s++) {
        const Mark *mark = i < chart->series[s].count ? &chart->series[s].marks[i] : NULL;
        if (!mark || !mark->known || !mark->value) continue;
        __int128 *side = mark->value > 0 ? &up : &down;
        Length from = height_of(u, clamp(*side));
        *side += mark->value;
        Length to = height_of(u, clamp(*side)), top = from < to ? from : to, tall = from < to ? to - from : from - to;
        Color color = readable_fill(mark->has_color ? mark->color : chart->series[s].color, pen->context->style), ink = ink_on(color, pen->context->style);
        draw_rect(pen, x + lane / 10, top, lane * 8 / 10, tall + 100, color);
        Block text = block_make(pen, mark->text, "chart-label", lane * 8 / 10, &ink);
        if (text.height <= tall && text.lines->count == 1) block_place(pen, &text, x + lane / 10, top + (tall - text.height) / 2, lane * 8 / 10, ALIGN_CENTER);
    }
    Block sum = block_make(pen, stack_text(pen, chart, i), "chart-value", lane, NULL);
    block_place(pen, &sum, x, height_of(u, clamp(up)) - text_leading(pen, "chart-value") - 500, lane, ALIGN_CENTER);
}

static bool sums_fit(Pen *pen, const Chart *chart, Length lane) {
    const CharStyle *style = &style_text(pen->context->style, "chart-value")->character;
    for (int i = 0; i < chart->points; i++)
        if (typeset_width(pen->context->typesetter, stack_text(pen, chart, i), style) + 1000 > lane) return false;
    return true;
}

/* The range of a chart of stacks is that of their sums. */
static void stack_range(const Chart *chart, Upright *u) {
    Value low = 0, high = 0;
    for (int i = 0; i < chart->points; i++) {
        Value up, down;
        bool unknown;
        stack_sums(chart, i, &up, &down, &unknown);
        if (up > high) high = up;
        if (down < low) low = down;
    }
    u->low = low;
    u->range = high - low;
}

void draw_columns(Pen *pen, const Chart *chart, Length width, Length max_height) {
    bool stacked = chart->kind == CHART_STACKED;
    int lanes = stacked ? 1 : chart->count;
    Length slot = chart->points ? width / chart->points : width, lane = lanes ? (slot - 2 * GAP) / lanes : slot;
    Block *labels = ARENA_ARRAY(pen->context->arena, (size_t)chart->points + 1, Block);
    Length label_height, leading = text_leading(pen, "chart-value");
    bool fits = chart->points && lanes && (stacked ? sums_fit(pen, chart, lane) : values_fit(pen, chart, lane));
    if (!fits || !make_labels(pen, chart, slot, labels, &label_height)) {
        as_rows(pen, chart, width, max_height);
        return;
    }
    if (lane > 46000) lane = 46000;
    Length y = pen->f->height + draw_legend(pen, chart, pen->f->height, width), spare = leading + 1000;
    Length height = width * 35 / 100, most = max_height - y - label_height - spare * 2 - GAP;
    if (height > most) height = most;
    if (height < 40000) height = 40000;
    Upright u = {0, y + spare, width, height, slot, chart->low, chart->high - chart->low, NULL};
    if (stacked) stack_range(chart, &u);
    if (u.range <= 0) u.range = 1;
    for (int i = 0; i < chart->points; i++) {
        Length x = i * slot + (slot - lane * lanes) / 2;
        if (stacked) draw_stack(pen, &u, chart, i, x, lane);
        for (int s = 0; s < chart->count && !stacked; s++)
            if (i < chart->series[s].count) draw_column(pen, &u, &chart->series[s].marks[i], chart->series[s].color, x + s * lane, lane);
    }
    Length base = u.top + u.height + (u.low < 0 ? spare : 0) + GAP / 2;
    draw_rect(pen, 0, height_of(&u, 0), width, HAIRLINE, pen->context->style->muted);
    for (int i = 0; i < chart->points; i++) block_place(pen, &labels[i], i * slot + GAP / 2, base, slot - GAP, ALIGN_CENTER);
    pen->f->height = base + label_height;
}

/* ---- small multiples: one little chart a series, all on one scale ---- */

/* As many side by side as leave each its labels and room for bars. */
static int multiples_across(Pen *pen, const Chart *chart, Length width) {
    const CharStyle *style = &style_text(pen->context->style, "chart-label")->character;
    Length label = 0;
    for (int s = 0; s < chart->count; s++)
        for (int i = 0; i < chart->series[s].count; i++) {
            Length w = typeset_width(pen->context->typesetter, chart->series[s].marks[i].label, style);
            if (w > label) label = w;
        }
    int across = width / ((label < 90000 ? label : 90000) + 70000);
    if (across < 1) across = 1;
    if (across > 4) across = 4;
    return across > chart->count && chart->count ? chart->count : across;
}

void draw_multiples(Pen *pen, const Chart *chart, Length width, Length max_height) {
    int across = multiples_across(pen, chart, width);
    Length gap = 5 * GAP, panel = (width - gap * (across - 1)) / across, y = pen->f->height, row_bottom = y;
    for (int s = 0; s < chart->count; s++) {
        Fragment *part = fragment_new(pen->context->arena);
        Pen small = *pen;
        Chart one = *chart;
        Series series = chart->series[s];
        small.f = part;
        series.color = pen->context->style->accent; /* the title tells them apart */
        one.series = &series;
        one.count = 1;
        one.points = series.count;
        one.kind = CHART_BARS;
        Block title = block_make(&small, series.label, "chart-title", panel, NULL);
        block_place(&small, &title, 0, 0, panel, ALIGN_LEFT);
        part->height = title.height + GAP / 2;
        draw_rows(&small, &one, panel, max_height);
        if (s % across == 0 && s) y = row_bottom + gap;
        fragment_place(pen->f, part, (s % across) * (panel + gap), y);
        if (y + part->height > row_bottom) row_bottom = y + part->height;
    }
    pen->f->height = row_bottom;
}
