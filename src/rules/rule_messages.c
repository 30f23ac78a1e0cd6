/* Texts of the messages that the rules give. */
#include "rules/rule.h"

#define E SEVERITY_ERROR
#define W SEVERITY_WARNING
#define N SEVERITY_NOTE

const Message R101_LEVELS = {"R101", E, "de niveaus van {1} tellen niet op tot het aantal studenten van die locatie",
    "the levels of {1} do not add up to the students of that location", "verbeter een van de twee tellingen",
    "correct one of the two counts", "De studenten per niveau en per instituut van een locatie moeten hetzelfde totaal hebben.",
    "Students per level and per institute of a location must have the same total.",
    "per-instituut: 36 partnerstudenten, per-niveau: 35"};
const Message R102_MARGINAL = {"R102", E, "het aantal voor {1}, {2} verschilt van de plaatsingen",
    "the count for {1}, {2} differs from the placements", "laat de herhaling weg of verbeter haar", "leave out or correct the repetition",
    "Een telling per instituut of niveau naast de plaatsingen herhaalt die en moet gelijk zijn.",
    "A count per institute or level beside the placements repeats them.", "<telling locatie=\"a\" flot=\"7\"/>"};
const Message R103_FIRST_YEARS = {"R103", E, "de eerstejaars van {1} en het aantal op niveau {2} verschillen",
    "the first-years of {1} and the number at level {2} differ", "verbeter een van de twee tellingen", "correct one of the two counts",
    "Eerstejaars per instituut en studenten op het eerstejaarsniveau zijn dezelfde mensen.",
    "First-years per institute and students at the first-year level are the same people.", "eerstejaars: 15, per-niveau VT1: 14"};
const Message R104_PARTS = {"R104", E, "de delen van „{1}” tellen niet op tot het geheel", "the parts of \"{1}\" do not add up to the whole",
    "verbeter het geheel of een deel", "correct the whole or a part", "Kengetallen met deel-van= tellen op tot dat kengetal.",
    "Key numbers with deel-van= add up to that number.", "<kengetal sleutel=\"a\" waarde=\"5\" deel-van=\"totaal\"/>"};
const Message R105_ATTENDANCE = {"R105", E, "de aanwezigen van „{1}” tellen niet op tot het totaal",
    "the attendance of \"{1}\" does not add up to its total", "verbeter het totaal of een rol", "correct the total or a role",
    "Aanwezigen per rol tellen op tot het aantal aanwezigen.", "Attendance per role adds up to the total.", "aanwezig=\"81\" bij 56 + 10 + 8 + 3 + 3"};
const Message R106_TOO_MANY = {"R106", E, "„{1}” is meer dan het geheel", "\"{1}\" is more than the whole", "verbeter het aantal",
    "correct the number", "Een deel kan niet groter zijn dan waar het deel van is.", "A part cannot exceed its whole.",
    "<enquete uitgezet=\"14\" ingevuld=\"15\"/>"};
const Message R107_DISTRIBUTION = {"R107", E, "de verdeling „{1}” telt niet op tot 100%", "the distribution \"{1}\" does not add up to 100%",
    "verbeter een deel", "correct a part", "De percentages van een verdeling zijn samen 100.", "The percentages of a distribution make 100.",
    "<deel naam=\"VT1\" procent=\"35\"/>"};
const Message R108_REPETITION = {"R108", E, "de verdeling „{1}” verschilt van die waarvan zij een herhaling is ({2})",
    "the distribution \"{1}\" differs from the one it repeats ({2})", "neem dezelfde percentages over", "use the same percentages",
    "Een verdeling die elders herhaald wordt, is daar dezelfde.", "A distribution repeated elsewhere is the same there.",
    "<verdeling sleutel=\"b\" zelfde-als=\"a\">"};
const Message R111_RESPONDENTS = {"R111", E, "meer mensen gaven het antwoord „{1}” dan er meededen",
    "more people gave the answer \"{1}\" than took part", "verbeter het aantal", "correct the number",
    "Een antwoord kan niet vaker gegeven zijn dan er respondenten waren.", "An answer cannot be given more often than there were respondents.",
    "<antwoord tekst=\"ja\" aantal=\"70\"/> bij 63 respondenten"};
const Message R112_SINGLE = {"R112", E, "de antwoorden op „{1}” tellen niet op tot het aantal respondenten",
    "the answers to \"{1}\" do not add up to the respondents", "verbeter een aantal, geef n= of kies soort=\"deel\" of \"meer\"",
    "correct a number, give n= or choose soort=\"deel\" or \"meer\"", "Bij een vraag met één antwoord is de som het aantal respondenten.",
    "With single choice the sum is the number of respondents.", "man 28, vrouw 38 bij 63 respondenten"};
const Message R113_PERCENT = {"R113", W, "het percentage bij „{1}” kan bij {2} respondenten niet voorkomen",
    "the percentage of \"{1}\" cannot occur with {2} respondents", "reken het percentage na", "recalculate the percentage",
    "Een percentage moet een heel aantal respondenten voorstellen.", "A percentage must stand for a whole number of respondents.",
    "<antwoord tekst=\"goed\" procent=\"53\"/> bij 63 respondenten"};
const Message R114_PAIR = {"R114", E, "aantal en percentage van „{1}” spreken elkaar tegen", "count and percentage of \"{1}\" contradict each other",
    "laat het percentage weg: het wordt uitgerekend", "leave out the percentage: it is calculated",
    "Een percentage naast een aantal moet daaruit volgen.", "A percentage beside a count must follow from it.", "aantal=\"30\" procent=\"50\""};
const Message R115_PERCENTS = {"R115", W, "de percentages van „{1}” zijn samen geen 100", "the percentages of \"{1}\" do not make 100",
    "verbeter een percentage of kies soort=\"deel\"", "correct a percentage or choose soort=\"deel\"",
    "Bij een vraag met één antwoord zijn de percentages samen 100, op afronding na.", "Single-choice percentages make 100, but for rounding.",
    "38 en 53 procent"};
