/* A page's items as a content stream: marked content for each element, artifacts with their type, text with its
 * exact positions, shapes and images.
 *
 * Text is placed by Td in 1/100 pt from the previous run, so nothing accumulates; within a run TJ corrects where
 * the glyph widths of the font and the advances of layout differ by more than 1.5/1000 em. */
#include <string.h>

#include "pdf/content.h"
#include "pdf/font.h"
#include "pdf/image.h"

enum { TOLERANCE = 15 }; /* 1/10000 em */

typedef struct Painter {
    Writer *w;
    const Page *page;
    Buffer *out;
    bool in_text, in_mark;
    int64_t x, y;          /* origin of the text line, 1/100 pt from the bottom left */
    const Font *font;
    Length size;
    bool has_fill, has_stroke, round;
    Color fill, stroke;
    Length line_width, dash[2];
    char codes[512];       /* glyph codes waiting to be shown */
    size_t code_size;
} Painter;

static int64_t hundredths(int64_t length) { return (length + (length < 0 ? -5 : 5)) / 10; }

static void end_text(Painter *p) {
    if (p->in_text) buffer_puts(p->out, "ET\n");
    p->in_text = false;
}

static void end_mark(Painter *p) {
    end_text(p);
    if (p->in_mark) buffer_puts(p->out, "EMC\n");
    p->in_mark = false;
}

static void set_fill(Painter *p, Color color) {
    if (p->has_fill && memcmp(&p->fill, &color, sizeof color) == 0) return;
    put_color_operator(p->out, color, false);
    p->fill = color;
    p->has_fill = true;
}

/* ---- text ---- */

static void flush_codes(Painter *p) {
    if (p->code_size) put_byte_string(p->out, p->codes, p->code_size);
    p->code_size = 0;
}

static void add_code(Painter *p, unsigned code) {
    if (p->code_size + 2 > sizeof p->codes) flush_codes(p);
    p->codes[p->code_size++] = (char)(code >> 8);
    p->codes[p->code_size++] = (char)code;
}

/* A turned run has a text object of its own: its matrix would turn what follows too. Quarter and eighth turns only. */
static void turn_text(Painter *p, const Item *item) {
    const char *matrix = item->angle == 45 ? ".70711 .70711 -.70711 .70711 " : "0 1 -1 0 ";
    buffer_puts(p->out, matrix);
    put_scaled(p->out, hundredths(item->x), 2);
    buffer_putc(p->out, ' ');
    put_scaled(p->out, hundredths(page_up(p->page, item->y)), 2);
    buffer_puts(p->out, " Tm\n");
}

static void begin_run(Painter *p, const Item *item, const Font *font) {
    const GlyphRun *run = item->as.glyphs;
    if (!p->in_text) {
        buffer_puts(p->out, "BT\n");
        p->in_text = true;
        p->x = p->y = 0;
    }
    set_fill(p, run->color);
    if (p->font != font || p->size != run->size) {
        buffer_puts(p->out, "/F");
        put_int(p->out, font_resource(font));
        buffer_putc(p->out, ' ');
        put_scaled(p->out, run->size, 3);
        buffer_puts(p->out, " Tf\n");
        p->font = font;
        p->size = run->size;
    }
    if (item->angle) {
        turn_text(p, item);
        return;
    }
    int64_t x = hundredths(item->x), y = hundredths(page_up(p->page, item->y) + run->rise);
    put_scaled(p->out, x - p->x, 2);
    buffer_putc(p->out, ' ');
    put_scaled(p->out, y - p->y, 2);
    buffer_puts(p->out, " Td\n");
    p->x = x;
    p->y = y;
}

/* Where the viewer's pen is and where it should be, in 1/10000 em from the start of the run. */
typedef struct Pen {
    int64_t actual;
    int64_t wanted; /* 1/1000 pt */
} Pen;

