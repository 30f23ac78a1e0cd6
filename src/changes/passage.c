/* Walks the running text: sections by key, and in each what a reader sees as one passage. */
#include "changes/passage.h"

#include <string.h>

#include "base/number.h"

static bool is_one_of(const Node *node, const char *const *names, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (node_is(node, names[i])) return true;
    return false;
}

static bool is_section(const Node *node) {
    static const char *const NAMES[] = {"hoofdstuk", "paragraaf", "subparagraaf", "bijlage", "voorwoord", "samenvatting", "stuurgroep", "besluit", "risico"};
    return is_one_of(node, NAMES, sizeof NAMES / sizeof *NAMES);
}

static bool is_inline(const Node *node) {
    static const char *const NAMES[] = {"nadruk", "sterk", "klein-kapitaal", "onder", "boven", "taal", "link", "noot", "verwijzing", "aanhaling", "regeleinde", "getal"};
    return is_one_of(node, NAMES, sizeof NAMES / sizeof *NAMES);
}

static const char *fact_shown(Arena *arena, const Version *v, const Node *node) {
    const char *id = node_get_or(node, "feit", ""), *year = node_get(node, "jaar"), *form = node_get_or(node, "als", "");
    const Fact *fact = ledger_get(v->ledger, year ? arena_printf(arena, "%s@%s", id, year) : id);
    if (!fact || fact->status == FACT_UNKNOWN) return "?";
    NumberStyle style = !strcmp(form, "woorden") ? NUMBER_WORDS
                        : !strncmp(form, "euro", 4) || (!*form && !strcmp(fact->unit, "EUR")) ? (!strcmp(form, "euro-heel") ? NUMBER_EURO_WHOLE : NUMBER_EURO)
                        : !strncmp(form, "procent", 7) || (!*form && !strcmp(fact->unit, "%")) ? NUMBER_PERCENT : NUMBER_PLAIN;
    Decimal value = !strcmp(form, "heel") || !strcmp(form, "procent-heel") ? decimal_round(fact->exact, 0) : fact->value;
    return number_text(arena, value, style, "nl");
}

static const char *reference_shown(Arena *arena, const Map *targets, const Node *node) {
    const char *key = node_get_or(node, "naar", "");
    const Node *target = map_get(targets, key);
    const char *title = target ? node_get(target, "titel") : NULL;
    return title ? arena_printf(arena, "‘%s’", title) : target ? target->name : key;
}

/* Text and what stands in the line; blocks below are passages of their own. */
static void put_inline(Arena *arena, const Version *v, const Map *targets, const Node *node, Buffer *out) {
    for (const Node *n = node->first; n; n = n->next) {
        if (n->kind == NODE_TEXT) buffer_puts(out, n->text);
        else if (node_is(n, "regeleinde")) buffer_putc(out, ' ');
        else if (node_is(n, "getal") && !n->first) buffer_puts(out, fact_shown(arena, v, n));
        else if (node_is(n, "verwijzing") && !n->first) buffer_puts(out, reference_shown(arena, targets, n));
        else if (node_is(n, "noot")) {
            buffer_puts(out, " (");
            put_inline(arena, v, targets, n, out);
            buffer_puts(out, ")");
        } else if (is_inline(n)) put_inline(arena, v, targets, n, out);
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

/* Words that an element shows by an attribute: a key figure, a field of a form, a term. */
static const char *shown_by_attribute(Arena *arena, const Version *v, const Node *node) {
    if (node_is(node, "kerncijfer")) return arena_printf(arena, "%s: %s", node_get_or(node, "label", ""), fact_shown(arena, v, node));
    if (node_is(node, "invulveld") || node_is(node, "keuze")) return node_get_or(node, "label", "");
    if (node_is(node, "agendapunt")) return node_get_or(node, "titel", "");
    if (node_is(node, "figuur") && !node_child(node, "bijschrift")) return node_get_or(node, "soort", "figuur");
    return NULL;
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
        else if (!is_inline(child) || (node_is(child, "noot") && !holds_line(node))) walk_blocks(w, section, child);
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
    const char *key = node_get_or(node, "sleutel", node->name);
    out->items[index] = (Section){.node = node, .key = arena_printf(w->arena, "%s %s", node->name, key), .parent = parent, .order = index};
    walk_blocks(w, index, node);
}

Sections sections_of(Arena *arena, const Version *version) {
    Sections out = {.by_key = map_new(arena)};
    Walk walk = {arena, version, &out, 0, map_new(arena)};
    for (const Node *n = node_walk(version->root, version->root, NULL); n; n = node_walk(version->root, n, NULL)) {
        bool named = node_get(n, "titel") || node_get(n, "naam") || node_child(n, "bijschrift");
        if (named && node_get(n, "sleutel") && !map_get(walk.targets, node_get(n, "sleutel"))) map_put(walk.targets, node_get(n, "sleutel"), (void *)n);
    }
    NODE_EACH(part, version->root, NULL)
        if (changes_is_text(part)) walk_section(&walk, part, "");
    for (int i = 0; i < out.count; i++)
        if (!map_get(out.by_key, out.items[i].key)) map_put(out.by_key, out.items[i].key, &out.items[i]);
    return out;
}
