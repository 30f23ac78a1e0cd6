/* Texts of the messages about what a spreadsheet says. */
#include "edit/messages.h"

#define E SEVERITY_ERROR
const Message I240_NO_TABLE = {
    "I240", E, "in dit spreadsheet is geen lijst met aantallen herkend", "no list of counts was recognised in this spreadsheet",
    "zet boven de kolommen locatie (of school) en aantal, instituten of niveaus, of noem het blad met --sheet en de lijst met --table",
    "head the columns with locatie (or school) and aantal, institutes or levels, or name the sheet with --sheet and the list with --table",
    "Een werkblad heeft een kopregel nodig waaraan de lijst te herkennen is.", "A sheet needs a heading that tells which list it holds.",
    "jaarverslag import --table leerlingen telling.xlsx input/voorbeeld"};
const Message I241_UNKNOWN_NAME = {
    "I241", E, "cel {1}: „{2}” is geen {3} van dit partnerschap", "cell {1}: \"{2}\" is no {3} of this partnership",
    "schrijf de sleutel, de naam of de korte naam zoals die bij het partnerschap staat", "write the key, name or short name as the partnership has it",
    "Namen in een spreadsheet zijn die van het partnerschap.", "Names in a spreadsheet are those of the partnership.", "Dijkzigt College"};
const Message I242_NO_COUNT = {
    "I242", E, "cel {1}: „{2}” is geen aantal", "cell {1}: \"{2}\" is no count",
    "schrijf een geheel getal, ? als het onbekend is, of laat de cel leeg", "write a whole number, ? when it is unknown, or leave the cell empty",
    "Aantallen zijn hele getallen.", "Counts are whole numbers.", "12,5"};
const Message I243_COLUMN = {
    "I243", E, "cel {1}: boven deze kolom staat geen instituut, niveau of ander bekend woord, en zij is gevuld", "cell {1}: the heading of this column is no institute, level or other known word, and it is filled",
    "verbeter de kop of haal de kolom weg", "correct the heading or remove the column",
    "Elke gevulde kolom heeft een kop die het programma kent.", "Every filled column has a heading that the program knows.", "locatie;FLTO"};
const Message I244_TOTAL = {
    "I244", E, "cel {1}: het totaal klopt niet met de cellen", "cell {1}: the total does not agree with the cells",
    "verbeter het totaal of de cellen, of haal het totaal weg", "correct the total or the cells, or remove the total",
    "Totalen in een spreadsheet worden nagerekend en niet overgenomen.", "Totals in a spreadsheet are checked and not taken over.", "Totaal;250"};
const Message I245_TWICE = {
    "I245", E, "cel {1}: deze rij staat er ook al op regel {2}", "cell {1}: this row is on line {2} already", "haal een van beide weg", "remove one of them",
    "Een locatie heeft één rij.", "A location has one row.", "Vlietlyceum;3 en nog eens Vlietlyceum;4"};
const Message I246_CELL_ERROR = {
    "I246", E, "cel {1}: het spreadsheet meldt hier een fout: {2}", "cell {1}: the spreadsheet reports an error here: {2}", "herstel de formule", "mend the formula",
    "Een cel met een fout heeft geen waarde.", "A cell with an error has no value.", "#DEEL/0!"};
const Message I247_NO_NAME = {
    "I247", E, "cel {1}: in deze rij staan aantallen zonder naam", "cell {1}: this row has counts without a name", "zet erbij waar de aantallen bij horen", "say what the counts belong to",
    "Elke rij met aantallen noemt een locatie, school of instituut.", "Every row with counts names a location, school or institute.", ";12;3"};
const Message I248_MISSING = {
    "I248", SEVERITY_WARNING, "„{1}” komt in dit blad niet voor {2}", "\"{1}\" is not in this sheet {2}",
    "voeg een rij toe als de aantallen anders zijn, met ? als ze onbekend zijn", "add a row when its counts are others, with ? when they are unknown",
    "Een locatie van het partnerschap ontbreekt in een ingelezen lijst.", "A location of the partnership is missing in an imported list.", "leerlingen.csv zonder Vlietlyceum"};