const Message R116_TOTAL = {"R116", E, "het totaal van „{1}” klopt niet met de rijen van „{2}”", "the total of \"{1}\" does not agree with the rows of \"{2}\"",
    "verbeter het totaal of een rij", "correct the total or a row", "Een totaal dat bij eigen gegevens staat, volgt uit de rijen.",
    "A total that stands with own data follows from the rows.", "rijen 12 en 9, <totaal begonnen=\"20\"/>"};
const Message R117_DERIVED = {"R117", E, "„{1}” van {2} volgt niet uit de andere kolommen", "\"{1}\" of {2} does not follow from the other columns",
    "laat de cel weg: zij wordt uitgerekend", "leave out the cell: it is calculated", "Een cel van een berekende kolom herhaalt wat uit de andere volgt.",
    "A cell of a calculated column repeats what follows from the others.", "<rij begonnen=\"12\" gebleven=\"9\" deel=\"80\"/> bij berekend=\"aandeel\""};
const Message R118_FIGURE_COLUMN = {"R118", E, "de figuur noemt een kolom die {2} niet heeft: „{1}”", "the figure names a column that {2} does not have: \"{1}\"",
    "noem de sleutel van een kolom", "name the key of a column", "kolommen= van een figuur over eigen gegevens noemt hun kolommen.",
    "kolommen= of a figure of own data names their columns.", "<figuur soort=\"gegevens\" over=\"behoud\" kolommen=\"begonen\">"};
const Message R119_NO_TOTAL = {"R119", E, "„{1}” van „{2}” heeft geen totaal om dit mee te vergelijken", "\"{1}\" of \"{2}\" has no total to compare this with",
    "zet totaal=\"som\" of totaal=\"gemiddelde\" bij de kolom, of laat het totaal weg", "put totaal=\"som\" or totaal=\"gemiddelde\" at the column, or leave out the total",
    "Een getal bij totaal hoort bij een kolom met een totaal.", "A number in totaal belongs to a column that has a total.", "<kolom … soort=\"score\"/> … <totaal score=\"7.1\"/>"};
const Message R120_NO_LINE = {"R120", E, "een lijn van „{1}” kan niet: zij loopt over twee of meer schooljaren", "a line of \"{1}\" is not possible: it runs over two or more school years",
    "geef de gegevens een rij per schooljaar (jaren), of kies een andere vorm", "give the data a row per school year (jaren), or choose another form",
    "Een lijngrafiek van eigen gegevens loopt over hun schooljaren.", "A line chart of own data runs over their school years.",
    "<figuur soort=\"gegevens\" over=\"behoud\" vorm=\"lijn\"> bij <rijen per=\"locatie\">"};
const Message R121_UNCOVERED = {"R121", W, "de begroting heeft een tekort dat de reserve ({1}) niet dekt",
    "the budget has a deficit that the reserve ({1}) does not cover", "begroot meer baten of minder lasten, of verklaar dit in de invoer",
    "budget more revenue or less cost, or acknowledge it", "Een begroot tekort moet uit de reserve gedekt kunnen worden.",
    "A budgeted deficit must be covered by the reserve.", "begroot resultaat −19.243 zonder reserve"};
const Message R122_DEVIATION = {"R122", W, "de rubriek „{1}” wijkt meer van de begroting af dan de drempel en heeft geen toelichting",
    "the category \"{1}\" deviates more than the threshold and has no explanation", "zet <toelichting> in de rubriek of bij een regel ervan",
    "explain a line of the category", "Een afwijking boven de afwijkingsdrempel vraagt om een toelichting.",
    "A deviation above the threshold asks for an explanation.", "<rubriek naam=\"Onvoorzien\"> met 568% overschrijding"};
const Message R123_CALCULATED = {"R123", E, "de berekende regel „{2}” noemt een feit dat er niet is: „{1}”",
    "the calculated line \"{2}\" names a fact that is not there: \"{1}\"", "verbeter de naam van het feit", "correct the name of the fact",
    "Een berekende begrotingsregel krijgt zijn bedrag van een feit.", "A calculated budget line takes its amount from a fact.",
    "<gerealiseerd feit=\"bonus.bedrga\"/>"};
const Message R124_RESERVE = {"R124", W, "de reserve aan het eind van het jaar is te laag", "the reserve at the end of the year is too low", "", "",
    "De reserve hoort niet onder nul of onder het gewenste minimum te komen.", "The reserve should not fall below zero or the minimum.",
    "<reserve begin=\"0\" minimum=\"50000\"/>"};
const Message R131_CONTROL = {"R131", E, "„{1}” komt niet uit op de waarde van {2}", "\"{1}\" does not come out at the value of {2}",
    "zoek het verschil: jaarverslag explain laat zien waar het feit uit volgt", "find the difference: jaarverslag explain shows what the fact follows from",
    "Een controlewaarde wordt vergeleken met de berekende waarde.", "A control value is compared with the calculated one.",
    "<controle feit=\"studenten.totaal\" waarde=\"245\"/>"};
const Message R132_CONTROL_FACT = {"R132", E, "de controle noemt een feit dat er niet is: „{1}”", "the control names a fact that is not there: \"{1}\"",
    "verbeter de naam van het feit", "correct the name of the fact", "Een controle hoort bij een feit dat bestaat.",
    "A control belongs to a fact that exists.", "<controle feit=\"studenten.totaaal\" waarde=\"246\"/>"};
const Message R141_NUMBERING = {"R141", W, "de nummering slaat over of herhaalt bij „{1}”", "the numbering skips or repeats at \"{1}\"", "nummer door vanaf 1",
    "number on from 1", "Nummers van thema's lopen door vanaf 1.", "Numbers of themes run on from 1.", "<thema nummer=\"3\"/> na nummer 1"};
