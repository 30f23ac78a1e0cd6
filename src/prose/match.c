/* Reads a sentence against the facts. Careful: what is not understood to the last word is left open. */
#include "prose/match.h"

#include <ctype.h>
#include <string.h>

#include "prose/topic.h"
#include "prose/typed.h"

typedef struct Name { /* by which a sentence calls an entity, in lower case */
    const char *text;
    Entity entity;
    bool known; /* to the facts: a parent school is not */
} Name;

struct Matcher {
    Arena *arena;
    const Partnership *p;
    const Prose *prose;
    Topic *topics;
    size_t topic_count;
    Name *names;
    int name_count;
    Margins margins;
};

/* A sentence as far as it is understood. */
typedef struct Reading {
    char *text;           /* in lower case; what was understood is blanked */
    size_t start;         /* of the sentence in the passage */
    Entity entities[TOPIC_ENTITIES];
    int entity_count;
    unsigned measures;
    const char *year;     /* of another school year that it names */
    const char *unit;
    bool scope, total;    /* it says that it speaks of the whole: of the partnership; in total */
    bool lost;            /* something in it is not understood */
} Reading;

static char *lower(Arena *arena, const char *text) {
    char *out = arena_strdup(arena, text);
    for (char *c = out; *c; c++) *c = (char)tolower((unsigned char)*c);
    return out;
}

static bool among(const char *word, const char *const *list, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (strcmp(word, list[i]) == 0) return true;
    return false;
}
#define AMONG(word, list) among((word), (list), sizeof(list) / sizeof *(list))

/* Words that say that a sentence speaks of the whole partnership. */
static const char *const SCOPES[] = {"partnerschap", "opleidingsschool", "samenwerkingsverband", "aantal", "we", "wij", "onze", "schooljaar", "leidden", "leiden",
                                     "begeleidden", "totale", "totaal", "telden", "ontvingen"};

/* ---- the names ---- */

static void add_name(Matcher *m, const char *text, EntityKind kind, const char *key, bool known) {
    if (!text || strlen(text) < 2 || !key) return;
    const char *name = lower(m->arena, text);
    if (AMONG(name, SCOPES) || topic_measures(name)) return; /* a budget line may be called "Totaal" */
    m->names[m->name_count++] = (Name){name, {kind, key}, known};
}

static void read_names(Matcher *m) {
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
static void take_names(const Matcher *m, Reading *r) {
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
        if (!best->known || (!again && r->entity_count == TOPIC_ENTITIES)) r->lost = true;
        else if (!again) r->entities[r->entity_count++] = best->entity;
    }
}

