/* Walks the input and makes the copy. */
#include "privacy/copy.h"

static bool copy_one(const CopyRules *c, Node *to, const Node *from);

static int copy_content(const CopyRules *c, Node *to, const Node *first) {
    int left_out = 0;
    for (const Node *n = first; n; n = n->next) left_out += !copy_one(c, to, n);
    return left_out;
}

/* False: it stayed out. */
static bool copy_one(const CopyRules *c, Node *to, const Node *from) {
    if (from->kind == NODE_TEXT) {
        node_append(to, node_text(c->arena, c->words(c->data, from->text), from->place));
        return true;
    }
    const LanguageElement *described = language_of(from);
    if (!described || !c->stands(c->data, from, described)) return false;
    bool open = false;
    const Node *first = c->content(c->data, from, &open);
    if (open) {
        copy_content(c, to, first);
        return true;
    }
    Node *copy = node_element(c->arena, from->name, from->place);
    copy->tag = from->tag;
    for (const Attribute *a = from->attributes; a; a = a->next) {
        const LanguageAttribute *of = language_attribute_of(from, a);
        const char *value = of ? c->value(c->data, from, a, of) : NULL;
        if (value) node_set(c->arena, copy, a->name, value, a->place);
    }
    int left_out = copy_content(c, copy, first);
    if (!c->finish(c->data, copy, from, left_out)) return false;
    node_append(to, copy);
    return true;
}

Node *copy_tree(const CopyRules *rules, const Node *root) {
    Node *holder = node_element(rules->arena, root->name, root->place);
    copy_one(rules, holder, root);
    Node *tree = holder->first;
    if (!tree)
        tree = node_element(rules->arena, root->name, root->place); /* nothing of it is known: nothing stands in it */
    else
        node_detach(tree);
    language_mark(tree);
    return tree;
}
