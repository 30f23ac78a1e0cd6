/* Placing: slabs painted into a fragment, and slabs cut into what fits and the rest. */
#include <string.h>

#include "layout/engine.h"

static void put(Painter *p, Item item) {
    if (p->artifact) {
        if (item.kind == ITEM_LINK || item.kind == ITEM_ANCHOR || item.kind == ITEM_FIELD) return;
        item.element = NULL;
    }
    if (!item.element && item.artifact == ARTIFACT_NONE) item.artifact = p->artifact ? ARTIFACT_PAGINATION_HEADER : ARTIFACT_LAYOUT;
    fragment_add(p->out, item);
}

static void put_rect(Painter *p, Length x, Length y, Length w, Length h, Paint paint, Length radius) {
    if (w <= 0 || h <= 0) return;
    put(p, (Item){.kind = ITEM_RECT, .x = x, .y = y, .width = w, .height = h, .artifact = ARTIFACT_LAYOUT, .as.rect = {paint, radius}});
}

static void fill(Painter *p, Length x, Length y, Length w, Length h, Color color) {
    put_rect(p, x, y, w, h, (Paint){.fill = true, .fill_color = color}, 0);
}

static void put_anchor(Painter *p, const char *name, Length x, Length y) {
    Engine *engine = p->engine;
    if (p->artifact || map_get(engine->anchors, name)) return;
    AnchorPlace *at = ARENA_NEW(engine->arena, AnchorPlace);
    at->page = p->page;
    map_put(engine->anchors, name, at);
    put(p, (Item){.kind = ITEM_ANCHOR, .x = x, .y = y, .artifact = ARTIFACT_LAYOUT, .as.anchor = {name}});
}

static LinkPart united(LinkPart a, LinkPart b) {
    Length right = a.x + a.width > b.x + b.width ? a.x + a.width : b.x + b.width, foot = a.y + a.height > b.y + b.height ? a.y + a.height : b.y + b.height;
    Length x = a.x < b.x ? a.x : b.x, y = a.y < b.y ? a.y : b.y;
    return (LinkPart){x, y, right - x, foot - y};
}

/* The link of that element on this page, if its first part is not far back. */
static Item *link_begun(Fragment *out, const Element *element) {
    enum { LOOK_BACK = 200 };
    for (int i = out->count - 1; i >= 0 && i > out->count - LOOK_BACK; i--)
        if (out->items[i].kind == ITEM_LINK && out->items[i].element == element) return &out->items[i];
    return NULL;
}

/* One link, however many lines and pieces of lines it takes: on one line its rectangle grows, else it gets a part more. */
static void widen_link(const Painter *p, Item *item, LinkPart more) {
    int n = item->as.link.part_count ? item->as.link.part_count : 1;
    LinkPart *parts = ARENA_ARRAY(p->engine->arena, (size_t)n + 1, LinkPart), *last = &parts[n - 1];
    if (item->as.link.part_count) memcpy(parts, item->as.link.parts, (size_t)n * sizeof *parts);
    else parts[0] = (LinkPart){0, 0, item->width, item->height};
    more.x -= item->x;
    more.y -= item->y;
    if (more.y < last->y + last->height / 2 && last->y < more.y + more.height / 2) *last = united(*last, more);
    else parts[n++] = more;
    LinkPart all = parts[0];
    for (int i = 1; i < n; i++) all = united(all, parts[i]);
    for (int i = 0; i < n; i++) parts[i].x -= all.x, parts[i].y -= all.y;
    item->x += all.x;
    item->y += all.y;
    item->width = all.width;
    item->height = all.height;
    item->as.link.parts = n > 1 ? parts : NULL;
    item->as.link.part_count = n > 1 ? n : 0;
}

static void put_link(Painter *p, const Slab *slab, const Line *line, int from, int to, Length x, Length y) {
    const Owner *owner = line->pieces[from].owner;
    Length left = line->pieces[from].x, right = line->pieces[to].x + line->pieces[to].width;
    LinkPart part = {x + left, y, right - left, slab->height};
    Item *begun = p->artifact ? NULL : link_begun(p->out, owner->element);
    if (begun) { widen_link(p, begun, part); return; }
    put(p, (Item){.kind = ITEM_LINK, .x = part.x, .y = part.y, .width = part.width, .height = part.height,
                  .element = owner->element, .as.link = {.uri = owner->uri, .destination = owner->destination}});
}

static bool is_link(const Piece *piece) {
    const Owner *owner = piece->owner;
    return owner && (owner->uri || owner->destination) && piece->kind == PIECE_GLYPHS;
}

