/* Footnotes: their bodies, set once at the width of the text, placed by the page builder. */
#include "layout/engine.h"

/* parent: the element that the paragraph with the reference belongs to; the Note follows the paragraph. */
Footnote *note_build(Flow *flow, const Node *node, Element *parent) {
    Engine *engine = flow->engine;
    Footnote *kept = memo_get(engine->memo, node, 4);
    if (kept) return kept;
    Footnote *note = ARENA_NEW(engine->arena, Footnote);
    memo_put(engine, node, 4, note);
    note->number = footnote_block(node)->number ? footnote_block(node)->number : "*";
    const char *anchor = arena_printf(engine->arena, "noot-%s-%d", note->number, ++engine->last_id);
    memo_put(engine, node, 3, (void *)anchor);
    Element *element = structure_element(flow, node, 0, ROLE_NOTE, parent, false);
    element->id = anchor;
    element->place = node->place;
    const TextStyle *style = style_text(engine->style, "footnote");
    const PageMaster *m = engine->master;
    Length width = m && !flow->landscape ? m->width - m->inner - m->outer : flow->width;
    if (m && !flow->landscape && m->columns > 1) width = (width - m->gutter * (m->columns - 1)) / m->columns;
    const char **pending = engine->pending;
    int pending_count = engine->pending_count;
    engine->pending = NULL;
    engine->pending_count = 0;
    anchor_pending(engine, anchor);
    Flow inner = {.engine = engine, .out = &note->list, .width = width, .parent = element, .text_style = "footnote",
                  .language = flow->language, .in_cell = true, .inline_in_parent = true};
    Length hang = style->character.size * 3 / 2, label_width = typeset_width(engine->typesetter, note->number, &style->character) + style->character.size / 2;
    if (label_width > hang) hang = label_width;
    Element *label = structure_element(&inner, node, 1, ROLE_LBL, element, false);
    inline_simple(&inner, note->number, style, label);
    SlabList body = {0};
    inner.out = &body;
    inner.x += hang;
    inner.width -= hang;
    inner.parent = structure_element(&inner, node, 2, ROLE_P, element, false);
    block_children(&inner, node);
    /* the number stands beside the first line: they become one slab */
    if (body.count && note->list.count) {
        Slab *row = ARENA_NEW(engine->arena, Slab);
        *row = (Slab){.kind = SLAB_TRACKS, .width = width, .height = body.items[0]->height, .track_count = 2, .whole = true,
                      .before = body.items[0]->before, .after = body.items[0]->after};
        row->tracks = ARENA_ARRAY(engine->arena, 2, Track);
        list_append(engine, &row->tracks[0].list, &note->list);
        list_push(engine, &row->tracks[1].list, body.items[0]);
        note->list = (SlabList){0};
        list_push(engine, &note->list, row);
        for (int i = 1; i < body.count; i++) list_push(engine, &note->list, body.items[i]);
    }
    engine->pending = pending;
    engine->pending_count = pending_count;
    return note;
}
