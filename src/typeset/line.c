/* Setting one broken line: spaces justified, glyphs in runs, tabs at their stops, pieces in place. */
#include <stdlib.h>
#include <string.h>

#include "typeset/items.h"

#define LOOSEST 6 /* a space never grows to more than this many times its stretch */

typedef struct Setting {
    Paragraph *p;
    Line *line;
    Piece *pieces;       /* scratch */
    int piece_count;
    Glyph *glyphs;       /* scratch, of the run at hand */
    int glyph_count;
    char *text;
    uint32_t text_size;
    const Face *face;    /* run at hand; NULL: none */
    Length size;
    int span;
    Length x, run_x;
    int64_t slack, room; /* justification: to give out over so much stretch or shrink */
    bool shrink;
} Setting;

static Piece *add_piece(Setting *s, PieceKind kind) {
    s->pieces = typesetter_scratch(s->p->typesetter, SCRATCH_PIECES, ((size_t)s->piece_count + 1) * sizeof *s->pieces);
    Piece *piece = &s->pieces[s->piece_count++];
    *piece = (Piece){.kind = kind, .x = s->x};
    return piece;
}

/* The heights that a face asks for at that size. */
static void claim(Setting *s, const Face *face, Length size, Length rise) {
    Length up = units_length(face->metrics.ascent, size, 1000, face) + rise;
    Length down = units_length(-face->metrics.descent, size, 1000, face) - rise;
    if (up > s->line->ascent) s->line->ascent = up;
    if (down > s->line->descent) s->line->descent = down;
}

/* Closes the run at hand and makes it a piece. */
static void flush(Setting *s) {
    if (!s->face || !s->glyph_count) {
        s->face = NULL;
        return;
    }
    Arena *arena = s->p->arena;
    const TextSpan *span = &s->p->spans[s->span];
    GlyphRun *run = ARENA_NEW(arena, GlyphRun);
    run->face = s->face;
    run->size = s->size;
    run->color = span->style->color;
    run->rise = span->style->rise;
    run->count = s->glyph_count;
    run->glyphs = ARENA_ARRAY(arena, (size_t)s->glyph_count, Glyph);
    memcpy(run->glyphs, s->glyphs, (size_t)s->glyph_count * sizeof *s->glyphs);
    run->text = arena_strndup(arena, s->text, s->text_size);
    run->text_size = s->text_size;
    run->width = s->x - s->run_x;
    Piece *piece = add_piece(s, PIECE_GLYPHS);
    piece->x = s->run_x;
    piece->width = run->width;
    piece->run = run;
    piece->style = span->style;
    piece->owner = span->owner;
    claim(s, s->face, s->size, run->rise);
    s->face = NULL;
    s->glyph_count = 0;
    s->text_size = 0;
}

/* Makes sure the run at hand is in that face, size and span. */
static void want(Setting *s, const Face *face, Length size, int span) {
    const TextSpan *old = s->face ? &s->p->spans[s->span] : NULL, *new = &s->p->spans[span];
    if (s->face == face && s->size == size && (s->span == span || (old->style == new->style && old->owner == new->owner))) return;
    flush(s);
    s->face = face;
    s->size = size;
    s->span = span;
    s->run_x = s->x;
}

static uint32_t add_text(Setting *s, const char *text, uint32_t size) {
    uint32_t at = s->text_size;
    s->text = typesetter_scratch(s->p->typesetter, SCRATCH_TEXT, (size_t)at + size);
    memcpy(s->text + at, text, size);
    s->text_size += size;
    return at;
}

static void reserve_glyphs(Setting *s, int more) {
    s->glyphs = typesetter_scratch(s->p->typesetter, SCRATCH_GLYPHS, ((size_t)s->glyph_count + (size_t)more) * sizeof *s->glyphs);
}

/* There is room for it. */
static inline void put_glyph(Setting *s, Glyph glyph) {
    s->glyphs[s->glyph_count++] = glyph;
    s->x += glyph.advance;
}

static void add_space_glyph(Setting *s, uint32_t id, Length advance, uint32_t cluster) {
    reserve_glyphs(s, 1);
    put_glyph(s, (Glyph){id, advance, 0, 0, cluster});
}

