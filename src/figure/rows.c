/* Horizontal bars: plain and grouped bars, stacked bars, bullets (value against target) and waterfalls. */
#include <string.h>

#include "figure/draw.h"

typedef struct Bar { /* one rectangle with its text at the end, or in it */
    Value from, to;
    Color color;
    Block text, note;
    bool inside;     /* the text stands in the bar, or not at all */
    bool has_target;
    Value target;
    bool has_text, has_note;
} Bar;

typedef struct Row {
    Block label;
    Bar *bars;
    int count, lanes; /* lanes: bars that stand below each other; else they share one */
    bool strong, open; /* open: what comes after it does not follow from it */
    Value joint;      /* waterfall: where the connector to the next row stands */
} Row;

typedef struct RowChart {
    Row *rows;
    int count;
    Value low, high;
    bool connectors;
    Length label_width, lane, gap;
} RowChart;

static Value clamp(__int128 v) {
    return v > VALUE_MAX ? VALUE_MAX : v < -VALUE_MAX ? -VALUE_MAX : (Value)v;
}

static void take(RowChart *c, Value v) {
    if (v < c->low) c->low = v;
    if (v > c->high) c->high = v;
}

/* Room for the labels: what they need on one line, within limits; totals of a waterfall are bold. */
static Length label_room(Pen *pen, const Chart *chart, Length most) {
    const CharStyle *plain = &style_text(pen->context->style, "chart-label")->character;
    const CharStyle *bold = &style_text(pen->context->style, "chart-value")->character;
    Length widest = 0;
    for (int s = 0; s < chart->count; s++)
        for (int i = 0; i < chart->series[s].count; i++) {
            const Mark *mark = &chart->series[s].marks[i];
            Length w = typeset_width(pen->context->typesetter, mark->label, mark->kind == POINT_TOTAL ? bold : plain);
            w = (Length)((int64_t)w * pen->scale / 1000) + 200;
            if (w > widest) widest = w;
        }
    return widest < most ? widest : most;
}

static const char *row_label(const Chart *chart, int i) {
    for (int s = 0; s < chart->count; s++)
        if (i < chart->series[s].count && *chart->series[s].marks[i].label) return chart->series[s].marks[i].label;
    return "";
}

static void end_text(Pen *pen, Bar *bar, const char *text, const char *style, Length width) {
    bar->text = block_make(pen, text, style, width, NULL);
    bar->has_text = true;
}

static void make_bars(Pen *pen, const Chart *chart, int i, Row *row, RowChart *c, Length width) {
    bool bullet = chart->kind == CHART_BULLET;
    row->lanes = chart->count;
    for (int s = 0; s < chart->count; s++) {
        Bar *bar = &row->bars[row->count++];
        const Mark *mark = i < chart->series[s].count ? &chart->series[s].marks[i] : NULL;
        bar->color = chart->series[s].color;
        if (!mark) continue;
        if (mark->has_color) bar->color = mark->color;
        bar->to = mark->known ? mark->value : 0;
        bar->has_target = mark->has_target;
        bar->target = mark->target;
        take(c, bar->to);
        if (mark->has_target) take(c, mark->target);
        end_text(pen, bar, mark->text, "chart-value", width);
        if (bullet && mark->has_target) {
            bar->note = block_make(pen, arena_printf(pen->context->arena, pen_english(pen) ? "of %s" : "van %s", mark->target_text), "chart-axis", width, NULL);
            bar->has_note = true;
        }
    }
}

static void make_stack(Pen *pen, const Chart *chart, int i, Row *row, RowChart *c, Length width) {
    __int128 up = 0, down = 0;
    row->lanes = 1;
    bool partial = false;
    for (int s = 0; s < chart->count; s++) {
        if (i >= chart->series[s].count) continue;
        const Mark *mark = &chart->series[s].marks[i];
        partial |= !mark->known;
        if (!mark->known || !mark->value) continue;
        Bar *bar = &row->bars[row->count++];
        __int128 *side = mark->value > 0 ? &up : &down;
        bar->from = clamp(*side);
        *side += mark->value;
        bar->to = clamp(*side);
        bar->color = readable_fill(mark->has_color ? mark->color : chart->series[s].color, pen->context->style);
        bar->inside = true;
        Color ink = ink_on(bar->color, pen->context->style);
        bar->text = block_make(pen, mark->text, "chart-label", LENGTH_MAX / 4, &ink);
        bar->has_text = true;
        take(c, bar->from);
        take(c, bar->to);
    }
    Bar *total = &row->bars[row->count++]; /* no rectangle, only the sum */
    total->from = total->to = clamp(up ? up : down);
    const char *sum = value_text(pen, clamp(up + down), NULL, chart->unit);
    end_text(pen, total, partial ? arena_printf(pen->context->arena, "%s + ?", sum) : sum, "chart-value", width);
}

