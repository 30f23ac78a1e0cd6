/* Words of a fixed list, as attributes of documents and styles have them. Private to document/. */
#ifndef DOCUMENT_WORDS_H
#define DOCUMENT_WORDS_H

#include <stdbool.h>

/* Which of the words (separated by spaces) the value is; -1 for none. */
int word_of(const char *words, const char *value);
/* A bit for each word that the value names (separated by spaces); false when it names another, or none. */
bool word_bits(const char *words, const char *value, unsigned *out);

#endif