/* The bytes of the word that glyphs [first, first + count) stand for. */
static void part_bytes(const Word *word, const WordPart *part, uint32_t *from, uint32_t *to) {
    uint32_t last = 0;
    *from = word->size;
    *to = word->size;
    for (int i = part->first; i < part->first + part->count; i++) {
        if (word->glyphs[i].cluster < *from) *from = word->glyphs[i].cluster;
        if (word->glyphs[i].cluster > last) last = word->glyphs[i].cluster;
    }
    for (int i = 0; i < word->count; i++) /* the next cluster after the part's last */
        if (word->glyphs[i].cluster > last && word->glyphs[i].cluster < *to) *to = word->glyphs[i].cluster;
}

/* hyphen: byte where a hyphen of ours begins, or the word's size. */
static void add_word(Setting *s, const Word *word, int span, uint32_t hyphen) {
    const CharStyle *style = s->p->spans[span].style;
    for (int i = 0; i < word->part_count; i++) {
        const WordPart *part = &word->parts[i];
        uint32_t from = 0, to = word->size, base;
        if (word->part_count > 1) part_bytes(word, part, &from, &to);
        want(s, part->face, (Length)((int64_t)style->size * part->scale / 1000), span);
        base = add_text(s, word->text + from, (to < hyphen ? to : hyphen) - (from < hyphen ? from : hyphen));
        if (to > hyphen) add_text(s, "\xC2\xAD", 2);
        reserve_glyphs(s, part->count);
        for (int k = part->first; k < part->first + part->count; k++) {
            const WordGlyph *g = &word->glyphs[k];
            Length advance = units_length(g->advance, style->size, part->scale, part->face) + (g->advance ? style->tracking : 0);
            put_glyph(s, (Glyph){g->id, advance, units_length(g->x, style->size, part->scale, part->face),
                                 units_length(g->y, style->size, part->scale, part->face), base + g->cluster - from});
        }
    }
}

/* Text items from i on that belong to one word, as they stand on this line. */
typedef struct Stretch {
    const Word *word;
    uint32_t hyphen; /* byte where a hyphen of ours begins, or the word's size */
    int next;        /* item after them */
    Length planned;  /* width by the items */
    bool whole;
} Stretch;

static Stretch stretch_at(const Paragraph *p, int i, int at) {
    const BreakItem *first = &p->items[i], *end = &p->items[at];
    uint32_t to = first->to;
    Stretch s = {.word = first->word, .next = i + 1, .planned = first->width};
    for (; s.next < at; s.next++) {
        const BreakItem *item = &p->items[s.next];
        bool joins = item->form == FORM_TEXT && item->word == first->word && item->from == to && item->span == first->span;
        if (!joins && item->form != FORM_PENALTY) break;
        if (!joins) continue;
        to = item->to;
        s.planned += item->width;
    }
    bool hyphen = s.next >= at && end->form == FORM_PENALTY && end->kind != BREAK_URL && end->width > 0;
    s.hyphen = to - first->from;
    s.whole = !hyphen && first->from == 0 && to == first->word->size;
    if (s.whole) return s;
    char local[256], *text = s.hyphen + 2 > sizeof local ? malloc(s.hyphen + 2) : local;
    if (!text) abort();
    memcpy(text, first->word->text + first->from, s.hyphen);
    if (hyphen) text[s.hyphen] = '-';
    if (hyphen) s.planned += end->width;
    s.word = typesetter_word(p->typesetter, p->spans[first->span].key, text, s.hyphen + hyphen);
    if (text != local) free(text);
    return s;
}

/* This space's share of what is to be given out; shares are taken from what is left, so they sum exactly. */
static Length share(Setting *s, const BreakItem *glue) {
    int64_t own = s->shrink ? glue->shrink : glue->stretch;
    if (s->room <= 0 || !s->slack) return 0;
    int64_t part = s->slack * own / s->room;
    s->slack -= part;
    s->room -= own;
    return (Length)part;
}

static void add_space(Setting *s, const BreakItem *glue) {
    const TextSpan *span = &s->p->spans[glue->span];
    Length width = glue->width + share(s, glue);
    hb_codepoint_t id;
    if (!span->key->face || !hb_font_get_nominal_glyph(face_font(span->key->face), ' ', &id)) {
        flush(s);
        s->x += width;
        return;
    }
    want(s, span->key->face, span->style->size, glue->span);
    add_space_glyph(s, id, width, add_text(s, glue->to == 2 ? "\xC2\xA0" : " ", glue->to == 2 ? 2 : 1));
}

