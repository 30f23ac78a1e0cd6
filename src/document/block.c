/* Walking the tree of blocks, and making and changing elements of it. */
#include "document/block.h"

#include <string.h>

#include "document/grammar.h"
#include "document/read.h"

const char *block_alt(const Node *node) {
    const GrammarAttribute *alt = grammar_attribute((Tag)node->tag, "alt");
    return alt ? *(const char *const *)((const char *)node->data + alt->offset) : NULL;
}

const char *block_fact(const Node *node) {
    switch (node->tag) {
    case TAG_POINT: return point_block(node)->fact;
    case TAG_KEYFIGURE: return keyfigure_block(node)->fact;
    case TAG_NUMBER: return number_block(node)->fact;
    default: return NULL;
    }
}

static Node *first_of(Node *node, Tag tag) {
    while (node && node->tag != (int)tag) node = node->next;
    return node;
}

Node *block_child(const Node *node, Tag tag) { return first_of(node->first, tag); }

Node *block_sibling(const Node *node, Tag tag) { return first_of(node->next, tag); }

Node *block_walk(const Node *root, const Node *node, Tag tag) {
    Node *n = node_walk(root, node, NULL);
    while (n && n->tag != (int)tag) n = node_walk(root, n, NULL);
    return n;
}

Length measure_length(Measure measure, Length fallback, Length whole) {
    switch (measure.kind) {
    case MEASURE_LENGTH: return measure.length;
    case MEASURE_PERCENT: return (Length)((int64_t)whole * measure.percent / 100);
    default: return fallback;
    }
}

Node *block_new(Arena *arena, Tag tag, Place place) {
    Node *node = node_element(arena, GRAMMAR[tag].name, place);
    node->tag = (int)tag;
    block_fill(arena, node);
    return node;
}

void block_set(Arena *arena, Node *node, const char *name, const char *value) {
    const GrammarAttribute *attribute = grammar_attribute((Tag)node->tag, name);
    node_set(arena, node, name, value, node->place);
    bool fits = attribute && grammar_value(attribute, value, node->data);
    assert(fits);
    (void)fits;
}

void block_unset(Arena *arena, Node *node, const char *name) {
    for (Attribute **link = &node->attributes; *link; link = &(*link)->next)
        if (!strcmp((*link)->name, name)) {
            *link = (*link)->next;
            break;
        }
    Place made = common_of(node)->made;
    block_fill(arena, node);
    ((Common *)node->data)->made = made;
}
