/* One page: its size, the regions that content must stay in, and what its master paints on it. */
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "layout/engine.h"

/* A master tells recto from verso by having decorations for one side; then its margins change sides too. */
bool page_mirrored(const PageMaster *master, int index) {
    if (!(index & 1)) return false;
    for (int i = 0; i < master->decoration_count; i++) if (master->decorations[i].side != SIDE_BOTH) return true;
    return false;
}

Length page_text_x(const PageMaster *master, int index) { return page_mirrored(master, index) ? master->outer : master->inner; }

void page_region(Engine *engine, Page *page, const char *name, Length x, Length y, Length w, Length h) {
    struct Region *grown = arena_array(engine->arena, (size_t)page->region_count + 1, sizeof *grown);
    for (int i = 0; i < page->region_count; i++) grown[i] = page->regions[i];
    grown[page->region_count++] = (struct Region){name, x, y, w, h};
    page->regions = grown;
}

static void room_for_page(Engine *engine) {
    Pages *pages = engine->pages;
    if (pages->count < pages->capacity) return;
    int capacity = pages->capacity ? pages->capacity * 2 : 64;
    Page *grown = ARENA_ARRAY(engine->arena, (size_t)capacity, Page);
    PageRecord *records = ARENA_ARRAY(engine->arena, (size_t)capacity, PageRecord);
    if (pages->count) {
        memcpy(grown, pages->pages, (size_t)pages->count * sizeof *grown);
        memcpy(records, engine->records, (size_t)pages->count * sizeof *records);
    }
    pages->pages = grown;
    engine->records = records;
    pages->capacity = capacity;
}

Page *page_new(Engine *engine, const PageMaster *master, bool first, const Node *part) {
    room_for_page(engine);
    int index = engine->pages->count++;
    Page *page = &engine->pages->pages[index];
    *page = (Page){.width = master->width, .height = master->height, .content = fragment_new(engine->arena), .label = ""};
    page->content->width = master->width;
    page->content->height = master->height;
    engine->records[index] = (PageRecord){.master = master, .first = first, .part_title = part_block(part)->title, .mark = part_block(part)->mark};
    return page;
}

/* ---- decorations ---- */

static const char *value_of(Engine *engine, int index, const char *name) {
    const PageRecord *r = &engine->records[index];
    const Document *d = engine->document;
    if (!strcmp(name, "page")) return arena_printf(engine->arena, "%d", index + 1);
    if (!strcmp(name, "pages")) return arena_printf(engine->arena, "%d", engine->pages->count);
    if (!strcmp(name, "label")) return engine->pages->pages[index].label;
    if (!strcmp(name, "title")) return d->title ? d->title : "";
    if (!strcmp(name, "part")) return r->part_title ? r->part_title : "";
    if (!strcmp(name, "date")) {
        const char *text = d->date ? date_text(engine->arena, d->date, engine->dutch ? "nl" : "en") : NULL;
        return text ? text : "";
    }
    const HeadingInfo *h = !strcmp(name, "chapter") ? r->chapter : !strcmp(name, "section") ? r->section : NULL;
    if (h) {
        const char *title = heading_block(h->node)->brief ? heading_block(h->node)->brief : h->title;
        return *h->number ? arena_printf(engine->arena, "%s  %s", h->number, title) : title;
    }
    return !strcmp(name, "chapter") && r->part_title ? r->part_title : "";
}

static const char *expand(Engine *engine, int index, const char *text) {
    Buffer out = {0};
    for (const char *p = text; *p;) {
        size_t n = *p == '{' ? strcspn(p, "}") : 0;
        if (n && p[n] == '}') {
            char *name = arena_strndup(engine->arena, p + 1, n - 1);
            if (strcmp(name, "inner") && strcmp(name, "outer")) buffer_puts(&out, value_of(engine, index, name));
            p += n + 1;
        } else buffer_putc(&out, *p++);
    }
    char *expanded = arena_strdup(engine->arena, out.data ? out.data : "");
    buffer_free(&out);
    return expanded;
}

