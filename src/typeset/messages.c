/* The messages of typesetting. */
#include "typeset/messages.h"

const Message typeset_messages[] = {
    {"D401", SEVERITY_WARNING, "het teken {1} ({2}) staat in geen enkel lettertype", "character {1} ({2}) is in none of the fonts",
     "gebruik een ander teken of voeg een lettertype toe aan fonts/catalogue.tsv",
     "use another character or add a font to fonts/catalogue.tsv",
     "Een teken in de tekst kan met geen van de lettertypen worden gezet.", "A character of the text cannot be set in any font.",
     "<alinea>\xEF\x83\xB0 akkoord</alinea>"},
    {"D402", SEVERITY_ERROR, "lettertype {1}: {2}", "font {1}: {2}", "", "",
     "Een lettertype van de huisstijl ontbreekt of is een andere versie dan de catalogus noemt.",
     "A font of the house style is absent or not the version in the catalogue.", "<letter familie=\"Lato\"/>"},
    {"D403", SEVERITY_WARNING, "de afbreekpatronen voor de taal {1} ontbreken; woorden worden niet afgebroken",
     "hyphenation patterns for language {1} are absent; words are not hyphenated", "installeer het pakket {2}",
     "install package {2}", "Zonder afbreekpatronen worden woorden niet afgebroken.",
     "Without patterns words are not hyphenated.", "<alinea taal=\"nl\"/>"},
};
const int typeset_message_count = sizeof typeset_messages / sizeof *typeset_messages;
