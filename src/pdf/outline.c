/* Ways into the document: named destinations, bookmarks, page labels. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "pdf/parts.h"

/* ---- destinations ---- */

void destinations_collect(Writer *w) {
    w->destinations = map_new(w->arena);
    for (int i = 0; i < w->pages->count; i++) {
        const Fragment *content = w->pages->pages[i].content;
        for (int k = 0; content && k < content->count; k++) {
            const Item *item = &content->items[k];
            if (item->kind != ITEM_ANCHOR || !item->as.anchor.name || map_get(w->destinations, item->as.anchor.name)) continue;
            Destination *d = ARENA_NEW(w->arena, Destination);
            *d = (Destination){item->as.anchor.name, i, item->x, item->y};
            map_put(w->destinations, d->name, d);
        }
    }
}

static void put_destination(Writer *w, const Destination *d, Buffer *out) {
    buffer_putc(out, '[');
    put_ref(out, w->page_objects[d->page].page);
    buffer_puts(out, "/XYZ ");
    put_length(out, d->x);
    buffer_putc(out, ' ');
    put_length(out, page_up(&w->pages->pages[d->page], d->y));
    buffer_puts(out, " null]");
}

static int by_name(const void *a, const void *b) {
    return strcmp((*(const Destination *const *)a)->name, (*(const Destination *const *)b)->name);
}

void put_destination_names(Writer *w, Buffer *names) {
    enum { LEAF = 64 };
    size_t count = map_count(w->destinations);
    if (!count) return;
    const Destination **all = ARENA_ARRAY(w->arena, count, const Destination *);
    for (size_t i = 0; i < count; i++) all[i] = map_value(w->destinations, i);
    qsort(all, count, sizeof *all, by_name);
    Buffer leaf = {0};
    buffer_puts(names, "/Dests<</Kids[");
    for (size_t from = 0; from < count; from += LEAF) {
        size_t to = from + LEAF < count ? from + LEAF : count;
        leaf.size = 0;
        buffer_puts(&leaf, "/Limits[");
        put_byte_string(&leaf, all[from]->name, strlen(all[from]->name));
        put_byte_string(&leaf, all[to - 1]->name, strlen(all[to - 1]->name));
        buffer_puts(&leaf, "]/Names[");
        for (size_t i = from; i < to; i++) {
            put_byte_string(&leaf, all[i]->name, strlen(all[i]->name));
            put_destination(w, all[i], &leaf);
        }
        buffer_putc(&leaf, ']');
        if (from) buffer_putc(names, ' ');
        put_ref(names, object_add(w->objects, &leaf));
    }
    buffer_puts(names, "]>>");
    buffer_free(&leaf);
}

/* ---- bookmarks ---- */

typedef struct OutlineNode {
    int object, parent, previous, next, first, last; /* indices, -1: none */
    int visible; /* descendants that show when this is open */
} OutlineNode;

/* Levels may skip: the parent is the nearest bookmark before with a lower level. */
static OutlineNode *outline_tree(Writer *w, int count) {
    OutlineNode *nodes = ARENA_ARRAY(w->arena, (size_t)count + 1, OutlineNode), *root = &nodes[count];
    *root = (OutlineNode){.parent = -1, .previous = -1, .next = -1, .first = -1, .last = -1};
    for (int i = 0; i < count; i++) {
        int parent = i - 1;
        while (parent >= 0 && parent < count && w->pages->bookmarks[parent].level >= w->pages->bookmarks[i].level) parent = nodes[parent].parent;
        if (parent < 0) parent = count;
        OutlineNode *p = &nodes[parent];
        nodes[i] = (OutlineNode){.object = object_reserve(w->objects), .parent = parent, .previous = p->last, .next = -1, .first = -1, .last = -1};
        if (p->last >= 0) nodes[p->last].next = i;
        else p->first = i;
        p->last = i;
    }
    for (int i = count - 1; i >= 0; i--)
        nodes[nodes[i].parent].visible += 1 + (w->pages->bookmarks[i].open ? nodes[i].visible : 0);
    return nodes;
}

static void put_link_to(Buffer *out, const char *key, const OutlineNode *nodes, int index) {
    if (index < 0) return;
    buffer_puts(out, key);
    put_ref(out, nodes[index].object);
}

