/* Spreadsheets as grids of text: Office Open XML (.xlsx), OpenDocument (.ods) and CSV. */
#ifndef INPUT_SPREADSHEET_H
#define INPUT_SPREADSHEET_H

#include "base/diagnostic.h"

typedef struct SheetCell {
    const char *text; /* "" when empty; a number in XML form, as exact as the spreadsheet shows it (15 figures) */
    bool error;       /* text is what the spreadsheet says is wrong: "#DIV/0!" */
} SheetCell;

typedef struct SheetRow {
    int number;       /* in the sheet, from 1 */
    int count;        /* of cells, up to the last one that is filled */
    SheetCell *cells;
} SheetRow;

typedef struct Sheet {
    const char *name;
    const char *shown; /* for places: "telling.xlsx: Blad1", or the file alone */
    SheetRow *rows;    /* only those with something in them */
    int row_count;
    bool hidden;
} Sheet;

typedef struct Spreadsheet {
    Sheet *sheets;
    int count;
} Spreadsheet;

enum { SHEET_MAX_COLUMNS = 500, SHEET_MAX_ROWS = 20000, SHEET_MAX_SHEETS = 200 };

/* Reads a file; what it is follows from its bytes. NULL after reporting (I220, I221); *error: errno when the system
 * refused, else 0. Formulas count by the value that was saved with them. Everything lies in the arena. */
Spreadsheet *spreadsheet_read(Arena *arena, const char *path, Diagnostics *diagnostics, int *error);
/* "B7" */
const char *cell_name(Arena *arena, int row, int column);

/* ---- between the readers ---- */

typedef struct SheetBuilder SheetBuilder;
SheetBuilder *sheet_begin(Arena *arena, const char *name, const char *shown);
/* row and column from 1; false when beyond the limits. An empty text adds nothing. */
bool sheet_put(SheetBuilder *builder, int row, int column, const char *text, bool error);
void sheet_end(SheetBuilder *builder, Sheet *out);
/* "1.2E1" as "12": a number of a spreadsheet in XML form, rounded half up to 15 figures. NULL when it is none. */
char *sheet_number(Arena *arena, const char *text);
/* An entry of a ZIP file as XML without its namespaces. NULL when it is not there or is no XML. */
typedef struct Archive Archive;
Node *archive_xml(Archive *archive, const char *name);
typedef struct Why { const char *dutch, *english; } Why;
/* The sheets of an opened archive; NULL when it does not hold them: *why tells what is wrong. */
Spreadsheet *xlsx_read(Arena *arena, Archive *archive, const char *path, Why *why);
Spreadsheet *ods_read(Arena *arena, Archive *archive, const char *path, Why *why);

#endif
