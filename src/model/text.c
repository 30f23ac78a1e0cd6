/* The narrative: one walk through the tree, with the sections and passages around each node at hand. */
#include "model/text.h"

#include <string.h>
#include <strings.h>

#include "language/language.h"
#include "model/text_passage.h"

typedef struct Around { /* what a node stands in */
    const Node *node;
    int section, passage, table, row;
    bool narrative, quoted, verbatim, asked;
} Around;

typedef struct List { /* a growing array of one kind */
    void *items;
    int count, room;
} List;

typedef struct Walk {
    Arena *arena;
    Around *stack;
    int depth, room;
    int row;  /* the last one that was found */
    List sections, passages, pieces, mentions, references, targets, figures, key_figures, tables, links, pictures, shown;
    int annexes, chapters;
} Walk;

static void *add(Walk *w, List *list, size_t size) {
    if (list->count == list->room) {
        int room = list->room ? list->room * 2 : 16;
        char *items = arena_array(w->arena, (size_t)room, size);
        if (list->count) memcpy(items, list->items, (size_t)list->count * size);
        list->items = items;
        list->room = room;
    }
    return (char *)list->items + (size_t)list->count++ * size;
}

#define ADD(w, list, Type, ...) (*(Type *)add((w), &(w)->list, sizeof(Type)) = (Type)__VA_ARGS__)

static Stated stated(const Node *node, const char *name) {
    const Attribute *a = node_attribute(node, name);
    return a ? (Stated){a->value, a->place} : (Stated){NULL, node->place};
}

/* The typed text right before a node; "" when it has none. */
static const char *text_before(const Node *node) {
    return node->previous && node->previous->kind == NODE_TEXT ? node->previous->text : "";
}

static ElementKind kind_of(const Node *node) {
    const LanguageElement *element = language_of(node);
    return element ? language_kind(element) : ELEMENT_BLOCK;
}

/* A part of the text, or one that is made of such parts. */
static bool is_narrative(const Node *node) {
    const LanguageElement *element = language_of(node);
    if (!element) return false;
    if (language_kind(element) == ELEMENT_SECTION) return true;
    for (int i = 0; language_kind(element) == ELEMENT_PART && i < language_child_count(element); i++)
        if (language_kind(language_child_at(element, i)) == ELEMENT_SECTION) return true;
    return false;
}

static bool looks_ahead(const char *title) {
    return title && (strcasestr(title, "vooruitblik") || strcasestr(title, "komend schooljaar"));
}

static int add_section(Walk *w, const Node *node, int parent) {
    const Section *up = parent == NO_INDEX ? NULL : &((const Section *)w->sections.items)[parent];
    int index = w->sections.count, part = up ? up->part : index;
    bool annex = node_is(node, "bijlage"), outlook = looks_ahead(node_get(node, "titel"));
    bool goals = language_of(node) && language_role(language_of(node)) == LANGUAGE_ROLE_GOALS, steering = node_is(node, "stuurgroep");
    w->annexes += annex && !up;
    w->chapters += !up && node_is(node, "hoofdstuk");
    annex |= up && up->annex;
    outlook |= up && up->outlook;
    steering |= up && up->steering;
    ADD(w, sections, Section, {node->place, node->name, node_get(node, "sleutel"), stated(node, "titel"), parent, part, annex, outlook, goals, steering});
    return index;
}

/* ---- tables ---- */

static int span_of(const Node *cell, const char *name) {
    const char *text = node_get_or(cell, name, "1");
    int n = 0;
    for (; *text >= '0' && *text <= '9' && n < 10000; text++) n = n * 10 + (*text - '0');
    return n > 0 ? n : 1;
}

static TableRow row_of(Walk *w, const Node *node, int part) {
    int count = 0, column = 0;
    NODE_EACH(cell, node, "cel") count++;
    TableRow row = {node->place, node_is(node, "kop"), part, ARENA_ARRAY(w->arena, (size_t)count + 1, TableCell), 0};
    NODE_EACH(cell, node, "cel") {
        TableCell *c = &row.cells[row.cell_count++];
        *c = (TableCell){cell->place, span_of(cell, "kolommen"), span_of(cell, "rijen"), column, row.head || strcmp(node_get_or(cell, "kop", ""), "ja") == 0,
                         node_string(w->arena, cell)};
        column += c->columns;
    }
    return row;
}

static bool is_row(const Node *node) {
    return node_is(node, "kop") || node_is(node, "rij");
}

static void add_table(Walk *w, const Node *node, int section) {
    Table table = {.place = node->place, .section = section, .key = node_get(node, "sleutel")};
    int rows = 0, part = 0;
    for (const Node *n = node_walk(node, node, NULL); n; n = node_walk(node, n, NULL)) rows += is_row(n);
    table.rows = ARENA_ARRAY(w->arena, (size_t)rows + 1, TableRow);
    const char *last = "";
    NODE_EACH(child, node, NULL) {
        table.columns += node_is(child, "kolom");
        bool row = is_row(child);
        if (!row || strcmp(last, child->name) != 0) part++; /* rows of one name that follow each other are one part */
        last = row ? child->name : "";
        if (row) table.rows[table.row_count++] = row_of(w, child, part);
        else if (node_is(child, "groep"))
            NODE_EACH(inner, child, "rij") table.rows[table.row_count++] = row_of(w, inner, part);
    }
    ADD(w, tables, Table, {table.place, table.section, table.key, table.columns, table.rows, table.row_count});
}

