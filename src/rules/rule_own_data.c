/* Own data: what is given beside what can be calculated says the same; parts of persons are no more than the whole; figures
 * show columns that are there. */
#include <string.h>

#include "rules/rule.h"

static const Fact *fact_of(Check *check, const OwnData *data, const char *row, int column) {
    return ledger_get(check->ledger, RULE_TEXT(check, "gegevens.%s.%s.%s", data->key, row, data->columns[column].key));
}

/* A given number in as many decimals as it has; what the fact leaves open may be anything. */
static void compare(Check *check, const Message *message, Quantity given, const Fact *fact, const char *one, const char *two) {
    int order = 0;
    if (given.state != QUANTITY_KNOWN || !fact || taint_fact(check->taint, fact) || taint_place(check->taint, given.place)) return;
    if (fact->status == FACT_KNOWN) {
        Decimal exact = decimal_round(fact->exact, given.value.scale);
        if (!decimal_valid(exact) || decimal_compare(exact, given.value) == 0) return;
        rule_report(check, message, given.place, rule_number(check, given.value), rule_number(check, exact), one, two, NULL);
    } else if (fact_compare(fact, fraction_of(given.value), &order) && order != 0) {
        rule_report(check, message, given.place, rule_number(check, given.value),
                    RULE_TEXT(check, order > 0 ? BOTH("ten minste %s", "at least %s") : BOTH("ten hoogste %s", "at most %s"), fact_text(check->arena, fact), fact_text(check->arena, fact)), one, two, NULL);
    }
}

/* Nobody of the part can be outside the whole. */
static void check_part(Check *check, const OwnData *data, const OwnRow *row, const OwnColumn *column) {
    const OwnColumn *first = &data->columns[column->from[0]], *second = &data->columns[column->from[1]];
    const Quantity *part = &row->cells[column->from[0]], *whole = &row->cells[column->from[1]];
    if (column->origin != ORIGIN_SHARE || first->kind != OWN_PERSONS || second->kind != OWN_PERSONS) return;
    if (part->state != QUANTITY_KNOWN || whole->state != QUANTITY_KNOWN || decimal_compare(part->value, whole->value) <= 0) return;
    rule_report(check, &R106_TOO_MANY, part->place, rule_number(check, part->value), rule_number(check, whole->value),
                RULE_TEXT(check, "%s, %s: %s", data->name, row->name, first->name), NULL, NULL);
}

static void check_column(Check *check, const OwnData *data, int index) {
    const OwnColumn *column = &data->columns[index];
    for (int i = 0; i < data->row_count && column->origin != ORIGIN_GIVEN; i++) {
        const OwnRow *row = &data->rows[i];
        compare(check, &R117_DERIVED, row->cells[index], fact_of(check, data, row->key, index), column->name, row->name);
        check_part(check, data, row, column);
    }
    if (!data->totals || data->totals[index].state == QUANTITY_ABSENT) return;
    if (column->total == OWN_TOTAL_NONE) rule_report(check, &R119_NO_TOTAL, data->totals[index].place, NULL, NULL, column->name, data->name, NULL);
    else compare(check, &R116_TOTAL, data->totals[index], fact_of(check, data, "totaal", index), column->name, data->name);
}

/* What has no row is unknown; whoever knows that nobody is there gives a row with 0. */
static void check_rows(Check *check, const OwnData *data) {
    for (int i = 0; i < data->row_count && !data->lost; i++)
        if (!data->rows[i].given) rule_report(check, &R155_NO_ROW, data->place, NULL, NULL, data->rows[i].name, data->name, data->rows[i].key);
}

/* ---- figures ---- */

static bool names(const char *words, const char *key) {
    size_t n = strlen(key);
    for (const char *p = words; p && (p = strstr(p, key)); p += n)
        if ((p == words || p[-1] == ' ') && (p[n] == ' ' || !p[n])) return true;
    return false;
}

/* Has one of the data that the figure shows that column? */
static bool has_column(const Check *check, const Figure *figure, const char *key) {
    for (int i = 0; i < check->p->own_data_count; i++) {
        const OwnData *data = &check->p->own_data[i];
        if (!data->key || (figure->over.text && !names(figure->over.text, data->key))) continue;
        for (int c = 0; c < data->column_count; c++)
            if (data->columns[c].key && strcmp(data->columns[c].key, key) == 0) return true;
    }
    return false;
}

/* A line runs over school years, at least two. */
static void check_line(Check *check, const Figure *figure) {
    if (!figure->form.text || strcmp(figure->form.text, "lijn") != 0) return;
    for (int i = 0; i < check->p->own_data_count; i++) {
        const OwnData *data = &check->p->own_data[i];
        bool shown = data->key && (!figure->over.text || names(figure->over.text, data->key));
        if (shown && (!data->years || data->row_count < 2)) rule_report(check, &R120_NO_LINE, figure->form.place, NULL, NULL, data->name, NULL, NULL);
    }
}

static void check_figure(Check *check, const Figure *figure) {
    char *rest = NULL, *words = figure->columns.text ? arena_strdup(check->arena, figure->columns.text) : NULL;
    if (!figure->kind.text || strcmp(figure->kind.text, "gegevens") != 0) return;
    check_line(check, figure);
    for (char *key = words ? strtok_r(words, " \t\r\n", &rest) : NULL; key; key = strtok_r(NULL, " \t\r\n", &rest))
        if (!has_column(check, figure, key)) rule_report(check, &R118_FIGURE_COLUMN, figure->columns.place, key, NULL, key, figure->over.text ? figure->over.text : BOTH("de eigen gegevens", "the own data"), NULL);
}

void rule_own_data(Check *check) {
    for (int i = 0; i < check->p->own_data_count; i++) {
        const OwnData *data = &check->p->own_data[i];
        check_rows(check, data);
        for (int c = 0; data->key && c < data->column_count; c++)
            if (data->columns[c].key) check_column(check, data, c);
    }
    for (int i = 0; i < check->text->figure_count; i++) check_figure(check, &check->text->figures[i]);
}
