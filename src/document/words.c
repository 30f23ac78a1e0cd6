#include "document/words.h"

#include <string.h>

static int index_of(const char *words, const char *value, size_t n) {
    int i = 0;
    for (const char *w = words; *w; i++) {
        size_t length = strcspn(w, " ");
        if (length == n && !memcmp(w, value, n)) return i;
        w += length + strspn(w + length, " ");
    }
    return -1;
}

int word_of(const char *words, const char *value) {
    return index_of(words, value, strlen(value));
}

bool word_bits(const char *words, const char *value, unsigned *out) {
    unsigned bits = 0;
    for (const char *p = value; *p;) {
        size_t n = strcspn(p, " ");
        int i = index_of(words, p, n);
        if (i < 0) return false;
        bits |= 1u << i;
        p += n + strspn(p + n, " ");
    }
    *out = bits;
    return bits != 0;
}