static void make_fall(Pen *pen, const Chart *chart, int i, Row *row, RowChart *c, Length width, Value *running) {
    const Mark *mark = &chart->series[0].marks[i];
    const Style *style = pen->context->style;
    Bar *bar = &row->bars[row->count++];
    Value change = mark->kind == POINT_MINUS ? -mark->value : mark->value;
    row->lanes = 1;
    if (mark->kind == POINT_TOTAL) {
        bar->to = mark->value;
        bar->color = style->accent;
        row->strong = true;
        if (mark->known) *running = mark->value;
        end_text(pen, bar, mark->text, "chart-value", width);
    } else {
        bar->from = *running;
        if (mark->known) *running = clamp((__int128)*running + change);
        bar->to = *running;
        bar->color = mark->has_color ? mark->color : palette_color(style, change < 0 ? 1 : 2);
        const char *amount = mark->text;
        if (mark->known && !mark->own_text) { /* a change says which way it goes */
            const char *size = value_text(pen, change < 0 ? -change : change, mark->format, chart->unit);
            amount = arena_printf(pen->context->arena, "%s\xC2\xA0%s%s", change < 0 ? "−" : "+", size, mark->tail);
        }
        end_text(pen, bar, amount, "chart-label", width);
    }
    row->joint = *running;
    row->open = !mark->known;
    take(c, bar->from);
    take(c, bar->to);
}

/* width: of the texts at the bars' ends; label: most that the labels may take. */
static RowChart make_rows(Pen *pen, const Chart *chart, Length width, Length label) {
    RowChart c = {.count = chart->points, .low = chart->low, .high = chart->high};
    bool stacked = chart->kind == CHART_STACKED, fall = chart->kind == CHART_WATERFALL;
    Value running = 0;
    if (fall) c.count = chart->count ? chart->series[0].count : 0;
    c.connectors = fall;
    c.label_width = label_room(pen, chart, label);
    c.rows = ARENA_ARRAY(pen->context->arena, (size_t)c.count, Row);
    for (int i = 0; i < c.count; i++) {
        Row *row = &c.rows[i];
        row->bars = ARENA_ARRAY(pen->context->arena, (size_t)chart->count + 1, Bar);
        if (fall) make_fall(pen, chart, i, row, &c, width, &running);
        else if (stacked) make_stack(pen, chart, i, row, &c, width);
        else make_bars(pen, chart, i, row, &c, width);
        row->label = block_make(pen, row_label(chart, i), row->strong ? "chart-value" : "chart-label", c.label_width, NULL);
    }
    return c;
}

static Length row_height(const RowChart *c, const Row *row) {
    Length bars = row->lanes * c->lane, text = row->label.height;
    for (int i = 0; i < row->count; i++) {
        Length tall = row->bars[i].text.height > row->bars[i].note.height ? row->bars[i].text.height : row->bars[i].note.height;
        if (tall * row->lanes > bars && !row->bars[i].inside) bars = tall * row->lanes;
    }
    return (bars > text ? bars : text) + c->gap;
}

typedef struct Plot { Length left, width, zero; Value range, low; } Plot;

static Length at(const Plot *p, Value v) {
    Value offset = v - p->low;
    return p->left + scaled(offset, p->range, p->width);
}

/* The room for bars, so that every text at a bar's end stays within the figure. */
static Plot make_plot(const RowChart *c, Length width) {
    Length right = 0, left = 0, note = 0;
    for (int i = 0; i < c->count; i++)
        for (int k = 0; k < c->rows[i].count; k++) {
            const Bar *bar = &c->rows[i].bars[k];
            if (bar->inside || !bar->has_text) continue;
            bool minus = bar->to < 0 && bar->from <= 0;
            Length need = bar->text.width + GAP;
            if (minus && need > left) left = need;
            if (!minus && need > right) right = need;
            if (bar->has_note && bar->note.width + GAP > note) note = bar->note.width + GAP;
        }
    Plot p = {.left = c->label_width + 2 * GAP + left, .low = c->low, .range = c->high - c->low};
    p.width = width - p.left - right - note;
    if (p.range <= 0) p.range = 1;
    p.zero = p.width > 0 ? at(&p, 0) : 0;
    return p;
}

