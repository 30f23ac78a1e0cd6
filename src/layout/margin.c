/* Beside the text: line numbers to refer to, and bars beside passages that changed. */
#include <stdlib.h>

#include "layout/engine.h"

enum { EVERY = 5 }; /* so many lines to a number */

typedef struct Stretch { Length top, bottom; } Stretch;

typedef struct Stretches {
    Stretch *items;
    int count, capacity;
} Stretches;

struct Margin {
    Engine *engine;
    Stretches kinds[2];
};

Margin *margin_new(Engine *engine) {
    Margin *margin = ARENA_NEW(engine->arena, Margin);
    margin->engine = engine;
    return margin;
}

/* Marks come from the top down, but those of things side by side begin anew. */
void margin_mark(Margin *margin, MarginMark kind, Length top, Length bottom) {
    Stretches *s = &margin->kinds[kind];
    if (bottom <= top) return;
    if (s->count == s->capacity) {
        int capacity = s->capacity ? s->capacity * 2 : 16;
        Stretch *items = ARENA_ARRAY(margin->engine->arena, (size_t)capacity, Stretch);
        for (int i = 0; i < s->count; i++) items[i] = s->items[i];
        s->items = items;
        s->capacity = capacity;
    }
    s->items[s->count++] = (Stretch){top, bottom};
}

static int by_top(const void *a, const void *b) {
    const Stretch *p = a, *q = b;
    return p->top != q->top ? (p->top < q->top ? -1 : 1) : p->bottom < q->bottom ? -1 : p->bottom > q->bottom;
}

/* One bar beside a passage, also where there is white between its paragraphs. */
static void paint_bars(Margin *margin, Fragment *out, Length x) {
    Stretches *s = &margin->kinds[MARGIN_BAR];
    const Style *style = margin->engine->style;
    if (!s->count) return;
    qsort(s->items, (size_t)s->count, sizeof *s->items, by_top);
    for (int i = 0; i < s->count;) {
        Length top = s->items[i].top, bottom = s->items[i].bottom;
        for (i++; i < s->count && s->items[i].top <= bottom + 12 * POINT; i++)
            if (s->items[i].bottom > bottom) bottom = s->items[i].bottom;
        fragment_rect(out, x, top, 3 * POINT / 2, bottom - top, (Paint){.fill = true, .fill_color = style->accent}, NULL, ARTIFACT_LAYOUT);
    }
}

static bool within(const Stretches *s, Length y) {
    for (int i = 0; i < s->count; i++) if (y > s->items[i].top && y <= s->items[i].bottom) return true;
    return false;
}

static bool in_figure(const Element *element) {
    for (; element; element = element->parent) if (element->role == ROLE_FIGURE) return true;
    return false;
}

static int by_length(const void *a, const void *b) {
    Length p = *(const Length *)a, q = *(const Length *)b;
    return p < q ? -1 : p > q;
}

/* The baselines of text from item on, each once: cells of one row share theirs. */
static int baselines(const Margin *margin, const Fragment *out, int from, Length *ys) {
    int n = 0, kept = 0;
    for (int i = from; i < out->count; i++) {
        const Item *item = &out->items[i];
        if (item->kind != ITEM_GLYPHS || !item->element || item->angle || in_figure(item->element)) continue;
        Length y = item->y - item->as.glyphs->rise;
        if (within(&margin->kinds[MARGIN_NUMBERS], y)) ys[n++] = y;
    }
    qsort(ys, (size_t)n, sizeof *ys, by_length);
    for (int i = 0; i < n; i++) if (!kept || ys[i] > ys[kept - 1] + 4 * POINT) ys[kept++] = ys[i];
    return kept;
}

static void paint_number(Margin *margin, Fragment *out, int number, Length right, Length baseline) {
    Engine *engine = margin->engine;
    CharStyle style = style_text(engine->style, "header")->character;
    const Lines *lines = typeset_line(engine->arena, engine->typesetter, arena_printf(engine->arena, "%d", number), &style, NULL);
    for (int k = 0; lines->count && k < lines->lines[0].count; k++) {
        const Piece *piece = &lines->lines[0].pieces[k];
        if (piece->run) fragment_glyphs(out, right - lines->lines[0].width + piece->x, baseline, piece->run, NULL, ARTIFACT_LAYOUT);
    }
}

void margin_paint(Margin *margin, Fragment *out, int from, Length x, Length width) {
    Engine *engine = margin->engine;
    paint_bars(margin, out, x + width + 5 * POINT);
    if (!margin->kinds[MARGIN_NUMBERS].count) return;
    Length *ys = ARENA_ARRAY(engine->arena, (size_t)(out->count - from) + 1, Length);
    int count = baselines(margin, out, from, ys);
    for (int i = 0; i < count; i++)
        if (++engine->line_number % EVERY == 0) paint_number(margin, out, engine->line_number, x - 12 * POINT, ys[i]);
}

bool lines_numbered(const Node *node) {
    return common_of(node)->lines > LINES_NO;
}

void margin_number(SlabList *list) {
    for (int i = 0; i < list->count; i++) list->items[i]->numbered = true;
}

void margin_flags(Flow *flow, int start, const Node *node) {
    bool changed = common_of(node)->changed == YES, told = common_of(node)->lines != LINES_UNSAID, numbered = lines_numbered(node);
    if (!changed && !told) return;
    for (int i = start; i < flow->out->count; i++) {
        Slab *slab = flow->out->items[i];
        slab->changed = slab->changed || (changed && (slab->kind != SLAB_SPACE || slab->shell));
        if (told) slab->numbered = numbered;
    }
}

bool beside_margin(const Flow *flow) {
    const PageMaster *m = flow->engine->master;
    return m && m->margin_column > 0 && flow->x == 0 && !flow->in_cell && !flow->shell && flow->width == m->width - m->inner - m->outer;
}
