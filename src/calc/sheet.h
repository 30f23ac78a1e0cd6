/* The facts as a sheet of a spreadsheet: the columns of the CSV, with numbers as numbers. */
#ifndef CALC_SHEET_H
#define CALC_SHEET_H

#include "calc/ledger.h"

/* Appends the file. False when it grows too large for its form. The same facts give the same bytes. */
bool facts_write_xlsx(Buffer *out, const Ledger *ledger);
bool facts_write_ods(Buffer *out, const Ledger *ledger);

#endif