static void place_end_text(Pen *pen, const Plot *p, const Bar *bar, Length y, Length lane) {
    Length end = at(p, bar->to > bar->from ? bar->to : bar->from), top = y + (lane - bar->text.height) / 2;
    if (bar->has_target && at(p, bar->target) > end) end = at(p, bar->target);
    if (bar->to < 0 && bar->from <= 0) {
        Length start = at(p, bar->to < bar->from ? bar->to : bar->from);
        if (bar->has_target && at(p, bar->target) < start) start = at(p, bar->target);
        block_place(pen, &bar->text, start - GAP - bar->text.width, top, bar->text.width, ALIGN_RIGHT);
        return;
    }
    block_place(pen, &bar->text, end + GAP, top, bar->text.width, ALIGN_LEFT);
    if (bar->has_note)
        block_place(pen, &bar->note, end + 2 * GAP + bar->text.width, y + (lane - bar->note.height) / 2, bar->note.width, ALIGN_LEFT);
}

static void draw_bar(Pen *pen, const Plot *p, const Bar *bar, Length y, Length lane) {
    Length a = at(p, bar->from), b = at(p, bar->to), thick = lane * 7 / 10, top = y + (lane - thick) / 2;
    if (b < a) {
        Length swap = a;
        a = b;
        b = swap;
    }
    if (bar->from != bar->to) draw_rect(pen, a, top, b - a < 300 ? 300 : b - a, thick, bar->color);
    if (bar->has_target) {
        Length x = at(p, bar->target);
        draw_rect(pen, x - 1200, top, 2400, thick, pen->context->style->paper);
        draw_rect(pen, x - 600, y + lane / 20, 1200, lane * 9 / 10, pen->context->style->text);
    }
    if (!bar->has_text) return;
    if (!bar->inside) place_end_text(pen, p, bar, y, lane);
    else if (bar->text.width + GAP <= b - a && bar->text.height <= lane)
        block_place(pen, &bar->text, a, y + (lane - bar->text.height) / 2, b - a, ALIGN_CENTER);
}

void draw_rows(Pen *pen, const Chart *chart, Length width, Length max_height) {
    static const int shares[][2] = {{400, 330}, {330, 250}, {250, 170}, {250, 120}, {200, 90}}; /* 1/1000: labels, texts */
    RowChart c;
    Plot p;
    for (int i = 0; i < 5; i++) {
        c = make_rows(pen, chart, (Length)((int64_t)width * shares[i][1] / 1000), (Length)((int64_t)width * shares[i][0] / 1000));
        p = make_plot(&c, width);
        if (p.width >= width / 5) break;
    }
    const Style *style = pen->context->style;
    Length y = pen->f->height + (chart->kind != CHART_WATERFALL ? draw_legend(pen, chart, pen->f->height, width) : 0), total = y;
    c.lane = text_leading(pen, "chart-value") * 12 / 10;
    c.gap = chart->count > 1 && chart->kind != CHART_STACKED ? 2 * GAP : GAP;
    for (int i = 0; i < c.count; i++) total += row_height(&c, &c.rows[i]);
    if (total > max_height) {
        c.gap = GAP / 4;
        c.lane = text_leading(pen, "chart-value");
    }
    Length top = y;
    for (int i = 0; i < c.count; i++) {
        const Row *row = &c.rows[i];
        Length height = row_height(&c, row), lane = row->lanes > 0 ? (height - c.gap) / row->lanes : c.lane;
        Length shift = (height - c.gap - lane * row->lanes) / 2, thick = row->lanes == 1 && lane > c.lane * 3 / 2 ? c.lane * 3 / 2 : lane;
        block_place(pen, &row->label, 0, y + (height - c.gap - row->label.height) / 2, c.label_width, ALIGN_LEFT);
        for (int k = 0; k < row->count; k++) {
            Length lane_y = y + shift + (row->lanes > 1 ? k * lane : (lane - thick) / 2);
            draw_bar(pen, &p, &row->bars[k], lane_y, thick);
        }
        if (c.connectors && i + 1 < c.count && !row->open) {
            Length next = row_height(&c, &c.rows[i + 1]) - c.gap, foot = y + shift + thick * 85 / 100 + (lane - thick) / 2;
            Length head = y + height + (next - thick) / 2 + thick * 15 / 100;
            draw_rect(pen, at(&p, row->joint) - HAIRLINE / 2, foot, HAIRLINE, head - foot, style->muted);
        }
        y += height;
    }
    if (c.count) draw_rect(pen, p.zero - HAIRLINE, top, HAIRLINE, y - top, style->muted);
    pen->f->height = y;
}
