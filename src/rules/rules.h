/* The checks over partnership, text and ledger: a table of rules, each with its code, severity and message. */
#ifndef RULES_RULES_H
#define RULES_RULES_H

#include "calc/ledger.h"
#include "model/model.h"

/* Runs every rule; findings are added to diagnostics. input is the tree the partnership was read from. */
void rules_run(const Partnership *partnership, const Node *input, const Ledger *ledger, Diagnostics *diagnostics);
/* All messages of this folder, for check --list. */
const Message *rules_messages(int *count);

#endif