static void show_glyph(Painter *p, const GlyphRun *run, const Glyph *glyph, FontGlyph code, Pen *pen) {
    int64_t target = (pen->wanted + glyph->x_offset) * 10000 / run->size, error = target - pen->actual;
    if (error >= TOLERANCE || error <= -TOLERANCE) {
        int64_t adjust = (error + (error < 0 ? -5 : 5)) / 10;
        flush_codes(p);
        put_int(p->out, -adjust);
        pen->actual += adjust * 10;
    }
    if (glyph->y_offset) {
        flush_codes(p);
        buffer_puts(p->out, "]TJ ");
        put_length(p->out, glyph->y_offset);
        buffer_puts(p->out, " Ts[");
    }
    add_code(p, code.code);
    if (glyph->y_offset) {
        flush_codes(p);
        buffer_puts(p->out, "]TJ 0 Ts[");
    }
    pen->actual += code.width;
    pen->wanted += glyph->advance;
}

/* Glyphs i..end-1, with ActualText when the font has no codes that say their text. */
static void show_cluster(Painter *p, const GlyphRun *run, int i, int end, size_t from, size_t to, Pen *pen) {
    const char *text = run->text ? run->text + from : "";
    bool said = true;
    FontGlyph code;
    for (int k = i; k < end; k++) said = font_encode(p->font, run->glyphs[k].id, k == i ? text : FONT_SILENT, k == i ? to - from : 3, &code) && said;
    if (end == i + 1 && said) {
        show_glyph(p, run, &run->glyphs[i], code, pen);
        return;
    }
    if (!said) {
        flush_codes(p);
        buffer_puts(p->out, "]TJ/Span<</ActualText");
        put_text_string_n(p->out, text, to - from);
        buffer_puts(p->out, ">>BDC[");
    }
    for (int k = i; k < end; k++) {
        font_encode(p->font, run->glyphs[k].id, k == i ? text : FONT_SILENT, k == i ? to - from : 3, &code);
        show_glyph(p, run, &run->glyphs[k], code, pen);
    }
    if (said) return;
    flush_codes(p);
    buffer_puts(p->out, "]TJ EMC[");
}

/* Layout may keep the space that a line ends with in the text of the run only. */
static bool space_dropped(const GlyphRun *run) {
    if (!run->text || run->text_size < 2 || run->text[run->text_size - 1] != ' ') return false;
    return run->glyphs[run->count - 1].cluster != run->text_size - 1;
}

static void paint_glyphs(Painter *p, const Item *item, bool space_after) {
    const GlyphRun *run = item->as.glyphs;
    const Font *font = font_of(p->w->fonts, run->face);
    if (!font || run->size <= 0) return;
    if (item->angle) end_text(p);
    begin_run(p, item, font);
    Pen pen = {0};
    buffer_putc(p->out, '[');
    for (int i = 0; i < run->count;) {
        int end;
        size_t from, to;
        run_cluster(run, i, &end, &from, &to);
        show_cluster(p, run, i, end, from, to, &pen);
        i = end;
    }
    FontGlyph space = font_space(font);
    if ((space_after || space_dropped(run)) && space.code) add_code(p, space.code);
    flush_codes(p);
    buffer_puts(p->out, "]TJ\n");
    if (item->angle) end_text(p);
}

/* ---- shapes ---- */

static void put_point(Painter *p, int64_t x, int64_t y) {
    put_length(p->out, x);
    buffer_putc(p->out, ' ');
    put_length(p->out, page_up(p->page, y));
    buffer_putc(p->out, ' ');
}

static void set_stroke(Painter *p, const Paint *paint) {
    if (!p->has_stroke || memcmp(&p->stroke, &paint->stroke_color, sizeof p->stroke)) {
        put_color_operator(p->out, paint->stroke_color, true);
        p->stroke = paint->stroke_color;
        p->has_stroke = true;
    }
    if (p->line_width != paint->line_width) {
        put_scaled(p->out, paint->line_width < 0 ? 0 : paint->line_width, 3);
        buffer_puts(p->out, " w\n");
        p->line_width = paint->line_width;
    }
    bool dashed = paint->dash[0] > 0 && paint->dash[1] >= 0;
    Length dash[2] = {dashed ? paint->dash[0] : 0, dashed ? paint->dash[1] : 0};
    if (memcmp(dash, p->dash, sizeof dash)) {
        buffer_putc(p->out, '[');
        if (dashed) {
            put_length(p->out, dash[0]);
            buffer_putc(p->out, ' ');
            put_length(p->out, dash[1]);
        }
        buffer_puts(p->out, "]0 d\n");
        memcpy(p->dash, dash, sizeof dash);
    }
    if (p->round != paint->round_joins) buffer_puts(p->out, paint->round_joins ? "1 j 1 J\n" : "0 j 0 J\n");
    p->round = paint->round_joins;
}

