/* Names and abbreviations: one spelling per person, one employer, every abbreviation explained once. */
#include <ctype.h>
#include <string.h>

#include "base/likeness.h"
#include "rules/rule.h"

/* Do two names differ in letters only? "School 1" and "School 2" are two schools. */
static bool same_digits(const char *a, const char *b) {
    for (;;) {
        while (*a && !isdigit((unsigned char)*a)) a++;
        while (*b && !isdigit((unsigned char)*b)) b++;
        if (*a != *b) return false;
        if (!*a) return true;
        a++, b++;
    }
}

/* A word that tells two functions apart: "HSO" in "Instituutsopleider HSO", an "A"; nobody is called so. */
static bool is_code(const char *word, size_t n) {
    size_t small = 0;
    for (size_t i = 0; i < n; i++) small += islower((unsigned char)word[i]) != 0;
    return n > 0 && n <= 6 && small == 0 && word[n - 1] != '.';
}

/* "Instituut A" and "Instituut B": the words that differ are codes in both. */
static bool differ_in_codes(const char *a, const char *b) {
    for (;;) {
        size_t m = strcspn(a, " "), n = strcspn(b, " ");
        bool same = m == n && memcmp(a, b, n) == 0;
        if (!same && !(is_code(a, m) && is_code(b, n))) return false;
        if (!a[m] || !b[n]) return !a[m] && !b[n];
        a += m + 1, b += n + 1;
    }
}

/* Schools, locations, boards and institutes: one sign off is a slip, not another one. */
static void check_near(Check *check, Map *names, const char *name, Place place) {
    if (!name || strlen(name) < 8) return;
    for (size_t i = 0; i < map_count(names); i++) {
        const char *other = map_key(names, i);
        if (strcmp(other, name) != 0 && word_distance(other, name, 1) == 1 && same_digits(other, name) && !differ_in_codes(other, name))
            rule_report(check, &R401_NEAR, place, name, other, name, other, NULL);
    }
    map_put(names, name, names);
}

static void check_organisations(Check *check) {
    const Partnership *p = check->p;
    Map *names = map_new(check->arena);
    for (int i = 0; i < p->board_count; i++) check_near(check, names, p->boards[i].name, p->boards[i].place);
    for (int i = 0; i < p->institute_count; i++) check_near(check, names, p->institutes[i].name, p->institutes[i].place);
    for (int i = 0; i < p->school_count; i++) check_near(check, names, p->schools[i].name, p->schools[i].place);
    for (int i = 0; i < p->location_count; i++) check_near(check, names, p->locations[i].name, p->locations[i].place);
}

/* "Instituutsopleider HŐ" and "Instituutsopleider HSO": the same but for a last word that is a code in both. An initial
 * with a full stop is no code: "Vries J." and "Vries K." may be one person. */
static bool differ_in_code(const char *a, const char *b) {
    const char *end_a = strrchr(a, ' '), *end_b = strrchr(b, ' ');
    if (!end_a || !end_b || end_a - a != end_b - b || strncmp(a, b, (size_t)(end_a - a)) != 0) return false;
    return strcmp(end_a, end_b) != 0 && is_code(end_a + 1, strlen(end_a + 1)) && is_code(end_b + 1, strlen(end_b + 1));
}

static void check_persons(Check *check) {
    const Partnership *p = check->p;
    for (int i = 0; i < p->person_count; i++) {
        const Person *person = &p->persons[i];
        for (int k = 0; k < i; k++) {
            if (!person->name || !p->persons[k].name || strlen(person->name) < 6) continue;
            if (word_distance(person->name, p->persons[k].name, 2) <= 2 && !differ_in_code(person->name, p->persons[k].name))
                rule_report(check, &R401_NEAR, person->place, person->name, p->persons[k].name, person->name,
                            p->persons[k].name, NULL);
        }
    }
}

static const char *employer(const Partnership *p, int board, int institute) {
    return board != NO_INDEX ? p->boards[board].name : institute != NO_INDEX ? p->institutes[institute].name : NULL;
}

/* A team that names the employer of a member names the one the person has, and every team the same. */
static void check_employers(Check *check, const Body *body) {
    const Partnership *p = check->p;
    for (int i = 0; i < body->member_count; i++) {
        const Member *m = &body->members[i];
        const char *here = employer(p, m->board, m->institute);
        if (!here || m->person == NO_INDEX) continue;
        const Person *person = &p->persons[m->person];
        const char *own = employer(p, person->board, person->institute);
        if (own && (m->board != person->board || m->institute != person->institute))
            rule_report(check, &R402_EMPLOYERS, m->place, here, own, person->name, own, here);
    }
}

/* Is the text at p the name but for one sign? The misspelt piece is copied to piece. */
static bool nearly(const char *p, const char *name, char *piece, size_t room) {
    size_t length = strlen(name);
    for (int change = -1; change <= 1; change++) {
        size_t n = (size_t)((int)length + change);
        if (n >= room || strnlen(p, n) < n || isalpha((unsigned char)p[n]) || (unsigned char)p[n] >= 0x80) continue;
        memcpy(piece, p, n);
        piece[n] = 0;
        if (word_distance(piece, name, 1) == 1) return true;
    }
    return false;
}

/* Does the text at p begin with the name of a person, spelt rightly? */
static bool is_person(const Check *check, const char *p) {
    for (int i = 0; i < check->p->person_count; i++) {
        const char *name = check->p->persons[i].name;
        if (name && *name && strncmp(p, name, strlen(name)) == 0) return true;
    }
    return false;
}

/* A name in the text that is nearly, not exactly, the name of a person. */
static void find_misspelt(Check *check, const TextPiece *text) {
    char piece[64];
    for (const char *p = text->text; *p; p++) {
        if (!isupper((unsigned char)*p) || (p > text->text && isalpha((unsigned char)p[-1]))) continue;
        for (int i = 0; i < check->p->person_count; i++) {
            const char *name = check->p->persons[i].name;
            size_t length = name ? strlen(name) : 0;
            if (length < 8 || length > 60 || *name != *p || (name[1] != p[1] && name[2] != p[2])) continue;
            if (!strchr(name, ' ') || strncmp(p, name, length) == 0 || !nearly(p, name, piece, sizeof piece)) continue;
            if (!strstr(text->text, name) && !is_person(check, p))
                rule_report(check, &R403_TEXT_NAME, text->place, piece, name, name, NULL, NULL);
        }
    }
}

void rule_names(Check *check) {
    check_persons(check);
    for (int i = 0; i < check->p->team_count; i++) check_employers(check, &check->p->teams[i]);
    for (int i = 0; i < check->p->body_count; i++) check_employers(check, &check->p->bodies[i]);
    check_organisations(check);
    rule_each_text(check, find_misspelt);
}

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

void rule_abbreviations(Check *check) {
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
