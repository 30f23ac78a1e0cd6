/* Reads a sentence against the facts. Careful: what is not understood to the last word is left open. */
#include "prose/match.h"

#include <stdio.h>
#include <string.h>

#include "prose/cell.h"
#include "prose/clause.h"
#include "prose/typed.h"
#include "prose/verdict.h"

/* Words right before the number that make it a part, a norm or a share-out: "van de 19", "op twee locaties". */
static bool is_part(const char *before) {
    static const char *const parts[] = {"van", "per", "op", "met", "bij", "voor", "aan", "in", "uit", "na", "onder", "elke", "iedere", "elk", "maal", "plus", "min", "over"};
    char words[80], *word[3] = {"", "", ""}, *rest = NULL;
    size_t n = strlen(before);
    snprintf(words, sizeof words, "%s", n > 60 ? before + n - 60 : before);
    for (char *w = strtok_r(words, " ", &rest); w; w = strtok_r(NULL, " ", &rest)) word[0] = word[1], word[1] = word[2], word[2] = w;
    static const char *const articles[] = {"de", "het", "die", "deze", "onze"}, *const senses[] = {"ruim", "bijna", "circa", "ongeveer", "krap", "precies", "dan", "minstens"};
    if (AMONG(word[2], senses)) word[2] = word[1], word[1] = word[0];
    if (AMONG(word[2], articles)) return AMONG(word[1], parts);
    if (!AMONG(word[2], parts)) return false;
    if (strcmp(word[2], "van") == 0) return !topic_measures(word[1]) && strcmp(word[1], "totaal") != 0 && strcmp(word[1], "aantal") != 0;
    static const char *const comes[] = {"uit", "neer", "kwam", "komt", "vastgesteld", "begroot"}, *const consists[] = {"bestaat", "bestond"};
    if (strcmp(word[2], "op") == 0) return !AMONG(word[1], comes);
    return strcmp(word[2], "uit") != 0 || !AMONG(word[1], consists);
}

/* Parts of the report that speak of other things than the year that was. */
static bool is_account(const Matcher *m, const ProseItem *item) {
    if (item->passage == NO_INDEX) return false;
    const Passage *passage = &m->p->text->passages[item->passage];
    const Section *s = &m->p->text->sections[item->section];
    bool words = passage->kind == PASSAGE_PARAGRAPH || passage->kind == PASSAGE_ITEM || passage->kind == PASSAGE_CELL;
    return words && !passage->asked && !s->annex && !s->outlook && !s->goals && !s->steering;
}

/* Does the text around the sentence name a school, institute or the like, so that the sentence may be about that? */
static bool has_context(const Matcher *m, const ProseItem *item, const char *unit, size_t start, size_t end) {
    const Narrative *text = m->p->text;
    const Passage *passage = &text->passages[item->passage];
    if (reading_names_any(m, arena_strndup(m->arena, passage->text, start), unit) || reading_names_any(m, passage->text + end, unit)) return true;
    for (int s = item->section; s != NO_INDEX; s = text->sections[s].parent)
        if (text->sections[s].title.text && reading_names_any(m, text->sections[s].title.text, unit)) return true;
    return false;
}

/* "3 studenten meer": a difference, not a count. */
static bool is_difference(const Passage *passage, const ProseItem *item) {
    static const char *const words[] = {"meer", "minder", "hoger", "lager", "groter", "kleiner", "te veel", "te weinig", "extra", "erbij", "over", "boven", "onder"};
    const char *behind = passage->text + item->end;
    behind += strspn(behind, " ");
    if (item->kind == PROSE_COUNT && strncmp(behind, item->noun, strlen(item->noun)) == 0) behind += strlen(item->noun);
    behind += strspn(behind, " ");
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strncmp(behind, words[i], strlen(words[i])) == 0) return true;
    return false;
}

/* Boards and institutes are larger than their part in the partnership: "Hogeschool Merwede heeft 12.000 studenten". */
static Match within_partnership(const ProseItem *item, const Reading *r, Match match) {
    enum { TIMES = 5 };
    bool own = false, board = false;
    for (int i = 0; i < r->entity_count; i++) own |= r->entities[i].kind == ENTITY_INSTITUTE, board |= r->entities[i].kind == ENTITY_BOARD;
    if (match.verdict != VERDICT_CONTRADICTS || r->strong || !(own || board)) return match;
    bool large = decimal_compare(item->said.value, decimal_mul(match.fact->exact, decimal_int(TIMES))) > 0;
    return large || (board && strcmp(r->unit, "studenten") != 0) ? (Match){VERDICT_OPEN, NULL} : match;
}

static bool tells_of_special(const char *text, size_t size) {
    static const char *const words[] = {"proef", "pilot", "project", "module", "cursus", "training", "workshop", "enqu", "evaluatie", "conferentie", "bijeenkomst", "werkgroep",
                                        "reis", "intervisie", "ontwikkelteam", "groepje", "experiment", "deelnemers", "respondenten", "vorig jaar", "volgend jaar"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        const char *found = strcasestr(text, words[i]);
        if (found && (size_t)(found - text) < size) return true;
    }
    return false;
}

