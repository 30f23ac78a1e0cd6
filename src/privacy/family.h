/* Whom a fact is about, by the family of its id. Private to privacy/.
 *
 * Only what is listed can be open: a fact of a family that nobody listed is taken to count persons. */
#ifndef PRIVACY_FAMILY_H
#define PRIVACY_FAMILY_H

typedef enum Family {
    FAMILY_UNLISTED, /* nobody said: taken to count persons */
    FAMILY_OPEN,     /* counts no persons itself; what it rests on may */
    FAMILY_PERSONS,  /* counts persons */
    FAMILY_STUDENTS, /* counts persons when its unit says students; else open */
    FAMILY_FIGURE,   /* a figure of the text: its unit says whether it counts persons */
    FAMILY_COUNTED,  /* what it counts says so: own data */
    FAMILY_ANSWERS,  /* counts those who answered, unless the question is open */
    FAMILY_CLOSE,    /* of one board, one school's groups, the middle of schools: not shown once it rests on persons */
    FAMILY_ONE       /* about one person, or persons of one board: never shown */
} Family;

/* id: with or without its year. */
Family family_of(const char *id);

#endif
