/* What a careful reader would object to on the finished pages: a check on frames alone. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "layout/layout.h"

enum { SLACK = 3000 }; /* 3 pt: so much may hang in the margin for the eye */

typedef struct Audit {
    const Pages *pages;
    Buffer *report;
    int count;
} Audit;

typedef struct Box {
    Length left, top, right, bottom, baseline;
    const Element *block;
    const GlyphRun *run;
} Box;

static const Element *block_of(const Element *element) {
    while (element && element->inline_level && element->parent) element = element->parent;
    return element;
}

static void say(Audit *audit, int page, const char *what, const GlyphRun *run, Length x, Length y) {
    audit->count++;
    buffer_printf(audit->report, "bladzijde %d: %s bij %.1f %.1f", page + 1, what, x / 1000.0, y / 1000.0);
    if (run && run->text) buffer_printf(audit->report, " \"%.*s\"", (int)run->text_size, run->text);
    buffer_putc(audit->report, '\n');
}

static bool is_text(const Item *item) { return item->kind == ITEM_GLYPHS && item->element && item->as.glyphs && item->as.glyphs->count && !item->angle; }

static Box box_of(const Item *item) {
    const GlyphRun *run = item->as.glyphs;
    Length base = item->y - run->rise;
    return (Box){item->x, base - run->size * 7 / 10, item->x + run->width, base + run->size / 6, item->y, block_of(item->element), run};
}

static bool inside(const Page *page, const Box *box) {
    if (!page->region_count) return true;
    for (int i = 0; i < page->region_count; i++) {
        const struct Region *r = &page->regions[i];
        if (box->left >= r->x - SLACK && box->right <= r->x + r->width + SLACK && box->top >= r->y - 4 * SLACK && box->bottom <= r->y + r->height + 2 * SLACK) return true;
    }
    return false;
}

static int by_top(const void *a, const void *b) {
    const Box *p = a, *q = b;
    return p->top < q->top ? -1 : p->top > q->top ? 1 : p->left < q->left ? -1 : p->left > q->left;
}

static bool overlap(const Box *a, const Box *b) {
    Length across = (a->right < b->right ? a->right : b->right) - (a->left > b->left ? a->left : b->left);
    Length down = (a->bottom < b->bottom ? a->bottom : b->bottom) - (a->top > b->top ? a->top : b->top);
    if (across <= POINT || down <= POINT) return false;
    return a->baseline != b->baseline || a->block != b->block || across > 2 * POINT;
}

static void check_overlaps(Audit *audit, int page, Box *boxes, int count) {
    qsort(boxes, (size_t)count, sizeof *boxes, by_top);
    for (int i = 0; i < count; i++)
        for (int k = i + 1; k < count && boxes[k].top < boxes[i].bottom; k++)
            if (overlap(&boxes[i], &boxes[k])) { say(audit, page, "tekst over tekst", boxes[i].run, boxes[k].left, boxes[k].baseline); break; }
}

/* First and last block of text in the region, and how many lines each has on this page. */
typedef struct Edge {
    const Element *first, *last;
    int first_lines, last_lines;
    const GlyphRun *first_run, *last_run;
    Length first_y, last_y;
} Edge;

static bool in_region(const struct Region *r, const Item *item) {
    return item->x >= r->x - SLACK && item->x < r->x + r->width && item->y > r->y && item->y <= r->y + r->height + SLACK;
}

static Edge edges(const Page *page) {
    Edge edge = {0};
    const struct Region *region = page->region_count ? &page->regions[0] : NULL;
    Length low = -1, high = LENGTH_MAX;
    for (int i = 0; i < page->content->count; i++) {
        const Item *item = &page->content->items[i];
        if (!is_text(item) || (region && !in_region(region, item))) continue;
        bool note = false;
        for (int r = 1; r < page->region_count; r++) note = note || in_region(&page->regions[r], item);
        if (note) continue;
        Length y = item->y - item->as.glyphs->rise;
        if (y > low) low = y, edge.last = block_of(item->element), edge.last_run = item->as.glyphs, edge.last_y = y;
        if (y < high) high = y, edge.first = block_of(item->element), edge.first_run = item->as.glyphs, edge.first_y = y;
    }
    Length last_y[2] = {-1, -1};
    for (int i = 0; i < page->content->count; i++) {
        const Item *item = &page->content->items[i];
        if (!is_text(item)) continue;
        const Element *block = block_of(item->element);
        Length y = item->y - item->as.glyphs->rise;
        if (block == edge.first && abs(y - last_y[0]) > POINT) edge.first_lines++, last_y[0] = y;
        if (block == edge.last && abs(y - last_y[1]) > POINT) edge.last_lines++, last_y[1] = y;
    }
    return edge;
}

static bool running_text(const Element *e) {
    if (!e || (e->role != ROLE_P && e->role != ROLE_LBODY)) return false;
    for (const Element *p = e->parent; p; p = p->parent) if (p->role == ROLE_TABLE || p->role == ROLE_NOTE || p->role == ROLE_TOC) return false;
    return true;
}

static void check_breaks(Audit *audit, int page, const Edge *here, const Edge *next) {
    const Element *last = here->last;
    if (!last) return;
    if (last->role >= ROLE_H1 && last->role <= ROLE_H6 && next && next->first) {
        const Element *up = last;
        while (up->parent && up->parent->parent) up = up->parent;
        const Element *other = next->first;
        while (other->parent && other->parent->parent) other = other->parent;
        if (up == other) say(audit, page, "kop onderaan", here->last_run, 0, here->last_y);
    }
    if (!next || next->first != last || !running_text(last)) return;
    if (here->last_lines == 1) say(audit, page, "wees: één regel onderaan", here->last_run, 0, here->last_y);
    if (next->first_lines == 1) say(audit, page + 1, "weduwe: één regel bovenaan", next->first_run, 0, next->first_y);
}

static void check_page(Audit *audit, int index) {
    const Page *page = &audit->pages->pages[index];
    const Fragment *content = page->content;
    Box *boxes = calloc((size_t)content->count + 1, sizeof *boxes);
    int count = 0;
    for (int i = 0; boxes && i < content->count; i++) {
        const Item *item = &content->items[i];
        if (!is_text(item)) continue;
        Box box = box_of(item);
        if (!inside(page, &box)) say(audit, index, "tekst buiten haar vlak", box.run, box.left, box.baseline);
        boxes[count++] = box;
    }
    if (boxes) check_overlaps(audit, index, boxes, count);
    free(boxes);
}

int layout_audit(const Pages *pages, Buffer *report) {
    Audit audit = {pages, report, 0};
    Edge here = pages->count ? edges(&pages->pages[0]) : (Edge){0};
    for (int i = 0; i < pages->count; i++) {
        Edge next = i + 1 < pages->count ? edges(&pages->pages[i + 1]) : (Edge){0};
        check_page(&audit, i);
        check_breaks(&audit, i, &here, i + 1 < pages->count ? &next : NULL);
        here = next;
    }
    return audit.count;
}
