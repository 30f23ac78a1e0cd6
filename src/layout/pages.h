/* A part on its way to pages: what has been placed and what waits. Private to pages.c, area.c and plan.c. */
#ifndef LAYOUT_PAGES_H
#define LAYOUT_PAGES_H

#include "layout/engine.h"

typedef struct Builder {
    Engine *engine;
    SlabList *list;
    int next;                 /* first slab that is not placed yet */
    const PageMaster *portrait;
    const Node *part;
    SlabList notes_left;      /* rest of a broken note */
    bool first;
    Length extra;             /* that its pages are taller (or less tall) than their master says */
    Length *ys, *spare_ys;    /* scratch: the places of slabs, index by index */
    int ys_capacity;
} Builder;

/* What fits into one column of one page. */
typedef struct Taken {
    const Repeat *repeat;     /* printed again at its head */
    Length head;              /* its height */
    const Slab *closing;      /* the lines that close it when a table breaks here */
    Fit fit;
} Taken;

/* The page to come: its master and columns. */
typedef struct Form {
    const PageMaster *master;
    bool landscape;
    int columns;
    Length x, width, height;  /* of the text area; x on a right-hand page */
    Length column, gap;
} Form;

/* area.c */
Form area_form(const Builder *b);
/* Takes what fits below each other into a height; the places are in b->ys. */
Taken area_take(Builder *b, Length height);
/* The notes of slabs [from, to) with what was left of earlier ones: those that fit are [0, *end) of the result, the others wait. */
SlabList area_notes(Builder *b, int from, int to, Length room, int *end);
Length note_separator(const Engine *engine);
/* The height at which the columns of this page end alike, when everything up to the next forced break fits on it; else
 * that of the page. */
Length area_balanced(const Builder *b, const Form *form);

/* plan.c: how tight the pages of the part are set, so that no few lines are left alone on its last page. */
void plan_pages(Builder *b);

#endif
