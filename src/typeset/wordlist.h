/* Words with the places where they may break: what the patterns of a language get wrong, and the parts of compounds. */
#ifndef TYPESET_WORDLIST_H
#define TYPESET_WORDLIST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct WordList WordList;

enum { MARK_NONE, MARK_WITHIN, MARK_BETWEEN }; /* may break within a part of a word; between two parts */

WordList *wordlist_new(void);
void wordlist_free(WordList *list);
/* Adds the words of a text, one a line ("meest-al" a whole word, "werk-plek-" a beginning, "-over-leg" an ending; after
 * # a remark). What an earlier text says of a word yields. The number of the first line that is no such word, 0 when
 * all are. */
int wordlist_read(WordList *list, const char *text, size_t size);
/* Forgets what was read since mark, as wordlist_size gave it. */
size_t wordlist_size(const WordList *list);
void wordlist_forget(WordList *list, size_t mark);

/* Sets marks[i] for each place of the lower-cased word before whose i-th character it may break (there is room for
 * count
 * + 1, all MARK_NONE). What the list does not know it asks patterns for, with the part alone. False when it knows
 * nothing. */
typedef void (*WordPatterns)(void *data, const uint32_t *characters, int count, char *marks);
bool wordlist_marks(const WordList *list, const uint32_t *word, int count, char *marks, WordPatterns patterns,
                    void *data);

#endif
