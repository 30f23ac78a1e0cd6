/* Budget, revenue, reserve, funding. */
#include <string.h>

#include "model/reader.h"

static int count_given(const Node *node, const char *const *names, int count) {
    int given = 0;
    for (int i = 0; i < count; i++)
        if (node_get(node, names[i])) given++;
    return given;
}

/* 1 when it is not given; *unknown when it is, and cannot be told. */
static Decimal read_factor(Reader *r, const Node *node, const char *attribute, Place *place, bool *unknown) {
    if (!node_attribute(node, attribute)) return decimal_int(1);
    Quantity q = read_quantity(r, node, attribute, NUMBER_FINE);
    *place = q.place;
    if (q.state == QUANTITY_KNOWN) return q.value;
    *unknown = true;
    return decimal_int(1);
}

static void read_budget_value(Reader *r, const Node *node, BudgetValue *out) {
    static const char *const sizes[] = {"fte", "uren", "bedrag", "feit"};
    if (!node) return;
    out->place = node->place;
    out->given = true;
    bool administrative = strcmp(node_get_or(node, "tarief", "uur"), "administratief") == 0;
    if (count_given(node, sizes, 4) != 1) model_report(r, M_BUDGET_VALUE, node, NULL, (Report){0});
    if (node_get(node, "fte")) {
        out->unit = UNIT_FTE;
        out->quantity = read_quantity(r, node, "fte", NUMBER_FINE);
    } else if (node_get(node, "uren")) {
        out->unit = administrative ? UNIT_ADMINISTRATIVE : UNIT_HOURS;
        out->quantity = read_quantity(r, node, "uren", NUMBER_MEASURE);
    } else if (node_get(node, "feit")) {
        out->unit = UNIT_CALCULATED;
        out->fact = node_get(node, "feit");
    } else {
        out->unit = UNIT_AMOUNT;
        out->quantity = read_quantity(r, node, "bedrag", NUMBER_MONEY);
        out->administrative = administrative;
    }
    bool unknown = false;
    out->number = read_factor(r, node, "aantal", &out->number_place, &unknown);
    out->share = read_factor(r, node, "aandeel", &out->share_place, &unknown);
    if (unknown && out->quantity.state == QUANTITY_KNOWN) out->quantity.state = QUANTITY_UNKNOWN;
}

static bool shared(const BudgetValue *v) { return v->given && decimal_compare(v->share, decimal_int(1)) < 0; }

static void read_line(Reader *r, const Node *node, BudgetLine *out, int index) {
    out->key = read_key(r, node, KEY_LINE, index);
    read_names(node, &out->name, NULL);
    out->mark = node_get(node, "teken");
    read_either(r, node, "werkgever", KEY_BOARD, &out->employer_board, KEY_INSTITUTE, &out->employer_institute);
    out->team = read_reference(r, node, "team", KEY_TEAM);
    read_budget_value(r, node_child(node, "begroot"), &out->budgeted);
    read_budget_value(r, node_child(node, "gerealiseerd"), &out->realised);
    if ((shared(&out->budgeted) || shared(&out->realised)) && !node_get(node, "werkgever"))
        model_report(r, M_NO_EMPLOYER, node, NULL, (Report){0});
    const Node *note = node_child(node, "toelichting");
    if (note) {
        out->note = node_string(r->arena, note);
        out->note_place = note->place;
    }
}

static void read_category(Reader *r, const Node *node, BudgetCategory *out, int index) {
    out->key = read_key(r, node, KEY_CATEGORY, index);
    read_names(node, &out->name, NULL);
    const Node *note = node_child(node, "toelichting");
    if (note) out->note = node_string(r->arena, note);
    READ_LIST(r, node, "regel", BudgetLine, out->lines, out->line_count, read_line);
}

void read_budget(Reader *r, const Node *node) {
    Budget *b = &r->p->budget;
    b->place = node->place;
    b->given = true;
    READ_LIST(r, node, "rubriek", BudgetCategory, b->categories, b->category_count, read_category);
    READ_LIST(r, node, "opmerking", Note, b->notes, b->note_count, read_note);
}

static void read_revenue(Reader *r, const Node *node, Revenue *out, int index) {
    out->key = read_key(r, node, KEY_REVENUE, index);
    read_names(node, &out->name, NULL);
    out->budgeted = read_quantity(r, node, "begroot", NUMBER_MONEY);
    out->realised = read_quantity(r, node, "gerealiseerd", NUMBER_MONEY);
}

void read_revenues(Reader *r, const Node *node) {
    READ_LIST(r, node, "bate", Revenue, r->p->revenues, r->p->revenue_count, read_revenue);
}

void read_reserve(Reader *r, const Node *node) {
    Reserve *v = &r->p->reserve;
    v->place = node->place;
    v->given = true;
    v->name = node_get(node, "naam");
    v->opening = read_quantity(r, node, "begin", NUMBER_MONEY);
    v->minimum = read_quantity(r, node, "minimum", NUMBER_MEASURE);
}

static void read_band(Reader *r, const Node *node, FundingBand *out, int index) {
    (void)index;
    out->from = read_quantity(r, node, "van", NUMBER_COUNT);
    out->to = read_quantity(r, node, "tot", NUMBER_COUNT);
    out->amount = read_quantity(r, node, "bedrag", NUMBER_MEASURE);
    check_range(r, node, "tot", out->from, out->to);
}

static void read_period(Reader *r, const Node *node, FundingPeriod *out, int index) {
    (void)index;
    out->from = read_year(r, node, "van");
    out->to = read_year(r, node, "tot");
    if (out->from.first && out->to.first) check_order(r, node, "tot", out->from.text, out->to.text);
    out->fixed = read_quantity(r, node, "vast", NUMBER_MEASURE);
    out->per_student = read_quantity(r, node, "per-student", NUMBER_MEASURE);
    out->provisional = read_quantity(r, node, "voorlopig-per-student", NUMBER_MEASURE);
    READ_LIST(r, node, "staffel", FundingBand, out->bands, out->band_count, read_band);
}

void read_funding(Reader *r, const Node *node) {
    Funding *f = &r->p->funding;
    f->place = node->place;
    f->given = true;
    f->start = read_year(r, node, "eerste-schooljaar");
    READ_LIST(r, node, "periode", FundingPeriod, f->periods, f->period_count, read_period);
}
