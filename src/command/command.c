/* The command line: picks the subcommand and gives its exit code. */
#include "command/command.h"

#include <stdio.h>
#include <string.h>

#include "base/likeness.h"
#include "base/memory.h"
#include "command/options.h"

static const char HELP_DUTCH[] =
    "Gebruik: jaarverslag OPDRACHT [OPTIES] INVOER\n\n"
    "  check   [--format text|json] [--accepted] [INVOER...]   alle fouten en twijfels; --list legt elke code uit,\n"
    "          --numbers noemt elk getal in de tekst en wat de gegevens ervan weten\n"
    "  render  [-t SJABLOON] [-o BESTAND] [--profile archive|archive-3|draft] [--for SLEUTEL] [--withheld BESTAND]\n"
    "          [--style NAAM] [--previous INVOER] [INVOER]   het document als PDF\n"
    "  facts   [--format csv|json|xml|ods|xlsx] [-o BESTAND] [INVOER]   elk getal met eenheid, status, formule en bron;\n"
    "          facts --list noemt elk feit dat er kan zijn\n"
    "  explain [--depth N] [--format text|json] INVOER FEIT...   waar een getal vandaan komt\n"
    "  batch   [-j N] [-o MAP] [-t SJABLOON]... [--each partnership|board|school]... [--shard I/N] [--resume]\n"
    "          [--profile P] [--style NAAM] [--timeout S] [--memory M] [--inputs-from BESTAND]\n"
    "          [--format text|json] INVOER...   veel documenten in één run, met manifest.json en index.html in MAP (out)\n"
    "  batch   --merge [-o MAP] MANIFEST...     manifesten van --shard of van losse runs samen\n"
    "  archive [-o MAP] [INVOER]                overdrachtspakket voor de archivaris (BagIt, MDTO)\n"
    "  verify  PDF-OF-PAKKET...                 maakt het document opnieuw en vergelijkt\n"
    "  new     -o MAP INVOER                    de invoer voor het volgende schooljaar\n"
    "  import  [--table LIJST] [--sheet BLAD] [--replace] [-n] SPREADSHEET INVOER\n"
    "                                           aantallen uit .xlsx, .ods of .csv in de invoer\n"
    "  upgrade [-n] [INVOER]                    de invoer naar de versie van de taal van nu; -n laat het verschil zien\n"
    "  watch   [opties van render] INVOER       maakt het opnieuw na elke wijziging\n\n"
    "INVOER is een XML-bestand, een map met jaarverslag.xml, of - (standaardinvoer); zonder: de map van nu. -o - schrijft naar standaarduitvoer.\n"
    "Overal: --lang nl|en, --help, --version [--verbose: met lettertypen en bibliotheken]. Uitgang: 0 klaar, 1 fouten in de invoer, 2 verkeerd gebruik,\n"
    "3 het systeem weigerde, 4 batch: niet alles is klaar, verify: komt niet overeen, 5 fout in het programma.\n";
