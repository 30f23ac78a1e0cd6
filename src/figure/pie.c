/* Pies and rings: slices with their labels outside, held apart, with leader lines. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "figure/draw.h"

#define TURN 6.283185307179586

typedef struct Slice {
    const Mark *mark;
    Color color;
    double from, to; /* radians, clockwise from twelve o'clock */
    Block label;
    bool right;
    Length y;        /* top of the label, from the centre */
} Slice;

static Point on_circle(Length cx, Length cy, double r, double angle) {
    return (Point){cx + (Length)lround(r * sin(angle)), cy - (Length)lround(r * cos(angle))};
}

/* Adds an arc as cubic curves of at most an eighth turn; the start point is there already. */
static void add_arc(PathVerb *verbs, int *v, Point *points, int *n, Length cx, Length cy, double r, double from, double to) {
    int parts = (int)ceil(fabs(to - from) / (TURN / 8));
    if (parts < 1) parts = 1;
    double step = (to - from) / parts, k = r * 4.0 / 3.0 * tan(step / 4);
    for (int i = 0; i < parts; i++) {
        double a = from + step * i, b = a + step;
        Point p = on_circle(cx, cy, r, a), q = on_circle(cx, cy, r, b);
        verbs[(*v)++] = PATH_CURVE;
        points[(*n)++] = (Point){p.x + (Length)lround(k * cos(a)), p.y + (Length)lround(k * sin(a))};
        points[(*n)++] = (Point){q.x - (Length)lround(k * cos(b)), q.y - (Length)lround(k * sin(b))};
        points[(*n)++] = q;
    }
}

static void draw_slice(Pen *pen, const Slice *s, Length cx, Length cy, Length r, Length hole, bool alone) {
    PathVerb verbs[64];
    Point points[160];
    int v = 0, n = 0;
    verbs[v++] = PATH_MOVE;
    points[n++] = on_circle(cx, cy, r, s->from);
    add_arc(verbs, &v, points, &n, cx, cy, r, s->from, s->to);
    if (hole || !alone) {
        verbs[v++] = PATH_LINE;
        points[n++] = on_circle(cx, cy, hole, s->to);
    }
    if (hole) add_arc(verbs, &v, points, &n, cx, cy, hole, s->to, s->from);
    verbs[v++] = PATH_CLOSE;
    Paint paint = {.fill = true, .stroke = !alone, .fill_color = s->color, .stroke_color = pen->context->style->paper, .line_width = 1000, .round_joins = true};
    draw_path(pen, verbs, v, points, n, paint);
}

static int by_height(const void *a, const void *b) {
    const Slice *x = *(Slice *const *)a, *y = *(Slice *const *)b;
    if (x->y != y->y) return x->y < y->y ? -1 : 1;
    return x < y ? -1 : x > y;
}

/* Moves labels of one side apart, from the top down; then the lot back up so that it is centred where it would be. */
static void hold_apart(Slice **side, int count, Length limit) {
    Length total = 0;
    qsort(side, (size_t)count, sizeof *side, by_height);
    for (int i = 0; i < count; i++) total += side[i]->label.height + 1000;
    Length bottom = total / 2 > limit ? total / 2 : limit, floor_ = bottom;
    for (int i = count - 1; i >= 0; i--) { /* none below the bottom */
        Length most = floor_ - side[i]->label.height;
        if (side[i]->y > most) side[i]->y = most;
        floor_ = side[i]->y - 1000;
    }
    Length top = -bottom;
    for (int i = 0; i < count; i++) {
        if (side[i]->y < top) side[i]->y = top;
        top = side[i]->y + side[i]->label.height + 1000;
    }
}

static void draw_label(Pen *pen, const Slice *s, Length cx, Length cy, Length r, Length width) {
    double middle = (s->from + s->to) / 2;
    Length arm = r + 3 * GAP, x = s->right ? cx + arm + GAP : cx - arm - GAP, y = cy + s->y + s->label.leading / 2;
    Point line[3] = {on_circle(cx, cy, r + 500, middle), on_circle(cx, cy, r + 2 * GAP, middle), {s->right ? x - 2000 : x + 2000, y}};
    if ((s->right && line[1].x > line[2].x) || (!s->right && line[1].x < line[2].x)) line[1].x = line[2].x;
    draw_polygon(pen, line, 3, false, pen->context->style->muted, HAIRLINE);
    block_place(pen, &s->label, s->right ? x : x - width, cy + s->y, width, s->right ? ALIGN_LEFT : ALIGN_RIGHT);
}

