/* Pages tried out before they are made: a few lines left alone on the last page of a part are taken in by setting its
 * white a little tighter and its pages a line longer, or kept company by lines of the page before. So is what just does
 * not fit on a page that would stay half empty. */
#include "layout/pages.h"

typedef struct Outcome {
    int pages;
    Length last;              /* height used on the last page */
    Length gap;               /* most that stays white at the foot of another, where nothing forces it */
} Outcome;

typedef struct Setting {
    int tight;                /* of the white between blocks that the style lets go, per cent */
    int lines;                /* that pages are longer */
} Setting;

/* The same pages as pages.c makes, without painting them. */
static Outcome try_out(const Builder *b) {
    Engine *engine = b->engine;
    Outcome outcome = {0, 0, 0};
    SlabList copy = {0};
    Builder trial = *b;
    list_append(engine, &copy, b->list);
    trial.list = &copy;
    while ((trial.next < copy.count || trial.notes_left.count) && outcome.pages < 20000) {
        Form form = area_form(&trial);
        Length height = area_balanced(&trial, &form);
        outcome.pages++;
        outcome.last = 0;
        for (int c = 0; c < form.columns && (trial.next < copy.count || trial.notes_left.count); c++) {
            if (c && trial.next < copy.count && copy.items[trial.next]->forced) break;
            int from = trial.next, end;
            Taken taken = area_take(&trial, height);
            area_notes(&trial, from, taken.fit.end, height - taken.head - taken.fit.height, &end);
            trial.next = taken.fit.end;
            Length used = taken.head + taken.fit.height;
            if (used > outcome.last) outcome.last = used;
            if (trial.next < copy.count && !copy.items[trial.next]->forced && height - used > outcome.gap) outcome.gap = height - used;
            if (c) outcome.last = height;
        }
    }
    return outcome;
}

/* Is there room below the text for a line more? */
static bool foot_is_free(const PageMaster *m, Length line) {
    Length from = m->height - m->bottom, to = from + 2 * line;
    for (int i = 0; i < m->decoration_count; i++) {
        const Decoration *d = &m->decorations[i];
        Length y = d->y < 0 ? m->height + d->y : d->y;
        if (d->height < m->height / 2 && y < to && y + d->height > from) return false;
    }
    return m->bottom > 3 * line;
}

static void set(Builder *b, Setting setting, Length line) {
    const Style *style = b->engine->style;
    b->engine->white = 1000 - (1000 - style->least_white * 10) * setting.tight / 100;
    b->extra = setting.lines * line;
}

/* A part that must fit its pages lets go of white between its blocks until it does. */
static void plan_fitting(Builder *b) {
    int most = part_block(b->part)->most_pages > 0 ? part_block(b->part)->most_pages : 1;
    b->engine->planning = true;
    for (b->engine->white = 1000; b->engine->white > FIT_LEAST_WHITE && try_out(b).pages > most;) b->engine->white -= 50;
    b->engine->planning = false;
}

void plan_pages(Builder *b) {
    static const Setting TIGHTER[] = {{50, 0}, {100, 0}, {50, 1}, {100, 1}}, LOOSER[] = {{0, -1}, {0, -2}};
    Engine *engine = b->engine;
    const PageMaster *m = b->portrait;
    Length line = style_text(engine->style, "body")->paragraph.leading, area = m->height - m->top - m->bottom;
    set(b, (Setting){0, 0}, line);
    if (part_block(b->part)->fit == YES) { plan_fitting(b); return; }
    if (m->vertical_center || area < 12 * line) return;
    engine->planning = true;
    Outcome plain = try_out(b);
    bool lonely = plain.pages > 1 && plain.last <= area / 4, hole = plain.gap > area * 2 / 5, done = !lonely && !hole;
    for (size_t i = 0; i < sizeof TIGHTER / sizeof *TIGHTER && !done; i++) {
        if (TIGHTER[i].lines && !foot_is_free(m, line)) continue;
        set(b, TIGHTER[i], line);
        Outcome tighter = try_out(b);
        done = lonely ? tighter.pages < plain.pages : tighter.pages <= plain.pages && tighter.gap <= area / 4;
    }
    if (!done) set(b, (Setting){0, 0}, line);
    for (size_t i = 0; i < sizeof LOOSER / sizeof *LOOSER && !done && lonely && plain.last < 4 * line; i++) {
        set(b, LOOSER[i], line);
        Outcome looser = try_out(b);
        done = looser.pages == plain.pages && looser.last >= 4 * line;
        if (!done) set(b, (Setting){0, 0}, line);
    }
    engine->planning = false;
}
