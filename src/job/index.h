/* The index of a run: one page with a link to every document, for people. */
#ifndef JOB_INDEX_H
#define JOB_INDEX_H

#include <jansson.h>

#include "base/buffer.h"
#include "job/batch.h"

typedef struct IndexPage {
    Buffer html;
    bool english;
    char *input;  /* of the section that is open, NULL: none */
    int sections;
} IndexPage;

void index_open(IndexPage *page, MessageLanguage language);
/* Entries come in the order of the manifest: those of one input together. */
void index_entry(void *page, const json_t *entry);
/* Ends the page and writes it to folder/index.html. 0, or errno. */
int index_close(IndexPage *page, const char *folder);

#endif
