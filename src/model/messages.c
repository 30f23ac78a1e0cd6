/* The messages of the model reader: codes R001-R028, texts in Dutch and English. */
#include <string.h>

#include "model/reader.h"

#define FAULT SEVERITY_ERROR

static const Message MESSAGES[M_COUNT] = {
    [M_UNKNOWN_KEY] = {"R001", FAULT, "{1} „{2}” bestaat niet", "there is no {1} “{2}”",
                       "gebruik de sleutel van iets dat in de invoer staat", "use the key of something in the input",
                       "Een verwijzing naar een sleutel die nergens in de invoer staat.",
                       "A reference to a key that the input does not have.", "<locatie sleutel=\"a\" bestuur=\"skvbo\" …/>"},
    [M_DUPLICATE_KEY] = {"R002", FAULT, "de sleutel „{1}” is al gebruikt op {2}", "the key “{1}” was used before at {2}",
                         "geef een van de twee een andere sleutel", "give one of the two another key",
                         "Twee dingen hebben dezelfde sleutel.", "Two things have the same key.",
                         "<bestuur sleutel=\"flot\" …/><instituut sleutel=\"flot\" …/>"},
    [M_NEGATIVE] = {"R003", FAULT, "{1} kan niet negatief zijn", "{1} cannot be negative", "", "",
                    "Een aantal, omvang of tarief is negatief.", "A count, size or rate is negative.",
                    "<telling locatie=\"a\" aantal=\"-3\"/>"},
    [M_NOT_WHOLE] = {"R004", FAULT, "{1} moet een heel getal zijn", "{1} must be a whole number",
                     "schrijf hele getallen zonder punt of komma: 1338", "write whole numbers without point or comma: 1338",
                     "Een aantal is geen heel getal, bijvoorbeeld door een scheidingsteken voor duizendtallen.",
                     "A count is not a whole number, for instance because of a thousands separator.",
                     "<telling locatie=\"a\" aantal=\"1.338\"/>"},
    [M_BAD_DATE] = {"R005", FAULT, "{1} is geen bestaande datum", "{1} is not a date that exists", "", "",
                    "Een datum die niet bestaat.", "A date that does not exist.", "<moment datum=\"2021-02-30\"/>"},
    [M_BAD_YEAR] = {"R006", FAULT, "{1} is geen schooljaar", "{1} is not a school year", "", "",
                    "Een schooljaar bestaat uit twee jaren na elkaar.", "A school year is two consecutive years.",
                    "<jaarplanning schooljaar=\"2021-2023\">"},
    [M_PART_TWICE] = {"R007", FAULT, "het onderdeel {1} staat er twee keer (eerder op {2})",
                      "the part {1} is there twice (earlier at {2})", "voeg de twee samen", "join the two",
                      "Een onderdeel dat maar één keer mag voorkomen, staat er vaker.",
                      "A part that may occur once occurs more often.", "<reserve begin=\"1\"/><reserve begin=\"2\"/>"},
    [M_BAD_NUMBER] = {"R008", FAULT, "{1} is geen getal", "{1} is not a number",
                      "laat de cel leeg als er niets te tellen valt", "leave the cell empty when there is nothing to count",
                      "Een cel van een tellijst is geen getal.", "A cell of a count list is not a number.",
                      "<telling locatie=\"a\" flot=\"drie\"/>"},
    [M_BAD_COLUMN] = {"R009", FAULT, "„{1}” is geen instituut, niveau of ander gegeven van deze lijst",
                      "“{1}” is no institute, level or other attribute of this list",
                      "noem de kolom naar de sleutel", "name the column after the key",
                      "Een kolom of attribuut van een tellijst heeft een naam die niet bestaat.",
                      "A column or attribute of a count list has a name that does not exist.",
                      "<telling locatie=\"a\" flott=\"3\"/>"},
    [M_TALLY_INCOMPLETE] = {"R010", FAULT, "deze telling zegt niet {1}", "this count does not say {1}", "", "",
                            "Een telling noemt niet waarop zij slaat, of geen aantal.",
                            "A count does not say what it counts, or has no number.", "<telling aantal=\"3\"/>"},
    [M_CELL_TWICE] = {"R011", FAULT, "{1} is al geteld op {2}", "{1} was counted before at {2}",
                      "tel samen of haal er een weg", "add them up or remove one",
                      "Dezelfde cel van een tellijst komt twee keer voor.", "The same cell of a count list is there twice.",
                      "<telling locatie=\"a\" flot=\"3\"/><telling locatie=\"a\" flot=\"4\"/>"},
    [M_BUDGET_VALUE] = {"R012", FAULT, "geef precies één van fte, uren, bedrag en feit",
                        "give exactly one of fte, uren, bedrag and feit", "", "",
                        "Een begrotingsbedrag heeft geen of meer dan één omvang.",
                        "A budget value has no size or more than one.", "<begroot fte=\"0.2\" bedrag=\"5000\"/>"},
    [M_BAD_PERCENT] = {"R013", FAULT, "{1} is meer dan 100 procent", "{1} is more than 100 percent", "", "",
                       "Een percentage van een geheel is groter dan 100.", "A percentage of a whole is above 100.",
                       "<deel niveaus=\"vt1\" procent=\"350\"/>"},
    [M_WRONG_ORDER] = {"R014", FAULT, "{1} ligt voor het begin", "{1} lies before the start", "", "",
                       "Een einde dat voor het begin ligt, of een grootste dat kleiner is dan het kleinste.",
                       "An end before its start, or a largest below its smallest.",
                       "<activiteit naam=\"x\" van=\"2022-05-06\" tot=\"2022-04-25\"/>"},
    [M_CIRCLE] = {"R015", FAULT, "„{1}” hoort via een kring bij zichzelf", "“{1}” belongs to itself in a circle", "", "",
                  "Eenheden van het organogram of urenspecificaties verwijzen in een kring naar elkaar.",
                  "Units of the organisation chart or hour specifications refer to each other in a circle.",
                  "<eenheid sleutel=\"a\" naam=\"A\" onder=\"a\"/>"},
    [M_NO_BOARD] = {"R016", FAULT, "locatie „{1}” heeft geen bestuur", "location “{1}” has no board",
                    "geef het attribuut bestuur, of school met een bestuur",
                    "give the attribute bestuur, or school with a board",
                    "Van een locatie is niet bekend onder welk bestuur zij valt.", "The board of a location is not known.",
                    "<locatie sleutel=\"a\" naam=\"A\"/>"},
    [M_OUTSIDE] = {"R017", FAULT, "„{1}” ligt buiten de map van de invoer", "“{1}” lies outside the folder of the input",
                   "noem een bestand of map daarbinnen, of een map ernaast: ../naam",
                   "name a file or folder within it, or a folder beside it: ../name",
                   "De invoer van een eerder jaar ligt niet in de map van deze invoer en ook niet ernaast.",
                   "The input of an earlier year lies neither in the folder of this input nor beside it.",
                   "<vorig-jaar schooljaar=\"2019-2020\" bestand=\"/etc/x.xml\"/>"},
    [M_MEMBER_TWICE] = {"R018", SEVERITY_WARNING, "{1} staat twee keer in {2}", "{1} is twice in {2}", "", "",
                        "Een persoon staat twee keer in hetzelfde team of orgaan.",
                        "A person is twice in the same team or body.", "<lid persoon=\"p\"/><lid persoon=\"p\"/>"},
    [M_NO_EMPLOYER] = {"R019", FAULT, "een aandeel kleiner dan 1 heeft een werkgever nodig die de rest draagt",
                       "a share below 1 needs an employer who bears the rest", "noem de werkgever op de regel",
                       "name the employer (werkgever) on the line",
                       "Het partnerschap draagt een deel van de kosten en er staat niet wie de rest draagt.",
                       "The partnership bears part of the cost and nobody bears the rest.",
                       "<regel …><begroot fte=\"0.2\" aandeel=\"0.5\"/></regel>"},
    [M_RESERVED_KEY] = {"R020", FAULT, "„{1}” kan geen sleutel van een instituut of niveau zijn",
                        "“{1}” cannot be the key of an institute or level", "kies een andere sleutel", "choose another key",
                        "De sleutel heeft in tellijsten al een betekenis.", "The key has a meaning of its own in count lists.",
                        "<niveau sleutel=\"aantal\" naam=\"x\"/>"},
    [M_EARLIER_UNREADABLE] = {"R021", FAULT, "de invoer van {2} is niet te lezen: {1}", "the input of {2} cannot be read: {1}",
                              "noem een map met jaarverslag.xml, of een XML-bestand",
                              "name a folder with jaarverslag.xml, or an XML file",
                              "De invoer van een eerder jaar bestaat niet of is niet te lezen.",
                              "The input of an earlier year does not exist or cannot be read.",
                              "<vorig-jaar schooljaar=\"2019-2020\" bestand=\"../weg\"/>"},
    [M_EARLIER_FAULTY] = {"R022", SEVERITY_WARNING, "de invoer van {2} ({1}) heeft fouten; er wordt niet mee vergeleken",
                          "the input of {2} ({1}) has errors; it is not compared with",
                          "controleer die invoer met jaarverslag check", "check that input with jaarverslag check",
                          "De invoer van een eerder jaar heeft fouten en doet daarom niet mee.",
                          "The input of an earlier year has errors and is left out.",
                          "<vorig-jaar schooljaar=\"2019-2020\" bestand=\"../met-fouten\"/>"},
    [M_EARLIER_OTHER_YEAR] = {"R023", FAULT, "{1} is de invoer van een ander schooljaar", "{1} is the input of another school year",
                              "", "", "De invoer van een eerder jaar hoort bij een ander schooljaar dan er staat.",
                              "The input of an earlier year is of another school year than stated.",
                              "<vorig-jaar schooljaar=\"2018-2019\" bestand=\"../bos-2019-2020\"/>"},
    [M_NOT_EARLIER] = {"R024", FAULT, "{1} ligt niet voor het schooljaar van dit document",
                       "{1} is not before the school year of this document", "", "",
                       "Een vorig jaar is niet eerder dan het jaar van het document, of staat er twee keer.",
                       "An earlier year is not earlier than the document's, or is there twice.",
                       "<vorig-jaar schooljaar=\"2021-2022\"/> in 2020-2021"},
    [M_NOT_TAKEN] = {"R025", FAULT, "„{1}” kan niet worden overgenomen", "“{1}” cannot be taken over",
                     "neem alleen partnerschap.middel.… over; de rest berekent het programma",
                     "take over partnerschap.middel.… alone; the program calculates the rest",
                     "Alleen feiten over het midden van het partnerschap mogen als waarde in de invoer van één ontvanger staan.",
                     "Only facts about the middle of the partnership may stand as values in the input for one recipient.",
                     "<overgenomen><waarde feit=\"studenten.totaal\" waarde=\"1\"/></overgenomen>"},
    [M_PREVIOUS_UNREADABLE] = {"R026", SEVERITY_WARNING, "de vorige versie is niet te lezen: {1}; er wordt niet mee vergeleken",
                               "the previous version cannot be read: {1}; it is not compared with",
                               "noem een map met jaarverslag.xml, of een XML-bestand",
                               "name a folder with jaarverslag.xml, or an XML file",
                               "De vorige versie van de invoer bestaat niet of is niet te lezen.",
                               "The previous version of the input does not exist or cannot be read.",
                               "<vorige-versie bestand=\"../weg\"/>"},
    [M_PREVIOUS_OTHER] = {"R027", SEVERITY_WARNING, "de vorige versie gaat over iets anders: {1}; er wordt niet mee vergeleken",
                          "the previous version is about something else: {1}; it is not compared with",
                          "een eerder schooljaar hoort in vorige-jaren", "an earlier school year belongs in vorige-jaren",
                          "De vorige versie hoort bij een ander partnerschap of schooljaar.",
                          "The previous version is of another partnership or school year.",
                          "<vorige-versie bestand=\"../bos-2019-2020\"/>"},
    [M_STEP_TIME] = {"R028", FAULT, "geef precies één van minuten en uren", "give exactly one of minuten and uren", "", "",
                     "Een stap van een urenspecificatie heeft geen tijd, of twee tijden.",
                     "A step of an hour specification has no time, or two.", "<stap naam=\"observatie\"/>"},
};

void model_report(Reader *r, ModelCode code, const Node *node, const char *attribute, Report report) {
    const Attribute *a = attribute ? node_attribute(node, attribute) : NULL;
    Place place = a && a->place.file ? a->place : node->place;
    if (!report.path) {
        report.path = node_path(r->arena, node);
        if (a) report.path = arena_printf(r->arena, "%s/@%s", report.path, attribute);
    }
    diagnostics_report(r->diagnostics, &MESSAGES[code], place, report);
}

const Message *model_message(const char *code) {
    int i = 0;
    while (i < M_COUNT - 1 && strcmp(MESSAGES[i].code, code) != 0) i++;
    return &MESSAGES[i];
}

const Message *model_messages(int *count) {
    *count = M_COUNT;
    return MESSAGES;
}
