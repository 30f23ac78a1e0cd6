/* The transfer package: what goes into it, and writing it as a BagIt folder (RFC 8493). */
#ifndef JOB_PACKAGE_H
#define JOB_PACKAGE_H

#include "job/job.h"

typedef struct PackageFile {
    const char *path;        /* below the package: "data/document/jaarverslag.pdf" */
    const void *bytes;
    size_t size;
    const char *description; /* Dutch, NULL for what describes itself */
} PackageFile;

typedef struct Package {
    Arena *arena;
    PackageFile *files;      /* the payload, sorted by path once complete */
    int count, capacity;
    const char *date, *creator, *title;
} Package;

/* What verify needs to make the document again. */
typedef struct Provenance {
    const char *template, *style, *recipient, *main_file;
    const char **changed; /* program files that are not the same now, NULL at the end */
} Provenance;

/* Makes the document and everything beside it. JOB_DONE: the package is complete. */
JobResult package_make(Resources *resources, const Year *year, Diagnostics *diagnostics, Package *package);
/* Writes it to folder, which must not exist yet; whole or not at all. 0, or errno. */
int package_write(const Package *package, const char *folder);
/* Copies the bytes into the package. */
void package_add(Package *package, const char *path, const void *bytes, size_t size, const char *description);

/* Template, style, program files with their SHA-256: as JSON. */
void provenance_write(Buffer *out, Resources *resources, const Year *year, const RenderOptions *options);
/* Reads it back and compares the program files with those of this program; only plain names are accepted. False when
 * it is anything else. */
bool provenance_read(Arena *arena, Resources *resources, const char *json, size_t size, Provenance *out);
/* The facts of a year as CSV, input files named relative to the input's folder. */
void package_facts(Buffer *out, const Year *year);

/* MDTO 1.0 (Nationaal Archief) for the document and for each of its files. */
void mdto_document(Buffer *out, const Package *package, const Year *year);
void mdto_file(Buffer *out, const Package *package, const PackageFile *file);

/* Checks a package (folder) or a PDF/A-3 file, makes the document again and compares; the account goes to report.
 * JOB_DONE: the same bytes; JOB_INPUT_FAULTS: it does not match; JOB_SYSTEM: it cannot be read. */
JobResult verify_path(Resources *resources, const char *path, MessageLanguage language, Diagnostics *diagnostics, Buffer *report);

#endif
