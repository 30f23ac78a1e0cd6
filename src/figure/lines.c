/* Line charts: values over years, with the numbers at the marks where they can be read there, else along an axis. */
#include <stdlib.h>
#include <string.h>

#include "figure/upright.h"

/* Where an axis begins: at zero, unless all values lie close together far above it. */
static Value least_of(const Chart *chart) {
    Value least = chart->high;
    for (int s = 0; s < chart->count; s++)
        for (int i = 0; i < chart->series[s].count; i++)
            if (chart->series[s].marks[i].known && chart->series[s].marks[i].value < least) least = chart->series[s].marks[i].value;
    return least > chart->high / 2 ? least : chart->low;
}

/* Rounds the scale to whole steps; returns the step. */
static Value round_scale(const Chart *chart, Upright *u) {
    Value least = least_of(chart), step = round_step(chart->high - least, 5), low = least / step * step - (least % step < 0 ? step : 0), high = low;
    while (high < chart->high) high += step;
    if (high == low) high += step;
    u->low = low;
    u->range = high - low;
    return step;
}

static Block axis_text(Pen *pen, const Chart *chart, const Upright *u, Value v) {
    return block_make(pen, value_text(pen, v, NULL, chart->unit), "chart-axis", u->width / 3, NULL);
}

/* The room that the numbers take at the left. */
static Length axis_room(Pen *pen, const Chart *chart, const Upright *u, Value step) {
    Length widest = 0;
    for (Value v = u->low; v <= u->low + u->range; v += step) {
        Length w = axis_text(pen, chart, u, v).width;
        if (w > widest) widest = w;
    }
    return widest + 2 * GAP;
}

static void draw_axis(Pen *pen, const Chart *chart, const Upright *u, Value step, Length right) {
    const Style *style = pen->context->style;
    for (Value v = u->low; v <= u->low + u->range; v += step) {
        Block text = axis_text(pen, chart, u, v);
        Length y = height_of(u, v);
        block_place(pen, &text, 0, y - text_leading(pen, "chart-axis") / 2, u->left - 2 * GAP, ALIGN_RIGHT);
        draw_rect(pen, u->left - GAP, y, u->width - u->left + GAP - right, HAIRLINE, mix(style->paper, style->muted, v ? 30 : 100));
    }
}

/* ---- numbers at the marks ---- */

typedef struct Label { Block block; Length x, y; const Mark *mark; Color ink; } Label;

static Point mark_point(const Upright *u, const Series *s, int i) {
    return (Point){u->left + u->slot * u->slots[i] + u->slot / 2, height_of(u, s->marks[i].value)};
}

/* How far apart neighbours stand. */
static Length apart(const Upright *u, int i, int k) {
    Length slot = u->slot > 0 ? u->slot : 1;
    return slot * abs(u->slots[i] - u->slots[k]);
}

/* How far the line rises (or, down, falls) into a number of that width above (below) mark i. */
static Length intrusion(const Upright *u, const Series *s, int i, Length width, bool below) {
    Length worst = 0;
    Point here = mark_point(u, s, i);
    for (int step = -1; step <= 1; step += 2) {
        int k = i + step;
        if (k < 0 || k >= s->count || !s->marks[k].known) continue;
        Length rise = here.y - mark_point(u, s, k).y, reach = width / 2 < u->slot ? width / 2 : u->slot;
        rise = (Length)((int64_t)rise * reach / apart(u, i, k));
        if (below) rise = -rise;
        if (rise > worst) worst = rise;
    }
    return worst;
}

static bool meets(const Label *a, const Label *b) {
    return a->x < b->x + b->block.width + 1000 && b->x < a->x + a->block.width + 1000 && a->y < b->y + b->block.height && b->y < a->y + a->block.height;
}

