/* Shared libraries that few documents need. Those bring others along, which cost every start of the program some
 * milliseconds; so they are opened when first needed, and never closed. The build
 * finds the names that they have on the system (OPENED in the Makefile), and who has them:
 *
 *     #include "base/opened.h"
 *     #define FUNCTIONS(X) X(zip_fopen) X(zip_fclose)
 *     static struct { FUNCTIONS(LIBRARY_MEMBER) } library;
 *     static const char *const NAMES[] = {FUNCTIONS(LIBRARY_NAME)};
 *     if (library_open(OPENED_ZIP, NAMES, sizeof NAMES / sizeof *NAMES, &library)) library.zip_fopen(...) */
#ifndef BASE_LIBRARY_H
#define BASE_LIBRARY_H

#include <stdbool.h>
#include <stddef.h>

#define LIBRARY_MEMBER(name) __typeof__(name) *name;
#define LIBRARY_NAME(name) #name,

/* Fills functions, a struct of pointers to the functions of those names and nothing else. False when the library or one
 * of them is not there. Opening it again costs little. */
bool library_open(const char *file, const char *const *names, size_t count, void *functions);

#endif
