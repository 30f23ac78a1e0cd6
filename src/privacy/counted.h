/* Numbers in running text that count persons. Private to privacy/. */
#ifndef PRIVACY_COUNTED_H
#define PRIVACY_COUNTED_H

#include <stdint.h>

#include "privacy/words.h"

/* What words are meant for: a report of what is; a norm, unless a sentence tells what is; data about nobody at all. */
typedef enum Meant { MEANT_AS_REPORT, MEANT_AS_NORM, MEANT_FOR_NOBODY } Meant;

/* The number that a word is; -1: none. "een" is an article more often than a number: only één counts. */
int64_t number_of(const Words *words, int at);
/* A whole number by itself: no decimals, no part of a range, a date, a year or a heading. text: what the word is of,
 * with at least six bytes before the first. */
bool stands_alone(const char *text, const Word *word);
bool sentence_ends_between(const Word *a, const Word *b);
bool words_same_sentence(const Word *a, const Word *b);
/* "drie van de", "1 van onze": but not "jaar 1 van de", where the number is a name. */
bool is_part_of(const Words *words, int number);
/* The person word that a number counts: within the next three words of the same phrase; -1: none. */
int counted_word(const Words *words, int number);
/* Does the number at that word say how many of these persons there should be, or generally are, rather than how many
 * there are? */
bool is_norm(const Words *words, int number, int person, Meant meant);

#endif
