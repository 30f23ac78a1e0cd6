#ifndef COMMAND_NUMBERS_H
#define COMMAND_NUMBERS_H

#include <stdio.h>

#include "calc/ledger.h"
#include "model/model.h"

/* A line for each quantity, date and reference of the text: place, words, kind, and the fact it was matched to; json:
 * one object a line. */
void print_numbers(const Partnership *partnership, const Ledger *ledger, bool json, bool english, FILE *out);

#endif
