/* What a document was made from and with, as data: so that it can be made again and compared. */
#ifndef JOB_PROVENANCE_H
#define JOB_PROVENANCE_H

#include "job/sources.h"

typedef struct SourceDigest {
    const char *name, *sha256;
} SourceDigest;

/* What verify needs to make the document again. */
typedef struct Provenance {
    const char *template, *style, *recipient, *main_file, *date; /* recipient and date may be NULL */
    const SourceDigest *sources; int source_count;
    const SourceDigest *builds; int build_count; /* fonts that were not the catalogue's */
    const char **changed; /* program files that are not the same now, NULL at the end */
} Provenance;

/* Template, style and date (all in options), sources and program files with their SHA-256: as JSON. */
void provenance_write(Buffer *out, Resources *resources, const Year *year, const RenderOptions *options, const Sources *sources);
/* False (reported at place) when the template is not the program's own: verify could not make the document again. */
bool provenance_template(const char *name, Place place, Diagnostics *diagnostics);
/* A relative name whose every part is plain: nothing absolute, no "..", no empty or hidden part. */
bool safe_name(const char *name);
/* Reads it back and compares the program files with those of this program; only plain names are accepted. False when
 * it is anything else. */
bool provenance_read(Arena *arena, Resources *resources, const char *json, size_t size, Provenance *out);
/* Takes the folder of the input out of a text: a package says the same wherever its input lay. */
void provenance_without_folder(Buffer *text, const Year *year);
/* The facts of a year as CSV, input files named relative to the input's folder. */
void package_facts(Buffer *out, const Year *year);

#endif
