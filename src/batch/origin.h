/* What went into a document, as JSON for the manifest, and whether that is still the same. */
#ifndef BATCH_ORIGIN_H
#define BATCH_ORIGIN_H

#include <jansson.h>

#include "base/file_log.h"

/* Names are told relative to where they lie: {"input": {name: sha256}, "program": {...}, "other": {path: sha256}}.
 * "" stands for a file that could not be read. */
json_t *origin_json(const FileLog *log, const char *input_folder, const char *program_folder);
/* Has every file the same bytes as then (or is it still not there)? */
bool origin_current(const json_t *sources, const char *input_folder, const char *program_folder);
/* SHA-256 of a file, "" when it cannot be read. */
void origin_checksum(const char *path, char out[65]);
/* A string that JSON can hold: bytes that are no UTF-8 (a file name may be anything) become U+FFFD. NULL gives null. */
json_t *json_text(const char *text);

#endif
