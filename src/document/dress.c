/* The names of a document that its house style must have. */
#include "document/document.h"
#include "document/grammar.h"
#include "document/messages.h"
#include "document/read.h"
#include "document/style.h"

static int part_of(SaysKind kind) {
    switch (kind) {
    case IS_TEXT_STYLE: return STYLE_TEXTS;
    case IS_BOX_STYLE: return STYLE_BOXES;
    case IS_TABLE_STYLE: return STYLE_TABLES;
    case IS_MASTER: return STYLE_MASTERS;
    default: return -1;
    }
}

static void check_names(BlockReader *reader, const Style *style, const Node *node) {
    const GrammarAttribute *a;
    for (int i = 0; (a = grammar_attribute_at((Tag)node->tag, i)); i++) {
        int part = part_of(a->kind);
        const char *name = part < 0 ? NULL : node_get(node, a->name);
        if (!name || !*name || style_has(style, (StylePart)part, name)) continue;
        blocks_report(reader, &D216_STYLE_NAME, node,
                      (Report){.arguments = {node->name, a->name, style->name}, .found = name, .expected = style_names(reader->arena, style, (StylePart)part, name)});
    }
}

bool document_dress(Document *document, const Style *style, Diagnostics *diagnostics) {
    BlockReader reader = {.arena = document->arena, .diagnostics = diagnostics, .told = document->told};
    for (const Node *n = document->root; n; n = node_walk(document->root, n, NULL)) if (n->tag != TAG_NONE) check_names(&reader, style, n);
    document->faults += reader.faults;
    return document->faults == 0;
}