static int make_slices(Pen *pen, const Chart *chart, Slice *out, Length label_width) {
    const Series *series = &chart->series[0];
    double total = 0, at = 0;
    int n = 0;
    for (int i = 0; i < series->count; i++)
        if (series->marks[i].known) total += (double)series->marks[i].value;
    for (int i = 0; i < series->count; i++) {
        const Mark *mark = &series->marks[i];
        if (!mark->known || !mark->value) continue;
        Slice *s = &out[n];
        s->mark = mark;
        s->color = mark->has_color ? mark->color : palette_color(pen->context->style, n);
        s->from = at;
        at += (double)mark->value / total * TURN;
        s->to = at;
        s->right = sin((s->from + s->to) / 2) >= -1e-9;
        s->label = block_make(pen, arena_printf(pen->context->arena, "%s %s", mark->text, mark->label), "chart-label", label_width, NULL);
        n++;
    }
    return n;
}

/* What a pie cannot show (unknown, zero) is said below it. */
static void draw_rest(Pen *pen, const Chart *chart, Length width) {
    const char *rest = "";
    for (int i = 0; i < chart->series[0].count; i++) {
        const Mark *mark = &chart->series[0].marks[i];
        if (mark->known && mark->value) continue;
        rest = arena_printf(pen->context->arena, "%s%s%s: %s", rest, *rest ? "; " : "", mark->label, mark->text);
    }
    if (!*rest) return;
    Block block = block_make(pen, rest, "chart-axis", width, NULL);
    block_place(pen, &block, 0, pen->f->height + GAP, width, ALIGN_CENTER);
    pen->f->height += block.height + GAP;
}

void draw_pie(Pen *pen, const Chart *chart, Length width, Length max_height) {
    const Series *series = chart->count ? &chart->series[0] : NULL;
    int known = 0;
    for (int i = 0; series && i < series->count; i++) known += series->marks[i].known && series->marks[i].value > 0;
    if (!known || chart->negative || known > 14 || chart->count > 1) {
        Chart rows = *chart;
        rows.kind = CHART_BARS;
        draw_rows(pen, &rows, width, max_height);
        return;
    }
    Length r = width * 22 / 100, top = pen->f->height;
    if (r > 75000) r = 75000;
    if (2 * r + 8 * GAP > max_height - top && max_height - top > 60000) r = (max_height - top - 8 * GAP) / 2;
    Length label_width = (width - 2 * r) / 2 - 5 * GAP;
    Slice *slices = ARENA_ARRAY(pen->context->arena, (size_t)known, Slice), *sides[2][16];
    int n = make_slices(pen, chart, slices, label_width), counts[2] = {0, 0};
    Length limit = r + 2 * GAP, high = limit;
    for (int i = 0; i < n; i++) {
        double middle = (slices[i].from + slices[i].to) / 2;
        slices[i].y = (Length)lround(-cos(middle) * (r + 2 * GAP)) - slices[i].label.height / 2;
        sides[slices[i].right][counts[slices[i].right]++] = &slices[i];
    }
    for (int side = 0; side < 2; side++) hold_apart(sides[side], counts[side], limit);
    for (int i = 0; i < n; i++) {
        if (-slices[i].y > high) high = -slices[i].y;
        if (slices[i].y + slices[i].label.height > high) high = slices[i].y + slices[i].label.height;
    }
    Length cx = width / 2, cy = top + high;
    for (int i = 0; i < n; i++) draw_slice(pen, &slices[i], cx, cy, r, chart->kind == CHART_RING ? r * 55 / 100 : 0, n == 1);
    for (int i = 0; i < n; i++) draw_label(pen, &slices[i], cx, cy, r, label_width);
    pen->f->height = top + 2 * high;
    draw_rest(pen, chart, width);
}