/* A line of text within width; too long a title is cut at a word with an ellipsis. */
static const Lines *fit_line(Engine *engine, const char *text, const CharStyle *style, Length width) {
    const Lines *lines = typeset_line(engine->arena, engine->typesetter, text, style, NULL);
    char *cut = arena_strdup(engine->arena, text);
    while (lines->count && lines->lines[0].width > width) {
        char *space = strrchr(cut, ' ');
        if (!space || space == cut) break;
        *space = 0;
        lines = typeset_line(engine->arena, engine->typesetter, arena_printf(engine->arena, "%s…", cut), style, NULL);
    }
    return lines;
}

static void put_line(Fragment *out, const Lines *lines, Length x, Length baseline, Artifact artifact, int angle) {
    for (int l = 0; l < lines->count && l < 1; l++)
        for (int i = 0; i < lines->lines[l].count; i++) {
            const Piece *piece = &lines->lines[l].pieces[i];
            if (piece->run)
                fragment_add(out, (Item){.kind = ITEM_GLYPHS, .x = x + piece->x, .y = baseline, .width = piece->width, .artifact = artifact, .angle = angle, .as.glyphs = piece->run});
        }
}

static Length text_width(Engine *engine, const char *text, const CharStyle *style) {
    const Lines *lines = typeset_line(engine->arena, engine->typesetter, text, style, NULL);
    return lines->count ? lines->lines[0].width : 0;
}

/* Two titles on one line share it: each has what the other leaves, and neither less than half. */
static Length shared_width(Engine *engine, int index, const Decoration *d, Length width) {
    const PageMaster *m = engine->records[index].master;
    for (int i = 0; i < m->decoration_count; i++) {
        const Decoration *o = &m->decorations[i];
        if (o == d || o->kind != DECORATION_TEXT || o->y != d->y || o->side != d->side || o->artifact != d->artifact || o->align == d->align || o->width <= 0) continue;
        Length left = o->x < d->x ? o->x : d->x, right = o->x + o->width > d->x + width ? o->x + o->width : d->x + width;
        const CharStyle *style = &style_text(engine->style, o->text_style ? o->text_style : "header")->character;
        Length other = text_width(engine, expand(engine, index, o->text ? o->text : ""), style), room = right - left - (other ? 14 * POINT : 0);
        return room - other > room / 2 ? room - other : room / 2;
    }
    return width;
}

static void paint_text(Engine *engine, int index, const Decoration *d, Fragment *out, Length x, Length y, Align align, Artifact artifact) {
    const TextStyle *style = style_text(engine->style, d->text_style ? d->text_style : "header");
    const char *text = expand(engine, index, d->text ? d->text : "");
    if (!*text) return;
    CharStyle chars = style->character;
    Length width = d->width > 0 ? d->width : engine->pages->pages[index].width;
    const Lines *lines = fit_line(engine, text, &chars, shared_width(engine, index, d, width));
    if (!lines->count) return;
    Length slack = width - lines->lines[0].width;
    Length left = align == ALIGN_RIGHT ? slack : align == ALIGN_CENTER ? slack / 2 : 0;
    put_line(out, lines, x + left, y + inline_baseline(engine, &chars, style->paragraph.leading), artifact, 0);
}

static Align mirrored_align(const Decoration *d, bool mirrored) {
    Align align = d->align;
    if (d->text && strstr(d->text, "{outer}")) align = ALIGN_RIGHT;
    if (d->text && strstr(d->text, "{inner}")) align = ALIGN_LEFT;
    if (!mirrored || d->side != SIDE_BOTH) return align;
    return align == ALIGN_LEFT ? ALIGN_RIGHT : align == ALIGN_RIGHT ? ALIGN_LEFT : align;
}

