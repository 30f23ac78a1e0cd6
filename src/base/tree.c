/* The one tree of the program: making it, walking it, printing it. */
#include "base/tree.h"

#include <string.h>

Node *node_element(Arena *arena, const char *name, Place place) {
    Node *node = ARENA_NEW(arena, Node);
    node->kind = NODE_ELEMENT;
    node->name = arena_strdup(arena, name);
    node->place = place;
    return node;
}

Node *node_text(Arena *arena, const char *text, Place place) {
    Node *node = ARENA_NEW(arena, Node);
    node->kind = NODE_TEXT;
    node->text = arena_strdup(arena, text);
    node->place = place;
    return node;
}

void node_append(Node *parent, Node *child) {
    child->parent = parent;
    child->previous = parent->last;
    child->next = NULL;
    if (parent->last) parent->last->next = child;
    else parent->first = child;
    parent->last = child;
}

void node_detach(Node *node) {
    if (node->previous) node->previous->next = node->next;
    else if (node->parent) node->parent->first = node->next;
    if (node->next) node->next->previous = node->previous;
    else if (node->parent) node->parent->last = node->previous;
    node->parent = node->previous = node->next = NULL;
}

void node_insert_before(Node *old, Node *fresh) {
    fresh->parent = old->parent;
    fresh->previous = old->previous;
    fresh->next = old;
    if (old->previous) old->previous->next = fresh;
    else if (old->parent) old->parent->first = fresh;
    old->previous = fresh;
}

const Attribute *node_attribute(const Node *node, const char *name) {
    for (const Attribute *a = node ? node->attributes : NULL; a; a = a->next)
        if (strcmp(a->name, name) == 0) return a;
    return NULL;
}

const char *node_get_or(const Node *node, const char *name, const char *fallback) {
    const Attribute *attribute = node_attribute(node, name);
    return attribute ? attribute->value : fallback;
}

const char *node_get(const Node *node, const char *name) {
    return node_get_or(node, name, NULL);
}

void node_set(Arena *arena, Node *node, const char *name, const char *value, Place place) {
    Attribute **link = &node->attributes;
    while (*link && strcmp((*link)->name, name) != 0) link = &(*link)->next;
    if (!*link) {
        *link = ARENA_NEW(arena, Attribute);
        (*link)->name = arena_strdup(arena, name);
    }
    (*link)->value = arena_strdup(arena, value);
    (*link)->place = place;
}

bool node_is(const Node *node, const char *name) {
    return node && node->kind == NODE_ELEMENT && strcmp(node->name, name) == 0;
}

/* The first node from this one on, going right, that is an element of that name. */
static Node *first_of(Node *node, const char *name) {
    for (; node; node = node->next)
        if (node->kind == NODE_ELEMENT && (!name || strcmp(node->name, name) == 0)) return node;
    return NULL;
}

Node *node_child(const Node *node, const char *name) {
    return node ? first_of(node->first, name) : NULL;
}

Node *node_sibling(const Node *node, const char *name) {
    return node ? first_of(node->next, name) : NULL;
}

Node *node_walk(const Node *root, const Node *node, const char *name) {
    for (;;) {
        const Node *next = node->first;
        while (!next) {
            if (node == root) return NULL;
            next = node->next;
            if (!next) node = node->parent;
            if (!node) return NULL;
        }
        node = next;
        if (node->kind == NODE_ELEMENT && (!name || strcmp(node->name, name) == 0)) return (Node *)node;
    }
}

static bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* The next node in document order below root, elements and text alike. */
static const Node *step(const Node *root, const Node *node) {
    if (node->first) return node->first;
    while (node != root && !node->next) node = node->parent;
    return node == root ? NULL : node->next;
}

char *node_string(Arena *arena, const Node *node) {
    size_t size = 0, used = 0;
    for (const Node *n = node; n; n = step(node, n))
        if (n->text) size += strlen(n->text);
    char *text = arena_alloc(arena, size + 1);
    bool gap = false;
    for (const Node *n = node; n; n = step(node, n))
        for (const char *p = n->text ? n->text : ""; *p; p++) {
            if (is_space(*p)) {
                gap = used > 0;
                continue;
            }
            if (gap) text[used++] = ' ';
            gap = false;
            text[used++] = *p;
        }
    return text;
}

