/* The structure tree as objects: elements with attributes, the parent tree and the id tree. */
#include <stdlib.h>
#include <string.h>

#include "pdf/parts.h"

static void put_cell_attributes(Buffer *out, const Element *e) {
    static const char *const scopes[] = {"", "/Row", "/Column", "/Both"};
    bool scope = e->role == ROLE_TH && e->scope > SCOPE_NONE && e->scope <= SCOPE_BOTH;
    bool headers = e->headers && e->headers[0];
    if (!scope && !headers && e->row_span < 2 && e->column_span < 2) return;
    buffer_puts(out, "/A<</O/Table");
    if (scope) buffer_printf(out, "/Scope%s", scopes[e->scope]);
    if (e->row_span > 1) buffer_printf(out, "/RowSpan %d", e->row_span);
    if (e->column_span > 1) buffer_printf(out, "/ColSpan %d", e->column_span);
    if (headers) {
        buffer_puts(out, "/Headers[");
        for (const char **h = e->headers; *h; h++) put_byte_string(out, *h, strlen(*h));
        buffer_putc(out, ']');
    }
    buffer_puts(out, ">>");
}

static void widen(int64_t box[4], int64_t left, int64_t top, int64_t right, int64_t bottom) {
    if (left < box[0]) box[0] = left;
    if (top < box[1]) box[1] = top;
    if (right > box[2]) box[2] = right;
    if (bottom > box[3]) box[3] = bottom;
}

static void widen_by_item(int64_t box[4], const Item *item) {
    int64_t x = item->x, y = item->y;
    if (item->kind == ITEM_GLYPHS) {
        widen(box, x, y - item->as.glyphs->size, x + item->as.glyphs->width, y + item->as.glyphs->size / 4);
    } else if (item->kind == ITEM_PATH) {
        for (int i = 0; i < item->as.path.path->point_count; i++) {
            const Point *p = &item->as.path.path->points[i];
            widen(box, x + p->x, y + p->y, x + p->x, y + p->y);
        }
    } else {
        widen(box, x, y, x + item->width, y + item->height);
    }
}

/* The box around everything of a figure, and of all below it, on its first page. */
static void put_figure_attributes(Writer *w, const Tagged *t, Buffer *out) {
    if (t->page < 0) return;
    int64_t box[4] = {INT64_MAX, INT64_MAX, INT64_MIN, INT64_MIN};
    const PageTags *tags = &w->structure->tags[t->page];
    const Page *page = &w->pages->pages[t->page];
    ContentWalk walk = content_walk(t);
    for (const Kid *kid; (kid = content_next(&walk));) {
        if (kid->page != t->page) continue;
        for (int i = tags->contents[kid->mcid].first; i <= tags->contents[kid->mcid].last; i++)
            if (tags->mcid[i] == kid->mcid) widen_by_item(box, &page->content->items[i]);
    }
    if (box[0] > box[2]) return;
    buffer_puts(out, "/A<</O/Layout/Placement/Block/BBox[");
    const int64_t corners[4] = {box[0], page_up(page, box[3]), box[2], page_up(page, box[1])};
    for (int i = 0; i < 4; i++) {
        if (i) buffer_putc(out, ' ');
        put_length(out, corners[i]);
    }
    buffer_puts(out, "]>>");
}

static void put_attributes(Writer *w, const Tagged *t, Buffer *out) {
    const Element *e = t->element;
    switch (e->role) {
    case ROLE_TH:
    case ROLE_TD: put_cell_attributes(out, e); break;
    case ROLE_FIGURE: put_figure_attributes(w, t, out); break;
    case ROLE_L:
        buffer_puts(out, "/A<</O/List/ListNumbering");
        put_name(out, e->list_numbering ? e->list_numbering : "None");
        buffer_puts(out, ">>");
        break;
    case ROLE_TABLE:
        if (!e->summary) break;
        buffer_puts(out, "/A<</O/Table/Summary");
        put_text_string(out, e->summary);
        buffer_puts(out, ">>");
        break;
    default: break;
    }
}

