/* Vertical charts: columns, lines over time, and small multiples. What does not fit upright becomes rows. */
#include <string.h>

#include "figure/draw.h"

typedef struct Upright { /* a plot with its base line */
    Length left, top, width, height, slot;
    Value low, range;
} Upright;

static Length height_of(const Upright *u, Value v) {
    return u->top + u->height - scaled(v - u->low, u->range, u->height);
}

static const char *point_label(const Chart *chart, int i) {
    for (int s = 0; s < chart->count; s++)
        if (i < chart->series[s].count && *chart->series[s].marks[i].label) return chart->series[s].marks[i].label;
    return "";
}

static bool breaks_badly(const Block *block) {
    bool bad = block->lines->count > 3;
    for (int i = 0; i < block->lines->count; i++) bad |= block->lines->lines[i].overfull || block->lines->lines[i].hyphenated;
    return bad;
}

/* Labels below the slots; false when they do not fit upright. */
static bool make_labels(Pen *pen, const Chart *chart, Length slot, Block *labels, Length *height) {
    *height = 0;
    for (int i = 0; i < chart->points; i++) {
        labels[i] = block_make(pen, point_label(chart, i), "chart-label", slot - GAP, NULL);
        if (breaks_badly(&labels[i])) return false;
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

static void draw_column(Pen *pen, const Upright *u, const Mark *mark, Color color, Length x, Length lane) {
    Length leading = text_leading(pen, "chart-value"), zero = height_of(u, 0), end = height_of(u, mark->known ? mark->value : 0);
    Block text = block_make(pen, mark->text, "chart-value", lane, NULL);
    bool down = mark->known && mark->value < 0;
    if (mark->known && mark->value)
        draw_rect(pen, x + lane / 10, down ? zero : end, lane * 8 / 10, (down ? end - zero : zero - end) + 100, mark->has_color ? mark->color : color);
    block_place(pen, &text, x, down ? end + 500 : end - leading - 500, lane, ALIGN_CENTER);
    if (mark->has_target) draw_rect(pen, x, height_of(u, mark->target) - 600, lane, 1200, pen->context->style->text);
}

static void as_rows(Pen *pen, const Chart *chart, Length width, Length max_height) {
    Chart rows = *chart;
    rows.kind = "bars";
    draw_rows(pen, &rows, width, max_height);
}

void draw_columns(Pen *pen, const Chart *chart, Length width, Length max_height) {
    Length slot = chart->points ? width / chart->points : width, lane = chart->count ? (slot - 2 * GAP) / chart->count : slot;
    Block *labels = ARENA_ARRAY(pen->context->arena, (size_t)chart->points + 1, Block);
    Length label_height, leading = text_leading(pen, "chart-value");
    if (!chart->points || !values_fit(pen, chart, lane) || !make_labels(pen, chart, slot, labels, &label_height)) {
        as_rows(pen, chart, width, max_height);
        return;
    }
    if (lane > 46000) lane = 46000;
    Length y = pen->f->height + draw_legend(pen, chart, pen->f->height, width), spare = leading + 1000;
    Length height = width * 35 / 100, most = max_height - y - label_height - spare * 2 - GAP;
    if (height > most) height = most;
    if (height < 40000) height = 40000;
    Upright u = {0, y + spare, width, height, slot, chart->low, chart->high - chart->low};
    if (u.range <= 0) u.range = 1;
    for (int i = 0; i < chart->points; i++)
        for (int s = 0; s < chart->count; s++)
            if (i < chart->series[s].count)
                draw_column(pen, &u, &chart->series[s].marks[i], chart->series[s].color, i * slot + (slot - lane * chart->count) / 2 + s * lane, lane);
    Length base = u.top + u.height + (chart->negative ? spare : 0) + GAP / 2;
    draw_rect(pen, 0, height_of(&u, 0), width, HAIRLINE, pen->context->style->muted);
    for (int i = 0; i < chart->points; i++) block_place(pen, &labels[i], i * slot + GAP / 2, base, slot - GAP, ALIGN_CENTER);
    pen->f->height = base + label_height;
}

/* ---- lines ---- */

static Length draw_axis(Pen *pen, const Chart *chart, Upright *u, Length right) {
    Value step = round_step(chart->high - chart->low, 4), low = chart->low / step * step - (chart->low % step < 0 ? step : 0);
    Length leading = text_leading(pen, "chart-axis"), widest = 0;
    Value high = low;
    while (high < chart->high) high += step;
    if (high == low) high += step;
    u->low = low;
    u->range = high - low;
    for (int pass = 0; pass < 2; pass++)
        for (Value v = low; v <= high; v += step) {
            Block text = block_make(pen, value_text(pen, v, NULL, chart->unit), "chart-axis", u->width / 3, NULL);
            if (text.width > widest) widest = text.width;
            if (!pass) continue;
            Length y = height_of(u, v);
            block_place(pen, &text, 0, y - leading / 2, widest, ALIGN_RIGHT);
            draw_rect(pen, widest + GAP, y, u->width - widest - GAP - right, HAIRLINE, mix(pen->context->style->paper, pen->context->style->muted, v ? 30 : 100));
        }
    return widest + 2 * GAP;
}

static void draw_series_line(Pen *pen, const Upright *u, const Series *s) {
    Point *run = ARENA_ARRAY(pen->context->arena, (size_t)s->count + 1, Point);
    int n = 0;
    for (int i = 0; i <= s->count; i++) {
        if (i < s->count && s->marks[i].known) {
            run[n++] = (Point){u->left + u->slot * i + u->slot / 2, height_of(u, s->marks[i].value)};
            continue;
        }
        if (n > 1) draw_polygon(pen, run, n, false, s->color, 1500);
        for (int k = 0; k < n; k++) draw_dot(pen, run[k].x, run[k].y, 2200, s->color);
        n = 0; /* an unknown value leaves a gap */
    }
}

/* The value at each mark of one or two lines: above the higher, below the lower of the two. */
static void draw_values(Pen *pen, const Upright *u, const Chart *chart) {
    Length leading = text_leading(pen, "chart-value");
    for (int s = 0; s < chart->count && chart->count <= 2; s++) {
        const Series *other = chart->count == 2 ? &chart->series[1 - s] : NULL;
        for (int i = 0; i < chart->series[s].count; i++) {
            const Mark *mark = &chart->series[s].marks[i], *beside = other && i < other->count && other->marks[i].known ? &other->marks[i] : NULL;
            if (!mark->known) continue;
            Length y = height_of(u, mark->value);
            bool below = beside && beside->value > mark->value;
            if (beside && beside->value == mark->value && s) continue; /* said once */
            if (below && y + leading + GAP >= u->top + u->height) continue;
            Block text = block_make(pen, mark->text, "chart-value", u->slot, NULL);
            if (text.lines->count > 1 || text.width > u->slot) continue;
            Length x = u->left + u->slot * i, top = below ? y + GAP : y - leading - GAP;
            draw_rect(pen, x + (u->slot - text.width) / 2 - GAP / 2, top, text.width + GAP, leading, pen->context->style->paper);
            block_place(pen, &text, x, top, u->slot, ALIGN_CENTER);
        }
    }
}

/* Names at the right end of the lines, held apart from one another. */
static void draw_names(Pen *pen, const Upright *u, const Chart *chart, const Block *names, Length x, Length width) {
    Length *tops = ARENA_ARRAY(pen->context->arena, (size_t)chart->count + 1, Length);
    bool *done = ARENA_ARRAY(pen->context->arena, (size_t)chart->count + 1, bool);
    Length total = 0, free_from = u->top - names[0].leading / 2;
    for (int s = 0; s < chart->count; s++) {
        const Series *series = &chart->series[s];
        int last = series->count - 1;
        while (last >= 0 && !series->marks[last].known) last--;
        tops[s] = (last >= 0 ? height_of(u, series->marks[last].value) : u->top) - names[s].height / 2;
        total += names[s].height;
    }
    for (int round = 0; round < chart->count; round++) {
        int best = -1;
        for (int s = 0; s < chart->count; s++)
            if (!done[s] && (best < 0 || tops[s] < tops[best])) best = s;
        Length latest = u->top + u->height + names[0].leading - total; /* the others must still fit below */
        Length y = tops[best] > latest ? latest : tops[best];
        if (y < free_from) y = free_from;
        block_place(pen, &names[best], x, y, width, ALIGN_LEFT);
        free_from = y + names[best].height;
        total -= names[best].height;
        done[best] = true;
    }
    if (free_from > pen->f->height) pen->f->height = free_from;
}

void draw_lines(Pen *pen, const Chart *chart, Length width, Length max_height) {
    Block *labels = ARENA_ARRAY(pen->context->arena, (size_t)chart->points + 1, Block);
    Block *names = ARENA_ARRAY(pen->context->arena, (size_t)chart->count + 1, Block);
    Length right = 0, label_height, leading = text_leading(pen, "chart-axis"), y = pen->f->height;
    for (int s = 0; s < chart->count; s++) {
        Color ink = mix(chart->series[s].color, pen->context->style->text, 35);
        names[s] = block_make(pen, chart->series[s].label, "chart-value", width / 4, &ink);
        if (names[s].width > right) right = names[s].width;
    }
    Upright u = {0, y + leading + (chart->count <= 2 ? text_leading(pen, "chart-value") : 0), width, width * 35 / 100, 0, 0, 1};
    if (u.height > max_height - u.top - leading * 3) u.height = max_height - u.top - leading * 3;
    if (u.height < 50000) u.height = 50000;
    bool fits = chart->points > 0 && chart->count > 0;
    if (fits) {
        fits = make_labels(pen, chart, (width - right - width / 8) / chart->points, labels, &label_height);
    }
    if (!fits) {
        as_rows(pen, chart, width, max_height);
        return;
    }
    u.left = draw_axis(pen, chart, &u, right + GAP);
    u.slot = (width - u.left - right - GAP) / chart->points;
    pen->f->height = u.top + u.height + GAP;
    for (int s = 0; s < chart->count; s++) draw_series_line(pen, &u, &chart->series[s]);
    draw_values(pen, &u, chart);
    if (right) draw_names(pen, &u, chart, names, width - right, right);
    make_labels(pen, chart, u.slot, labels, &label_height);
    for (int i = 0; i < chart->points; i++) block_place(pen, &labels[i], u.left + i * u.slot, u.top + u.height + GAP + leading / 2, u.slot, ALIGN_CENTER);
    if (u.top + u.height + GAP + leading / 2 + label_height > pen->f->height) pen->f->height = u.top + u.height + GAP + leading / 2 + label_height;
}

/* ---- small multiples: one little bar chart a series, all on one scale ---- */

void draw_multiples(Pen *pen, const Chart *chart, Length width, Length max_height) {
    int across = width > 560000 ? 3 : width > 340000 ? 2 : 1;
    Length gap = 5 * GAP, panel = (width - gap * (across - 1)) / across, y = pen->f->height, row_bottom = y;
    for (int s = 0; s < chart->count; s++) {
        Fragment *part = fragment_new(pen->context->arena);
        Pen small = *pen;
        Chart one = *chart;
        small.f = part;
        one.series = &chart->series[s];
        one.count = 1;
        one.points = chart->series[s].count;
        one.kind = "bars";
        Block title = block_make(&small, chart->series[s].label, "chart-title", panel, NULL);
        block_place(&small, &title, 0, 0, panel, ALIGN_LEFT);
        part->height = title.height + GAP / 2;
        draw_rows(&small, &one, panel, max_height);
        if (s % across == 0 && s) y = row_bottom + gap;
        fragment_place(pen->f, part, (s % across) * (panel + gap), y);
        if (y + part->height > row_bottom) row_bottom = y + part->height;
    }
    pen->f->height = row_bottom;
}