static bool names_any(const Matcher *m, const char *text, const char *unit) {
    char *copy = lower(m->arena, text);
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

static const char *unit_of(const ProseItem *item, unsigned *measures) {
    *measures = 0;
    if (item->kind == PROSE_AMOUNT) return "EUR";
    if (item->kind == PROSE_PERCENT) return "%";
    return item->kind == PROSE_COUNT ? topic_unit(item->noun, measures) : NULL;
}

static void take_item(const Matcher *m, Reading *r, const ProseItem *item, bool own) {
    unsigned measures;
    const char *unit = unit_of(item, &measures);
    if (item->kind == PROSE_SCHOOL_YEAR && item->last == item->year + 1) {
        if (item->year == m->p->year.first) r->scope = true;
        else r->year = arena_printf(m->arena, "%d-%d", item->year, item->last);
    } else if (!own && (!unit || strcmp(unit, r->unit) == 0)) {
        r->lost |= item->kind != PROSE_REFERENCE; /* two of one kind: one may be a part of the other */
    } else if (own) {
        r->measures |= measures;
    }
    blank(r, item->at, item->end + (item->kind == PROSE_COUNT ? strlen(item->noun) + 1 : 0));
}

/* Those of one passage stand together. What is a part of a name ("jaar 1") has been understood. */
static void take_items(const Matcher *m, Reading *r, int index, size_t end) {
    const ProseItem *items = m->prose->items;
    int first = index;
    while (first > 0 && items[first - 1].passage == items[index].passage) first--;
    for (int i = first; i < m->prose->count && items[i].passage == items[index].passage; i++)
        if (items[i].at >= r->start && items[i].at < end && r->text[items[i].at - r->start] != ' ') take_item(m, r, &items[i], i == index);
}

/* ---- the words that are left ---- */

static void take_word(Reading *r, const char *word) {
    static const char *const plain[] = {
        "de", "het", "een", "er", "in", "op", "van", "voor", "met", "en", "dit", "deze", "die", "dat", "ons", "is", "was", "waren", "zijn", "bedroeg", "bedraagt",
        "bedroegen", "telt", "telde", "tellen", "telden", "hebben", "heeft", "had", "hadden", "werken", "werkten", "samen", "samenwerken", "bestaat", "bestond", "uit", "komt",
        "kwam", "neer", "liepen", "lopen", "liep", "stage", "bij", "ook", "ruim", "bijna", "circa", "ca", "ongeveer", "precies", "exact", "meer", "dan", "minder",
        "minstens", "minimaal", "hoogstens", "maximaal", "ten", "minste", "hoogste", "rond", "krap", "werd", "werden", "euro", "zie", "figuur", "tabel", "blijkt",
        "opgeleid", "ingeschreven", "geplaatst", "leerlingen", "studenten", "hun", "daar", "daarmee", "doen", "deden", "mee", "nemen", "namen", "deel", "aan", "krijgen"};
    unsigned measures = topic_measures(word);
    r->measures |= measures;
    r->scope |= measures || AMONG(word, SCOPES);
    r->total |= strcmp(word, "totaal") == 0 || strcmp(word, "totale") == 0;
    r->lost |= !measures && !AMONG(word, SCOPES) && !AMONG(word, plain);
}

static void take_words(const Matcher *m, Reading *r) {
    if (*m->p->name) {
        char *name = find_words(r->text, lower(m->arena, m->p->name));
        if (name) memset(name, ' ', strlen(m->p->name)), r->scope = true;
    }
    char *rest = NULL;
    for (char *word = strtok_r(arena_strdup(m->arena, r->text), " ,.;:()!?\"'", &rest); word; word = strtok_r(NULL, " ,.;:()!?\"'", &rest)) {
        bool reference = *word == PASSAGE_OTHER && !word[1];
        if (!reference) take_word(r, word);
    }
    if (r->entity_count) r->scope = true;
}

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
    static const char *const comes[] = {"uit", "neer", "kwam", "komt"}, *const consists[] = {"bestaat", "bestond"};
    if (strcmp(word[2], "op") == 0) return !AMONG(word[1], comes);
    return strcmp(word[2], "uit") != 0 || !AMONG(word[1], consists);
}

/* ---- the verdict ---- */

/* Parts of the report that speak of other things than the year that was. */
static bool is_account(const Matcher *m, const ProseItem *item) {
    if (item->passage == NO_INDEX) return false;
    const Passage *passage = &m->p->text->passages[item->passage];
    const Section *s = &m->p->text->sections[item->section];
    bool words = passage->kind == PASSAGE_PARAGRAPH || passage->kind == PASSAGE_ITEM;
    return words && !passage->asked && !s->annex && !s->outlook && !s->goals && !s->steering;
}

/* Does the text around the sentence name a school, institute or the like, so that the sentence may be about that? */
static bool has_context(const Matcher *m, const ProseItem *item, const char *unit, size_t start, size_t end) {
    const Narrative *text = m->p->text;
    const Passage *passage = &text->passages[item->passage];
    if (names_any(m, arena_strndup(m->arena, passage->text, start), unit) || names_any(m, passage->text + end, unit)) return true;
    for (int s = item->section; s != NO_INDEX; s = text->sections[s].parent)
        if (text->sections[s].title.text && names_any(m, text->sections[s].title.text, unit)) return true;
    return false;
}

static bool says(const Matcher *m, const ProseItem *item, const Fact *fact) {
    return (fact->status == FACT_KNOWN || fact->status == FACT_PARTIAL) && statement_holds(item->said, fact, m->margins);
}

static bool same_unit(const Topic *topic, const char *unit) {
    return strcmp(topic->unit, unit) == 0 || (strcmp(unit, "scholen") == 0 && strcmp(topic->unit, "locaties") == 0);
}

static bool same_year(const Topic *topic, const char *year) {
    return year ? topic->year && strcmp(topic->year, year) == 0 : !topic->year;
}

