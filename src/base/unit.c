#include <string.h>

#include "base/unit.h"

const char *unit_word(Decimal value, const char *unit) {
    static const char *const words[][2] = {
        {"aanvragen", "aanvraag"}, {"activiteiten", "activiteit"}, {"antwoorden", "antwoord"}, {"besluiten", "besluit"},
        {"besturen", "bestuur"}, {"bijeenkomsten", "bijeenkomst"}, {"dagdelen", "dagdeel"}, {"dagen", "dag"},
        {"dagen per week", "dag per week"}, {"docenten", "docent"}, {"doelen", "doel"}, {"groepen", "groep"},
        {"instituten", "instituut"}, {"leden", "lid"}, {"leerlingen", "leerling"}, {"leraren", "leraar"}, {"lessen", "les"},
        {"locaties", "locatie"}, {"maanden", "maand"}, {"minuten", "minuut"}, {"momenten", "moment"}, {"overleggen", "overleg"},
        {"partners", "partner"}, {"personen", "persoon"}, {"plaatsen", "plaats"}, {"respondenten", "respondent"},
        {"risico\u2019s", "risico"}, {"rollen", "rol"}, {"scholen", "school"}, {"stageplaatsen", "stageplaats"},
        {"studenten", "student"}, {"teams", "team"}, {"thema\u2019s", "thema"}, {"thema's", "thema"}, {"trainingen", "training"},
        {"uitspraken", "uitspraak"}, {"uren", "uur"}, {"vragen", "vraag"}, {"weken", "week"}};
    if (!decimal_valid(value) || decimal_compare(value.units < 0 ? decimal_neg(value) : value, decimal_int(1)) != 0) return unit;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (!strcmp(unit, words[i][0])) return words[i][1];
    return unit;
}
