/* A fact's name taken apart: what it counts, and of which school, institute, level, board or budget line. */
#include "prose/topic.h"

#include <string.h>

typedef enum Measure {
    MEASURE_FIRST_YEARS, MEASURE_TARGET, MEASURE_PARTNERS, MEASURE_OTHERS, MEASURE_UNIQUE, MEASURE_SWITCHERS, MEASURE_DIFFERENCE, MEASURE_EXTRA,
    MEASURE_BUDGETED, MEASURE_REALISED, MEASURE_REVENUE, MEASURE_RESERVE, MEASURE_RESULT, MEASURE_UNSPENT, MEASURE_REIMBURSED, MEASURE_BONUS,
    MEASURE_SHARE, MEASURE_DUSI, MEASURE_LEADERS, MEASURE_BEGIN, MEASURE_END, MEASURE_REACHED, MEASURE_NONE
} Measure;
#define BIT(measure) (1u << (measure))

const unsigned TOPIC_SHARE = BIT(MEASURE_SHARE);
const unsigned TOPIC_SIMILAR = BIT(MEASURE_PARTNERS) | BIT(MEASURE_UNIQUE) | BIT(MEASURE_DUSI);

/* Parts of names of facts, and words of sentences. */
static const struct Word { const char *word; Measure measure; bool in_id, in_text; } WORDS[] = {
    {"eerstejaars", MEASURE_FIRST_YEARS, true, true}, {"eerstejaarsstudenten", MEASURE_FIRST_YEARS, false, true},
    {"streefaantal", MEASURE_TARGET, true, true}, {"streefaantallen", MEASURE_TARGET, false, true}, {"streefgetal", MEASURE_TARGET, false, true},
    {"partners", MEASURE_PARTNERS, true, true}, {"partnerinstituten", MEASURE_PARTNERS, false, true}, {"overig", MEASURE_OTHERS, true, false},
    {"overige", MEASURE_OTHERS, false, true}, {"uniek", MEASURE_UNIQUE, true, false}, {"unieke", MEASURE_UNIQUE, false, true},
    {"wisselaars", MEASURE_SWITCHERS, true, true}, {"verschil", MEASURE_DIFFERENCE, true, true}, {"extra", MEASURE_EXTRA, true, true},
    {"begroting", MEASURE_BUDGETED, true, true}, {"begroot", MEASURE_BUDGETED, true, true}, {"begrote", MEASURE_BUDGETED, false, true},
    {"realisatie", MEASURE_REALISED, true, true}, {"gerealiseerd", MEASURE_REALISED, true, true}, {"gerealiseerde", MEASURE_REALISED, false, true}, {"uitgaven", MEASURE_REALISED, false, true},
    {"baten", MEASURE_REVENUE, true, true}, {"inkomsten", MEASURE_REVENUE, false, true}, {"reserve", MEASURE_RESERVE, true, true},
    {"resultaat", MEASURE_RESULT, true, true}, {"onderuitputting", MEASURE_UNSPENT, true, true}, {"vergoeding", MEASURE_REIMBURSED, true, true},
    {"bonus", MEASURE_BONUS, true, true}, {"aandeel", MEASURE_SHARE, true, true}, {"dusi", MEASURE_DUSI, true, false},
    {"kartrekkers", MEASURE_LEADERS, true, true}, {"begin", MEASURE_BEGIN, true, false}, {"eind", MEASURE_END, true, false}, {"gehaald", MEASURE_REACHED, true, true},
};
/* Parts that say nothing beside the unit. */
static const char *const PLAIN[] = {"totaal", "som", "studenten", "leerlingen", "niveaus", "aantal", "besturen", "instituten", "locaties", "scholen", "bedrag"};

unsigned topic_measures(const char *word) {
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        if (WORDS[i].in_text && strcmp(WORDS[i].word, word) == 0) return BIT(WORDS[i].measure);
    return 0;
}

const char *topic_unit(const char *noun, unsigned *measures) {
    static const struct { const char *noun, *unit; unsigned measures; } nouns[] = {
        {"student", "studenten", 0}, {"studenten", "studenten", 0}, {"eerstejaars", "studenten", BIT(MEASURE_FIRST_YEARS)},
        {"eerstejaarsstudenten", "studenten", BIT(MEASURE_FIRST_YEARS)}, {"streefaantal", "studenten", BIT(MEASURE_TARGET)}, {"wisselaars", "studenten", BIT(MEASURE_SWITCHERS)}, {"leerling", "leerlingen", 0},
        {"leerlingen", "leerlingen", 0}, {"bestuur", "besturen", 0}, {"besturen", "besturen", 0}, {"schoolbesturen", "besturen", 0},
        {"instituten", "instituten", 0}, {"opleidingsinstituten", "instituten", 0}, {"locaties", "locaties", 0}, {"schoollocaties", "locaties", 0},
        {"locatie", "locaties", 0}, {"instituut", "instituten", 0}, {"scholen", "scholen", 0}, {"school", "scholen", 0}};
    *measures = 0;
    for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++)
        if (strcmp(nouns[i].noun, noun) == 0) {
            *measures = nouns[i].measures;
            return nouns[i].unit;
        }
    return NULL;
}

static bool is_plain(const char *part) {
    for (size_t i = 0; i < sizeof PLAIN / sizeof *PLAIN; i++)
        if (strcmp(PLAIN[i], part) == 0) return true;
    return false;
}

/* Takes a part of an id; false when nothing is known of it. */
static bool take_part(Topic *topic, const char *part) {
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        if (WORDS[i].in_id && strcmp(WORDS[i].word, part) == 0) {
            topic->measures |= BIT(WORDS[i].measure);
            return true;
        }
    return is_plain(part);
}

Topic topic_of(Arena *arena, const Fact *fact) {
    static const char *const kinds[ENTITY_KINDS] = {[ENTITY_LOCATION] = "school", [ENTITY_INSTITUTE] = "instituut", [ENTITY_LEVEL] = "niveau", [ENTITY_BOARD] = "bestuur",
                                                    [ENTITY_CATEGORY] = "rubriek", [ENTITY_LINE] = "regel", [ENTITY_REVENUE] = "post"};
    Topic topic = {.fact = fact, .unit = fact->unit, .clear = true};
    char *id = arena_strdup(arena, fact->id), *year = strchr(id, '@'), *rest = NULL;
    if (year) *year = 0, topic.year = year + 1;
    for (char *part = strtok_r(id, ".", &rest); part; part = strtok_r(NULL, ".", &rest)) {
        int kind = 0;
        while (kind < ENTITY_KINDS && strcmp(kinds[kind], part) != 0) kind++;
        const char *key = kind < ENTITY_KINDS ? strtok_r(NULL, ".", &rest) : NULL;
        if (key && topic.entity_count < TOPIC_ENTITIES) topic.entities[topic.entity_count++] = (Entity){(EntityKind)kind, key};
        else topic.clear &= !key && take_part(&topic, part);
    }
    return topic;
}

bool topic_same_entities(const Topic *topic, const Entity *entities, int count) {
    if (topic->entity_count != count) return false;
    for (int i = 0; i < count; i++) {
        bool found = false;
        for (int k = 0; k < count; k++) found |= topic->entities[k].kind == entities[i].kind && strcmp(topic->entities[k].key, entities[i].key) == 0;
        if (!found) return false;
    }
    return true;
}