const Message R161_LINE = {"R161", W, "de regel „{1}” wijkt meer van de begroting af dan de drempels en heeft geen toelichting",
    "the line \"{1}\" deviates more than the thresholds and has no explanation", "zet <toelichting> in de regel of in haar rubriek",
    "explain the line or its category", "Een regel die meer afwijkt dan afwijkingsdrempel en afwijkingsbedrag, vraagt om een toelichting.",
    "A line that deviates more than both thresholds asks for an explanation.", "<regel naam=\"Kwaliteitszorg\"> met 2.800 onderuitputting"};
const Message R162_GOAL = {"R162", N, "het doel heeft geen stand, terwijl andere doelen die wel hebben", "the goal has no state, while others have",
    "geef status=\"behaald\", \"deels\", \"niet\" of \"vervallen\"", "give status=\"behaald\", \"deels\", \"niet\" or \"vervallen\"",
    "Het vergaderpakket toont van elk doel hoe het ervoor staat.", "The review packet shows the state of each goal.", "<doel sleutel=\"doel-a\">"};
const Message R163_PROPOSAL = {"R163", W, "het besluit „{1}” heeft geen voorgestelde tekst", "the decision \"{1}\" has no proposed wording",
    "schrijf in voorstel wat er besloten wordt", "write in voorstel what is decided", "Een gevraagd besluit heeft een tekst die zo kan worden overgenomen.",
    "A decision that is asked for has a wording that can be adopted.", "<besluit sleutel=\"b\" titel=\"Vaststellen\"/>"};
const Message R164_AGENDA = {"R164", N, "het besluit „{1}” staat niet op de agenda", "the decision \"{1}\" is not on the agenda",
    "noem het bij een agendapunt: besluiten=\"…\"", "name it at an agenda item: besluiten=\"…\"",
    "Elk gevraagd besluit hoort bij een agendapunt.", "Every decision belongs to an agenda item.", "<agendapunt titel=\"Begroting\" soort=\"besluit\"/>"};
const Message R165_RISK = {"R165", W, "het risico „{1}” is groot en heeft geen maatregel", "the risk \"{1}\" is large and has no measure",
    "schrijf in maatregel wat eraan wordt gedaan", "write in maatregel what is done about it", "Een risico met een score van 6 of meer heeft een maatregel.",
    "A risk that scores 6 or more has a measure.", "<risico kans=\"groot\" gevolg=\"middel\" …/>"};
const Message R166_MEETING = {"R166", W, "de vergadering ligt voor de datum van het document", "the meeting is before the date of the document",
    "verbeter een van de twee data", "correct one of the two dates", "Een pakket is er voor de vergadering.", "A packet is there before its meeting.",
    "vergadering=\"2021-10-01\" bij datum=\"2021-10-12\""};
const Message R201_FACT = {"R201", E, "de tekst noemt een feit dat er niet is: „{1}”", "the text names a fact that is not there: \"{1}\"",
    "kijk met „jaarverslag facts” welke feiten er zijn", "see which facts there are with \"jaarverslag facts\"",
    "Een getal in de tekst moet een bestaand feit noemen.", "A number in the text must name an existing fact.", "<getal feit=\"studenten.partnrs\"/>"};
const Message R202_NUMBER = {"R202", E, "de tekst zegt iets anders dan het feit „{1}”", "the text says something else than the fact \"{1}\"",
    "verbeter de tekst, of laat het getal leeg zodat het feit er komt te staan", "correct the text, or leave the number empty so that the fact is printed",
    "Een uitgeschreven getal met woorden als ruim, bijna, circa, minder dan of een op de vijf moet kloppen met het feit.",
    "A number with words such as ruim, bijna or circa must agree with the fact.", "<getal feit=\"studenten.partners\">bijna 200</getal>"};
const Message R203_UNKNOWN = {"R203", E, "de tekst noemt een feit waarvan de waarde onbekend is: „{1}”",
    "the text names a fact whose value is unknown: \"{1}\"", "herschrijf de zin of vul het onbekende aantal in", "rewrite the sentence or fill in the unknown count",
    "Een zin kan geen onbekend getal noemen.", "A sentence cannot state an unknown number.", "<getal feit=\"school.isb.studenten\"/>"};
const Message R204_UNREADABLE = {"R204", W, "deze woorden zijn niet met het feit „{1}” te vergelijken en worden niet gecontroleerd",
    "these words cannot be compared with the fact \"{1}\" and are not checked", "schrijf cijfers, een telwoord of een deel (een derde, driekwart, vier van de vijf, anderhalve ton)",
    "write digits, a number word or a share (een derde, driekwart, vier van de vijf, anderhalve ton)",
    "De inhoud van getal bevat geen getal dat het programma begrijpt en wordt niet gecontroleerd.", "The content of getal holds no number that the program understands, and is not checked.",
    "<getal feit=\"studenten.partners\">heel veel</getal>"};
const Message R205_FACT_YEAR = {"R205", E, "het feit „{1}” is er wel, maar niet voor dit schooljaar", "the fact \"{1}\" exists, but not for this school year",
    "noem een jaar dat het feit heeft, of geef het cijfer bij vorige-jaren", "name a year that has the fact, or give the number with vorige-jaren",
    "Een getal noemt een schooljaar waarvan de invoer het feit heeft.", "A number names a school year of which the input has the fact.",
    "<getal feit=\"leerlingen.totaal\" jaar=\"2015-2016\"/>"};
const Message R211_REFERENCE = {"R211", E, "de verwijzing naar „{1}” komt nergens uit", "the reference to \"{1}\" leads nowhere",
    "gebruik de sleutel van een hoofdstuk, paragraaf, figuur, tabel of bijlage", "use the key of a chapter, section, figure, table or annex",
    "Een verwijzing noemt een sleutel die in de tekst niet voorkomt.", "A reference names a key that the text does not have.",
    "<verwijzing naar=\"fig-studneten\"/>"};
