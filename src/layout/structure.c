/* Structure elements and headings: made once for a node, found again in later passes. */
#include <stdint.h>
#include <string.h>

#include "layout/engine.h"

typedef struct MemoEntry {
    const void *key;
    int ordinal;
    void *value;
} MemoEntry;

struct Memo {
    Arena *arena;
    MemoEntry *entries;
    size_t count, capacity; /* capacity is a power of two */
};

Memo *memo_new(Arena *arena) {
    Memo *memo = ARENA_NEW(arena, Memo);
    memo->arena = arena;
    memo->capacity = 1024;
    memo->entries = ARENA_ARRAY(arena, memo->capacity, MemoEntry);
    return memo;
}

static size_t memo_slot(const Memo *memo, const void *key, int ordinal) {
    uint64_t h = ((uint64_t)(uintptr_t)key >> 4) * 0x9E3779B97F4A7C15u + (uint64_t)(unsigned)ordinal * 0xC2B2AE3D27D4EB4Fu;
    size_t i = (size_t)(h >> 20) & (memo->capacity - 1);
    while (memo->entries[i].key && (memo->entries[i].key != key || memo->entries[i].ordinal != ordinal))
        i = (i + 1) & (memo->capacity - 1);
    return i;
}

void *memo_get(const Memo *memo, const void *key, int ordinal) { return memo->entries[memo_slot(memo, key, ordinal)].value; }

void memo_put(Engine *engine, const void *key, int ordinal, void *value) {
    Memo *memo = engine->memo;
    if (memo->count * 2 >= memo->capacity) {
        Memo bigger = {memo->arena, ARENA_ARRAY(memo->arena, memo->capacity * 2, MemoEntry), memo->count, memo->capacity * 2};
        for (size_t i = 0; i < memo->capacity; i++)
            if (memo->entries[i].key) bigger.entries[memo_slot(&bigger, memo->entries[i].key, memo->entries[i].ordinal)] = memo->entries[i];
        *memo = bigger;
    }
    size_t i = memo_slot(memo, key, ordinal);
    if (!memo->entries[i].key) memo->count++;
    memo->entries[i] = (MemoEntry){key, ordinal, value};
}

Element *structure_element(Flow *flow, const void *key, int ordinal, Role role, Element *parent, bool inline_level) {
    Engine *engine = flow->engine;
    int kind = 100 + ordinal * ROLE_COUNT + (int)role;
    Element *element = memo_get(engine->memo, key, kind);
    if (element) return element;
    element = element_new(engine->arena, role, parent, inline_level);
    memo_put(engine, key, kind, element);
    return element;
}

static void collect_title(Buffer *out, const Node *node) {
    for (const Node *n = node->first; n; n = n->next) {
        if (n->kind == NODE_TEXT) buffer_puts(out, n->text);
        else if (n->tag == TAG_BR || n->tag == TAG_TAB) buffer_putc(out, ' ');
        else if (n->tag != TAG_FOOTNOTE && n->tag != TAG_ANCHOR) collect_title(out, n);
    }
}

const char *structure_title(Engine *engine, const Node *node) {
    Buffer raw = {0};
    collect_title(&raw, node);
    char *folded = arena_strndup(engine->arena, raw.data ? raw.data : "", raw.size), *to = folded;
    bool gap = false;
    for (const char *from = folded; *from; from++) {
        if (strchr(" \t\r\n", *from)) { gap = to > folded; continue; }
        if (!strncmp(from, "\u00AD", 2)) { from++; continue; }
        if (gap) *to++ = ' ';
        gap = false;
        *to++ = *from;
    }
    *to = 0;
    buffer_free(&raw);
    return folded;
}

/* All headings in order, with ids of their own where the document gives none, and levels without gaps. */
void structure_headings(Engine *engine) {
    const Node *root = engine->document->root;
    int count = 0, depth = 0;
    for (const Node *n = root; n; n = node_walk(root, n, NULL)) count += n->tag == TAG_HEADING;
    engine->headings = ARENA_ARRAY(engine->arena, (size_t)count + 1, HeadingInfo *);
    for (const Node *n = root; n; n = node_walk(root, n, NULL)) {
        if (n->tag != TAG_HEADING) continue;
        HeadingInfo *info = ARENA_NEW(engine->arena, HeadingInfo);
        info->node = n;
        const HeadingBlock *heading = heading_block(n);
        info->level = heading->level;
        depth = info->depth = info->level > depth + 1 ? depth + 1 : info->level;
        info->id = common_of(n)->id;
        if (!info->id) info->id = arena_printf(engine->arena, "kop-%d", engine->heading_count + 1);
        info->number = heading->number ? heading->number : "";
        info->prefix = heading->toc_prefix;
        info->title = structure_title(engine, n);
        engine->headings[engine->heading_count++] = info;
        memo_put(engine, n, 1, info);
    }
}

const HeadingInfo *structure_heading(const Engine *engine, const Node *node) { return memo_get(engine->memo, node, 1); }

void structure_bookmarks(Engine *engine) {
    Pages *pages = engine->pages;
    pages->bookmarks = ARENA_ARRAY(engine->arena, (size_t)engine->heading_count + 1, Bookmark);
    int level = 0;
    for (int i = 0; i < engine->heading_count; i++) {
        const HeadingInfo *h = engine->headings[i];
        if (heading_block(h->node)->outline == NO || !*h->title || !map_get(engine->anchors, h->id)) continue;
        const char *lead = h->prefix ? h->prefix : h->number;
        const char *title = *lead ? arena_printf(engine->arena, "%s%s %s", lead, h->prefix ? ":" : "", h->title) : h->title;
        level = h->level > level + 1 ? level + 1 : h->level;
        pages->bookmarks[pages->bookmark_count++] = (Bookmark){title, level, h->id, level == 1};
    }
}
