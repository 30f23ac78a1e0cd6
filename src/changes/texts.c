/* The running text of two versions: sections by key, passages by longest common subsequence, wordings word by word. */
#include <ctype.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "changes/passage.h"
#include "changes/sequence.h"
#include "changes/words.h"
#include "language/language.h"

enum { ALIKE = 45,       /* hundredths of shared words from which two passages are one, rewritten */
       MOVED = 24,       /* bytes from which the same passage elsewhere counts as moved */
       AROUND = 7,       /* unchanged words that are shown beside a change */
       PAIRS_MOST = 900 };

typedef enum Fate { FATE_NONE, FATE_SAME, FATE_CHANGED, FATE_MOVED } Fate;

typedef struct Half {    /* the passages of one version of one section, and what became of each */
    Section *section;
    Fate *fates;
    int *partners;       /* of the new one: the old passage that was CHANGED into this */
} Half;

typedef struct Pair {    /* a section in both versions; a half without section: it is only in the other */
    Half old, now;
    bool moved;
} Pair;

typedef struct Texts {
    Arena *arena;
    const Version *old, *now;
    Pair *pairs;
    int count;
    bool words;
    Map *places;
} Texts;

static Half half_of(Arena *arena, Section *section) {
    size_t n = section ? (size_t)section->count : 0;
    return (Half){section, ARENA_ARRAY(arena, n + 1, Fate), ARENA_ARRAY(arena, n + 1, int)};
}

static int *numbers_of(Texts *t, Map *ids, const Half *half) {
    int *row = ARENA_ARRAY(t->arena, (size_t)half->section->count + 1, int);
    for (int i = 0; i < half->section->count; i++) {
        const char *text = half->section->passages[i].text;
        if (!map_get(ids, text)) map_put(ids, text, (void *)(intptr_t)(map_count(ids) + 1));
        row[i] = (int)(intptr_t)map_get(ids, text);
    }
    return row;
}

/* Between two passages that stayed: each new one that resembles one that is gone is that one, rewritten. */
static void pair_gap(Texts *t, Pair *p, int a0, int a1, int b0, int b1) {
    if ((int64_t)(a1 - a0) * (b1 - b0) > PAIRS_MOST) return;
    for (int j = b0, low = a0; j < b1; j++) {
        int best = -1, most = ALIKE - 1;
        for (int i = low; i < a1; i++) {
            if (strcmp(p->old.section->passages[i].node->name, p->now.section->passages[j].node->name)) continue;
            int alike = words_alike(t->arena, p->old.section->passages[i].text, p->now.section->passages[j].text);
            if (alike > most) most = alike, best = i;
        }
        if (best < 0) continue;
        p->old.fates[best] = p->now.fates[j] = FATE_CHANGED;
        p->now.partners[j] = best;
        low = best + 1;
    }
}

static void match_passages(Texts *t, Pair *p) {
    Map *ids = map_new(t->arena);
    int n = p->old.section->count, m = p->now.section->count, a = 0, b = 0;
    int *match = ARENA_ARRAY(t->arena, (size_t)n + 1, int);
    sequence_match(t->arena, numbers_of(t, ids, &p->old), n, numbers_of(t, ids, &p->now), m, match);
    for (int i = 0; i <= n; i++) {
        int to = i == n ? m : match[i];
        if (to < 0) continue;
        pair_gap(t, p, a, i, b, to);
        if (i < n) p->old.fates[i] = p->now.fates[to] = FATE_SAME;
        a = i + 1;
        b = to + 1;
    }
}

/* The same words that went in one place and came in another were moved. */
static void find_moved_passages(Texts *t) {
    Map *gone = map_new(t->arena);
    for (int i = 0; i < t->count; i++)
        for (int k = 0; t->pairs[i].old.section && k < t->pairs[i].old.section->count; k++)
            if (t->pairs[i].old.fates[k] == FATE_NONE && strlen(t->pairs[i].old.section->passages[k].text) >= MOVED)
                map_put(gone, t->pairs[i].old.section->passages[k].text, &t->pairs[i].old.fates[k]);
    for (int i = 0; i < t->count; i++)
        for (int k = 0; t->pairs[i].now.section && k < t->pairs[i].now.section->count; k++) {
            Fate *from = t->pairs[i].now.fates[k] == FATE_NONE ? map_get(gone, t->pairs[i].now.section->passages[k].text) : NULL;
            if (from && *from == FATE_NONE) *from = t->pairs[i].now.fates[k] = FATE_MOVED;
        }
}

/* Of the sections that stayed within one parent, those that had to pass another are moved. */
static void find_moved_sections(Texts *t) {
    int *row = ARENA_ARRAY(t->arena, (size_t)t->count + 1, int), *which = ARENA_ARRAY(t->arena, (size_t)t->count + 1, int);
    char *keep = ARENA_ARRAY(t->arena, (size_t)t->count + 1, char);
    bool *seen = ARENA_ARRAY(t->arena, (size_t)t->count + 1, bool);
    for (int i = 0; i < t->count; i++) {
        Pair *first = &t->pairs[i];
        if (seen[i] || !first->now.section || !first->old.section) continue;
        if (strcmp(first->now.section->parent, first->old.section->parent)) {
            first->moved = true;
            continue;
        }
        int n = 0;
        for (int k = i; k < t->count; k++) {
            Pair *p = &t->pairs[k];
            if (!p->now.section || !p->old.section || strcmp(p->now.section->parent, first->now.section->parent) ||
                strcmp(p->old.section->parent, first->now.section->parent)) continue;
            seen[k] = true;
            row[n] = p->old.section->order;
            which[n++] = k;
        }
        sequence_keep(t->arena, row, n, keep);
        for (int k = 0; k < n; k++) if (!keep[k]) t->pairs[which[k]].moved = true;
    }
}

