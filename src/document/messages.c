/* Texts of the messages about house styles (D1xx) and documents (D2xx). */
#include "document/messages.h"

const Message D101_STYLE_UNREADABLE = {
    "D101", SEVERITY_ERROR, "de huisstijl kan niet worden gelezen: {1}", "the house style cannot be read: {1}",
    "noem bij huisstijl= een bestand uit templates/style", "name a file of templates/style",
    "Het bestand van de huisstijl ontbreekt of is geen goed gevormde XML.",
    "The house style file is missing or is not well-formed.", "<jaarverslag huisstijl=\"onbekend\">"};
const Message D102_STYLE_UNKNOWN = {
    "D102", SEVERITY_ERROR, "de huisstijl kent „{1}” niet", "the house style does not know \"{1}\"",
    "verbeter de naam of haal hem weg", "correct or remove it", "Een element of attribuut in de huisstijl bestaat niet.",
    "An element or attribute of the house style does not exist.", "<text name=\"body\" siez=\"10pt\"/>"};
const Message D103_STYLE_VALUE = {
    "D103", SEVERITY_ERROR, "„{1}” heeft in de huisstijl geen bruikbare waarde", "\"{1}\" has no usable value in the house style",
    "geef een waarde van de verwachte soort", "give a value of the expected kind",
    "Een maat, kleur of getal in de huisstijl is niet te lezen.", "A length, colour or number of the style cannot be read.",
    "<text name=\"body\" size=\"tien\"/>"};
const Message D104_STYLE_CONTRAST = {
    "D104", SEVERITY_ERROR, "de kleur van tekststijl „{1}” heeft te weinig contrast met de achtergrond",
    "the colour of text style \"{1}\" has too little contrast with its background",
    "kies een donkerder of lichtere kleur (minstens 4,5 : 1)", "choose a darker or lighter colour (at least 4.5 : 1)",
    "Tekst moet minstens een contrast van 4,5 : 1 met zijn achtergrond hebben (WCAG 2.1, 1.4.3).",
    "Text needs a contrast of at least 4.5 : 1 (WCAG 2.1, 1.4.3).", "<text name=\"note\" color=\"#cccccc\"/>"};
const Message D105_STYLE_MISSING = {
    "D105", SEVERITY_ERROR, "de huisstijl mist „{1}”", "the house style lacks \"{1}\"", "voeg het toe", "add it",
    "De huisstijl mist een stijl waar geen sjabloon buiten kan.", "The style lacks a style no template can do without.",
    "<style name=\"leeg\"/>"};
const Message D203_DOCUMENT_ELEMENT = {
    "D203", SEVERITY_ERROR, "het sjabloon maakt een element dat een document niet kent: „{1}”{6}",
    "the template makes an element that a document does not know: \"{1}\"{6}", "zie de handleiding, Blokken",
    "see the manual, Blokken", "Een sjabloon maakt een element buiten de grammatica van het document.",
    "A template makes an element outside the grammar of the document.", "<paragraph/>"};
const Message D204_REFERENCE = {
    "D204", SEVERITY_ERROR, "verwijzing naar „{1}”, dat niet in dit document staat",
    "reference to \"{1}\", which is not in this document", "verbeter de sleutel of neem het onderdeel op",
    "correct the key or include the part", "Een verwijzing wijst naar iets dat niet in het document staat.",
    "A reference points to something that is not in the document.", "<verwijzing naar=\"fig-bestaat-niet\"/>"};
const Message D205_FACT = {
    "D205", SEVERITY_ERROR, "feit „{1}” bestaat niet", "fact \"{1}\" does not exist",
    "kijk met ‘jaarverslag facts’ welke feiten deze invoer heeft", "see `jaarverslag facts` for the facts of this input",
    "Een getal in tekst, tabel of grafiek noemt een feit dat er niet is.",
    "A number in text, table or chart names a fact that does not exist.", "<getal feit=\"studenten.totaaal\"/>"};
const Message D206_DOUBLE_ID = {
    "D206", SEVERITY_ERROR, "de sleutel „{1}” staat twee keer in het document", "the key \"{1}\" occurs twice in the document",
    "geef elk onderdeel een eigen sleutel", "give each part a key of its own", "Twee onderdelen hebben dezelfde sleutel.",
    "Two parts have the same key.", "<paragraaf sleutel=\"a\"/><paragraaf sleutel=\"a\"/>"};