/* A space without width where the line breaks, so that words stay apart when the text is read out. */
static void add_line_space(Setting *s, int at) {
    const BreakItem *end = &s->p->items[at];
    hb_codepoint_t id;
    if (end->form != FORM_GLUE || !s->face || !hb_font_get_nominal_glyph(face_font(s->face), ' ', &id)) return;
    add_space_glyph(s, id, 0, add_text(s, " ", 1));
}

static void add_object(Setting *s, const BreakItem *item) {
    const Object *object = &s->p->objects[item->span];
    flush(s);
    Piece *piece = add_piece(s, object->kind == OBJECT_MARK ? PIECE_MARK : PIECE_BOX);
    piece->owner = object->owner;
    piece->payload = object->payload;
    piece->width = object->width;
    piece->height = object->height;
    piece->depth = object->depth;
    if (object->height > s->line->ascent) s->line->ascent = object->height;
    if (object->depth > s->line->descent) s->line->descent = object->depth;
    s->x += object->width;
}

/* Width of items [from, at) up to the next tab. */
static Length width_to_tab(const Paragraph *p, int from, int at) {
    Length width = 0;
    for (int i = from; i < at && p->items[i].form != FORM_TAB; i++)
        if (p->items[i].form != FORM_PENALTY) width += p->items[i].width;
    return width;
}

/* A leader: as many copies of its pattern as fit, flush with the right end so that dots stand above one another. */
static void add_leader(Setting *s, const Object *tab, Length from, Length to) {
    const FontKey *key = typesetter_key(s->p->typesetter, tab->style);
    const Word *word = typesetter_word(s->p->typesetter, key, tab->leader, strlen(tab->leader));
    Length one = word_width(word, tab->style, 0, word->size);
    int copies = one > 0 ? (int)((to - from) / one) : 0;
    if (copies < 1 || copies > 2000 || word->part_count != 1) return;
    GlyphRun *run = ARENA_NEW(s->p->arena, GlyphRun);
    run->face = word->parts[0].face;
    run->size = tab->style->size;
    run->color = tab->style->color;
    run->count = copies * word->count;
    run->glyphs = ARENA_ARRAY(s->p->arena, (size_t)run->count, Glyph);
    char *text = arena_alloc(s->p->arena, (size_t)copies * word->size + 1);
    for (int i = 0; i < run->count; i++) {
        const WordGlyph *g = &word->glyphs[i % word->count];
        Length advance = units_length(g->advance, run->size, 1000, run->face) + (g->advance ? tab->style->tracking : 0);
        run->glyphs[i] = (Glyph){g->id, advance, 0, 0, g->cluster + (uint32_t)(i / word->count) * word->size};
    }
    for (int i = 0; i < copies; i++) memcpy(text + (size_t)i * word->size, word->text, word->size);
    run->text = text;
    run->text_size = (size_t)copies * word->size;
    run->width = one * copies;
    Piece *piece = add_piece(s, PIECE_LEADER);
    piece->x = to - run->width;
    piece->width = run->width;
    piece->run = run;
    piece->style = tab->style;
}

static void add_tab(Setting *s, int i, int at, Length origin) {
    const BreakItem *item = &s->p->items[i];
    const Object *tab = &s->p->objects[item->span];
    Length from = s->x, width = width_to_tab(s->p, i + 1, at), to = origin + tab->stop;
    flush(s);
    if (tab->align == ALIGN_RIGHT || tab->align == ALIGN_DECIMAL) to -= width;
    if (tab->align == ALIGN_CENTER) to -= width / 2;
    if (to < from + item->width / 2) to = from + item->width / 2;
    if (tab->leader) add_leader(s, tab, from + tab->style->size / 4, to - tab->style->size / 4);
    s->x = to;
}

/* Natural width, stretch, shrink and tabs of items [from, at). */
typedef struct Natural { int64_t width, stretch, shrink; bool tabs; } Natural;

static Natural natural(const Paragraph *p, int from, int at) {
    Natural n = {0};
    for (int i = from; i < at; i++) {
        const BreakItem *item = &p->items[i];
        if (item->form == FORM_PENALTY) continue;
        if (item->form == FORM_TEXT) { /* a broken word may be kerned otherwise than was planned */
            Stretch s = stretch_at(p, i, at);
            n.width += s.whole ? s.planned : word_width(s.word, p->spans[item->span].style, 0, s.word->size);
            i = s.next - 1;
            continue;
        }
        n.width += item->width;
        n.stretch += item->stretch;
        n.shrink += item->shrink;
        n.tabs |= item->form == FORM_TAB;
    }
    return n;
}

