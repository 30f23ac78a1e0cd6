/* The meeting of the steering group: agenda, decisions, risks. */
#include <string.h>

#include "model/reader.h"

static void read_decision(Reader *r, const Node *node, Decision *out, int index) {
    out->key = read_key(r, node, KEY_DECISION, index);
    out->title = node_get_or(node, "titel", "");
    out->from = read_date(r, node, "ingang");
    out->proposer = read_reference(r, node, "indiener", KEY_PERSON);
    const Node *proposal = node_child(node, "voorstel");
    if (proposal) out->proposal = node_string(r->arena, proposal);
}

static void read_agenda_item(Reader *r, const Node *node, AgendaItem *out, int index) {
    (void)index;
    out->title = node_get_or(node, "titel", "");
    out->kind = node_get_or(node, "soort", "bespreking");
    out->minutes = read_quantity(r, node, "minuten", NUMBER_COUNT);
    out->decisions = read_references(r, node, "besluiten", KEY_DECISION, &out->decision_count);
}

static int grade(const Node *node, const char *attribute, Place *place) {
    static const char *const GRADES[] = {"klein", "middel", "groot"};
    const Attribute *a = node_attribute(node, attribute);
    *place = a && a->place.file ? a->place : node->place;
    for (int i = 0; a && i < 3; i++)
        if (!strcmp(a->value, GRADES[i])) return i + 1;
    return 0;
}

static void read_risk(Reader *r, const Node *node, Risk *out, int index) {
    out->key = read_key(r, node, KEY_RISK, index);
    out->title = node_get_or(node, "titel", "");
    out->chance = grade(node, "kans", &out->chance_place);
    out->effect = grade(node, "gevolg", &out->effect_place);
    out->owner = read_reference(r, node, "eigenaar", KEY_PERSON);
    out->measure = node_child(node, "maatregel") != NULL;
}

void read_steering(Reader *r, const Node *node) {
    Steering *s = &r->p->steering;
    s->place = s->meeting_place = node->place;
    s->given = true;
    s->meeting = read_date(r, node, "vergadering");
    const Attribute *meeting = node_attribute(node, "vergadering");
    if (meeting && meeting->place.file) s->meeting_place = meeting->place;
    s->reply_by = read_date(r, node, "reageren-voor");
    s->author = read_reference(r, node, "opsteller", KEY_PERSON);
    READ_LIST(r, node, "besluit", Decision, s->decisions, s->decision_count, read_decision);
    READ_LIST(r, node, "agendapunt", AgendaItem, s->agenda, s->agenda_count, read_agenda_item);
    READ_LIST(r, node, "risico", Risk, s->risks, s->risk_count, read_risk);
}

void read_previous_version(Reader *r, const Node *node) {
    PreviousVersion *v = &r->p->previous;
    v->place = node->place;
    v->name = node_get(node, "naam");
    v->date = read_date(r, node, "datum");
    v->file = read_path_beside(r, node, "bestand", &v->file_place);
}
