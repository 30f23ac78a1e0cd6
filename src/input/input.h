/* The input: one XML file with what it pulls in (XInclude, CSV), as a tree with places, checked by the schema. */
#ifndef INPUT_INPUT_H
#define INPUT_INPUT_H

#include "base/diagnostic.h"

typedef struct InputFile { /* every file that was read, in order, once */
    const char *path;  /* real path */
    const char *name;  /* relative to the input's folder */
    const unsigned char *bytes; /* as read, in the arena */
    size_t size;
} InputFile;

typedef struct Input {
    Arena *arena;
    Node *root;        /* "jaarverslag", in the version of the language of today */
    int version;       /* of the language in its files */
    const char *path;  /* of the main file, as given */
    const char *folder;/* real path that everything must lie in */
    InputFile *files;
    int file_count;
} Input;

/* Before a second thread reads XML. */
void input_start(void);

typedef struct Schema Schema; /* the compiled XSD: loaded once, used for many inputs */
Schema *schema_load(const char *path, Diagnostics *diagnostics);
void schema_free(Schema *schema);

/* Reports every departure from the grammar (I3xx). */
void input_check(const Input *input, const Schema *schema, Diagnostics *diagnostics);
/* Reads path (file, folder with jaarverslag.xml, or "-": standard input, in the current folder). NULL when it is no
 * usable XML; all faults are in diagnostics (I1xx reading, I2xx include and CSV, I3xx schema). *error: errno when the
 * system refused (exit code 3), else 0. Without a schema the grammar is not checked yet. */
Input *input_read(Arena *arena, const char *path, const Schema *schema, Diagnostics *diagnostics, int *error);

#endif