static void paint_field(Painter *p, const Piece *piece, Length x, Length baseline) {
    const FormPayload *form = piece->payload;
    if (!form) return;
    Color ink = p->engine->style->muted;
    Length top = baseline - piece->height, height = piece->height + piece->depth;
    bool boxed = form->field->kind == FIELD_CHECK || form->field->kind == FIELD_RADIO || form->field->kind == FIELD_MULTILINE || form->field->kind == FIELD_SIGNATURE;
    if (boxed)
        put_rect(p, x, top, piece->width, height, (Paint){.stroke = true, .stroke_color = ink, .line_width = 600},
                 form->field->kind == FIELD_RADIO ? piece->width / 2 : 0);
    else fill(p, x, baseline + piece->depth - 500, piece->width, 500, ink);
    put(p, (Item){.kind = ITEM_FIELD, .x = x, .y = top, .width = piece->width, .height = height, .element = form->element, .as.field = form->field});
}

static void paint_line(Painter *p, const Slab *slab, Length x, Length y) {
    const Line *line = slab->line;
    Length baseline = y + slab->baseline;
    for (int i = 0; i < line->count; i++) {
        const Piece *piece = &line->pieces[i];
        const Owner *owner = piece->owner;
        if (piece->kind == PIECE_GLYPHS && piece->run && piece->run->count) {
            put(p, (Item){.kind = ITEM_GLYPHS, .x = x + piece->x, .y = baseline, .width = piece->width, .element = owner ? owner->element : NULL, .as.glyphs = piece->run});
            if (piece->style && piece->style->underline) fill(p, x + piece->x, baseline + 1200, piece->width, 500, piece->run->color);
            if (piece->style && piece->style->strike) fill(p, x + piece->x, baseline - piece->style->size * 28 / 100, piece->width, 600, piece->run->color);
        } else if (piece->kind == PIECE_LEADER && piece->run) {
            put(p, (Item){.kind = ITEM_GLYPHS, .x = x + piece->x, .y = baseline, .width = piece->width, .artifact = ARTIFACT_LAYOUT, .as.glyphs = piece->run});
        } else if (piece->kind == PIECE_BOX) paint_field(p, piece, x + piece->x, baseline);
    }
    for (int i = 0; i < line->count; i++) {
        if (!is_link(&line->pieces[i])) continue;
        int end = i;
        while (end + 1 < line->count && is_link(&line->pieces[end + 1]) &&
               ((Owner *)line->pieces[end + 1].owner)->element == ((Owner *)line->pieces[i].owner)->element) end++;
        put_link(p, slab, line, i, end, x, y);
        i = end;
    }
}

/* Of a cell: over all its rows, as far as they are on this page. */
static Length track_height(const Slab *slab, const Track *track) { return track->span_height ? track->span_height : slab->height; }

/* The fills of all rows come before the rules of any, which lie half over them. */
static void paint_fills(Painter *p, const Slab *slab, Length x, Length y) {
    const Rules *r = slab->rules;
    if (!r) return;
    if (r->has_fill) fill(p, x + r->x, y, r->width, slab->height, r->fill);
    for (int t = 0; t < slab->track_count; t++) {
        const Track *track = &slab->tracks[t];
        if (track->fill) fill(p, x + track->cell_x, y, track->cell_width, track_height(slab, track), track->color);
    }
}

static void paint_rules(Painter *p, const Slab *slab, Length x, Length y) {
    const Rules *r = slab->rules;
    if (!r) return;
    for (int t = 0; t < slab->track_count; t++) {
        const Track *track = &slab->tracks[t];
        Length h = track_height(slab, track);
        if (r->column && track->cell_x > r->x) fill(p, x + track->cell_x - r->column / 2, y, r->column, h, r->color);
    }
    if (r->column) {
        fill(p, x + r->x, y, r->column, slab->height, r->color);
        fill(p, x + r->x + r->width - r->column, y, r->column, slab->height, r->color);
    }
    if (r->top) fill(p, x + r->x, y - r->top / 2, r->width, r->top, r->color);
    for (int i = 0; i < r->under_count; i++)
        fill(p, x + r->under[i].x, y + slab->height - r->bottom / 2, r->under[i].width, r->bottom, r->color);
}

/* Between things side by side. */
static void paint_dividers(Painter *p, const Slab *slab, Length x, Length y) {
    for (int t = 1; slab->divider && t < slab->track_count; t++)
        fill(p, x + slab->tracks[t].cell_x - slab->divider / 2, y, slab->divider, slab->height, style_table(p->engine->style, "default")->rule_color);
}

static void paint_rotated(Painter *p, const Track *track, Length height, Length x, Length y);

static void paint_tracks(Painter *p, const Slab *slab, Length x, Length y) {
    paint_rules(p, slab, x, y);
    paint_dividers(p, slab, x, y);
    Length pad = slab->rules ? slab->rules->padding_y : 0;
    for (int t = 0; t < slab->track_count; t++) {
        const Track *track = &slab->tracks[t];
        Length height = track_height(slab, track), down = pad;
        if (track->rotated) { paint_rotated(p, track, height, x, y); continue; }
        Painter inner = *p;
        if (track->again) {
            if (list_height(&track->list, 0) > height - 2 * pad) continue;
            inner.artifact = true;
            inner.margin = NULL;
        }
        if (track->bottom) down = height - pad - list_height(&track->list, 0);
        if (down < pad) down = pad;
        paint_list(&inner, &track->list, 0, track->list.count, x + track->x, y + down, true);
    }
}

