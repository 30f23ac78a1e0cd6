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

/* Names that a text may misspell. */
typedef struct Spelling {
    const char *name;
    bool person;
} Spelling;

typedef struct Spellings {
    Spelling *items;
    int count;
} Spellings;

static void add_spelling(Spellings *s, const char *name, bool person) {
    size_t length = name ? strlen(name) : 0;
    if (length >= 8 && length <= 60 && (!person || strchr(name, ' '))) s->items[s->count++] = (Spelling){name, person};
}

static Spellings spellings_of(Check *check) {
    const Partnership *p = check->p;
    Spellings s = {ARENA_ARRAY(check->arena, (size_t)(p->person_count + p->board_count + p->institute_count + p->school_count + p->location_count) + 1, Spelling), 0};
    for (int i = 0; i < p->person_count; i++) add_spelling(&s, p->persons[i].name, true);
    for (int i = 0; i < p->board_count; i++) add_spelling(&s, p->boards[i].name, false);
    for (int i = 0; i < p->institute_count; i++) add_spelling(&s, p->institutes[i].name, false);
    for (int i = 0; i < p->school_count; i++) add_spelling(&s, p->schools[i].name, false);
    for (int i = 0; i < p->location_count; i++) add_spelling(&s, p->locations[i].name, false);
    return s;
}

/* Does the text at p begin with a name, spelt rightly? */
static bool is_name(const Spellings *s, const char *p) {
    for (int i = 0; i < s->count; i++)
        if (strncmp(p, s->items[i].name, strlen(s->items[i].name)) == 0) return true;
    return false;
}

static void compare_name(Check *check, const TextPiece *text, const char *p, const Spelling *spelling) {
    char piece[64];
    const char *name = spelling->name;
    if (*name != *p || (name[1] != p[1] && name[2] != p[2]) || !nearly(p, name, piece, sizeof piece) || strstr(text->text, name)) return;
    if (spelling->person) rule_report(check, &R403_TEXT_NAME, text->place, piece, name, name, NULL, NULL);
    else if (same_digits(piece, name) && !differ_in_codes(piece, name))
        rule_report(check, &R404_TEXT_ORGANISATION, piece_place(text, (size_t)(p - text->text)), piece, name, name, NULL, NULL);
}

/* Names in the text that are nearly, not exactly, a name of the data. */
static void find_misspelt(Check *check) {
    const Spellings s = spellings_of(check);
    for (int t = 0; t < check->text->piece_count; t++) {
        const TextPiece *text = &check->text->pieces[t];
        for (const char *p = text->text; *p; p++) {
            if (!isupper((unsigned char)*p) || (p > text->text && isalpha((unsigned char)p[-1])) || is_name(&s, p)) continue;
            for (int i = 0; i < s.count; i++) compare_name(check, text, p, &s.items[i]);
        }
    }
}

static void check_empty(Check *check, const char *name, Place place, const char *key) {
    bool empty = !name || !name[strspn(name, " \t\r\n\xC2\xA0")];
    if (empty && !taint_place(check->taint, place)) rule_report(check, &R405_NO_NAME, place, NULL, NULL, key ? key : "", NULL, NULL);
}

static void check_all_named(Check *check) {
    const Partnership *p = check->p;
    for (int i = 0; i < p->board_count; i++) check_empty(check, p->boards[i].name, p->boards[i].place, p->boards[i].key);
    for (int i = 0; i < p->institute_count; i++) check_empty(check, p->institutes[i].name, p->institutes[i].place, p->institutes[i].key);
    for (int i = 0; i < p->level_count; i++) check_empty(check, p->levels[i].name, p->levels[i].place, p->levels[i].key);
    for (int i = 0; i < p->school_count; i++) check_empty(check, p->schools[i].name, p->schools[i].place, p->schools[i].key);
    for (int i = 0; i < p->location_count; i++) check_empty(check, p->locations[i].name, p->locations[i].place, p->locations[i].key);
    for (int i = 0; i < p->person_count; i++) check_empty(check, p->persons[i].name, p->persons[i].place, p->persons[i].key);
}

void rule_names(Check *check) {
    check_persons(check);
    for (int i = 0; i < check->p->team_count; i++) check_employers(check, &check->p->teams[i]);
    for (int i = 0; i < check->p->body_count; i++) check_employers(check, &check->p->bodies[i]);
    check_organisations(check);
    check_all_named(check);
    find_misspelt(check);
}