static bool plainer(const Fact *a, const Fact *b) {
    return !b || strlen(a->id) < strlen(b->id);
}

/* Any fact of that unit with that value, the plainest. */
static Match like(const Matcher *m, const ProseItem *item, const char *unit) {
    Match match = {VERDICT_OPEN, NULL};
    for (size_t i = 0; unit && i < m->topic_count; i++) {
        const Topic *t = &m->topics[i];
        if (t->year || !same_unit(t, unit) || !says(m, item, t->fact) || !plainer(t->fact, match.fact)) continue;
        match = (Match){VERDICT_LIKE, t->fact};
    }
    return match;
}

/* Is it so, or can it be so, as far as the unknown part of the fact goes? */
static bool may_be(const Fact *fact, Decimal said) {
    if (fact->status == FACT_KNOWN) return false;
    const Bound *low = &fact->outcome.low, *high = &fact->outcome.high;
    if (fact->status != FACT_PARTIAL) return true;
    bool below = !low->open && fraction_compare(fraction_of(said), low->at) < 0, above = !high->open && fraction_compare(fraction_of(said), high->at) > 0;
    return !below && !above;
}

/* The sentence is understood: what do the facts that it speaks of say? */
static Match judge(const Matcher *m, const ProseItem *item, const Reading *r, bool context) {
    const Fact *about = NULL, *equal = NULL, *near = NULL;
    bool certain = true;
    for (size_t i = 0; i < m->topic_count; i++) {
        const Topic *t = &m->topics[i];
        if (!same_unit(t, r->unit) || !same_year(t, r->year)) continue;
        bool entities = topic_same_entities(t, r->entities, r->entity_count), holds = says(m, item, t->fact);
        bool primary = t->clear && entities && t->measures == r->measures;
        bool loose = !r->measures && !r->total && !r->entity_count; /* then it may be a count of another kind */
        bool similar = (loose && !t->clear) || (entities && !r->measures && (!r->total || !(t->measures & ~TOPIC_SIMILAR))) || (context && !r->entity_count);
        if (primary && holds && plainer(t->fact, equal)) equal = t->fact;
        if (primary && may_be(t->fact, item->said.value)) certain = false;
        if (primary && plainer(t->fact, about)) about = t->fact;
        if (!primary && similar && holds && plainer(t->fact, near)) near = t->fact;
    }
    if (equal) return (Match){VERDICT_AGREES, equal};
    if (near || !about || !certain || context) return (Match){near ? VERDICT_LIKE : VERDICT_OPEN, near};
    return (Match){VERDICT_CONTRADICTS, about};
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

Match matcher_judge(const Matcher *m, int index) {
    const ProseItem *item = &m->prose->items[index];
    const Match open = {VERDICT_OPEN, NULL};
    unsigned measures;
    if (!item->said.readable || !is_account(m, item)) return open;
    const Passage *passage = &m->p->text->passages[item->passage];
    size_t start, end;
    passage_sentence_ends(passage, item->at, &start, &end);
    Reading r = {.text = lower(m->arena, arena_strndup(m->arena, passage->text + start, end - start)), .start = start, .unit = unit_of(item, &measures)};
    if (!r.unit) r.unit = counted_before(m, item, r.text);
    if (!r.unit || item->at < start || is_part(arena_strndup(m->arena, r.text, item->at - start))) return open;
    take_names(m, &r);
    take_items(m, &r, index, end);
    take_words(m, &r);
    bool needs_measure = strcmp(r.unit, "EUR") == 0 || strcmp(r.unit, "%") == 0;
    if (r.lost || !r.scope || (needs_measure && !r.measures)) return open;
    return judge(m, item, &r, !r.entity_count && has_context(m, item, r.unit, start, end));
}

Match matcher_find(const Matcher *m, int index) {
    const ProseItem *item = &m->prose->items[index];
    unsigned measures;
    Match match = matcher_judge(m, index);
    return match.verdict == VERDICT_OPEN && item->said.readable ? like(m, item, unit_of(item, &measures)) : match;
}

bool matcher_knows_earlier(const Matcher *m, const char *text) {
    char *rest = NULL;
    for (char *word = strtok_r(lower(m->arena, text), " ,.;:()!?\n", &rest); word; word = strtok_r(NULL, " ,.;:()!?\n", &rest)) {
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
    read_names(m);
    return m;
}
