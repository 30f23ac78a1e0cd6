/* Inline content into paragraphs, and their lines into slabs. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "layout/engine.h"

typedef struct Inline {
    Flow *flow;
    Engine *engine;
    Paragraph *paragraph;
    CharStyle style;
    Owner *owner;
    Element *block;  /* the paragraph's own element */
    Length measure;
} Inline;

enum { MARK_ANCHOR, MARK_NOTE };
typedef struct Mark {
    int kind;
    const char *anchor;
    Footnote *note;
} Mark;

bool inline_is(const Node *node) {
    return node->kind == NODE_TEXT || node->tag >= TAG_EM || node->tag == TAG_FIELD;
}

CharStyle scaled_char(const Flow *flow, const TextStyle *style) {
    CharStyle c = style->character;
    if (flow->scale && flow->scale != 1000) c.size = (Length)((int64_t)c.size * flow->scale / 1000);
    if (flow->language) c.language = flow->language;
    if (flow->has_ink) c.color = flow->ink;
    return c;
}

static Owner *owner_new(Inline *in, Element *element) {
    Owner *owner = ARENA_NEW(in->engine->arena, Owner);
    owner->element = element;
    return owner;
}

static void walk(Inline in, const Node *first, const Node *end);

static void put_text(Inline *in, const char *text, Place place) {
    if (in->style.capitals) text = text_capitals(in->engine->arena, text);
    paragraph_text(in->paragraph, text, &in->style, in->owner, place);
}

static void put_span(Inline in, const Node *n) {
    const SpanBlock *block = span_block(n);
    const char *style = block->style, *lang = block->language, *alt = block->alt;
    if (style) {
        CharStyle named = scaled_char(in.flow, style_text(in.engine->style, style));
        if (!strcmp(style, "caption-label") || !named.size) named.size = in.style.size; /* as large as what stands around it */
        in.style = named;
    }
    in.style.features |= block->features;
    if (lang) in.style.language = lang;
    if (lang || alt) {
        Element *span = structure_element(in.flow, n, 0, ROLE_SPAN, in.owner->element, true);
        span->lang = lang;
        span->alt = alt;
        in.owner = owner_new(&in, span);
    }
    walk(in, n->first, NULL);
}

static void put_link(Inline in, const Node *n, const char *uri, const char *destination, const char *text) {
    if (uri && !address_is_safe(uri)) {
        diagnostics_report(in.engine->diagnostics, &D309_ADDRESS, n->place, (Report){.arguments = {uri}});
        uri = "";
    }
    Element *link = structure_element(in.flow, n, 0, ROLE_LINK, in.owner->element, true);
    link->alt = structure_title(in.engine, n);
    if (!*link->alt) link->alt = text ? text : uri ? uri : destination;
    if (n->tag == TAG_NUMBER) link->alt = arena_printf(in.engine->arena, in.engine->dutch ? "%s, herleiding" : "%s, derivation", link->alt);
    in.owner = owner_new(&in, link);
    in.owner->uri = uri;
    in.owner->destination = destination;
    if (uri) in.style.color = style_text(in.engine->style, "link")->character.color;
    if (text) put_text(&in, text, n->place);
    else if (!n->first && uri) put_text(&in, uri, n->place);
    else walk(in, n->first, NULL);
}

/* The page an anchor came on in the pass before; before there was one, a guess of the usual width. */
static const char *page_of(Engine *engine, const char *id) {
    engine->volatile_block = engine->needs_pages = true;
    const AnchorPlace *at = engine->before && id ? map_get(engine->before, id) : NULL;
    if (!at || at->page >= engine->pages_before) return "00";
    return engine->labels_before[at->page];
}

static void put_ref(Inline in, const Node *n) {
    const char *to = n->tag == TAG_REF ? ref_block(n)->to : number_block(n)->to;
    if (!to || !map_get(in.engine->document->targets, to)) { walk(in, n->first, NULL); return; }
    const char *text = n->tag == TAG_REF && ref_block(n)->show == SHOW_PAGE && !n->first ? page_of(in.engine, to) : NULL;
    put_link(in, n, NULL, to, text);
}

/* Where a note belongs: beside its paragraph or heading, but inside a cell, a caption or the body of a list item. */
static Element *note_parent(Element *block) {
    bool beside = block->role == ROLE_P || (block->role >= ROLE_H1 && block->role <= ROLE_H6);
    return beside && block->parent ? block->parent : block;
}

