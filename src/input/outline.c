/* Finds the tags of a well-formed XML text, and applies changes to such a text. */
#include "input/outline.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "input/source.h"

#define SPACE " \t\r\n"

typedef struct Scanner {
    Arena *arena;
    const char *text;
    size_t size, at;
    OutlineNode *root, *open;
    bool failed;
} Scanner;

static bool starts(const Scanner *s, const char *word) {
    size_t n = strlen(word);
    return s->size - s->at >= n && memcmp(s->text + s->at, word, n) == 0;
}

/* Moves behind the next ending; the text is well formed, so there is one. */
static void skip_past(Scanner *s, const char *ending) {
    const char *found = memmem(s->text + s->at, s->size - s->at, ending, strlen(ending));
    if (!found) s->failed = true;
    s->at = found ? (size_t)(found - s->text) + strlen(ending) : s->size;
}

/* <!DOCTYPE … [ … ]>: brackets and quotation marks hide a ">". */
static void skip_doctype(Scanner *s) {
    int depth = 0;
    for (; s->at < s->size; s->at++) {
        char c = s->text[s->at];
        if (starts(s, "<!--")) {
            skip_past(s, "-->");
            s->at--;
        } else if (c == '"' || c == '\'') {
            const char *end = memchr(s->text + s->at + 1, c, s->size - s->at - 1);
            if (!end) break;
            s->at = (size_t)(end - s->text);
        } else if (c == '[') depth++;
        else if (c == ']') depth--;
        else if (c == '>' && depth <= 0) {
            s->at++;
            return;
        }
    }
    s->failed = true;
}

static size_t name_size(const Scanner *s) {
    size_t n = 0;
    while (s->at + n < s->size && !strchr(SPACE "/>=", s->text[s->at + n])) n++;
    return n;
}

/* The five entities of XML and character references; others stay as they are. */
static const char *plain_value(Arena *arena, const char *raw, size_t size) {
    static const struct { const char *name, *text; } ENTITIES[] = {{"&lt;", "<"}, {"&gt;", ">"}, {"&amp;", "&"}, {"&quot;", "\""}, {"&apos;", "'"}};
    char *out = arena_alloc(arena, size + 1), *to = out;
    for (size_t i = 0; i < size;) {
        size_t used = 0;
        if (raw[i] == '&' && i + 2 < size && raw[i + 1] == '#') {
            char *end;
            bool hex = raw[i + 2] == 'x';
            unsigned long c = strtoul(raw + i + 2 + hex, &end, hex ? 16 : 10);
            if (*end == ';' && c > 0 && c <= 0x10FFFF && end < raw + size) {
                to += utf8_put((uint32_t)c, to); /* never longer than its reference */
                used = (size_t)(end - raw) + 1 - i;
            }
        }
        for (size_t e = 0; !used && raw[i] == '&' && e < sizeof ENTITIES / sizeof *ENTITIES; e++) {
            size_t n = strlen(ENTITIES[e].name);
            if (size - i < n || memcmp(raw + i, ENTITIES[e].name, n) != 0) continue;
            *to++ = *ENTITIES[e].text;
            used = n;
        }
        if (!used) *to++ = strchr(SPACE, raw[i]) ? ' ' : raw[i], used = 1;
        i += used;
    }
    *to = '\0';
    return out;
}

static bool read_attribute(Scanner *s, OutlineNode *node, OutlineAttribute **last) {
    size_t start = s->at;
    s->at += strspn(s->text + s->at, SPACE);
    size_t n = name_size(s);
    if (!n) return false;
    OutlineAttribute *a = ARENA_NEW(s->arena, OutlineAttribute);
    a->name = arena_strndup(s->arena, s->text + s->at, n);
    a->start = start;
    s->at += n;
    s->at += strspn(s->text + s->at, SPACE);
    if (s->at >= s->size || s->text[s->at] != '=') return s->failed = true, false;
    s->at++;
    s->at += strspn(s->text + s->at, SPACE);
    char quote = s->at < s->size ? s->text[s->at] : '\0';
    const char *end = quote == '"' || quote == '\'' ? memchr(s->text + s->at + 1, quote, s->size - s->at - 1) : NULL;
    if (!end) return s->failed = true, false;
    a->value_start = s->at + 1;
    a->value_end = (size_t)(end - s->text);
    a->value = plain_value(s->arena, s->text + a->value_start, a->value_end - a->value_start);
    a->end = s->at = a->value_end + 1;
    if (*last) (*last)->next = a;
    else node->attributes = a;
    *last = a;
    return true;
}

