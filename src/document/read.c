/* Reads a tree of elements against the grammar: every departure is told at the line of the stylesheet that made it. */
#include "document/read.h"

#include <stdlib.h>
#include <string.h>

#include "base/likeness.h"
#include "document/content.h"
#include "document/grammar.h"
#include "document/messages.h"

enum { INPUT_PLACE = 5 }; /* the argument that tells where in the input */

static Common *common(Node *node) { return node->data; }

void blocks_report(BlockReader *reader, const Message *message, const Node *node, Report report) {
    const Common *c = node->data;
    bool made = c && c->made.line > 0;
    Place at = made ? c->made : node->place, in = node->place;
    reader->faults++;
    if (made) {
        const char *key = arena_printf(reader->arena, "%s|%s:%d|%s|%s|%s", message->code, at.file, at.line, report.arguments[0] ? report.arguments[0] : "",
                                       report.arguments[1] ? report.arguments[1] : "", report.found ? report.found : "");
        if (map_put(reader->told, key, reader)) return;
    }
    bool two = made && in.file && in.line > 0;
    report.arguments[INPUT_PLACE] = two ? arena_printf(reader->arena, " (bij %s:%d:%d)\x1e (for %s:%d:%d)", in.file, in.line, in.column, in.file, in.line, in.column) : "";
    diagnostics_report(reader->diagnostics, message, at, report);
}

/* "file:line:column" as f:plaats() writes it. */
static bool take_place(Arena *arena, Node *node) {
    const char *text = node_get(node, GRAMMAR_PLACE.name);
    const char *second = text ? strrchr(text, ':') : NULL;
    if (!second || second == text) return false;
    const char *first = second - 1;
    while (first > text && *first != ':') first--;
    if (*first != ':') return false;
    node->place = (Place){arena_strndup(arena, text, (size_t)(first - text)), atoi(first + 1), atoi(second + 1)};
    return true;
}

static void *fresh(Arena *arena, Tag tag) {
    void *data = arena_array(arena, 1, tag == TAG_NONE ? sizeof(Common) : GRAMMAR[tag].size);
    const GrammarAttribute *a;
    for (int i = 0; tag != TAG_NONE && (a = grammar_attribute_at(tag, i)); i++)
        if (a->initial) grammar_value(a, a->initial, data);
    return data;
}

void block_fill(Arena *arena, Node *node) {
    node->data = fresh(arena, (Tag)node->tag);
    for (const Attribute *written = node->attributes; written && node->tag; written = written->next) {
        const GrammarAttribute *a = grammar_attribute((Tag)node->tag, written->name);
        if (a) grammar_value(a, written->value, node->data);
    }
}

/* The attribute that was probably meant, else all there are. */
static const char *names_like(Arena *arena, Tag tag, const char *name) {
    Likeness likeness = likeness_to(name);
    const char *all = NULL;
    const GrammarAttribute *a;
    for (int i = 0; (a = grammar_attribute_at(tag, i)); i++) {
        likeness_try(&likeness, a->name);
        all = all ? arena_printf(arena, "%s, %s", all, a->name) : a->name;
    }
    return likeness.best ? likeness.best : all;
}

static void read_attributes(BlockReader *reader, Node *node) {
    Tag tag = (Tag)node->tag;
    for (const Attribute *written = node->attributes; written; written = written->next) {
        const GrammarAttribute *a = grammar_attribute(tag, written->name);
        if (!a)
            blocks_report(reader, &D210_ATTRIBUTE_UNKNOWN, node, (Report){.arguments = {node->name, written->name}, .expected = names_like(reader->arena, tag, written->name)});
        else if (!grammar_value(a, written->value, node->data))
            blocks_report(reader, &D211_ATTRIBUTE_VALUE, node, (Report){.arguments = {node->name, written->name}, .found = written->value, .expected = grammar_values(reader->arena, a)});
    }
    const GrammarAttribute *a;
    for (int i = 0; (a = grammar_attribute_at(tag, i)); i++)
        if (a->required && !node_attribute(node, a->name))
            blocks_report(reader, &D212_ATTRIBUTE_MISSING, node, (Report){.arguments = {node->name, a->name}, .expected = grammar_values(reader->arena, a)});
}

/* A ratio has a share for each side. */
static void check_ratio(BlockReader *reader, const Node *node) {
    int sides = 0, shares = beside_block(node)->ratio.count;
    BLOCK_EACH(side, node, TAG_SIDE) sides++;
    if (shares && shares != sides)
        blocks_report(reader, &D211_ATTRIBUTE_VALUE, node,
                      (Report){.arguments = {node->name, "ratio"}, .found = node_get(node, "ratio"), .expected = arena_printf(reader->arena, BOTH("%d delen", "%d shares"), sides, sides)});
}

static const char *element_like(const char *name) {
    Likeness likeness = likeness_to(name);
    for (int t = 1; t < TAG_COUNT; t++) if (GRAMMAR[t].name) likeness_try(&likeness, GRAMMAR[t].name);
    return likeness.best;
}

void blocks_read(BlockReader *reader, Node *root) {
    for (Node *n = root; n; n = node_walk(root, n, NULL)) {
        Place at = n->place;
        n->tag = (int)grammar_tag(n->name);
        n->data = fresh(reader->arena, (Tag)n->tag);
        if (reader->from_template) {
            common(n)->made = at;
            n->place = n->parent ? n->parent->place : (Place){0};
        }
        take_place(reader->arena, n);
        if (n->tag == TAG_NONE)
            blocks_report(reader, &D203_DOCUMENT_ELEMENT, n, (Report){.arguments = {n->name}, .expected = element_like(n->name)});
        else read_attributes(reader, n);
        for (Node *text = n->first; text; text = text->next)
            if (text->kind == NODE_TEXT && (reader->from_template || text->place.line == 0)) text->place = n->place;
    }
    if (root->tag != TAG_DOCUMENT && root->tag != TAG_NONE)
        blocks_report(reader, &D213_ELEMENT_PLACE, root, (Report){.arguments = {root->name, "-"}, .expected = "document"});
    for (Node *n = root; n; n = node_walk(root, n, NULL)) {
        if (n->tag != TAG_NONE) content_check(reader, n);
        if (n->tag == TAG_BESIDE) check_ratio(reader, n);
    }
}