static void put_note(Inline in, const Node *n) {
    Engine *engine = in.engine;
    Mark *mark = ARENA_NEW(engine->arena, Mark);
    mark->kind = MARK_NOTE;
    mark->note = note_build(in.flow, n, note_parent(in.block));
    Element *reference = structure_element(in.flow, n, 1, ROLE_REFERENCE, in.owner->element, true);
    Element *link = structure_element(in.flow, n, 2, ROLE_LINK, reference, true);
    link->alt = arena_printf(engine->arena, engine->dutch ? "Noot %s" : "Note %s", mark->note->number);
    in.owner = owner_new(&in, link);
    in.owner->destination = common_of(n)->id ? common_of(n)->id : memo_get(engine->memo, n, 3);
    in.style.rise += in.style.size * 33 / 100;
    in.style.size = in.style.size * 62 / 100;
    in.style.no_break = true;
    put_text(&in, arena_printf(engine->arena, "\u2060%s", mark->note->number), n->place);
    paragraph_mark(in.paragraph, mark);
}

static void put_anchor(Inline *in, const char *id) {
    if (!id) return;
    Mark *mark = ARENA_NEW(in->engine->arena, Mark);
    mark->kind = MARK_ANCHOR;
    mark->anchor = id;
    paragraph_mark(in->paragraph, mark);
}

static void put_element(Inline in, const Node *n) {
    switch (n->tag) {
    case TAG_EM: in.style.italic = !in.style.italic; break;
    case TAG_STRONG: in.style.weight = in.style.weight >= 700 ? 900 : 700; break;
    case TAG_SC: in.style.features |= FEATURE_SMALL_CAPS; break;
    case TAG_SUP: in.style.rise += in.style.size * 33 / 100; in.style.size = in.style.size * 65 / 100; break;
    case TAG_SUB: in.style.rise -= in.style.size * 15 / 100; in.style.size = in.style.size * 65 / 100; break;
    case TAG_SPAN: put_span(in, n); return;
    case TAG_LINK: put_link(in, n, link_block(n)->address, NULL, NULL); return;
    case TAG_REF: put_ref(in, n); return;
    case TAG_NUMBER: put_ref(in, n); return; /* to its derivation */
    case TAG_FOOTNOTE: put_note(in, n); return;
    case TAG_BR: paragraph_newline(in.paragraph); return;
    case TAG_TAB: paragraph_tab(in.paragraph, in.measure, ALIGN_RIGHT, NULL, &in.style); return;
    case TAG_ANCHOR: put_anchor(&in, common_of(n)->id); return;
    case TAG_FIELD: form_box(in.flow, in.paragraph, n, &in.style, in.owner->element); return;
    default: break;
    }
    walk(in, n->first, NULL);
}

static void walk(Inline in, const Node *first, const Node *end) {
    for (const Node *n = first; n && n != end; n = n->next) {
        if (n->kind == NODE_TEXT) put_text(&in, n->text, n->place);
        else if (inline_is(n)) put_element(in, n);
    }
}

Paragraph *inline_paragraph(Flow *flow, const TextOptions *options, ParagraphStyle *ps, CharStyle *base) {
    Engine *engine = flow->engine;
    const TextStyle *style = options->style;
    *ps = style->paragraph;
    if (flow->has_align) ps->align = flow->align == ALIGN_DECIMAL ? ALIGN_LEFT : flow->align;
    if (flow->scale && flow->scale != 1000) ps->leading = (Length)((int64_t)ps->leading * flow->scale / 1000);
    *base = scaled_char(flow, style);
    Inline in = {.flow = flow, .engine = engine, .style = *base, .block = options->element,
                 .measure = flow->width - style->indent_left - style->indent_right};
    in.paragraph = paragraph_new(engine->arena, engine->typesetter, ps);
    in.owner = owner_new(&in, options->element);
    if (options->prefix && *options->prefix) {
        Inline lead = in;
        if (options->prefix_style) lead.style = scaled_char(flow, style_text(engine->style, options->prefix_style));
        put_text(&lead, options->prefix, (Place){0});
    }
    if (options->node && !options->first) walk(in, options->node->first, NULL);
    else walk(in, options->first, options->end);
    return in.paragraph;
}

