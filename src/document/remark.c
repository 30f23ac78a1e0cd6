#include "document/remark.h"

#include <string.h>

#include "base/map.h"

enum { NAMED = 4 }; /* of what is missing; the others are counted */

typedef struct Remarker {
    Arena *arena;
    const Ledger *ledger;
    bool dutch;
    Map *told;   /* what this part has said to be missing */
    Node *note;  /* its last footnote about that, as long as it does not tell of the mark */
} Remarker;

/* What one remark is about: what the numbers leave out, and what the reader sees as unknown beside them. */
typedef struct Gaps {
    Map *missing;  /* name of a fact or a thing -> label, or NULL when these readers do not know it */
    Map *shown;    /* the same, of unknown numbers that are printed */
} Gaps;

/* Follows what a fact misses down to where it is missing. label: of the first fact on the way that is unknown as a whole. */
static void gather(const Remarker *r, const Fact *fact, const char *label, Map *out, int depth) {
    if (!label && fact->status == FACT_UNKNOWN) label = fact->label;
    bool deeper = false;
    for (int i = 0; i < fact->missing_count; i++) {
        const char *name = fact->missing[i];
        const Fact *missing = ledger_get(r->ledger, name);
        bool withheld = !missing && strchr(name, '.');
        if (missing && depth < 16) gather(r, missing, label, out, depth + 1);
        else if (withheld || !label) map_put(out, arena_printf(r->arena, "%s %s", fact->id, name), withheld ? NULL : arena_printf(r->arena, "%s (%s)", fact->label, name));
        else continue;
        deeper = true;
    }
    if (!deeper) map_put(out, fact->id, (void *)(label ? label : fact->label));
}

static void look(const Remarker *r, const Node *node, Gaps *gaps) {
    const char *id = block_fact(node);
    const Fact *fact = id ? ledger_get(r->ledger, id) : NULL;
    if (fact && fact->status == FACT_PARTIAL) gather(r, fact, NULL, gaps->missing, 0);
    if (fact && fact->status == FACT_UNKNOWN) gather(r, fact, NULL, gaps->shown, 0);
}

static Gaps gaps_in(const Remarker *r, const Node *top) {
    Gaps gaps = {map_new(r->arena), map_new(r->arena)};
    for (const Node *n = top; n; n = node_walk(top, n, NULL)) look(r, n, &gaps);
    return gaps;
}

/* "Onvolledig, want niet bekend: ...", or NULL when the reader sees all that is missing. */
static const char *sentence(const Remarker *r, const Gaps *gaps) {
    const char *list = NULL;
    Map *told = map_new(r->arena);
    int named = 0, others = 0;
    for (size_t i = 0; i < map_count(gaps->missing); i++) {
        const char *label = map_value(gaps->missing, i);
        bool shown = false;
        for (size_t k = 0; k < map_count(gaps->shown) && !shown; k++) shown = !strcmp(map_key(gaps->missing, i), map_key(gaps->shown, k));
        if (shown || (label && map_put(told, label, told))) continue;
        if (!label || named == NAMED) others++;
        else list = named++ ? arena_printf(r->arena, "%s; %s", list, label) : label;
    }
    if (!named && !others) return NULL;
    if (!named) return r->dutch ? "Onvolledig, want niet alles is bekend." : "Incomplete, for not everything is known.";
    if (others) list = arena_printf(r->arena, r->dutch ? "%s; en nog %d" : "%s; and %d more", list, others);
    return arena_printf(r->arena, r->dutch ? "Onvolledig, want niet bekend: %s." : "Incomplete, for not known: %s.", list);
}

static Node *text_element(const Remarker *r, Tag tag, Place place, const char *text) {
    Node *node = block_new(r->arena, tag, place);
    node_append(node, node_text(r->arena, text, place));
    return node;
}

static void insert_after(Node *node, Node *fresh) {
    if (node->next) node_insert_before(node->next, fresh);
    else node_append(node->parent, fresh);
}

static void add_note(const Remarker *r, Node *figure, const char *mark, const char *text) {
    BLOCK_EACH(old, figure, TAG_NOTE) if (note_block(old)->mark && !strcmp(note_block(old)->mark, mark) && *mark) return; /* the author says it */
    Node *note = text_element(r, TAG_NOTE, figure->place, text);
    block_set(r->arena, note, "mark", mark);
    node_append(figure, note);
}

static void mark(const Remarker *r, Node *number) {
    insert_after(number, node_text(r->arena, PARTIAL_MARK, number->place));
}

static bool is_partial(const Remarker *r, const Node *node) {
    const char *id = block_fact(node);
    const Fact *fact = id ? ledger_get(r->ledger, id) : NULL;
    return fact && fact->status == FACT_PARTIAL && !(node->tag == TAG_NUMBER && number_block(node)->remark == NO);
}