/* A dot or line of another series under a number. */
static bool crossed(const Upright *u, const Chart *chart, const Series *own, int i, const Label *label) {
    for (int s = 0; s < chart->count; s++) {
        const Series *other = &chart->series[s];
        if (other == own) continue;
        for (int k = i - 1; k <= i + 1; k++) {
            if (k < 0 || k >= other->count || !other->marks[k].known) continue;
            Point p = mark_point(u, other, k);
            if (k == i && p.y > label->y - 2500 && p.y < label->y + label->block.height + 2500) return true;
            if (k == i || i >= other->count || !other->marks[i].known) continue;
            Point q = mark_point(u, other, i);
            Length reach = label->block.width / 2, y = q.y + (Length)((int64_t)(p.y - q.y) * reach / apart(u, i, k));
            Length high = y < q.y ? y : q.y, low = y < q.y ? q.y : y;
            if (high < label->y + label->block.height - 1000 && low > label->y + 1000) return true;
        }
    }
    return false;
}

static bool place_number(const Upright *u, const Chart *chart, const Series *s, int i, Label *labels, int count) {
    Label *label = &labels[count];
    Point p = mark_point(u, s, i);
    Length height = label->block.height, over = intrusion(u, s, i, label->block.width, false), under = intrusion(u, s, i, label->block.width, true);
    if (label->block.lines->count > 1 || label->block.width > u->slot - 1000) return false;
    label->x = p.x - label->block.width / 2;
    for (int attempt = 0; attempt < 2; attempt++) {
        bool below = (over > under) != (attempt == 1);
        label->y = below ? p.y + 2500 : p.y - 2500 - height;
        bool good = (below ? under : over) < height * 3 / 4 && label->y >= u->top - height - 2500 && label->y + height <= u->top + u->height && !crossed(u, chart, s, i, label);
        for (int k = 0; good && k < count; k++) good = !meets(label, &labels[k]);
        if (good) return true;
    }
    return false;
}

/* Numbers for all marks; NULL when one of them finds no place. */
static Label *place_numbers(Pen *pen, const Upright *u, const Chart *chart, int *count) {
    int total = 0;
    *count = 0;
    for (int s = 0; s < chart->count; s++) total += chart->series[s].count;
    if (total > 40) return NULL;
    Label *labels = ARENA_ARRAY(pen->context->arena, (size_t)total + 1, Label);
    for (int s = 0; s < chart->count; s++)
        for (int i = 0; i < chart->series[s].count; i++) {
            const Mark *mark = &chart->series[s].marks[i];
            if (!mark->known) continue;
            Color ink = ink_like(chart->series[s].color, pen->context->style);
            labels[*count].block = block_make(pen, mark->text, "chart-value", u->slot, &ink);
            if (!place_number(u, chart, &chart->series[s], i, labels, *count)) return NULL;
            ++*count;
        }
    return labels;
}

