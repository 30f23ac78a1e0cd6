/* Part of the model: people in bodies, meetings, planning, hour specifications, facilities, intervision, and the count
 * lists they share with the students. */
#ifndef MODEL_ACTIVITIES_H
#define MODEL_ACTIVITIES_H

#include "model/value.h"

typedef struct Note { /* below a table or figure */
    Place place;
    const char *mark, *text;
    const char *part;     /* the input's word for the part of the data it stands in */
} Note;

/* One cell. Which of the indices are set depends on the list it stands in. */
typedef struct Tally {
    Place place;
    int location;  /* or NO_INDEX */
    int school;    /* parent school instead of a location (first-years of Mencia), or NO_INDEX */
    int institute; /* or NO_INDEX */
    int level;     /* or NO_INDEX */
    Quantity count;
} Tally;

typedef struct TallyList {
    Place place; /* of the list element; file NULL: the list is absent */
    bool given;
    Tally *items;
    int count;
    bool *mentioned; /* by location: it has a row, even one of empty cells; NULL: the list is absent */
} TallyList;

/* ---- people in bodies, meetings, planning ---- */

typedef struct Member {
    Place place;
    int person;            /* NO_INDEX only when unresolved */
    int board, institute;  /* employer as the team names it (werkgever), NO_INDEX when it does not */
    int location, school;  /* NO_INDEX */
    const char *where;     /* "divers": instead of a location, NULL */
    const char *function;  /* "SO, kernteam" */
    const char *mark;      /* "*" */
    bool facilitated;      /* paid in hours by the partnership through this body */
    int replaces;          /* person whose place was taken in the year: counts as one with that member */
    Quantity hours;        /* absent when only known per team */
} Member;

typedef enum BodyKind { BODY_TEAM, BODY_STEERING, BODY_CORE, BODY_TEAMS, BODY_SUPPORT, BODY_OTHER } BodyKind;

typedef struct Body {      /* a development team (figure 2) or a column of figure 6 */
    Place place;
    const char *key, *name;
    BodyKind kind;
    Member *members;
    int member_count;
    Note *notes;
    int note_count;
} Body;

typedef struct MeetingDate {
    Place place;
    const char *date;      /* ISO */
    const char *from, *to; /* "13:30", NULL */
    const char *audience;  /* "FLOT", "HR en ESoE minoren", NULL */
    const char *where;
} MeetingDate;

typedef struct Attendance {
    Place place;
    const char *role;
    Quantity count;
} Attendance;

typedef struct Meeting {
    Place place;
    const char *key, *name, *kind, *form; /* kind "verdiepingsmiddag"; form "online" */
    const char *level;     /* overleg: "operationeel", "tactisch", "strategisch", NULL */
    const char *frequency; /* "twee keer per jaar", NULL */
    const char *roles;     /* who takes part, NULL */
    const char **themes;
    int theme_count;
    MeetingDate *dates;
    int date_count;
    Attendance *attendance;
    int attendance_count;
    Quantity attended_total; /* when only the total is known */
    Quantity turnout;      /* opkomst: % */
    Quantity locations;    /* number of locations represented */
} Meeting;

typedef struct Theme {
    Place place;
    const char *key, *name;
    Quantity number;
    const char *group;     /* branch of the tree, NULL */
} Theme;

typedef struct Activity {
    Place place;
    const char *key, *name;
    const char *from, *to; /* ISO; to NULL: one day */
    const char *kind;      /* mark in the planner, NULL */
    const char *note;
} Activity;

typedef struct PlanRow {
    Place place;
    const char *key, *name, *group;
    Activity *activities;
    int activity_count;
} PlanRow;

typedef struct Planning {
    Place place;
    bool given;
    SchoolYear year;
    PlanRow *rows;
    int row_count;
} Planning;

typedef struct ChartUnit {
    Place place;
    const char *key, *name, *kind, *note;
    int parent;            /* NO_INDEX: a root */
} ChartUnit;

/* ---- hour specifications (Noord-Holland), facilities (Boss po), intervision ---- */

typedef enum HourBasis { HOURS_FIXED, HOURS_PER_STUDENT, HOURS_PER_GROUP } HourBasis;

typedef struct Duration {  /* stap: times x minutes (or hours) */
    Place place;
    const char *name;
    Quantity minutes, hours; /* one of the two */
    Quantity times;        /* absent: 1 */
} Duration;

typedef struct HourItem {
    Place place;
    const char *key, *name, *purpose, *duration; /* duration: as printed */
    HourBasis basis;
    Quantity hours;        /* per basis; absent: the sum of the steps */
    Duration *steps;
    int step_count;
    const char *option;    /* deducted when this option (KEY in HourSpecification.options) is off, NULL */
} HourItem;

typedef struct HourSection {
    Place place;
    const char *key, *name;
    Quantity times;        /* maal: 2 semesters; absent: 1 */
    HourItem *items;
    int item_count;
} HourSection;

typedef struct HourOption { /* optie: "verzorgt het traject zelf" */
    Place place;
    const char *key, *name;
    bool on;
} HourOption;

typedef struct HourSpecification {
    Place place;
    const char *key, *name;      /* "so": facts uren.so.... */
    const char *unit;            /* "per aankomend leraar", "per schoolopleider" */
    Quantity students;           /* n */
    Quantity group_size;         /* for HOURS_PER_GROUP; absent: one group */
    int base;                    /* uitbreiding-van: adds to that specification, NO_INDEX */
    HourSection *sections;
    int section_count;
    HourOption *options;
    int option_count;
} HourSpecification;

typedef struct Facility {
    Place place;
    const char *key, *name;      /* task */
    Quantity hours;              /* per `per`; absent: to be decided (text) */
    const char *per;             /* "student", "week", "student-per-periode", "keer", "dag-per-week", NULL */
    Quantity number;             /* how many people or students; absent/unknown */
    Quantity students;           /* for hours per student */
    Quantity times;              /* periods, meetings; absent: 1 */
    const char *text;            /* as printed when there is no number */
    const char *together;        /* samen: what the hours per student add up to with others, NULL */
} Facility;

/* ---- professional development: offer (Noord-Holland, Boss po), self-evaluations ---- */

typedef struct OfferGroup {      /* doelgroep: a role that the offer is for */
    Place place;
    const char *key, *name;
} OfferGroup;

typedef struct OfferActivity {
    Place place;
    const char *key, *name;
    int *groups;                 /* indices of OfferGroup */
    int group_count;
    bool all;                    /* for every group (no voor) */
} OfferActivity;

typedef struct OfferPhase {      /* fase: becoming, showing, staying able; basis, deepening, informal */
    Place place;
    const char *key, *name;
    OfferActivity *activities;
    int activity_count;
} OfferPhase;

typedef struct Offer {
    Place place;
    bool given;
    OfferGroup *groups;
    int group_count;
    OfferPhase *phases;
    int phase_count;
} Offer;

typedef struct ScanStage {       /* trede: how far one is, with the statements judged so */
    Place place;
    const char *key, *name;
    int statement_count;
} ScanStage;

typedef struct Scan {
    Place place;
    const char *key, *name;
    ScanStage *stages;
    int stage_count;
} Scan;

typedef struct Intervision {
    Place place;
    bool given;
    Quantity minimum, maximum;   /* group size 6-10 */
    Quantity weeks_between;      /* 4 */
    Quantity groups_per_school;  /* 2 */
    TallyList counts;            /* students per location; absent: the students of the locations */
} Intervision;

#endif
