/* The index of a run: one page with a link to every document, for people. */
#ifndef JOB_INDEX_H
#define JOB_INDEX_H

#include <jansson.h>

#include <stdio.h>

#include "job/batch.h"

typedef struct IndexPage {
    FILE *out;
    bool english;
    char *input;  /* of the section that is open, NULL: none */
    int sections;
} IndexPage;

/* Begins the page, on that stream. */
void index_open(IndexPage *page, FILE *out, MessageLanguage language);
/* Entries come in the order of the manifest: those of one input together. */
void index_entry(void *page, const json_t *entry);
void index_close(IndexPage *page);
/* Writes folder/index.html with what put makes of the stream. 0, or errno. */
int index_write(const char *folder, void (*put)(void *data, FILE *out), void *data);

#endif
