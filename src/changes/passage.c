/* Walks the running text: sections by key, and in each what a reader sees as one passage. */
#include "changes/passage.h"

#include <string.h>

#include "base/number.h"
#include "language/language.h"

static bool is_kind(const Node *node, ElementKind kind) {
    const LanguageElement *element = language_of(node);
    return element && language_kind(element) == kind;
}

static bool is_inline(const Node *node) {
    return is_kind(node, ELEMENT_INLINE);
}

/* A part of the text that can be found again: it stands at the top, or can have a key. */
static bool is_section(const Node *node) {
    if (!is_kind(node, ELEMENT_SECTION) && !is_kind(node, ELEMENT_THING)) return false;
    bool top = node->parent && !node->parent->parent;
    return top || language_attribute_of_kind(language_of(node), VALUE_KEY);
}

/* The value of its attribute of that kind; NULL. */
static const char *value_of_kind(const Node *node, ValueKind kind) {
    const LanguageAttribute *a = language_attribute_of_kind(language_of(node), kind);
    return a && !a->list ? node_get(node, a->name) : NULL;
}

static const char *fact_shown(Arena *arena, const Version *v, const Node *node) {
    const LanguageAttribute *as = language_attribute_of_role(language_of(node), LANGUAGE_ROLE_NUMBER_FORM);
    const char *id = value_of_kind(node, VALUE_FACT), *year = value_of_kind(node, VALUE_SCHOOL_YEAR);
    const char *form = as ? node_get_or(node, as->name, "") : "";
    const Fact *fact = ledger_get(v->ledger, year ? arena_printf(arena, "%s@%s", id, year) : id);
    if (!fact || fact->status == FACT_UNKNOWN) return "?";
    NumberStyle style = !strcmp(form, "woorden") ? NUMBER_WORDS
                        : !strncmp(form, "euro", 4) || (!*form && !strcmp(fact->unit, "EUR")) ? (!strcmp(form, "euro-heel") ? NUMBER_EURO_WHOLE : NUMBER_EURO)
                        : !strncmp(form, "procent", 7) || (!*form && !strcmp(fact->unit, "%")) ? NUMBER_PERCENT : NUMBER_PLAIN;
    Decimal value = !strcmp(form, "heel") || !strcmp(form, "procent-heel") ? decimal_round(fact->exact, 0) : fact->value;
    return number_text(arena, value, style, "nl");
}

static const char *target_name(Arena *arena, KeyKind kind, const char *key) {
    return arena_printf(arena, "%d %s", kind, key);
}

/* The title of what it refers to; what that is, when it has none. */
static const char *reference_shown(Arena *arena, const Map *targets, const Node *node) {
    const LanguageAttribute *reference = language_attribute_of_kind(language_of(node), VALUE_REFERENCE);
    const char *key = node_get_or(node, reference->name, "");
    const Node *target = NULL;
    for (const KeyKind *k = reference->refers; !target && *k != KEY_KINDS; k++) target = map_get(targets, target_name(arena, *k, key));
    const char *title = target && !is_kind(target, ELEMENT_FIGURE) ? changes_called(target) : NULL;
    return title ? arena_printf(arena, "‘%s’", title) : target ? target->name : key;
}

/* Text and what stands in the line; blocks below are passages of their own. */
static void put_inline(Arena *arena, const Version *v, const Map *targets, const Node *node, Buffer *out) {
    for (const Node *n = node->first; n; n = n->next) {
        const LanguageElement *element = language_of(n);
        if (n->kind == NODE_TEXT) buffer_puts(out, n->text);
        if (!is_inline(n)) continue;
        if (!language_holds_text(element) && !language_attribute_count(element)) buffer_putc(out, ' '); /* a line ends */
        else if (!n->first && value_of_kind(n, VALUE_FACT)) buffer_puts(out, fact_shown(arena, v, n));
        else if (!n->first && value_of_kind(n, VALUE_REFERENCE)) buffer_puts(out, reference_shown(arena, targets, n));
        else if (language_role(element) == LANGUAGE_ROLE_FOOTNOTE) {
            buffer_puts(out, " (");
            put_inline(arena, v, targets, n, out);
            buffer_puts(out, ")");
        } else put_inline(arena, v, targets, n, out);
    }
}

