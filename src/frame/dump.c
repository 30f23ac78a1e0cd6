/* Pages and structure as text, for golden files: stable, one line an item, positions in points. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "frame/structure.h"

/* 1/1000 pt as points with one decimal, half away from zero, without "-0.0". */
static void put_points(Buffer *out, Length value) {
    int64_t tenths = ((int64_t)llabs(value) + 50) / 100;
    buffer_printf(out, "%s%" PRId64 ".%d", value < 0 && tenths ? "-" : "", tenths / 10, (int)(tenths % 10));
}

static void put_pair(Buffer *out, Length a, Length b) {
    put_points(out, a);
    buffer_putc(out, ',');
    put_points(out, b);
}

static void put_quoted(Buffer *out, const char *text, size_t size) {
    buffer_putc(out, '"');
    for (size_t i = 0; i < size; i++) {
        unsigned char c = (unsigned char)text[i];
        if (c == '"' || c == '\\') buffer_putc(out, '\\');
        if (c == '\n') buffer_puts(out, "\\n");
        else if (c == 0xC2 && i + 1 < size && (unsigned char)text[i + 1] == 0xAD) buffer_puts(out, "\\-"), i++;
        else if (c == 0xC2 && i + 1 < size && (unsigned char)text[i + 1] == 0xA0) buffer_puts(out, "~"), i++;
        else buffer_putc(out, (char)c);
    }
    buffer_putc(out, '"');
}

static void put_text(Buffer *out, const char *text) { put_quoted(out, text, strlen(text)); }

static void put_color(Buffer *out, Color c) { buffer_printf(out, "#%02x%02x%02x", c.r, c.g, c.b); }

static void put_paint(Buffer *out, const Paint *paint) {
    if (paint->fill) {
        buffer_puts(out, " fill ");
        put_color(out, paint->fill_color);
    }
    if (paint->stroke) {
        buffer_puts(out, " stroke ");
        put_color(out, paint->stroke_color);
        buffer_putc(out, ' ');
        put_points(out, paint->line_width);
        if (paint->dash[0]) {
            buffer_puts(out, " dash ");
            put_pair(out, paint->dash[0], paint->dash[1]);
        }
    }
}

static void dump_glyphs(Buffer *out, const GlyphRun *run) {
    if (!run) return;
    buffer_printf(out, " %s ", run->face ? face_name(run->face) : "-");
    put_points(out, run->size);
    buffer_putc(out, ' ');
    put_color(out, run->color);
    buffer_puts(out, " w ");
    put_points(out, run->width);
    if (run->rise) {
        buffer_puts(out, " rise ");
        put_points(out, run->rise);
    }
    buffer_putc(out, ' ');
    put_quoted(out, run->text ? run->text : "", run->text ? run->text_size : 0);
}

static void dump_path(Buffer *out, const Path *path) {
    static const char letters[] = {'M', 'L', 'C', 'Z'};
    static const int counts[] = {1, 1, 3, 0};
    for (int i = 0, p = 0; path && i < path->verb_count; i++) {
        if ((unsigned)path->verbs[i] > PATH_CLOSE) return;
        buffer_printf(out, " %c", letters[path->verbs[i]]);
        for (int k = 0; k < counts[path->verbs[i]] && p < path->point_count; k++, p++) {
            buffer_putc(out, ' ');
            put_pair(out, path->points[p].x, path->points[p].y);
        }
    }
}

static void dump_item(Buffer *out, const Item *item) {
    static const char *const kinds[] = {"glyphs", "rect", "path", "image", "link", "field", "anchor"};
    static const char *const artifacts[] = {"artifact", "header", "footer", "layout", "background", "page"};
    static const char *const fields[] = {"text", "multiline", "check", "radio", "choice", "signature", "comment"};
    if ((unsigned)item->kind > ITEM_ANCHOR) return;
    buffer_printf(out, "  %s ", kinds[item->kind]);
    put_pair(out, item->x, item->y);
    if (item->kind != ITEM_GLYPHS && item->kind != ITEM_ANCHOR && item->kind != ITEM_PATH) {
        buffer_putc(out, ' ');
        put_pair(out, item->width, item->height);
    }
    if (item->element) buffer_printf(out, " %s", role_name(item->element->role));
    else if (item->kind <= ITEM_IMAGE) buffer_printf(out, " (%s)", artifacts[(unsigned)item->artifact <= ARTIFACT_PAGE ? item->artifact : 0]);
    switch (item->kind) {
    case ITEM_GLYPHS:
        if (item->angle) buffer_printf(out, " angle %d", item->angle);
        dump_glyphs(out, item->as.glyphs);
        break;
    case ITEM_RECT: put_paint(out, &item->as.rect.paint); break;
    case ITEM_PATH:
        put_paint(out, &item->as.path.paint);
        dump_path(out, item->as.path.path);
        break;
    case ITEM_IMAGE:
        if (item->as.image) buffer_printf(out, " %s %dx%d", item->as.image->source ? item->as.image->source : "-", item->as.image->width, item->as.image->height);
        break;
    case ITEM_LINK:
        if (item->as.link.part_count > 1) buffer_printf(out, " in %d", item->as.link.part_count);
        buffer_printf(out, " %s%s", item->as.link.uri ? "" : "#", item->as.link.uri ? item->as.link.uri : item->as.link.destination ? item->as.link.destination : "");
        break;
    case ITEM_FIELD:
        if (item->as.field && (unsigned)item->as.field->kind <= FIELD_COMMENT) {
            buffer_printf(out, " %s %s ", fields[item->as.field->kind], item->as.field->name ? item->as.field->name : "-");
            put_text(out, item->as.field->tooltip ? item->as.field->tooltip : "");
        }
        break;
    case ITEM_ANCHOR: buffer_printf(out, " %s", item->as.anchor.name ? item->as.anchor.name : ""); break;
    }
    buffer_putc(out, '\n');
}

