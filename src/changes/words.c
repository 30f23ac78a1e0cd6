/* Splits wordings into words and signs, matches them, and gathers what stayed, went and came into runs. */
#include "changes/words.h"

#include <ctype.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/map.h"
#include "changes/sequence.h"

typedef struct Word {
    const char *text; /* a word, or one sign */
    int id;           /* the same text has the same number */
    int letters;      /* bytes; 0: a sign */
    bool space;       /* white space follows */
} Word;

typedef struct Words {
    Word *items;
    int count;
} Words;

static bool is_letter(const char *p) { return (unsigned char)*p >= 0x80 || isalnum((unsigned char)*p); }

/* A word keeps the points, commas and hyphens within it: "13.035", "samen-opleiden", "zo’n". */
static size_t word_size(const char *p) {
    size_t n = 0;
    if (!is_letter(p)) return 1;
    while (is_letter(p + n) || ((p[n] == '.' || p[n] == ',' || p[n] == '-') && is_letter(p + n + 1))) n++;
    return n;
}

static int number_of(Map *ids, const char *text) {
    void *found = map_get(ids, text);
    if (found) return (int)(intptr_t)found;
    int id = (int)map_count(ids) + 1;
    map_put(ids, text, (void *)(intptr_t)id);
    return id;
}

static Words split(Arena *arena, Map *ids, const char *text) {
    Words words = {ARENA_ARRAY(arena, strlen(text) + 1, Word), 0};
    for (const char *p = text; *p;) {
        if (isspace((unsigned char)*p)) {
            if (words.count) words.items[words.count - 1].space = true;
            p++;
            continue;
        }
        size_t size = word_size(p);
        const char *copy = arena_strndup(arena, p, size);
        words.items[words.count++] = (Word){copy, number_of(ids, copy), is_letter(p) ? (int)size : 0, false};
        p += size;
    }
    return words;
}

static int *ids_of(Arena *arena, const Words *words) {
    int *ids = ARENA_ARRAY(arena, (size_t)words->count + 1, int);
    for (int i = 0; i < words->count; i++) ids[i] = words->items[i].id;
    return ids;
}

/* Unties matches that hang alone between two changes: one short word, or one sign, says nothing. */
static void untie_islands(const Words *old, const Words *now, int *match) {
    for (int i = 0; i < old->count; i++) {
        int to = match[i];
        if (to < 0 || old->items[i].letters > 3) continue;
        bool left = (i || to) && !(i && to && match[i - 1] == to - 1);
        bool right = (i + 1 < old->count || to + 1 < now->count) && !(i + 1 < old->count && match[i + 1] == to + 1);
        if (left && right) match[i] = -1;
    }
}

typedef struct Gatherer {
    Arena *arena;
    Run *runs;
    int count;
    Buffer text;
    RunKind kind;
} Gatherer;

static void flush(Gatherer *g) {
    if (g->text.size) g->runs[g->count++] = (Run){g->kind, arena_strndup(g->arena, g->text.data, g->text.size)};
    g->text.size = 0;
}

static void gather(Gatherer *g, RunKind kind, const Word *word) {
    if (kind != g->kind) flush(g);
    g->kind = kind;
    buffer_puts(&g->text, word->text);
    if (word->space) buffer_putc(&g->text, ' ');
}

Run *words_compare(Arena *arena, const char *old_text, const char *now_text, int *count) {
    Map *ids = map_new(arena);
    Words old = split(arena, ids, old_text), now = split(arena, ids, now_text);
    int *match = ARENA_ARRAY(arena, (size_t)old.count + 1, int);
    sequence_match(arena, ids_of(arena, &old), old.count, ids_of(arena, &now), now.count, match);
    untie_islands(&old, &now, match);
    Gatherer g = {.arena = arena, .runs = ARENA_ARRAY(arena, (size_t)(old.count + now.count) + 1, Run)};
    int j = 0;
    for (int i = 0; i <= old.count; i++) {
        int to = i == old.count ? now.count : match[i];
        if (to < 0) {
            gather(&g, RUN_GONE, &old.items[i]);
            continue;
        }
        while (j < to) gather(&g, RUN_NEW, &now.items[j++]);
        if (i < old.count) gather(&g, RUN_SAME, &now.items[j++]);
    }
    flush(&g);
    buffer_free(&g.text);
    *count = g.count;
    return g.runs;
}

/* The byte where the n-th word from the start begins, or that after the n-th from the end; -1: it has no more than n. */
static int after_words(const char *text, int n) {
    int i = 0;
    while (text[i] && n) if (text[i++] == ' ') n--;
    return n ? -1 : i;
}
static int before_words(const char *text, int n) {
    int i = (int)strlen(text);
    if (i && text[i - 1] == ' ') i--;
    while (i && n) if (text[--i] == ' ') n--;
    return n ? -1 : i + 1;
}

Run *words_shorten(Arena *arena, const Run *runs, int count, int around) {
    Run *out = ARENA_ARRAY(arena, (size_t)count + 1, Run);
    if (count == 1 && runs[0].kind == RUN_SAME) { /* nothing changed: its beginning says which it is */
        int end = after_words(runs[0].text, 2 * around);
        out[0] = runs[0];
        if (end > 0 && runs[0].text[end]) out[0].text = arena_printf(arena, "%.*s…", end, runs[0].text);
        return out;
    }
    for (int i = 0; i < count; i++) {
        out[i] = runs[i];
        if (runs[i].kind != RUN_SAME) continue;
        const char *text = runs[i].text;
        int head = i ? after_words(text, around) : 0, tail = i + 1 < count ? before_words(text, around) : (int)strlen(text);
        if (head < 0 || tail < 0 || tail - head < 24) continue;
        out[i].text = arena_printf(arena, "%.*s… %s", head, text, text + tail);
    }
    return out;
}

static int compare_ints(const void *a, const void *b) {
    int x = *(const int *)a, y = *(const int *)b;
    return (x > y) - (x < y);
}

int words_alike(Arena *arena, const char *old_text, const char *now_text) {
    Map *ids = map_new(arena);
    Words old = split(arena, ids, old_text), now = split(arena, ids, now_text);
    if (!old.count && !now.count) return 100;
    int *a = ids_of(arena, &old), *b = ids_of(arena, &now), i = 0, j = 0, shared = 0;
    qsort(a, (size_t)old.count, sizeof *a, compare_ints);
    qsort(b, (size_t)now.count, sizeof *b, compare_ints);
    while (i < old.count && j < now.count) {
        if (a[i] == b[j]) shared++, i++, j++;
        else if (a[i] < b[j]) i++;
        else j++;
    }
    return (int)(200LL * shared / (old.count + now.count));
}
