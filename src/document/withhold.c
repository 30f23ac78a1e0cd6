/* Numbers that this document may not show: their mark in text, tables and charts, and a note that says why.
 *
 * A chart that would mislead without them changes: shares of a whole become bars, a waterfall or a stack is not drawn. */
#include "document/withhold.h"

#include <string.h>

static bool withheld(const Ledger *ledger, const Node *node) {
    const char *id = block_fact(node);
    const Fact *fact = id && ledger ? ledger_get(ledger, id) : NULL;
    return fact && fact->status == FACT_WITHHELD;
}

static Node *above(const Node *node, int tag) {
    Node *up = node->parent;
    while (up && up->tag != tag) up = up->parent;
    return up;
}

static void replace_text(Arena *arena, Node *node, const char *text) {
    while (node->first) node_detach(node->first);
    node_append(node, node_text(arena, text, node->place));
}

static void change_chart(Arena *arena, Node *chart, bool dutch) {
    ChartKind kind = chart_block(chart)->kind;
    bool shares = kind == CHART_PIE || kind == CHART_RING, whole = kind == CHART_WATERFALL || kind == CHART_STACKED;
    if (shares) block_set(arena, chart, "kind", "bars");
    if (!whole) return;
    Node *para = block_new(arena, TAG_PARA, chart->place);
    block_set(arena, para, "style", "body-left");
    node_append(para, node_text(arena, dutch ? "Deze grafiek is niet getoond: een deel van de getallen is niet openbaar." : "This chart is not shown: some of its numbers are not public.", chart->place));
    node_insert_before(chart, para);
    node_detach(chart);
}

static void add_note(Arena *arena, Node *figure, bool dutch) {
    Node *note = block_new(arena, TAG_NOTE, figure->place);
    block_set(arena, note, "mark", WITHHELD_MARK);
    node_append(note, node_text(arena, dutch ? "niet getoond, omdat het naar personen te herleiden kan zijn" : "not shown, because it might be traced to persons", figure->place));
    node_append(figure, note);
}

/* Nodes of the tree in order, in an array, so that they can be changed while they are gone through. */
static Node **nodes_of(Arena *arena, Node *root, int *count) {
    *count = 0;
    for (Node *n = root; n; n = node_walk(root, n, NULL)) ++*count;
    Node **list = ARENA_ARRAY(arena, (size_t)*count + 1, Node *);
    *count = 0;
    for (Node *n = root; n; n = node_walk(root, n, NULL)) list[(*count)++] = n;
    return list;
}

void document_withhold(Arena *arena, Node *root, const Ledger *ledger, bool dutch) {
    int count;
    Node **list = nodes_of(arena, root, &count), **figures = ARENA_ARRAY(arena, (size_t)count + 1, Node *);
    int noted = 0;
    for (int i = 0; i < count; i++) {
        Node *n = list[i];
        if (!withheld(ledger, n)) continue;
        Node *figure = above(n, TAG_FIGURE), *chart = above(n, TAG_CHART);
        bool words = above(n, TAG_CAPTION) || above(n, TAG_NOTE), apart = (figure && !words) || chart || above(n, TAG_CELL) || above(n, TAG_KEYFIGURE);
        if (n->tag == TAG_NUMBER) replace_text(arena, n, apart ? WITHHELD_MARK : dutch ? "[niet getoond]" : "[not shown]");
        if (n->tag == TAG_KEYFIGURE) {
            Node *row = n->parent;
            node_detach(n);
            if (row && !node_child(row, NULL)) node_detach(row);
            continue;
        }
        if (n->tag == TAG_POINT) {
            block_unset(arena, n, "fact");
            block_unset(arena, n, "value");
            block_set(arena, n, "text", WITHHELD_MARK);
        }
        if (chart && chart->parent) change_chart(arena, chart, dutch);
        if (figure && (!noted || figures[noted - 1] != figure)) figures[noted++] = figure;
    }
    for (int i = 0; i < noted; i++) add_note(arena, figures[i], dutch);
}