/* Distance from the top of a line to its baseline: the font's own height centred in the leading. */
Length inline_baseline(Engine *engine, const CharStyle *base, Length leading) {
    int key = base->size * 2 + base->italic;
    Length *kept = memo_get(engine->memo, base->family ? base->family : "", key);
    if (!kept) {
        const Lines *probe = typeset_line(engine->arena, engine->typesetter, "Hx", base, NULL);
        kept = ARENA_ARRAY(engine->arena, 2, Length);
        kept[0] = base->size * 4 / 5, kept[1] = base->size / 5;
        if (probe->count) kept[0] = probe->lines[0].ascent, kept[1] = probe->lines[0].descent;
        memo_put(engine, base->family ? base->family : "", key, kept);
    }
    return (leading - kept[0] - kept[1]) / 2 + kept[0];
}

static void line_marks(Engine *engine, Slab *slab, const Line *line) {
    for (int i = 0; i < line->count; i++) {
        if (line->pieces[i].kind != PIECE_MARK) continue;
        const Mark *mark = line->pieces[i].payload;
        if (mark->kind == MARK_ANCHOR) {
            const char **all = ARENA_ARRAY(engine->arena, (size_t)slab->anchor_count + 1, const char *);
            for (int k = 0; k < slab->anchor_count; k++) all[k] = slab->anchors[k];
            all[slab->anchor_count++] = mark->anchor;
            slab->anchors = all;
        } else {
            Footnote **all = ARENA_ARRAY(engine->arena, (size_t)slab->note_count + 1, Footnote *);
            for (int k = 0; k < slab->note_count; k++) all[k] = slab->notes[k];
            all[slab->note_count++] = mark->note;
            slab->notes = all;
        }
    }
}

static Length line_extra(const Line *line, Length baseline) {
    Length extra = 0;
    for (int i = 0; i < line->count; i++)
        if (line->pieces[i].kind == PIECE_BOX && line->pieces[i].height - baseline > extra) extra = line->pieces[i].height - baseline;
    return extra;
}

static int break_cost(const Engine *engine, const TextStyle *style, int i, int count) {
    if (i == 0) return BREAK_FREE;
    if (style->keep_together) return BREAK_NEVER - 1;
    int orphans = engine->style->orphans > 0 ? engine->style->orphans : 2, widows = engine->style->widows > 0 ? engine->style->widows : 2;
    return i < orphans || count - i < widows ? BREAK_WIDOW : BREAK_FREE;
}

int inline_lines(Flow *flow, Paragraph *p, const TextStyle *style, const ParagraphStyle *ps, const CharStyle *base, const Element *element) {
    Engine *engine = flow->engine;
    Length indent = style->indent_left, measure = flow->width - indent - style->indent_right;
    Length least = flow->in_cell ? 2 * POINT : 20 * POINT; /* a column of figures may be narrow */
    if (measure < least) measure = flow->width > least ? flow->width : least, indent = 0;
    const Lines *lines = paragraph_break(p, measure);
    Length baseline = inline_baseline(engine, base, ps->leading);
    Length grid = engine->style->grid;
    for (int i = 0; i < lines->count; i++) {
        const Line *line = &lines->lines[i];
        Length extra = line_extra(line, baseline);
        Slab *slab = slab_new(flow, SLAB_LINE, ps->leading + extra);
        slab->x += indent;
        slab->width = measure;
        slab->line = line;
        slab->baseline = baseline + extra;
        slab->text_element = element;
        slab->penalty = break_cost(engine, style, i, lines->count);
        if (i == 0) slab->before = style->space_before;
        if (i == 0 && grid > 0 && !flow->in_cell && !flow->list_level && ps->leading % grid == 0) slab->snap = -1;
        if (i == lines->count - 1) slab->after = style->space_after;
        if (line->overfull && line->overflow > POINT / 2)
            diagnostics_report(engine->diagnostics, &D302_OVERFULL, element ? element->place : (Place){0},
                               (Report){.arguments = {line->count && line->pieces[0].run ? line->pieces[0].run->text : ""}});
        line_marks(engine, slab, line);
    }
    return lines->count;
}

int inline_block(Flow *flow, const TextOptions *options) {
    ParagraphStyle ps;
    CharStyle base;
    Typesetter *typesetter = flow->engine->typesetter;
    ArenaMark mark = typesetter_mark(typesetter);
    Paragraph *p = inline_paragraph(flow, options, &ps, &base);
    int lines = paragraph_empty(p) ? 0 : inline_lines(flow, p, options->style, &ps, &base, options->element);
    typesetter_release(typesetter, mark);
    return lines;
}

void inline_simple(Flow *flow, const char *text, const TextStyle *style, Element *element) {
    inline_block(flow, &(TextOptions){.style = style, .prefix = text, .element = element});
}
