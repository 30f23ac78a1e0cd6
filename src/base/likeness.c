#include "base/likeness.h"

#include <stdlib.h>
#include <string.h>

enum { LONGEST = 64, SLIP = 256 };

int word_distance(const char *a, const char *b, int limit) {
    int n = (int)strlen(a), m = (int)strlen(b);
    if (n > LONGEST || m > LONGEST || abs(n - m) > limit) return limit + 1;
    int row[3][LONGEST + 1];
    for (int j = 0; j <= m; j++) row[0][j] = j;
    for (int i = 1; i <= n; i++) {
        int *now = row[i % 3], *last = row[(i + 2) % 3], *before = row[(i + 1) % 3];
        now[0] = i;
        for (int j = 1; j <= m; j++) {
            int best = last[j - 1] + (a[i - 1] != b[j - 1]);
            if (last[j] + 1 < best) best = last[j] + 1;
            if (now[j - 1] + 1 < best) best = now[j - 1] + 1;
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] && before[j - 2] + 1 < best) best = before[j - 2] + 1;
            now[j] = best;
        }
    }
    int distance = row[n % 3][m];
    return distance > limit ? limit + 1 : distance;
}

/* A third of the letters may be wrong, at most four. */
Likeness likeness_to(const char *word) {
    int limit = ((int)strlen(word) + 2) / 3;
    return (Likeness){.word = word, .least = (limit > 4 ? 4 : limit) * SLIP + SLIP};
}

void likeness_try(Likeness *l, const char *candidate) {
    size_t n = strlen(l->word), m = strlen(candidate);
    if (!strcmp(candidate, l->word)) return;
    int limit = l->least / SLIP;
    int slips = n >= 3 && m > n && !strncmp(candidate, l->word, n) ? 1 : word_distance(l->word, candidate, limit);
    int apart = slips * SLIP + (m <= n ? 0 : m - n < SLIP ? (int)(m - n) : SLIP - 1); /* of two that are as like, the one that adds less */
    if (slips > limit || (slips > 1 && (size_t)slips * 2 > m) || apart >= l->least) return;
    l->least = apart;
    l->best = candidate;
}
