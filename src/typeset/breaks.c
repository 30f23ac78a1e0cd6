/* Where a chunk of text (without spaces) may break: Unicode rules, hyphens, web addresses, hyphenation. */
#include <stdlib.h>
#include <string.h>

#include <linebreak.h>

#include "base/text.h"
#include "typeset/word.h"
#include "typeset/wordlist.h"

enum { /* penalties, in the sense of Knuth and Plass */
    PENALTY_HYPHENATE = 70, PENALTY_PARTS = 50, PENALTY_PART = 60, PENALTY_SHORT = 80, PENALTY_NAME = 120, PENALTY_COMPOUND = 100,
    PENALTY_AFTER_HYPHEN = 30, PENALTY_SLASH = 150, PENALTY_URL = 60, PENALTY_URL_MIDDLE = 1500
};

typedef struct Scan { /* the chunk as characters, with the byte offset of each */
    const char *text;
    size_t size;
    uint32_t *c;
    uint32_t *offset; /* count + 1 */
    int count;
} Scan;

static bool begins(const char *text, size_t size, const char *prefix) {
    size_t n = strlen(prefix);
    return size >= n && !memcmp(text, prefix, n);
}

static bool is_address(const Scan *s) {
    if (memmem(s->text, s->size, "://", 3) || begins(s->text, s->size, "www.") || begins(s->text, s->size, "mailto:")) return true;
    const char *at = memchr(s->text, '@', s->size);
    if (at && at > s->text && memchr(at, '.', s->size - (size_t)(at - s->text))) return true;
    const char *slash = memchr(s->text, '/', s->size); /* voorbeeld.nl/pad */
    const char *dot = slash ? memrchr(s->text, '.', (size_t)(slash - s->text)) : NULL;
    return dot && dot > s->text && slash - dot >= 3 && slash - dot <= 7 && is_letter((unsigned char)dot[1]);
}

/* Addresses break after a slash and before other punctuation, never with a hyphen of ours. */
static int address_breaks(const Scan *s, BreakPoint *out) {
    int n = 0, since = 0;
    for (int i = 1; i < s->count; i++, since++) {
        uint32_t before = s->c[i - 1], here = s->c[i];
        bool after = (before == '/' && here != '/') || (before == ':' && here != '/') || before == '&' || before == '=';
        bool ahead = here < 0x80 && strchr(".-_?#%@~+,", (int)here) && before != '/';
        bool middle = since >= 12 && is_letter(before) && is_letter(here) && s->count - i >= 4;
        if (i < 5 || s->count - i < (ahead ? 8 : 4)) continue; /* neither www nor .php alone */
        if (after || ahead) out[n++] = (BreakPoint){s->offset[i], BREAK_URL, PENALTY_URL};
        else if (middle) out[n++] = (BreakPoint){s->offset[i], BREAK_URL, PENALTY_URL_MIDDLE};
        if (after || ahead) since = 0;
    }
    return n;
}

/* Letters and figures with common punctuation: Unicode allows no break in them, so it need not be asked. */
static bool plain(const Scan *s) {
    for (int i = 0; i < s->count; i++) {
        uint32_t c = s->c[i];
        if (!is_letter(c) && !is_digit(c) && !(c < 0x80 && strchr(".,:;!?()'\"*+%&", (int)c)) && c != 0x2019 && c != 0x2018 && c != 0x20AC)
            return false;
    }
    return true;
}

static int letters_before(const Scan *s, int i) {
    int n = 0;
    while (i - n > 0 && is_letter(s->c[i - n - 1])) n++;
    return n;
}
static int letters_after(const Scan *s, int i) {
    int n = 0;
    while (i + n < s->count && is_letter(s->c[i + n])) n++;
    return n;
}

static bool is_dash(uint32_t c) {
    return c == 0x2013 || c == 0x2014;
}

/* What we make of a break that Unicode allows before character i; false: none. */
static bool judge(const Scan *s, int i, BreakPoint *out) {
    uint32_t before = s->c[i - 1];
    *out = (BreakPoint){s->offset[i], BREAK_PLAIN, 0};
    if (before == '-' || before == 0x2010) {
        if (letters_before(s, i - 1) < 2 || letters_after(s, i) < 2) return false; /* e-mail, ’s-Gravenhage, 1-8-2021 */
        out->kind = BREAK_AFTER_HYPHEN;
        out->penalty = PENALTY_AFTER_HYPHEN;
    } else if (before == '/') {
        if (letters_before(s, i - 1) < 4 || letters_after(s, i) < 4) return false; /* en/of, t/m */
        out->penalty = PENALTY_SLASH;
    } else if (is_dash(before)) {
        return i > 1 && !(is_digit(s->c[i - 2]) && is_digit(s->c[i])); /* 2020–2021 */
    } else if (is_dash(s->c[i])) {
        return false;
    }
    return true;
}