static void set_paint(Painter *p, const Paint *paint) {
    end_text(p);
    if (paint->fill) set_fill(p, paint->fill_color);
    if (paint->stroke) set_stroke(p, paint);
}

static void finish_path(Painter *p, const Paint *paint) {
    buffer_puts(p->out, paint->fill && paint->stroke ? (paint->even_odd ? "B*\n" : "B\n") : paint->fill ? (paint->even_odd ? "f*\n" : "f\n") : paint->stroke ? "S\n" : "n\n");
}

static void put_curve(Painter *p, int64_t x1, int64_t y1, int64_t x2, int64_t y2, int64_t x3, int64_t y3) {
    put_point(p, x1, y1);
    put_point(p, x2, y2);
    put_point(p, x3, y3);
    buffer_puts(p->out, "c\n");
}

static void put_line(Painter *p, int64_t x, int64_t y, const char *operator) {
    put_point(p, x, y);
    buffer_puts(p->out, operator);
}

static void rounded(Painter *p, const Item *item, int64_t r) {
    int64_t l = item->x, t = item->y, e = l + item->width, b = t + item->height, k = r * 4477 / 10000; /* 1 - 0.5523 */
    put_line(p, l + r, t, "m\n");
    put_line(p, e - r, t, "l\n");
    put_curve(p, e - k, t, e, t + k, e, t + r);
    put_line(p, e, b - r, "l\n");
    put_curve(p, e, b - k, e - k, b, e - r, b);
    put_line(p, l + r, b, "l\n");
    put_curve(p, l + k, b, l, b - k, l, b - r);
    put_line(p, l, t + r, "l\n");
    put_curve(p, l, t + k, l + k, t, l + r, t);
    buffer_puts(p->out, "h\n");
}

static void paint_rect(Painter *p, const Item *item) {
    const Paint *paint = &item->as.rect.paint;
    set_paint(p, paint);
    int64_t r = item->as.rect.radius, least = item->width < item->height ? item->width : item->height;
    if (r > least / 2) r = least / 2;
    if (r > 0) {
        rounded(p, item, r);
    } else {
        put_point(p, item->x, (int64_t)item->y + item->height);
        put_length(p->out, item->width);
        buffer_putc(p->out, ' ');
        put_length(p->out, item->height);
        buffer_puts(p->out, " re\n");
    }
    finish_path(p, paint);
}

static void paint_path(Painter *p, const Item *item) {
    static const int counts[] = {1, 1, 3, 0};
    const Path *path = item->as.path.path;
    set_paint(p, &item->as.path.paint);
    const Point *at = path->points, *end = at + path->point_count;
    bool open = false;
    for (int i = 0; i < path->verb_count; i++) {
        PathVerb verb = path->verbs[i];
        if ((unsigned)verb > PATH_CLOSE || end - at < counts[verb]) break;
        if (verb == PATH_CLOSE && open) buffer_puts(p->out, "h\n");
        if (verb != PATH_CLOSE && !open && verb != PATH_MOVE) put_line(p, (int64_t)item->x + at->x, (int64_t)item->y + at->y, "m\n");
        if (verb == PATH_MOVE || verb == PATH_LINE) put_line(p, (int64_t)item->x + at->x, (int64_t)item->y + at->y, verb == PATH_MOVE ? "m\n" : "l\n");
        if (verb == PATH_CURVE)
            put_curve(p, (int64_t)item->x + at[0].x, (int64_t)item->y + at[0].y, (int64_t)item->x + at[1].x, (int64_t)item->y + at[1].y,
                      (int64_t)item->x + at[2].x, (int64_t)item->y + at[2].y);
        open = open || verb != PATH_CLOSE;
        at += counts[verb];
    }
    finish_path(p, &item->as.path.paint);
}

