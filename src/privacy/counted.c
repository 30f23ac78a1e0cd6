/* Numbers in running text that count persons: in figures, in words, as a part of a whole; and whether they say how many
 * there are or how many there should be. */
#include "privacy/counted.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "privacy/public.h"

static bool one_of(const char *word, const char *const *list) {
    for (; *list; list++)
        if (!strcmp(word, *list)) return true;
    return false;
}

static const char *const NUMBERS[] = {"nul",   "een",  "twee",  "drie", "vier", "vijf",  "zes",
                                      "zeven", "acht", "negen", "tien", "elf",  "twaalf"};

/* Small numbers that are no numerals: "een tweetal", "beide", "de enige", "slechts een". 0: none. */
static int64_t number_in_words(const Words *w, int at) {
    static const struct {
        const char *word;
        int64_t value;
    } collective[] = {{"paar", 2},    {"tweetal", 2}, {"beide", 2},   {"allebei", 2},  {"duo", 2},
                      {"drietal", 3}, {"trio", 3},    {"viertal", 4}, {"enkeling", 1}, {"eenling", 1}};
    static const char *const only[] = {"de", "het", "onze", "zijn", "haar", "hun", NULL}, *const just[] = {
                                                                                              "slechts", "maar",
                                                                                              "precies", "enkel",
                                                                                              "alleen",  NULL};
    const char *word = w->items[at].fold, *before = at ? w->items[at - 1].fold : "";
    for (size_t i = 0; i < sizeof collective / sizeof *collective; i++)
        if (!strcmp(word, collective[i].word)) return collective[i].value;
    if (!strcmp(word, "enige")) return one_of(before, only);
    if (!strcmp(word, "enkele")) return !strcmp(before, "een");
    return !strcmp(word, "een") && one_of(before, just) && words_join(&w->items[at - 1], &w->items[at]);
}

/* The number that a word is; -1: none. "een" is an article more often than a number: only één counts. */
int64_t number_of(const Words *words, int at) {
    const Word *w = &words->items[at];
    if (isdigit((unsigned char)*w->start)) {
        char *end;
        long long n = strtoll(w->start, &end, 10);
        return end == w->end ? n : -1;
    }
    int64_t said = number_in_words(words, at);
    if (said) return said;
    for (int i = 0; i < 13; i++)
        if (!strcmp(w->fold, NUMBERS[i])) return i == 1 && w->end - w->start == 3 ? -1 : i;
    return -1;
}

/* A whole number by itself: no decimals, no part of a range, a date, a year or a heading. */
bool stands_alone(const char *text, const Word *w) {
    const char *before = w->start > text ? w->start - 1 : NULL, *after = w->end;
    if (before && *before && strchr(".,-/$%:+", *before)) return false;
    if (before && (unsigned char)*before >= 0x80 && !isspace((unsigned char)*before)) {
        if (w->start - text >= 3 && (!strncmp(w->start - 3, "–", 3) || !strncmp(w->start - 3, "€", 3))) return false;
        if (w->start - text >= 5 && !strncmp(w->start - 5, "€\u00a0", 5)) return false;
    }
    if ((*after == '.' || *after == ',' || *after == ':' || *after == '/') && isdigit((unsigned char)after[1]))
        return false;
    return *after != '%' && *after != '/' && strncmp(after, "–", 3) != 0 && strncmp(after, "-", 1) != 0;
}

bool sentence_ends_between(const Word *a, const Word *b) {
    for (const char *p = a->end; p < b->start; p++)
        if (*p == '.' || *p == ';' || *p == ':' || *p == '?' || *p == '!' || *p == '(' || *p == ')' || *p == ',')
            return true;
    return false;
}

