/* The partnership's own data: its cells, what columns follow from others, totals, groups, and shares of the total. */
#include <string.h>

#include "calc/subjects.h"

typedef struct Own { /* the data that facts are made of */
    Calc *calc;
    const OwnData *data;
} Own;

static bool counts_cells(const OwnColumn *column) { return column->kind != OWN_TEXT && column->kind != OWN_DATE; }

/* "gegevens.behoud.totaal", "gegevens.behoud.beatrix": what stands before the key of the column. */
static const char *row_id(const Own *own, const char *row) { return TEXT(own->calc, "gegevens.%s.%s", own->data->key, row); }

static const char *cell_id(const Own *own, const char *prefix, int column) {
    return TEXT(own->calc, "%s.%s", prefix, own->data->columns[column].key);
}

/* The decimals of a column are those that it says, else as many as any of its given cells has, so that 7 stands as 7,0
 * below 7,4; of what is calculated one. */
static int places_of(const Own *own, int index, bool calculated) {
    const OwnColumn *column = &own->data->columns[index];
    int most = 0;
    if (column->decimals >= 0) return column->decimals;
    if (column->kind == OWN_MONEY) return 2;
    if (calculated) return 1;
    for (int i = 0; i < own->data->row_count; i++) {
        const Quantity *cell = &own->data->rows[i].cells[index];
        if (cell->state == QUANTITY_KNOWN && cell->value.scale > most) most = cell->value.scale;
    }
    return most;
}

static bool is_quotient(const OwnColumn *column) {
    return column->origin == ORIGIN_SHARE || column->origin == ORIGIN_QUOTIENT || column->origin == ORIGIN_MEAN;
}

/* The places of what is added up from columns, or subtracted: those of the finest of them. */
static int places_from(const Own *own, int index) {
    const OwnColumn *column = &own->data->columns[index];
    int most = places_of(own, index, false);
    for (int i = 0; i < column->from_count && column->decimals < 0; i++) {
        const OwnColumn *from = &own->data->columns[column->from[i]];
        int places = is_quotient(from) ? places_of(own, column->from[i], true) : places_from(own, column->from[i]);
        if (places > most) most = places;
    }
    return most;
}

/* ---- what follows from other columns ---- */

static Expression *share_or_quotient(Calc *calc, const OwnColumn *column, const Expression *a, const Expression *b) {
    return column->origin == ORIGIN_SHARE ? expression_share(calc->arena, a, b) : expression_quotient(calc->arena, a, b);
}

/* Over the rows that both totals know, when these are sums over rows. */
static Expression *ratio(Calc *calc, const OwnColumn *column, const char *first, const char *second) {
    const Expression *a = calc_part(calc, first), *b = calc_part(calc, second);
    if (!calc_divides(calc, second)) return NULL;
    const Expression *body = share_or_quotient(calc, column, expression_side(calc->arena, a, true), expression_side(calc->arena, b, false));
    Expression *paired = expression_paired(calc->arena, a, b, body, true);
    return paired ? paired : share_or_quotient(calc, column, a, b);
}

/* The sum or the mean of the columns that it names, as far as they are there. */
static Expression *together(const Own *own, const OwnColumn *column, const char *prefix) {
    Expression *all = expression_sum(own->calc->arena, NULL);
    for (int i = 0; i < column->from_count; i++) expression_add(own->calc->arena, all, calc_part(own->calc, cell_id(own, prefix, column->from[i])));
    if (!all->count) return NULL;
    if (column->origin == ORIGIN_MEAN) all->kind = EXPRESSION_MEAN;
    return all;
}

/* NULL when what it follows from is not there. */
static Expression *derived(const Own *own, const OwnColumn *column, const char *prefix) {
    switch (column->origin) {
    case ORIGIN_SHARE:
    case ORIGIN_QUOTIENT: return ratio(own->calc, column, cell_id(own, prefix, column->from[0]), cell_id(own, prefix, column->from[1]));
    case ORIGIN_DIFFERENCE:
        return expression_difference(own->calc->arena, calc_part(own->calc, cell_id(own, prefix, column->from[0])), calc_part(own->calc, cell_id(own, prefix, column->from[1])));
    case ORIGIN_SUM:
    case ORIGIN_MEAN: return together(own, column, prefix);
    default: return NULL;
    }
}

