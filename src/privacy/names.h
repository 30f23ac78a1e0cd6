/* Names of persons in free text: found in every spelling, replaced by what the person does. */
#ifndef PRIVACY_NAMES_H
#define PRIVACY_NAMES_H

#include "model/model.h"

typedef struct Names Names;

/* root: the whole input, as it was read: every attribute that the language calls the name of a person is one, beside
 * personen; so are those who sign, and an author that is no organisation. */
Names *names_new(Arena *arena, const Partnership *partnership, const Node *root);
/* "Projectleider": in the place of the name in a table. */
const char *names_role(const Names *names, int person);
/* The text with a role for each name, and without private addresses and mobile numbers. The same pointer when there was
 * nothing to replace. */
const char *names_replace(const Names *names, const char *text);
/* What still looks like a name after that: in pieces, in an address, or misspelt; NULL when nothing does. */
const char *names_left(const Names *names, const char *text);

#endif