/* "drie van de", "1 van onze": but not "jaar 1 van de", where the number is a name. */
bool is_part_of(const Words *w, int number) {
    static const char *const of[] = {"de", "deze", "die", "onze", "haar", "hun", "alle"};
    static const char *const names[] = {"jaar",      "leerjaar", "studiejaar", "fase",    "niveau",
                                        "groep",     "figuur",   "tabel",      "bijlage", "hoofdstuk",
                                        "paragraaf", "punt",     "stap",       "periode", "semester"};
    if (number + 2 >= w->count || strcmp(w->items[number + 1].fold, "van")) return false;
    for (size_t i = 0; number > 0 && i < sizeof names / sizeof *names; i++)
        if (!strcmp(w->items[number - 1].fold, names[i])) return false;
    for (size_t i = 0; i < sizeof of / sizeof *of; i++)
        if (!strcmp(w->items[number + 2].fold, of[i])) return true;
    return false;
}

/* "(2)": by itself between brackets. */
static bool in_brackets(const Word *w) {
    return w->start[-1] == '(' && *w->end == ')';
}

/* The person word that a number counts: within the next three words of the same phrase; -1: none. */
int counted_word(const Words *w, int number) {
    static const char *const no[] = {
        "uur",         "uren",        "klokuren", "lesuren", "minuten",   "weken",      "week",        "lesweken",
        "dagen",       "dag",         "dagdelen", "jaar",    "jaren",     "schooljaar", "schooljaren", "studiejaar",
        "studiejaren", "cursusjaren", "maand",    "maanden", "kwartalen", "periodes",   "perioden",    "semesters",
        "euro",        "paginas",     "keer",     "procent", "locaties",  "scholen",    "groepen",     "groep",
        "teams",       "team",        "stappen",  "fasen",   "fase",      "rollen",     "niveaus",     "per",
        "voor",        "tot",         "en",       "of",      "in",        "op",         "bij",         "met",
        "aan",         "door",        "van",      "de",      "het"};
    static const char *const they[] = {"hen", "ons", NULL};
    int last = number + 3;
    bool bracketed = number > 0 && in_brackets(&w->items[number]);
    if (bracketed && words_are_role(w->items[number - 1].fold)) return number - 1; /* "studenten (2)" */
    if (number + 2 < w->count && !strcmp(w->items[number + 1].fold, "van") && one_of(w->items[number + 2].fold, they))
        return number + 2;
    if (is_part_of(w, number)) number += 2, last += 2; /* "drie van de vijf studenten" counts students too */
    for (int i = number + 1; i < w->count && i <= last; i++) {
        bool closes = bracketed && i == number + 1 &&
                      w->items[i].start == w->items[number].end + 2; /* "een paar (2) studenten" */
        if (!closes && sentence_ends_between(&w->items[i - 1], &w->items[i])) return -1;
        if (words_are_role(w->items[i].fold)) return i;
        for (size_t k = 0; k < sizeof no / sizeof *no; k++)
            if (!strcmp(w->items[i].fold, no[k])) return -1;
    }
    return -1;
}

const char *public_wording(Arena *arena, const char *text) {
    Words w = words_of(arena, text);
    const char *done = text;
    Buffer out = {0};
    for (int i = 0; i + 1 < w.count && strstr(text, "paar"); i++) {
        if (strcmp(w.items[i].fold, "een") || strcmp(w.items[i + 1].fold, "paar") || counted_word(&w, i + 1) < 0)
            continue;
        buffer_append(&out, done, (size_t)(w.items[i].start - done));
        buffer_puts(&out, w.items[i].capital ? "Enkele" : "enkele");
        done = w.items[i + 1].end;
    }
    if (done == text) return text;
    buffer_puts(&out, done);
    const char *worded = arena_strndup(arena, out.data, out.size);
    buffer_free(&out);
    return worded;
}

bool words_same_sentence(const Word *a, const Word *b) {
    for (const char *p = a->end; p < b->start; p++)
        if (strchr(".;?!", *p) && (p[1] == ' ' || p[1] == '\n')) return false;
    return true;
}

/* ---- a norm, or what is ---- */

