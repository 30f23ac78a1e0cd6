/* Next year's input out of this year's: what stays stays as its author wrote it, what must be counted anew is asked
 * for, what was written about this year is kept as a comment beside it. */
#ifndef EDIT_NEXT_YEAR_H
#define EDIT_NEXT_YEAR_H

#include "base/folder.h"
#include "job/job.h"
#include "language/language.h"

/* Writes the input for the school year after year's into folder (which must not exist, or be empty), whole or not at
 * all, and reads it back: its findings are in diagnostics, with places in folder. 0, or errno. year must be free of
 * errors. *questions: how many unknown counts and open passages it holds. */
int next_year_write(Resources *resources, const Year *year, const char *folder, Diagnostics *diagnostics, int *questions);

/* ---- between its own files ---- */

typedef struct NextYear {
    Arena *arena;
    const Year *year;
    const char *from, *to;    /* "2020-2021", "2021-2022" */
    const char *earlier;      /* path from the new folder to this year's input, NULL when it does not lie beside it */
    const Map *dated;         /* facts that the new year does not know: sentences that stay name them for the old year */
    Map *lists;               /* name of a CSV file -> what the list is that reads it (LanguageElement) */
    Map *done;                /* name of an XML file that is changed -> where it stands (Standing) */
    FolderFile *files;
    int count, capacity;
    int questions;
} NextYear;

typedef struct Standing {
    const LanguageElement *parent; /* what the root of the file stands in; NULL: it is the input itself */
    bool leave;                    /* in a part that stays as it is */
} Standing;

/* The changed text of one XML file; notes in plan the files that it draws in. NULL when it cannot be understood. */
char *next_year_xml(NextYear *plan, const InputFile *file, const Standing *standing, size_t *size);
/* A CSV file read by that list, its counts replaced by "?"; bytes as they were for a list without counts. A location
 * that has no row yet gets one in a list with a row for every location. */
const unsigned char *next_year_csv(NextYear *plan, const InputFile *file, const LanguageElement *list, size_t *size);
/* What the rows of a list are; do they become a comment, so that a file of them goes? */
const LanguageElement *next_year_row(const LanguageElement *list);
bool next_year_rows_go(const LanguageElement *list);
/* Every school year in text moved on by one (the one before, the one of the report and the one after), and every day
 * of the report's years: "1 augustus 2023". */
char *next_year_shift(const NextYear *plan, const char *text);
/* "2020-10-01" as "2021-10-01"; the 29th of February becomes the 28th. Anything else unchanged. */
char *next_year_date(Arena *arena, const char *date);
/* The file of this year's input of that name; NULL. */
const InputFile *next_year_file(const NextYear *plan, const char *name);
/* Name relative to the input's folder of what file names: "delen/x.csv". */
const char *next_year_name(Arena *arena, const InputFile *file, const char *name);

#endif