void outline_write(Writer *w) {
    int count = w->pages->bookmark_count;
    if (count <= 0) return;
    OutlineNode *nodes = outline_tree(w, count), *root = &nodes[count];
    root->object = w->outlines = object_reserve(w->objects);
    Buffer out = {0};
    for (int i = 0; i < count; i++) {
        const Bookmark *b = &w->pages->bookmarks[i];
        const OutlineNode *n = &nodes[i];
        out.size = 0;
        buffer_puts(&out, "/Title");
        put_text_string(&out, b->title);
        put_link_to(&out, "/Parent ", nodes, n->parent);
        put_link_to(&out, "/Prev ", nodes, n->previous);
        put_link_to(&out, "/Next ", nodes, n->next);
        put_link_to(&out, "/First ", nodes, n->first);
        put_link_to(&out, "/Last ", nodes, n->last);
        if (n->visible) buffer_printf(&out, "/Count %d", b->open ? n->visible : -n->visible);
        const Destination *d = b->destination ? map_get(w->destinations, b->destination) : NULL;
        if (d) {
            buffer_puts(&out, "/Dest");
            put_destination(w, d, &out);
        }
        object_set(w->objects, n->object, &out);
    }
    out.size = 0;
    buffer_puts(&out, "/Type/Outlines");
    put_link_to(&out, "/First ", nodes, root->first);
    put_link_to(&out, "/Last ", nodes, root->last);
    buffer_printf(&out, "/Count %d", root->visible);
    object_set(w->objects, w->outlines, &out);
    buffer_free(&out);
}

/* ---- page labels ---- */

typedef struct Label { /* prefix and number in a style: 'D', 'r', or 0 for none */
    size_t prefix;
    char style;
    int number;
} Label;

/* Lower-case Roman numeral up to 4999. */
static void roman(int number, char out[32]) {
    static const char *const texts[] = {"m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"};
    static const int values[] = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
    out[0] = 0;
    for (int i = 0; i < 13; i++)
        for (; number >= values[i] && strlen(out) < 24; number -= values[i]) strcat(out, texts[i]);
}

static int roman_value(const char *text) {
    static const char letters[] = "ivxlcdm";
    static const int values[] = {1, 5, 10, 50, 100, 500, 1000};
    int sum = 0, before = 0;
    for (size_t i = strlen(text); i-- > 0;) {
        const char *letter = strchr(letters, text[i]);
        if (!letter || sum > 4999) return 0;
        int value = values[letter - letters];
        sum += value < before ? -value : value;
        if (value > before) before = value;
    }
    char again[32];
    roman(sum, again);
    return strcmp(again, text) == 0 ? sum : 0;
}

static Label read_label(const char *text) {
    size_t length = strlen(text), digits = length;
    while (digits > 0 && length - digits < 8 && text[digits - 1] >= '0' && text[digits - 1] <= '9') digits--;
    while (digits < length && text[digits] == '0') digits++; /* leading zeros belong to the prefix */
    if (digits < length) return (Label){digits, 'D', atoi(text + digits)};
    size_t letters = length;
    while (letters > 0 && strchr("ivxlcdm", text[letters - 1])) letters--;
    int value = letters < length && length - letters < 20 ? roman_value(text + letters) : 0;
    if (value > 0) return (Label){letters, 'r', value};
    return (Label){length, 0, 0};
}

void put_page_labels(Writer *w, Buffer *catalog) {
    buffer_puts(catalog, "/PageLabels<</Nums[");
    Label before = {0};
    const char *text_before = "";
    for (int i = 0; i < w->pages->count; i++) {
        char number[24];
        snprintf(number, sizeof number, "%d", i + 1);
        const char *text = w->pages->pages[i].label;
        if (!text) text = arena_strdup(w->arena, number);
        Label label = read_label(text);
        bool continues = i > 0 && label.style && label.style == before.style && label.number == before.number + 1 &&
                         label.prefix == before.prefix && memcmp(text, text_before, label.prefix) == 0;
        before = label;
        text_before = text;
        if (continues) continue;
        put_int(catalog, i);
        buffer_puts(catalog, "<<");
        if (label.style) buffer_printf(catalog, "/S/%c", label.style);
        if (label.style && label.number != 1) buffer_printf(catalog, "/St %d", label.number);
        if (label.prefix) {
            buffer_puts(catalog, "/P");
            put_text_string_n(catalog, text, label.prefix);
        }
        buffer_puts(catalog, ">>");
    }
    buffer_puts(catalog, "]>>");
}
