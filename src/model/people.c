/* Persons, teams and bodies, the organisation chart, abbreviations. */
#include <string.h>

#include "model/reader.h"

static void read_person(Reader *r, const Node *node, Person *out, int index) {
    out->key = read_key(r, node, KEY_PERSON, index);
    read_names(node, &out->name, NULL);
    out->roles = node_get(node, "rollen");
    out->email = node_get(node, "email");
    read_either(r, node, "werkgever", KEY_BOARD, &out->board, KEY_INSTITUTE, &out->institute);
    out->location = read_reference(r, node, "locatie", KEY_LOCATION);
}

void read_persons(Reader *r, const Node *node) {
    READ_LIST(r, node, "persoon", Person, r->p->persons, r->p->person_count, read_person);
}

static void read_member(Reader *r, const Node *node, Member *out, int index) {
    (void)index;
    out->person = read_reference(r, node, "persoon", KEY_PERSON);
    read_either(r, node, "werkgever", KEY_BOARD, &out->board, KEY_INSTITUTE, &out->institute);
    out->location = read_reference(r, node, "locatie", KEY_LOCATION);
    out->school = read_reference(r, node, "school", KEY_SCHOOL);
    out->where = node_get(node, "waar");
    out->function = node_get(node, "functie");
    out->mark = node_get(node, "teken");
    out->facilitated = read_yes(node, "gefaciliteerd", false);
    out->replaces = read_reference(r, node, "vervangt", KEY_PERSON);
    out->hours = read_quantity(r, node, "uren", NUMBER_MEASURE);
}

static void check_members(Reader *r, const Node *node, const Body *body) {
    int i = 0;
    NODE_EACH(child, node, "lid") {
        for (int j = 0; j < i; j++)
            if (body->members[i].person != NO_INDEX && body->members[i].person == body->members[j].person) {
                model_report(r, M_MEMBER_TWICE, child, "persoon",
                             (Report){.arguments = {r->p->persons[body->members[i].person].name, body->name}});
                break;
            }
        i++;
    }
}

static BodyKind body_kind(const Node *node) {
    const char *kind = node_get_or(node, "soort", "overig");
    static const struct {
        const char *name;
        BodyKind kind;
    } kinds[] = {{"stuurgroep", BODY_STEERING}, {"kernteam", BODY_CORE}, {"ontwikkelteam", BODY_TEAMS}, {"ondersteuning", BODY_SUPPORT}};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (strcmp(kind, kinds[i].name) == 0) return kinds[i].kind;
    return BODY_OTHER;
}

static void read_any_body(Reader *r, const Node *node, Body *out, KeyKind kind, int index) {
    out->key = read_key(r, node, kind, index);
    read_names(node, &out->name, NULL);
    out->kind = kind == KEY_TEAM ? BODY_TEAM : body_kind(node);
    READ_LIST(r, node, "lid", Member, out->members, out->member_count, read_member);
    READ_LIST(r, node, "opmerking", Note, out->notes, out->note_count, read_note);
    check_members(r, node, out);
}

static void read_team(Reader *r, const Node *node, Body *out, int index) { read_any_body(r, node, out, KEY_TEAM, index); }
static void read_body(Reader *r, const Node *node, Body *out, int index) { read_any_body(r, node, out, KEY_BODY, index); }

void read_teams(Reader *r, const Node *node) {
    READ_LIST(r, node, "team", Body, r->p->teams, r->p->team_count, read_team);
}

void read_bodies(Reader *r, const Node *node) {
    READ_LIST(r, node, "orgaan", Body, r->p->bodies, r->p->body_count, read_body);
}

static void read_unit(Reader *r, const Node *node, ChartUnit *out, int index) {
    out->key = read_key(r, node, KEY_CHART_UNIT, index);
    read_names(node, &out->name, NULL);
    out->kind = node_get(node, "soort");
    out->note = node_get(node, "toelichting");
    out->parent = NO_INDEX;
}

/* Cuts the circle at the unit that closes it, so that the chart is a forest in any case. */
static void check_circle(Reader *r, const Node *node, int index) {
    ChartUnit *units = r->p->chart_units;
    int steps = 0;
    for (int up = units[index].parent; up != NO_INDEX && steps <= r->p->chart_unit_count; up = units[up].parent, steps++)
        if (up == index) {
            model_report(r, M_CIRCLE, node, "onder", (Report){.arguments = {units[index].key}});
            units[index].parent = NO_INDEX;
            return;
        }
}

void read_chart(Reader *r, const Node *node) {
    READ_LIST(r, node, "eenheid", ChartUnit, r->p->chart_units, r->p->chart_unit_count, read_unit);
    int i = 0;
    NODE_EACH(child, node, "eenheid") {
        r->p->chart_units[i].parent = read_reference(r, child, "onder", KEY_CHART_UNIT);
        check_circle(r, child, i++);
    }
}

static void read_abbreviation(Reader *r, const Node *node, Abbreviation *out, int index) {
    (void)r;
    (void)index;
    out->shorthand = node_get_or(node, "kort", "");
    out->meaning = node_get_or(node, "voluit", "");
}

void read_abbreviations(Reader *r, const Node *node) {
    READ_LIST(r, node, "afkorting", Abbreviation, r->p->abbreviations, r->p->abbreviation_count, read_abbreviation);
}