void pages_dump(Buffer *out, const Pages *pages) {
    for (int i = 0; i < pages->count; i++) {
        const Page *page = &pages->pages[i];
        buffer_printf(out, "page %d \"%s\" ", i + 1, page->label ? page->label : "");
        put_pair(out, page->width, page->height);
        buffer_putc(out, '\n');
        for (int k = 0; page->content && k < page->content->count; k++) dump_item(out, &page->content->items[k]);
    }
    for (int i = 0; i < pages->bookmark_count; i++) {
        const Bookmark *b = &pages->bookmarks[i];
        buffer_printf(out, "bookmark %d %s \"%s\" #%s\n", b->level, b->open ? "open" : "closed", b->title ? b->title : "", b->destination ? b->destination : "");
    }
}

static void put_attribute(Buffer *out, const char *name, const char *value) {
    if (!value) return;
    buffer_printf(out, " %s=", name);
    put_text(out, value);
}

static void dump_element(Buffer *out, const Element *e) {
    static const char *const scopes[] = {"", "Row", "Column", "Both"};
    buffer_puts(out, role_name(e->role));
    put_attribute(out, "lang", e->lang);
    put_attribute(out, "alt", e->alt);
    put_attribute(out, "actual", e->actual);
    put_attribute(out, "title", e->title);
    put_attribute(out, "id", e->id);
    for (const char **h = e->headers; h && *h; h++) put_attribute(out, "header", *h);
    if (e->scope > SCOPE_NONE && e->scope <= SCOPE_BOTH) put_attribute(out, "scope", scopes[e->scope]);
    if (e->row_span > 1) buffer_printf(out, " rows=%d", e->row_span);
    if (e->column_span > 1) buffer_printf(out, " columns=%d", e->column_span);
    put_attribute(out, "numbering", e->list_numbering);
    put_attribute(out, "summary", e->summary);
    buffer_putc(out, '\n');
}

static void indent(Buffer *out, int depth) {
    for (int i = 0; i < depth && i < 60; i++) buffer_puts(out, "  ");
}

static void dump_content(Buffer *out, const Structure *s, const Kid *kid) {
    const PageTags *tags = &s->tags[kid->page];
    const Content *content = &tags->contents[kid->mcid];
    const Fragment *page = s->pages->pages[kid->page].content;
    Buffer text = {0};
    int shapes = 0;
    for (int i = content->first; i <= content->last; i++) {
        if (tags->mcid[i] < 0) continue;
        if (page->items[i].kind == ITEM_GLYPHS) structure_item_text(s, kid->page, i, &text);
        else shapes++;
    }
    if (text.size) put_quoted(out, text.data, text.size);
    else buffer_printf(out, "%d %s", shapes, shapes == 1 ? "shape" : "shapes");
    buffer_printf(out, " p%d\n", kid->page + 1);
    buffer_free(&text);
}

void structure_dump(Buffer *out, const Pages *pages) {
    Arena *arena = arena_new();
    Structure *s = structure_build(arena, pages);
    const Tagged *node = s->root;
    const Kid *kid = node->first;
    int depth = 1;
    dump_element(out, node->element);
    while (kid || node != s->root) {
        if (!kid) {
            kid = node->self->next;
            node = node->parent;
            depth--;
            continue;
        }
        indent(out, depth);
        if (kid->kind == KID_ELEMENT) {
            node = kid->element;
            dump_element(out, node->element);
            kid = node->first;
            depth++;
            continue;
        }
        if (kid->kind == KID_CONTENT) dump_content(out, s, kid);
        else buffer_printf(out, "object p%d\n", kid->page + 1);
        kid = kid->next;
    }
    structure_release(s);
    arena_free(arena);
}
