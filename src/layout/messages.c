/* Texts of the messages that layout gives. */
#include "layout/engine.h"
#include "layout/layout.h"

const Message D301_IMAGE = {
    "D301", SEVERITY_ERROR, "de afbeelding „{1}” kan niet worden gebruikt: {2}", "the picture \"{1}\" cannot be used: {2}",
    "geef een PNG, JPEG of SVG in de map van de invoer", "give a PNG, JPEG or SVG in the folder of the input",
    "Een afbeelding ontbreekt, ligt buiten de map of is beschadigd.", "A picture is missing, outside its folder or damaged.",
    "<afbeelding sleutel=\"logo\" bestand=\"../logo.png\" alt=\"Logo\"/>"};
const Message D302_OVERFULL = {
    "D302", SEVERITY_WARNING, "een regel past niet in de breedte: „{1}”", "a line does not fit its width: \"{1}\"",
    "voeg een zacht afbreekstreepje (U+00AD) toe of maak de kolom breder", "add a soft hyphen (U+00AD) or widen the column",
    "Een woord is breder dan de kolom waarin het staat.", "A word is wider than its column.", "<kolom breedte=\"5mm\"/>"};
const Message D303_TOO_TALL = {
    "D303", SEVERITY_WARNING, "een onderdeel is hoger dan de bladspiegel", "something is taller than the page",
    "maak het kleiner of deel het op", "make it smaller or divide it", "Een onderdeel dat niet te breken is past op geen bladzijde.",
    "Something that cannot be broken fits on no page.", "<afbeelding bestand=\"toren.png\" breedte=\"170mm\"/>"};
const Message D304_TABLE_WIDE = {
    "D304", SEVERITY_WARNING, "de tabel is te breed voor de bladzijde, ook met kleinere letter",
    "the table is too wide for the page, even with smaller type", "gebruik minder kolommen of kortere koppen",
    "use fewer columns or shorter headers", "Een tabel past ook verkleind niet op de breedte.",
    "A table does not fit the width, even when shrunk.", "<tabel sleutel=\"breed\"><kolom/>…"};
const Message D305_CONTRAST = {
    "D305", SEVERITY_ERROR, "de tekst „{1}” heeft te weinig contrast met het vlak waar zij op staat",
    "the text \"{1}\" has too little contrast with the surface it stands on",
    "kies voor het vlak (vulling, kader, staaf) een donkerder of lichtere kleur", "choose a darker or lighter colour for the surface (fill, box, bar)",
    "Tekst moet minstens een contrast van 4,5 : 1 hebben met het vlak waar zij op staat, vanaf 18 punten 3 : 1 (WCAG 2.1, 1.4.3).",
    "Text needs a contrast of at least 4.5 : 1 with the surface it stands on, from 18 points 3 : 1 (WCAG 2.1, 1.4.3).",
    "<cel vulling=\"#777777\">"};
const Message D306_TOO_LONG = {
    "D306", SEVERITY_WARNING, "het onderdeel „{1}” neemt meer bladzijden dan de bedoeling is", "the part \"{1}\" takes more pages than it is meant to",
    "maak de tekst korter", "make its text shorter", "Een onderdeel dat op een vast aantal bladzijden hoort, past er niet op (de begeleidende brief van het vergaderpakket hoort op één).",
    "A part that belongs on a fixed number of pages does not fit them (the cover note of the review packet belongs on one).", "<aanleiding><alinea>…</alinea></aanleiding>"};

const Message D307_TABLE_SHAPE = {
    "D307", SEVERITY_ERROR, "een rij van een tabel {1}: „{2}”", "a row of a table {1}: \"{2}\"", "verbeter het sjabloon dat de tabel maakt, of de gegevens",
    "correct the template that makes the table, or the data", "Een tabel uit een sjabloon heeft in elke rij voor elke kolom één cel.",
    "A table of a template has one cell for each column in every row.", "<row><cell>a</cell></row> onder <row><cell>x</cell><cell>y</cell></row>"};
const Message D308_NO_DESCRIPTION = {
    "D308", SEVERITY_ERROR, "een tekening heeft geen beschrijving voor wie haar niet kan zien", "a drawing has no description for those who cannot see it",
    "geef figure, chart of image alt=, of een bijschrift", "give figure, chart or image alt=, or a caption",
    "Elke afbeelding en grafiek heeft een beschrijving of een bijschrift.", "Every picture and chart has a description or a caption.", "<image src=\"foto.jpg\" alt=\"\"/>"};
const Message D309_ADDRESS = {
    "D309", SEVERITY_ERROR, "de link „{1}” leidt niet naar een bladzijde of adres", "the link \"{1}\" does not lead to a page or address",
    "gebruik https:, http:, mailto:, tel: of ftp:", "use https:, http:, mailto:, tel: or ftp:", "Een link van een sjabloon voert nooit een opdracht uit.",
    "A link of a template never runs a command.", "<link href=\"javascript:alert(1)\">"};

const Message *const LAYOUT_MESSAGES[] = {&D301_IMAGE, &D302_OVERFULL, &D303_TOO_TALL, &D304_TABLE_WIDE, &D305_CONTRAST, &D306_TOO_LONG, &D307_TABLE_SHAPE,
    &D308_NO_DESCRIPTION, &D309_ADDRESS, NULL};
