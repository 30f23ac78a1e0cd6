/* Numbers typed in sentences: they do not follow the facts, may contradict one, and amounts say over what. */
#include <ctype.h>
#include <string.h>

#include "rules/passage.h"
#include "rules/statement.h"

/* ---- R222: a typed number beside the words of a fact ---- */

/* Length of a word without its plural ending. */
static size_t stem(const char *word) {
    size_t n = strlen(word);
    return n > 4 && strcmp(word + n - 2, "en") == 0 ? n - 2 : n > 3 && word[n - 1] == 's' ? n - 1 : n;
}

static bool same_unit(const Typed *typed, const char *unit) {
    if (typed->euro) return strcmp(unit, "EUR") == 0;
    if (typed->percent) return strcmp(unit, "%") == 0;
    if (!*unit || !*typed->noun) return false;
    if (strcmp(unit, "uur") == 0)
        return strcmp(typed->noun, "uur") == 0 || strcmp(typed->noun, "uren") == 0 || strcmp(typed->noun, "klokuren") == 0;
    size_t n = stem(typed->noun);
    return n == stem(unit) && strncmp(typed->noun, unit, n) == 0;
}

static bool holds_word(const char *sentence, const char *word) {
    size_t n = strlen(word);
    for (const char *p = sentence; (p = strstr(p, word)); p += n) {
        bool starts = p == sentence || (!isalnum((unsigned char)p[-1]) && (unsigned char)p[-1] < 0x80);
        if (starts && !isalnum((unsigned char)p[n]) && (unsigned char)p[n] < 0x80) return true;
    }
    return false;
}

/* How many telling words of the fact's name the sentence holds; 0 unless it holds them all. */
static int words_found(Check *check, const char *sentence, const Fact *fact) {
    static const char *const empty[] = {"van", "de", "het", "een", "en", "in", "op", "per", "met", "voor", "door", "min", "of"};
    char *rest = NULL, *label = arena_strdup(check->arena, fact->label), *unit = arena_strdup(check->arena, fact->unit);
    int found = 0;
    for (char *c = label; *c; c++) *c = (char)tolower((unsigned char)*c);
    for (char *word = strtok_r(label, " ,:()", &rest); word; word = strtok_r(NULL, " ,:()", &rest)) {
        bool telling = strlen(word) > 2 && strcmp(word, unit) != 0;
        for (size_t i = 0; i < sizeof empty / sizeof *empty; i++) telling &= strcmp(word, empty[i]) != 0;
        if (!telling) continue;
        if (!holds_word(sentence, word)) return 0;
        found++;
    }
    return found;
}

static bool is_result(const Fact *fact) {
    return fact->status != FACT_UNKNOWN && !strchr(fact->id, '@') && strncmp(fact->id, "verandering.", 12) != 0 && strncmp(fact->id, "groei.", 6) != 0;
}

/* Among the facts whose name the sentence holds, those with the most words: does one of them say the same? */
static void compare_typed(Check *check, const Passage *passage, const Typed *typed) {
    const char *sentence = passage_sentence(check, passage, typed->at);
    const char *before = arena_strndup(check->arena, passage->text, typed->at);
    Statement said = {.sense = statement_sense_at_end(before), .value = typed->value, .readable = true};
    const Fact *best = NULL;
    int most = 0;
    bool agrees = false;
    for (size_t i = 0; i < ledger_count(check->ledger); i++) {
        const Fact *fact = ledger_at(check->ledger, i);
        if (!same_unit(typed, fact->unit) || !is_result(fact)) continue;
        int words = words_found(check, sentence, fact);
        if (!words || words < most) continue;
        if (words > most) agrees = false;
        if (words > most || strlen(fact->id) < strlen(best->id)) best = fact; /* the plainest of those with as many words */
        most = words;
        agrees |= statement_holds(said, fact, margins_of(check->p)) || taint_fact(check->taint, fact);
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
    Buffer list, head; /* all of them, and the first few */
    Place first;
    int count;
} Found;

static void look_at(Check *check, const Passage *passage, void *data) {
    Found *found = data;
    Typed typed;
    for (size_t from = 0; passage_next_number(check, passage, &from, &typed);) {
        if (found->count < 8) buffer_printf(&found->head, "%s%s", found->count ? "; " : "", typed.written);
        if (found->count == 8) buffer_puts(&found->head, "; …");
        if (!found->count++) found->first = passage_place(passage, typed.at);
        buffer_printf(&found->list, "%s%s", found->list.size ? "; " : "", typed.written);
        compare_typed(check, passage, &typed);
        if (typed.euro && !says_over_what(passage->text))
            rule_report(check, &R153_PERIOD, passage_place(passage, typed.at), typed.written, NULL, typed.written, NULL, NULL);
    }
}

void rule_typed(Check *check) {
    NODE_EACH(top, check->input, NULL) {
        if (!rule_is_narrative(top)) continue;
        Found found = {.count = 0};
        passage_each(check, top, look_at, &found);
        if (found.count)
            rule_report(check, &R221_TYPED, found.first, found.head.data, NULL, node_get_or(top, "titel", top->name), found.list.data,
                        node_get_or(top, "sleutel", top->name));
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
    const Node *pupils = node_child(check->input, "leerlingen"), *students = node_child(check->input, "studenten");
    if (pupils && node_child(pupils, "telling") && !node_get(pupils, "peildatum")) rule_report(check, &R152_DATE, pupils->place, NULL, NULL, "leerlingen", NULL, NULL);
    if (students && !node_get(students, "peildatum") && (p->students.joint.given || p->students.by_institute.given || p->students.by_level.given))
        rule_report(check, &R152_DATE, students->place, NULL, NULL, "studenten", NULL, NULL);
}
