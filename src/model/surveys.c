/* Surveys, agreements, distributions, and the figures that stand only in the running text. */
#include <string.h>

#include "model/reader.h"

static QuestionKind question_kind(const Node *node) {
    const char *kind = node_get_or(node, "soort", "enkel");
    if (strcmp(kind, "meer") == 0) return QUESTION_MULTIPLE;
    if (strcmp(kind, "deel") == 0) return QUESTION_PARTIAL;
    return strcmp(kind, "open") == 0 ? QUESTION_OPEN : QUESTION_SINGLE;
}

static void read_answer(Reader *r, const Node *node, Answer *out, int index) {
    (void)index;
    out->key = node_get(node, "sleutel");
    out->text = node_get_or(node, "tekst", "");
    bool open = node->parent && question_kind(node->parent) == QUESTION_OPEN;
    out->count = read_quantity(r, node, "aantal", open ? NUMBER_ANY : NUMBER_COUNT);
    out->percent = read_quantity(r, node, "procent", NUMBER_SHARE);
}

static void read_question(Reader *r, const Node *node, Question *out, int index) {
    out->key = read_key(r, node, KEY_QUESTION, index);
    out->text = node_get_or(node, "tekst", "");
    out->kind = question_kind(node);
    out->respondents = read_quantity(r, node, "n", NUMBER_COUNT);
    READ_LIST(r, node, "antwoord", Answer, out->answers, out->answer_count, read_answer);
}

static void read_survey(Reader *r, const Node *node, Survey *out, int index) {
    out->key = read_key(r, node, KEY_SURVEY, index);
    read_names(node, &out->name, NULL);
    out->target_group = node_get(node, "doelgroep");
    out->date = read_date(r, node, "datum");
    out->sent = read_quantity(r, node, "uitgezet", NUMBER_COUNT);
    out->returned = read_quantity(r, node, "ingevuld", NUMBER_COUNT);
    out->about = read_yes(node, "circa", false);
    READ_LIST(r, node, "vraag", Question, out->questions, out->question_count, read_question);
}

void read_surveys(Reader *r, const Node *node) {
    READ_LIST(r, node, "enquete", Survey, r->p->surveys, r->p->survey_count, read_survey);
}

static void read_agreement(Reader *r, const Node *node, Agreement *out, int index) {
    out->key = read_key(r, node, KEY_AGREEMENT, index);
    read_names(node, &out->name, NULL);
    out->institute = read_reference(r, node, "instituut", KEY_INSTITUTE);
    out->agreed = read_quantity(r, node, "afgesproken", NUMBER_MEASURE);
    out->actual = read_quantity(r, node, "werkelijk", NUMBER_MEASURE);
    out->fact = node_get(node, "feit");
}

void read_agreements(Reader *r, const Node *node) {
    READ_LIST(r, node, "afspraak", Agreement, r->p->agreements, r->p->agreement_count, read_agreement);
}

static void read_portion(Reader *r, const Node *node, Portion *out, int index) {
    (void)index;
    out->levels = read_references(r, node, "niveaus", KEY_LEVEL, &out->level_count);
    out->name = node_get(node, "naam");
    if (!out->name) out->name = out->level_count ? r->p->levels[out->levels[0]].name : "";
    out->percent = read_quantity(r, node, "procent", NUMBER_SHARE);
}

static void read_distribution(Reader *r, const Node *node, Distribution *out, int index) {
    out->key = read_key(r, node, KEY_DISTRIBUTION, index);
    read_names(node, &out->name, NULL);
    out->same_as = node_get(node, "zoals");
    READ_LIST(r, node, "deel", Portion, out->portions, out->portion_count, read_portion);
}

void read_distributions(Reader *r, const Node *node) {
    READ_LIST(r, node, "verdeling", Distribution, r->p->distributions, r->p->distribution_count, read_distribution);
    NODE_EACH(child, node, "verdeling") read_reference(r, child, "zoals", KEY_DISTRIBUTION);
}

static void read_key_number(Reader *r, const Node *node, KeyNumber *out, int index) {
    out->key = read_key(r, node, KEY_KEY_NUMBER, index);
    read_names(node, &out->name, NULL);
    out->unit = node_get(node, "eenheid");
    out->source = node_get(node, "herkomst");
    out->value = read_quantity(r, node, "waarde", NUMBER_ANY);
    out->of = read_quantity(r, node, "van", NUMBER_ANY);
    out->about = read_yes(node, "circa", false);
    out->total_of = node_get(node, "deel-van");
}

void read_key_numbers(Reader *r, const Node *node) {
    READ_LIST(r, node, "kengetal", KeyNumber, r->p->key_numbers, r->p->key_number_count, read_key_number);
    NODE_EACH(child, node, "kengetal") read_reference(r, child, "deel-van", KEY_KEY_NUMBER);
}
