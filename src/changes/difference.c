#include "changes/difference.h"

#include <string.h>

#include "base/map.h"
#include "changes/sequence.h"

enum { AROUND = 3 };

typedef struct Lines {
    const char **at; /* with the end of line in it */
    size_t *size;
    int *number;     /* lines that are alike have the same */
    int count;
} Lines;

typedef struct Hunk {
    int a, a_end, b, b_end; /* lines [a, a_end) become [b, b_end) */
} Hunk;

static Lines split(Arena *arena, Map *numbers, const char *text, size_t size) {
    size_t most = 1;
    for (size_t i = 0; i < size; i++) most += text[i] == '\n';
    Lines l = {ARENA_ARRAY(arena, most, const char *), ARENA_ARRAY(arena, most, size_t), ARENA_ARRAY(arena, most, int), 0};
    for (size_t at = 0; at < size;) {
        const char *end = memchr(text + at, '\n', size - at);
        size_t n = end ? (size_t)(end - text) + 1 - at : size - at;
        const char *line = arena_strndup(arena, text + at, n);
        int *number = map_get(numbers, line);
        if (!number) {
            number = ARENA_NEW(arena, int);
            *number = (int)map_count(numbers);
            map_put(numbers, line, number);
        }
        l.at[l.count] = line;
        l.size[l.count] = n;
        l.number[l.count++] = *number;
        at += n;
    }
    return l;
}

static void put_line(Buffer *out, char sign, const Lines *l, int i) {
    buffer_append(out, &sign, 1);
    buffer_append(out, l->at[i], l->size[i]);
    if (l->at[i][l->size[i] - 1] != '\n') buffer_puts(out, "\n\\ No newline at end of file\n");
}

/* The next lines that differ, at or after *a and *b; false: none. */
static bool next_change(const int *match, const Lines *x, const Lines *y, int a, int b, Hunk *out) {
    while (a < x->count && b < y->count && match[a] == b) a++, b++;
    if (a == x->count && b == y->count) return false;
    *out = (Hunk){a, a, b, b};
    while (out->a_end < x->count && match[out->a_end] < 0) out->a_end++;
    out->b_end = out->a_end < x->count ? match[out->a_end] : y->count;
    return true;
}

static int range_start(int from, int count) { return count ? from + 1 : from; }

/* Changes so near each other that the lines around them touch are one block. */
static void put_block(Arena *arena, const Lines *x, const Lines *y, const Hunk *hunks, int count, Buffer *out) {
    int a = hunks[0].a > AROUND ? hunks[0].a - AROUND : 0, b = hunks[0].b - (hunks[0].a - a);
    const Hunk *last = &hunks[count - 1];
    int after = x->count - last->a_end > AROUND ? AROUND : x->count - last->a_end, a_end = last->a_end + after, b_end = last->b_end + after;
    buffer_puts(out, arena_printf(arena, "@@ -%d,%d +%d,%d @@\n", range_start(a, a_end - a), a_end - a, range_start(b, b_end - b), b_end - b));
    for (int h = 0; h < count; h++) {
        for (; a < hunks[h].a; a++) put_line(out, ' ', x, a);
        for (; a < hunks[h].a_end; a++) put_line(out, '-', x, a);
        for (int i = hunks[h].b; i < hunks[h].b_end; i++) put_line(out, '+', y, i);
    }
    for (; a < a_end; a++) put_line(out, ' ', x, a);
}

void difference_unified(Arena *arena, const char *name, const char *before, size_t before_size, const char *after, size_t after_size, Buffer *out) {
    Map *numbers = map_new(arena);
    Lines x = split(arena, numbers, before, before_size), y = split(arena, numbers, after, after_size);
    int *match = ARENA_ARRAY(arena, (size_t)x.count + 1, int), count = 0;
    sequence_match(arena, x.number, x.count, y.number, y.count, match);
    Hunk *hunks = ARENA_ARRAY(arena, (size_t)(x.count + y.count) + 1, Hunk), hunk = {0};
    while (next_change(match, &x, &y, hunk.a_end, hunk.b_end, &hunk)) hunks[count++] = hunk;
    if (!count) return;
    buffer_puts(out, arena_printf(arena, "--- %s\n+++ %s\n", name, name));
    for (int from = 0, to; from < count; from = to) {
        for (to = from + 1; to < count && hunks[to].a - hunks[to - 1].a_end <= 2 * AROUND;) to++;
        put_block(arena, &x, &y, hunks + from, to - from, out);
    }
}
