/* Templates: stylesheets that make a document of an input, its facts and what lies beside them. */
#ifndef TEMPLATE_TEMPLATE_H
#define TEMPLATE_TEMPLATE_H

#include "calc/figure_data.h"
#include "document/document.h"

/* What a stylesheet may ask for beside its input; either may be NULL. What they give must live as long as the document. */
typedef struct Extras {
    void *data;
    const Node *(*tree)(void *data, const char *name);   /* f:lijst(name): a tree, NULL when there is none of that name */
    bool (*changed)(void *data, const char *place);      /* f:gewijzigd(place): does the previous version say this otherwise? */
} Extras;

/* Runs the stylesheet over the input (its tree), the ledger and the extras (NULL: none); NULL when it failed (D2xx reported). The
 * stylesheet can neither read nor write files, nor reach the network. */
typedef struct Template Template;
/* What it imports, includes and takes up lies below own (NULL: its own folder) or in program/templates. On the heap:
 * template_free. NULL when it cannot be used (D201 reported). */
Template *template_load(const char *stylesheet, const char *own, const char *program, Diagnostics *diagnostics);
void template_free(Template *t);
/* For whom it is made: "school", "bestuur", "publiek", or NULL (the partnership itself). A stylesheet says so at its top level
 * with <f:voor wie="school"/>; one that imports it need not repeat it. */
const char *template_audience(const Template *t);
/* The kinds of figures that it makes, as it declares them; they live as long as it. */
const FigureKinds *template_figures(const Template *t);
Document *template_run(Arena *arena, Template *t, const Node *input, const Ledger *ledger, const Extras *extras,
                       const char *const *parameters, Diagnostics *diagnostics);

#endif
