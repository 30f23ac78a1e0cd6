/* Hirschberg's method: the longest common subsequence in time n x m and room n + m. */
#include "changes/sequence.h"

#include <string.h>

typedef struct Match {
    const int *a, *b;
    int *match;
    int *forward, *backward; /* one row of lengths each */
} Match;

/* lengths[j]: longest common subsequence of a[a0..a1) and the first j of b[b0..b1). */
static void lengths_forward(const Match *m, int a0, int a1, int b0, int b1, int *lengths) {
    memset(lengths, 0, (size_t)(b1 - b0 + 1) * sizeof *lengths);
    for (int i = a0; i < a1; i++) {
        int diagonal = 0;
        for (int j = 1; j <= b1 - b0; j++) {
            int above = lengths[j];
            if (m->a[i] == m->b[b0 + j - 1]) lengths[j] = diagonal + 1;
            else if (lengths[j - 1] > above) lengths[j] = lengths[j - 1];
            diagonal = above;
        }
    }
}

/* lengths[j]: the same of a[a0..a1) and b[b0+j..b1). */
static void lengths_backward(const Match *m, int a0, int a1, int b0, int b1, int *lengths) {
    int count = b1 - b0;
    memset(lengths, 0, (size_t)(count + 1) * sizeof *lengths);
    for (int i = a1 - 1; i >= a0; i--) {
        int diagonal = 0;
        for (int j = count - 1; j >= 0; j--) {
            int below = lengths[j];
            if (m->a[i] == m->b[b0 + j]) lengths[j] = diagonal + 1;
            else if (lengths[j + 1] > below) lengths[j] = lengths[j + 1];
            diagonal = below;
        }
    }
}

static void solve(const Match *m, int a0, int a1, int b0, int b1) {
    while (a0 < a1 && b0 < b1 && m->a[a0] == m->b[b0]) m->match[a0++] = b0++;
    while (a0 < a1 && b0 < b1 && m->a[a1 - 1] == m->b[b1 - 1]) m->match[--a1] = --b1;
    if (a0 == a1 || b0 == b1) return;
    if (a1 - a0 == 1) {
        for (int j = b0; j < b1; j++)
            if (m->b[j] == m->a[a0]) {
                m->match[a0] = j;
                return;
            }
        return;
    }
    int middle = a0 + (a1 - a0) / 2, best = 0;
    lengths_forward(m, a0, middle, b0, b1, m->forward);
    lengths_backward(m, middle, a1, b0, b1, m->backward);
    for (int j = 1; j <= b1 - b0; j++)
        if (m->forward[j] + m->backward[j] > m->forward[best] + m->backward[best]) best = j;
    solve(m, a0, middle, b0, b0 + best);
    solve(m, middle, a1, b0 + best, b1);
}

void sequence_match(Arena *arena, const int *a, int a_count, const int *b, int b_count, int *match) {
    int start = 0, a_end = a_count, b_end = b_count;
    for (int i = 0; i < a_count; i++) match[i] = -1;
    while (start < a_end && start < b_end && a[start] == b[start]) match[start] = start, start++;
    while (a_end > start && b_end > start && a[a_end - 1] == b[b_end - 1]) match[--a_end] = --b_end;
    if ((long long)(a_end - start) * (b_end - start) > SEQUENCE_MOST) return;
    Match m = {a, b, match, ARENA_ARRAY(arena, (size_t)b_count + 1, int), ARENA_ARRAY(arena, (size_t)b_count + 1, int)};
    solve(&m, start, a_end, start, b_end);
}

void sequence_keep(Arena *arena, const int *row, int count, char *keep) {
    int *length = ARENA_ARRAY(arena, (size_t)count + 1, int), *before = ARENA_ARRAY(arena, (size_t)count + 1, int), last = -1;
    for (int i = 0; i < count; i++) {
        length[i] = 1;
        before[i] = -1;
        for (int j = 0; j < i; j++)
            if (row[j] < row[i] && length[j] + 1 > length[i]) {
                length[i] = length[j] + 1;
                before[i] = j;
            }
        if (last < 0 || length[i] > length[last]) last = i;
        keep[i] = 0;
    }
    for (int i = last; i >= 0; i = before[i]) keep[i] = 1;
}