static void decorate(Engine *engine, int index, const Decoration *d, Fragment *out) {
    const PageRecord *r = &engine->records[index];
    const Page *page = &engine->pages->pages[index];
    if (r->first && !d->on_first) return;
    if ((d->side == SIDE_RECTO && (index & 1)) || (d->side == SIDE_VERSO && !(index & 1))) return;
    bool mirrored = page_mirrored(r->master, index) && d->side == SIDE_BOTH;
    Length x = d->x < 0 ? page->width + d->x : d->x, y = d->y < 0 ? page->height + d->y : d->y;
    if (mirrored) x = page->width - x - d->width;
    Artifact artifact = d->artifact == AS_HEADER ? ARTIFACT_PAGINATION_HEADER : d->artifact == AS_FOOTER ? ARTIFACT_PAGINATION_FOOTER : ARTIFACT_LAYOUT;
    Paint paint = {.fill = true, .fill_color = d->color};
    switch (d->kind) {
    case DECORATION_RECT: case DECORATION_LINE:
        fragment_add(out, (Item){.kind = ITEM_RECT, .x = x, .y = y, .width = d->width, .height = d->height, .artifact = artifact, .as.rect = {paint, d->radius}});
        break;
    case DECORATION_IMAGE: {
        const Image *image = d->image ? image_load(engine, engine->style->folder, d->image, (Place){0}) : NULL;
        if (!image) break;
        Length height = d->height > 0 ? d->height : (Length)((int64_t)d->width * image->height / image->width);
        image_place(out, image, x, y, d->width, height, NULL, artifact);
        break;
    }
    case DECORATION_TEXT: paint_text(engine, index, d, out, x, y, mirrored_align(d, mirrored), artifact); break;
    }
}

/* A shade just apart from the paper, so that the mark never competes with text. */
static uint8_t shade(uint8_t paper) {
    return paper > 127 ? paper - 19 : paper + 19;
}

/* A word from corner to corner, pale and behind the text. */
static void paint_mark(Engine *engine, int index, const char *word, Color paper, Fragment *out) {
    const Page *page = &engine->pages->pages[index];
    const TextStyle *style = style_text(engine->style, "header");
    CharStyle big = style->character;
    big.size = 110 * POINT;
    big.weight = 700;
    big.color = (Color){shade(paper.r), shade(paper.g), shade(paper.b)};
    const Lines *lines = typeset_line(engine->arena, engine->typesetter, word, &big, NULL);
    Length longest = (page->width < page->height ? page->width : page->height) * 13 / 10;
    if (lines->count && lines->lines[0].width > longest) {
        big.size = (Length)((int64_t)big.size * longest / lines->lines[0].width);
        lines = typeset_line(engine->arena, engine->typesetter, word, &big, NULL);
    }
    if (!lines->count) return;
    Length side = (Length)((int64_t)lines->lines[0].width * 354 / 1000);
    Length middle = big.size / 4; /* half the height of a capital, across the slope */
    Length x = page->width / 2 - side + middle, y = page->height / 2 + side + middle;
    for (int i = 0; i < lines->lines[0].count; i++) {
        const Piece *piece = &lines->lines[0].pieces[i];
        Length along = (Length)((int64_t)piece->x * 707 / 1000);
        if (piece->run)
            fragment_add(out, (Item){.kind = ITEM_GLYPHS, .x = x + along, .y = y - along, .width = piece->width, .artifact = ARTIFACT_BACKGROUND, .angle = 45, .as.glyphs = piece->run});
    }
}

/* Decorations go below the content, so the page is put together anew. */
void page_decorate(Engine *engine, int index) {
    Page *page = &engine->pages->pages[index];
    const PageMaster *m = engine->records[index].master;
    Fragment *whole = fragment_new(engine->arena);
    whole->width = page->width;
    whole->height = page->height;
    if (m->has_background)
        fragment_rect(whole, 0, 0, page->width, page->height, (Paint){.fill = true, .fill_color = m->background}, NULL, ARTIFACT_BACKGROUND);
    const char *mark = engine->options.draft ? (engine->dutch ? "CONCEPT" : "DRAFT") : engine->records[index].mark;
    if (mark) paint_mark(engine, index, mark, m->has_background ? m->background : engine->style->paper, whole);
    for (int pass = 0; pass < 2; pass++)
        for (int i = 0; i < m->decoration_count; i++)
            if ((m->decorations[i].kind == DECORATION_TEXT) == (pass == 1)) decorate(engine, index, &m->decorations[i], whole);
    fragment_place(whole, page->content, 0, 0);
    page->content = whole;
}
