/* Diagrams of words: layers that exchange with each other, and pathways from role to role. */
#include <string.h>

#include "figure/draw.h"

enum { STAGES_MAX = 8, CHOICES_MAX = 12, LAYERS_MAX = 24 };

static int count_units(const Node *node) {
    int n = 0;
    BLOCK_EACH(unit, node, TAG_UNIT) n++;
    return n;
}

static void draw_head(Pen *pen, Point tip, Length dx, Length dy, Color color) {
    Length half = 2600, back = 4600;
    Point points[3] = {tip, {tip.x - (dx ? dx * back : -half), tip.y - (dy ? dy * back : -half)}, {tip.x - (dx ? dx * back : half), tip.y - (dy ? dy * back : half)}};
    draw_polygon(pen, points, 3, true, color, 0);
}

/* ---- layers ---- */

/* Two arrows, one up and one down: what is said on one layer reaches the other. */
static void draw_exchange(Pen *pen, Length x, Length y, Length height, Color color) {
    for (int side = -1; side <= 1; side += 2) {
        Length at = x + side * 4000, tip = side < 0 ? y + 1000 : y + height - 1000;
        draw_line(pen, at, y + (side < 0 ? 4000 : 1000), at, y + height - (side < 0 ? 1000 : 4000), color, 1200);
        draw_head(pen, (Point){at, tip}, 0, side < 0 ? -1 : 1, color);
    }
}

static Length draw_layer(Pen *pen, const Node *layer, Length y, Length width, Color accent, Color tint) {
    const Style *style = pen->context->style;
    Length label_w = width * 30 / 100, pad = 2 * GAP, x = label_w + 3 * GAP, room = width - x - pad;
    Color ink = ink_on(accent, style);
    Block name = block_make(pen, unit_block(layer)->label, "chart-title", label_w - 2 * pad, &ink);
    const char *text = unit_block(layer)->text;
    Block note = block_make(pen, text ? text : "", "chart-axis", label_w - 2 * pad, &ink);
    Length left = name.height + (text ? note.height + GAP / 2 : 0), right = 0;
    Block items[LAYERS_MAX];
    int n = 0;
    BLOCK_EACH(unit, layer, TAG_UNIT) {
        if (n == LAYERS_MAX) break;
        items[n] = block_make(pen, unit_block(unit)->label, "chart-label", room - 3 * GAP, NULL);
        right += items[n].height + (n ? GAP / 2 : 0);
        n++;
    }
    Length height = (left > right ? left : right) + 2 * pad;
    draw_rect(pen, 0, y, width, height, tint);
    draw_rect(pen, 0, y, label_w, height, accent);
    block_place(pen, &name, pad, y + (height - left) / 2, label_w - 2 * pad, ALIGN_LEFT);
    if (text) block_place(pen, &note, pad, y + (height - left) / 2 + name.height + GAP / 2, label_w - 2 * pad, ALIGN_LEFT);
    Length at = y + (height - right) / 2;
    for (int i = 0; i < n; i++) {
        draw_dot(pen, x + 1500, at + items[i].leading / 2, 1500, accent);
        block_place(pen, &items[i], x + 2 * GAP, at, room, ALIGN_LEFT);
        at += items[i].height + GAP / 2;
    }
    return height;
}

void draw_levels(Pen *pen, const Node *node, Length width, Length max_height) {
    const Style *style = pen->context->style;
    int n = count_units(node), i = 0;
    Length y = pen->f->height, gap = 6 * GAP;
    (void)max_height;
    BLOCK_EACH(layer, node, TAG_UNIT) {
        if (i) {
            draw_exchange(pen, width * 15 / 100, y, gap, style->muted);
            y += gap;
        }
        Color shade = readable_fill(mix(style->accent, style->paper, n > 1 ? 26 * i / (n - 1) : 0), style);
        y += draw_layer(pen, layer, y, width, shade, mix(style->paper, style->accent, 8));
        i++;
    }
    pen->f->height = y;
}

/* ---- pathways ---- */

typedef struct Step {
    Block name[CHOICES_MAX], note[CHOICES_MAX];
    Length box_h[CHOICES_MAX], top[CHOICES_MAX]; /* from the top of the lane */
    bool noted[CHOICES_MAX];
    int count;
    Length height;
} Step;

static void measure_box(Pen *pen, Step *step, const Node *unit, Length width, bool filled) {
    const Style *style = pen->context->style;
    int i = step->count++;
    Color ink = filled ? ink_on(style->accent, style) : style->text;
    const char *text = unit_block(unit)->text;
    step->name[i] = block_make(pen, unit_block(unit)->label, "chart-value", width - 3 * GAP, &ink);
    step->box_h[i] = step->name[i].height + 2 * GAP;
    step->noted[i] = text && *text;
    if (!step->noted[i]) return;
    step->note[i] = block_make(pen, text, "chart-axis", width - 3 * GAP, filled ? &ink : NULL);
    step->box_h[i] += step->note[i].height;
}

static void measure_step(Pen *pen, Step *step, const Node *unit, Length width, bool filled) {
    step->count = 0;
    step->height = 0;
    if (!block_child(unit, TAG_UNIT)) measure_box(pen, step, unit, width, filled);
    BLOCK_EACH(choice, unit, TAG_UNIT) if (step->count < CHOICES_MAX) measure_box(pen, step, choice, width, filled);
    for (int i = 0; i < step->count; i++) {
        step->top[i] = step->height + (i ? 2 * GAP : 0);
        step->height = step->top[i] + step->box_h[i];
    }
}

