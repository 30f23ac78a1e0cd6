/* Fragments and structure elements: making them and putting them together. */
#include <limits.h>
#include <string.h>

#include "frame/frame.h"

static const char *const role_names[ROLE_COUNT] = {
    "Document", "Part", "Sect", "Div",   "H1",    "H2",    "H3",      "H4",     "H5",   "H6",        "P",    "L",
    "LI",       "Lbl",  "LBody", "Table", "THead", "TBody", "TFoot",   "TR",     "TH",   "TD",        "Caption", "Figure",
    "TOC",      "TOCI", "Reference", "Note", "Link", "Span", "BlockQuote", "Quote", "Form", "Code",
};

const char *role_name(Role role) { return (unsigned)role < ROLE_COUNT ? role_names[role] : "Span"; }

Element *element_new(Arena *arena, Role role, Element *parent, bool inline_level) {
    Element *element = ARENA_NEW(arena, Element);
    element->role = role;
    element->inline_level = inline_level;
    element->parent = parent;
    if (!parent || inline_level) return element;
    if (parent->last) parent->last->next = element;
    else parent->first = element;
    parent->last = element;
    return element;
}

Fragment *fragment_new(Arena *arena) {
    Fragment *fragment = ARENA_NEW(arena, Fragment);
    fragment->arena = arena;
    return fragment;
}

/* Room for that many more items. */
static void fragment_reserve(Fragment *fragment, int more) {
    if (more <= fragment->capacity - fragment->count) return;
    int wanted = fragment->count > INT_MAX / 2 - more ? INT_MAX : (fragment->count + more) * 2;
    int capacity = wanted < 16 ? 16 : wanted;
    Item *items = ARENA_ARRAY(fragment->arena, (size_t)capacity, Item);
    if (fragment->count) memcpy(items, fragment->items, (size_t)fragment->count * sizeof(Item));
    fragment->items = items;
    fragment->capacity = capacity;
}

Item *fragment_add(Fragment *fragment, Item item) {
    fragment_reserve(fragment, 1);
    fragment->items[fragment->count] = item;
    return &fragment->items[fragment->count++];
}

/* Sums of lengths stay within LENGTH_MAX, whatever the frames hold. */
static Length length_sum(Length a, Length b) {
    int64_t sum = (int64_t)a + b;
    return sum > LENGTH_MAX ? LENGTH_MAX : sum < -LENGTH_MAX ? -LENGTH_MAX : (Length)sum;
}

void fragment_place(Fragment *whole, const Fragment *part, Length x, Length y) {
    if (!part || part->count == 0) return;
    int count = part->count; /* part may be whole */
    fragment_reserve(whole, count);
    for (int i = 0; i < count; i++) {
        Item item = part->items[i];
        item.x = length_sum(item.x, x);
        item.y = length_sum(item.y, y);
        whole->items[whole->count++] = item;
    }
}

void fragment_glyphs(Fragment *f, Length x, Length baseline, const GlyphRun *run, Element *element, Artifact artifact) {
    fragment_add(f, (Item){.kind = ITEM_GLYPHS, .x = x, .y = baseline, .width = run->width, .height = run->size,
                           .element = element, .artifact = artifact, .as.glyphs = run});
}

void fragment_rect(Fragment *f, Length x, Length y, Length w, Length h, Paint paint, Element *element, Artifact artifact) {
    fragment_add(f, (Item){.kind = ITEM_RECT, .x = x, .y = y, .width = w, .height = h, .element = element,
                           .artifact = artifact, .as.rect = {.paint = paint}});
}
