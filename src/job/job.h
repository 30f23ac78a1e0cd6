/* The corridor: one input to its facts, and on to the bytes of one document. */
#ifndef JOB_JOB_H
#define JOB_JOB_H

#include "calc/ledger.h"
#include "changes/changes.h"
#include "frame/frame.h"
#include "job/resources.h"
#include "model/model.h"
#include "pdf/pdf.h"

/* One school year, read, checked and calculated. Everything lies in the arena. */
typedef struct Year {
    Arena *arena;
    Input *input;
    Partnership *partnership;
    Ledger *ledger;
    const Input **earlier; int earlier_count; /* the inputs of earlier years that it compares with */
    Version last;     /* the latest earlier year whose input was read; root NULL: none */
    int last_year;    /* its first year */
} Year;

typedef struct Sources Sources; /* job/sources.h */

/* JOB_USAGE: what was asked for does not fit this input (no such recipient, a template that is not for one). */
typedef enum JobResult { JOB_DONE, JOB_INPUT_FAULTS, JOB_SYSTEM, JOB_USAGE } JobResult;

/* Reads path and runs every check. Faults are in diagnostics; the year is complete as far as the input allows
 * (ledger NULL when the input is no usable XML). JOB_SYSTEM: it could not be read at all. */
JobResult year_read(Arena *arena, Resources *resources, const char *path, Diagnostics *diagnostics, Year *year);

typedef enum Dump { DUMP_NONE, DUMP_DOCUMENT, DUMP_PAGES, DUMP_STRUCTURE, DUMP_AUDIT } Dump;

typedef struct RenderOptions {
    const char *template; /* NULL: "school" or "bestuur" for a recipient, else what the input names, else "jaarverslag" */
    const char *style;    /* NULL: what the input names, else "bos" */
    const char *recipient;/* --for KEY of a location or a board, or NULL */
    const char *previous; /* --previous INPUT: the version to compare with; NULL: what the input names */
    Profile profile;
    Buffer *withheld;     /* of a public version: what it does not show and why, as CSV; NULL */
    Dump dump;            /* another form than PDF, for template makers and tests */
    const char *date;     /* of the document, when its input has none; NULL: SOURCE_DATE_EPOCH, else none */
    Sources *sources;     /* NULL, or where every file that the document is made from is collected */
    const Node **made_from; /* NULL, or where the input goes that the document knows: of one recipient or the public a part */
} RenderOptions;

/* Makes the document of a year that has no errors: its bytes into out, the number of pages into *pages. */
JobResult year_render(Resources *resources, const Year *year, const RenderOptions *options, Diagnostics *diagnostics,
                      Buffer *out, int *pages);
/* The date of the document: of the input, else of the options, else of SOURCE_DATE_EPOCH, else "". Never the clock. */
const char *year_date(const Year *year, const RenderOptions *options);
/* The template that render would use. */
const char *year_template(const Year *year, const RenderOptions *options);

#endif