void breaks_start(void) {
    init_linebreak();
}

/* What libunibreak is asked about: some of its versions stop the program at regional indicators and noncharacters, and
 * know little of emoji. Parts of a flag or of a sequence stay together as letters do, other emoji break as ideographs. */
static uint32_t asked(uint32_t c) {
    bool joins = (c >= 0x1F1E6 && c <= 0x1F1FF) || (c >= 0x1F3FB && c <= 0x1F3FF) || c >= 0xE0000 || (c & 0xFFFE) == 0xFFFE;
    return joins ? 'a' : c >= 0x1F000 ? 0x4E00 : c;
}

static int unicode_breaks(const Scan *s, BreakPoint *out) {
    int n = 0;
    utf32_t *text = malloc(((size_t)s->count + 1) * sizeof *text);
    char *marks = malloc((size_t)s->count + 1);
    if (!text || !marks) abort();
    for (int i = 0; i < s->count; i++) text[i] = asked(s->c[i]);
    set_linebreaks_utf32(text, (size_t)s->count, "", marks);
    for (int i = 1; i < s->count; i++)
        if (marks[i - 1] == LINEBREAK_ALLOWBREAK && judge(s, i, &out[n])) n++;
    free(text);
    free(marks);
    return n;
}

/* Abbreviations (SOVOT), things with figures in them: no hyphenation. */
static bool hyphenable(const Scan *s, int from, int to) {
    int upper = 0;
    if (to - from < 5) return false;
    if ((from > 0 && is_digit(s->c[from - 1])) || (to < s->count && is_digit(s->c[to]))) return false;
    for (int i = from; i < to; i++) {
        upper += is_upper(s->c[i]);
        if (s->c[i] >= 0x300 && s->c[i] < 0x370) return false;
    }
    return upper <= 1 || (upper * 4 < to - from);
}

static int word_breaks(Hyphenator *h, Speech speech, const Scan *s, int from, int to, bool compound, BreakPoint *out) {
    char marks[128];
    int n = 0;
    if (to - from >= (int)sizeof marks || !hyphenator_marks(h, speech, s->c + from, to - from, marks)) return 0;
    bool parts = memchr(marks, MARK_BETWEEN, (size_t)(to - from)) != NULL;
    for (int i = 1; i < to - from; i++) {
        if (!marks[i]) continue;
        int penalty = PENALTY_HYPHENATE;
        if (marks[i] == MARK_BETWEEN) penalty = PENALTY_PARTS;
        else if (parts) penalty += PENALTY_PART;
        if (i < 3 || to - from - i < 4) penalty += PENALTY_SHORT;
        if (is_upper(s->c[from])) penalty += PENALTY_NAME;
        if (compound) penalty += PENALTY_COMPOUND;
        out[n++] = (BreakPoint){s->offset[from + i], BREAK_HYPHEN, penalty};
    }
    return n;
}

static int hyphenation(Hyphenator *h, Speech speech, const Scan *s, BreakPoint *out) {
    int n = 0;
    bool compound = memchr(s->text, '-', s->size) != NULL;
    if (speech == SPEECH_OTHER || memchr(s->text, '@', s->size)) return 0;
    for (int from = 0; from < s->count;) {
        int to = from;
        while (to < s->count && is_letter(s->c[to])) to++;
        if (hyphenable(s, from, to)) n += word_breaks(h, speech, s, from, to, compound, out + n);
        from = to + 1;
    }
    return n;
}

static int by_offset(const void *a, const void *b) {
    const BreakPoint *x = a, *y = b;
    return x->offset < y->offset ? -1 : x->offset > y->offset;
}

int chunk_breaks(Hyphenator *h, Speech speech, const char *text, size_t size, BreakPoint *out) {
    Scan s = {.text = text, .size = size};
    const char *p = text, *end = text + size;
    s.c = malloc((size + 1) * sizeof *s.c);
    s.offset = malloc((size + 1) * sizeof *s.offset);
    if (!s.c || !s.offset) abort();
    while (p < end) {
        s.offset[s.count] = (uint32_t)(p - text);
        s.c[s.count++] = utf8_next(&p, end);
    }
    s.offset[s.count] = (uint32_t)size;
    int n;
    if (is_address(&s)) {
        n = address_breaks(&s, out);
    } else {
        n = plain(&s) ? 0 : unicode_breaks(&s, out);
        n += hyphenation(h, speech, &s, out + n);
        qsort(out, (size_t)n, sizeof *out, by_offset);
    }
    free(s.c);
    free(s.offset);
    return n;
}