static const char *folded(Arena *arena, const Buffer *text) {
    char *copy = arena_strndup(arena, text->data ? text->data : "", text->size), *to = copy;
    bool space = false;
    for (const char *p = copy; *p; p++) {
        bool blank = *p == ' ' || *p == '\n' || *p == '\t' || *p == '\r';
        if (!blank) {
            if (space && to != copy) *to++ = ' ';
            *to++ = *p;
        }
        space = blank;
    }
    *to = '\0';
    return copy;
}

static bool holds_line(const Node *node) {
    for (const Node *n = node->first; n; n = n->next)
        if (n->kind == NODE_TEXT ? n->text[strspn(n->text, " \t\r\n")] != '\0' : is_inline(n)) return true;
    return false;
}

static bool has_caption(const Node *node) {
    NODE_EACH(child, node, NULL)
        if (language_of(child) && language_role(language_of(child)) == LANGUAGE_ROLE_CAPTION) return true;
    return false;
}

/* Words that an element shows by an attribute: a key figure, a field of a form, a term, a figure without caption. */
static const char *shown_by_attribute(Arena *arena, const Version *v, const Node *node) {
    const char *words = is_section(node) || has_caption(node) ? NULL : changes_called(node);
    bool fact = words && is_kind(node, ELEMENT_FIGURE) && value_of_kind(node, VALUE_FACT);
    return fact ? arena_printf(arena, "%s: %s", words, fact_shown(arena, v, node)) : words;
}

typedef struct Walk {
    Arena *arena;
    const Version *version;
    Sections *out;
    int section_room;
    Map *targets;         /* key -> what a reference may name */
} Walk;

static void add_passage(Walk *w, Section *section, const Node *node, const char *text) {
    if (!*text) return;
    if ((section->count & (section->count - 1)) == 0) { /* doubles at powers of two */
        Passage *more = ARENA_ARRAY(w->arena, section->count ? (size_t)section->count * 2 : 1, Passage);
        if (section->count) memcpy(more, section->passages, (size_t)section->count * sizeof *more);
        section->passages = more;
    }
    section->passages[section->count++] = (Passage){node, text};
}

static void walk_section(Walk *w, const Node *node, const char *parent);

static void walk_blocks(Walk *w, int section, const Node *node) {
    Buffer text = {0};
    const char *shown = shown_by_attribute(w->arena, w->version, node);
    if (shown) add_passage(w, &w->out->items[section], node, shown);
    if (holds_line(node)) {
        put_inline(w->arena, w->version, w->targets, node, &text);
        add_passage(w, &w->out->items[section], node, folded(w->arena, &text));
        buffer_free(&text);
    }
    NODE_EACH(child, node, NULL) {
        if (is_section(child)) walk_section(w, child, w->out->items[section].key);
        else if (!is_inline(child)) walk_blocks(w, section, child);
    }
}

static void walk_section(Walk *w, const Node *node, const char *parent) {
    Sections *out = w->out;
    if (out->count == w->section_room) {
        int room = w->section_room ? w->section_room * 2 : 32;
        Section *more = ARENA_ARRAY(w->arena, (size_t)room, Section);
        if (out->count) memcpy(more, out->items, (size_t)out->count * sizeof *more);
        out->items = more;
        w->section_room = room;
    }
    int index = out->count++;
    const Attribute *own = language_key(node, NULL); /* without one it is the part of that name where it stands */
    const char *key = own ? arena_printf(w->arena, "%s %s", node->name, own->value) : arena_printf(w->arena, "%s/%s", parent, node->name);
    out->items[index] = (Section){.node = node, .key = key, .parent = parent, .order = index};
    walk_blocks(w, index, node);
}

Sections sections_of(Arena *arena, const Version *version) {
    Sections out = {.by_key = map_new(arena)};
    Walk walk = {arena, version, &out, 0, map_new(arena)};
    for (const Node *n = node_walk(version->root, version->root, NULL); n; n = node_walk(version->root, n, NULL)) {
        KeyKind kind;
        const Attribute *key = language_key(n, &kind);
        const char *name = key ? target_name(arena, kind, key->value) : NULL;
        if (name && !map_get(walk.targets, name)) map_put(walk.targets, name, (void *)n);
    }
    NODE_EACH(part, version->root, NULL)
        if (changes_is_text(part)) walk_section(&walk, part, "");
    for (int i = 0; i < out.count; i++)
        if (!map_get(out.by_key, out.items[i].key)) map_put(out.by_key, out.items[i].key, &out.items[i]);
    return out;
}
