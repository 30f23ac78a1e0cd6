/* What a writer typed and no ledger guards: names that remain, small numbers of persons, numbers that are withheld. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "language/language.h"
#include "privacy/counted.h"
#include "privacy/names.h"
#include "privacy/public.h"
#include "privacy/words.h"

typedef struct Reading {
    Arena *arena;
    const Names *names;
    const Ledger *ledger;
    const Suppression *suppression;
    Map *hidden; /* text of a withheld number -> its id */
    int64_t threshold;
    const char *language;
    Diagnostics *diagnostics;
} Reading;

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
        if (!fact || w->reason == WITHHELD_NEVER || fact->status == FACT_UNKNOWN || decimal_is_zero(fact->value))
            continue;
        const char *text = number_text(r->arena, fact->value, NUMBER_PLAIN, r->language);
        if (!strcmp(fact->unit, "%"))
            text = arena_printf(r->arena, "%s%%", text);
        else if (strcmp(fact->unit, "EUR") && !strpbrk(text, ".,"))
            text = arena_printf(r->arena, "%s studenten", text); /* a small whole number needs its noun */
        if (strlen(text) > 2) map_put(r->hidden, text, (void *)w->id);
        if (!strcmp(fact->unit, "EUR"))
            map_put(r->hidden, number_text(r->arena, decimal_round(fact->value, 0), NUMBER_PLAIN, r->language),
                    (void *)w->id);
    }
}

static void look_for_hidden(Reading *r, const char *text, Place place) {
    for (const char *p = text; *p; p++) {
        if (!isdigit((unsigned char)*p) ||
            (p > text && (isalnum((unsigned char)p[-1]) || p[-1] == ',' || p[-1] == '.')))
            continue;
        size_t n = strspn(p, "0123456789.,");
        while (n && !isdigit((unsigned char)p[n - 1])) n--;
        bool percent = p[n] == '%';
        const char *token = arena_printf(r->arena, "%.*s%s", (int)n, p, percent ? "%" : "");
        const char *id = map_get(r->hidden, token);
        if (id && strlen(token) > 2) report(r, &R614_WITHHELD_TYPED, place, token, id);
        p += n - 1;
    }
}

/* ---- what follows from two numbers of one sentence ---- */

static bool one_of(const char *word, const char *const *list) {
    for (; *list; list++)
        if (!strcmp(word, *list)) return true;
    return false;
}

/* Does the number count the persons said before ("bleven er 10.", "10 bleven"), and nothing of its own? */
static bool stands_bare(const Words *w, int number) {
    static const char *const verbs[] = {"bleven",  "blijven", "stopten", "stoppen", "vertrokken", "slaagden",
                                        "haalden", "zijn",    "waren",   "hebben",  "hadden",     "vielen",
                                        "kwamen",  "gingen",  "niet",    "wel",     NULL};
    static const char *const participles[] = {"ge", "ver", "af", "over", "door", "uit"};
    if (number + 1 >= w->count || sentence_ends_between(&w->items[number], &w->items[number + 1])) return true;
    const char *next = w->items[number + 1].fold;
    for (size_t i = 0; i < sizeof participles / sizeof *participles; i++)
        if (!strncmp(next, participles[i], strlen(participles[i])) && strlen(next) > 4) return true;
    return one_of(next, verbs);
}

static bool is_small(const Reading *r, int64_t n) {
    return n > 0 && n < r->threshold;
}

/* "75% van de 8 studenten" tells two numbers. */
static bool share_is_small(const Reading *r, const Words *w, int share, int64_t percent, int64_t whole) {
    bool marked = *w->items[share].end == '%' || (share + 1 < w->count && !strcmp(w->items[share + 1].fold, "procent"));
    int64_t part = (whole * percent + 50) / 100;
    return marked && percent <= 100 && whole < 100000 && (is_small(r, part) || is_small(r, whole - part));
}

/* total: a number of persons in the sentence. Another number of it that leaves a small rest, or is small and counts
 * them, is told. */
static void look_around(Reading *r, const char *text, const Words *w, int total, int64_t whole, Place place) {
    for (int i = total - 1; i >= 0 && i >= total - 4 && words_same_sentence(&w->items[i], &w->items[total]); i--) {
        int64_t n = number_of(w, i);
        if (n <= 0 ||
            (i + 1 < w->count && strcmp(w->items[i + 1].fold, "van") && strcmp(w->items[i + 1].fold, "procent")))
            continue;
        bool part = is_part_of(w, i) && stands_alone(text, &w->items[i]) && is_small(r, whole - n);
        if (part || share_is_small(r, w, i, n, whole))
            report(r, &R612_SMALL_TYPED, place, piece(r, &w->items[i], &w->items[total]), NULL);
    }
    for (int i = total + 1; i < w->count && words_same_sentence(&w->items[total], &w->items[i]); i++) {
        int64_t n = number_of(w, i);
        if (n <= 0 || n >= whole || !stands_alone(text, &w->items[i]) || counted_word(w, i) >= 0 || !stands_bare(w, i))
            continue;
        if (is_small(r, n) || is_small(r, whole - n))
            report(r, &R612_SMALL_TYPED, place, piece(r, &w->items[total], &w->items[i]), NULL);
    }
}

