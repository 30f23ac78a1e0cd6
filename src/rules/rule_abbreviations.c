/* Abbreviations: each explained once, in the list or in passing, and with one meaning. */
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "rules/rule.h"

/* Words in capitals of names in the input need no explanation: boards, institutes, schools, levels. */
static void learn_capitals(Check *check, Map *known, const char *text) {
    for (const char *p = text; p && *p;) {
        size_t n = 0;
        while (isalnum((unsigned char)p[n])) n++;
        if (n > 1) map_put(known, arena_strndup(check->arena, p, n), known);
        p += n ? n : 1;
    }
}

static void learn_names(Check *check, Map *known) {
    static const char *const common[] = {"HBO", "MBO", "WO", "VO", "PO", "CAO", "ICT", "AVG", "PDF", "BTW", "BV", "NV",
                                         "HAVO", "VWO", "VMBO", "OCW", "EU", "NL", "CSV", "XML", "MB",
                                         "PABO", "HRM", "PR", "NB", "DUO", "NVAO", "NRO", "HAN", "HU", "MS", "KVK", "DUS"};
    const Partnership *p = check->p;
    for (size_t i = 0; i < sizeof common / sizeof *common; i++) map_put(known, common[i], known);
    learn_capitals(check, known, p->name);
    learn_capitals(check, known, p->abbreviation);
    for (int i = 0; i < p->board_count; i++) {
        learn_capitals(check, known, p->boards[i].name);
        learn_capitals(check, known, p->boards[i].abbreviation);
    }
    for (int i = 0; i < p->institute_count; i++) {
        learn_capitals(check, known, p->institutes[i].name);
        learn_capitals(check, known, p->institutes[i].abbreviation);
        learn_capitals(check, known, p->institutes[i].first_year_label);
    }
    for (int i = 0; i < p->level_count; i++) {
        learn_capitals(check, known, p->levels[i].name);
        learn_capitals(check, known, p->levels[i].abbreviation);
    }
    for (int i = 0; i < p->location_count; i++) {
        learn_capitals(check, known, p->locations[i].name);
        learn_capitals(check, known, p->locations[i].abbreviation);
    }
    for (int i = 0; i < p->key_number_count; i++) learn_capitals(check, known, p->key_numbers[i].name);
}

typedef struct Capitals {
    Map *known, *used;   /* explained; met */
    Map *first, *second; /* the text it was first met in, and met in again */
    bool annex;
} Capitals;

static bool is_capitals(const char *p, size_t n) {
    size_t upper = 0;
    for (size_t i = 0; i < n; i++) {
        upper += isupper((unsigned char)p[i]) != 0;
        if (!isupper((unsigned char)p[i]) && !isdigit((unsigned char)p[i])) return false;
    }
    return upper >= 2;
}

/* Is the word at p (n long) explained in passing: within parentheses, or with parentheses right behind it? */
static bool in_passing(const char *text, const char *p, size_t n) {
    int open = 0;
    for (const char *q = text; q < p; q++) open += *q == '(' ? 1 : *q == ')' && open ? -1 : 0;
    if (open) return true;
    for (p += n; *p && !isspace((unsigned char)*p); p++)
        if (*p == '(') return true;
    return isspace((unsigned char)*p) && p[1] == '(';
}

/* Every word in capitals of a text. What an annex mentions once (a publisher, a model) needs no explanation. */
static void collect_capitals(Check *check, const TextPiece *text, Capitals *c) {
    for (const char *p = text->text; *p;) {
        size_t n = 0;
        while (isalnum((unsigned char)p[n]) || (unsigned char)p[n] >= 0x80) n++;
        bool joined = p > text->text && (p[-1] == '/' || p[-1] == '.' || p[-1] == '@' || p[-1] == '+');
        size_t word = n > 2 && p[n - 1] == 's' ? n - 1 : n; /* WPB's and WPBs */
        if (word > 1 && word < 8 && !joined && is_capitals(p, word)) {
            char *key = arena_strndup(check->arena, p, word);
            map_put(c->used, key, c);
            if (in_passing(text->text, p, n)) map_put(c->known, key, c);
            if (map_get(c->first, key) || !c->annex) map_put(c->second, key, c);
            if (!map_get(c->first, key)) map_put(c->first, key, (void *)text);
        }
        p += n ? n : 1;
    }
}

/* Every text; a heading and a term introduce what they name. */
static void read_texts(Check *check, Capitals *c) {
    const Narrative *text = check->text;
    for (int i = 0; i < text->shown_count; i++) learn_capitals(check, c->known, text->shown[i].text.text);
    for (int i = 0; i < text->piece_count; i++) {
        c->annex = text->sections[text->sections[text->passages[text->pieces[i].passage].section].part].annex;
        collect_capitals(check, &text->pieces[i], c);
    }
}

