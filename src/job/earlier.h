/* Earlier school years that an input names: read beside it, only to compare with. */
#ifndef JOB_EARLIER_H
#define JOB_EARLIER_H

#include "job/job.h"

/* Reads the input of every earlier year that year's partnership names (vorig-jaar bestand=), calculates it, and adds its
 * facts to year's ledger as "ID@2019-2020". Such an input lies in the folder of this one, or in a folder beside it
 * that is named as "../name"; links do not lead further. It is only read, its own earlier years are not followed.
 * What cannot be used is reported at the attribute (R017, R021-R023); the rest goes on. */
void earlier_years_read(Resources *resources, Year *year, Diagnostics *diagnostics);

#endif