static void look_at_text(Reading *r, const char *said, Place place, Meant meant) {
    if (meant == MEANT_FOR_NOBODY) return;
    const char *text = arena_printf(r->arena, "      %s", said) + 6; /* so that what stands before a word can be read */
    Words w = words_of(r->arena, text);
    for (int i = 0; i < w.count; i++) {
        int64_t n = number_of(&w, i);
        if (n <= 0 || !stands_alone(text, &w.items[i])) continue;
        int person = counted_word(&w, i);
        if (person < 0 || is_norm(&w, i, person, meant)) continue;
        int first = person < i ? person : i, last = person < i ? i : person;
        if (n < r->threshold)
            report(r, &R612_SMALL_TYPED, place, piece(r, &w.items[first], &w.items[last]), NULL);
        else if (strstr(w.items[person].fold, "student") || strstr(w.items[person].fold, "eerstejaars")) {
            const char *id = map_get(r->hidden, arena_printf(r->arena, "%lld studenten", (long long)n));
            if (id) report(r, &R614_WITHHELD_TYPED, place, piece(r, &w.items[first], &w.items[last]), id);
        }
        if (n >= r->threshold) look_around(r, text, &w, i, n, place);
    }
    look_for_hidden(r, text, place);
}

/* ---- what is read: all words that the language has a place for ---- */

static bool has_role(const Node *node, LanguageRole role) {
    return language_of(node) && language_role(language_of(node)) == role;
}

/* A table about persons whose cells hold small whole numbers. */
static void look_at_table(Reading *r, const Node *table) {
    const char *all = node_string(r->arena, table), *small = NULL;
    bool persons = false;
    Words words = words_of(r->arena, all);
    for (int i = 0; i < words.count; i++)
        persons |= words_are_role(words.items[i].fold) || strstr(words.items[i].fold, "enquete");
    for (const Node *cell = node_walk(table, table, NULL); cell && !small; cell = node_walk(table, cell, NULL)) {
        if (!has_role(cell, LANGUAGE_ROLE_CELL)) continue;
        const char *text = node_string(r->arena, cell);
        Words w = words_of(r->arena, text);
        for (int i = 0; i < w.count && !small; i++) {
            int64_t n = isdigit((unsigned char)*w.items[i].start) ? number_of(&w, i) : -1;
            bool begins =
                i == 0 || w.items[i].start[-2] == ',' || w.items[i].start[-2] == ';' || w.items[i].start[-1] == '(';
            if (n > 0 && n < r->threshold && begins && stands_alone(text, &w.items[i]) && *w.items[i].end != '.')
                small = text;
        }
    }
    if (persons && small) report(r, &R613_SMALL_TABLE, table->place, small, NULL);
}

/* Words that belong together: a paragraph, a cell, a note; not the words within its lines. */
static bool is_block(const Node *node) {
    const LanguageElement *element = language_of(node);
    if (!element || !language_holds_text(element)) return false;
    return language_kind(element) != ELEMENT_INLINE || language_role(element) == LANGUAGE_ROLE_FOOTNOTE;
}

/* Does it show a number of the ledger, which is guarded there? */
static bool is_number(const Node *node) {
    const LanguageElement *element = language_of(node);
    return element && language_kind(element) == ELEMENT_INLINE && language_attribute_of_kind(element, VALUE_FACT);
}

/* Whole names in all text, in pieces too; misspelt ones where nobody has looked. */
static void look_for_names(Reading *r, const Node *n, bool looked) {
    const char *left = is_block(n) ? names_left(r->names, node_string(r->arena, n)) : NULL;
    if (left && !looked) report(r, &R611_NAME, n->place, left, NULL);
    for (const Attribute *a = n->attributes; a && !looked; a = a->next)
        if ((left = strpbrk(a->value, "ABCDEFGHIJKLMNOPQRSTUVWXYZ@") ? names_left(r->names, a->value) : NULL))
            report(r, &R611_NAME, a->place.file ? a->place : n->place, left, NULL);
}

/* Titles, alternatives and other words in attributes. */
static void look_at_attributes(Reading *r, const Node *node, Meant meant) {
    for (const Attribute *a = node->attributes; a; a = a->next) {
        const LanguageAttribute *described = language_attribute_of(node, a);
        if (described && (described->kind == VALUE_TEXT || described->kind == VALUE_NAME))
            look_at_text(r, a->value, a->place.file ? a->place : node->place, meant);
    }
}

/* What an element says of the words in it, when those around it are meant as they are. */
static Meant meant_in(const Node *node, Meant around) {
    const LanguageElement *element = language_of(node);
    if (!element || around == MEANT_FOR_NOBODY) return around;
    switch (language_kind(element)) {
    case ELEMENT_PART:
    case ELEMENT_LIST:
    case ELEMENT_THING:
    case ELEMENT_ROW:
    case ELEMENT_VALUES:
        return around == MEANT_AS_REPORT && language_about(element) == ABOUT_NOBODY ? MEANT_FOR_NOBODY : around;
    default:
        return language_role(element) == LANGUAGE_ROLE_NORM ? MEANT_AS_NORM : around;
    }
}

static void look_below(Reading *r, const Node *node, bool looked, Meant around) {
    const char *said = public_mark(node);
    Meant meant = meant_in(node, around);
    if (said) looked = !strcmp(said, "ja");
    look_for_names(r, node, looked);
    if (!looked) look_at_attributes(r, node, meant);
    if (has_role(node, LANGUAGE_ROLE_TABLE) && !looked) look_at_table(r, node);
    for (const Node *n = node->first; n; n = n->next) {
        if (n->kind == NODE_ELEMENT && !is_number(n)) look_below(r, n, looked, meant);
        if (n->kind == NODE_TEXT && !looked) look_at_text(r, n->text, n->place, meant);
    }
}

void public_check(Arena *arena, const Node *tree, const Partnership *partnership, const Names *names,
                  const Ledger *ledger, const Suppression *suppression, Diagnostics *diagnostics) {
    Reading r = {
        arena,      names, ledger, suppression, map_new(arena), public_threshold(partnership), partnership->language,
        diagnostics};
    collect_hidden(&r);
    look_below(&r, tree, false, MEANT_AS_REPORT);
}
