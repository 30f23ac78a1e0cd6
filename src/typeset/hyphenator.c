/* Hyphenation: by the words of a list where it knows them, else by the patterns of libhyphen. Dutch and English, each read
 * when a text first needs it. */
#include <stdlib.h>
#include <string.h>

#include <hyphen.h>

#include "base/text.h"
#include "typeset/word.h"
#include "typeset/wordlist.h"

#define LONGEST 80 /* characters of a word that is hyphenated */

struct Hyphenator {
    char *folder;
    HyphenDict *dictionaries[SPEECH_COUNT];
    bool tried[SPEECH_COUNT];
    WordList *words[SPEECH_COUNT]; /* NULL: none */
    size_t kept[SPEECH_COUNT];     /* of the list, for every document */
};

static const struct { const char *file; int left, right; } languages[SPEECH_COUNT] = {
    [SPEECH_DUTCH] = {"hyph_nl_NL.dic", 2, 3},
    [SPEECH_ENGLISH] = {"hyph_en_GB.dic", 2, 3},
};

Hyphenator *hyphenator_new(const char *patterns) {
    Hyphenator *h = calloc(1, sizeof *h);
    if (!h || !(h->folder = strdup(patterns ? patterns : ""))) abort();
    return h;
}

void hyphenator_free(Hyphenator *h) {
    if (!h) return;
    for (int i = 0; i < SPEECH_COUNT; i++) {
        if (h->dictionaries[i]) hnj_hyphen_free(h->dictionaries[i]);
        wordlist_free(h->words[i]);
    }
    free(h->folder);
    free(h);
}

static HyphenDict *dictionary(Hyphenator *h, Speech speech) {
    if (!h->tried[speech] && languages[speech].file) {
        char path[4096];
        h->tried[speech] = true;
        if (snprintf(path, sizeof path, "%s/%s", h->folder, languages[speech].file) < (int)sizeof path)
            h->dictionaries[speech] = hnj_hyphen_load(path);
    }
    return h->dictionaries[speech];
}

void hyphenator_prepare(Hyphenator *h, Speech speech) {
    h->tried[speech] = dictionary(h, speech) != NULL;
}

bool hyphenator_ready(const Hyphenator *h, Speech speech) {
    return h->dictionaries[speech] != NULL;
}

bool hyphenator_failed(const Hyphenator *h, Speech speech) {
    return h->tried[speech] && !h->dictionaries[speech];
}

/* The word in the dictionary's own encoding; false when it has letters that encoding lacks. */
static bool encode(const HyphenDict *d, const uint32_t *characters, int count, char *out, int *size) {
    *size = 0;
    for (int i = 0; i < count; i++) {
        uint32_t c = to_lower(characters[i]);
        if (d->utf8) *size += utf8_put(c, out + *size);
        else if (c < 0x100) out[(*size)++] = (char)c;
        else return false;
    }
    out[*size] = '\0';
    return true;
}

/* Dutch drops the diaeresis when a line breaks before it (co-ordinatie); not breaking there needs no such change. */
static bool has_diaeresis(uint32_t c) {
    c = to_lower(c);
    return c == 0xE4 || c == 0xEB || c == 0xEF || c == 0xF6 || c == 0xFC;
}

int hyphenator_learn(Hyphenator *h, Speech speech, const char *text, size_t size, bool keep) {
    if (!h->words[speech]) h->words[speech] = wordlist_new();
    int fault = wordlist_read(h->words[speech], text, size);
    if (keep) h->kept[speech] = wordlist_size(h->words[speech]);
    return fault;
}

bool hyphenator_forget(Hyphenator *h) {
    bool any = false;
    for (int i = 0; i < SPEECH_COUNT; i++) {
        if (!h->words[i] || wordlist_size(h->words[i]) == h->kept[i]) continue;
        wordlist_forget(h->words[i], h->kept[i]);
        any = true;
    }
    return any;
}

typedef struct Asked {
    Hyphenator *h;
    Speech speech;
} Asked;

/* A word, or what a list leaves of it, by the patterns. */
static void pattern_marks(void *data, const uint32_t *characters, int count, char *marks) {
    const Asked *asked = data;
    Speech speech = asked->speech;
    HyphenDict *d = dictionary(asked->h, speech);
    char word[LONGEST * 4 + 1], points[LONGEST * 4 + 8];
    char **replacements = NULL;
    int *positions = NULL, *cuts = NULL, size;
    if (!d || count < languages[speech].left + languages[speech].right || !encode(d, characters, count, word, &size)) return;
    memset(points, '0', sizeof points);
    if (hnj_hyphen_hyphenate2(d, word, size, points, NULL, &replacements, &positions, &cuts)) return;
    for (int i = languages[speech].left; i <= count - languages[speech].right; i++) {
        bool changed = replacements && replacements[i - 1]; /* spelling would change: left alone */
        if ((points[i - 1] & 1) && !changed && !(speech == SPEECH_DUTCH && has_diaeresis(characters[i]))) marks[i] = MARK_WITHIN;
    }
    for (int i = 0; replacements && i < size; i++) free(replacements[i]);
    free(replacements);
    free(positions);
    free(cuts);
}

bool hyphenator_marks(Hyphenator *h, Speech speech, const uint32_t *characters, int count, char *marks) {
    memset(marks, 0, (size_t)count + 1);
    if (count < languages[speech].left + languages[speech].right || count > LONGEST) return false;
    uint32_t lower[LONGEST];
    Asked asked = {h, speech};
    for (int i = 0; i < count; i++) lower[i] = to_lower(characters[i]);
    const WordList *words = h->words[speech];
    if (!words || !wordlist_marks(words, lower, count, marks, pattern_marks, &asked)) pattern_marks(&asked, lower, count, marks);
    for (int i = 0; i < languages[speech].left; i++) marks[i] = MARK_NONE;
    for (int i = count - languages[speech].right + 1; i <= count; i++) marks[i] = MARK_NONE;
    return memchr(marks, MARK_WITHIN, (size_t)count) || memchr(marks, MARK_BETWEEN, (size_t)count);
}