static const char *local_name(Arena *arena, const char *text, size_t size) {
    const char *colon = memchr(text, ':', size);
    const char *name = colon ? arena_strndup(arena, colon + 1, size - (size_t)(colon + 1 - text)) : arena_strndup(arena, text, size);
    return colon && strcmp(name, "include") == 0 ? "xi:include" : name;
}

static void read_start_tag(Scanner *s) {
    OutlineNode *node = ARENA_NEW(s->arena, OutlineNode);
    node->start = s->at++;
    size_t n = name_size(s);
    node->name = local_name(s->arena, s->text + s->at, n);
    s->at += n;
    OutlineAttribute *last = NULL;
    while (!s->failed && read_attribute(s, node, &last)) {}
    s->at += strspn(s->text + s->at, SPACE);
    bool empty = s->at < s->size && s->text[s->at] == '/';
    s->at += empty;
    if (s->failed || s->at >= s->size || s->text[s->at] != '>') {
        s->failed = true;
        return;
    }
    node->open_end = node->close_start = node->end = ++s->at;
    node->parent = s->open;
    if (!s->open) s->root = node;
    else if (s->open->last) s->open->last->next = node;
    else s->open->first = node;
    if (s->open) s->open->last = node;
    if (!empty) s->open = node;
}

static void read_end_tag(Scanner *s) {
    size_t start = s->at;
    skip_past(s, ">");
    if (!s->open) {
        s->failed = true;
        return;
    }
    s->open->close_start = start;
    s->open->end = s->at;
    s->open = s->open->parent;
}

OutlineNode *outline_read(Arena *arena, const char *text, size_t size) {
    Scanner s = {.arena = arena, .text = text, .size = size};
    while (!s.failed && s.at < s.size) {
        const char *tag = memchr(text + s.at, '<', size - s.at);
        if (!tag) break;
        s.at = (size_t)(tag - text);
        if (starts(&s, "<!--")) skip_past(&s, "-->");
        else if (starts(&s, "<![CDATA[")) skip_past(&s, "]]>");
        else if (starts(&s, "<?")) skip_past(&s, "?>");
        else if (starts(&s, "<!")) skip_doctype(&s);
        else if (starts(&s, "</")) read_end_tag(&s);
        else if (s.root && !s.open) break; /* one root */
        else read_start_tag(&s);
    }
    return s.failed || s.open ? NULL : s.root;
}

const OutlineAttribute *outline_attribute(const OutlineNode *node, const char *name) {
    for (const OutlineAttribute *a = node->attributes; a; a = a->next)
        if (strcmp(a->name, name) == 0) return a;
    return NULL;
}

const char *outline_get(const OutlineNode *node, const char *name) {
    const OutlineAttribute *a = outline_attribute(node, name);
    return a ? a->value : NULL;
}

OutlineNode *outline_child(const OutlineNode *node, const char *name) {
    for (OutlineNode *child = node->first; child; child = child->next)
        if (strcmp(child->name, name) == 0) return child;
    return NULL;
}

void outline_mark(OutlineNode *root, const LanguageElement *parent) {
    root->element = parent ? language_child(parent, root->name)
                    : !strcmp(root->name, language_name(language_root())) ? language_root() : NULL;
    for (OutlineNode *n = outline_walk(root, root); n; n = outline_walk(root, n)) n->element = language_child(n->parent->element, n->name);
}