static void draw_step(Pen *pen, const Step *step, Length x, Length y, Length width, bool filled, Color color) {
    const Style *style = pen->context->style;
    Length pad = 3 * GAP / 2;
    Color fill = filled ? style->accent : mix(style->paper, color, 14), line = filled ? style->accent : mix(style->paper, color, 65);
    for (int i = 0; i < step->count; i++) {
        Length top = y + step->top[i];
        draw_frame(pen, x, top, width, step->box_h[i], fill, line, 2000);
        block_place(pen, &step->name[i], x + pad, top + GAP, width - 2 * pad, ALIGN_LEFT);
        if (step->noted[i]) block_place(pen, &step->note[i], x + pad, top + GAP + step->name[i].height, width - 2 * pad, ALIGN_LEFT);
    }
}

/* From every box of a step to every box of the next one. */
static void draw_links(Pen *pen, const Step *from, const Step *to, Length x0, Length x1, Length y0, Length y1) {
    Paint paint = {.stroke = true, .stroke_color = pen->context->style->muted, .line_width = 1000};
    for (int a = 0; a < from->count; a++)
        for (int b = 0; b < to->count; b++) {
            Point start = {x0, y0 + from->top[a] + from->box_h[a] / 2}, end = {x1 - 3500, y1 + to->top[b] + to->box_h[b] / 2};
            Length middle = start.x + (end.x - start.x) / 2;
            Point points[4] = {start, {middle, start.y}, {middle, end.y}, end};
            draw_path(pen, (PathVerb[]){PATH_MOVE, PATH_CURVE}, 2, points, 4, paint);
        }
    for (int b = 0; b < to->count; b++) draw_head(pen, (Point){x1, y1 + to->top[b] + to->box_h[b] / 2}, 1, 0, pen->context->style->muted);
}

static Length draw_lane(Pen *pen, const Node *lane, Length y, Length width, Length gap, int stages, Color color) {
    Step steps[STAGES_MAX];
    Block name = block_make(pen, unit_block(lane)->label, "chart-title", width * stages + gap * (stages - 1), NULL);
    int n = 0;
    Length height = 0, top = y + name.height + GAP;
    BLOCK_EACH(unit, lane, TAG_UNIT) {
        if (n == stages) break;
        measure_step(pen, &steps[n], unit, width, n == 0);
        if (steps[n].height > height) height = steps[n].height;
        n++;
    }
    block_place(pen, &name, 0, y, name.width, ALIGN_LEFT);
    for (int i = 0; i < n; i++) {
        Length x = i * (width + gap), at = top + (height - steps[i].height) / 2;
        if (i) draw_links(pen, &steps[i - 1], &steps[i], x - gap, x, top + (height - steps[i - 1].height) / 2, at);
        draw_step(pen, &steps[i], x, at, width, i == 0, color);
    }
    return name.height + GAP + height;
}

/* The names of the columns, each in an arrow that points to the next. */
static Length draw_stages(Pen *pen, const Node *names, Length y, Length width, Length gap, int stages) {
    const Style *style = pen->context->style;
    Block blocks[STAGES_MAX];
    int n = 0;
    Length height = 0, point = 2 * GAP;
    BLOCK_EACH(unit, names, TAG_UNIT) {
        if (n == stages) break;
        blocks[n] = block_make(pen, unit_block(unit)->label, "chart-title", width - 5 * GAP, NULL);
        if (blocks[n].height > height) height = blocks[n].height;
        n++;
    }
    height += 2 * GAP;
    for (int i = 0; i < n; i++) {
        Length x = i * (width + gap), right = x + width + (i < n - 1 ? gap - GAP : 0);
        Point points[6] = {{x, y}, {right - point, y}, {right, y + height / 2}, {right - point, y + height}, {x, y + height}, {x + (i ? point : 0), y + height / 2}};
        draw_polygon(pen, points, 6, true, mix(style->paper, style->accent, 16), 0);
        block_place(pen, &blocks[i], x + (i ? point : 0) + 2 * GAP, y + (height - blocks[i].height) / 2, width - 4 * GAP, ALIGN_LEFT);
    }
    return height;
}

void draw_pathway(Pen *pen, const Node *node, Length width, Length max_height) {
    int stages = 1, i = 0;
    Length y = pen->f->height, gap = 8 * GAP;
    (void)max_height;
    BLOCK_EACH(lane, node, TAG_UNIT) {
        int n = count_units(lane);
        if (n > stages) stages = n > STAGES_MAX ? STAGES_MAX : n;
    }
    Length column = (width - gap * (stages - 1)) / stages;
    BLOCK_EACH(lane, node, TAG_UNIT) {
        bool names = strcmp(unit_block(lane)->kind, "stages") == 0;
        if (names) y += draw_stages(pen, lane, y, column, gap, stages);
        else y += draw_lane(pen, lane, y, column, gap, stages, palette_color(pen->context->style, i++));
        y += 5 * GAP;
    }
    pen->f->height = y - 5 * GAP;
}