const Message R212_DOUBLE_KEY = {"R212", E, "de sleutel „{1}” staat ook op {2}", "the key \"{1}\" also stands at {2}", "geef een van de twee een andere sleutel",
    "give one of the two another key", "Een sleutel in de tekst komt één keer voor.", "A key in the text occurs once.",
    "<paragraaf sleutel=\"par-a\"/><paragraaf sleutel=\"par-a\"/>"};
const Message R213_KIND = {"R213", E, "de tekst noemt het doel van de verwijzing „{1}” iets anders dan het is",
    "the text calls the target of the reference \"{1}\" something else than it is", "verbeter het woord of de sleutel, of gebruik toon=\"label\"",
    "correct the word or the key, or use toon=\"label\"", "Het woord voor een verwijzing (figuur, bijlage …) hoort bij het doel.",
    "The word before a reference fits its target.", "figuur <verwijzing naar=\"bijlage-8\"/>"};
const Message R214_TYPED_NUMBER = {"R214", W, "hier staat het nummer van een {1} met de hand getypt", "the number of a {1} is typed by hand here",
    "gebruik <verwijzing naar=\"…\"/>", "use <verwijzing naar=\"…\"/>", "Een getypt figuurnummer klopt niet meer als de volgorde verandert.",
    "A typed figure number is wrong once the order changes.", "zie figuur 8"};
const Message R226_NOWHERE = {"R226", W, "de tekst verwijst naar {1}, en die is er niet", "the text refers to {1}, which there is not",
    "verbeter het nummer of gebruik <verwijzing naar=\"…\"/>", "correct the number or use <verwijzing naar=\"…\"/>",
    "Een getypt nummer van een bijlage of hoofdstuk hoort bij een bijlage of hoofdstuk van dit document.",
    "A typed number of an annex or chapter belongs to one of this document.", "zie bijlage 4, in een verslag met één bijlage"};
const Message R303_NO_SCHOOL_YEAR = {"R303", W, "„{1}” is geen schooljaar: het beslaat niet twee jaren die op elkaar volgen", "\"{1}\" is no school year: it does not span two years in a row",
    "verbeter het jaartal", "correct the year", "Een schooljaar begint in het ene jaar en eindigt in het volgende.",
    "A school year begins in one year and ends in the next.", "In schooljaar 2022-2024"};
const Message R304_PAST = {"R304", W, "de vooruitblik zegt van {1} wat nog komen moet", "the outlook says of {1} what is still to come",
    "verbeter het schooljaar", "correct the school year", "Wat in de vooruitblik gaat gebeuren, gebeurt in het volgende schooljaar.",
    "What the outlook says will happen, happens in the next school year.", "In 2021-2022 gaan we de scholing uitbreiden, in de vooruitblik op 2023-2024"};
const Message R314_EARLY = {"R314", W, "de datum van het verslag ligt vóór het schooljaar {1}", "the date of the report lies before the school year {1}",
    "verbeter de datum of het schooljaar", "correct the date or the school year", "Een verslag met hoofdstukken kijkt terug: het is niet van voor zijn schooljaar.",
    "A report with chapters looks back: it is not of before its school year.", "<jaarverslag schooljaar=\"2022-2023\" datum=\"2021-09-29\">"};
const Message R404_TEXT_ORGANISATION = {"R404", W, "deze naam lijkt op „{1}”, maar is anders gespeld", "this name is like \"{1}\", but spelt otherwise",
    "verbeter de naam", "correct the name", "Namen van besturen, instituten en scholen zijn in de tekst gespeld als in de gegevens.",
    "Names of boards, institutes and schools are spelt in the text as in the data.", "Stichting Lommerijk, waar de gegevens Stichting Lommerrijk hebben"};
const Message R405_NO_NAME = {"R405", E, "„{1}” heeft een lege naam", "\"{1}\" has an empty name", "geef naam=", "give naam=",
    "Wat in tabellen en zinnen genoemd wordt, heeft een naam.", "What tables and sentences name has a name.", "<locatie sleutel=\"noord\" naam=\"\"/>"};
const Message R504_TWO_MEANINGS = {"R504", W, "de afkorting {1} krijgt hier een andere betekenis", "the abbreviation {1} gets another meaning here",
    "gebruik een andere afkorting of verbeter de lijst", "use another abbreviation or correct the list", "Een afkorting betekent overal hetzelfde.",
    "An abbreviation means the same everywhere.", "hoogwater (HW), terwijl HW Hogeschool Waterkant is"};
const Message R167_PROPORTION = {"R167", W, "„{1}” staat niet in verhouding tot het jaar ervoor", "\"{1}\" is out of proportion with the year before",
    "kijk of er een cijfer te veel of te weinig staat, of accepteer dit met de reden", "see whether there is a digit too many or too few, or acknowledge it with the reason",
    "Een totaal dat acht keer zo groot of klein is als vorig jaar, is meestal een verschrijving.", "A total eight times that of last year, or an eighth of it, is mostly a slip.",
    "18.000 leerlingen na 1.790 in het jaar ervoor"};
const Message R215_DOUBLE_WORD = {"R215", W, "er staat twee keer achter elkaar „{1}”", "\"{1}\" stands twice in a row", "haal er een weg", "remove one",
    "Een woord dat twee keer achter elkaar staat, is meestal een verschrijving.", "A word twice in a row is mostly a slip.", "Met de ISB ISB heeft dit gesprek"};
const Message R216_COMPARISON = {"R216", W, "de tekst vergelijkt met een eerder jaar waarvan de invoer geen cijfers heeft",
    "the text compares with an earlier year that the input has no figures of", "neem het eerdere jaar op of herschrijf de zin",
    "add the earlier year or rewrite the sentence", "Een vergelijking over de jaren heeft cijfers van die jaren nodig.",
    "A comparison over years needs the figures of those years.", "meer eerstejaars dan vorig jaar"};
