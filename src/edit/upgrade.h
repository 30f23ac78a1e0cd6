/* Brings the files of an input to the version of the language of today. */
#ifndef EDIT_UPGRADE_H
#define EDIT_UPGRADE_H

#include "input/input.h"
#include "base/folder.h"

typedef struct UpgradedFile {
    const char *name;             /* in the folder of the input */
    const char *before, *after;   /* UTF-8, as unified differences show them */
    size_t before_size, after_size;
    FolderFile written;           /* in the encoding that the file had */
} UpgradedFile;

typedef struct Upgrade {
    int from, to;                 /* versions */
    UpgradedFile *files;          /* those that change; in the arena of the input */
    int count;
} Upgrade;

/* What changes in the files of an input, whose tree may have been brought to today already; version is what its file says.
 * False: a file cannot be changed as it is (reported). */
bool upgrade_plan(Arena *arena, const Input *input, int version, Diagnostics *diagnostics, Upgrade *out);

#endif
