/* The typed partnership: everything the input states, with its place, nothing calculated.
 *
 * One school year of one partnership. Everything lies in the arena the model was read into; strings and places
 * live as long. Parts that the input leaves out are absent (count 0, pointer NULL, QUANTITY_ABSENT), never zero.
 * Every struct starts with the Place of its element. Lists keep the order of the input.
 *
 * Glossary (input word -> name here):
 *   partnerschap partnership       bestuur board                instituut institute (partner or not)
 *   school parent school           locatie location (has pupils, students, target; fact id "school.KEY")
 *   leerlingen pupils              studenten students           plaatsing placement (joint count)
 *   niveau level                   eerstejaars first-years      wisselaars switchers (counted at two schools)
 *   streefaantal target            begroting budget             rubriek category, regel line
 *   aandeel share borne            baten revenue                bekostiging funding, staffel band
 *   facilitering facilitation      schoolopleider school trainer (so), vergoeding reimbursement
 *   stagevergoeding internship allowance   enquete survey       afspraak agreement, verdeling distribution
 *   kengetal figure from the text  ontwikkelteam team           personele inzet staffing, orgaan body, lid member
 *   bijeenkomst meeting            thema theme                  jaarplanning year planning, activiteit activity
 *   organogram organisation chart, eenheid unit                 urenspecificatie hour specification, post item
 *   faciliteit facility            intervisie intervision       afkorting abbreviation
 *   stuurgroep steering group: besluit decision, agendapunt agenda item, risico risk, vorige versie previous version
 *   hoofdstuk chapter, paragraaf, bijlage annex: section; alinea, punt, cel, bijschrift, noot: passage (model/text.h)
 *   getal mention of a fact        verwijzing reference         kerncijfer key figure
 *   controle control (published value beside a fact)            bevinding acknowledgement of a finding
 */
#ifndef MODEL_MODEL_H
#define MODEL_MODEL_H

#include "base/diagnostic.h"
#include "language/words.h"
#include "model/activities.h"
#include "model/own_data.h"
#include "model/steering.h"
#include "model/text.h"
#include "model/value.h"

/* ---- who ---- */

typedef struct Board {
    Place place;
    const char *key, *name, *abbreviation; /* abbreviation: as tables show it; = name when not given */
} Board;

typedef struct Institute {
    Place place;
    const char *key, *name, *abbreviation;
    bool partner;
    bool other;                   /* collects all non-partners (KEY "overig") */
    const char *first_year_label; /* "PHP": what it calls its first year, NULL when not given */
    const char *first_year_name;  /* "Professioneel Handelen Propedeuse" */
    int *first_year_levels;       /* levels its first-years are counted under; exact when all these are FIRST_YEAR_ALL */
    int first_year_level_count;
} Institute;

typedef enum FirstYear { FIRST_YEAR_NONE, FIRST_YEAR_PARTLY, FIRST_YEAR_ALL } FirstYear;

typedef struct Level {
    Place place;
    const char *key, *name, *abbreviation;
    const char *group;    /* key of its LevelGroup (figure 10: "vt"), NULL */
    int group_index;      /* NO_INDEX */
    FirstYear first_year; /* are students of this level first-years: none, some, all */
} Level;

typedef struct Group { /* of levels ("vt") or of schools ("kartrekker") */
    Place place;
    const char *key, *name;
} Group;

/* A parent school over several locations ("Mencia"). Not a row of figure 12. */
typedef struct School {
    Place place;
    const char *key, *name, *abbreviation;
    int board;
} School;

/* One location: the unit with pupils, students, a target. Facts "school.KEY...". */
typedef struct Location {
    Place place;
    const char *key, *name, *abbreviation;
    int board;       /* NO_INDEX */
    int school;      /* parent school or NO_INDEX */
    int group;       /* of school_groups, or NO_INDEX */
    Quantity pupils; /* on partnership.pupils_date */
    Quantity target; /* only when agreed otherwise than by the norm (streefaantal=) */
} Location;

typedef struct Person {
    Place place;
    const char *key, *name, *roles, *email;
    int board, institute; /* employer: one of the two, the other NO_INDEX */
    int location;         /* where he or she works, NO_INDEX */
} Person;

