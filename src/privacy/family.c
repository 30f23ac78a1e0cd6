/* One table of all families of facts. */
#include "privacy/family.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

/* In a pattern * is one part of an id, ** all that follow (or none); the first that fits counts. */
static const struct {
    const char *pattern;
    Family family;
} FAMILIES[] = {
    {"school.*.studenten", FAMILY_PERSONS}, {"school.*.partners", FAMILY_PERSONS}, {"school.*.overig", FAMILY_PERSONS},
    {"school.*.instituut.*", FAMILY_STUDENTS}, {"school.*.niveau.*", FAMILY_STUDENTS}, {"school.**", FAMILY_OPEN},
    {"eerstejaars.**", FAMILY_STUDENTS}, {"studenten.**", FAMILY_STUDENTS}, {"enquete.**", FAMILY_ANSWERS},
    {"afspraak.*.werkelijk", FAMILY_PERSONS}, {"afspraak.**", FAMILY_OPEN}, {"uren.*.studenten", FAMILY_PERSONS}, {"uren.**", FAMILY_OPEN},
    {"kengetal.*.aandeel", FAMILY_OPEN}, {"kengetal.**", FAMILY_FIGURE}, {"bijeenkomst.*.aanwezig.**", FAMILY_PERSONS}, {"bijeenkomst.**", FAMILY_OPEN},
    {"so.advies.totaal", FAMILY_OPEN}, {"so.**", FAMILY_ONE},
    {"bestuur.*.studenten", FAMILY_ONE}, {"bestuur.*.partners", FAMILY_ONE}, {"bestuur.*.overig", FAMILY_ONE}, {"bestuur.*.niveau.*", FAMILY_ONE},
    {"bestuur.*.instituut.*", FAMILY_ONE}, {"bestuur.**", FAMILY_CLOSE}, {"partnerschap.middel.**", FAMILY_CLOSE}, {"intervisie.**", FAMILY_CLOSE},
    {"stagevergoeding.dagen.*.*", FAMILY_OPEN}, {"stagevergoeding.**", FAMILY_ONE},
    /* of bodies and teams the input's members are shown one by one, by what they do there */
    {"personen.**", FAMILY_OPEN}, {"ontwikkelteam.**", FAMILY_OPEN}, {"ontwikkelteams.**", FAMILY_OPEN}, {"voorbeeld.**", FAMILY_OPEN},
    {"faciliteit.**", FAMILY_STUDENTS}, {"faciliteiten.**", FAMILY_OPEN}, {"facilitering.**", FAMILY_OPEN}, {"parameter.**", FAMILY_OPEN},
    {"aanbod.**", FAMILY_OPEN}, {"aantal.**", FAMILY_OPEN}, {"agenda.**", FAMILY_OPEN}, {"archief.**", FAMILY_OPEN}, {"besluiten.**", FAMILY_OPEN},
    {"bijeenkomsten.**", FAMILY_OPEN}, {"doelen.**", FAMILY_OPEN}, {"leerlingen.**", FAMILY_OPEN}, {"overleg.**", FAMILY_OPEN}, {"risico.**", FAMILY_OPEN},
    {"risicos.**", FAMILY_OPEN}, {"rollen.**", FAMILY_OPEN}, {"scan.**", FAMILY_OPEN}, {"themas.**", FAMILY_OPEN}, {"verdeling.**", FAMILY_OPEN},
    {"streefaantal.**", FAMILY_OPEN}, {"groei.**", FAMILY_OPEN}, {"verandering.**", FAMILY_OPEN}, {"bonus.**", FAMILY_OPEN}, {"vergoeding.**", FAMILY_OPEN},
    {"afwijking.**", FAMILY_OPEN}, {"afwijkingen.**", FAMILY_OPEN}, {"baten.**", FAMILY_OPEN}, {"begroting.**", FAMILY_OPEN}, {"bekostiging.**", FAMILY_OPEN},
    {"onderuitputting.**", FAMILY_OPEN}, {"overschrijding.**", FAMILY_OPEN}, {"realisatie.**", FAMILY_OPEN}, {"reserve.**", FAMILY_OPEN},
    {"resultaat.**", FAMILY_OPEN}, {"gegevens.**", FAMILY_COUNTED}, {"werkgever.**", FAMILY_OPEN}, {"werkgevers.**", FAMILY_OPEN},
};

static bool fits(const char *pattern, const char *id) {
    for (;;) {
        size_t p = strcspn(pattern, "."), n = strcspn(id, ".@");
        if (!strcmp(pattern, "**")) return true;
        if (!(p == 1 && *pattern == '*' && n) && (p != n || strncmp(pattern, id, n))) return false;
        bool more = id[n] == '.';
        pattern += p;
        id += n;
        if (!strcmp(pattern, ".**") && !more) return true;
        if (!*pattern || !more) return !*pattern && !more;
        pattern++;
        id++;
    }
}

Family family_of(const char *id) {
    for (size_t i = 0; i < sizeof FAMILIES / sizeof *FAMILIES; i++)
        if (fits(FAMILIES[i].pattern, id)) return FAMILIES[i].family;
    return FAMILY_UNLISTED;
}
