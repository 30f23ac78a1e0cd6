/* Longest common subsequence of two rows of numbers: which items of the one are which of the other. */
#ifndef CHANGES_SEQUENCE_H
#define CHANGES_SEQUENCE_H

#include "base/arena.h"

/* match[i] becomes the index in b of item i of a, or -1; increasing over i. Where several longest ones exist it is always
 * the same. Rows whose product is beyond SEQUENCE_MOST (after their common ends) are taken as wholly different. */
void sequence_match(Arena *arena, const int *a, int a_count, const int *b, int b_count, int *match);

#define SEQUENCE_MOST 100000000LL

/* The items that need not move: keep[i] tells whether row[i] is part of a longest increasing subsequence. Items are
 * distinct; the first of several is taken. */
void sequence_keep(Arena *arena, const int *row, int count, char *keep);

#endif
