/* The messages of job/: what the system or the installation refuses (S1xx). */
#ifndef JOB_MESSAGES_H
#define JOB_MESSAGES_H

#include "base/diagnostic.h"

extern const Message S101_FONTS, S102_CANNOT_READ, S103_CANNOT_WRITE, S104_SOURCE_FOR_ONE, S105_NOT_EMPTY;
/* of batch */
extern const Message S120_CRASHED, S121_KILLED, S122_TOO_LONG, S123_TOO_MUCH_MEMORY, S124_FOLDER_BUSY, S125_SAME_OUTPUT, S126_SAME_INPUT,
    S127_NOT_A_MANIFEST, S128_TWO_RESULTS, S129_PARTS_MISSING, S130_NO_RECIPIENTS, S131_NO_PROCESS, S132_NO_KEYS;
extern const Message *const JOB_MESSAGES[];

#endif
