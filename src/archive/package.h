/* The transfer package: what goes into it, and writing it as a BagIt folder (RFC 8493). */
#ifndef ARCHIVE_PACKAGE_H
#define ARCHIVE_PACKAGE_H

#include "job/provenance.h"

typedef struct PackageFile {
    const char *path;        /* below the package: "data/document/jaarverslag.pdf" */
    const void *bytes;
    size_t size;
} PackageFile;

typedef struct Package {
    Arena *arena;
    PackageFile *files;      /* the payload, sorted by path once complete */
    int count, capacity;
    const char *date, *creator, *title;
    const char *mark;        /* of the dossier in the archive of the creator; what is in it has it before its own */
    const char *mark_source; /* who gave the mark */
    const FontBuild *builds; int build_count; /* of the document, as in Sources */
} Package;

/* The things of a package that are described: the dossier and its three parts, each a folder below data/. */
typedef enum PackagePart { PART_DOSSIER, PART_DOCUMENT, PART_INPUT, PART_ACCOUNT, PART_COUNT } PackagePart;
/* "data/", "data/document/", "data/invoer/", "data/verantwoording/". */
const char *package_folder(PackagePart part);

/* Makes the document and everything beside it. date: for an input without one, or NULL. JOB_DONE: the package is complete. */
JobResult package_make(Resources *resources, const Year *year, const char *date, Diagnostics *diagnostics, Package *package);
/* Writes it to folder, which must not exist yet; whole or not at all. 0, or errno. */
int package_write(const Package *package, const char *folder);
/* Copies the bytes into the package. */
/* What bagit.txt and bag-info.txt say. */
#define PACKAGE_BAGIT "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
void package_bag_info(const Package *package, Buffer *out);
void package_add(Package *package, const char *path, const void *bytes, size_t size);

/* MDTO 1.0.1 (Nationaal Archief): the dossier or one of its parts, and one file of a part. */
void mdto_object(Buffer *out, const Package *package, const Year *year, PackagePart part);
void mdto_file(Buffer *out, const Package *package, const PackageFile *file, PackagePart part);

/* Checks a package (folder) or a PDF/A-3 file, makes the document again and compares; the account goes to report.
 * JOB_DONE: the same bytes; JOB_INPUT_FAULTS: it does not match; JOB_SYSTEM: it cannot be read. */
JobResult verify_path(Resources *resources, const char *path, MessageLanguage language, Diagnostics *diagnostics, Buffer *report);

#endif