/* Do the sentences around it, or its headings, speak of an occasion of which some took part? */
static bool is_special(const Matcher *m, const ProseItem *item, size_t start, size_t end) {
    const Narrative *text = m->p->text;
    const Passage *passage = &text->passages[item->passage];
    if (tells_of_special(passage->text, start) || tells_of_special(passage->text + end, passage->size - end)) return true;
    for (int s = item->section; s != NO_INDEX; s = text->sections[s].parent) {
        const char *title = text->sections[s].title.text;
        if (title && tells_of_special(title, strlen(title))) return true;
    }
    return false;
}

/* "Het aantal studenten was 25", "het streefaantal was 30": what is counted stands before the number. */
static const char *counted_before(const Matcher *m, const ProseItem *item, const char *sentence) {
    const char *at = item->kind == PROSE_COUNT && !*item->noun ? strstr(sentence, "aantal ") : NULL;
    if (!at) return NULL;
    if (at - sentence >= 6 && strncmp(at - 6, "streef", 6) == 0) return "studenten";
    unsigned measures;
    char *rest = NULL, *copy = arena_strdup(m->arena, at + 7);
    for (int i = 0; i < 2; i++) {
        const char *word = strtok_r(i ? NULL : copy, " ,.", &rest), *unit = word ? topic_unit(word, &measures) : NULL;
        if (unit) return unit;
    }
    return NULL;
}

enum { LONGEST = 20000 }; /* nobody writes such a paragraph, and reading one takes the square of its length */

Match matcher_judge(const Matcher *m, int index) {
    const ProseItem *item = &m->prose->items[index];
    const Match open = {VERDICT_OPEN, NULL};
    unsigned measures;
    if (!item->said.readable || !is_account(m, item) || m->p->text->passages[item->passage].size > LONGEST) return open;
    if (m->p->text->passages[item->passage].kind == PASSAGE_CELL) return cell_judge(m, item);
    const Passage *passage = &m->p->text->passages[item->passage];
    size_t start, end;
    passage_sentence_ends(passage, item->at, &start, &end);
    Clauses clauses;
    size_t whole = end;
    if (clauses_of(passage->text, start, end, &clauses)) {
        if (item->at > clauses.head_end) return is_special(m, item, start, end) ? open : clause_share(m, index, &clauses);
        if (clause_list_is_plain(m, index, &clauses)) end = clauses.head_end;
    }
    Reading r = {.text = reading_lower(m->arena, arena_strndup(m->arena, passage->text + start, end - start)), .start = start, .unit = reading_unit(item, &measures)};
    if (!r.unit) r.unit = counted_before(m, item, r.text);
    if (!r.unit || item->at < start || is_difference(passage, item) || is_part(arena_strndup(m->arena, r.text, item->at - start))) return open;
    reading_take_names(m, &r);
    reading_take_items(m, &r, index, end);
    reading_take_words(m, &r);
    const char *sentence = arena_strndup(m->arena, passage->text + start, end - start);
    bool divides = r.entity_count == 1 && (r.entities[0].kind == ENTITY_INSTITUTE || r.entities[0].kind == ENTITY_LEVEL);
    if (strcmp(r.unit, "%") == 0 && !r.measures && divides && strcasestr(sentence, "van de studenten") && (strcasestr(sentence, "afkomstig") || strcasestr(sentence, " komt "))) r.measures = TOPIC_SHARE;
    bool needs_measure = strcmp(r.unit, "EUR") == 0 || strcmp(r.unit, "%") == 0;
    if (!r.strong && is_special(m, item, start, whole)) return open;
    if (r.lost || !r.scope || (needs_measure && !r.measures)) return open;
    Match match = verdict_of(m, item, &r, !r.entity_count && has_context(m, item, r.unit, start, whole));
    return within_partnership(item, &r, match);
}

Match matcher_find(const Matcher *m, int index) {
    const ProseItem *item = &m->prose->items[index];
    unsigned measures;
    Match match = matcher_judge(m, index);
    return match.verdict == VERDICT_OPEN && item->said.readable ? verdict_like(m, item, reading_unit(item, &measures)) : match;
}

bool matcher_knows_earlier(const Matcher *m, const char *text) {
    char *rest = NULL;
    for (char *word = strtok_r(reading_lower(m->arena, text), " ,.;:()!?\n", &rest); word; word = strtok_r(NULL, " ,.;:()!?\n", &rest)) {
        unsigned measures;
        const char *unit = topic_unit(word, &measures);
        for (size_t i = 0; unit && i < m->topic_count; i++) {
            const Topic *t = &m->topics[i];
            bool year = t->year && school_year_parse(t->year) && school_year_parse(t->year) != m->p->year.first;
            const char *known = *t->fact->unit ? t->fact->unit : strncmp(t->fact->id, unit, strlen(unit)) == 0 ? unit : ""; /* one that is only stated has no unit */
            if (year && t->clear && !t->entity_count && t->measures == measures && strcmp(known, unit) == 0) return true;
        }
    }
    return false;
}

Matcher *matcher_new(Arena *arena, const Partnership *partnership, const Ledger *ledger, const Prose *prose) {
    Matcher *m = ARENA_NEW(arena, Matcher);
    *m = (Matcher){.arena = arena, .p = partnership, .prose = prose, .margins = margins_of(partnership)};
    m->topics = ARENA_ARRAY(arena, ledger_count(ledger) + 1, Topic);
    for (size_t i = 0; i < ledger_count(ledger); i++) m->topics[m->topic_count++] = topic_of(arena, ledger_at(ledger, i));
    reading_learn_names(m);
    return m;
}
