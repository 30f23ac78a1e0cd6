/* Texts of the messages that the PDF writer gives. */
#include "pdf/messages.h"

const Message P101_NO_ALT = {
    "P101", SEVERITY_ERROR, "een {1} heeft geen alternatieve tekst", "a {1} has no alternative text",
    "geef alt= met wat er te zien is", "give alt= with what is to be seen",
    "Een afbeelding of figuur zonder alternatieve tekst is niet toegankelijk (PDF/UA-1 7.3).",
    "A picture or figure without alternative text is not accessible (PDF/UA-1 7.3).", "<afbeelding bestand=\"foto.jpg\"/>"};
const Message P102_NO_GLYPH = {
    "P102", SEVERITY_ERROR, "lettertype {2} heeft geen teken voor „{1}”", "font {2} has no glyph for \"{1}\"",
    "gebruik een ander teken of lettertype", "use another character or font",
    "Een teken dat geen lettertype heeft, zou als leeg vakje worden gedrukt (PDF/A-2 6.2.11.8).",
    "A character that no font has would print as an empty box (PDF/A-2 6.2.11.8).", "<alinea>\xF0\x93\x82\x80</alinea>"};
const Message P103_NO_TITLE = {
    "P103", SEVERITY_ERROR, "het document heeft geen titel", "the document has no title", "geef titel=", "give titel=",
    "Een toegankelijk document heeft een titel (PDF/UA-1 7.1).", "An accessible document has a title (PDF/UA-1 7.1).",
    "<jaarverslag titel=\"\">"};
const Message P104_NO_LANGUAGE = {
    "P104", SEVERITY_ERROR, "„{1}” is geen taalcode", "\"{1}\" is no language code", "geef bijvoorbeeld taal=\"nl\"",
    "give for instance taal=\"nl\"", "De taal van het document en van passages is een code als nl of en-GB (PDF/UA-1 7.2).",
    "The language of document and passages is a code such as nl or en-GB (PDF/UA-1 7.2).", "<jaarverslag taal=\"Nederlands\">"};
const Message P105_DOUBLE_ID = {
    "P105", SEVERITY_ERROR, "het kenmerk „{1}” komt twee keer voor", "the id \"{1}\" occurs twice", "maak het uniek",
    "make it unique", "Kenmerken van noten, tabelkoppen en doelen zijn uniek in het document.",
    "Ids of notes, header cells and destinations are unique in the document.", "<tabel sleutel=\"a\"/><tabel sleutel=\"a\"/>"};
const Message P106_HEADER_ID = {
    "P106", SEVERITY_ERROR, "een tabelcel verwijst naar de kop „{1}”, die er niet is",
    "a table cell refers to header \"{1}\", which does not exist", "", "",
    "Elke cel verwijst naar kopcellen die bestaan (PDF/UA-1 7.5).", "Every cell refers to header cells that exist (PDF/UA-1 7.5).",
    "<cel koppen=\"weg\">"};
const Message P107_HEADING_LEVEL = {
    "P107", SEVERITY_ERROR, "na een kop van niveau {1} komt een kop van niveau {2}",
    "a heading of level {1} is followed by one of level {2}", "sla geen niveau over", "do not skip a level",
    "Koppen slaan geen niveau over (PDF/UA-1 7.4.2).", "Headings do not skip a level (PDF/UA-1 7.4.2).",
    "<heading level=\"1\"/><heading level=\"3\"/>"};
const Message P108_NO_DESTINATION = {
    "P108", SEVERITY_ERROR, "een verwijzing wijst naar „{1}”, dat er niet is", "a link points to \"{1}\", which does not exist",
    "verbeter het doel", "correct the target", "Elke verwijzing binnen het document komt ergens uit.",
    "Every link within the document leads somewhere.", "<verwijzing naar=\"weg\"/>"};
const Message P109_NO_TOOLTIP = {
    "P109", SEVERITY_ERROR, "het veld „{1}” heeft geen omschrijving", "the field \"{1}\" has no description",
    "geef het een omschrijving", "give it a description", "Een invulveld heeft een omschrijving voor wie het niet ziet (PDF/UA-1 7.18.4).",
    "A form field has a description for those who do not see it (PDF/UA-1 7.18.4).", "<field kind=\"text\" name=\"naam\"/>"};