/* Decides how much the spaces of a justified line take or give. */
static void plan(Setting *s, const Natural *n, Length room, bool last) {
    int64_t slack = room - n->width;
    if (s->p->style.align != ALIGN_JUSTIFY || n->tabs || !slack) return;
    if (slack < 0) {
        s->shrink = true;
        s->room = n->shrink;
        s->slack = -slack < n->shrink ? slack : -n->shrink;
    } else if (!last && n->stretch > 0 && slack <= n->stretch * LOOSEST) {
        s->room = n->stretch;
        s->slack = slack;
    }
}

void set_line(Paragraph *p, int from, int at, Length measure, Length indent, bool last, Line *line) {
    *line = (Line){.last = last};
    while (from < at && (p->items[from].form == FORM_GLUE || p->items[from].form == FORM_PENALTY)) from++;
    while (at > from && p->items[at].form == FORM_END && p->items[at - 1].form == FORM_GLUE && p->items[at - 1].may_break) at--;
    const BreakItem *end = &p->items[at];
    Setting s = {.p = p, .line = line};
    Natural n = natural(p, from, at);
    Length lead = from < at && p->items[from].form == FORM_TEXT ? p->items[from].hang : 0;
    Length room = measure - indent;
    plan(&s, &n, room + lead + end->hang, last);
    Length slack = room - (Length)n.width;
    s.x = indent - lead;
    if (!n.tabs && slack > 0 && p->style.align == ALIGN_RIGHT) s.x += slack;
    if (!n.tabs && slack > 0 && p->style.align == ALIGN_CENTER) s.x += slack / 2;
    Length origin = s.x;
    for (int i = from; i < at;) {
        const BreakItem *item = &p->items[i];
        if (item->form == FORM_TEXT) {
            Stretch stretch = stretch_at(p, i, at);
            add_word(&s, stretch.word, item->span, stretch.hyphen);
            i = stretch.next;
            continue;
        }
        if (item->form == FORM_GLUE) add_space(&s, item);
        else if (item->form == FORM_OBJECT) add_object(&s, item);
        else if (item->form == FORM_TAB) add_tab(&s, i, at, 0);
        i++;
    }
    add_line_space(&s, at);
    flush(&s);
    if (!s.piece_count && p->span_count && p->spans[0].key->face) claim(&s, p->spans[0].key->face, p->spans[0].style->size, 0);
    line->width = s.x - origin;
    line->hyphenated = end->form == FORM_PENALTY && end->kind != BREAK_URL && end->width > 0;
    line->overflow = s.x - measure - end->hang > 20 ? s.x - measure - end->hang : 0; /* 20: rounding of advances */
    line->overfull = line->overflow > 0;
    line->count = s.piece_count;
    line->pieces = ARENA_ARRAY(p->arena, (size_t)s.piece_count, Piece);
    if (s.piece_count) memcpy(line->pieces, s.pieces, (size_t)s.piece_count * sizeof *s.pieces);
}

/* ---- short texts ---- */

const Lines *typeset_line(Arena *arena, Typesetter *typesetter, const char *text, const CharStyle *style, void *owner) {
    ParagraphStyle plain = {.align = ALIGN_LEFT, .leading = style->size};
    ArenaMark mark = typesetter_mark(typesetter);
    Paragraph *p = paragraph_new(arena, typesetter, &plain);
    paragraph_text(p, text, style, owner, (Place){0});
    Lines *lines = (Lines *)paragraph_break(p, LENGTH_MAX);
    typesetter_release(typesetter, mark);
    if (!lines->count) lines->lines = ARENA_NEW(arena, Line);
    lines->count = 1;
    lines->measure = lines->lines[0].width;
    return lines;
}

Length typeset_width(Typesetter *typesetter, const char *text, const CharStyle *style) {
    ParagraphStyle plain = {.align = ALIGN_LEFT, .leading = style->size};
    ArenaMark mark = typesetter_mark(typesetter);
    Paragraph *p = paragraph_new(typesetter->work, typesetter, &plain);
    Length width;
    paragraph_text(p, text, style, NULL, (Place){0});
    paragraph_widths(p, NULL, &width);
    typesetter_release(typesetter, mark);
    return width;
}
