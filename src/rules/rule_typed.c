/* Numbers typed in sentences: they do not follow the facts, may contradict one, and amounts say over what. */
#include <ctype.h>
#include <string.h>

#include "prose/typed.h"
#include "rules/rule.h"
#include "prose/statement.h"

/* ---- R222: a typed number beside the words of a fact ---- */

/* A fact as sentences may speak of it: the telling words of its name and what it counts. */
typedef struct Named {
    const Fact *fact;
    const char *const *words;
    const char *unit;
    size_t stem; /* of the unit */
    int count;
    bool hours;
} Named;

typedef struct Names {
    Named *items;
    size_t count;
} Names;

/* Length of a word without its plural ending. */
static size_t stem(const char *word) {
    size_t n = strlen(word);
    return n > 4 && strcmp(word + n - 2, "en") == 0 ? n - 2 : n > 3 && word[n - 1] == 's' ? n - 1 : n;
}

static bool is_telling(const char *word, const char *unit) {
    static const char *const empty[] = {"van", "de", "het", "een", "en", "in", "op", "per", "met", "voor", "door", "min", "of"};
    if (strlen(word) <= 2 || strcmp(word, unit) == 0) return false;
    for (size_t i = 0; i < sizeof empty / sizeof *empty; i++)
        if (strcmp(word, empty[i]) == 0) return false;
    return true;
}

static bool is_result(const Fact *fact) {
    return fact->status != FACT_UNKNOWN && !strchr(fact->id, '@') && strncmp(fact->id, "verandering.", 12) != 0 && strncmp(fact->id, "groei.", 6) != 0;
}

static Named name_of(Check *check, const Fact *fact) {
    char *rest = NULL, *label = arena_strdup(check->arena, fact->label);
    const char **words = ARENA_ARRAY(check->arena, strlen(label) / 2 + 1, const char *);
    Named named = {fact, words, fact->unit, stem(fact->unit), 0, strcmp(fact->unit, "uur") == 0};
    for (char *c = label; *c; c++) *c = (char)tolower((unsigned char)*c);
    for (char *word = strtok_r(label, " ,:()", &rest); word; word = strtok_r(NULL, " ,:()", &rest))
        if (is_telling(word, fact->unit)) words[named.count++] = word;
    return named;
}

/* The facts that a sentence can name, in the order of the ledger. */
static Names names_of(Check *check) {
    size_t total = ledger_count(check->ledger);
    Names names = {ARENA_ARRAY(check->arena, total + 1, Named), 0};
    for (size_t i = 0; i < total; i++) {
        const Fact *fact = ledger_at(check->ledger, i);
        if (!*fact->unit || !is_result(fact)) continue;
        Named named = name_of(check, fact);
        if (named.count) names.items[names.count++] = named;
    }
    return names;
}

/* What a typed number counts, as far as it can be compared with units. */
typedef struct Counted {
    const char *unit;
    size_t stem; /* 0: the unit as a whole */
    bool hours;
} Counted;

static Counted counted(const Typed *typed) {
    if (typed->euro) return (Counted){"EUR", 0, false};
    if (typed->percent) return (Counted){"%", 0, false};
    const char *noun = typed->noun;
    return (Counted){noun, stem(noun), strcmp(noun, "uur") == 0 || strcmp(noun, "uren") == 0 || strcmp(noun, "klokuren") == 0};
}

static bool same_unit(const Counted *c, const Named *named) {
    if (*c->unit != *named->unit && !(c->hours && named->hours)) return false;
    if (!c->stem) return strcmp(c->unit, named->unit) == 0;
    return named->hours ? c->hours : c->stem == named->stem && strncmp(c->unit, named->unit, c->stem) == 0;
}

static bool holds_word(const char *sentence, const char *word) {
    size_t n = strlen(word);
    for (const char *p = sentence; (p = strstr(p, word)); p += n) {
        bool starts = p == sentence || (!isalnum((unsigned char)p[-1]) && (unsigned char)p[-1] < 0x80);
        if (starts && !isalnum((unsigned char)p[n]) && (unsigned char)p[n] < 0x80) return true;
    }
    return false;
}

