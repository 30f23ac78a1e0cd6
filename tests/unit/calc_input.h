/* What the tests of calculation share: parameters, counts and a guideline of a small partnership, and cells of the input. */
#ifndef TESTS_CALC_INPUT_H
#define TESTS_CALC_INPUT_H

#include "calc/ledger_build.h"
#include "unit/small_input.h"

#define PARAMETERS                                                                                       \
    "<parameters><normjaartaak waarde=\"1659\"/><uurtarief waarde=\"70\"/><administratief-tarief waarde=\"35\"/>" \
    "<leerlingen-per-student waarde=\"50\"/></parameters>"

#define COUNTS                                                                                             \
    "<leerlingen><telling locatie=\"noord\" aantal=\"75\"/><telling locatie=\"zuid\" aantal=\"325\"/>"            \
    "<telling locatie=\"oost\" aantal=\"193\"/><telling locatie=\"west\" aantal=\"50\"/></leerlingen>"           \
    "<studenten><per-instituut><telling locatie=\"noord\" ho=\"4\" un=\"3\" overig=\"1\"/>"                      \
    "<telling locatie=\"zuid\" ho=\"2\"/><telling locatie=\"oost\" overig=\"?\"/><telling locatie=\"west\" ho=\"0\" overig=\"0\"/>" \
    "</per-instituut><wisselaars><telling instituut=\"ho\" aantal=\"2\"/></wisselaars></studenten>"

#define GUIDELINE                                                                                              \
    "<facilitering><vaste-uren sleutel=\"v\" naam=\"Vast\" uren=\"100\"/><per-student uren=\"8\"/><meer-locaties uren=\"40\"/>" \
    "<kleine-locatie aftrek=\"25\" minder-dan=\"10\"/><lesvrij>drie lesuren</lesvrij><lesvrij vanaf=\"25\">hele dag</lesvrij>" \
    "<tweede-schoolopleider meer-dan=\"30\"/><vergoeding uren=\"50\" bonusuren=\"8\"/>"

static const Place HERE = {"invoer.xml", 7, 3};

static inline Expression *cell(Arena *a, const char *units, int64_t value) {
    return expression_cell(a, "aantal", units, decimal_int(value), true, HERE);
}

#endif