/* ---- parameters: rates, norms, thresholds ---- */

typedef enum Parameter {
    PARAMETER_YEAR_HOURS,           /* normjaartaak: hours per fte */
    PARAMETER_HOURLY_RATE,          /* uurtarief: EUR */
    PARAMETER_ADMINISTRATIVE_RATE,  /* administratief-tarief: EUR per hour */
    PARAMETER_PUPILS_PER_STUDENT,   /* leerlingen-per-student: 50 */
    PARAMETER_PARTNER_SHARE,        /* partneraandeel: %, norm */
    PARAMETER_FIRST_YEAR_SHARE,     /* eerstejaarsaandeel: %, norm */
    PARAMETER_FIRST_YEARS_PER_SCHOOL, /* eerstejaars-per-kartrekker: 15 */
    PARAMETER_DEVIATION_PERCENT,    /* afwijkingsdrempel: % above which a deviation needs an explanation */
    PARAMETER_SMALL_GROUP,          /* kleine-groep: smallest group that may be shown */
    PARAMETER_STUDENT_GOAL,         /* studentendoel: "minimaal 200 studenten van partners" */
    PARAMETER_STARTER_REDUCTION_1,  /* startersreductie-jaar-1: % */
    PARAMETER_STARTER_REDUCTION_2,  /* startersreductie-jaar-2: % */
    PARAMETER_DEVIATION_AMOUNT,     /* afwijkingsbedrag: EUR above which a single line needs one too */
    PARAMETER_WEEKS,                /* weken: school weeks a year, for hours per week */
    PARAMETER_MARGIN_RUIM,          /* marge-ruim: "ruim 80" is above 80 by at most so many % */
    PARAMETER_MARGIN_BIJNA,         /* marge-bijna: "bijna 80" is below 80 by at most so many % */
    PARAMETER_MARGIN_CIRCA,         /* marge-circa: "circa 80" is within so many % of 80 */
    PARAMETER_MARGIN_SHARE,         /* marge-deel: "een op de vijf" is within so many percent points of 20% */
    PARAMETER_COUNT
} Parameter;

/* ---- students ---- */

/* Either the joint table is given and all marginals follow from it, or the marginals are given; given beside the
 * joint table, a marginal is a repetition to be compared. */
typedef struct Students {
    Place place;
    bool given;
    const char *date;         /* peildatum, ISO, or NULL */
    bool dated;               /* it says of what day, rightly or not */
    TallyList joint;          /* plaatsingen: location x institute x level */
    TallyList by_institute;   /* per-instituut: location x institute (figure 7) */
    TallyList by_level;       /* per-niveau: location x level (figure 11) */
    bool by_level_partners;   /* by_level counts students of partner institutes only */
    TallyList first_years;    /* eerstejaars: location or school x institute (figure 1) */
    TallyList switchers;      /* wisselaars: institute (location optional) */
} Students;

/* ---- money ---- */

typedef enum Unit { UNIT_FTE, UNIT_HOURS, UNIT_ADMINISTRATIVE, UNIT_AMOUNT, UNIT_CALCULATED } Unit;

/* One side of a budget line. fte: quantity x year hours x rate; hours: x rate; administrative: hours x
 * administrative rate; amount: EUR; calculated: the fact named. All times number, times share. */
typedef struct BudgetValue {
    Place place;
    bool given;
    Unit unit;
    Quantity quantity;   /* fte, hours or EUR; absent for UNIT_CALCULATED */
    Decimal number;      /* aantal: 4 school trainers of 100 hours each; 1 when not given */
    Decimal share;       /* aandeel borne by the partnership, 0..1; 1 when not given */
    Place number_place, share_place; /* file NULL when not given */
    const char *fact;    /* id of the fact, for UNIT_CALCULATED */
    bool administrative; /* an amount that stands for hours at the administrative rate */
} BudgetValue;