static bool is_list_of_abbreviations(const Check *check, const Node *node) {
    for (int i = 0; i < check->p->abbreviation_count; i++) {
        const Place *at = &check->p->abbreviations[i].place;
        if (at->line == node->place.line && at->column == node->place.column && at->file == node->place.file) return true;
    }
    return false;
}

/* Does a name in the data use the abbreviation? Functions of members, headings of figures. */
static bool used_in_data(const Check *check, const char *shorthand) {
    size_t n = strlen(shorthand);
    for (const Node *e = check->input; e; e = node_walk(check->input, e, NULL)) {
        if (is_list_of_abbreviations(check, e)) continue;
        for (const Attribute *a = e->attributes; a; a = a->next)
            for (const char *p = a->value; (p = strstr(p, shorthand)); p += n)
                if ((p == a->value || !isalnum((unsigned char)p[-1])) && !isalpha((unsigned char)p[n])) return true;
    }
    return false;
}

/* What the data say that it stands for; NULL: they do not know it. */
static const char *meaning_of(const Check *check, const char *shorthand) {
    const Partnership *p = check->p;
    for (int i = 0; i < p->abbreviation_count; i++)
        if (strcmp(p->abbreviations[i].shorthand, shorthand) == 0) return p->abbreviations[i].meaning;
    for (int i = 0; i < p->institute_count; i++)
        if (p->institutes[i].abbreviation != p->institutes[i].name && strcmp(p->institutes[i].abbreviation, shorthand) == 0) return p->institutes[i].name;
    for (int i = 0; i < p->board_count; i++)
        if (p->boards[i].abbreviation != p->boards[i].name && strcmp(p->boards[i].abbreviation, shorthand) == 0) return p->boards[i].name;
    return NULL;
}

/* Can the word be what the letters stand for: "hoogwater" for HW? */
static bool spells(const char *word, size_t n, const char *shorthand) {
    if (tolower((unsigned char)*word) != tolower((unsigned char)*shorthand)) return false;
    for (size_t i = 0; i < n && *shorthand; i++)
        if (tolower((unsigned char)word[i]) == tolower((unsigned char)*shorthand)) shorthand++;
    return !*shorthand;
}

/* "hoogwater (HW)": another meaning than the list's? The word has to begin as a word of the meaning does. */
static void check_meaning(Check *check, const TextPiece *piece, const char *open, const char *shorthand) {
    enum { STEM = 4 };
    const char *meaning = meaning_of(check, shorthand), *end = open;
    while (meaning && end > piece->text && isspace((unsigned char)end[-1])) end--;
    const char *word = end;
    while (meaning && word > piece->text && (isalpha((unsigned char)word[-1]) || (unsigned char)word[-1] >= 0x80 || word[-1] == '-')) word--;
    size_t n = (size_t)(end - word);
    if (!meaning || n < STEM || !spells(word, n, shorthand) || strcasestr(meaning, arena_strndup(check->arena, word, STEM))) return;
    rule_report(check, &R504_TWO_MEANINGS, piece_place(piece, (size_t)(word - piece->text)), arena_strndup(check->arena, word, n), meaning, shorthand, NULL, NULL);
}

static void find_meanings(Check *check, const TextPiece *piece) {
    for (const char *open = piece->text; (open = strchr(open, '(')); open++) {
        size_t n = 0;
        while (n < 8 && open[n + 1] && open[n + 1] != ')') n++;
        if (open[n + 1] == ')' && n >= 2 && n < 8) check_meaning(check, piece, open, arena_strndup(check->arena, open + 1, n));
    }
}

void rule_abbreviations(Check *check) {
    rule_each_text(check, find_meanings);
    const Partnership *p = check->p;
    Capitals c = {map_new(check->arena), map_new(check->arena), map_new(check->arena), map_new(check->arena), false};
    if (!p->abbreviation_count) return;
    learn_names(check, c.known);
    read_texts(check, &c);
    for (int i = 0; i < p->abbreviation_count; i++) {
        const Abbreviation *a = &p->abbreviations[i];
        for (int k = 0; k < i; k++)
            if (strcmp(p->abbreviations[k].shorthand, a->shorthand) == 0)
                rule_report(check, &R502_TWICE, a->place, a->meaning, p->abbreviations[k].meaning, a->shorthand, NULL, NULL);
        if (!map_get(c.used, a->shorthand) && !used_in_data(check, a->shorthand))
            rule_report(check, &R503_UNUSED, a->place, NULL, NULL, a->shorthand, NULL, NULL);
        learn_capitals(check, c.known, a->shorthand);
    }
    for (size_t i = 0; i < map_count(c.first); i++) {
        const TextPiece *text = map_value(c.first, i);
        if (!map_get(c.known, map_key(c.first, i)) && map_get(c.second, map_key(c.first, i)))
            rule_report(check, &R501_UNDEFINED, text->place, NULL, NULL, map_key(c.first, i), NULL, NULL);
    }
}