const Message P110_IMAGE = {
    "P110", SEVERITY_ERROR, "de afbeelding „{1}” kan niet worden opgenomen: {2}", "the picture \"{1}\" cannot be embedded: {2}",
    "sla haar op als PNG of JPEG in RGB of grijs", "save it as PNG or JPEG in RGB or grey",
    "Afbeeldingen zijn grijs of RGB, met maten die kloppen (PDF/A-2 6.2.4).", "Pictures are grey or RGB with sizes that agree (PDF/A-2 6.2.4).",
    "<afbeelding bestand=\"cmyk.jpg\" alt=\"...\"/>"};
const Message P111_NESTING = {
    "P111", SEVERITY_ERROR, "de structuur klopt niet: {1} in {2}", "the structure is not valid: {1} within {2}",
    "dit is een fout van het programma of het sjabloon: meld hem", "this is a fault of program or template: please report it",
    "De elementen van de structuur staan in elkaar zoals PDF/UA-1 het voorschrijft.", "Structure elements nest as PDF/UA-1 prescribes.",
    "<list><para/></list>"};
const Message P112_FONT = {
    "P112", SEVERITY_ERROR, "het lettertype {1} kan niet worden opgenomen", "the font {1} cannot be embedded",
    "installeer het lettertype opnieuw", "install the font again", "Van elk lettertype wordt het gebruikte deel opgenomen (PDF/A-2 6.2.11.4).",
    "Of every font the part that is used is embedded (PDF/A-2 6.2.11.4).", "<font family=\"...\"/>"};
const Message P113_FIELD = {
    "P113", SEVERITY_ERROR, "het invulveld „{1}” kan niet worden gemaakt: {2}", "the form field \"{1}\" cannot be made: {2}",
    "geef elk veld een eigen naam en een soort", "give each field its own name and a kind",
    "Invulvelden hebben een eigen naam; alleen keuzerondjes van een groep delen hem.",
    "Form fields have a name of their own; only radio buttons of a group share one.", "<field kind=\"text\" name=\"a\"/><field kind=\"check\" name=\"a\"/>"};
const Message P114_ATTACHMENT = {
    "P114", SEVERITY_ERROR, "de bijlage „{1}” kan niet worden opgenomen: {2}", "the attachment \"{1}\" cannot be embedded: {2}",
    "kies het profiel archive-3 en geef elk bestand een eigen naam", "choose profile archive-3 and give each file its own name",
    "Bestanden kunnen alleen in een PDF/A-3 worden meegestuurd.", "Files can be attached to a PDF/A-3 only.", "jaarverslag render --profile archive-3"};
const Message P115_LIBRARY = {
    "P115", SEVERITY_ERROR, "het PDF-bestand kan niet worden geschreven: {1}", "the PDF file cannot be written: {1}",
    "meld deze fout", "please report this", "De PDF-bibliotheek heeft een opdracht geweigerd.", "The PDF library refused an order.", "-"};
const Message P116_DATE = {
    "P116", SEVERITY_ERROR, "„{1}” is geen datum", "\"{1}\" is no date", "schrijf jjjj-mm-dd", "write yyyy-mm-dd",
    "De datum van het document komt uit de invoer.", "The date of the document comes from the input.", "<jaarverslag datum=\"12 oktober\">"};
const Message P117_PAGE_SIZE = {
    "P117", SEVERITY_ERROR, "bladzijde {1} heeft een onbruikbare maat: {2}", "page {1} has an unusable size: {2}",
    "kies een maat tussen 1 en 5080 mm", "choose a size between 1 and 5080 mm",
    "Een bladzijde is ten minste 3 en ten hoogste 14.400 punten (PDF/A-2 6.1.13).", "A page measures 3 to 14,400 points (PDF/A-2 6.1.13).",
    "<master width=\"0\"/>"};
const Message P118_NO_PAGES = {
    "P118", SEVERITY_ERROR, "een document zonder bladzijden kan niet worden geschreven", "a document without pages cannot be written",
    "geef het inhoud", "give it content", "Een PDF heeft ten minste een bladzijde.", "A PDF has at least one page.", "<document/>"};

const Message *const PDF_MESSAGES[] = {
    &P101_NO_ALT,  &P102_NO_GLYPH,  &P103_NO_TITLE, &P104_NO_LANGUAGE, &P105_DOUBLE_ID, &P106_HEADER_ID,
    &P107_HEADING_LEVEL, &P108_NO_DESTINATION, &P109_NO_TOOLTIP, &P110_IMAGE, &P111_NESTING, &P112_FONT,
    &P113_FIELD, &P114_ATTACHMENT, &P115_LIBRARY, &P116_DATE, &P117_PAGE_SIZE, &P118_NO_PAGES, NULL};
