/* Splits text into words and folds them: for finding names in every spelling. */
#include "privacy/words.h"

#include <string.h>

#include "base/text.h"

/* U+00C0 to U+017F without accents. */
static const char LATIN[] = "aaaaaaaceeeeiiiidnoooooxouuuuytsaaaaaaaceeeeiiiidnooooo-ouuuuyty"
                            "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

static bool is_upper(uint32_t c) {
    if (c < 0x80) return c >= 'A' && c <= 'Z';
    if (c >= 0xC0 && c <= 0xDE) return c != 0xD7;
    return c >= 0x100 && c <= 0x17F && (c < 0x139 || c > 0x148 ? c < 0x179 ? c % 2 == 0 : c % 2 == 1 : c % 2 == 1);
}

static bool is_letter(uint32_t c) {
    if (c < 0x80) return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (c >= 0x300 && c <= 0x36F) return true; /* combining accents */
    return c >= 0xC0 && c != 0xD7 && c != 0xF7 && !(c >= 0x2000 && c <= 0x2BFF) && c != 0xFFFD;
}

/* Appends what remains of a letter. */
static char *put_fold(char *at, uint32_t c) {
    if (c >= 'A' && c <= 'Z') *at++ = (char)(c + 32);
    else if (c < 0x80) *at++ = (char)c;
    else if (c >= 0xC0 && c <= 0x17F) *at++ = LATIN[c - 0xC0];
    else if (c < 0x300 || c > 0x36F) at += utf8_put(c, at);
    return at;
}

static bool is_apostrophe(uint32_t c) {
    return c == '\'' || c == 0x2019 || c == 0x2018;
}

Words words_of(Arena *arena, const char *text) {
    size_t size = strlen(text);
    Words w = {ARENA_ARRAY(arena, size + 1, Word), 0};
    const char *end = text + size, *p = text;
    while (p < end) {
        const char *start = p;
        uint32_t c = utf8_next(&p, end);
        if (!is_letter(c)) continue;
        char *fold = arena_alloc(arena, (size_t)(end - start) + 8), *at = put_fold(fold, c);
        Word *word = &w.items[w.count++];
        *word = (Word){.start = start, .capital = is_upper(c)};
        const char *stop = p;
        while (p < end) {
            c = utf8_next(&p, end);
            if (is_apostrophe(c) && p < end) {
                const char *next = p;
                if (!is_letter(utf8_next(&next, end))) break;
                continue;
            }
            if (!is_letter(c)) break;
            at = put_fold(at, c);
            stop = p;
        }
        p = stop;
        word->end = stop;
        word->fold = fold;
        size = (size_t)(at - fold);
        fold[size] = 0;
    }
    return w;
}

bool words_join(const Word *a, const Word *b) {
    const char *p = a->end;
    while (p < b->start) {
        uint32_t c = utf8_next(&p, b->start);
        if (c != ' ' && c != '\n' && c != '\t' && c != '\r' && c != 0xA0 && c != '.' && c != '-' && c != 0x2010 && c != 0x2011 && c != 0xAD && c != 0x202F) return false;
    }
    return true;
}

bool words_are_role(const char *fold) {
    static const char *const stems[] = {"student", "studenten", "leraar", "leraren", "docent", "docenten", "leerling", "leerlingen", "opleider", "opleiders", "begeleider", "begeleiders",
                                        "coach", "coaches", "trainee", "trainees", "leider", "leiders", "persoon", "personen", "mens", "mensen", "respondent", "respondenten", "deelnemer", "deelnemers",
                                        "starter", "starters", "eerstejaars", "tweedejaars", "derdejaars", "vierdejaars", "collega", "collegas", "directeur", "directeuren", "bestuurder",
                                        "bestuurders", "rector", "rectoren", "coordinator", "coordinatoren", "minoren", "stagiair", "stagiairs", "stagiaires", "medewerker", "medewerkers",
                                        "kandidaat", "kandidaten", "instromer", "instromers", "uitvaller", "uitvallers", "afgestudeerde", "afgestudeerden", "vrouw", "vrouwen", "mannen",
                                        "ouder", "ouders", "teamlid", "teamleden", "assessor", "assessoren", "mentor", "mentoren", "trainer", "trainers", "onderzoeker", "onderzoekers"};
    size_t n = strlen(fold);
    for (size_t i = 0; i < sizeof stems / sizeof *stems; i++) {
        size_t m = strlen(stems[i]);
        if (n >= m && !strcmp(fold + n - m, stems[i])) return true;
    }
    return false;
}

char *squeezed(Arena *arena, const char *text) {
    size_t size = strlen(text);
    char *out = arena_alloc(arena, size * 2 + 8), *at = out;
    const char *end = text + size;
    while (text < end) {
        uint32_t c = utf8_next(&text, end);
        if (is_letter(c)) at = put_fold(at, c);
    }
    *at = 0;
    return out;
}
