/* What a writer typed and no ledger guards: names that remain, small numbers of persons, numbers that are withheld. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "language/language.h"
#include "privacy/names.h"
#include "privacy/public.h"
#include "privacy/words.h"

typedef struct Reading {
    Arena *arena;
    const Names *names;
    const Ledger *ledger;
    const Suppression *suppression;
    Map *hidden;          /* text of a withheld number -> its id */
    int64_t threshold;
    const char *language;
    Diagnostics *diagnostics;
} Reading;

static const char *const NUMBERS[] = {"nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"};

static bool one_of(const char *word, const char *const *list) {
    for (; *list; list++)
        if (!strcmp(word, *list)) return true;
    return false;
}

/* Small numbers that are no numerals: "een tweetal", "beide", "de enige", "slechts een". 0: none. */
static int64_t number_in_words(const Words *w, int at) {
    static const struct {
        const char *word;
        int64_t value;
    } collective[] = {{"paar", 2}, {"tweetal", 2}, {"beide", 2}, {"allebei", 2}, {"duo", 2}, {"drietal", 3}, {"trio", 3}, {"viertal", 4}, {"enkeling", 1}, {"eenling", 1}};
    static const char *const only[] = {"de", "het", "onze", "zijn", "haar", "hun", NULL}, *const just[] = {"slechts", "maar", "precies", "enkel", "alleen", NULL};
    const char *word = w->items[at].fold, *before = at ? w->items[at - 1].fold : "";
    for (size_t i = 0; i < sizeof collective / sizeof *collective; i++)
        if (!strcmp(word, collective[i].word)) return collective[i].value;
    if (!strcmp(word, "enige")) return one_of(before, only);
    if (!strcmp(word, "enkele")) return !strcmp(before, "een");
    return !strcmp(word, "een") && one_of(before, just) && words_join(&w->items[at - 1], &w->items[at]);
}