typedef struct BudgetLine {
    Place place;
    const char *key, *name;
    BudgetValue budgeted, realised;
    int employer_board, employer_institute; /* who bears the rest of the share; NO_INDEX */
    int team;              /* hours of this development team, NO_INDEX */
    const char *mark;      /* "*" of its note, NULL */
    const char *note;      /* toelichting (explanation of the line or its deviation), NULL */
    Place note_place;
} BudgetLine;

typedef struct BudgetCategory {
    Place place;
    const char *key, *name;
    const char *note;      /* toelichting of the category as a whole, NULL */
    BudgetLine *lines;
    int line_count;
} BudgetCategory;

typedef struct Budget {
    Place place;
    bool given;
    BudgetCategory *categories;
    int category_count;
    Note *notes;
    int note_count;
} Budget;

typedef struct Revenue {
    Place place;
    const char *key, *name;
    Quantity budgeted, realised; /* EUR */
} Revenue;

typedef struct Reserve {
    Place place;
    bool given;
    const char *name;    /* "Reserve uit 2019-2020" */
    Quantity opening;    /* begin, EUR */
    Quantity minimum;    /* smallest reserve wanted, EUR; absent */
} Reserve;

typedef struct FundingBand { /* old national model: amount by number of students */
    Place place;
    Quantity from, to; /* students, inclusive; to absent: no upper end */
    Quantity amount;   /* EUR */
} FundingBand;

typedef struct FundingPeriod {
    Place place;
    SchoolYear from, to;   /* to.first 0: until further notice */
    Quantity fixed;        /* vast: EUR a year */
    Quantity per_student;  /* EUR per unique partner student (DUS-i) of the previous school year */
    Quantity provisional;  /* voorlopig-per-student: what was paid first, later corrected; absent */
    FundingBand *bands;
    int band_count;
} FundingPeriod;

typedef struct Funding {
    Place place;
    bool given;
    SchoolYear start;      /* first school year of the partnership */
    FundingPeriod *periods;
    int period_count;
} Funding;

/* ---- facilitation of school trainers, reimbursement ---- */

typedef struct FixedHours { /* "overleg en afstemming": 50 */
    Place place;
    const char *key, *name;
    Quantity hours;
} FixedHours;

typedef struct FreeTime { /* lesvrij: from that many students (ten minste) */
    Place place;
    Quantity from;    /* students; absent: always */
    const char *text; /* "één hele dag per week" */
} FreeTime;

typedef struct TrainerPost { /* one location of a school trainer */
    Place place;
    int location;      /* NO_INDEX in an example */
    Quantity students; /* own number (average, target, divided between two trainers); absent: all of the location */
} TrainerPost;

typedef struct Trainer {
    Place place;
    const char *key, *name; /* name: as shown (example text), or NULL */
    int person;             /* NO_INDEX */
    TrainerPost *posts;
    int post_count;
    Quantity elsewhere;     /* elders: posts at locations that this input does not hold; absent */
    bool facilitated;       /* conforms to the guideline (volgens-richtlijn), condition of the reimbursement */
} Trainer;

typedef struct Facilitation {
    Place place;
    bool given;
    SchoolYear year;              /* the guideline's school year */
    FixedHours *fixed;
    int fixed_count;
    Quantity per_student;         /* hours */
    Quantity several_locations;   /* extra hours, once per trainer with more than one location */
    Quantity small_hours;         /* hours off (positive) for one location with fewer than small_below */
    Quantity small_below;         /* "minder dan" */
    FreeTime *free_time;          /* highest threshold that is reached counts */
    int free_time_count;
    Quantity second_above;        /* advice of a second trainer: "meer dan" so many students at a location */
    Quantity reimbursed_hours;    /* vergoeding: hours per location at the hourly rate */
    Quantity bonus_hours;         /* per extra student above the target */
    SchoolYear reimbursed_from;
    Trainer *trainers;
    int trainer_count;
    Trainer *examples;            /* voorbeeld: worked examples, posts with students only */
    int example_count;
} Facilitation;

/* ---- internship allowance ---- */

typedef struct AllowanceStep {
    Place place;
    Quantity from;   /* whole days a week, at least */
    Quantity amount; /* EUR a month */
} AllowanceStep;