const Message R217_FIGURE_KIND = {"R217", E, "een figuur van de soort „{1}” bestaat niet", "there is no figure of the kind \"{1}\"",
    "kies een van de soorten, of verklaar haar in uw sjabloon (f:figuur)", "choose one of the kinds, or declare it in your template (f:figuur)",
    "Een figuur noemt een soort die haar sjabloon maakt.", "A figure names a kind that its template makes.", "<figuur sleutel=\"f\" soort=\"streefaantalen\"/>"};
const Message R218_NO_DATA = {"R218", W, "figuur „{1}” heeft geen gegevens en komt niet in het verslag", "figure \"{1}\" has no data and will not be in the report",
    "geef de gegevens, verbeter over= of groep=, of haal de figuur weg", "give the data, correct over= or groep=, or remove the figure",
    "Een figuur toont gegevens van de invoer; ontbreken die, dan is er geen figuur.", "A figure shows data of the input; without data there is no figure.",
    "<figuur sleutel=\"f\" soort=\"themaboom\"/> zonder <themas>"};
const Message R206_TWO_SIGNS = {"R206", W, "twee leestekens met niets ertussen: hier lijkt een woord te ontbreken", "two signs with nothing between them: a word seems to be missing here",
    "vul het woord in of haal een van de tekens weg", "fill in the word or remove one of the signs",
    "Achter een komma of puntkomma staat een woord.", "Behind a comma or semicolon stands a word.", "<alinea>de coach, , het kernteam</alinea>"};
const Message R219_NOT_SHOWN = {"R219", E, "de verwijzing naar „{1}” wijst naar wat niet in het verslag komt", "the reference to \"{1}\" is to what will not be in the report",
    "geef de gegevens van de figuur of de inhoud van het onderdeel, of haal de verwijzing weg", "give the data of the figure or the content of the part, or remove the reference",
    "Een verwijzing wijst naar een figuur of onderdeel dat er komt.", "A reference is to a figure or part that will be there.",
    "<verwijzing naar=\"fig-themas\"/> bij een figuur zonder gegevens"};
const Message R301_YEAR = {"R301", W, "dit schooljaar ligt verder weg dan vorig of volgend jaar", "this school year is farther off than last or next year",
    "kijk of het jaartal klopt", "see whether the year is right", "Een verslag gaat over het vorige, dit en het volgende schooljaar.",
    "A report is about the previous, this and the next school year.", "Vooruitblik op 2022-2023 in het verslag over 2020-2021"};
const Message R302_OUTLOOK = {"R302", E, "de vooruitblik noemt een ander jaar dan het volgende", "the outlook names another year than the next",
    "verbeter het jaartal in de titel", "correct the year in the title", "Een vooruitblik gaat over het volgende schooljaar.",
    "An outlook is about the next school year.", "<hoofdstuk titel=\"Vooruitblik 2022-2023\"> in 2020-2021"};
const Message R311_OUTSIDE = {"R311", W, "„{1}” valt buiten het schooljaar", "\"{1}\" falls outside the school year", "verbeter de datum", "correct the date",
    "Bijeenkomsten en activiteiten vallen tussen 1 augustus en 31 juli van hun schooljaar.", "Meetings and activities fall within their school year.",
    "<moment datum=\"2019-11-19\"/> in 2020-2021"};
const Message R312_TWO_DATES = {"R312", W, "„{1}” heeft in de jaarplanning een andere datum", "\"{1}\" has another date in the year planning",
    "gebruik één datum", "use one date", "Dezelfde bijeenkomst heeft op twee plaatsen dezelfde datum.", "The same event has the same date in two places.",
    "bijeenkomst op 2020-11-19, in de planning op 2020-11-20"};
const Message R401_NEAR = {"R401", W, "„{1}” en „{2}” lijken dezelfde naam", "\"{1}\" and \"{2}\" look like the same name", "kies één spelling",
    "choose one spelling", "Een persoon heeft één spelling.", "A person has one spelling.", "Annemiek Vennema en Annemieke Vennema"};
const Message R402_EMPLOYERS = {"R402", E, "{1} heeft twee werkgevers: {2} en {3}", "{1} has two employers: {2} and {3}", "kies er een", "choose one",
    "Een persoon heeft één werkgever: een bestuur of een instituut.", "A person has one employer.", "<lid persoon=\"p\" werkgever=\"b\"/> bij <persoon sleutel=\"p\" werkgever=\"a\"/>"};
const Message R403_TEXT_NAME = {"R403", W, "deze naam lijkt op die van {1} maar is anders gespeld", "this name resembles {1} but is spelt differently",
    "gebruik één spelling", "use one spelling", "Een naam in de tekst is gespeld als in de lijst van personen.",
    "A name in the text is spelt as in the list of persons.", "Annemieke Vennema in de tekst, Annemiek Vennema in de lijst"};
const Message R501_UNDEFINED = {"R501", W, "de afkorting „{1}” wordt niet uitgelegd", "the abbreviation \"{1}\" is not explained",
    "neem haar op in de afkortingen of schrijf haar uit", "add it to the abbreviations or write it out",
    "Elke afkorting in de tekst staat in de lijst van afkortingen of is er zelf uitgelegd.", "Every abbreviation in the text is in the list or explained.",
    "… het RAP-project …"};
const Message R502_TWICE = {"R502", E, "de afkorting „{1}” staat twee keer in de lijst", "the abbreviation \"{1}\" is listed twice", "haal er een weg", "remove one",
    "Een afkorting heeft één betekenis.", "An abbreviation has one meaning.", "<afkorting kort=\"SO\"/><afkorting kort=\"SO\"/>"};
const Message R503_UNUSED = {"R503", W, "de afkorting „{1}” wordt nergens gebruikt", "the abbreviation \"{1}\" is used nowhere", "haal haar uit de lijst",
    "remove it from the list", "Een afkorting in de lijst komt in de tekst voor.", "A listed abbreviation occurs in the text.", "<afkorting kort=\"XYZ\" …/>"};
