/* Meetings per level, the offer of professional development, and self-evaluations: what the input counts up to. */
#include <string.h>

#include "calc/subjects.h"

static void count_meetings(Calc *calc) {
    static const char *const LEVELS[] = {"operationeel", "tactisch", "strategisch"};
    const Partnership *p = calc->p;
    for (size_t l = 0; l < sizeof LEVELS / sizeof *LEVELS; l++) {
        int n = 0, first = 0;
        for (int i = p->meeting_count - 1; i >= 0; i--)
            if (p->meetings[i].level && strcmp(p->meetings[i].level, LEVELS[l]) == 0) n++, first = i;
        if (n)
            calc_count(calc, n, p->meetings[first].place, TEXT(calc, "Overleggen op %s niveau", LEVELS[l]), "overleggen",
                       TEXT(calc, "overleg.%s.aantal", LEVELS[l]));
    }
}

static bool is_for(const OfferActivity *activity, int group) {
    if (activity->all) return true;
    for (int i = 0; i < activity->group_count; i++)
        if (activity->groups[i] == group) return true;
    return false;
}

static void count_offer(Calc *calc) {
    const Offer *offer = &calc->p->offer;
    int total = 0;
    for (int f = 0; f < offer->phase_count; f++) {
        const OfferPhase *phase = &offer->phases[f];
        total += phase->activity_count;
        calc_count(calc, phase->activity_count, phase->place, TEXT(calc, "Activiteiten, %s", phase->name), "activiteiten",
                   TEXT(calc, "aanbod.fase.%s.activiteiten", phase->key));
    }
    if (total) calc_count(calc, total, offer->place, "Activiteiten in het aanbod", "activiteiten", "aanbod.activiteiten");
    for (int g = 0; g < offer->group_count; g++) {
        int n = 0;
        for (int f = 0; f < offer->phase_count; f++)
            for (int a = 0; a < offer->phases[f].activity_count; a++) n += is_for(&offer->phases[f].activities[a], g);
        calc_count(calc, n, offer->groups[g].place, TEXT(calc, "Activiteiten voor %s", offer->groups[g].name), "activiteiten",
                   TEXT(calc, "aanbod.doelgroep.%s.activiteiten", offer->groups[g].key));
    }
}

static void count_scan(Calc *calc, const Scan *scan) {
    const char *all = TEXT(calc, "scan.%s.uitspraken", scan->key);
    int total = 0;
    for (int s = 0; s < scan->stage_count; s++) total += scan->stages[s].statement_count;
    calc_count(calc, total, scan->place, TEXT(calc, "%s: uitspraken", scan->name), "uitspraken", all);
    for (int s = 0; s < scan->stage_count; s++) {
        const ScanStage *stage = &scan->stages[s];
        const char *id = TEXT(calc, "scan.%s.%s.uitspraken", scan->key, stage->key);
        const char *label = TEXT(calc, "%s: %s", scan->name, stage->name);
        calc_count(calc, stage->statement_count, stage->place, label, "uitspraken", id);
        calc_share(calc, id, all, 0, TEXT(calc, "%s, aandeel", label), TEXT(calc, "scan.%s.%s.aandeel", scan->key, stage->key));
    }
}

void calc_development(Calc *calc) {
    const Partnership *p = calc->p;
    if (p->role_count) calc_count(calc, p->role_count, p->roles_place, "Rollen met een kaart", "rollen", "rollen.aantal");
    count_meetings(calc);
    count_offer(calc);
    for (int i = 0; i < calc->p->scan_count; i++) count_scan(calc, &calc->p->scans[i]);
}
