/* The calculation: from the typed partnership to the ledger of facts. One file a subject.
 *
 * How sure a fact is, and when it is rounded: see the head of ledger_build.h.
 *
 * The facts (KEY = sleutel). A fact exists only when the input holds what it needs. Percentages are the number
 * itself with unit "%" (67 = 67%). "(heel)": published as a whole number, the ledger keeps the exact value too.
 *
 * The partnership
 *   aantal.besturen .scholen .locaties .instituten .partners   boards; schools with their locations taken as one;
 *                                     locations; institutes; partner institutes
 *   aantal.kartrekkers                locations that are kartrekker
 *   leerlingen.totaal                 13035
 *   parameter.NAME                    every parameter that is given: parameter.uurtarief ; archief.bewaartermijn
 *   verdeling.KEY.N                   the N-th portion of a distribution
 *   bestuur.KEY.locaties .leerlingen .studenten .partners .overig .streefaantal .vergoeding .vergoeding.vast (sum of its
 *       locations) .extra .bonus (as far as established) .instituut.I .niveau.N .eerstejaars .verschil .dichtheid
 *       .partneraandeel .streefrealisatie (1 decimal %) .gehaald .bekend (locations) .so.uren (trainers of this board alone)
 *       .begroot .gerealiseerd .werkgeversdeel (budget lines with this board as employer)
 *   partnerschap.middel.MEASURE.gemiddelde .mediaan .aantal   MEASURE: dichtheid, partneraandeel, streefrealisatie; over the
 *                                     locations where it is known
 *
 * Students (placements, unless "uniek")
 *   studenten.totaal .partners .overig .wisselaars .uniek .dusi     246 202 44 3 243 199
 *   studenten.partneraandeel          partners / totaal, heel %     82
 *   studenten.overig.aandeel          overig / uniek, heel %        18 (figuur 8)
 *   studenten.dichtheid               per 50 pupils, 2 decimals     0.94
 *   studenten.instituut.KEY.totaal .wisselaars .uniek .aandeel      flot 167 3 164 67
 *   studenten.niveau.KEY.totaal .aandeel (1 decimal, of partners)   vt1 62 30.7
 *   studenten.groep.KEY.totaal        levels of one group           vt 137
 *   studenten.niveau.KEY.groepsaandeel (1 decimal, of its group)    vt1 45.3 (figuur 10)
 *   studenten.niveaus.totaal          202
 *   kengetal.KEY .aandeel (1 decimal %)   figures of the running text
 *
 * First-years (from their own table; without one from the levels that hold nobody else, of partners)
 *   eerstejaars.totaal                72
 *   eerstejaars.vt                    68 (without those of other training routes)
 *   eerstejaars.instituut.KEY .school.KEY .kartrekkers .overige-scholen .overige-scholen.aantal
 *                                     52 / 15 / 60 / 12 / 6
 *   afspraak.KEY.afgesproken .werkelijk .verschil .groei (1 decimal %)     flot: 30 52 22 73.3
 *   eerstejaars.aandeel               VT1 / VT group, 1 decimal     45.3
 *
 * Targets and schools
 *   streefaantal.totaal .som .gehaald .niet-gehaald .bekend .verschil .realisatie (1 decimal %)
 *                                     261 262 7 8 15 -15 94.3
 *   school.KEY.leerlingen .studenten .partners .overig .streefaantal .verschil .dichtheid .partneraandeel .gehaald (1/0)
 *   school.KEY.extra .bonus .vergoeding .streefrealisatie (students in % of the target, 1 decimal)
 *   school.KEY.niveau.LEVEL .instituut.INSTITUTE
 *   bonus.studenten bonus.bedrag vergoeding.totaal
 *
 * Facilitation (per schoolopleider KEY)
 *   so.KEY.uren.vast .uren.studenten .uren.meer-locaties .uren.kleine-locatie (deducted) .locatie.LOCATION.studenten .uren
 *   so.KEY.studenten .locaties .uren .lesvrij (which of the lesvrij rows of the guideline: 1 = first)
 *   facilitering.vast.KEY .vast.totaal .per-student .meer-locaties .kleine-locatie.aftrek .kleine-locatie.vast
 *       .kleine-locatie.minder-dan .tweede-so.meer-dan .vergoeding.uren .bedrag .vergoeding.bonusuren .bonus
 *       .lesvrij.N.vanaf              the guideline itself
 *   school.KEY.tweede-so (1 = advised; 0 where two work)   so.advies.totaal
 *   voorbeeld.KEY.studenten .uren     worked examples of the guideline
 *
 * Money
 *   begroting.totaal realisatie.totaal begroting.rubriek.KEY realisatie.rubriek.KEY begroting.regel.KEY
 *   realisatie.regel.KEY (+ .uren), afwijking.totaal afwijking.rubriek.KEY afwijking.regel.KEY (begroot - realisatie)
 *   afwijking.rubriek.KEY.aandeel (1 decimal %)
 *   onderuitputting.bedrag .aandeel (negative = overschrijding)   overschrijding.rubriek.KEY (only where overspent)
 *   baten.begroot .realisatie resultaat.begroot .realisatie reserve.begin .eind
 *   begroting.uren realisatie.uren    hours of all lines that have hours
 *   baten.post.KEY.begroot .realisatie
 *   werkgevers.totaal                 the part of the lines that employers bear (realised, else budgeted)
 *   bekostiging.huidig .volgend .volgend.vast .volgend.per-student .volgend.voorlopig .volgend.correctie
 *
 * Teams, meetings, surveys
 *   ontwikkelteam.KEY.leden .uren ; ontwikkelteams.aantal .leden .personen .gefaciliteerd .uren .gemiddelde (heel)
 *   personen.ORGAAN.totaal            persons per body (stuurgroep, kernteam, ...); personen.ORGAAN.BESTUUR-OF-INSTITUUT
 *   bijeenkomst.KEY.aanwezig .aanwezig.N (the N-th role) .momenten ; bijeenkomsten.momenten
 *   enquete.KEY.uitgezet .ingevuld .respons (1 decimal %)
 *   enquete.KEY.VRAAG.ANTWOORD and its .aandeel (1 decimal %; not of an open question)
 *   themas.totaal
 *
 * The steering group
 *   afwijking.rubriek.KEY.boven-drempel .regel.KEY.boven-drempel (1/0)   afwijkingen.rubrieken afwijkingen.regels
 *   doelen.totaal .behaald .deels .niet .vervallen .zonder-stand   besluiten.totaal   agenda.minuten
 *   risico.KEY.score (kans x gevolg, 1-9)   risicos.totaal
 *
 * Other partnerships
 *   stagevergoeding.KEY.dagen .maand .maanden .totaal ; stagevergoeding.dagen.N.maand .totaal (per step of the table)
 *   uren.SPEC.DEEL .DEEL.jaar .DEEL.POST .DEEL.POST.per-student .per-groep .studenten .aftrek.OPTIE
 *     .volledig .totaal (without options that are off) .minimaal (without any option)  (SPEC: wpb, so, cso, io, cio)
 *   faciliteit.KEY.norm .aantal .uren .week ; faciliteiten.samen.KEY (hours that belong to one student)
 *   rollen.aantal ; overleg.NIVEAU.aantal ; aanbod.activiteiten .doelgroep.KEY.activiteiten .fase.KEY.activiteiten
 *   scan.KEY.uitspraken .TREDE.uitspraken .TREDE.aandeel (heel %)
 *   intervisie.KEY.groepen .groepen (total) .minimum .maximum .weken-tussen .groepen-per-school
 *
 * Earlier years (<vorig-jaar>): the same ids with "@2019-2020" behind them.
 *   verandering.ID                    this year less the latest earlier year that has a value (of a percentage: procentpunt)
 *   groei.ID                          the same in % of that year, 1 decimal; not of what is a percentage itself
 * The previous version of the input: "@vorige-versie" behind the ids whose value it has otherwise, and
 * "verandering.ID@vorige-versie" (now - then).
 */
#ifndef CALC_CALC_H
#define CALC_CALC_H

#include "calc/ledger.h"
#include "model/model.h"

/* Calculates every fact that the partnership has the input for. The ledger lies in the arena and borrows strings of
 * the partnership. Results that grow too large are reported (F101). */
Ledger *calc_run(Arena *arena, const Partnership *partnership, Diagnostics *diagnostics);
/* Adds the facts of another year's ledger as "ID@2019-2020"; that ledger must live as long. */
void calc_add_year(Ledger *ledger, const Ledger *other, const char *year);
/* Adds what another version of the same input says otherwise: its value as "ID@NAME" for every fact that differs or is
 * gone, and "verandering.ID@NAME" where both are known or partial; that ledger must live as long. */
void calc_add_differences(Ledger *ledger, const Ledger *other, const char *name);
/* Makes the facts that rest on earlier years; once, after every calc_add_year (also when there were none). */
void calc_after_years(Arena *arena, Ledger *ledger, const Partnership *partnership);

#endif