const Message R601_EMAIL = {"R601", W, "hier staat een privé-e-mailadres", "a private e-mail address stands here", "gebruik een adres van de organisatie of laat het weg",
    "use an address of the organisation or leave it out", "Privé-e-mailadressen horen niet in een gepubliceerd document.",
    "Private e-mail addresses do not belong in a published document.", "jan@gmail.com"};
const Message R602_SMALL = {"R602", N, "„{1}” heeft antwoorden van minder dan {2} personen", "\"{1}\" has answers of fewer than {2} persons",
    "voeg antwoorden samen als het verslag openbaar wordt", "join answers before publishing", "Een kleine groep kan herkenbaar zijn.",
    "A small group may be recognisable.", "<antwoord tekst=\"jonger dan 25\" aantal=\"2\"/>"};
const Message R701_UNUSED = {"R701", W, "de bevinding „{1}” die hier is aanvaard, doet zich niet (meer) voor of heeft geen reden",
    "the finding \"{1}\" accepted here does not occur (any more) or has no reason", "haal haar weg of geef een reden", "remove it or give a reason",
    "Een aanvaarde bevinding hoort bij een bevinding die er is, en heeft een reden.", "An acknowledgement belongs to a finding that is there, and has a reason.",
    "<bevinding code=\"R122\" reden=\"…\"/>"};
const Message R702_FINAL = {"R702", E, "het verslag is definitief maar heeft nog fouten: {1}", "the report is final but still has errors: {1}",
    "verbeter de fouten of zet de status op concept", "correct the errors or set the status to concept", "Een verslag is alleen definitief zonder fouten.",
    "A report is final only without errors.", "<jaarverslag status=\"definitief\">"};

const Message R703_OPEN = {"R703", W, "hier moet nog tekst komen: „{1}”", "text is still to be written here: “{1}”",
    "schrijf de tekst, of haal de alinea weg", "write the text, or remove the paragraph",
    "Een alinea met soort=\"invullen\" vraagt om tekst.", "A paragraph with soort=\"invullen\" asks for text.",
    "<alinea soort=\"invullen\">Nog te schrijven.</alinea>"};
const Message R704_OPEN_FINAL = {"R704", E, "het verslag is definitief, maar hier moet nog tekst komen: „{1}”",
    "the report is final, but text is still to be written here: “{1}”", "schrijf de tekst, of haal de alinea weg",
    "write the text, or remove the paragraph", "Een definitief verslag heeft geen open passages.",
    "A final report has no open passages.", "<alinea soort=\"invullen\">Nog te schrijven.</alinea>"};
const Message R705_EMPTY = {"R705", W, "in „{1}” staat niets; het komt niet in het document", "there is nothing in \"{1}\"; it is left out of the document",
    "schrijf wat erin hoort, of haal het weg", "write what belongs in it, or remove it",
    "Een onderdeel van de tekst zonder inhoud: een kop zonder tekst, een leeg punt, een tabel zonder rijen.",
    "A part of the text without content: a heading without text, an empty item, a table without rows.",
    "<paragraaf sleutel=\"p\" titel=\"Niets\"/>"};
const Message R706_STILL_OPEN = {"R706", SEVERITY_NOTE, "nog {1} van {2} in te vullen", "{1} of {2} still to fill in",
    "zoek naar \"?\" en naar soort=\"invullen\"", "look for \"?\" and for soort=\"invullen\"",
    "Hoeveel getallen onbekend (?) zijn en hoeveel passages nog geschreven moeten worden, van alle getallen en die passages.",
    "How many numbers are unknown (?) and how many passages are still to be written, of all numbers and those passages.",
    "<telling locatie=\"es\" aantal=\"?\"/>"};
const Message R707_UNKNOWN_FINAL = {"R707", W, "het verslag is definitief, maar {1} van de {2} getallen zijn onbekend; dit is het eerste", "the report is final, but {1} of the {2} numbers are unknown; this is the first",
    "vul ze in, of accepteer dit met de reden", "fill them in, or acknowledge this with the reason",
    "In een definitief verslag staat alleen „?” bij wat niemand meer zal weten.",
    "In a final report only what nobody will ever know is \"?\".",
    "<jaarverslag status=\"definitief\" …> met <telling locatie=\"es\" aantal=\"?\"/>"};
const Message R708_NOTE_UNSHOWN = {"R708", W, "geen figuur toont deze opmerking bij „{1}”", "no figure shows this note of \"{1}\"",
    "neem de figuur van deze gegevens op, zonder eigen noot, of schrijf de opmerking in een noot of in de tekst", "show the figure of these data, without a note of its own, or write the note in the text",
    "Een opmerking bij gegevens staat onder de figuur van die gegevens, als die geen eigen noten heeft.", "A note of data stands below the figure of those data when that has no notes of its own.",
    "<begroting><opmerking>Inclusief btw.</opmerking></begroting> zonder figuur begroting-realisatie"};
const Message R125_OPENING = {"R125", W, "de reserve aan het begin is een andere dan die aan het eind van {1}",
    "the opening reserve differs from the closing reserve of {1}", "neem het eindbedrag van het vorige jaar over, of verklaar het verschil",
    "take over last year's closing amount, or explain the difference", "De reserve begint waar zij het jaar ervoor eindigde.",
    "The reserve begins where it ended the year before.", "<reserve begin=\"1000\"/> na <waarde feit=\"reserve.eind\" waarde=\"900\"/>"};
const Message R151_UNIT = {"R151", W, "het kengetal „{1}” heeft geen eenheid", "the key number \"{1}\" has no unit",
    "geef eenheid=: studenten, personen, uur, EUR of %", "give eenheid=: studenten, personen, uur, EUR or %",
    "Van elk getal staat er wat het telt of meet.", "Every number says what it counts or measures.", "<kengetal sleutel=\"k\" naam=\"K\" waarde=\"3\"/>"};
const Message R152_DATE = {"R152", N, "de telling {1} heeft geen peildatum", "the count {1} has no reference date", "geef peildatum=", "give peildatum=",
    "Van een telling staat er op welke dag zij klopte.", "A count says on which day it held.", "<studenten><per-instituut>… zonder peildatum"};
