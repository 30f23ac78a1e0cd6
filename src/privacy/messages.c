/* Texts of the messages about what a public version may hold. */
#include "privacy/public.h"

const Message R611_NAME = {
    "R611", SEVERITY_ERROR, "hier staat in de openbare versie nog een naam, of iets wat erop lijkt: „{1}”", "the public version still has a name here, or what looks like one: \"{1}\"",
    "schrijf de naam voluit zoals in personen, of zet openbaar=\"ja\" bij het onderdeel als het niemand is", "write the name as in personen, or set openbaar=\"ja\" when it is nobody",
    "Een naam die de openbare versie niet veilig door een rol kan vervangen: in stukken, in een adres of verkeerd gespeld.",
    "A name that the public version cannot safely replace by a role: in pieces, in an address or misspelt.", "<alinea>Maud <nadruk>Verhagen</nadruk> sprak.</alinea>"};
const Message R612_SMALL_TYPED = {
    "R612", SEVERITY_ERROR, "hier staat een klein aantal personen in de tekst getypt: „{1}”", "a small number of persons is typed in the text here: \"{1}\"",
    "gebruik <getal feit=\"…\"/>, schrijf het zonder aantal, of zet openbaar=\"nee\" (weglaten) of openbaar=\"ja\" (nagekeken) bij het onderdeel", "use <getal feit=\"…\"/>, write it without a number, or set openbaar=\"nee\" (leave out) or openbaar=\"ja\" (looked at)",
    "De openbare versie kan een getypt aantal niet beschermen: in cijfers, in woorden (een tweetal, de enige), of als rest van twee getallen in een zin.",
    "The public version cannot protect a number that was typed: in figures, in words (een tweetal, de enige), or as what is left of two numbers.", "<alinea>Van hen stopten drie studenten.</alinea>"};
const Message R613_SMALL_TABLE = {
    "R613", SEVERITY_ERROR, "deze tabel heeft getypte kleine aantallen, bijvoorbeeld „{1}”", "this table has small numbers typed in, for instance \"{1}\"",
    "zet openbaar=\"nee\" (weglaten) of openbaar=\"ja\" (nagekeken) bij de tabel, of maak er een figuur van gegevens van", "set openbaar=\"nee\" (leave out) or openbaar=\"ja\" (looked at) on the table, or make it a figure of data",
    "Een tabel over personen met getypte aantallen onder de drempel.", "A table about persons with typed counts below the threshold.", "<tabel><rij><cel>leraren</cel><cel>2</cel></rij></tabel>"};
const Message R614_WITHHELD_TYPED = {
    "R614", SEVERITY_ERROR, "het getypte „{1}” verraadt een getal dat de openbare versie niet toont", "the typed \"{1}\" gives away a number that the public version does not show",
    "gebruik <getal feit=\"{2}\"/>, zet openbaar=\"nee\" of openbaar=\"ja\"", "use <getal feit=\"{2}\"/>, or set openbaar=\"nee\" or openbaar=\"ja\"",
    "Een getal in de tekst is gelijk aan een feit dat niet wordt getoond.", "A number in the text equals a fact that is not shown.", "<alinea>Dat is € 290.045.</alinea>"};
const Message R615_UNSAFE = {
    "R615", SEVERITY_ERROR, "er is geen veilige openbare versie gevonden: {1} blijft na te rekenen", "no safe public version was found: {1} can still be worked out",
    "voeg in de invoer scholen, instituten of niveaus samen", "merge schools, institutes or levels in the input",
    "Ook als alles wat mag worden weggelaten niet wordt getoond, volgt een klein aantal uit de rest.", "Even with all that may be left out, a small count follows from the rest.", ""};
const Message R616_WITHHELD = {
    "R616", SEVERITY_NOTE, "openbare versie: {1} getallen onder {2} niet getoond, {3} ter bescherming daarvan, {4} die eruit volgen", "public version: {1} numbers below {2} not shown, {3} to protect them, {4} that follow from them",
    "de lijst komt met --withheld BESTAND", "the list comes with --withheld FILE", "Hoeveel getallen de openbare versie niet toont, en waarom.",
    "How many numbers the public version does not show, and why.", "jaarverslag render -t publiek input/voorbeeld"};

const Message *const PRIVACY_MESSAGES[] = {&R611_NAME, &R612_SMALL_TYPED, &R613_SMALL_TABLE, &R614_WITHHELD_TYPED, &R615_UNSAFE, &R616_WITHHELD, NULL};
