/* Organisation charts and trees of themes, laid out from who stands under whom. */
#include <string.h>

#include "figure/draw.h"

#define DEPTH_MAX 24
#define BOX_MAX 108000
#define BOX_MIN 56000

typedef struct Unit {
    const char *id, *label, *text, *parent, *kind;
    Place place;
    struct Unit *first, *last, *next; /* children */
    struct Unit *above;
    Block name, note;
    Length box_w, box_h, x, y, w, h; /* box; extent of the whole subtree */
    int across;                      /* columns in which the children stand */
    bool stacked;                    /* children hang on spines */
    int broken;                      /* names in the subtree that a narrow box broke in a word */
} Unit;

static Length horizontal_gap(void) {
    return 3 * GAP;
}
static Length vertical_gap(void) {
    return 4 * GAP;
}

static void attach(Unit *parent, Unit *child) {
    child->above = parent;
    if (parent->last) parent->last->next = child;
    else parent->first = child;
    parent->last = child;
}

static int count_units(const Node *node, int depth) {
    int n = 0;
    if (depth > DEPTH_MAX) return 0;
    BLOCK_EACH(unit, node, TAG_UNIT) n += 1 + count_units(unit, depth + 1);
    return n;
}

static void read_units(const Node *node, Unit *units, int *n, Unit *above, int depth) {
    if (depth > DEPTH_MAX) return;
    BLOCK_EACH(child, node, TAG_UNIT) {
        Unit *u = &units[(*n)++];
        const UnitBlock *block = unit_block(child);
        u->id = block->common.id;
        u->label = block->label;
        u->text = block->text;
        u->parent = block->parent;
        u->kind = block->kind;
        if (above) attach(above, u);
        read_units(child, units, n, u, depth + 1);
    }
}

static bool is_above(const Unit *candidate, const Unit *unit) {
    for (int i = 0; unit && i < 10000; unit = unit->above, i++)
        if (unit == candidate) return true;
    return unit != NULL;
}

static int depth_of(const Unit *unit) {
    int depth = 0;
    for (; unit->above; unit = unit->above) depth++;
    return depth;
}

/* All units below one root, which has no label when there are several. Rings are cut where they close. */
static Unit *read_forest(Pen *pen, const Node *node) {
    int n = 0, count = count_units(node, 0);
    Unit *units = ARENA_ARRAY(pen->context->arena, (size_t)count + 1, Unit), *root = &units[count];
    read_units(node, units, &n, NULL, 0);
    for (int i = 0; i < n; i++) {
        Unit *parent = NULL;
        if (units[i].above) continue;
        for (int k = 0; units[i].parent && k < n && !parent; k++)
            if (units[k].id && !strcmp(units[k].id, units[i].parent) && !is_above(&units[i], &units[k]) && depth_of(&units[k]) < DEPTH_MAX) parent = &units[k];
        attach(parent ? parent : root, &units[i]);
        if (!parent) units[i].above = NULL;
    }
    root->label = "";
    if (root->first && !root->first->next) return root->first;
    return root;
}

static void measure_box(Pen *pen, Unit *u, Length width, bool filled) {
    Color ink = filled ? ink_on(pen->context->style->accent, pen->context->style) : pen->context->style->text;
    u->box_w = u->box_h = 0;
    u->broken = 0;
    if (!*u->label) return;
    u->box_w = width;
    u->name = block_make(pen, u->label, filled || u->first ? "chart-value" : "chart-label", width - 3 * GAP, &ink);
    u->box_h = u->name.height + 2 * GAP;
    for (int i = 0; i < u->name.lines->count; i++) u->broken += u->name.lines->lines[i].hyphenated;
    if (u->text) {
        u->note = block_make(pen, u->text, "chart-axis", width - 3 * GAP, filled ? &ink : NULL);
        u->box_h += u->note.height;
    }
}

static int child_count(const Unit *u) {
    int n = 0;
    for (const Unit *c = u->first; c; c = c->next) n++;
    return n;
}

static void measure(Pen *pen, Unit *u, Length available, int depth);

/* Side by side, a unit without others below it takes no more than a box; the rest is for those that have. */
static Length wide_column(const Unit *u, Length available, Length even, int n) {
    int leaves = 0;
    for (const Unit *c = u->first; c; c = c->next) leaves += !c->first;
    if (even <= BOX_MAX || leaves == n) return even;
    return (available - horizontal_gap() * (n - 1) - leaves * BOX_MAX) / (n - leaves);
}

