/* Texts of the messages about files and fonts. */
#include "job/messages.h"

const Message S101_FONTS = {
    "S101", SEVERITY_ERROR, "de lettertypen zijn niet te openen: {1}", "the fonts cannot be opened: {1}",
    "installeer de pakketten uit fonts/catalogue.tsv", "install the packages of fonts/catalogue.tsv",
    "De catalogus van lettertypen of een lettertype ontbreekt.", "The font catalogue or a font is missing.", ""};
const Message S102_CANNOT_READ = {
    "S102", SEVERITY_ERROR, "kan niet gelezen worden: {1}", "cannot be read: {1}", "controleer naam en rechten",
    "check name and permissions", "Een bestand is niet te lezen.", "A file cannot be read.", "jaarverslag check bestaat-niet"};
const Message S103_CANNOT_WRITE = {
    "S103", SEVERITY_ERROR, "kan niet geschreven worden: {1}", "cannot be written: {1}", "controleer map, rechten en schijfruimte",
    "check folder, permissions and disk space", "De uitvoer kon niet worden geschreven; er is niets achtergebleven.",
    "The output could not be written; nothing is left behind.", "jaarverslag render -o /dev/full input/voorbeeld"};
const Message S104_SOURCE_FOR_ONE = {
    "S104", SEVERITY_ERROR, "een PDF of pakket met de bron erin zou „{1}” alles geven wat is weggelaten", "a PDF or package with its source would give \"{1}\" everything that was left out",
    "maak een PDF met --profile archive", "make a PDF with --profile archive",
    "De bron gaat niet mee in de openbare versie: die bevat alles.",
    "The source does not go with the public version: it holds everything.",
    "jaarverslag render -t publiek --profile archive-3 input/voorbeeld"};
const Message S105_NOT_EMPTY = {
    "S105", SEVERITY_ERROR, "de map bestaat al en is niet leeg", "the folder exists already and is not empty",
    "kies een andere map", "choose another folder", "Een nieuw jaar of een pakket komt in een nieuwe of lege map.",
    "A new year or a package goes into a new or empty folder.", "jaarverslag new -o input/voorbeeld input/voorbeeld"};
const Message S106_NO_DATE = {
    "S106", SEVERITY_ERROR, "een archiefpakket vraagt een datum, en de invoer heeft er geen", "a transfer package needs a date, and the input has none",
    "zet datum=\"jjjj-mm-dd\" in jaarverslag", "put datum=\"yyyy-mm-dd\" in jaarverslag",
    "Het archief legt van elk controlegetal de datum vast; de klok telt niet mee.",
    "The archive records the date of every checksum; the clock does not count.", "<jaarverslag schooljaar=\"2020-2021\">"};
const Message S107_OWN_TEMPLATE = {
    "S107", SEVERITY_ERROR, "met een eigen sjabloon („{1}”) is het document later niet na te maken", "with a stylesheet of your own (\"{1}\") the document cannot be made again later",
    "kies een sjabloon van het programma, of het profiel archive", "choose a template of the program, or the profile archive",
    "Een archiefpakket of PDF met bron noemt alleen sjablonen van het programma.",
    "A transfer package or a PDF with its source names templates of the program only.", "jaarverslag render --profile archive-3 -t ./eigen.xsl input/voorbeeld"};
const Message S111_NEEDS_RECIPIENT = {
    "S111", SEVERITY_ERROR, "sjabloon „{1}” maakt een document voor {2}", "template \"{1}\" makes a document for one recipient",
    "noem die met --for SLEUTEL", "name it with --for KEY",
    "Een sjabloon voor één school of één bestuur is gekozen zonder te zeggen voor welke.",
    "A template for one school or one board was chosen without saying which.", "jaarverslag render -t school input/voorbeeld"};
const Message S112_NO_SUCH_RECIPIENT = {
    "S112", SEVERITY_ERROR, "er is geen school (locatie) of bestuur met de sleutel „{1}”", "no school (location) or board has the key \"{1}\"",
    "gebruik een sleutel uit de invoer", "use a key of the input", "De sleutel achter --for hoort bij geen locatie en geen bestuur.",
    "The key behind --for belongs to no location and no board.", "jaarverslag render --for dijkzich input/voorbeeld"};
const Message S113_OTHER_KIND = {
    "S113", SEVERITY_ERROR, "sjabloon „{2}” past niet bij „{1}”", "template \"{2}\" does not go with \"{1}\"",
    "kies een ander sjabloon, of laat -t weg", "choose another template, or leave out -t",
    "Het sjabloon is voor een school en de sleutel van een bestuur, of andersom.",
    "The template is for a school and the key of a board, or the other way round.", "jaarverslag render -t school --for vlietgroep input/voorbeeld"};
const Message S114_NOT_FOR_ONE = {
    "S114", SEVERITY_ERROR, "sjabloon „{1}” is niet voor één ontvanger", "template \"{1}\" is not made for one recipient",
    "laat --for weg, of kies school of bestuur", "leave out --for, or choose school or bestuur",
    "--for is gebruikt met een sjabloon dat over het hele partnerschap gaat.", "--for was used with a template about the whole partnership.",
    "jaarverslag render -t jaarverslag --for dijkzicht input/voorbeeld"};
const Message S115_NO_SUCH_ANNEX = {
    "S115", SEVERITY_ERROR, "er is geen bijlage met de sleutel „{1}”", "no annex has the key \"{1}\"",
    "gebruik een sleutel uit de invoer", "use a key of the input", "De sleutel achter --for hoort bij geen bijlage.",
    "The key behind --for belongs to no annex.", "jaarverslag render -t bijlage --for bijlage-99 input/voorbeeld"};
const Message *const JOB_MESSAGES[] = {&S101_FONTS, &S102_CANNOT_READ, &S103_CANNOT_WRITE, &S104_SOURCE_FOR_ONE,
    &S105_NOT_EMPTY, &S106_NO_DATE, &S107_OWN_TEMPLATE, &S111_NEEDS_RECIPIENT, &S112_NO_SUCH_RECIPIENT,
    &S113_OTHER_KIND, &S114_NOT_FOR_ONE, &S115_NO_SUCH_ANNEX, NULL};
