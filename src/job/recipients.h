/* Documents for one recipient: whom the command line means, and the year as they may see it. */
#ifndef JOB_RECIPIENTS_H
#define JOB_RECIPIENTS_H

#include "job/job.h"
#include "privacy/recipient.h"

/* "school" or "bestuur", by whose key it is; NULL when nobody has it. */
const char *recipient_template(const Year *year, const char *key);
/* The year as the public may see it: persons are roles, small counts and what would give them away are not in it. JOB_INPUT_FAULTS:
 * that cannot be done safely (reported). withheld: gets the list of what is not shown, when not NULL. */
JobResult year_public(const Year *whole, Diagnostics *diagnostics, Year *out, Buffer *withheld);
/* The year for who has this key, of which nothing else remains: tree, files, model and facts. audience: for whom the template
 * is made (template_audience). Without key it is the year itself, unless the template asks for one. JOB_USAGE: key and
 * template do not fit (reported). */
JobResult year_for(const Year *whole, const char *template, const char *audience, const char *key, Diagnostics *diagnostics, Year *out);

#endif