/* Lays the children out in that many columns; false when one of them is too wide. */
static bool try_across(Pen *pen, Unit *u, Length available, int across, int n, int depth) {
    Length gap = horizontal_gap(), indent = across < n ? 3 * GAP : 0;
    Length column = (available - gap * (across - 1)) / across - indent, y0 = u->box_h ? u->box_h + vertical_gap() : 0;
    Length broad = across == n ? wide_column(u, available, column, n) : column;
    int per = (n + across - 1) / across, i = 0;
    if (column < BOX_MIN && across > 1) return false;
    u->h = u->box_h;
    Length x = 0, y = y0, wide = 0;
    for (Unit *c = u->first; c; c = c->next, i++) {
        Length room = c->first ? broad : column;
        measure(pen, c, room, depth + 1);
        u->broken += c->broken;
        if (c->w > room && across > 1) return false;
        if (i && i % per == 0) {
            x += wide + gap;
            y = y0;
            wide = 0;
        }
        c->x = x + indent;
        c->y = y;
        y += c->h + (across < n ? 2 * GAP : 0);
        if (c->w + indent > wide) wide = c->w + indent;
        if (c->y + c->h > u->h) u->h = c->y + c->h;
    }
    u->w = x + wide;
    u->across = across;
    u->stacked = across < n;
    return true;
}

static void measure(Pen *pen, Unit *u, Length available, int depth) {
    Length box = available < BOX_MAX ? available : BOX_MAX;
    int n = child_count(u);
    measure_box(pen, u, box, depth == 0);
    u->w = u->box_w;
    u->h = u->box_h;
    if (!n) return;
    static const int most[] = {12, 6, 3}; /* deeper down: one column, which also bounds the work */
    int widest = depth > 2 ? 1 : n < most[depth] ? n : most[depth];
    Length fit = (available + horizontal_gap()) / (BOX_MIN + horizontal_gap());
    if (widest > fit) widest = fit < 1 ? 1 : (int)fit;
    int own = u->broken, best = 0, least = 0, tried = 0;
    for (int across = widest; across >= 1; across--) { /* whole words before a broad chart */
        u->broken = own;
        tried = across;
        if (!try_across(pen, u, available, across, n, depth)) continue;
        if (best && u->broken >= least) continue;
        best = across;
        least = u->broken;
        if (least == own) break;
    }
    if (best != tried) {
        u->broken = own;
        try_across(pen, u, available, best, n, depth);
    }
    if (u->w < u->box_w) {
        Length shift = u->stacked && u->across == 1 ? 0 : (u->box_w - u->w) / 2;
        for (Unit *c = u->first; c; c = c->next) c->x += shift;
        u->w = u->box_w;
    }
}

/* A box stands above the middle of those below it, or at the left of those that hang on one spine. */
static Length box_x(const Unit *u) {
    if (u->stacked) return u->across == 1 ? 0 : (u->w - u->box_w) / 2;
    if (!u->first) return (u->w - u->box_w) / 2;
    Length left = u->first->x + box_x(u->first) + u->first->box_w / 2, right = u->last->x + box_x(u->last) + u->last->box_w / 2;
    Length x = (left + right) / 2 - u->box_w / 2;
    return x < 0 ? 0 : x > u->w - u->box_w ? u->w - u->box_w : x;
}

static void connect(Pen *pen, const Unit *u, Length x, Length y) {
    Color color = pen->context->style->muted;
    Length middle = x + box_x(u) + u->box_w / 2, bottom = y + u->box_h, bus = bottom + vertical_gap() / 2;
    if (!u->box_h || !u->first) return;
    if (u->stacked && u->across == 1) middle = x + GAP;
    Length low = middle, high = middle;
    for (const Unit *c = u->first; c; c = c->next) {
        Length cx = x + c->x + box_x(c), cy = y + c->y + c->box_h / 2, spine = u->stacked ? x + c->x - 2 * GAP : cx + c->box_w / 2;
        if (spine < low) low = spine;
        if (spine > high) high = spine;
        draw_line(pen, spine, bus, spine, u->stacked ? cy : y + c->y, color, 800);
        if (u->stacked) draw_line(pen, spine, cy, cx, cy, color, 800);
    }
    draw_line(pen, middle, bottom, middle, bus, color, 800);
    if (high > low) draw_line(pen, low, bus, high, bus, color, 800);
}