static bool begins_with_any(const char *word, const char *const *starts) {
    for (; *starts; starts++)
        if (!strncmp(word, *starts, strlen(*starts))) return true;
    return false;
}

/* "opgeleid", "gestopt", "gevonden": of what has been done. */
static bool is_participle(const char *word) {
    static const char *const before[] = {"ge",       "opge",       "afge",    "uitge", "aange",   "meege",
                                         "inge",     "doorge",     "overge",  "toege", "weggege", "begeleid",
                                         "verlaten", "vertrokken", "behaald", NULL};
    size_t size = strlen(word);
    bool ends = size > 5 && (word[size - 1] == 't' || word[size - 1] == 'd' || !strcmp(word + size - 2, "en"));
    return ends && begins_with_any(word, before);
}

/* Does the word say that it happened, or that it is so now? */
static bool tells(const Words *w, int at) {
    static const char *const past[] = {
        "was",         "waren",   "had",       "hadden",  "werd",       "werden",  "kwam",    "kwamen",  "ging",
        "gingen",      "bleef",   "bleven",    "vertrok", "vertrokken", "kreeg",   "kregen",  "zat",     "zaten",
        "stond",       "stonden", "deed",      "deden",   "nam",        "namen",   "gaf",     "gaven",   "vond",
        "vonden",      "begon",   "begonnen",  "viel",    "vielen",     "liep",    "liepen",  "sprak",   "spraken",
        "koos",        "kozen",   "hield",     "hielden", "zag",        "zagen",   "stopte",  "stopten", "haalde",
        "haalden",     "slaagde", "slaagden",  "startte", "startten",   "rondde",  "rondden", "volgde",  "volgden",
        "werkte",      "werkten", "maakte",    "maakten", "meldde",     "meldden", "deelde",  "deelden", "begeleidde",
        "begeleidden", "bezocht", "bezochten", "telde",   "telden",     "leerde",  "leerden", "ontbrak", "ontbraken",
        NULL};
    static const char *const now[] = {"nu",    "momenteel", "inmiddels", "afgelopen", "vorig",
                                      "sinds", "telt",      "tellen",    "samen",     NULL};
    static const char *const is[] = {"is", "zijn", "hebben", "heeft", NULL}, *const year[] = {"jaar", "schooljaar",
                                                                                              "studiejaar", "moment",
                                                                                              NULL};
    const char *word = w->items[at].fold, *next = at + 1 < w->count ? w->items[at + 1].fold : "";
    if (one_of(word, past) || one_of(word, now)) return true;
    if (!strcmp(word, "dit") && one_of(next, year)) return true;
    if ((!strcmp(word, "er") && one_of(next, is)) || (one_of(word, is) && !strcmp(next, "er"))) return true;
    return isdigit((unsigned char)word[0]) && strlen(word) == 4 && !strncmp(word, "20", 2);
}

/* Does the sentence of that word tell what is or was? */
static bool is_report(const Words *w, int number) {
    int first = number, last = number;
    while (first > 0 && words_same_sentence(&w->items[first - 1], &w->items[first])) first--;
    while (last + 1 < w->count && words_same_sentence(&w->items[last], &w->items[last + 1])) last++;
    bool has = false, done = false;
    for (int i = first; i <= last; i++) {
        if (tells(w, i)) return true;
        has |= !strcmp(w->items[i].fold, "hebben") || !strcmp(w->items[i].fold, "heeft");
        done |= is_participle(w->items[i].fold);
    }
    return has && done;
}

bool is_norm(const Words *w, int number, int person, Meant meant) {
    int last = number > person ? number : person;
    const Word *next = last + 1 < w->count ? &w->items[last + 1] : NULL;
    if (next && next->end - next->start == 2 && !strncmp(next->start, "\u00e0", 2))
        return true; /* "4 schoolopleiders à 100 uur" */
    return meant == MEANT_AS_NORM && !is_report(w, number);
}