static void put_kid(Writer *w, const Tagged *t, const Kid *kid, Buffer *out) {
    if (kid->kind == KID_ELEMENT) {
        put_ref(out, w->element_objects[kid->element->number]);
    } else if (kid->kind == KID_CONTENT && kid->page == t->page) {
        put_int(out, kid->mcid);
    } else if (kid->kind == KID_CONTENT) {
        buffer_puts(out, "<</Type/MCR/Pg ");
        put_ref(out, w->page_objects[kid->page].page);
        buffer_puts(out, "/MCID ");
        put_int(out, kid->mcid);
        buffer_puts(out, ">>");
    } else {
        const PageObjects *page = &w->page_objects[kid->page];
        int object = 0;
        for (int i = 0; i < page->annotation_count && !object; i++)
            if (page->annotations[i].kid == kid) object = page->annotations[i].object;
        buffer_puts(out, "<</Type/OBJR/Pg ");
        put_ref(out, page->page);
        buffer_puts(out, "/Obj ");
        put_ref(out, object);
        buffer_puts(out, ">>");
    }
}

static void put_kids(Writer *w, const Tagged *t, Buffer *out) {
    if (!t->first) return;
    bool one = !t->first->next;
    buffer_puts(out, one ? "/K " : "/K[");
    for (const Kid *kid = t->first; kid; kid = kid->next) {
        if (kid != t->first) buffer_putc(out, ' ');
        put_kid(w, t, kid, out);
    }
    if (!one) buffer_putc(out, ']');
}

static void put_optional(Buffer *out, const char *key, const char *value) {
    if (!value || !value[0]) return;
    buffer_puts(out, key);
    put_text_string(out, value);
}

static const char *element_id(Writer *w, const Tagged *t) {
    if (t->element->id) return t->element->id;
    return t->element->role == ROLE_NOTE ? arena_printf(w->arena, "noot.%d", t->number) : NULL;
}

typedef struct Id {
    const char *id;
    int object;
} Id;

static int by_id(const void *a, const void *b) { return strcmp(((const Id *)a)->id, ((const Id *)b)->id); }

static void write_element(Writer *w, const Tagged *t, Buffer *out, Id *ids, int *id_count) {
    const Element *e = t->element;
    out->size = 0;
    buffer_puts(out, "/Type/StructElem/S");
    put_name(out, role_name(e->role));
    buffer_puts(out, "/P ");
    put_ref(out, t->parent ? w->element_objects[t->parent->number] : w->struct_tree);
    if (t->page >= 0) {
        buffer_puts(out, "/Pg ");
        put_ref(out, w->page_objects[t->page].page);
    }
    put_kids(w, t, out);
    put_attributes(w, t, out);
    put_optional(out, "/Lang", e->lang);
    put_optional(out, "/T", e->title);
    put_optional(out, "/Alt", e->alt);
    put_optional(out, "/ActualText", e->actual);
    const char *id = element_id(w, t);
    if (id) {
        buffer_puts(out, "/ID");
        put_byte_string(out, id, strlen(id));
        ids[(*id_count)++] = (Id){id, w->element_objects[t->number]};
    }
    object_set(w->objects, w->element_objects[t->number], out);
}

/* A name or number tree of two levels: leaves of 64, one root. entry writes the i-th key and value. */
typedef void PutEntry(Writer *w, const void *data, int i, Buffer *out);
typedef void PutKey(const void *data, int i, Buffer *out);

