/* What a document shows as it was typed: tables have a shape, links lead to where a reader may go, pictures are described. */
#include <string.h>

#include "base/grid.h"
#include "base/text.h"
#include "rules/rule.h"

static int row_width(const TableRow *row) {
    int width = 0;
    for (int i = 0; i < row->cell_count; i++) width += row->cells[i].columns;
    return width;
}

static void check_row(Check *check, Grid *grid, int columns, const TableRow *row, int rows) {
    GridCell *cells = ARENA_ARRAY(check->arena, (size_t)row->cell_count + 1, GridCell);
    int width;
    for (int i = 0; i < row->cell_count; i++) cells[i] = (GridCell){row->cells[i].columns, row->cells[i].rows};
    GridFault fault = grid_row(grid, cells, row->cell_count, rows, &width);
    if (fault == GRID_WIDTH)
        rule_report(check, &R231_ROW_WIDTH, row->place, RULE_TEXT(check, BOTH("%d kolommen", "%d columns"), width, width),
                    RULE_TEXT(check, BOTH("%d kolommen", "%d columns"), columns, columns), NULL, NULL, NULL);
    if (fault == GRID_TALL || fault == GRID_OVERLAP)
        rule_report(check, &R232_SPAN, row->place, NULL, NULL,
                    fault == GRID_TALL ? BOTH("reikt verder naar beneden dan de rijen die volgen", "reaches further down than the rows that follow")
                                       : BOTH("ligt over een cel van een rij erboven", "lies over a cell of a row above it"), NULL, NULL);
}

/* As many columns as it declares, or as its first row has when that is more. */
static int table_columns(const Table *table) {
    int first = table->row_count ? row_width(&table->rows[0]) : 0;
    return table->columns > first ? table->columns : first;
}

static void check_table(Check *check, const Table *table) {
    int columns = table_columns(table);
    Grid *grid = grid_new(check->arena, columns);
    for (int i = 0; i < table->row_count;) {
        int end = i;
        while (end < table->row_count && table->rows[end].part == table->rows[i].part) end++;
        grid_part(grid);
        for (; i < end; i++) check_row(check, grid, columns, &table->rows[i], end - i);
    }
}

static bool only_spaces(const char *text) {
    return text[strspn(text, " \t\r\n\xC2\xA0")] == '\0';
}

/* A name of a file tells nobody what there is to see. */
static void check_picture(Check *check, const Picture *picture) {
    const Stated *alt = &picture->alternative;
    const char *file = picture->file.text ? picture->file.text : "";
    if (alt->text && (only_spaces(alt->text) || strcmp(alt->text, file) == 0))
        rule_report(check, &R234_DESCRIPTION, alt->place, NULL, NULL, file, NULL, NULL);
}

void rule_content(Check *check) {
    const Narrative *text = check->text;
    for (int i = 0; i < text->table_count; i++) check_table(check, &text->tables[i]);
    for (int i = 0; i < text->link_count; i++)
        if (!address_is_safe(text->links[i].text)) rule_report(check, &R233_ADDRESS, text->links[i].place, NULL, NULL, text->links[i].text, NULL, NULL);
    for (int i = 0; i < text->picture_count; i++) check_picture(check, &text->pictures[i]);
}
