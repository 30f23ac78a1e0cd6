/* What the parts of the PDF writer share while one file is made. */
#ifndef PDF_WRITER_H
#define PDF_WRITER_H

#include "base/map.h"
#include "frame/structure.h"
#include "pdf/messages.h"
#include "pdf/object.h"
#include "pdf/pdf.h"
#include "pdf/syntax.h"

typedef struct FontTable FontTable;
typedef struct ImageTable ImageTable;

typedef struct Destination { /* a named place: page index, point from the top left */
    const char *name;
    int page;
    Length x, y;
} Destination;

typedef struct Annotation {  /* a link or field on a page */
    int object;
    const Kid *kid;
    Tagged *owner;
} Annotation;

typedef struct PageObjects {
    int page, content;       /* object numbers */
    Annotation *annotations;
    int annotation_count;
} PageObjects;

typedef struct Writer {
    Arena *arena;
    const Pages *pages;
    Profile profile;
    Diagnostics *diagnostics;
    bool failed;             /* something was reported that forbids the file */
    Objects *objects;
    Structure *structure;
    FontTable *fonts;
    ImageTable *images;
    Map *destinations;       /* name -> Destination */
    PageObjects *page_objects;
    int *element_objects;    /* per Structure.all */
    int resources, annotation_count;
    int struct_tree, outlines, form, metadata, intent; /* object numbers, 0: none */
} Writer;

/* Reports and, for an error, forbids the file. */
void writer_report(Writer *w, const Message *message, Place place, const char *a, const char *b);
/* y from the top of the page to y from its bottom. */
static inline int64_t page_up(const Page *page, int64_t y) { return (int64_t)page->height - y; }

#endif