/* What a column says of its cells; NULL: it is not the column of that name. */
static const LanguageAttribute *cells_of(const OutlineNode *column, const char *name) {
    const LanguageAttribute *key = language_attribute_of_kind(column->element, VALUE_KEY);
    const char *own = key ? outline_get(column, key->name) : NULL;
    for (const OutlineAttribute *a = own && strcmp(own, name) == 0 ? column->attributes : NULL; a; a = a->next) {
        const LanguageAttribute *cells = language_cells(language_attribute(column->element, a->name), a->value);
        if (cells) return cells;
    }
    return NULL;
}

const LanguageAttribute *outline_described(const OutlineNode *node, const OutlineAttribute *attribute) {
    const LanguageAttribute *found = language_attribute(node->element, attribute->name);
    const OutlineNode *holder = node->parent;
    for (int i = 0; found && !found->name && holder && i < 2; i++, holder = holder->parent)
        for (const OutlineNode *n = holder->first; n; n = n->next) {
            const LanguageAttribute *cells = n->element && language_role(n->element) == LANGUAGE_ROLE_COLUMN ? cells_of(n, attribute->name) : NULL;
            if (cells) return cells;
        }
    return found;
}

const char *outline_included(const OutlineNode *node) {
    if (strcmp(node->name, "xi:include") != 0) return NULL;
    const char *parse = outline_get(node, "parse");
    return parse && strcmp(parse, "xml") != 0 ? NULL : outline_get(node, "href");
}

OutlineNode *outline_walk(const OutlineNode *root, const OutlineNode *node) {
    if (node->first) return node->first;
    while (node != root && !node->next) node = node->parent;
    return node == root ? NULL : node->next;
}

char *xml_file_text(Arena *arena, const InputFile *file, size_t *size) {
    char *text = source_plain_text(arena, file->bytes, file->size, size);
    if (!text || strncmp(text, "<?xml", 5) != 0) return text;
    char *end = strstr(text, "?>"), *at = strstr(text, "encoding");
    if (!end || !at || at > end) return text;
    at += strcspn(at, "\"'");
    size_t n = strcspn(at + 1, "\"'");
    char *fresh = arena_printf(arena, "%.*sUTF-8%s", (int)(at + 1 - text), text, at + 1 + n);
    *size = *size - n + strlen("UTF-8");
    return fresh;
}

/* ---- changes ---- */

void changes_add(Changes *changes, size_t start, size_t end, const char *text) {
    if (changes->count == changes->capacity) {
        int capacity = changes->capacity ? changes->capacity * 2 : 64;
        Change *list = ARENA_ARRAY(changes->arena, (size_t)capacity, Change);
        if (changes->count) memcpy(list, changes->list, (size_t)changes->count * sizeof *list);
        changes->list = list;
        changes->capacity = capacity;
    }
    changes->list[changes->count] = (Change){start, end, text, changes->count};
    changes->count++;
}

/* In order of place; of those that begin at one place the widest first: it hides what lies within it. */
static int by_place(const void *a, const void *b) {
    const Change *x = a, *y = b;
    if (x->start != y->start) return x->start < y->start ? -1 : 1;
    if (x->end != y->end && x->start != x->end && y->start != y->end) return x->end > y->end ? -1 : 1;
    return x->order - y->order;
}

char *changes_apply(Changes *changes, const char *text, size_t from, size_t to, size_t *out_size) {
    Buffer out = {0};
    buffer_append(&out, "", 0);
    if (changes->count) qsort(changes->list, (size_t)changes->count, sizeof *changes->list, by_place);
    size_t at = from;
    for (int i = 0; i < changes->count; i++) {
        const Change *c = &changes->list[i];
        if (c->start < at || c->end > to) continue;
        buffer_append(&out, text + at, c->start - at);
        buffer_puts(&out, c->text);
        at = c->end;
    }
    buffer_append(&out, text + at, to - at);
    char *result = arena_strndup(changes->arena, out.data, out.size);
    *out_size = out.size;
    buffer_free(&out);
    return result;
}
