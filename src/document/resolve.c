/* Numbers headings, figures and footnotes, turns facts into text and gives references their words. */
#include "document/resolve.h"

#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "document/messages.h"
#include "document/remark.h"
#include "document/withhold.h"

enum { LEVELS = 6 };

typedef struct Resolver {
    Document *document;
    Arena *arena;
    const Ledger *ledger;
    Diagnostics *diagnostics;
    bool dutch;
    int headings[LEVELS + 1]; /* automatic numbers by level */
    int notes;
    Map *series;              /* "figuur|B1." -> int* */
    const char *prefix;       /* of figure numbers in this part */
} Resolver;

static const struct { const char *name; NumberStyle style; } FORMS[] = {
    {"plain", NUMBER_PLAIN}, {"words", NUMBER_WORDS}, {"euro", NUMBER_EURO}, {"euro-whole", NUMBER_EURO_WHOLE},
    {"percent", NUMBER_PERCENT}, {"signed", NUMBER_SIGNED}, {"ordinal", NUMBER_ORDINAL}, {"ordinal-words", NUMBER_ORDINAL_WORDS}};

const char *decimal_as(Arena *arena, Decimal value, Decimal exact, const char *form, const char *language) {
    NumberStyle style = NUMBER_PLAIN;
    for (size_t i = 0; i < sizeof FORMS / sizeof *FORMS; i++) if (!strcmp(form, FORMS[i].name)) style = FORMS[i].style;
    if (!strcmp(form, "whole")) value = decimal_round(exact, 0);
    if (!strcmp(form, "percent-whole")) value = decimal_round(exact, 0), style = NUMBER_PERCENT;
    return number_text(arena, value, style, language);
}

/* A share that is not none is never printed as 0%, one that is not all never as 100%. NULL: as it is. */
static const char *near_end(Arena *arena, const Fact *fact, const char *form, const char *language) {
    bool whole = !strcmp(form, "whole") || !strcmp(form, "percent-whole");
    Decimal shown = whole ? decimal_round(fact->exact, 0) : fact->value, hundred = decimal_int(100), step = {1, shown.scale};
    if (strcmp(fact->unit, "%") || !decimal_valid(shown)) return NULL;
    Fraction exact = fact_exactly(fact);
    if (decimal_is_zero(shown) && fraction_compare(exact, fraction_of(DECIMAL_ZERO)) > 0)
        return arena_printf(arena, "<\u00a0%s", decimal_as(arena, step, step, form, language));
    if (decimal_compare(shown, hundred) == 0 && fraction_compare(exact, fraction_of(hundred)) < 0) {
        Decimal below = decimal_sub(decimal_round(hundred, shown.scale), step);
        return arena_printf(arena, ">\u00a0%s", decimal_as(arena, below, below, form, language));
    }
    return NULL;
}

static const char *form_of(const Fact *fact) {
    return !strcmp(fact->unit, "%") ? "percent" : !strcmp(fact->unit, "EUR") ? "euro" : "plain";
}

const char *fact_beside(Arena *arena, const Fact *fact, const Fact *other, const char *language) {
    enum { FINEST = 4 };
    Fraction a = fact_exactly(fact), b = fact_exactly(other);
    bool same = fraction_compare(a, b) == 0;
    for (int places = fact->value.scale + 1; !same && places <= FINEST && decimal_compare(fact->value, fraction_round(b, fact->value.scale)) == 0; places++) {
        Decimal shown = fraction_round(a, places);
        if (decimal_compare(shown, fraction_round(b, places)) != 0) return decimal_as(arena, shown, shown, form_of(fact), language);
    }
    const char *end = near_end(arena, fact, form_of(fact), language);
    return end ? end : decimal_as(arena, fact->value, fact->value, form_of(fact), language);
}

const char *fact_as(Arena *arena, const Ledger *ledger, const char *id, const char *form, const char *language) {
    const Fact *fact = ledger ? ledger_get(ledger, id) : NULL;
    if (!fact) return NULL;
    if (fact->status == FACT_UNKNOWN) return "?";
    if (fact->status == FACT_WITHHELD) return WITHHELD_MARK;
    if (!form) form = form_of(fact);
    const char *end = near_end(arena, fact, form, language);
    if (end) return end;
    return decimal_as(arena, fact->value, fact->exact.scale >= 0 ? fact->exact : fact->value, form, language);
}

