/* The running text of an input as sections of passages: paragraphs, items, cells, captions, each as plain words. */
#ifndef CHANGES_PASSAGE_H
#define CHANGES_PASSAGE_H

#include "changes/changes.h"

typedef struct Passage {
    const Node *node;
    const char *text;     /* facts as their values, references as what they refer to, white space folded */
} Passage;

typedef struct Section {
    const Node *node;     /* hoofdstuk, paragraaf, besluit ... */
    const char *key, *parent; /* of itself and of the section around it ("" at the top) */
    int order;            /* among all sections of the document */
    Passage *passages;
    int count;
} Section;

typedef struct Sections {
    Section *items;
    int count;
    Map *by_key;          /* key -> Section */
} Sections;

Sections sections_of(Arena *arena, const Version *version);

#endif
