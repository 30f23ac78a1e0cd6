/* What a writer typed and no ledger guards: names that remain, small numbers of persons, numbers that are withheld. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
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

/* Words for persons, as the text may end them: student, studenten, masterstudenten. */
static bool is_person_word(const char *fold) {
    static const char *const stems[] = {"student", "studenten", "leraar", "leraren", "docent", "docenten", "leerling", "leerlingen", "opleider", "opleiders", "begeleider", "begeleiders",
                                        "coach", "coaches", "leider", "leiders", "persoon", "personen", "mens", "mensen", "respondent", "respondenten", "deelnemer", "deelnemers",
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

/* The number that a word is; -1: none. "een" is an article more often than a number: only één counts. */
static int64_t number_of(const Word *w) {
    if (isdigit((unsigned char)*w->start)) {
        char *end;
        long long n = strtoll(w->start, &end, 10);
        return end == w->end ? n : -1;
    }
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

/* The person word that a number counts: within the next three words of the same phrase; -1: none. */
static int counted_word(const Words *w, int number) {
    static const char *const no[] = {"uur", "uren", "klokuren", "lesuren", "minuten", "weken", "week", "lesweken", "dagen", "dag", "dagdelen", "jaar", "jaren", "schooljaar", "schooljaren",
                                     "studiejaar", "studiejaren", "cursusjaren", "maand", "maanden", "kwartalen", "periodes", "perioden", "semesters", "euro", "paginas", "keer", "procent", "locaties", "scholen", "groepen", "groep", "teams", "team",
                                     "stappen", "fasen", "fase", "rollen", "niveaus", "per", "voor", "tot", "en", "of", "in", "op", "bij", "met", "aan", "door", "van", "de", "het"};
    int last = number + 3;
    if (is_part_of(w, number)) number += 2, last += 2; /* "drie van de vijf studenten" counts students too */
    for (int i = number + 1; i < w->count && i <= last; i++) {
        if (sentence_ends_between(&w->items[i - 1], &w->items[i])) return -1;
        if (is_person_word(w->items[i].fold)) return i;
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

static void look_at_text(Reading *r, const char *text, Place place) {
    Words w = words_of(r->arena, text);
    for (int i = 0; i < w.count; i++) {
        int64_t n = number_of(&w.items[i]);
        if (n <= 0 || !stands_alone(text, &w.items[i])) continue;
        int person = counted_word(&w, i);
        if (person < 0) continue;
        if (n < r->threshold) report(r, &R612_SMALL_TYPED, place, piece(r, &w.items[i], &w.items[person]), NULL);
        else if (strstr(w.items[person].fold, "student") || strstr(w.items[person].fold, "eerstejaars")) {
            const char *id = map_get(r->hidden, arena_printf(r->arena, "%lld studenten", (long long)n));
            if (id) report(r, &R614_WITHHELD_TYPED, place, piece(r, &w.items[i], &w.items[person]), id);
        }
    }
    look_for_hidden(r, text, place);
}

/* A table about persons whose cells hold small whole numbers. */
static void look_at_table(Reading *r, const Node *table) {
    const char *all = node_string(r->arena, table), *small = NULL;
    bool persons = false;
    Words words = words_of(r->arena, all);
    for (int i = 0; i < words.count; i++) persons |= is_person_word(words.items[i].fold) || strstr(words.items[i].fold, "enquete");
    for (const Node *cell = node_walk(table, table, "cel"); cell && !small; cell = node_walk(table, cell, "cel")) {
        const char *text = node_string(r->arena, cell);
        Words w = words_of(r->arena, text);
        for (int i = 0; i < w.count && !small; i++) {
            int64_t n = isdigit((unsigned char)*w.items[i].start) ? number_of(&w.items[i]) : -1;
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

static void look_below(Reading *r, const Node *node, bool narrative, bool looked, bool table) {
    const char *said = node_get(node, "openbaar");
    if (said) looked = !strcmp(said, "ja");
    look_for_names(r, node, looked);
    if (narrative && node_is(node, "tabel") && !looked) look_at_table(r, node);
    table |= node_is(node, "tabel");
    for (const Node *n = node->first; n; n = n->next) {
        if (n->kind == NODE_ELEMENT && !node_is(n, "getal")) look_below(r, n, narrative, looked, table);
        if (n->kind == NODE_TEXT && narrative && !looked && !table) look_at_text(r, n->text, n->place);
        if (n->kind == NODE_TEXT && narrative && !looked && table) look_for_hidden(r, n->text, n->place);
    }
}

void public_check(Arena *arena, const Node *tree, const Partnership *partnership, const Ledger *ledger, const Suppression *suppression, Diagnostics *diagnostics) {
    Reading r = {arena, names_new(arena, partnership), ledger, suppression, map_new(arena), public_threshold(partnership), partnership->language, diagnostics};
    collect_hidden(&r);
    for (const Attribute *a = tree->attributes; a; a = a->next) {
        const char *left = names_left(r.names, a->value);
        if (left) report(&r, &R611_NAME, a->place, left, NULL);
    }
    NODE_EACH(top, tree, NULL) look_below(&r, top, is_narrative(top), false, false);
}
