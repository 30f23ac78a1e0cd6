/* Reads a block tree: knows every element's tag and refuses what the grammar does not have. */
#include "document/document.h"

#include <stdlib.h>
#include <string.h>

#include "document/characters.h"
#include "document/messages.h"
#include "document/remark.h"
#include "document/resolve.h"
#include "document/withhold.h"
#include "input/plain.h"

static const char *const TAG_NAMES[TAG_COUNT] = {
    [TAG_DOCUMENT] = "document", [TAG_PART] = "part", [TAG_SECTION] = "section", [TAG_HEADING] = "heading",
    [TAG_PARA] = "para", [TAG_LIST] = "list", [TAG_ITEM] = "item", [TAG_DEFINITIONS] = "definitions",
    [TAG_ENTRY] = "entry", [TAG_TERM] = "term", [TAG_DEFINITION] = "definition", [TAG_QUOTE] = "quote",
    [TAG_BOX] = "box", [TAG_TABLE] = "table", [TAG_COLUMN] = "column", [TAG_HEAD] = "head", [TAG_BODY] = "body",
    [TAG_FOOT] = "foot", [TAG_ROW] = "row", [TAG_CELL] = "cell", [TAG_FIGURE] = "figure", [TAG_CAPTION] = "caption",
    [TAG_NOTE] = "note", [TAG_CHART] = "chart", [TAG_SERIES] = "series", [TAG_POINT] = "point",
    [TAG_ORGCHART] = "orgchart", [TAG_UNIT] = "unit", [TAG_PLANNER] = "planner", [TAG_MONTH] = "month",
    [TAG_ACTIVITY] = "activity", [TAG_EVENT] = "event", [TAG_TREE] = "tree", [TAG_LEVELS] = "levels", [TAG_PATHWAY] = "pathway", [TAG_IMAGE] = "image",
    [TAG_COLUMNS] = "columns", [TAG_BESIDE] = "beside", [TAG_SIDE] = "side", [TAG_KEYFIGURES] = "keyfigures",
    [TAG_KEYFIGURE] = "keyfigure", [TAG_TOC] = "toc", [TAG_RULE] = "rule", [TAG_SPACE] = "space",
    [TAG_PAGEBREAK] = "pagebreak", [TAG_FIELD] = "field", [TAG_EM] = "em", [TAG_STRONG] = "strong", [TAG_SC] = "sc",
    [TAG_SUB] = "sub", [TAG_SUP] = "sup", [TAG_SPAN] = "span", [TAG_LINK] = "link", [TAG_REF] = "ref",
    [TAG_NUMBER] = "number", [TAG_BR] = "br", [TAG_FOOTNOTE] = "footnote", [TAG_ANCHOR] = "anchor", [TAG_TAB] = "tab",
    [TAG_Q] = "q"};

Node *document_element(Arena *arena, Tag tag, Place place) {
    Node *node = node_element(arena, TAG_NAMES[tag], place);
    node->tag = tag;
    return node;
}

static int compare_names(const void *a, const void *b) {
    return strcmp(TAG_NAMES[*(const int *)a], TAG_NAMES[*(const int *)b]);
}

static int tag_of(const char *name) {
    static int sorted[TAG_COUNT], count;
    if (count == 0) {
        for (int t = 1; t < TAG_COUNT; t++) if (TAG_NAMES[t]) sorted[count++] = t;
        qsort(sorted, (size_t)count, sizeof *sorted, compare_names);
    }
    int low = 0, high = count;
    while (low < high) {
        int middle = (low + high) / 2, order = strcmp(name, TAG_NAMES[sorted[middle]]);
        if (order == 0) return sorted[middle];
        if (order < 0) high = middle;
        else low = middle + 1;
    }
    return TAG_NONE;
}

/* "file:line:column" as f:plaats() writes it. */
static void take_place(Arena *arena, Node *node) {
    const char *text = node_get(node, "place");
    if (!text) return;
    const char *second = strrchr(text, ':');
    if (!second || second == text) return;
    const char *first = second - 1;
    while (first > text && *first != ':') first--;
    if (*first != ':') return;
    node->place = (Place){arena_strndup(arena, text, (size_t)(first - text)), atoi(first + 1), atoi(second + 1)};
}

static void take_tags(Arena *arena, Node *root, Diagnostics *diagnostics) {
    for (Node *n = root; n; n = node_walk(root, n, NULL)) {
        take_place(arena, n);
        n->tag = tag_of(n->name);
        if (n->tag == TAG_NONE)
            diagnostics_report(diagnostics, &D203_DOCUMENT_ELEMENT, n->place, (Report){.arguments = {n->name}});
        if (n->parent && n->place.line == 0) n->place = n->parent->place;
        for (Node *text = n->first; text; text = text->next)
            if (text->kind == NODE_TEXT && text->place.line == 0) text->place = n->place;
    }
}

Document *document_of_tree(Arena *arena, Node *root, const Ledger *ledger, Diagnostics *diagnostics) {
    size_t before = diagnostics_count(diagnostics, SEVERITY_ERROR);
    take_tags(arena, root, diagnostics);
    if (diagnostics_count(diagnostics, SEVERITY_ERROR) > before) return NULL;
    Document *d = ARENA_NEW(arena, Document);
    d->arena = arena;
    d->root = root;
    d->title = node_get_or(root, "title", "");
    d->language = node_get_or(root, "lang", "nl");
    d->date = node_get_or(root, "date", "");
    d->author = node_get_or(root, "author", "");
    d->subject = node_get_or(root, "subject", "");
    d->keywords = node_get_or(root, "keywords", "");
    d->style = node_get_or(root, "style", "bos");
    d->targets = map_new(arena);
    document_characters(arena, root);
    document_withhold(arena, root, ledger, strncmp(d->language, "en", 2) != 0);
    document_remark(arena, root, ledger, strncmp(d->language, "en", 2) != 0);
    document_resolve(d, ledger, diagnostics);
    return d;
}

Document *document_read(Arena *arena, const char *path, const Ledger *ledger, Diagnostics *diagnostics) {
    int error;
    Node *root = plain_read(arena, path, diagnostics, &error);
    if (!root && error)
        diagnostics_report(diagnostics, &D209_DOCUMENT_UNREADABLE, (Place){arena_strdup(arena, path), 0, 0}, (Report){.arguments = {error_words(error)}});
    return root ? document_of_tree(arena, root, ledger, diagnostics) : NULL;
}