const Message R153_PERIOD = {"R153", N, "bij het bedrag {1} staat niet waarover het gaat: per jaar, per uur, per student of in totaal",
    "the amount {1} does not say over what: a year, an hour, a student or in all", "noem de periode of de eenheid in dezelfde alinea",
    "name the period or the unit in the same paragraph", "Van elk bedrag in de tekst staat er over welke periode of per wat het is.",
    "Every amount in the text says over what period or per what it is.", "De vergoeding is € 560."};
const Message R154_SHARED = {"R154", W, "{1} heeft meer dan één schoolopleider en niet van elk staat hoeveel studenten die heeft",
    "{1} has more than one school trainer and not for each is said how many students they have", "geef bij de werkplekken studenten=",
    "give studenten= at their posts", "Twee schoolopleiders van een locatie delen haar studenten; hoe, moet er staan.",
    "Two trainers of a location share its students; how, must be said.", "<werkplek locatie=\"a\"/> bij twee schoolopleiders"};
const Message R155_NO_ROW = {"R155", W, "{1} heeft geen aantallen in {2}: zij zijn onbekend, en de totalen onvolledig", "{1} has no counts in {2}: they are unknown, and the totals partial",
    "geef de locatie een rij; is er niemand, dan een rij met 0", "give the location a row; when there is nobody, a row with 0",
    "Elke locatie heeft een rij in elke telling: wat er niet staat, is onbekend, geen nul.", "Each location has a row in each count: what is not there is unknown, not zero.",
    "<leerlingen><telling locatie=\"a\" aantal=\"700\"/></leerlingen> bij de locaties a en b"};
const Message R156_DIVISION = {"R156", W, "de studenten van de schoolopleiders van {1} zijn samen niet de studenten van die locatie",
    "the students of the trainers of {1} are together not the students of that location", "verbeter studenten= bij de werkplekken, of laat het bij een weg: die krijgt de rest",
    "correct studenten= at the posts, or leave one out: that one gets the rest", "Wat schoolopleiders van een locatie delen, is samen het aantal van de locatie.",
    "What the trainers of a location share adds up to the number of the location.", "<werkplek locatie=\"a\" studenten=\"10\"/> en <werkplek locatie=\"a\" studenten=\"21\"/> bij 41 studenten"};
const Message R157_STEP = {"R157", E, "twee treden van de stagevergoeding beginnen bij {1} dagen; de andere staat op {2}", "two steps of the allowance start at {1} days; the other is at {2}",
    "verbeter vanaf= van een van de twee", "correct vanaf= of one of the two", "Bij elk aantal dagen hoort één bedrag.", "Each number of days has one amount.",
    "<trede vanaf=\"1\" bedrag=\"130\"/><trede vanaf=\"1\" bedrag=\"261\"/>"};
const Message R158_UNTRAINED = {"R158", W, "{1} heeft geen schoolopleider en krijgt daarom geen vergoeding", "{1} has no school trainer and so gets no reimbursement",
    "geef een schoolopleider een werkplek op deze locatie, of accepteer dit met de reden", "give a school trainer a post at this location, or acknowledge this with the reason",
    "De vergoeding geldt voor een locatie waar de schoolopleider volgens de richtlijn wordt gefaciliteerd; dan is er een.",
    "The reimbursement is for a location where the trainer is facilitated as the guideline says; so there is one.", "<schoolopleider> voor noord, en geen voor zuid"};
const Message R221_TYPED = {"R221", N, "in „{1}” staan getypte getallen, die niet met de gegevens meeveranderen", "\"{1}\" holds typed numbers, which do not follow the data",
    "zet een feit of kengetal tussen getal, of accepteer ze met een bevinding over „{3}” (voorgoed) of over de opsomming (tot er een verandert)",
    "put a fact or key number in getal, or acknowledge them about \"{3}\" (for good) or about the list (until one changes)",
    "Een getal dat in een zin is getypt, volgt de gegevens niet.", "A number typed in a sentence does not follow the data.",
    "<alinea>Er waren 202 studenten.</alinea>"};
const Message R222_TYPED_FACT = {"R222", W, "de zin noemt {2}, maar de gegevens zeggen iets anders („{1}”)",
    "the sentence says {2}, but the data say otherwise (\"{1}\")", "verbeter de zin of zet het feit tussen getal, of accepteer dit met de reden",
    "correct the sentence or put the fact in getal, or acknowledge it with the reason",
    "Een zin die een aantal of bedrag noemt dat in de gegevens staat, zegt hetzelfde als de gegevens.",
    "A sentence with a count or amount that the data hold says the same as the data.", "<alinea>We hadden 200 studenten van partners.</alinea> bij 202"};
const Message R313_TEXT_DATE = {"R313", W, "„{1}” heeft elders een andere datum", "\"{1}\" has another date elsewhere", "verbeter een van de twee", "correct one of the two",
    "Een gebeurtenis die in de tekst of de gegevens vaker voorkomt, heeft overal dezelfde datum.",
    "An event that the text or the data mention more than once has the same date everywhere.", "de startbijeenkomst van 19 november … de startbijeenkomst op 20 november"};
const Message R223_FORM = {"R223", E, "een figuur van de soort „{1}” kan niet als {2} worden getekend", "a figure of kind \"{1}\" cannot be drawn as {2}",
    "kies een van de vormen die deze soort heeft", "choose one of the forms that this kind has", "Niet elke soort figuur heeft elke vorm.",
    "Not every kind of figure has every form.", "<figuur soort=\"jaren\" vorm=\"taart\" feiten=\"studenten.totaal\"/>"};
