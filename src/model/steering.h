/* Part of the model: what a meeting of the steering group needs, and the previous version of the input. */
#ifndef MODEL_STEERING_H
#define MODEL_STEERING_H

#include "model/value.h"

typedef struct Decision { /* besluit that is asked for */
    Place place;
    const char *key, *title;
    const char *proposal; /* voorstel as plain text, NULL when it is missing */
    const char *from;     /* ingang, ISO, NULL */
    int proposer;         /* person, NO_INDEX */
} Decision;

typedef struct AgendaItem {
    Place place;
    const char *title, *kind; /* kind: "opening", "besluit", "bespreking" (default), "informatie", "sluiting" */
    Quantity minutes;
    int *decisions;           /* decisions taken under this item */
    int decision_count;
} AgendaItem;

typedef struct Risk {
    Place place;
    const char *key, *title;
    int chance, effect;   /* 1 klein, 2 middel, 3 groot; 0 when not given (reported) */
    Place chance_place, effect_place;
    int owner;            /* person, NO_INDEX */
    bool measure;         /* a maatregel is given */
} Risk;

typedef struct Steering {
    Place place;
    bool given;
    const char *meeting;  /* vergadering, ISO, NULL */
    Place meeting_place;
    const char *reply_by; /* reageren-voor, ISO, NULL */
    int author;           /* opsteller: person, NO_INDEX */
    Decision *decisions;
    int decision_count;
    AgendaItem *agenda;
    int agenda_count;
    Risk *risks;
    int risk_count;
} Steering;

typedef struct PreviousVersion {
    Place place;
    const char *file;     /* bestand=: another input, relative to this one; NULL when absent or not allowed */
    Place file_place;
    const char *name, *date; /* NULL when not given */
} PreviousVersion;

#endif
