/* Spreadsheets as grids of text: Office Open XML (.xlsx), OpenDocument (.ods) and CSV. */
#ifndef INPUT_SPREADSHEET_H
#define INPUT_SPREADSHEET_H

#include "base/diagnostic.h"

typedef enum CellKind {
    CELL_TEXT,
    CELL_NUMBER,    /* in XML form, as exact as the spreadsheet shows it (15 figures) */
    CELL_PERCENT,   /* a number that the sheet shows so */
    CELL_MONEY,
    CELL_DATE,      /* a day or a time; the text may be the bare number */
    CELL_NO_RESULT, /* a formula whose value was not saved: "=A1+B1" */
    CELL_ERROR      /* text is what the spreadsheet says is wrong: "#DIV/0!" */
} CellKind;

typedef struct SheetCell {
    const char *text; /* "" when empty */
    CellKind kind;
    int column;       /* in the sheet, from 1; 0 when empty */
    bool covered;     /* by a merged cell, whose text it has */
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
bool sheet_put(SheetBuilder *builder, int row, int column, const char *text, CellKind kind);
/* Cells from there, so many rows down and columns on, are one: each has what stands in the first. */
void sheet_merge(SheetBuilder *builder, int row, int column, int rows, int columns);
/* What a number format shows (ECMA-376 part 1, 18.8.30): the number built in, or its code, NULL. */
CellKind sheet_format(int number, const char *code);
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
