/* Counts from a spreadsheet into an input: which list a sheet holds, what its cells say, and the file that changes.
 *
 * A list is one of leerlingen, plaatsingen, per-instituut, per-niveau, eerstejaars, wisselaars. Nothing is guessed
 * about values: a name that the partnership does not have, a cell that is no count, a total that does not add up is an
 * error, and then nothing is written. */
#ifndef EDIT_IMPORT_H
#define EDIT_IMPORT_H

#include "input/spreadsheet.h"
#include "base/map.h"
#include "job/job.h"

typedef struct ImportOptions {
    const char *list;  /* --table, or NULL: by the sheet's name, else by its columns */
    const char *sheet; /* --sheet, or NULL: every visible sheet that holds a list */
    bool dry;          /* only tell what would change */
    bool replace;      /* the sheet is all there is: what it does not name goes, instead of staying as it is */
} ImportOptions;

typedef struct ImportChange {
    const char *list, *what; /* "per-instituut", "Beatrix College, FLOT" */
    const char *before, *after; /* "" when there was or is nothing */
} ImportChange;

typedef struct ImportResult {
    ImportChange *changes;
    int change_count;
    int kept;           /* counts that the sheets do not name */
    const char **files; /* written, or to be written: names in the input's folder */
    int file_count;
} ImportResult;

/* Reads all sheets first, writes afterwards. JOB_INPUT_FAULTS: reported, nothing written. */
JobResult import_spreadsheet(const Year *year, const Spreadsheet *spreadsheet, const ImportOptions *options,
                             Diagnostics *diagnostics, ImportResult *result);

/* ---- between its own files ---- */

typedef enum ColumnKind { COLUMN_NONE, COLUMN_LOCATION, COLUMN_SCHOOL, COLUMN_INSTITUTE_NAME, COLUMN_LEVEL_NAME, COLUMN_COUNT,
                          COLUMN_TARGET, COLUMN_TOTAL, COLUMN_INSTITUTE, COLUMN_LEVEL, COLUMN_BOTH, COLUMN_UNKNOWN } ColumnKind;

typedef struct ImportColumn {
    ColumnKind kind;
    int index; /* of the institute or level; of a total: of the institute that it is of, NO_INDEX: all */
    int level; /* of COLUMN_BOTH, and of a total */
} ImportColumn;

typedef struct ImportRow {
    const SheetRow *row;
    int location, school, institute, level; /* NO_INDEX */
} ImportRow;

typedef struct ImportTable {
    const char *list;
    const Sheet *sheet;
    ImportColumn columns[SHEET_MAX_COLUMNS];
    int column_count;
    ImportRow *rows; /* of data, in order */
    int row_count;
} ImportTable;

/* Where names are looked up: key, name, short name. IMPORT_TWICE: more than one thing has the name. */
enum { IMPORT_TWICE = -2 };
typedef enum ImportKind { IMPORT_LOCATION, IMPORT_SCHOOL, IMPORT_INSTITUTE, IMPORT_LEVEL, IMPORT_KINDS } ImportKind;
typedef struct ImportNames ImportNames;
ImportNames *import_names(Arena *arena, const Partnership *p);
int import_find(const ImportNames *names, ImportKind kind, const char *text); /* index, NO_INDEX or IMPORT_TWICE */
const char *import_keys_of(const ImportNames *names, ImportKind kind, const char *text); /* of all that have the name */
bool import_is_group(const ImportNames *names, const char *text); /* a board or a group of schools */
/* A word for a total; part: of some of the rows, by its name. */
bool import_is_total(const ImportNames *names, const char *text, bool *part);

/* What a heading names. A date behind it does not matter: "Leerlingen 1-10-2022". */
ImportColumn import_column(const ImportNames *names, Arena *arena, const char *text);
/* The columns of a sheet into the table; the index of the last row of the heading, -1: none. */
int import_heading(const ImportNames *names, Arena *arena, const Sheet *sheet, ImportTable *table);
/* The list that the columns make: the one wanted when they fit it, else NULL; with NULL the first that fits. */
const char *import_list_of(const ImportTable *table, const char *wanted);
bool import_has(const ImportTable *table, ColumnKind kind);
bool import_is_count(ColumnKind kind);

/* The list that a sheet holds, checked. False when it holds none (table->list NULL) or after reporting. */
bool import_table(Arena *arena, const Partnership *p, const Sheet *sheet, const char *list, Diagnostics *diagnostics, ImportTable *table);
/* The name of a list in a heading ("Studenten per instituut" is per-instituut), or NULL. */
const char *import_list_name(const char *text);
/* Text of a count as CSV has it: digits, "?" or "". */
const char *import_count(const ImportRow *row, int column);
/* Does the column hold counts (and not names or totals)? */
bool import_is_value(const ImportTable *table, int column);
/* "Beatrix College, FLOT" */
const char *import_cell_name(Arena *arena, const Partnership *p, const ImportRow *row, ImportColumn column);
typedef struct PresentCell {
    ImportRow row;
    ImportColumn column;
    const char *text;
} PresentCell;

/* What a list of the input (NULL: it has none) counts now. Their number. */
int import_present_cells(Arena *arena, const Partnership *p, const Node *list, PresentCell **cells);
/* Adds to a table what the list counts and the sheet does not name, unless it is to be replaced; rows in the order of
 * the list. Reports what is missing (I248) and what stays (I250). The number of counts that were added. */
int import_keep(Arena *arena, const Partnership *p, const Node *list, bool replace, Diagnostics *diagnostics, ImportTable *table);
/* The same by name of the cell -> its text. */
void import_present(Arena *arena, const Partnership *p, const Node *list, Map *cells);
/* The table as CSV, headed and named by keys. */
char *import_csv(Arena *arena, const Partnership *p, const ImportTable *table, char separator, bool mark, size_t *size);

#endif
