/* Models of content: "column* head? body* foot?" against the children that are there. */
#include "document/content.h"

#include <string.h>

#include "document/grammar.h"
#include "document/messages.h"

typedef struct Term {
    const char *words; /* "row", "series|point" */
    size_t size;
    bool optional, many;
} Term;

enum { TERMS_MAX = 8 };

static int read_terms(const char *model, Term *terms) {
    int n = 0;
    for (const char *p = model; *p && n < TERMS_MAX; n++) {
        bool group = *p == '(';
        Term *t = &terms[n];
        t->words = p += group;
        t->size = strcspn(p, group ? ")" : " ?*+");
        p += t->size + group;
        t->optional = *p == '?' || *p == '*';
        t->many = *p == '+' || *p == '*';
        p += strcspn(p, " ");
        p += strspn(p, " ");
    }
    return n;
}

static bool fits(const Term *term, Tag tag) {
    for (size_t i = 0; i < term->size;) {
        const char *bar = memchr(term->words + i, '|', term->size - i);
        size_t n = bar ? (size_t)(bar - term->words) - i : term->size - i;
        if (grammar_fits(term->words + i, n, tag)) return true;
        i += n + 1;
    }
    return false;
}

static bool blank(const Node *node) { return !node->text[strspn(node->text, " \t\r\n")]; }

static void misplaced(BlockReader *reader, const Node *child, const char *model) {
    const char *expected = !*model ? BOTH("niets", "nothing") : !strcmp(model, "text") ? BOTH("tekst", "text") : !strcmp(model, "mixed") ? BOTH("tekst en blokken", "text and blocks") : model;
    blocks_report(reader, &D213_ELEMENT_PLACE, child, (Report){.arguments = {child->name, child->parent->name}, .expected = expected});
}

static void missing(BlockReader *reader, const Node *node, const Term *term) {
    blocks_report(reader, &D214_ELEMENT_MISSING, node, (Report){.arguments = {node->name, arena_strndup(reader->arena, term->words, term->size)}});
}

static bool stands_in_line(const Node *n) { return grammar_fits("inline", 6, (Tag)n->tag); }
static bool stands_as_block(const Node *n) { return grammar_fits("block", 5, (Tag)n->tag); }

/* Text and elements in the line, and with mixed also blocks. */
static void check_text(BlockReader *reader, const Node *node, bool mixed) {
    for (const Node *n = node->first; n; n = n->next)
        if (n->kind == NODE_ELEMENT && n->tag != TAG_NONE && !stands_in_line(n) && !(mixed && stands_as_block(n))) misplaced(reader, n, mixed ? "mixed" : "text");
}

static void check_terms(BlockReader *reader, const Node *node, const char *model) {
    Term terms[TERMS_MAX];
    int count = read_terms(model, terms), at = 0;
    bool met = false;
    for (const Node *n = node->first; n; n = n->next) {
        if (n->kind == NODE_TEXT) {
            if (!blank(n))
                blocks_report(reader, &D215_TEXT_PLACE, node, (Report){.arguments = {node->name}, .found = n->text});
            continue;
        }
        if (n->tag == TAG_NONE) continue;
        int to = at;
        while (to < count && !fits(&terms[to], (Tag)n->tag)) to++;
        if (to == count) {
            misplaced(reader, n, model);
            continue;
        }
        for (int i = at; i < to; i++) if (!terms[i].optional && !(i == at && met)) missing(reader, node, &terms[i]);
        met = terms[to].many;
        at = terms[to].many ? to : to + 1;
    }
    for (int i = at; i < count; i++) if (!terms[i].optional && !(i == at && met)) missing(reader, node, &terms[i]);
}

void content_check(BlockReader *reader, const Node *node) {
    const char *model = GRAMMAR[node->tag].content;
    bool mixed = !strcmp(model, "mixed");
    if (mixed || !strcmp(model, "text")) check_text(reader, node, mixed);
    else check_terms(reader, node, model);
}
