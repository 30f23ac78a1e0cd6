/* What a document shows as it was typed: tables have a shape, links lead to where a reader may go, pictures are described. */
#include <string.h>

#include "base/grid.h"
#include "base/text.h"
#include "rules/rule.h"

static int number_of(const Node *cell, const char *name) {
    const char *text = node_get_or(cell, name, "1");
    int n = 0;
    for (; *text >= '0' && *text <= '9' && n < 10000; text++) n = n * 10 + (*text - '0');
    return n > 0 ? n : 1;
}

static int row_width(const Node *row) {
    int width = 0;
    NODE_EACH(cell, row, "cel") width += number_of(cell, "kolommen");
    return width;
}

static bool is_row(const Node *node) {
    return node_is(node, "kop") || node_is(node, "rij");
}

/* As many columns as it declares, or as its first row has when that is more. */
static int table_columns(const Node *table) {
    int columns = 0, first = 0;
    NODE_EACH(column, table, "kolom") columns++;
    for (const Node *n = node_walk(table, table, NULL); n && !first; n = node_walk(table, n, NULL))
        if (is_row(n)) first = row_width(n);
    return columns > first ? columns : first;
}

static void check_row(Check *check, Grid *grid, int columns, const Node *row, int rows) {
    int count = 0, width;
    NODE_EACH(cell, row, "cel") count++;
    GridCell *cells = ARENA_ARRAY(check->arena, (size_t)count + 1, GridCell);
    count = 0;
    NODE_EACH(cell, row, "cel") cells[count++] = (GridCell){number_of(cell, "kolommen"), number_of(cell, "rijen")};
    GridFault fault = grid_row(grid, cells, count, rows, &width);
    if (fault == GRID_WIDTH)
        rule_report(check, &R231_ROW_WIDTH, row->place, RULE_TEXT(check, BOTH("%d kolommen", "%d columns"), width, width),
                    RULE_TEXT(check, BOTH("%d kolommen", "%d columns"), columns, columns), NULL, NULL, NULL);
    if (fault == GRID_TALL || fault == GRID_OVERLAP)
        rule_report(check, &R232_SPAN, row->place, NULL, NULL,
                    fault == GRID_TALL ? BOTH("reikt verder naar beneden dan de rijen die volgen", "reaches further down than the rows that follow")
                                       : BOTH("ligt over een cel van een rij erboven", "lies over a cell of a row above it"), NULL, NULL);
}

/* Rows of one part: those of that name that stand together below the parent, from the first on. */
static const Node *check_part(Check *check, Grid *grid, int columns, const Node *first, const char *name) {
    int rows = 0;
    const Node *end = first;
    for (; end && (end->kind == NODE_TEXT || node_is(end, name)); end = end->next) rows += end->kind == NODE_ELEMENT;
    grid_part(grid);
    for (const Node *n = first; n != end; n = n->next)
        if (n->kind == NODE_ELEMENT) check_row(check, grid, columns, n, rows--);
    return end;
}

static void check_table(Check *check, const Node *table) {
    int columns = table_columns(table);
    Grid *grid = grid_new(check->arena, columns);
    for (const Node *n = table->first; n;) {
        if (n->kind == NODE_ELEMENT && is_row(n)) n = check_part(check, grid, columns, n, n->name);
        else {
            if (node_is(n, "groep") && node_child(n, "rij")) check_part(check, grid, columns, node_child(n, "rij"), "rij");
            n = n->next;
        }
    }
}

static void check_link(Check *check, const Node *link) {
    const Attribute *address = node_attribute(link, "adres");
    if (address && !address_is_safe(address->value))
        rule_report(check, &R233_ADDRESS, address->place, NULL, NULL, address->value, NULL, NULL);
}

static bool only_spaces(const char *text) {
    return text[strspn(text, " \t\r\n\xC2\xA0")] == '\0';
}

/* A name of a file tells nobody what there is to see. */
static void check_picture(Check *check, const Node *picture) {
    const Attribute *alt = node_attribute(picture, "alt");
    const char *file = node_get_or(picture, "bestand", "");
    if (alt && (only_spaces(alt->value) || strcmp(alt->value, file) == 0))
        rule_report(check, &R234_DESCRIPTION, alt->place, NULL, NULL, file, NULL, NULL);
}

void rule_content(Check *check) {
    for (const Node *n = node_walk(check->input, check->input, NULL); n; n = node_walk(check->input, n, NULL)) {
        if (node_is(n, "tabel")) check_table(check, n);
        else if (node_is(n, "link")) check_link(check, n);
        else if (node_is(n, "afbeelding")) check_picture(check, n);
    }
}
