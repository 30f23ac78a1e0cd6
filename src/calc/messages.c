/* Texts of the messages that the calculation gives. */
#include "calc/messages.h"

#include <stddef.h>

const Message F101_TOO_LARGE = {
    "F101", SEVERITY_ERROR, "het feit „{1}” ({2}) wordt te groot om uit te rekenen",
    "the fact \"{1}\" ({2}) grows too large to calculate",
    "kijk of een aantal, bedrag of tarief op deze regel te veel cijfers heeft",
    "see whether a count, amount or rate on this line has too many digits",
    "Een uitkomst past niet in het exacte rekenbereik; er wordt niets afgekapt of benaderd.",
    "A result does not fit the exact range; nothing is cut off or approximated.",
    "<regel sleutel=\"divers\" begroot=\"99999999999999999\"/>"};
const Message F102_NO_SUCH_FACT = {
    "F102", SEVERITY_ERROR, "er is geen feit „{1}”", "there is no fact \"{1}\"",
    "kijk met „jaarverslag facts” welke feiten er zijn", "see which facts there are with \"jaarverslag facts\"",
    "Een gevraagd feit bestaat niet: de naam is onjuist of het deel van de invoer waar het uit volgt, ontbreekt.",
    "A fact that was asked for does not exist: its name is wrong, or the part of the input it needs is absent.",
    "jaarverslag explain input/voorbeeld studenten.totaaal"};

const Message *const CALC_MESSAGES[] = {&F101_TOO_LARGE, &F102_NO_SUCH_FACT, NULL};