/* Text turned a quarter to the left: reads upwards, starts at the foot of the cell. */
static void paint_rotated(Painter *p, const Track *track, Length height, Length x, Length y) {
    Painter inner = *p;
    inner.out = fragment_new(p->engine->arena);
    inner.margin = NULL;
    Length pad = track->cell_width > 0 ? 3 * POINT : 0, depth = list_height(&track->list, 0);
    paint_list(&inner, &track->list, 0, track->list.count, 0, 0, true);
    Length left = x + track->cell_x + (track->cell_width - depth) / 2, foot = y + height - pad;
    for (int i = 0; i < inner.out->count; i++) {
        Item item = inner.out->items[i];
        Length ix = item.x, iy = item.y;
        if (item.kind == ITEM_GLYPHS) item.angle = 90;
        else if (item.kind != ITEM_ANCHOR) continue;
        item.x = left + iy;
        item.y = foot - ix;
        put(p, item);
    }
}

static void paint_slab(Painter *p, const Slab *slab, Length x, Length y) {
    if (p->margin && slab->changed) margin_mark(p->margin, MARGIN_BAR, y, y + slab->height);
    if (p->margin && slab->numbered) margin_mark(p->margin, MARGIN_NUMBERS, y, y + slab->height);
    for (int i = 0; i < slab->anchor_count; i++) put_anchor(p, slab->anchors[i], x + slab->x, y);
    switch (slab->kind) {
    case SLAB_LINE: paint_line(p, slab, x + slab->x, y); break;
    case SLAB_FRAGMENT:
        for (int i = 0; i < slab->fragment->count; i++) {
            Item item = slab->fragment->items[i];
            item.x += x + slab->x;
            item.y += y;
            put(p, item);
        }
        break;
    case SLAB_TRACKS: paint_tracks(p, slab, x, y); break;
    default: break;
    }
}

static bool in_shell(const Slab *slab, const Shell *shell) {
    for (const Shell *s = slab->shell; s; s = s->outer) if (s == shell) return true;
    return false;
}

static void paint_shell(Painter *p, const Shell *s, Slab *const *slabs, const Length *ys, int from, int to, Length x) {
    Length top = ys[from] - (slabs[from]->kind == SLAB_SPACE ? 0 : s->padding);
    Length bottom = ys[to - 1] + slabs[to - 1]->height + (slabs[to - 1]->kind == SLAB_SPACE ? 0 : s->padding);
    Length left = x + s->x;
    if (s->has_background)
        put_rect(p, left, top, s->width, bottom - top, (Paint){.fill = true, .fill_color = s->background}, s->bar_width ? 0 : s->radius);
    if (s->has_border && s->border_width)
        put_rect(p, left, top, s->width, bottom - top, (Paint){.stroke = true, .stroke_color = s->border, .line_width = s->border_width}, s->radius);
    if (s->bar_width) fill(p, left, top, s->bar_width, bottom - top, s->border);
    if (s->rule_above) fill(p, left, top - s->rule_above, s->width, s->rule_above, s->rule_color);
    if (s->rule_below) fill(p, left, bottom, s->width, s->rule_below, s->rule_color);
}

/* Backgrounds, outermost first: each once around the slabs in it. */
static void paint_shells(Painter *p, Slab *const *slabs, const Length *ys, int from, int to, const Shell *outer, Length x) {
    for (int i = from; i < to;) {
        const Shell *shell = slabs[i]->shell;
        while (shell && shell != outer && shell->outer != outer) shell = shell->outer;
        if (!shell || shell == outer) { i++; continue; }
        int end = i;
        while (end < to && in_shell(slabs[end], shell)) end++;
        paint_shell(p, shell, slabs, ys, i, end, x);
        paint_shells(p, slabs, ys, i, end, shell, x);
        i = end;
    }
}

void paint_at(Painter *p, Slab *const *slabs, const Length *ys, int count, Length x) {
    paint_shells(p, slabs, ys, 0, count, NULL, x);
    for (int i = 0; i < count; i++) paint_fills(p, slabs[i], x, ys[i]);
    for (int i = 0; i < count; i++) paint_slab(p, slabs[i], x, ys[i]);
}

Length paint_list(Painter *p, const SlabList *list, int from, int to, Length x, Length y, bool head) {
    if (to <= from) return 0;
    Length *ys = ARENA_ARRAY(p->engine->arena, (size_t)(to - from), Length), at = 0;
    for (int i = from; i < to; i++) {
        at += list_gap(list, i, head && i == from, at, 0, 1000);
        ys[i - from] = y + at;
        at += list->items[i]->height;
    }
    paint_at(p, list->items + from, ys, to - from, x);
    return at;
}