static void put_tree(Writer *w, const char *leaf_key, int count, const void *data, PutEntry *entry, PutKey *key, Buffer *out) {
    enum { LEAF = 64 };
    if (count <= LEAF) {
        buffer_printf(out, "/%s[", leaf_key);
        for (int i = 0; i < count; i++) entry(w, data, i, out);
        buffer_puts(out, "]");
        return;
    }
    buffer_puts(out, "/Kids[");
    Buffer leaf = {0};
    for (int from = 0; from < count; from += LEAF) {
        int to = from + LEAF < count ? from + LEAF : count;
        leaf.size = 0;
        buffer_puts(&leaf, "/Limits[");
        key(data, from, &leaf);
        buffer_putc(&leaf, ' ');
        key(data, to - 1, &leaf);
        buffer_printf(&leaf, "]/%s[", leaf_key);
        for (int i = from; i < to; i++) entry(w, data, i, &leaf);
        buffer_puts(&leaf, "]");
        if (from) buffer_putc(out, ' ');
        put_ref(out, object_add(w->objects, &leaf));
    }
    buffer_puts(out, "]");
    buffer_free(&leaf);
}

static void put_id(Writer *w, const void *data, int i, Buffer *out) {
    (void)w;
    const Id *id = (const Id *)data + i;
    put_byte_string(out, id->id, strlen(id->id));
    put_ref(out, id->object);
}

static void put_id_key(const void *data, int i, Buffer *out) {
    const Id *id = (const Id *)data + i;
    put_byte_string(out, id->id, strlen(id->id));
}

/* Keys 0.. are the pages, those after them the annotations in page order. */
static void put_parent(Writer *w, const void *data, int i, Buffer *out) {
    const Annotation *const *annotations = data;
    put_int(out, i);
    if (i >= w->pages->count) {
        buffer_putc(out, ' ');
        put_ref(out, w->element_objects[annotations[i - w->pages->count]->owner->number]);
        buffer_putc(out, ' ');
        return;
    }
    buffer_putc(out, '[');
    const PageTags *tags = &w->structure->tags[i];
    for (int k = 0; k < tags->count; k++) {
        if (k) buffer_putc(out, ' ');
        put_ref(out, w->element_objects[tags->contents[k].owner->number]);
    }
    buffer_putc(out, ']');
}

static void put_parent_key(const void *data, int i, Buffer *out) {
    (void)data;
    put_int(out, i);
}

void structure_write(Writer *w) {
    const Structure *s = w->structure;
    Buffer out = {0};
    Id *ids = ARENA_ARRAY(w->arena, (size_t)s->count + 1, Id);
    int id_count = 0;
    for (int i = 0; i < s->count; i++) w->element_objects[i] = object_reserve(w->objects);
    for (int i = 0; i < s->count; i++) write_element(w, s->all[i], &out, ids, &id_count);
    const Annotation **annotations = ARENA_ARRAY(w->arena, (size_t)w->annotation_count + 1, const Annotation *);
    for (int i = 0, n = 0; i < w->pages->count; i++)
        for (int k = 0; k < w->page_objects[i].annotation_count; k++) annotations[n++] = &w->page_objects[i].annotations[k];
    out.size = 0;
    int parents = w->pages->count + w->annotation_count;
    put_tree(w, "Nums", parents, annotations, put_parent, put_parent_key, &out);
    int parent_tree = object_add(w->objects, &out);
    qsort(ids, (size_t)id_count, sizeof *ids, by_id);
    out.size = 0;
    put_tree(w, "Names", id_count, ids, put_id, put_id_key, &out);
    int id_tree = id_count ? object_add(w->objects, &out) : 0;
    out.size = 0;
    buffer_puts(&out, "/Type/StructTreeRoot/K[");
    put_ref(&out, w->element_objects[0]);
    buffer_puts(&out, "]/ParentTree ");
    put_ref(&out, parent_tree);
    buffer_printf(&out, "/ParentTreeNextKey %d", parents);
    if (id_tree) {
        buffer_puts(&out, "/IDTree ");
        put_ref(&out, id_tree);
    }
    object_set(w->objects, w->struct_tree, &out);
    buffer_free(&out);
}
