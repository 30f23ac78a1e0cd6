/* Takes a text apart: the names, the quantities and the words that the data know. */
#include "prose/reading.h"

#include <ctype.h>
#include <string.h>

char *reading_lower(Arena *arena, const char *text) {
    char *out = arena_strdup(arena, text);
    for (char *c = out; *c; c++) *c = (char)tolower((unsigned char)*c);
    return out;
}

bool reading_among(const char *word, const char *const *list, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (strcmp(word, list[i]) == 0) return true;
    return false;
}

/* Words that say that a sentence speaks of the whole partnership. */
static const char *const SCOPES[] = {"partnerschap", "opleidingsschool", "samenwerkingsverband", "aantal", "we", "wij", "onze", "schooljaar", "leidden", "leiden",
                                     "begeleidden", "begeleiden", "begeleidde", "totale", "totaal", "telden", "ontvingen", "opgeleid", "jaar", "plaatsten"};

/* ---- the names ---- */

static void add_name(Matcher *m, const char *text, EntityKind kind, const char *key, bool known) {
    if (!text || strlen(text) < 2 || !key) return;
    const char *name = reading_lower(m->arena, text);
    if (AMONG(name, SCOPES) || topic_measures(name)) return; /* a budget line may be called "Totaal" */
    m->names[m->name_count++] = (Name){name, {kind, key}, known};
}

void reading_learn_names(Matcher *m) {
    const Partnership *p = m->p;
    int lines = 0;
    for (int c = 0; c < p->budget.category_count; c++) lines += p->budget.categories[c].line_count + 1;
    size_t room = 2 * (size_t)(p->location_count + p->institute_count + p->level_count + p->board_count + p->school_count + p->revenue_count + lines) + 1;
    m->names = ARENA_ARRAY(m->arena, room, Name);
#define NAMES(list, count, kind, known)                                                                     \
    for (int i = 0; i < (count); i++) {                                                                     \
        add_name(m, (list)[i].name, (kind), (list)[i].key, (known));                                         \
        if ((list)[i].abbreviation != (list)[i].name) add_name(m, (list)[i].abbreviation, (kind), (list)[i].key, (known)); \
    }
    NAMES(p->locations, p->location_count, ENTITY_LOCATION, true)
    for (int i = 0; i < p->institute_count; i++) {
        if (p->institutes[i].other) continue;
        add_name(m, p->institutes[i].name, ENTITY_INSTITUTE, p->institutes[i].key, true);
        add_name(m, p->institutes[i].abbreviation, ENTITY_INSTITUTE, p->institutes[i].key, true);
    }
    NAMES(p->levels, p->level_count, ENTITY_LEVEL, true)
    NAMES(p->boards, p->board_count, ENTITY_BOARD, true)
    NAMES(p->schools, p->school_count, ENTITY_LOCATION, false)
    for (int c = 0; c < p->budget.category_count; c++) {
        const BudgetCategory *category = &p->budget.categories[c];
        add_name(m, category->name, ENTITY_CATEGORY, category->key, true);
        for (int i = 0; i < category->line_count; i++) add_name(m, category->lines[i].name, ENTITY_LINE, category->lines[i].key, true);
    }
    for (int i = 0; i < p->revenue_count; i++) add_name(m, p->revenues[i].name, ENTITY_REVENUE, p->revenues[i].key, true);
}

static bool is_word_sign(char c) {
    return isalnum((unsigned char)c) || (unsigned char)c >= 0x80;
}

/* The name as words of their own in the text, or NULL. */
static char *find_words(char *text, const char *words) {
    size_t n = strlen(words);
    for (char *p = text; (p = strstr(p, words)); p++)
        if ((p == text || !is_word_sign(p[-1])) && !is_word_sign(p[n])) return p;
    return NULL;
}

/* Budget lines are named for amounts only. */
static bool is_named(const Name *name, const char *unit) {
    return name->entity.kind < ENTITY_CATEGORY || strcmp(unit, "EUR") == 0;
}

/* Longest names first: "Noord-West" is not "Noord". */
void reading_take_names(const Matcher *m, Reading *r) {
    for (;;) {
        const Name *best = NULL;
        char *at = NULL;
        for (int i = 0; i < m->name_count; i++) {
            if (!is_named(&m->names[i], r->unit) || (best && strlen(m->names[i].text) <= strlen(best->text))) continue;
            char *found = find_words(r->text, m->names[i].text);
            if (found) best = &m->names[i], at = found;
        }
        if (!best) return;
        memset(at, ' ', strlen(best->text));
        bool again = false;
        for (int i = 0; i < r->entity_count; i++) again |= r->entities[i].kind == best->entity.kind && strcmp(r->entities[i].key, best->entity.key) == 0;
        for (int i = 0; i < m->name_count; i++) { /* a name that two have may be either */
            const Name *other = &m->names[i];
            bool same = other->entity.kind == best->entity.kind && strcmp(other->entity.key, best->entity.key) == 0;
            r->lost |= !same && is_named(other, r->unit) && strcmp(other->text, best->text) == 0;
        }
        if (!best->known || (!again && r->entity_count == TOPIC_ENTITIES)) r->lost = true;
        else if (!again) r->entities[r->entity_count++] = best->entity;
    }
}

bool reading_names_any(const Matcher *m, const char *text, const char *unit) {
    char *copy = reading_lower(m->arena, text);
    for (int i = 0; i < m->name_count; i++)
        if (is_named(&m->names[i], unit) && find_words(copy, m->names[i].text)) return true;
    return false;
}

/* ---- the other quantities of the sentence ---- */

