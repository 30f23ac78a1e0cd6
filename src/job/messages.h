/* The messages of job/: what the system or the installation refuses (S1xx). */
#ifndef JOB_MESSAGES_H
#define JOB_MESSAGES_H

#include "base/diagnostic.h"

extern const Message S111_NEEDS_RECIPIENT, S112_NO_SUCH_RECIPIENT, S113_OTHER_KIND, S114_NOT_FOR_ONE, S115_NO_SUCH_ANNEX;
extern const Message S101_FONTS, S102_CANNOT_READ, S103_CANNOT_WRITE, S104_SOURCE_FOR_ONE, S105_NOT_EMPTY, S106_NO_DATE, S107_OWN_TEMPLATE;
extern const Message *const JOB_MESSAGES[];

#endif