/* "rubriek[2]": which of its name among its siblings, without number when it is the only one. */
static char *path_step(Arena *arena, const Node *node) {
    const char *name = node->kind == NODE_TEXT ? "text()" : node->name;
    if (node->kind == NODE_TEXT || !node->parent) return arena_strdup(arena, name);
    int which = 1, more = 0;
    for (const Node *n = node->previous; n; n = n->previous) which += node_is(n, name);
    for (const Node *n = node->next; n; n = n->next) more += node_is(n, name);
    return which + more > 1 ? arena_printf(arena, "%s[%d]", name, which) : arena_strdup(arena, name);
}

char *node_path(Arena *arena, const Node *node) {
    size_t size = 0;
    int depth = 0;
    for (const Node *n = node; n; n = n->parent) depth++;
    char **steps = ARENA_ARRAY(arena, (size_t)depth + 1, char *);
    for (const Node *n = node; n; n = n->parent) {
        steps[--depth] = path_step(arena, n);
        size += strlen(steps[depth]) + 1;
    }
    char *path = arena_alloc(arena, size + 1), *at = path;
    for (; *steps; steps++) {
        *at++ = '/';
        at = stpcpy(at, *steps);
    }
    return path;
}

static void put_escaped(Buffer *out, const char *text, bool attribute) {
    for (; *text; text++) switch (*text) {
        case '&': buffer_puts(out, "&amp;"); break;
        case '<': buffer_puts(out, "&lt;"); break;
        case '>': buffer_puts(out, "&gt;"); break;
        case '"': buffer_puts(out, attribute ? "&quot;" : "\""); break;
        case '\n': buffer_puts(out, attribute ? "&#10;" : "\n"); break;
        default: buffer_putc(out, *text);
        }
}

static bool is_blank(const char *text) {
    while (is_space(*text)) text++;
    return !*text;
}

/* Elements with text of their own are printed on one line, others one child a line. */
static bool has_text(const Node *node) {
    for (const Node *n = node->first; n; n = n->next)
        if (n->text && !is_blank(n->text)) return true;
    return false;
}

static void open_tag(Buffer *out, const Node *node, bool places) {
    buffer_printf(out, "<%s", node->name);
    for (const Attribute *a = node->attributes; a; a = a->next) {
        buffer_printf(out, " %s=\"", a->name);
        put_escaped(out, a->value, true);
        buffer_putc(out, '"');
        if (places) buffer_printf(out, "@%d:%d", a->place.line, a->place.column);
    }
    if (places) buffer_printf(out, " @%d:%d", node->place.line, node->place.column);
    buffer_puts(out, node->first ? ">" : "/>");
}

/* Iterative, so that a deep tree cannot exhaust the stack. flat: depth from which all is on one line. */
void node_dump(Buffer *out, const Node *root, bool places) {
    const Node *node = root;
    int depth = 0, flat = -1;
    for (;;) {
        if (node->kind == NODE_TEXT) {
            if (flat >= 0) put_escaped(out, node->text, false);
            else if (node == root) put_escaped(out, node->text, false);
        } else {
            if (flat < 0 && depth) buffer_printf(out, "%*s", depth * 2, "");
            open_tag(out, node, places);
            if (node->first) {
                if (flat < 0 && has_text(node)) flat = depth;
                if (flat < 0) buffer_putc(out, '\n');
                depth++;
                node = node->first;
                continue;
            }
            if (flat < 0) buffer_putc(out, '\n');
        }
        while (node != root && !node->next) {
            node = node->parent;
            depth--;
            if (flat < 0) buffer_printf(out, "%*s", depth * 2, "");
            buffer_printf(out, "</%s>", node->name);
            if (flat == depth) flat = -1;
            if (flat < 0) buffer_putc(out, '\n');
        }
        if (node == root) return;
        node = node->next;
    }
}