const Message I249_COLUMN_TWICE = {
    "I249", E, "cel {1}: de kolom „{2}” staat er al, in {3}", "cell {1}: the column \"{2}\" is there already, in {3}", "haal een van beide weg", "remove one of them",
    "Een instituut of niveau heeft één kolom.", "An institute or level has one column.", "locatie;FLOT;flot"};
const Message I250_KEPT = {
    "I250", SEVERITY_WARNING, "van „{1}” noemt dit blad een deel van de aantallen niet; die blijven zoals ze waren", "of \"{1}\" this sheet does not name a part of the counts; they stay as they were",
    "kijk of ze nog kloppen; is het blad de hele telling, gebruik dan --replace", "see whether they still hold; when the sheet is all there is, use --replace",
    "Wat de invoer telt en een ingelezen blad niet noemt, blijft staan.", "What the input counts and an imported sheet does not name stays.", "Vlietlyceum;HM in de invoer, en in het blad alleen Vlietlyceum;ULV"};
const Message I251_NAME_TWICE = {
    "I251", E, "cel {1}: er is meer dan één {3} met de naam „{2}”", "cell {1}: there is more than one {3} named \"{2}\"",
    "gebruik de sleutel", "use the key",
    "Een spreadsheet noemt iets bij een naam die niet uniek is.", "A spreadsheet names a thing by a name that is not unique.", "Eiklyceum, als twee locaties zo heten"};
const Message I252_PASSED_OVER = {
    "I252", SEVERITY_WARNING, "cel {1}: de kolom „{2}” is voor deze lijst niet nodig en is overgeslagen", "cell {1}: the column \"{2}\" is not needed for this list and was passed over", "", "",
    "Een kolom met woorden die de lijst niet kent, wordt overgeslagen.", "A column of words that the list does not know is passed over.", "locatie;bestuur;leerlingen"};
const Message I253_TWO_SHEETS = {
    "I253", E, "de bladen „{1}” en „{2}” hebben allebei de lijst {3}", "the sheets \"{1}\" and \"{2}\" both hold the list {3}",
    "kies er een met --sheet", "choose one with --sheet",
    "Twee zichtbare bladen van een spreadsheet zijn dezelfde lijst.", "Two visible sheets of a spreadsheet are the same list.", "Leerlingen en Leerlingen 2021"};
const Message I254_CELL_KIND = {
    "I254", E, "cel {1}: hier staat {2}, geen aantal", "cell {1}: this is {2}, not a count",
    "geef de cel een getal als opmaak, of bewaar het bestand opnieuw in een rekenprogramma", "format the cell as a number, or save the file again in a spreadsheet program",
    "De soort van een cel past niet bij een aantal.", "The kind of a cell does not fit a count.", "een cel met een datum"};
const Message I255_MERGED = {
    "I255", E, "cel {1}: het aantal {2} staat in een samengevoegde cel", "cell {1}: the count {2} stands in a merged cell",
    "splits de cel en zet elk aantal op zijn plaats", "split the cell and put each count in its place",
    "Een aantal dat over meer cellen is samengevoegd, hoort bij geen ervan.", "A count that is merged over more cells belongs to none of them.", "12, over twee rijen"};
const Message I256_FOREIGN_FILE = {
    "I256", E, "„{1}” bestaat al en hoort niet bij deze lijst van de invoer", "\"{1}\" is there already and does not belong to this list of the input",
    "geef het een andere naam of plaats, of noem het met bron= in de lijst als het overschreven mag worden",
    "give it another name or place, or name it with bron= in the list when it may be overwritten",
    "Een bestand dat niet van de invoer is, wordt niet overschreven.", "A file that is not the input's is not overwritten.", "leerlingen.csv naast jaarverslag.xml, dat er niet naar verwijst"};

const Message *const EDIT_MESSAGES[] = {&I240_NO_TABLE, &I241_UNKNOWN_NAME, &I242_NO_COUNT, &I243_COLUMN, &I244_TOTAL,
    &I245_TWICE, &I246_CELL_ERROR, &I247_NO_NAME, &I248_MISSING, &I249_COLUMN_TWICE, &I250_KEPT, &I251_NAME_TWICE,
    &I252_PASSED_OVER, &I253_TWO_SHEETS, &I254_CELL_KIND, &I255_MERGED, &I256_FOREIGN_FILE, NULL};