static bool holds_words(const char *sentence, const Named *named) {
    for (int i = 0; i < named->count; i++)
        if (!holds_word(sentence, named->words[i])) return false;
    return true;
}

/* Among the facts whose name the sentence holds, those with the most words: does one of them say the same? */
static void compare_typed(Check *check, const Names *names, const Passage *passage, const Typed *typed) {
    const Counted what = counted(typed);
    const char *sentence = passage_sentence(check->arena, passage, typed->at);
    Statement said = {.value = typed->value};
    const Fact *best = NULL;
    int most = 0;
    bool agrees = false;
    for (size_t i = 0; i < names->count; i++) {
        const Named *named = &names->items[i];
        if (!same_unit(&what, named) || named->count < most || !holds_words(sentence, named)) continue;
        if (!said.readable) said.sense = statement_sense_at_end(arena_strndup(check->arena, passage->text, typed->at));
        said.readable = true;
        if (named->count > most) agrees = false;
        if (named->count > most || strlen(named->fact->id) < strlen(best->id)) best = named->fact; /* the plainest of those with as many words */
        most = named->count;
        agrees |= statement_holds(said, named->fact, margins_of(check->p)) || taint_fact(check->taint, named->fact);
    }
    if (best && !agrees)
        rule_report(check, &R222_TYPED_FACT, passage_place(passage, typed->at), typed->written, decimal_text(check->arena, best->value), best->id,
                    typed->written, NULL);
}

/* ---- R153: an amount says over what ---- */

static bool says_over_what(const char *text) {
    static const char *const words[] = {"per ", "elk", "jaar", "maand", "week", "dag", "keer", "eenmalig", "totaal", "samen", "uurtarief", "20", "19"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcasestr(text, words[i])) return true;
    return false;
}

/* ---- R221: the typed numbers of a chapter or annex ---- */

typedef struct Found {
    const Names *names;
    Buffer list, head; /* all of them, and the first few */
    Place first;
    int count;
} Found;

static void look_at(Check *check, const Passage *passage, void *data) {
    Found *found = data;
    Typed typed;
    for (size_t from = 0; passage_next_number(check->arena, passage, &from, &typed);) {
        if (found->count < 8) buffer_printf(&found->head, "%s%s", found->count ? "; " : "", typed.written);
        if (found->count == 8) buffer_puts(&found->head, "; …");
        if (!found->count++) found->first = passage_place(passage, typed.at);
        buffer_printf(&found->list, "%s%s", found->list.size ? "; " : "", typed.written);
        compare_typed(check, found->names, passage, &typed);
        if (typed.euro && !says_over_what(passage->text))
            rule_report(check, &R153_PERIOD, passage_place(passage, typed.at), typed.written, NULL, typed.written, NULL, NULL);
    }
}

void rule_typed(Check *check) {
    const Names names = names_of(check);
    for (int i = 0; i < check->text->section_count; i++) {
        const Section *part = &check->text->sections[i];
        if (part->parent != NO_INDEX) continue;
        Found found = {.names = &names};
        rule_each_passage(check, i, look_at, &found);
        if (found.count)
            rule_report(check, &R221_TYPED, found.first, found.head.data, NULL, part->title.text ? part->title.text : part->name, found.list.data,
                        part->key ? part->key : part->name);
        buffer_free(&found.list);
        buffer_free(&found.head);
    }
}

/* ---- R151, R152: what counts says of what, and of when ---- */

void rule_units(Check *check) {
    const Partnership *p = check->p;
    for (int i = 0; i < p->key_number_count; i++)
        if (!p->key_numbers[i].unit)
            rule_report(check, &R151_UNIT, p->key_numbers[i].place, NULL, NULL, p->key_numbers[i].name ? p->key_numbers[i].name : p->key_numbers[i].key,
                        p->key_numbers[i].key, NULL);
    if (p->pupils_counted && !p->pupils_dated) rule_report(check, &R152_DATE, p->pupils_place, NULL, NULL, "leerlingen", NULL, NULL);
    if (p->students.given && !p->students.dated && (p->students.joint.given || p->students.by_institute.given || p->students.by_level.given))
        rule_report(check, &R152_DATE, p->students.place, NULL, NULL, "studenten", NULL, NULL);
}
