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

#endif