typedef struct AllowanceChange { /* applies from the month after that date */
    Place place;
    const char *date; /* ISO */
    Quantity days;
} AllowanceChange;

typedef struct Intern {
    Place place;
    const char *key, *name;
    Quantity days;          /* whole days a week */
    Quantity half_days;     /* two of them are one day; absent */
    const char *from, *to;  /* ISO; NULL: the whole period */
    bool employed;          /* employment contract at the same foundation: no allowance */
    AllowanceChange *changes;
    int change_count;
} Intern;

typedef struct Allowance {
    Place place;
    bool given;
    const char *from, *to;  /* ISO: first day and the day after the last (1 September - 1 July) */
    Quantity months;        /* of the whole period; absent: follows from the dates */
    AllowanceStep *steps;
    int step_count;
    Intern *interns;
    int intern_count;
} Allowance;

/* ---- surveys ---- */

typedef enum QuestionKind {
    QUESTION_SINGLE,   /* enkel: answers add up to the respondents */
    QUESTION_MULTIPLE, /* meer */
    QUESTION_PARTIAL,  /* deel: one of several answers, not everybody answered or only this answer is counted */
    QUESTION_OPEN      /* open: text, numbers that add up to nothing */
} QuestionKind;

typedef struct Answer {
    Place place;
    const char *key, *text; /* key may be NULL */
    Quantity count, percent; /* either or both */
} Answer;

typedef struct Question {
    Place place;
    const char *key, *text;
    QuestionKind kind;
    Quantity respondents;   /* n of this question; absent: of the survey */
    Answer *answers;
    int answer_count;
} Question;

typedef struct Survey {
    Place place;
    const char *key, *name, *target_group, *date;
    Quantity sent, returned;
    bool about;             /* sent is approximate (circa) */
    Question *questions;
    int question_count;
} Survey;

/* ---- agreements, distributions, figures of the running text ---- */

typedef struct Agreement { /* afspraak: 30 first-years of FLOT, became 52 */
    Place place;
    const char *key, *name;
    int institute;         /* NO_INDEX */
    Quantity agreed, actual;
    const char *fact;      /* the actual number is this fact (then actual is absent), NULL */
} Agreement;

typedef struct Portion {
    Place place;
    const char *name;
    int *levels;           /* levels it covers */
    int level_count;
    Quantity percent;
} Portion;

typedef struct Distribution { /* verdeling: must add up to 100 */
    Place place;
    const char *key, *name;
    const char *same_as;   /* key of the distribution that it repeats, NULL */
    Portion *portions;
    int portion_count;
} Distribution;

typedef struct KeyNumber { /* kengetal: fact "kengetal.KEY", and "kengetal.KEY.aandeel" when `of` is given */
    Place place;
    const char *key, *name, *unit, *source;
    Quantity value;
    Quantity of;           /* van: the whole it is a part of */
    bool about;            /* ongeveer */
    const char *total_of;  /* key of the KeyNumber that this one is a part of: parts must add up, NULL */
} KeyNumber;

/* ---- other years, controls, acknowledgements ---- */

typedef struct StatedFact {      /* a value of a fact that stands in the input: earlier year or control */
    Place place;
    const char *fact;
    Quantity value;
    const char *source;          /* "figuur 7", "accountantsverklaring" */
    const char *kind;            /* controls: "gepubliceerd" (default), "gecontroleerd"; NULL for earlier years */
} StatedFact;

typedef struct TakenFact {       /* overgenomen: a fact about others that the input for one recipient may know */
    Place place;
    const char *fact, *name, *unit;
    Quantity value;
} TakenFact;

typedef struct EarlierYear {
    Place place;
    SchoolYear year;
    const char *file;            /* bestand=: another input, relative to this one; NULL */
    Place file_place;
    StatedFact *facts;           /* given here, without an input of that year */
    int fact_count;
} EarlierYear;

typedef struct Acknowledgement {
    Place place;
    const char *code, *reason;
    const char *fact;            /* only findings that name this fact or key, NULL: every one of that code */
    const char *by, *date;
} Acknowledgement;

typedef struct Abbreviation {
    Place place;
    const char *shorthand, *meaning;
} Abbreviation;