static void add_text_first(Resolver *r, Node *node, const char *text) {
    Node *t = node_text(r->arena, text, node->place);
    if (node->first) node_insert_before(node->first, t);
    else node_append(node, t);
}

static void add_target(Resolver *r, Node *node, const char *number, const char *label, const char *title) {
    const char *id = common_of(node)->id;
    if (!id) return;
    Target *t = ARENA_NEW(r->arena, Target);
    *t = (Target){id, node, number ? number : "", label, title ? title : ""};
    if (map_get(r->document->targets, id)) {
        diagnostics_report(r->diagnostics, &D206_DOUBLE_ID, node->place, (Report){.arguments = {id}});
        return;
    }
    map_put(r->document->targets, id, t);
}

static const char *quoted(Resolver *r, const char *title) {
    return arena_printf(r->arena, r->dutch ? "‘%s’" : "“%s”", title);
}

static void number_heading(Resolver *r, Node *node) {
    const HeadingBlock *heading = heading_block(node);
    const char *number = heading->number;
    int level = heading->level;
    if (!number && heading->automatic == YES) {
        r->headings[level]++;
        for (int i = level + 1; i <= LEVELS; i++) r->headings[i] = 0;
        char *text = arena_printf(r->arena, "%d", r->headings[1]);
        for (int i = 2; i <= level; i++) text = arena_printf(r->arena, "%s.%d", text, r->headings[i]);
        block_set(r->arena, node, "number", text);
        number = text;
    }
    const char *title = node_string(r->arena, node), *label = heading->label;
    if (!label && number)
        label = arena_printf(r->arena, "%s\u00a0%s", level == 1 ? (r->dutch ? "hoofdstuk" : "chapter") : (r->dutch ? "paragraaf" : "section"), number);
    add_target(r, node, number, label ? label : quoted(r, title), title);
}

static void number_figure(Resolver *r, Node *node) {
    const char *series = figure_block(node)->series;
    Node *caption = block_child(node, TAG_CAPTION);
    const char *number = figure_block(node)->number, *label = NULL, *title = caption ? node_string(r->arena, caption) : "";
    if (caption && strcmp(series, "none")) {
        char *key = arena_printf(r->arena, "%s|%s", series, r->prefix);
        int *count = map_get(r->series, key);
        if (!count) map_put(r->series, key, count = ARENA_NEW(r->arena, int));
        if (!number) number = arena_printf(r->arena, "%s%d", r->prefix, ++*count);
        label = arena_printf(r->arena, "%s\u00a0%s", series, number);
        block_set(r->arena, node, "number", number);
        char *big = arena_strdup(r->arena, label);
        if (big[0] >= 'a' && big[0] <= 'z') big[0] = (char)(big[0] - 'a' + 'A');
        block_set(r->arena, node, "label", big);
        Node *span = block_new(r->arena, TAG_SPAN, caption->place);
        block_set(r->arena, span, "style", "caption-label");
        node_append(span, node_text(r->arena, arena_printf(r->arena, "%s:", big), caption->place));
        Node *gap = node_text(r->arena, " ", caption->place);
        if (caption->first) {
            node_insert_before(caption->first, span);
            node_insert_before(span->next, gap);
        } else node_append(caption, span);
    }
    add_target(r, node, number, label ? label : quoted(r, title), title);
}

/* An attribute fact= on anything but number gives value= (exact, for drawing) and text= (for reading). */
static void fill_fact(Resolver *r, Node *node) {
    const char *id = block_fact(node);
    if (!id) return;
    const char *form = node->tag == TAG_NUMBER ? number_block(node)->form : node->tag == TAG_POINT ? point_block(node)->format : keyfigure_block(node)->format;
    const char *text = fact_as(r->arena, r->ledger, id, form, r->document->language);
    if (!text) {
        diagnostics_report(r->diagnostics, &D205_FACT, node->place, (Report){.arguments = {id}});
        text = "?";
    }
    if (node->tag == TAG_NUMBER) {
        if (!node->first) add_text_first(r, node, text);
        return;
    }
    const Fact *fact = r->ledger ? ledger_get(r->ledger, id) : NULL;
    block_set(r->arena, node, "value", fact ? fact_text(r->arena, fact) : "");
    block_set(r->arena, node, "text", fact && fact->status == FACT_PARTIAL ? arena_printf(r->arena, "%s%s", text, PARTIAL_MARK) : text);
}