/* The number that a word is; -1: none. "een" is an article more often than a number: only één counts. */
static int64_t number_of(const Words *words, int at) {
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
static bool stands_alone(const char *text, const Word *w) {
    const char *before = w->start > text ? w->start - 1 : NULL, *after = w->end;
    if (before && (strchr(".,-/€$%:+", *before) && *before && !(*before == '.' && false))) return false;
    if (before && (unsigned char)*before >= 0x80 && !isspace((unsigned char)*before)) {
        if (w->start - text >= 3 && (!strncmp(w->start - 3, "–", 3) || !strncmp(w->start - 3, "€", 3))) return false;
        if (w->start - text >= 5 && !strncmp(w->start - 5, "€\u00a0", 5)) return false;
    }
    if ((*after == '.' || *after == ',' || *after == ':' || *after == '/') && isdigit((unsigned char)after[1])) return false;
    return *after != '%' && *after != '/' && strncmp(after, "–", 3) != 0 && strncmp(after, "-", 1) != 0;
}

static bool sentence_ends_between(const Word *a, const Word *b) {
    for (const char *p = a->end; p < b->start; p++)
        if (*p == '.' || *p == ';' || *p == ':' || *p == '?' || *p == '!' || *p == '(' || *p == ')' || *p == ',') return true;
    return false;
}

/* "drie van de", "1 van onze": but not "jaar 1 van de", where the number is a name. */
static bool is_part_of(const Words *w, int number) {
    static const char *const of[] = {"de", "deze", "die", "onze", "haar", "hun", "alle"};
    static const char *const names[] = {"jaar", "leerjaar", "studiejaar", "fase", "niveau", "groep", "figuur", "tabel", "bijlage", "hoofdstuk", "paragraaf", "punt", "stap", "periode", "semester"};
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
static int counted_word(const Words *w, int number) {
    static const char *const no[] = {"uur", "uren", "klokuren", "lesuren", "minuten", "weken", "week", "lesweken", "dagen", "dag", "dagdelen", "jaar", "jaren", "schooljaar", "schooljaren",
                                     "studiejaar", "studiejaren", "cursusjaren", "maand", "maanden", "kwartalen", "periodes", "perioden", "semesters", "euro", "paginas", "keer", "procent", "locaties", "scholen", "groepen", "groep", "teams", "team",
                                     "stappen", "fasen", "fase", "rollen", "niveaus", "per", "voor", "tot", "en", "of", "in", "op", "bij", "met", "aan", "door", "van", "de", "het"};
    static const char *const they[] = {"hen", "ons", NULL};
    int last = number + 3;
    bool bracketed = number > 0 && in_brackets(&w->items[number]);
    if (bracketed && words_are_role(w->items[number - 1].fold)) return number - 1; /* "studenten (2)" */
    if (number + 2 < w->count && !strcmp(w->items[number + 1].fold, "van") && one_of(w->items[number + 2].fold, they)) return number + 2;
    if (is_part_of(w, number)) number += 2, last += 2; /* "drie van de vijf studenten" counts students too */
    for (int i = number + 1; i < w->count && i <= last; i++) {
        bool closes = bracketed && i == number + 1 && w->items[i].start == w->items[number].end + 2; /* "een paar (2) studenten" */
        if (!closes && sentence_ends_between(&w->items[i - 1], &w->items[i])) return -1;
        if (words_are_role(w->items[i].fold)) return i;
        for (size_t k = 0; k < sizeof no / sizeof *no; k++)
            if (!strcmp(w->items[i].fold, no[k])) return -1;
    }
    return -1;
}

static const char *piece(Reading *r, const Word *from, const Word *to) {
    return arena_strndup(r->arena, from->start, (size_t)(to->end - from->start));
}

static void report(Reading *r, const Message *message, Place place, const char *what, const char *id) {
    diagnostics_report(r->diagnostics, message, place, (Report){.arguments = {what, id}});
}

/* Numbers as readers see them, of more than one figure: a single figure says too little to look for. */
static void collect_hidden(Reading *r) {
    for (int i = 0; i < r->suppression->count; i++) {
        const Withheld *w = &r->suppression->items[i];
        const Fact *fact = ledger_get(r->ledger, w->id);
        if (!fact || w->reason == WITHHELD_NEVER || fact->status == FACT_UNKNOWN || decimal_is_zero(fact->value)) continue;
        const char *text = number_text(r->arena, fact->value, NUMBER_PLAIN, r->language);
        if (!strcmp(fact->unit, "%")) text = arena_printf(r->arena, "%s%%", text);
        else if (strcmp(fact->unit, "EUR") && !strpbrk(text, ".,")) text = arena_printf(r->arena, "%s studenten", text); /* a small whole number needs its noun */
        if (strlen(text) > 2) map_put(r->hidden, text, (void *)w->id);
        if (!strcmp(fact->unit, "EUR")) map_put(r->hidden, number_text(r->arena, decimal_round(fact->value, 0), NUMBER_PLAIN, r->language), (void *)w->id);
    }
}

static void look_for_hidden(Reading *r, const char *text, Place place) {
    for (const char *p = text; *p; p++) {
        if (!isdigit((unsigned char)*p) || (p > text && (isalnum((unsigned char)p[-1]) || p[-1] == ',' || p[-1] == '.'))) continue;
        size_t n = strspn(p, "0123456789.,");
        while (n && !isdigit((unsigned char)p[n - 1])) n--;
        bool percent = p[n] == '%';
        const char *token = arena_printf(r->arena, "%.*s%s", (int)n, p, percent ? "%" : "");
        const char *id = map_get(r->hidden, token);
        if (id && strlen(token) > 2) report(r, &R614_WITHHELD_TYPED, place, token, id);
        p += n - 1;
    }
}

const char *public_wording(Arena *arena, const char *text) {
    Words w = words_of(arena, text);
    const char *done = text;
    Buffer out = {0};
    for (int i = 0; i + 1 < w.count && strstr(text, "paar"); i++) {
        if (strcmp(w.items[i].fold, "een") || strcmp(w.items[i + 1].fold, "paar") || counted_word(&w, i + 1) < 0) continue;
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

/* ---- what follows from two numbers of one sentence ---- */

static bool same_sentence(const Word *a, const Word *b) {
    for (const char *p = a->end; p < b->start; p++)
        if (strchr(".;?!", *p) && (p[1] == ' ' || p[1] == '\n')) return false;
    return true;
}

/* Does the number count the persons said before ("bleven er 10.", "10 bleven"), and nothing of its own? */
static bool stands_bare(const Words *w, int number) {
    static const char *const verbs[] = {"bleven", "blijven", "stopten", "stoppen", "vertrokken", "slaagden", "haalden", "zijn", "waren", "hebben", "hadden", "vielen", "kwamen", "gingen", "niet", "wel", NULL};
    static const char *const participles[] = {"ge", "ver", "af", "over", "door", "uit"};
    if (number + 1 >= w->count || sentence_ends_between(&w->items[number], &w->items[number + 1])) return true;
    const char *next = w->items[number + 1].fold;
    for (size_t i = 0; i < sizeof participles / sizeof *participles; i++)
        if (!strncmp(next, participles[i], strlen(participles[i])) && strlen(next) > 4) return true;
    return one_of(next, verbs);
}

static bool is_small(const Reading *r, int64_t n) { return n > 0 && n < r->threshold; }

/* "75% van de 8 studenten" tells two numbers. */
static bool share_is_small(const Reading *r, const Words *w, int share, int64_t percent, int64_t whole) {
    bool marked = *w->items[share].end == '%' || (share + 1 < w->count && !strcmp(w->items[share + 1].fold, "procent"));
    int64_t part = (whole * percent + 50) / 100;
    return marked && percent <= 100 && whole < 100000 && (is_small(r, part) || is_small(r, whole - part));
}

/* total: a number of persons in the sentence. Another number of it that leaves a small rest, or is small and counts them, is told. */
static void look_around(Reading *r, const char *text, const Words *w, int total, int64_t whole, Place place) {
    for (int i = total - 1; i >= 0 && i >= total - 4 && same_sentence(&w->items[i], &w->items[total]); i--) {
        int64_t n = number_of(w, i);
        if (n <= 0 || (i + 1 < w->count && strcmp(w->items[i + 1].fold, "van") && strcmp(w->items[i + 1].fold, "procent"))) continue;
        bool part = is_part_of(w, i) && stands_alone(text, &w->items[i]) && is_small(r, whole - n);
        if (part || share_is_small(r, w, i, n, whole)) report(r, &R612_SMALL_TYPED, place, piece(r, &w->items[i], &w->items[total]), NULL);
    }
    for (int i = total + 1; i < w->count && same_sentence(&w->items[total], &w->items[i]); i++) {
        int64_t n = number_of(w, i);
        if (n <= 0 || n >= whole || !stands_alone(text, &w->items[i]) || counted_word(w, i) >= 0 || !stands_bare(w, i)) continue;
        if (is_small(r, n) || is_small(r, whole - n)) report(r, &R612_SMALL_TYPED, place, piece(r, &w->items[total], &w->items[i]), NULL);
    }
}

static void look_at_text(Reading *r, const char *said, Place place) {
    const char *text = arena_printf(r->arena, "      %s", said) + 6; /* so that what stands before a word can be read */
    Words w = words_of(r->arena, text);
    for (int i = 0; i < w.count; i++) {
        int64_t n = number_of(&w, i);
        if (n <= 0 || !stands_alone(text, &w.items[i])) continue;
        int person = counted_word(&w, i);
        if (person < 0) continue;
        int first = person < i ? person : i, last = person < i ? i : person;
        if (n < r->threshold) report(r, &R612_SMALL_TYPED, place, piece(r, &w.items[first], &w.items[last]), NULL);
        else if (strstr(w.items[person].fold, "student") || strstr(w.items[person].fold, "eerstejaars")) {
            const char *id = map_get(r->hidden, arena_printf(r->arena, "%lld studenten", (long long)n));
            if (id) report(r, &R614_WITHHELD_TYPED, place, piece(r, &w.items[first], &w.items[last]), id);
        }
        if (n >= r->threshold) look_around(r, text, &w, i, n, place);
    }
    look_for_hidden(r, text, place);
}

/* A table about persons whose cells hold small whole numbers. */
static void look_at_table(Reading *r, const Node *table) {
    const char *all = node_string(r->arena, table), *small = NULL;
    bool persons = false;
    Words words = words_of(r->arena, all);
    for (int i = 0; i < words.count; i++) persons |= words_are_role(words.items[i].fold) || strstr(words.items[i].fold, "enquete");
    for (const Node *cell = node_walk(table, table, "cel"); cell && !small; cell = node_walk(table, cell, "cel")) {
        const char *text = node_string(r->arena, cell);
        Words w = words_of(r->arena, text);
        for (int i = 0; i < w.count && !small; i++) {
            int64_t n = isdigit((unsigned char)*w.items[i].start) ? number_of(&w, i) : -1;
            bool begins = i == 0 || w.items[i].start[-2] == ',' || w.items[i].start[-2] == ';' || w.items[i].start[-1] == '(';
            if (n > 0 && n < r->threshold && begins && stands_alone(text, &w.items[i]) && *w.items[i].end != '.') small = text;
        }
    }
    if (persons && small) report(r, &R613_SMALL_TABLE, table->place, small, NULL);
}

static bool is_block(const Node *n) {
    static const char *const blocks[] = {"alinea", "tussenkop", "punt", "cel", "bijschrift", "noot", "doel", "aandachtspunt", "definitie", "onderwerp"};
    for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++)
        if (node_is(n, blocks[i])) return true;
    return false;
}

/* Whole names in all text, in pieces too; misspelt ones where nobody has looked. */
static void look_for_names(Reading *r, const Node *n, bool looked) {
    const char *left = is_block(n) ? names_left(r->names, node_string(r->arena, n)) : NULL;
    if (left && !looked) report(r, &R611_NAME, n->place, left, NULL);
    for (const Attribute *a = n->attributes; a && !looked; a = a->next)
        if ((left = strpbrk(a->value, "ABCDEFGHIJKLMNOPQRSTUVWXYZ@") ? names_left(r->names, a->value) : NULL)) report(r, &R611_NAME, a->place.file ? a->place : n->place, left, NULL);
}

static bool is_narrative(const Node *top) {
    static const char *const parts[] = {"voorwoord", "samenvatting", "hoofdstuk", "bijlage"};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (node_is(top, parts[i])) return true;
    return false;
}

/* Titles, alternatives and other words in attributes. */
static void look_at_attributes(Reading *r, const Node *node) {
    for (const Attribute *a = node->attributes; a; a = a->next) {
        const LanguageAttribute *described = language_attribute_of(node, a);
        if (described && described->kind == VALUE_TEXT) look_at_text(r, a->value, a->place.file ? a->place : node->place);
    }
}

static void look_below(Reading *r, const Node *node, bool narrative, bool looked, bool table) {
    const char *said = node_get(node, "openbaar");
    if (said) looked = !strcmp(said, "ja");
    look_for_names(r, node, looked);
    if (narrative && !looked) look_at_attributes(r, node);
    if (narrative && node_is(node, "tabel") && !looked) look_at_table(r, node);
    table |= node_is(node, "tabel");
    for (const Node *n = node->first; n; n = n->next) {
        if (n->kind == NODE_ELEMENT && !node_is(n, "getal")) look_below(r, n, narrative, looked, table);
        if (n->kind == NODE_TEXT && narrative && !looked && !table) look_at_text(r, n->text, n->place);
        if (n->kind == NODE_TEXT && narrative && !looked && table) look_for_hidden(r, n->text, n->place);
    }
}

void public_check(Arena *arena, const Node *tree, const Partnership *partnership, const Names *names, const Ledger *ledger, const Suppression *suppression, Diagnostics *diagnostics) {
    Reading r = {arena, names, ledger, suppression, map_new(arena), public_threshold(partnership), partnership->language, diagnostics};
    collect_hidden(&r);
    for (const Attribute *a = tree->attributes; a; a = a->next) {
        const char *left = names_left(r.names, a->value);
        if (left) report(&r, &R611_NAME, a->place, left, NULL);
    }
    NODE_EACH(top, tree, NULL) look_below(&r, top, is_narrative(top), false, false);
}
