/* The messages of document/: style (D1xx) and document (D2xx). */
#ifndef DOCUMENT_MESSAGES_H
#define DOCUMENT_MESSAGES_H

#include "base/diagnostic.h"

extern const Message D101_STYLE_UNREADABLE, D102_STYLE_UNKNOWN, D103_STYLE_VALUE, D104_STYLE_CONTRAST, D105_STYLE_MISSING, D203_DOCUMENT_ELEMENT, D204_REFERENCE, D205_FACT, D206_DOUBLE_ID, D209_DOCUMENT_UNREADABLE;

/* All of them, NULL at the end: for check --list. */
extern const Message *const DOCUMENT_MESSAGES[];

#endif
