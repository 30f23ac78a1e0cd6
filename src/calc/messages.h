/* The messages of calc/: facts (F1xx). */
#ifndef CALC_MESSAGES_H
#define CALC_MESSAGES_H

#include "base/diagnostic.h"

extern const Message F101_TOO_LARGE, F102_NO_SUCH_FACT;

/* All of them, NULL at the end: for check --list. */
extern const Message *const CALC_MESSAGES[];

#endif
