/* Meetings, themes and the year planning. */
#include "model/reader.h"

static void read_moment(Reader *r, const Node *node, MeetingDate *out, int index) {
    (void)index;
    out->date = read_date(r, node, "datum");
    out->from = node_get(node, "van");
    out->to = node_get(node, "tot");
    check_order(r, node, "tot", out->from, out->to);
    out->audience = node_get(node, "doelgroep");
    out->where = node_get(node, "plaats");
}

static void read_attendance(Reader *r, const Node *node, Attendance *out, int index) {
    (void)index;
    out->role = node_get_or(node, "rol", "");
    out->count = read_quantity(r, node, "aantal", NUMBER_COUNT);
}

static void read_meeting(Reader *r, const Node *node, Meeting *out, int index) {
    out->key = read_key(r, node, KEY_MEETING, index);
    read_names(node, &out->name, NULL);
    out->kind = node_get(node, "soort");
    out->form = node_get(node, "vorm");
    out->level = node_get(node, "niveau");
    out->frequency = node_get(node, "frequentie");
    out->roles = node_get(node, "rollen");
    out->attended_total = read_quantity(r, node, "aanwezig", NUMBER_COUNT);
    out->turnout = read_quantity(r, node, "opkomst", NUMBER_SHARE);
    out->locations = read_quantity(r, node, "locaties", NUMBER_COUNT);
    out->themes = ARENA_ARRAY(r->arena, (size_t)count_children(node, "onderwerp"), const char *);
    NODE_EACH(theme, node, "onderwerp") out->themes[out->theme_count++] = node_string(r->arena, theme);
    READ_LIST(r, node, "moment", MeetingDate, out->dates, out->date_count, read_moment);
    READ_LIST(r, node, "aanwezigen", Attendance, out->attendance, out->attendance_count, read_attendance);
}

void read_meetings(Reader *r, const Node *node) {
    READ_LIST(r, node, "bijeenkomst", Meeting, r->p->meetings, r->p->meeting_count, read_meeting);
}

static void read_theme(Reader *r, const Node *node, Theme *out, int index) {
    out->key = read_key(r, node, KEY_THEME, index);
    read_names(node, &out->name, NULL);
    out->number = read_quantity(r, node, "nummer", NUMBER_COUNT);
    out->group = node_get(node, "groep");
}

void read_themes(Reader *r, const Node *node) {
    READ_LIST(r, node, "thema", Theme, r->p->themes, r->p->theme_count, read_theme);
}

static void read_activity(Reader *r, const Node *node, Activity *out, int index) {
    (void)index;
    out->key = node_get(node, "sleutel");
    read_names(node, &out->name, NULL);
    out->from = read_date(r, node, "van");
    out->to = read_date(r, node, "tot");
    check_order(r, node, "tot", out->from, out->to);
    out->kind = node_get(node, "soort");
    out->note = node_get(node, "opmerking");
}

static void read_plan_row(Reader *r, const Node *node, PlanRow *out, int index) {
    out->key = read_key(r, node, KEY_PLAN_ROW, index);
    read_names(node, &out->name, NULL);
    out->group = node_get(node, "groep");
    READ_LIST(r, node, "activiteit", Activity, out->activities, out->activity_count, read_activity);
}

void read_planning(Reader *r, const Node *node) {
    Planning *plan = &r->p->planning;
    plan->place = node->place;
    plan->given = true;
    plan->year = read_year(r, node, "schooljaar");
    READ_LIST(r, node, "reeks", PlanRow, plan->rows, plan->row_count, read_plan_row);
}