/* The matrix that lays a picture in its box, turned and mirrored as its file asks. */
static void put_placing(Painter *p, const Item *item) {
    static const struct {
        signed char a, b, c, d; /* the signs; a and c of the width, b and d of the height */
    } turns[] = {{1, 0, 0, 1}, {-1, 0, 0, 1}, {-1, 0, 0, -1}, {1, 0, 0, -1}, {0, -1, -1, 0}, {0, -1, 1, 0}, {0, 1, 1, 0}, {0, 1, -1, 0}};
    int at = item->as.image->turn > 1 && item->as.image->turn <= 8 ? item->as.image->turn - 1 : 0;
    const int signs[] = {turns[at].a, turns[at].b, turns[at].c, turns[at].d};
    for (int i = 0; i < 4; i++) {
        put_length(p->out, signs[i] * (i % 2 ? item->height : item->width));
        buffer_putc(p->out, ' ');
    }
    bool left = signs[0] + signs[2] > 0, bottom = signs[1] + signs[3] > 0;
    put_point(p, left ? item->x : (int64_t)item->x + item->width, bottom ? (int64_t)item->y + item->height : item->y);
}

static void paint_image(Painter *p, const Item *item) {
    int resource = image_resource(p->w->images, item->as.image);
    if (resource < 0) return;
    end_text(p);
    buffer_puts(p->out, "q ");
    put_placing(p, item);
    buffer_puts(p->out, "cm/I");
    put_int(p->out, resource);
    buffer_puts(p->out, " Do Q\n");
}

/* ---- marks ---- */

static void begin_artifact(Painter *p, Artifact artifact) {
    switch (artifact) {
    case ARTIFACT_PAGINATION_HEADER: buffer_puts(p->out, "/Artifact<</Type/Pagination/Subtype/Header/Attached[/Top]>>BDC\n"); break;
    case ARTIFACT_PAGINATION_FOOTER: buffer_puts(p->out, "/Artifact<</Type/Pagination/Subtype/Footer/Attached[/Bottom]>>BDC\n"); break;
    case ARTIFACT_BACKGROUND:
        buffer_puts(p->out, "/Artifact<</Type/Background/BBox[0 0 ");
        put_length(p->out, p->page->width);
        buffer_putc(p->out, ' ');
        put_length(p->out, p->page->height);
        buffer_puts(p->out, "]>>BDC\n");
        break;
    case ARTIFACT_PAGE: buffer_puts(p->out, "/Artifact<</Type/Page>>BDC\n"); break;
    default: buffer_puts(p->out, "/Artifact<</Type/Layout>>BDC\n"); break;
    }
}

/* A Span's ActualText stands here too, once: programs that take out text read it only here. */
static void begin_content(Painter *p, const Tagged *owner, int page, int mark) {
    const Element *element = owner->element;
    const Kid *first = owner->first;
    put_name(p->out, role_name(element->role));
    buffer_puts(p->out, "<</MCID ");
    put_int(p->out, mark);
    if (element->role == ROLE_SPAN && element->actual) {
        buffer_puts(p->out, "/ActualText");
        put_text_string(p->out, first->page == page && first->mcid == mark ? element->actual : "");
    }
    buffer_puts(p->out, ">>BDC\n");
}

void content_page(Writer *w, int index, Buffer *out) {
    const Page *page = &w->pages->pages[index];
    const PageTags *tags = &w->structure->tags[index];
    Painter p = {.w = w, .page = page, .out = out, .line_width = POINT};
    int open = -2; /* mcid, or -3 - artifact */
    for (int i = 0; page->content && i < page->content->count; i++) {
        const Item *item = &page->content->items[i];
        if (!item_paints(item)) continue;
        int mark = tags->mcid[i] >= 0 ? tags->mcid[i] : -3 - (int)item->artifact;
        if (mark != open) {
            end_mark(&p);
            if (mark >= 0) {
                begin_content(&p, tags->contents[mark].owner, index, mark);
            } else {
                begin_artifact(&p, item->artifact);
            }
            p.in_mark = true;
            open = mark;
        }
        switch (item->kind) {
        case ITEM_GLYPHS: paint_glyphs(&p, item, tags->space_after[i]); break;
        case ITEM_RECT: paint_rect(&p, item); break;
        case ITEM_PATH: paint_path(&p, item); break;
        case ITEM_IMAGE: paint_image(&p, item); break;
        default: break;
        }
    }
    end_mark(&p);
}
