/* What typesetting and figures report (D4xx). */
#ifndef TYPESET_MESSAGES_H
#define TYPESET_MESSAGES_H

#include "base/diagnostic.h"

extern const Message typeset_messages[];
extern const int typeset_message_count;

#define MESSAGE_MISSING_CHARACTER (&typeset_messages[0])
#define MESSAGE_FACE (&typeset_messages[1])
#define MESSAGE_PATTERNS (&typeset_messages[2])
#define MESSAGE_MISSING_IN_DRAFT (&typeset_messages[3])
#define MESSAGE_PRIVATE (&typeset_messages[4])
#define MESSAGE_LEFTWARD (&typeset_messages[5])

#endif
