/* The messages of template/: style (D1xx) and document (D2xx). */
#ifndef TEMPLATE_MESSAGES_H
#define TEMPLATE_MESSAGES_H

#include "base/diagnostic.h"

extern const Message D101_STYLE_UNREADABLE, D102_STYLE_UNKNOWN, D103_STYLE_VALUE, D104_STYLE_CONTRAST, D105_STYLE_MISSING;
extern const Message D201_TEMPLATE_UNREADABLE, D202_TEMPLATE_FAILED, D203_DOCUMENT_ELEMENT, D204_REFERENCE, D205_FACT,
    D206_DOUBLE_ID, D207_TEMPLATE_SAYS, D208_TEMPLATE_LACKS;

/* All of them, NULL at the end: for check --list. */
extern const Message *const TEMPLATE_MESSAGES[];

#endif
