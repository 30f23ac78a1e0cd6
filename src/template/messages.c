/* Texts of the messages that running a template gives. */
#include "template/messages.h"

const Message D201_TEMPLATE_UNREADABLE = {
    "D201", SEVERITY_ERROR, "het sjabloon kan niet worden gelezen: {1}", "the template cannot be read: {1}",
    "noem een sjabloon uit templates of een bestand dat bestaat", "name a template of templates/ or a file that exists",
    "Het sjabloon ontbreekt of is geen geldig XSLT-stylesheet.", "The template is missing or is no valid XSLT stylesheet.",
    "jaarverslag render -t bestaat-niet input/voorbeeld"};
const Message D202_TEMPLATE_FAILED = {
    "D202", SEVERITY_ERROR, "het sjabloon is gestopt: {1}", "the template stopped: {1}", "verbeter het sjabloon",
    "correct the template", "Het uitvoeren van het sjabloon is mislukt.", "Running the template failed.",
    "<xsl:message terminate=\"yes\">"};
const Message D207_TEMPLATE_SAYS = {
    "D207", SEVERITY_WARNING, "het sjabloon meldt: {1}", "the template says: {1}", "", "",
    "Een sjabloon geeft zelf een bericht (xsl:message).", "A template gives a message of its own (xsl:message).",
    "<xsl:message>"};
const Message D208_TEMPLATE_LACKS = {
    "D208", SEVERITY_ERROR, "dit sjabloon kan met deze invoer niets maken: {1}", "this template can make nothing of this input: {1}", "", "",
    "De invoer heeft niet het onderdeel waaruit het sjabloon een document maakt; het sjabloon stopt zelf (xsl:message).",
    "The input lacks the part that the template makes a document of; the template stops itself (xsl:message).",
    "jaarverslag render -t rollen input/voorbeeld"};

const Message *const TEMPLATE_MESSAGES[] = {&D201_TEMPLATE_UNREADABLE, &D202_TEMPLATE_FAILED, &D207_TEMPLATE_SAYS, &D208_TEMPLATE_LACKS, NULL};
