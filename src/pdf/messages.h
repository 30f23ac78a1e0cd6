/* The messages of pdf/: what keeps a document from being archival and accessible (P1xx). */
#ifndef PDF_MESSAGES_H
#define PDF_MESSAGES_H

#include "base/diagnostic.h"

extern const Message P101_NO_ALT, P102_NO_GLYPH, P103_NO_TITLE, P104_NO_LANGUAGE, P105_DOUBLE_ID, P106_HEADER_ID,
    P107_HEADING_LEVEL, P108_NO_DESTINATION, P109_NO_TOOLTIP, P110_IMAGE, P111_NESTING, P112_FONT, P113_FIELD,
    P114_ATTACHMENT, P115_LIBRARY, P116_DATE, P117_PAGE_SIZE, P118_NO_PAGES;

/* All of them, NULL at the end: for check --list. */
extern const Message *const PDF_MESSAGES[];

#endif
