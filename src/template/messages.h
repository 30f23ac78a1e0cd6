/* The messages of template/ (D2xx). */
#ifndef TEMPLATE_MESSAGES_H
#define TEMPLATE_MESSAGES_H

#include "base/diagnostic.h"

extern const Message D201_TEMPLATE_UNREADABLE, D202_TEMPLATE_FAILED, D207_TEMPLATE_SAYS, D208_TEMPLATE_LACKS;

/* All of them, NULL at the end: for check --list. */
extern const Message *const TEMPLATE_MESSAGES[];

#endif