/* ---- the rest ---- */

Figure figure_read(const Node *node) {
    return (Figure){node->place, NO_INDEX, node_get(node, "sleutel"), stated(node, "soort"), stated(node, "vorm"), stated(node, "feiten"),
                    stated(node, "over"), stated(node, "groep"), stated(node, "kolommen"), node_child(node, "noot") != NULL};
}

const char *narrative_notes_kind(const char *part) {
    static const char *const kinds[][2] = {{"begroting", "begroting-realisatie"}, {"ontwikkelteams", "ontwikkelteams"}, {"personele-inzet", "personele-inzet"}};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (strcmp(part, kinds[i][0]) == 0) return kinds[i][1];
    return NULL;
}

static TargetKind target_kind(const Node *node) {
    static const struct { const char *name; TargetKind kind; } names[] = {
        {"figuur", TARGET_FIGURE}, {"afbeelding", TARGET_FIGURE}, {"tabel", TARGET_TABLE}, {"bijlage", TARGET_ANNEX}, {"hoofdstuk", TARGET_CHAPTER},
        {"paragraaf", TARGET_PARAGRAPH}, {"subparagraaf", TARGET_PARAGRAPH}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (node_is(node, names[i].name)) return names[i].kind;
    return TARGET_OTHER;
}

static ReferenceShows shows_of(const Node *node) {
    static const char *const words[] = {[REFERENCE_NUMBER] = "nummer", [REFERENCE_LABEL] = "label", [REFERENCE_TITLE] = "titel", [REFERENCE_PAGE] = "pagina"};
    const char *show = node_get_or(node, "toon", "nummer");
    for (int i = REFERENCE_NUMBER; i <= REFERENCE_PAGE; i++)
        if (strcmp(show, words[i]) == 0) return (ReferenceShows)i;
    return REFERENCE_LABEL;
}

/* What may stand anywhere in the input. */
static void read_anywhere(Walk *w, const Node *node, const Around *here) {
    if (node_is(node, "tabel")) add_table(w, node, here->section);
    else if (node_is(node, "link") && node_attribute(node, "adres")) ADD(w, links, Stated, {node_get(node, "adres"), node_attribute(node, "adres")->place});
    else if (node_is(node, "afbeelding")) ADD(w, pictures, Picture, {stated(node, "bestand"), stated(node, "alt")});
    else if (node_is(node, "figuur")) {
        Figure *figure = add(w, &w->figures, sizeof(Figure));
        *figure = figure_read(node);
        figure->section = here->section;
    }
}

static void add_shown(Walk *w, const Node *node, int section) {
    static const char *const names[] = {"titel", "term"};
    for (int i = 0; i < 2; i++)
        if (node_attribute(node, names[i])) ADD(w, shown, Shown, {node->place, stated(node, names[i]), i == 0, section});
}

static void read_in_text(Walk *w, const Node *node, const Around *here) {
    const char *key = node_get(node, "sleutel");
    if (key)
        ADD(w, targets, TextTarget, {node->place, key, target_kind(node), language_is_empty(node), node_is(node, "figuur") ? w->figures.count - 1 : NO_INDEX});
    add_shown(w, node, here->section);
    if (node_is(node, "getal"))
        ADD(w, mentions, Mention, {node->place, node_get_or(node, "feit", ""), node_get(node, "jaar"), node_string(w->arena, node), text_before(node), here->passage,
                                   strcmp(node_get_or(node, "als", ""), "euro-heel") == 0});
    else if (node_is(node, "verwijzing")) ADD(w, references, Reference, {node->place, node_get_or(node, "naar", ""), text_before(node), shows_of(node)});
    else if (node_is(node, "kerncijfer")) ADD(w, key_figures, KeyFigure, {node->place, stated(node, "feit"), stated(node, "label")});
}

/* Is it a passage that still has to be written? */
static bool is_asked(const Node *node) {
    for (const Attribute *a = node->attributes; a; a = a->next) {
        const LanguageAttribute *attribute = language_attribute_of(node, a);
        if (attribute && language_choice_role(attribute, a->value) == LANGUAGE_ROLE_ASKED) return true;
    }
    return false;
}

static PassageKind passage_kind(const Node *node, const Around *here) {
    if (here->verbatim) return PASSAGE_VERBATIM;
    if (node_is(node, "citaat")) return PASSAGE_QUOTATION;
    if (node_is(node, "cel")) return PASSAGE_CELL;
    if (node_is(node, "tussenkop")) return PASSAGE_SUBHEADING;
    if (node_is(node, "noot")) return PASSAGE_NOTE;
    if (language_of(node) && language_role(language_of(node)) == LANGUAGE_ROLE_CAPTION) return PASSAGE_CAPTION;
    return node_is(node, "punt") ? PASSAGE_ITEM : PASSAGE_PARAGRAPH;
}

/* Where a cell stands in its table, counted as its row counts. */
static int column_of(const Node *cell) {
    int column = 0;
    for (const Node *n = cell->previous; n; n = n->previous)
        if (node_is(n, "cel")) column += span_of(n, "kolommen");
    return column;
}

static void open_passage(Walk *w, const Node *node, Around *here) {
    Passage p = passage_gather(w->arena, node);
    p.kind = passage_kind(node, here);
    p.section = here->section;
    p.asked = here->asked;
    p.table = p.row = p.column = NO_INDEX;
    if (p.kind == PASSAGE_CAPTION) p.table = here->table;
    if (p.kind == PASSAGE_CELL && here->table != NO_INDEX) p.table = here->table, p.row = here->row, p.column = column_of(node);
    here->passage = w->passages.count;
    *(Passage *)add(w, &w->passages, sizeof p) = p;
}

/* The row of the table that was typed there; they are asked for in order. */
static int row_at(Walk *w, int table, Place place) {
    const Table *t = &((const Table *)w->tables.items)[table];
    for (int i = 0; i < t->row_count; i++) {
        int row = (w->row + i) % t->row_count;
        if (t->rows[row].place.line == place.line && t->rows[row].place.column == place.column) return w->row = row;
    }
    return NO_INDEX;
}

static void open_element(Walk *w, const Node *node, Around *here) {
    if (here->narrative && (here->section == NO_INDEX || kind_of(node) == ELEMENT_SECTION)) here->section = add_section(w, node, here->section);
    here->verbatim |= node_is(node, "regels") || node_is(node, "code");
    here->quoted |= node_is(node, "citaat") || node_is(node, "aanhaling");
    here->asked |= is_asked(node);
    if (node_is(node, "tabel")) here->table = w->tables.count, here->row = NO_INDEX;
    else if (here->table != NO_INDEX && is_row(node)) here->row = row_at(w, here->table, node->place);
    read_anywhere(w, node, here);
    if (!here->narrative) return;
    if (passage_is_block(node)) open_passage(w, node, here);
    read_in_text(w, node, here);
}

static void read_text(Walk *w, const Node *node, const Around *here) {
    if (!here->narrative || here->verbatim || here->passage == NO_INDEX || !node->text[strspn(node->text, " \t\r\n")]) return;
    ADD(w, pieces, TextPiece, {node->place, node->text, here->passage, here->quoted});
}

static void push(Walk *w, Around around) {
    if (w->depth == w->room) {
        int room = w->room ? w->room * 2 : 32;
        Around *stack = ARENA_ARRAY(w->arena, (size_t)room, Around);
        if (w->depth) memcpy(stack, w->stack, (size_t)w->depth * sizeof *stack);
        w->stack = stack;
        w->room = room;
    }
    w->stack[w->depth++] = around;
}

static void visit(Walk *w, const Node *root, const Node *node) {
    while (w->stack[w->depth - 1].node != node->parent) w->depth--;
    Around here = w->stack[w->depth - 1];
    here.node = node;
    if (node->parent == root) here.narrative = node->kind == NODE_ELEMENT && is_narrative(node);
    if (node->kind == NODE_TEXT) {
        read_text(w, node, &here);
        return;
    }
    open_element(w, node, &here);
    push(w, here);
}

/* Depth first, texts too: the next node below root. */
static const Node *next_node(const Node *root, const Node *node) {
    if (node->first) return node->first;
    while (node != root && !node->next) node = node->parent;
    return node == root ? NULL : node->next;
}

#define TAKE(narrative, w, list, number) ((narrative)->list = (w).list.items, (narrative)->number = (w).list.count)

Narrative *narrative_read(Arena *arena, const Node *root) {
    Walk w = {.arena = arena};
    push(&w, (Around){root, NO_INDEX, NO_INDEX, NO_INDEX, NO_INDEX, false, false, false, false});
    for (const Node *n = next_node(root, root); n; n = next_node(root, n)) visit(&w, root, n);
    Narrative *out = ARENA_NEW(arena, Narrative);
    TAKE(out, w, sections, section_count);
    TAKE(out, w, passages, passage_count);
    TAKE(out, w, pieces, piece_count);
    TAKE(out, w, mentions, mention_count);
    TAKE(out, w, references, reference_count);
    TAKE(out, w, targets, target_count);
    TAKE(out, w, figures, figure_count);
    TAKE(out, w, key_figures, key_figure_count);
    TAKE(out, w, tables, table_count);
    TAKE(out, w, links, link_count);
    TAKE(out, w, pictures, picture_count);
    TAKE(out, w, shown, shown_count);
    out->annex_count = w.annexes;
    out->chapter_count = w.chapters;
    return out;
}
