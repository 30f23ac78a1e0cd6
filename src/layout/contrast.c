/* Text against what lies beneath it on the finished page (WCAG 2.1, 1.4.3). A house style is checked when it is read;
 * here is what only the page knows: fills of cells, boxes and bars, marks of a chart, a background behind it all. */
#include <string.h>

#include "layout/engine.h"

typedef struct Fill {
    Length left, top, right, bottom;
    Color color;
    const Item *path; /* NULL: the whole rectangle */
} Fill;

typedef struct Fills {
    Fill *all;
    int count;
} Fills;

/* Even-odd, curves taken as their chords: sharp enough for the middle of a word. */
static bool inside_path(const Path *path, Length x, Length y) {
    bool inside = false;
    Point last = {0, 0}, start = {0, 0};
    const Point *p = path->points;
    for (int i = 0; i < path->verb_count; i++) {
        PathVerb verb = path->verbs[i];
        Point to = verb == PATH_CLOSE ? start : p[verb == PATH_CURVE ? 2 : 0];
        p += verb == PATH_CLOSE ? 0 : verb == PATH_CURVE ? 3 : 1;
        if (verb == PATH_MOVE) start = to;
        if (verb != PATH_MOVE && (last.y > y) != (to.y > y) &&
            x < last.x + (int64_t)(to.x - last.x) * (y - last.y) / (to.y - last.y)) inside = !inside;
        last = to;
    }
    return inside;
}

static void add_fill(Fills *fills, const Item *item) {
    Fill fill = {item->x, item->y, item->x + item->width, item->y + item->height, item->as.rect.paint.fill_color, NULL};
    if (item->kind == ITEM_PATH) {
        const Path *path = item->as.path.path;
        if (path->point_count == 0) return;
        fill = (Fill){LENGTH_MAX, LENGTH_MAX, -LENGTH_MAX, -LENGTH_MAX, item->as.path.paint.fill_color, item};
        for (int i = 0; i < path->point_count; i++) {
            Length x = item->x + path->points[i].x, y = item->y + path->points[i].y;
            if (x < fill.left) fill.left = x;
            if (x > fill.right) fill.right = x;
            if (y < fill.top) fill.top = y;
            if (y > fill.bottom) fill.bottom = y;
        }
    }
    fills->all[fills->count++] = fill;
}

static Color behind(const Fills *fills, Length x, Length y, Color paper) {
    for (int i = fills->count - 1; i >= 0; i--) {
        const Fill *f = &fills->all[i];
        if (x < f->left || x >= f->right || y < f->top || y >= f->bottom) continue;
        if (!f->path || inside_path(f->path->as.path.path, x - f->path->x, y - f->path->y)) return f->color;
    }
    return paper;
}

/* The middle of the letters of a run. */
static Point middle(const Item *item) {
    const GlyphRun *run = item->as.glyphs;
    Length half = run->width / 2, up = run->size / 3;
    if (item->angle == 90) return (Point){item->x - up, item->y - half};
    if (item->angle) return (Point){item->x + half * 7 / 10 - up * 7 / 10, item->y - half * 7 / 10 - up * 7 / 10};
    return (Point){item->x + half, item->y - run->rise - up};
}

/* True: such text is readable on that ground at any size. */
static bool check_run(Engine *engine, const Item *item, Color ground) {
    enum { LARGE = 18 * POINT };
    const GlyphRun *run = item->as.glyphs;
    double ratio = color_contrast(run->color, ground);
    bool large = run->size >= LARGE;
    if (ratio >= (large ? 3.0 : 4.5)) return !large;
    Arena *a = engine->arena;
    Report report = {.found = arena_printf(a, "%.1f : 1 (#%02x%02x%02x / #%02x%02x%02x)", ratio, run->color.r, run->color.g, run->color.b, ground.r, ground.g, ground.b),
                     .expected = large ? "3 : 1" : "4,5 : 1",
                     .arguments = {arena_strndup(a, run->text, run->text_size)}};
    diagnostics_report(engine->diagnostics, &D305_CONTRAST, item->element->place, report);
    return false;
}

void layout_contrast(Engine *engine) {
    const Pages *pages = engine->pages;
    bool known = false; /* these two colours go together */
    Color text = {0, 0, 0}, ground = text;
    for (int i = 0; i < pages->count; i++) {
        const Fragment *content = pages->pages[i].content;
        if (!content) continue;
        Fills fills = {ARENA_ARRAY(engine->arena, (size_t)content->count + 1, Fill), 0};
        for (int k = 0; k < content->count; k++) {
            const Item *item = &content->items[k];
            if ((item->kind == ITEM_RECT && item->as.rect.paint.fill) || (item->kind == ITEM_PATH && item->as.path.path && item->as.path.paint.fill)) add_fill(&fills, item);
            if (item->kind != ITEM_GLYPHS || !item->element || !item->as.glyphs || !item->as.glyphs->text) continue;
            Point at = middle(item);
            Color now = behind(&fills, at.x, at.y, engine->style->paper);
            if (known && !memcmp(&text, &item->as.glyphs->color, sizeof text) && !memcmp(&ground, &now, sizeof now)) continue;
            known = check_run(engine, item, now);
            text = item->as.glyphs->color;
            ground = now;
        }
    }
}