static const char HELP_ENGLISH[] =
    "Usage: jaarverslag COMMAND [OPTIONS] INPUT\n\n"
    "  check   [--format text|json] [--accepted] [INPUT...]   every fault and doubt; --list explains each code,\n"
    "          --numbers lists every number in the text and what the data know of it\n"
    "  render  [-t TEMPLATE] [-o FILE] [--profile archive|archive-3|draft] [--for KEY] [--withheld FILE]\n"
    "          [--style NAME] [--previous INPUT] [INPUT]   the document as PDF\n"
    "  facts   [--format csv|json|xml|ods|xlsx] [-o FILE] [INPUT]   every number with unit, status, formula and source;\n"
    "          facts --list names every fact that there can be\n"
    "  explain [--depth N] [--format text|json] INPUT FACT...   where a number comes from\n"
    "  batch   [-j N] [-o FOLDER] [-t TEMPLATE]... [--each partnership|board|school]... [--shard I/N] [--resume]\n"
    "          [--profile P] [--style NAME] [--timeout S] [--memory M] [--inputs-from FILE]\n"
    "          [--format text|json] INPUT...    many documents in one run, with manifest.json and index.html in FOLDER (out)\n"
    "  batch   --merge [-o FOLDER] MANIFEST...  manifests of --shard or of separate runs together\n"
    "  archive [-o FOLDER] [INPUT]             transfer package for the archivist (BagIt, MDTO)\n"
    "  verify  PDF-OR-PACKAGE...               makes the document again and compares\n"
    "  new     -o FOLDER INPUT                  the input for the next school year\n"
    "  import  [--table LIST] [--sheet NAME] [--replace] [-n] SPREADSHEET INPUT\n"
    "                                          counts of an .xlsx, .ods or .csv into the input\n"
    "  upgrade [-n] [INPUT]                     the input to the version of the language of today; -n shows the difference\n"
    "  watch   [options of render] INPUT        makes it again after every change\n\n"
    "INPUT is an XML file, a folder with jaarverslag.xml, or - (standard input); without: the current folder. -o - writes to standard output.\n"
    "Everywhere: --lang nl|en, --help, --version [--verbose: with fonts and libraries]. Exit: 0 done, 1 faults in the input, 2 wrong use,\n"
    "3 the system said no, 4 batch: not everything is done, verify: no match, 5 internal error.\n";

typedef struct Command {
    const char *name;
    int (*run)(int argc, char **argv);
} Command;

static const Command COMMANDS[] = {
    {"check", command_check}, {"render", command_render}, {"facts", command_facts}, {"explain", command_explain},
    {"batch", command_batch}, {"archive", command_archive}, {"verify", command_verify}, {"new", command_new},
    {"import", command_import}, {"upgrade", command_upgrade}, {"watch", command_watch}};

static int help(const Options *o) {
    fputs(o->language == MESSAGES_ENGLISH ? HELP_ENGLISH : HELP_DUTCH, stdout);
    return fflush(stdout) == 0 ? EXIT_DONE : EXIT_SYSTEM;
}

/* Whether the word is among the options, before "--". */
static bool says(int argc, char **argv, const char *word) {
    for (int i = 1; i < argc && strcmp(argv[i], "--"); i++)
        if (!strcmp(argv[i], word)) return true;
    return false;
}

static int unknown_command(const Options *o, const char *name) {
    bool english = o->language == MESSAGES_ENGLISH;
    Likeness near = likeness_to(name);
    for (size_t i = 0; i < sizeof COMMANDS / sizeof *COMMANDS; i++) likeness_try(&near, COMMANDS[i].name);
    char words[120];
    if (!near.best) return usage_error(o, "onbekende opdracht", "unknown command", name);
    snprintf(words, sizeof words, english ? "%.40s (did you mean \"%s\"?)" : "%.40s (bedoelt u „%s”?)", name, near.best);
    return usage_error(o, "onbekende opdracht", "unknown command", words);
}

int command_main(int argc, char **argv) {
    memory_start();
    Options o;
    char *none[] = {argv[0], NULL};
    options_read(&o, 1, none, "");
    if (argc < 2) return usage_error(&o, "noem een opdracht", "name a command", NULL);
    if (argc > 3 && !strcmp(argv[1], "--lang")) { /* --lang nl check ...: as if it stood behind the command */
        char *value = argv[2], *word = argv[1];
        argv[1] = argv[3];
        argv[2] = word;
        argv[3] = value;
        if (!strcmp(value, "en") || !strcmp(value, "nl")) o.language = *value == 'e' ? MESSAGES_ENGLISH : MESSAGES_DUTCH;
    }
    const char *name = argv[1];
    if (!strcmp(name, "--help") || !strcmp(name, "-h") || !strcmp(name, "help")) return help(&o);
    if (says(argc, argv, "--help")) return help(&o);
    if (says(argc, argv, "--version")) return print_version(&o, says(argc, argv, "--verbose"));
    for (size_t i = 0; i < sizeof COMMANDS / sizeof *COMMANDS; i++)
        if (!strcmp(name, COMMANDS[i].name)) return COMMANDS[i].run(argc - 1, argv + 1);
    return unknown_command(&o, name);
}