typedef struct Goal {            /* doel in a narrative triple */
    Place place;
    const char *key, *text;      /* key may be NULL */
    const char *status;          /* "behaald", "deels", "niet", "vervallen", NULL */
    const char *section;         /* key of the paragraaf, NULL */
    const Node *node;
} Goal;

/* ---- the whole ---- */

typedef struct Partnership {
    Place place;
    const Node *root;            /* the input tree */
    const Narrative *text;
    const char *key, *name, *abbreviation, *lead; /* lead: penvoerder, a board key or NULL */
    const char *title, *status, *date, *language; /* status "concept"/"definitief"; date ISO or NULL */
    Place status_place, date_place;
    SchoolYear year;             /* the report's */
    Quantity retention;          /* archief bewaartermijn: years the documents are kept */
    Quantity parameters[PARAMETER_COUNT];
    Board *boards; int board_count;
    Institute *institutes; int institute_count;
    Group *level_groups; int level_group_count;
    Level *levels; int level_count;
    Group *school_groups; int school_group_count;
    School *schools; int school_count;
    Location *locations; int location_count;
    const char *pupils_date;     /* ISO or NULL */
    Place pupils_place;          /* of the list of pupils; file NULL: there is none */
    bool pupils_counted, pupils_dated; /* it has rows; it says of what day */
    Students students;
    Budget budget;
    Revenue *revenues; int revenue_count;
    Reserve reserve;
    Funding funding;
    Facilitation facilitation;
    Allowance allowance;
    Survey *surveys; int survey_count;
    Agreement *agreements; int agreement_count;
    Distribution *distributions; int distribution_count;
    KeyNumber *key_numbers; int key_number_count;
    Person *persons; int person_count;
    Body *teams; int team_count;         /* ontwikkelteams (figure 2) */
    Body *bodies; int body_count;        /* personele-inzet (figure 6) */
    Meeting *meetings; int meeting_count;
    Theme *themes; int theme_count;
    Planning planning;
    ChartUnit *chart_units; int chart_unit_count;
    Abbreviation *abbreviations; int abbreviation_count;
    HourSpecification *hour_specifications; int hour_specification_count;
    Facility *facilities; int facility_count;
    Offer offer;
    Scan *scans; int scan_count;
    int role_count; Place roles_place;   /* role cards */
    Intervision intervision;
    EarlierYear *earlier_years; int earlier_year_count;
    StatedFact *controls; int control_count;
    TakenFact *taken; int taken_count;
    Acknowledgement *acknowledgements; int acknowledgement_count;
    Goal *goals; int goal_count;
    Steering steering;
    OwnData *own_data; int own_data_count;
    PreviousVersion previous;            /* file NULL: none */
    const struct Reader *reader;         /* what finds a thing by its key or name */
} Partnership;

/* Reads the typed partnership from the input tree (root element "jaarverslag"). Faults (unknown or duplicate keys,
 * references that do not resolve, negative counts, dates that do not exist ...; codes R0xx) become diagnostics, all
 * in one run; reading goes on after each. Never NULL. */
Partnership *model_read(Arena *arena, const Node *root, Diagnostics *diagnostics);

/* Index by key, or NO_INDEX. */
int model_board(const Partnership *p, const char *key);
int model_institute(const Partnership *p, const char *key);
int model_level(const Partnership *p, const char *key);
int model_school(const Partnership *p, const char *key);
int model_location(const Partnership *p, const char *key);
int model_person(const Partnership *p, const char *key);
/* The same for the thing of any kind that the input's own lists may name by key or (where no other has it) by name; NO_INDEX
 * too for kinds whose keys are unique only within the thing around them. */
int model_find(const Partnership *p, KeyKind kind, const char *text);
/* The input's name of a parameter: "uurtarief". */
const char *parameter_name(Parameter parameter);
/* "2020-2021" -> 2020; 0 when it is no school year. */
int school_year_parse(const char *text);

/* All messages of this folder, for check --list. */
const Message *model_messages(int *count);
/* The message with that code ("R021"), never NULL for codes of this folder. */
const Message *model_message(const char *code);

#endif
