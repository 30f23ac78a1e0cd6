/* Hyphenation patterns by libhyphen: Dutch and English, each read when a text first needs it. */
#include <stdlib.h>
#include <string.h>

#include <hyphen.h>

#include "base/text.h"
#include "typeset/word.h"

#define LONGEST 80 /* characters of a word that is hyphenated */

struct Hyphenator {
    char *folder;
    HyphenDict *dictionaries[SPEECH_COUNT];
    bool tried[SPEECH_COUNT];
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
    for (int i = 0; i < SPEECH_COUNT; i++)
        if (h->dictionaries[i]) hnj_hyphen_free(h->dictionaries[i]);
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

bool hyphenator_marks(Hyphenator *h, Speech speech, const uint32_t *characters, int count, char *marks) {
    memset(marks, 0, (size_t)count + 1);
    if (count < languages[speech].left + languages[speech].right || count > LONGEST) return false;
    HyphenDict *d = dictionary(h, speech);
    char word[LONGEST * 4 + 1], points[LONGEST * 4 + 8];
    char **replacements = NULL;
    int *positions = NULL, *cuts = NULL, size;
    bool any = false;
    if (!d || !encode(d, characters, count, word, &size)) return false;
    memset(points, '0', sizeof points);
    if (hnj_hyphen_hyphenate2(d, word, size, points, NULL, &replacements, &positions, &cuts)) return false;
    for (int i = languages[speech].left; i <= count - languages[speech].right; i++) {
        bool changed = replacements && replacements[i - 1]; /* spelling would change: left alone */
        marks[i] = (points[i - 1] & 1) && !changed && !(speech == SPEECH_DUTCH && has_diaeresis(characters[i]));
        any |= marks[i];
    }
    for (int i = 0; replacements && i < size; i++) free(replacements[i]);
    free(replacements);
    free(positions);
    free(cuts);
    return any;
}