const Message R224_ONE_YEAR = {"R224", W, "het feit „{1}” heeft geen cijfer in ten minste twee schooljaren en staat daarom niet in de grafiek",
    "the fact \"{1}\" has no figure in at least two school years and so is not in the chart", "geef het cijfer van een eerder jaar, of haal het feit uit feiten=",
    "give the figure of an earlier year, or take the fact out of feiten=", "Een lijn over de jaren heeft ten minste twee punten.",
    "A line over the years has at least two points.", "<figuur soort=\"jaren\" vorm=\"lijn\" feiten=\"studenten.totaal leerlingen.totaal\"/>"};
const Message R225_ALL_ZERO = {"R225", W, "alle aantallen van figuur „{1}” zijn 0: er is niets te verdelen, en de figuur komt er niet",
    "all counts of figure \"{1}\" are 0: there is nothing to divide, and the figure is left out", "haal de figuur weg, of zeg in een zin dat er niemand was",
    "remove the figure, or say in a sentence that there was nobody", "Van een geheel dat 0 is, zijn geen aandelen te tekenen.",
    "No shares can be drawn of a whole that is 0.", "<figuur soort=\"aandeel-per-partner\"/> zonder studenten"};
const Message R231_ROW_WIDTH = {"R231", E, "de rij vult de kolommen van de tabel niet precies", "the row does not fill the columns of the table exactly",
    "voeg de cel toe die ontbreekt (leeg: <cel/>), haal er een weg of verbeter kolommen=", "add the cell that is missing (empty: <cel/>), remove one or correct kolommen=",
    "Elke rij heeft voor elke kolom een cel, ook als die leeg is; anders hoort een waarde bij de verkeerde kop.",
    "Every row has a cell for every column, even when it is empty; else a value belongs to the wrong header.", "<kop><cel>Taak</cel><cel>Uren</cel></kop><rij><cel>12</cel></rij>"};
const Message R232_SPAN = {"R232", E, "een cel van deze rij {1}", "a cell of this row {1}", "verbeter rijen= of kolommen=", "correct rijen= or kolommen=",
    "Een cel over meer rijen of kolommen blijft in haar deel van de tabel en ligt over geen andere.",
    "A cell over more rows or columns stays in its part of the table and lies over no other.", "<rij><cel rijen=\"3\">A</cel><cel>B</cel></rij> als laatste rij"};
const Message R233_ADDRESS = {"R233", E, "de link „{1}” leidt niet naar een bladzijde of adres", "the link \"{1}\" does not lead to a page or address",
    "gebruik https:, http:, mailto:, tel: of ftp:", "use https:, http:, mailto:, tel: or ftp:", "Een link opent een bladzijde, een bericht of een telefoonnummer, en voert nooit een opdracht uit.",
    "A link opens a page, a message or a telephone number, and never runs a command.", "<link adres=\"javascript:alert(1)\">het rapport</link>"};
const Message R234_DESCRIPTION = {"R234", E, "de afbeelding „{1}” heeft geen beschrijving voor wie haar niet kan zien", "the picture \"{1}\" has no description for those who cannot see it",
    "schrijf in alt= in een zin wat erop staat", "say in a sentence in alt= what it shows", "Een lege beschrijving of de naam van het bestand zegt niet wat een afbeelding toont.",
    "An empty description or the name of the file does not say what a picture shows.", "<afbeelding bestand=\"foto.jpg\" alt=\"\"/>"};
const Message *const RULES_MESSAGES[] = {
    &R101_LEVELS, &R102_MARGINAL, &R103_FIRST_YEARS, &R104_PARTS, &R105_ATTENDANCE, &R106_TOO_MANY, &R107_DISTRIBUTION,
    &R108_REPETITION, &R111_RESPONDENTS, &R112_SINGLE, &R113_PERCENT, &R114_PAIR, &R115_PERCENTS, &R116_TOTAL, &R117_DERIVED, &R118_FIGURE_COLUMN, &R119_NO_TOTAL, &R120_NO_LINE, &R121_UNCOVERED,
    &R122_DEVIATION, &R123_CALCULATED, &R124_RESERVE, &R125_OPENING, &R131_CONTROL, &R132_CONTROL_FACT, &R141_NUMBERING, &R151_UNIT, &R152_DATE,
    &R153_PERIOD, &R154_SHARED, &R155_NO_ROW, &R156_DIVISION, &R157_STEP, &R158_UNTRAINED, &R161_LINE, &R162_GOAL, &R163_PROPOSAL, &R164_AGENDA, &R165_RISK, &R166_MEETING, &R167_PROPORTION, &R201_FACT, &R202_NUMBER,
    &R203_UNKNOWN, &R204_UNREADABLE, &R205_FACT_YEAR, &R211_REFERENCE, &R212_DOUBLE_KEY, &R213_KIND, &R214_TYPED_NUMBER, &R215_DOUBLE_WORD,
    &R206_TWO_SIGNS, &R216_COMPARISON, &R217_FIGURE_KIND, &R218_NO_DATA, &R219_NOT_SHOWN, &R221_TYPED, &R222_TYPED_FACT, &R223_FORM, &R224_ONE_YEAR, &R225_ALL_ZERO, &R226_NOWHERE, &R231_ROW_WIDTH, &R232_SPAN, &R233_ADDRESS, &R234_DESCRIPTION, &R301_YEAR, &R302_OUTLOOK, &R303_NO_SCHOOL_YEAR, &R304_PAST, &R311_OUTSIDE, &R312_TWO_DATES, &R313_TEXT_DATE, &R314_EARLY, &R401_NEAR, &R402_EMPLOYERS,
    &R403_TEXT_NAME, &R404_TEXT_ORGANISATION, &R405_NO_NAME, &R501_UNDEFINED, &R502_TWICE, &R503_UNUSED, &R504_TWO_MEANINGS, &R601_EMAIL, &R602_SMALL, &R701_UNUSED, &R702_FINAL,
    &R703_OPEN, &R704_OPEN_FINAL, &R705_EMPTY, &R706_STILL_OPEN, &R707_UNKNOWN_FINAL, &R708_NOTE_UNSHOWN, NULL};