/* ---- rows ---- */

/* A cell that is given although its column is calculated counts where nothing can be calculated (an old percentage of which
 * the counts are gone); else it is compared, by the rules. */
static void make_cell(const Own *own, const OwnRow *row, int index) {
    const OwnColumn *column = &own->data->columns[index];
    const char *prefix = row_id(own, row->key), *label = TEXT(own->calc, "%s, %s: %s", own->data->name, row->name, column->name);
    Expression *e = derived(own, column, prefix);
    int places = e && is_quotient(column) ? places_of(own, index, true) : places_from(own, index);
    if (!e && row->given) e = calc_cell(own->calc, label, column->unit, row->cells[index]);
    if (!e && !row->given && column->origin == ORIGIN_GIVEN) e = expression_missing(own->calc->arena, NULL, column->unit, row->place);
    if (e) calc_fact(own->calc, e, places, label, cell_id(own, prefix, index));
}

/* ---- totals ---- */

/* Of all rows (group NO_INDEX), or of one group. */
static Expression *gathered(const Own *own, int index, int group) {
    const OwnColumn *column = &own->data->columns[index];
    Expression *all = expression_sum(own->calc->arena, group == NO_INDEX ? TEXT(own->calc, "gegevens.%s.*.%s", own->data->key, column->key)
                                                                       : TEXT(own->calc, "gegevens.%s.*.%s van de groep %s", own->data->key, column->key, own->data->groups[group].key));
    for (int i = 0; i < own->data->row_count; i++) {
        const OwnRow *row = &own->data->rows[i];
        if (group == NO_INDEX || row->group == group) expression_add_row(own->calc->arena, all, row->key, calc_part(own->calc, cell_id(own, row_id(own, row->key), index)));
    }
    if (!all->count) return NULL;
    if (column->total == OWN_TOTAL_MEAN) all->kind = EXPRESSION_MEAN;
    return all;
}

static void make_total(const Own *own, int index, int group, const char *prefix, const char *name) {
    const OwnColumn *column = &own->data->columns[index];
    if (column->total == OWN_TOTAL_NONE) return;
    bool likewise = column->total == OWN_TOTAL_LIKEWISE;
    const Expression *e = likewise ? derived(own, column, prefix) : gathered(own, index, group);
    if (e) calc_fact(own->calc, e, likewise || column->total == OWN_TOTAL_MEAN ? places_of(own, index, true) : places_from(own, index), TEXT(own->calc, "%s, %s: %s", own->data->name, name, column->name), cell_id(own, prefix, index));
}

/* Each row's part of a total; of years it says nothing. */
static void make_shares(const Own *own, int index) {
    const OwnColumn *column = &own->data->columns[index];
    const char *total = cell_id(own, row_id(own, "totaal"), index);
    if (own->data->years || column->total != OWN_TOTAL_SUM) return;
    for (int i = 0; i < own->data->row_count; i++) {
        const OwnRow *row = &own->data->rows[i];
        const char *id = cell_id(own, row_id(own, row->key), index);
        calc_share(own->calc, id, total, 1, TEXT(own->calc, "%s, %s: %s, aandeel in het totaal", own->data->name, row->name, column->name), TEXT(own->calc, "%s.aandeel", id));
    }
}

static void make_data(const Own *own) {
    const OwnData *data = own->data;
    for (int c = 0; c < data->column_count; c++) {
        if (!data->columns[c].key || !counts_cells(&data->columns[c])) continue;
        for (int i = 0; i < data->row_count; i++) make_cell(own, &data->rows[i], c);
        for (int g = 0; g < data->group_count; g++)
            if (data->groups[g].key) make_total(own, c, g, TEXT(own->calc, "gegevens.%s.groep.%s", data->key, data->groups[g].key), data->groups[g].name);
        make_total(own, c, NO_INDEX, row_id(own, "totaal"), "totaal");
        make_shares(own, c);
    }
}

void calc_own_data(Calc *calc) {
    for (int i = 0; i < calc->p->own_data_count; i++)
        if (calc->p->own_data[i].key) make_data(&(Own){calc, &calc->p->own_data[i]});
}