static void add_quotes(Resolver *r, Node *node) {
    int depth = 0;
    for (const Node *p = node->parent; p; p = p->parent) depth += p->tag == TAG_Q;
    bool single = (depth % 2 == 0) == r->dutch;
    add_text_first(r, node, single ? "‘" : "“");
    node_append(node, node_text(r->arena, single ? "’" : "”", node->place));
}

static void enter_part(Resolver *r, Node *node) {
    const PartBlock *part = part_block(node);
    const char *title = part->title ? part->title : "";
    r->prefix = part->series_prefix;
    if (part->restart_footnotes == YES) r->notes = 0;
    if (part->restart_headings == YES) memset(r->headings, 0, sizeof r->headings);
    add_target(r, node, NULL, part->label ? part->label : quoted(r, title), title);
}

static void add_place(Resolver *r, Node *node) {
    const char *title = node->tag == TAG_SECTION ? section_block(node)->title : node->tag == TAG_BOX ? box_block(node)->title : NULL;
    add_target(r, node, NULL, quoted(r, title ? title : ""), title);
}

static void number_all(Resolver *r) {
    Node *root = r->document->root;
    for (Node *n = root; n; n = node_walk(root, n, NULL)) {
        switch (n->tag) {
        case TAG_PART: enter_part(r, n); break;
        case TAG_HEADING: number_heading(r, n); break;
        case TAG_FIGURE: number_figure(r, n); break;
        case TAG_FOOTNOTE:
            block_set(r->arena, n, "number", arena_printf(r->arena, "%d", ++r->notes));
            break;
        case TAG_Q: add_quotes(r, n); break;
        case TAG_SECTION: case TAG_ANCHOR: case TAG_BOX: add_place(r, n); break;
        default: break;
        }
        fill_fact(r, n);
    }
}

static void fill_references(Resolver *r) {
    Node *root = r->document->root;
    for (Node *n = block_walk(root, root, TAG_REF); n; n = block_walk(root, n, TAG_REF)) {
        const RefBlock *ref = ref_block(n);
        const char *to = ref->to;
        if (!to) continue; /* told when it was read */
        const Target *t = map_get(r->document->targets, to);
        if (!t) {
            diagnostics_report(r->diagnostics, &D204_REFERENCE, n->place, (Report){.arguments = {to}});
            continue;
        }
        if (n->first || ref->show == SHOW_PAGE) continue;
        const char *text = ref->show == SHOW_NUMBER && t->number[0] ? t->number : ref->show == SHOW_TITLE ? t->title : t->label;
        if (ref->capital == YES && text[0] >= 'a' && text[0] <= 'z') {
            char *big = arena_strdup(r->arena, text);
            big[0] = (char)(big[0] - 'a' + 'A');
            text = big;
        }
        node_append(n, node_text(r->arena, text, n->place));
    }
}

/* A number leads to its derivation when the document has one (id "feit.ID"), unless it stands in a link already; a
 * key figure gets the number that does so as its content. */
static void link_number(Resolver *r, Node *node) {
    const char *id = node->tag == TAG_POINT ? NULL : block_fact(node);
    if (!id) return;
    const Target *t = map_get(r->document->targets, arena_printf(r->arena, "feit.%s", id));
    for (const Node *p = node->parent; p; p = p->parent)
        if (p->tag == TAG_REF || p->tag == TAG_LINK || p->tag == TAG_HEADING) return;
    if (!t) return;
    if (node->tag == TAG_KEYFIGURE) {
        Node *number = block_new(r->arena, TAG_NUMBER, node->place);
        node_append(number, node_text(r->arena, keyfigure_block(node)->text ? keyfigure_block(node)->text : "?", node->place));
        if (node->first) node_insert_before(node->first, number);
        else node_append(node, number);
        node = number;
    }
    block_set(r->arena, node, "to", t->id);
}

static void link_numbers(Resolver *r) {
    Node *root = r->document->root;
    bool has = false;
    for (size_t i = 0; i < map_count(r->document->targets) && !has; i++) has = strncmp(map_key(r->document->targets, i), "feit.", 5) == 0;
    for (Node *n = root; n && has; n = node_walk(root, n, NULL)) link_number(r, n);
}

void document_resolve(Document *document, const Ledger *ledger, Diagnostics *diagnostics) {
    Resolver r = {.document = document, .arena = document->arena, .ledger = ledger, .diagnostics = diagnostics,
                  .dutch = strncmp(document->language, "en", 2) != 0, .series = map_new(document->arena), .prefix = ""};
    number_all(&r);
    fill_references(&r);
    link_numbers(&r);
}
