/* The names of all facts that the program can make. */
#ifndef CALC_CATALOGUE_H
#define CALC_CATALOGUE_H

#include <stdbool.h>

/* A word in capitals stands for a key of the input ("school.LOCATIE.studenten"), N for a number; FEIT for any other fact.
 * Behind every name "@2019-2020" can stand for an earlier year, and "@vorige-versie". */
typedef struct Known {
    const char *pattern, *unit, *meaning; /* Dutch; unit "" has none */
} Known;

int catalogue_count(void);
/* The i-th in order of name; NULL beyond the end. */
const Known *catalogue_at(int i);
/* The entry of a fact; NULL when there is none. */
const Known *catalogue_find(const char *id);

#endif