const Message D209_DOCUMENT_UNREADABLE = {
    "D209", SEVERITY_ERROR, "het document kan niet worden gelezen: {1}", "the document cannot be read: {1}", "", "",
    "Een bestand met een boom van blokken ontbreekt of is niet te lezen.", "A file with a tree of blocks is missing or cannot be read.",
    ""};

const Message D210_ATTRIBUTE_UNKNOWN = {
    "D210", SEVERITY_ERROR, "„{1}” heeft in een document geen attribuut „{2}”{6}",
    "\"{1}\" has no attribute \"{2}\" in a document{6}",
    "verbeter de naam of haal het weg", "correct the name or remove it",
    "Een sjabloon geeft een element een attribuut dat het niet heeft.",
    "A template gives an element an attribute that it does not have.",
    "<para stile=\"small\"/>"};
const Message D211_ATTRIBUTE_VALUE = {
    "D211", SEVERITY_ERROR, "„{2}” van „{1}” kan deze waarde niet hebben{6}",
    "\"{2}\" of \"{1}\" cannot have this value{6}",
    "", "",
    "Een attribuut van een document heeft een waarde buiten zijn soort.",
    "An attribute of a document has a value outside its kind.",
    "<number fact=\"studenten.totaal\" as=\"eurow\"/>"};
const Message D212_ATTRIBUTE_MISSING = {
    "D212", SEVERITY_ERROR, "„{1}” mist „{2}”{6}",
    "\"{1}\" lacks \"{2}\"{6}",
    "voeg het toe", "add it",
    "Een element van een document mist een attribuut waar het niet zonder kan.",
    "An element of a document lacks an attribute that it cannot do without.",
    "<image/>"};
const Message D213_ELEMENT_PLACE = {
    "D213", SEVERITY_ERROR, "„{1}” kan niet in „{2}” staan, of niet daar{6}",
    "\"{1}\" cannot stand in \"{2}\", or not there{6}",
    "", "",
    "Een element staat in een document waar het niet kan staan.",
    "An element stands where it cannot in a document.",
    "<part><row/></part>"};
const Message D214_ELEMENT_MISSING = {
    "D214", SEVERITY_ERROR, "in „{1}” ontbreekt „{2}”{6}",
    "\"{1}\" lacks \"{2}\" in it{6}",
    "voeg het toe", "add it",
    "Een element mist wat erin moet staan.",
    "An element lacks what must stand in it.",
    "<list/>"};
const Message D215_TEXT_PLACE = {
    "D215", SEVERITY_ERROR, "in „{1}” kan geen losse tekst staan{6}",
    "no text can stand in \"{1}\"{6}",
    "zet er een para omheen", "put a para around it",
    "Er staat tekst waar alleen blokken kunnen staan.",
    "Text stands where only blocks can.",
    "<part>tekst</part>"};
const Message D216_STYLE_NAME = {
    "D216", SEVERITY_ERROR, "de huisstijl „{3}” heeft niet wat „{2}” van „{1}” noemt{6}",
    "the house style \"{3}\" lacks what \"{2}\" of \"{1}\" names{6}",
    "verbeter de naam, of voeg de stijl aan de huisstijl toe", "correct the name, or add it to the house style",
    "Een document noemt een stijl of bladspiegel die de huisstijl niet heeft.",
    "A document names a style or page master that the house style does not have.",
    "<para style=\"kleintje\"/>"};

const Message *const DOCUMENT_MESSAGES[] = {
    &D101_STYLE_UNREADABLE, &D102_STYLE_UNKNOWN, &D103_STYLE_VALUE, &D104_STYLE_CONTRAST, &D105_STYLE_MISSING, &D203_DOCUMENT_ELEMENT, &D204_REFERENCE, &D205_FACT, &D206_DOUBLE_ID, &D209_DOCUMENT_UNREADABLE, &D210_ATTRIBUTE_UNKNOWN, &D211_ATTRIBUTE_VALUE, &D212_ATTRIBUTE_MISSING, &D213_ELEMENT_PLACE, &D214_ELEMENT_MISSING, &D215_TEXT_PLACE, &D216_STYLE_NAME, NULL};
