/* The messages of job/: what the system or the installation refuses (S1xx). */
#ifndef JOB_MESSAGES_H
#define JOB_MESSAGES_H

#include "base/diagnostic.h"

extern const Message S101_FONTS, S102_CANNOT_READ, S103_CANNOT_WRITE, S104_SOURCE_FOR_ONE, S105_NOT_EMPTY;
extern const Message *const JOB_MESSAGES[];

#endif
