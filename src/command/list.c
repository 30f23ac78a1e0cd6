/* check --list: every message that the program can give, from the tables of all folders. */
#include "command/options.h"

#include "batch/messages.h"
#include "calc/messages.h"
#include "edit/messages.h"
#include "input/messages.h"
#include "job/messages.h"
#include "layout/layout.h"
#include "pdf/messages.h"
#include "privacy/public.h"
#include "rules/rules.h"
#include "document/messages.h"
#include "template/messages.h"
#include "typeset/messages.h"

static void list_one(FILE *stream, const Message *m, bool en) {
    fprintf(stream, "%s  %s  %s\n", m->code, severity_name(m->severity, en ? MESSAGES_ENGLISH : MESSAGES_DUTCH), en ? m->about_english : m->about_dutch);
    if (m->example && *m->example) fprintf(stream, "      %s\n", m->example);
}

void list_messages(FILE *stream, MessageLanguage language) {
    const Message *const *const TABLES[] = {INPUT_MESSAGES, RULES_MESSAGES, PRIVACY_MESSAGES, CALC_MESSAGES, DOCUMENT_MESSAGES, TEMPLATE_MESSAGES, LAYOUT_MESSAGES, PDF_MESSAGES, JOB_MESSAGES, BATCH_MESSAGES, EDIT_MESSAGES};
    bool en = language == MESSAGES_ENGLISH;
    int count = 0;
    const Message *model = model_messages(&count);
    for (int i = 0; i < count; i++) list_one(stream, &model[i], en);
    for (int i = 0; i < typeset_message_count; i++) list_one(stream, &typeset_messages[i], en);
    for (size_t t = 0; t < sizeof TABLES / sizeof *TABLES; t++)
        for (const Message *const *m = TABLES[t]; *m; m++) list_one(stream, *m, en);
}
