/* Names compared as a reader sees them. */
#ifndef BASE_NAME_H
#define BASE_NAME_H

#include <stdbool.h>

#include "base/arena.h"

/* What two spellings of one name have in common: small letters, a letter with its accent as one character, without
 * blanks of any kind, invisible characters, hyphens and full stops. For comparing, not for showing. */
char *name_fold(Arena *arena, const char *text);
/* Not for empty names. */
bool name_same(Arena *arena, const char *a, const char *b);

/* The heading of a column as the name of an attribute: small letters, hyphens for anything else. NULL when nothing is left. */
const char *name_of_column(Arena *arena, const char *heading);

#endif
