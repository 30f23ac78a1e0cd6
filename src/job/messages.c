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
const Message *const JOB_MESSAGES[] = {&S101_FONTS, &S102_CANNOT_READ, &S103_CANNOT_WRITE, NULL};