static void draw_units(Pen *pen, const Unit *u, Length x, Length y, int depth) {
    const Style *style = pen->context->style;
    connect(pen, u, x, y);
    if (u->box_h) {
        Length left = x + box_x(u), pad = 3 * GAP / 2;
        bool dashed = !strcmp(u->kind, "advies") || !strcmp(u->kind, "overleg") || !strcmp(u->kind, "staff");
        Color fill = depth == 0 ? style->accent : dashed ? style->paper : mix(style->paper, style->accent, u->first ? 16 : 7);
        draw_frame(pen, left, y, u->box_w, u->box_h, fill, depth == 0 ? style->accent : mix(style->paper, style->accent, 55), 2000);
        block_place(pen, &u->name, left + pad, y + GAP, u->box_w - 2 * pad, ALIGN_CENTER);
        if (u->text) block_place(pen, &u->note, left + pad, y + GAP + u->name.height, u->box_w - 2 * pad, ALIGN_CENTER);
    }
    for (const Unit *c = u->first; c; c = c->next) draw_units(pen, c, x + c->x, y + c->y, depth + 1);
}

void draw_orgchart(Pen *pen, const Node *node, Length width, Length max_height) {
    (void)max_height;
    Unit *root = read_forest(pen, node);
    measure(pen, root, width, 0);
    draw_units(pen, root, root->w < width ? (width - root->w) / 2 : 0, pen->f->height, 0);
    pen->f->height += root->h;
}

/* ---- tree of themes: from left to right ---- */

static int levels(const Unit *u, int depth) {
    int most = 1;
    for (const Unit *c = u->first; c && depth < DEPTH_MAX; c = c->next) {
        int n = 1 + levels(c, depth + 1);
        if (n > most) most = n;
    }
    return most;
}

/* Heights from the leaves up; y of each box within its parent's extent. */
static void measure_tree(Pen *pen, Unit *u, Length column, int depth) {
    Length y = 0, gap = 3 * GAP / 2;
    measure_box(pen, u, column, depth == 0);
    for (Unit *c = u->first; c; c = c->next) {
        measure_tree(pen, c, column, depth + 1);
        c->y = y;
        y += c->h + (c->next ? gap : 0);
    }
    u->h = y > u->box_h ? y : u->box_h;
    for (Unit *c = u->first; c; c = c->next) c->y += (u->h - y) / 2;
}

static void draw_branch(Pen *pen, Point a, Point b) {
    Length middle = a.x + (b.x - a.x) / 2;
    Point points[4] = {a, {middle, a.y}, {middle, b.y}, b};
    Paint paint = {.stroke = true, .stroke_color = pen->context->style->muted, .line_width = 900};
    draw_path(pen, (PathVerb[]){PATH_MOVE, PATH_CURVE}, 2, points, 4, paint);
}

static void draw_tree_unit(Pen *pen, const Unit *u, Length x, Length y, Length column, int depth, Color color) {
    const Style *style = pen->context->style;
    Length top = y + (u->h - u->box_h) / 2, pad = 3 * GAP / 2, step = column + 6 * GAP;
    if (u->box_h) {
        Color fill = depth == 0 ? style->accent : mix(style->paper, color, u->first ? 22 : 10);
        draw_frame(pen, x, top, column, u->box_h, fill, depth == 0 ? style->accent : mix(style->paper, color, 60), 2000);
        if (depth) draw_rect(pen, x, top, 2000, u->box_h, color);
        block_place(pen, &u->name, x + pad + 1000, top + GAP, column - 2 * pad, ALIGN_LEFT);
        if (u->text) block_place(pen, &u->note, x + pad + 1000, top + GAP + u->name.height, column - 2 * pad, ALIGN_LEFT);
    }
    int i = 0;
    for (const Unit *c = u->first; c; c = c->next, i++) {
        Color own = depth == 0 ? (c->first ? palette_color(style, i) : color) : color;
        Length child_x = u->box_h ? x + step : x, child_middle = y + c->y + c->h / 2;
        if (u->box_h) draw_branch(pen, (Point){x + column, top + u->box_h / 2}, (Point){child_x, child_middle});
        draw_tree_unit(pen, c, child_x, y + c->y, column, depth + 1, own);
    }
}

void draw_tree(Pen *pen, const Node *node, Length width, Length max_height) {
    Unit *root = read_forest(pen, node);
    int n = levels(root, 0) - (*root->label ? 0 : 1);
    if (n < 1) n = 1;
    Length column = (width - (n - 1) * 6 * GAP) / n;
    if (column < BOX_MIN) { /* too deep to stand side by side */
        draw_orgchart(pen, node, width, max_height);
        return;
    }
    if (column > 2 * BOX_MAX) column = 2 * BOX_MAX;
    measure_tree(pen, root, column, 0);
    draw_tree_unit(pen, root, 0, pen->f->height, column, 0, palette_color(pen->context->style, 0));
    pen->f->height += root->h;
}