static void blank(Reading *r, size_t at, size_t end) {
    size_t size = strlen(r->text);
    for (size_t i = at; i < end; i++)
        if (i >= r->start && i - r->start < size) r->text[i - r->start] = ' ';
}

const char *reading_unit(const ProseItem *item, unsigned *measures) {
    *measures = 0;
    if (item->kind == PROSE_AMOUNT) return "EUR";
    if (item->kind == PROSE_PERCENT) return "%";
    return item->kind == PROSE_COUNT ? topic_unit(item->noun, measures) : NULL;
}

static bool is_organisations(const char *unit) {
    return !strcmp(unit, "scholen") || !strcmp(unit, "locaties") || !strcmp(unit, "instituten") || !strcmp(unit, "besturen");
}

/* "Twee scholen hebben samen 300 leerlingen" is of two, unless there are no more than two. */
static bool is_some(const Matcher *m, const ProseItem *item, const char *unit) {
    for (size_t i = 0; i < m->topic_count; i++) {
        const Topic *t = &m->topics[i];
        bool all = strcmp(t->unit, unit) == 0 && t->clear && !t->entity_count && !t->measures && !t->year && t->fact->status == FACT_KNOWN;
        if (all && statement_holds(item->said, t->fact, m->margins)) return false;
    }
    return true;
}

/* "4 locaties en 21 studenten" counts two things; "twee scholen hebben 1.400 leerlingen" counts one of the other. */
static bool stand_together(const Matcher *m, const ProseItem *a, const ProseItem *b) {
    const ProseItem *first = a->at < b->at ? a : b, *second = first == a ? b : a;
    const char *text = m->p->text->passages[a->passage].text;
    const char *between = arena_strndup(m->arena, text + first->end, second->at > first->end ? second->at - first->end : 0);
    return strstr(between, " en ") || strchr(between, ',');
}

static void take_item(const Matcher *m, Reading *r, const ProseItem *item, const ProseItem *whose) {
    bool own = item == whose;
    unsigned measures;
    const char *unit = reading_unit(item, &measures);
    if (item->kind == PROSE_SCHOOL_YEAR && item->last == item->year + 1) {
        if (item->year == m->p->year.first) r->scope = true;
        else r->year = arena_printf(m->arena, "%d-%d", item->year, item->last);
    } else if (!own && (!unit || strcmp(unit, r->unit) == 0)) {
        r->lost |= item->kind != PROSE_REFERENCE; /* two of one kind: one may be a part of the other */
    } else if (!own && is_organisations(unit) != is_organisations(r->unit) && (!stand_together(m, item, whose) || (is_organisations(unit) && is_some(m, item, unit)))) {
        r->lost = true;
    } else if (own) {
        r->measures |= measures;
    }
    blank(r, item->at, item->end + (item->kind == PROSE_COUNT ? strlen(item->noun) + 1 : 0));
}

/* Those of one passage stand together. What is a part of a name ("jaar 1") has been understood. */
void reading_take_items(const Matcher *m, Reading *r, int index, size_t end) {
    const ProseItem *items = m->prose->items;
    int first = index;
    while (first > 0 && items[first - 1].passage == items[index].passage && items[first - 1].at >= r->start) first--;
    for (int i = first; i < m->prose->count && items[i].passage == items[index].passage; i++)
        if (items[i].at >= r->start && items[i].at < end && r->text[items[i].at - r->start] != ' ') take_item(m, r, &items[i], &items[index]);
}

/* ---- the words that are left ---- */

static void take_word(Reading *r, const char *word) {
    static const char *const plain[] = {
        "de", "het", "een", "er", "in", "op", "van", "voor", "met", "en", "dit", "deze", "die", "dat", "ons", "is", "was", "waren", "zijn", "bedroeg", "bedraagt",
        "bedroegen", "telt", "telde", "tellen", "telden", "hebben", "heeft", "had", "hadden", "werken", "werkten", "samen", "samenwerken", "bestaat", "bestond", "uit", "komt",
        "kwam", "neer", "liepen", "lopen", "liep", "stage", "bij", "ook", "ruim", "bijna", "circa", "ca", "ongeveer", "precies", "exact", "meer", "dan", "minder",
        "minstens", "minimaal", "hoogstens", "maximaal", "ten", "minste", "hoogste", "rond", "krap", "werd", "werden", "euro", "zie", "figuur", "tabel", "blijkt",
        "ingeschreven", "leerlingen", "studenten", "scholen", "locaties", "besturen", "instituten", "hun",
        "daar", "omvat", "omvatte", "kent", "kende", "vastgesteld", "leverde", "levert", "leverden", "afkomstig", "begeleidt"};
    static const char *const wholes[] = {"partnerschap", "opleidingsschool", "samenwerkingsverband"};
    unsigned measures = topic_measures(word);
    r->measures |= measures;
    r->scope |= measures || AMONG(word, SCOPES);
    r->strong |= AMONG(word, wholes);
    r->total |= strcmp(word, "totaal") == 0 || strcmp(word, "totale") == 0;
    r->lost |= !measures && !AMONG(word, SCOPES) && !AMONG(word, plain);
}

void reading_take_words(const Matcher *m, Reading *r) {
    if (*m->p->name) {
        char *name = find_words(r->text, reading_lower(m->arena, m->p->name));
        if (name) memset(name, ' ', strlen(m->p->name)), r->scope = r->strong = true;
    }
    char *rest = NULL;
    for (char *word = strtok_r(arena_strdup(m->arena, r->text), " ,.;:()!?\"'", &rest); word; word = strtok_r(NULL, " ,.;:()!?\"'", &rest)) {
        bool reference = *word == PASSAGE_OTHER && !word[1];
        if (!reference) take_word(r, word);
    }
    if (r->entity_count) r->scope = true;
}