/* Marks the numbers below top; those in a point or a key figure get their mark with their text. */
static bool mark_numbers(const Remarker *r, Node *top) {
    bool any = false;
    for (Node *n = top, *next; n; n = next) {
        next = node_walk(top, n, NULL);
        if (!is_partial(r, n)) continue;
        any = true;
        if (n->tag == TAG_NUMBER) mark(r, n);
    }
    return any;
}

static const char *says(const Remarker *r, const char *text) {
    return text ? text : r->dutch ? "Onvolledig: zonder wat niet bekend is." : "Incomplete: without what is not known.";
}

static void remark_figure(const Remarker *r, Node *figure) {
    Gaps gaps = gaps_in(r, figure);
    const char *text = sentence(r, &gaps);
    if (mark_numbers(r, figure)) text = says(r, text);
    if (map_count(gaps.shown))
        add_note(r, figure, "?", !map_count(gaps.missing) ? (r->dutch ? "niet bekend" : "not known")
                                 : r->dutch ? "niet bekend; in de totalen niet meegeteld" : "not known; not counted in the totals");
    if (text) add_note(r, figure, PARTIAL_SIGN, text);
}

/* What is said below a table that is no figure, and below key figures. */
static void add_below(const Remarker *r, Node *block, const char *text) {
    Node *para = text_element(r, TAG_PARA, block->place, arena_printf(r->arena, PARTIAL_SIGN "\u00a0%s", text));
    block_set(r->arena, para, "style", "keyfigures-note");
    insert_after(block, para);
}

static void remark_table(const Remarker *r, Node *table) {
    Gaps gaps = gaps_in(r, table);
    const char *text = sentence(r, &gaps);
    if (mark_numbers(r, table)) add_below(r, table, says(r, text));
}

/* told: what this part has said to be missing. True when gaps add something to that. */
static bool tells_more(const Gaps *gaps, Map *told) {
    bool more = false;
    for (size_t i = 0; i < map_count(gaps->missing); i++) more |= !map_put(told, map_key(gaps->missing, i), told);
    return more;
}

static void remark_keyfigures(const Remarker *r, Node *keyfigures) {
    Gaps gaps = gaps_in(r, keyfigures);
    const char *text = sentence(r, &gaps);
    if (!mark_numbers(r, keyfigures)) return;
    tells_more(&gaps, r->told);
    add_below(r, keyfigures, says(r, text));
}

static bool in_running_text(const Node *node) {
    for (const Node *up = node->parent; up; up = up->parent)
        switch (up->tag) {
        case TAG_HEADING: case TAG_CELL: case TAG_FOOTNOTE: case TAG_NOTE: case TAG_CAPTION: case TAG_KEYFIGURE: case TAG_TERM:
        case TAG_FIGURE: return false;
        default: break;
        }
    return true;
}

/* The first number that leaves something out has a footnote, the others of its part have the mark. */
static void remark_number(Remarker *r, Node *number) {
    if (!is_partial(r, number) || !in_running_text(number)) return;
    Gaps gaps = {map_new(r->arena), map_new(r->arena)};
    gather(r, ledger_get(r->ledger, block_fact(number)), NULL, gaps.missing, 0);
    const char *text = sentence(r, &gaps);
    if (!text || !tells_more(&gaps, r->told)) {
        mark(r, number);
        if (r->note) node_append(r->note, node_text(r->arena, r->dutch ? " Verderop aangegeven met " PARTIAL_SIGN "." : " Marked with " PARTIAL_SIGN " further on.", number->place));
        r->note = NULL;
        return;
    }
    r->note = text_element(r, TAG_FOOTNOTE, number->place, text);
    insert_after(number, r->note);
    insert_after(number, node_text(r->arena, "\u202f", number->place));
}

static bool is_in(const Node *node, Tag tag) {
    for (const Node *up = node->parent; up; up = up->parent)
        if (up->tag == (int)tag) return true;
    return false;
}

void document_remark(Arena *arena, Node *root, const Ledger *ledger, bool dutch) {
    Remarker r = {.arena = arena, .ledger = ledger, .dutch = dutch, .told = map_new(arena)};
    for (Node *n = root; ledger && n; n = node_walk(root, n, NULL))
        switch (n->tag) {
        case TAG_PART: r.told = map_new(arena), r.note = NULL; break;
        case TAG_FIGURE: remark_figure(&r, n); break;
        case TAG_KEYFIGURES: remark_keyfigures(&r, n); break;
        case TAG_TABLE:
            if (!is_in(n, TAG_FIGURE)) remark_table(&r, n);
            break;
        case TAG_NUMBER: remark_number(&r, n); break;
        default: break;
        }
}