static void draw_series_line(Pen *pen, const Upright *u, const Series *s) {
    Point *run = ARENA_ARRAY(pen->context->arena, (size_t)s->count + 1, Point);
    int n = 0;
    for (int i = 0; i <= s->count; i++) {
        bool known = i < s->count && s->marks[i].known;
        if (n && (!known || u->slots[i] > u->slots[i - 1] + 1)) { /* an unknown value and a year left out leave a gap */
            if (n > 1) draw_polygon(pen, run, n, false, s->color, 1500);
            for (int k = 0; k < n; k++) draw_dot(pen, run[k].x, run[k].y, 2200, s->color);
            n = 0;
        }
        if (known) run[n++] = mark_point(u, s, i);
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

static int year_of(const char *label) {
    int year = 0;
    for (int i = 0; i < 4; i++) {
        if (label[i] < '0' || label[i] > '9') return 0;
        year = year * 10 + label[i] - '0';
    }
    return label[4] >= '0' && label[4] <= '9' ? 0 : year;
}

/* Points named after years (2018, 2018–2019) that go up stand as far apart as the years do, in steps of the shortest time
 * between two of them; all others follow each other. Returns how many slots that takes. */
static int set_slots(Pen *pen, const Chart *chart, Upright *u) {
    enum { MOST = 60 }; /* else equal steps, so that the years can be read */
    int *slots = ARENA_ARRAY(pen->context->arena, (size_t)chart->points + 1, int), step = 10000, first = year_of(point_label(chart, 0));
    bool even = first > 0;
    u->slots = slots;
    for (int i = 0; i < chart->points; i++) slots[i] = i;
    for (int i = 1; i < chart->points && even; i++) {
        int time = year_of(point_label(chart, i)) - year_of(point_label(chart, i - 1));
        even = time > 0;
        if (time < step) step = time;
    }
    for (int i = 1; i < chart->points && even; i++)
        if ((year_of(point_label(chart, i)) - first) % step) step = 1, i = 0;
    if (!even || (year_of(point_label(chart, chart->points - 1)) - first) / step >= MOST) return chart->points;
    for (int i = 0; i < chart->points; i++) slots[i] = (year_of(point_label(chart, i)) - first) / step;
    return slots[chart->points - 1] + 1;
}

enum { LABELS_APART = 4 };

void draw_lines(Pen *pen, const Chart *chart, Length width, Length max_height) {
    Block *labels = ARENA_ARRAY(pen->context->arena, (size_t)chart->points + 1, Block);
    Block *names = ARENA_ARRAY(pen->context->arena, (size_t)chart->count + 1, Block);
    Length right = 0, label_height, leading = text_leading(pen, "chart-axis"), y = pen->f->height;
    for (int s = 0; s < chart->count; s++) {
        Color ink = ink_like(chart->series[s].color, pen->context->style);
        names[s] = block_make(pen, chart->series[s].label, "chart-value", width / 4, &ink);
        if (names[s].width > right) right = names[s].width;
    }
    Length spare = text_leading(pen, "chart-value") + 3000;
    Upright u = {0, y + spare, width, width * 35 / 100, 0, 0, 1, NULL};
    if (u.height > max_height - y - spare - leading * 3) u.height = max_height - y - spare - leading * 3;
    if (u.height < 50000) u.height = 50000;
    if (chart->points < 2 || !chart->count) {
        as_rows(pen, chart, width, max_height);
        return;
    }
    Value step = 0;
    int count;
    u.low = chart->low;
    u.range = chart->high > chart->low ? chart->high - chart->low : 1;
    int slots = set_slots(pen, chart, &u);
    u.slot = (width - right - GAP) / slots;
    Label *numbers = place_numbers(pen, &u, chart, &count);
    if (!numbers) {
        step = round_scale(chart, &u);
        u.left = axis_room(pen, chart, &u, step);
        u.slot = (width - u.left - right - GAP) / slots;
    }
    int every = 1, most = year_of(point_label(chart, 0)) > 0 ? LABELS_APART : 1; /* years between two that are named can be told */
    while (every <= most && !make_labels(pen, chart, u.slot * every, labels, &label_height)) every++;
    if (u.slot < 1000 || every > most) {
        as_rows(pen, chart, width, max_height);
        return;
    }
    if (numbers) draw_rect(pen, 0, height_of(&u, u.low > 0 ? u.low : 0), width - right - GAP, HAIRLINE, pen->context->style->muted);
    else draw_axis(pen, chart, &u, step, right + GAP);
    pen->f->height = u.top + u.height + GAP;
    for (int s = 0; s < chart->count; s++) draw_series_line(pen, &u, &chart->series[s]);
    for (int i = 0; numbers && i < count; i++) block_place(pen, &numbers[i].block, numbers[i].x, numbers[i].y, numbers[i].block.width, ALIGN_LEFT);
    if (right) draw_names(pen, &u, chart, names, width - right, right);
    for (int i = (chart->points - 1) % every; i < chart->points; i += every) { /* so that the last year has one */
        Length room = u.slot * every, x = u.left + u.slots[i] * u.slot - (room - u.slot) / 2, slack = (room - labels[i].width) / 2;
        if (every > 1 && (x + slack < 0 || x + room - slack > width)) continue;
        block_place(pen, &labels[i], x, u.top + u.height + GAP + leading / 2, room, ALIGN_CENTER);
    }
    if (u.top + u.height + GAP + leading / 2 + label_height > pen->f->height) pen->f->height = u.top + u.height + GAP + leading / 2 + label_height;
}