/* Its own title; a part without one goes by its name: "Voorwoord". */
static const char *title_of(Arena *arena, const Section *s) {
    const char *title = changes_called(s->node), *name = s->node->name;
    return title ? title : arena_printf(arena, "%c%s", toupper((unsigned char)*name), name + 1);
}

static const char *parent_title(const Section *s) {
    return s->node->parent && s->node->parent->parent ? changes_called(s->node->parent) : NULL;
}

static Node *start_section(Texts *t, Pair *p, const char *kind) {
    const Section *s = p->now.section ? p->now.section : p->old.section;
    Node *out = node_element(t->arena, "tekst", s->node->place);
    node_set(t->arena, out, "soort", kind, s->node->place);
    node_set(t->arena, out, "wat", s->node->name, s->node->place);
    const Attribute *key = language_key(s->node, NULL);
    if (key) node_set(t->arena, out, "sleutel", key->value, s->node->place);
    node_set(t->arena, out, "titel", title_of(t->arena, s), s->node->place);
    const char *in = parent_title(s), *was = p->moved ? parent_title(p->old.section) : NULL;
    node_set(t->arena, out, "blokken", arena_printf(t->arena, "%d", s->count), s->node->place);
    if (in) node_set(t->arena, out, "in", in, s->node->place);
    if (was && (!in || strcmp(was, in))) node_set(t->arena, out, "in-oud", was, s->node->place);
    return out;
}

static void put_runs(Texts *t, Node *block, const char *old, const char *now) {
    static const char *const NAMES[] = {[RUN_SAME] = "gelijk", [RUN_GONE] = "weg", [RUN_NEW] = "bij"};
    int count = 0;
    Run *runs = words_compare(t->arena, old, now, &count);
    runs = words_shorten(t->arena, runs, count, AROUND);
    for (int i = 0; i < count; i++) {
        Node *run = node_element(t->arena, NAMES[runs[i].kind], block->place);
        node_append(run, node_text(t->arena, runs[i].text, block->place));
        node_append(block, run);
    }
}

static void put_passage(Texts *t, Node *out, const Passage *passage, const char *kind, const char *old, const char *now) {
    Node *block = node_element(t->arena, "blok", passage->node->place);
    node_set(t->arena, block, "soort", kind, block->place);
    node_set(t->arena, block, "wat", passage->node->name, block->place);
    if (t->words) put_runs(t, block, old, now);
    node_append(out, block);
}

static void mark(Texts *t, Place at) {
    if (at.file) map_put(t->places, arena_printf(t->arena, "%s:%d:%d", at.file, at.line, at.column), t);
}

/* The passages in the order of the new text, those that are gone where they stood in the old. */
static void put_passages(Texts *t, Pair *p, Node *out) {
    int i = 0, n = p->old.section ? p->old.section->count : 0, m = p->now.section ? p->now.section->count : 0;
    for (int j = 0; j <= m; j++) {
        int stays = j == m ? n : p->now.fates[j] == FATE_CHANGED ? p->now.partners[j] : i;
        if (j < m && p->now.fates[j] == FATE_SAME)
            for (stays = i; stays < n && p->old.fates[stays] != FATE_SAME; stays++) {}
        for (; i < stays; i++) {
            const Passage *gone = &p->old.section->passages[i];
            if (p->old.fates[i] == FATE_NONE) put_passage(t, out, gone, "vervallen", gone->text, "");
        }
        if (j == m) break;
        const Passage *is = &p->now.section->passages[j];
        if (p->now.fates[j] == FATE_CHANGED) put_passage(t, out, is, "gewijzigd", p->old.section->passages[p->now.partners[j]].text, is->text);
        if (p->now.fates[j] == FATE_MOVED) put_passage(t, out, is, "verplaatst", is->text, is->text);
        if (p->now.fates[j] == FATE_NONE) put_passage(t, out, is, "nieuw", "", is->text);
        if (p->now.fates[j] != FATE_SAME) mark(t, is->node->place);
        if ((p->now.fates[j] == FATE_SAME || p->now.fates[j] == FATE_CHANGED) && i < n) i++;
    }
}

static void put_section(Texts *t, Pair *p, Node *out) {
    const char *kind = !p->old.section ? "nieuw" : !p->now.section ? "vervallen" : p->moved ? "verplaatst" : "gewijzigd";
    Node *section = start_section(t, p, kind);
    if (p->old.section && p->now.section) changes_attributes(t->arena, p->old.section->node, p->now.section->node, section);
    put_passages(t, p, section);
    if (p->moved || section->first || !p->old.section || !p->now.section) node_append(out, section);
}

void changes_texts(Arena *arena, const Version *old, const Version *now, bool words, Node *out, Map *places) {
    Texts t = {.arena = arena, .old = old, .now = now, .words = words, .places = places};
    Sections before = sections_of(arena, old), after = sections_of(arena, now);
    t.pairs = ARENA_ARRAY(arena, (size_t)(before.count + after.count) + 1, Pair);
    for (int i = 0; i < after.count; i++)
        t.pairs[t.count++] = (Pair){.old = half_of(arena, map_get(before.by_key, after.items[i].key)), .now = half_of(arena, &after.items[i])};
    for (int i = 0; i < before.count; i++)
        if (!map_get(after.by_key, before.items[i].key)) t.pairs[t.count++] = (Pair){.old = half_of(arena, &before.items[i]), .now = half_of(arena, NULL)};
    for (int i = 0; i < t.count; i++)
        if (t.pairs[i].old.section && t.pairs[i].now.section) match_passages(&t, &t.pairs[i]);
    find_moved_passages(&t);
    find_moved_sections(&t);
    for (int i = 0; i < t.count; i++) put_section(&t, &t.pairs[i], out);
}
