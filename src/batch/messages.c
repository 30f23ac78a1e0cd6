/* Texts of the messages about runs of many documents. */
#include "batch/messages.h"

const Message S120_CRASHED = {
    "S120", SEVERITY_ERROR, "het programma liep vast bij dit document: {1}", "the program crashed on this document: {1}",
    "meld het, met de invoer als dat mag; de andere documenten gaan door", "please report it, with the input if you may; the other documents go on",
    "Een fout in het programma kostte dit ene document.", "A fault of the program cost this one document.", ""};
const Message S121_KILLED = {
    "S121", SEVERITY_ERROR, "het proces werd van buiten beëindigd: {1}", "the process was ended from outside: {1}",
    "maak het alsnog met --resume", "make it with --resume",
    "Iemand of het systeem (geheugen op) beëindigde het proces dat dit document maakte.",
    "Somebody or the system (out of memory) ended the process that made this document.", "kill -9 PID"};
const Message S122_TOO_LONG = {
    "S122", SEVERITY_ERROR, "het duurde langer dan {1} s en is gestopt", "it took longer than {1} s and was stopped",
    "kijk naar invoer en sjabloon, of geef meer tijd met --timeout", "look at the input and the template, or allow more with --timeout",
    "Een document kwam niet klaar binnen de tijd.", "A document was not finished in time.", "jaarverslag batch --timeout 1 input/*"};
const Message S123_TOO_MUCH_MEMORY = {
    "S123", SEVERITY_ERROR, "het vroeg meer dan {1} MB geheugen en is gestopt", "it asked for more than {1} MB of memory and was stopped",
    "kijk naar invoer en sjabloon, of geef meer met --memory", "look at the input and the template, or allow more with --memory",
    "Een document vroeg meer geheugen dan het mag.", "A document asked for more memory than it may use.", "jaarverslag batch --memory 64M input/*"};
const Message S124_FOLDER_BUSY = {
    "S124", SEVERITY_ERROR, "een andere run schrijft nu in deze map", "another run is writing to this folder now",
    "wacht tot die klaar is, of kies met -o een andere map (ook voor elk deel van --shard)",
    "wait until it is done, or choose another folder with -o (for each part of --shard too)",
    "Twee runs tegelijk in één map zouden elkaars manifest overschrijven.", "Two runs at once in one folder would overwrite each other's manifest.", ""};
const Message S125_SAME_OUTPUT = {
    "S125", SEVERITY_ERROR, "{1} zou {2} overschrijven: allebei worden {3}", "{1} would overwrite {2}: both become {3}",
    "geef een van de twee een andere naam", "give one of the two another name",
    "Twee documenten van de run zouden hetzelfde bestand worden; er is niets begonnen.",
    "Two documents of the run would become the same file; nothing was started.", "jaarverslag batch -t a/x.xsl -t b/x.xsl input/voorbeeld"};
const Message S126_SAME_INPUT = {
    "S126", SEVERITY_WARNING, "deze invoer is al genoemd als {1}; hij telt één keer", "this input was named before as {1}; it counts once",
    "", "", "Dezelfde invoer staat twee keer op de opdrachtregel.", "The same input stands twice on the command line.",
    "jaarverslag batch input/voorbeeld input/voorbeeld/jaarverslag.xml"};
const Message S127_NOT_A_MANIFEST = {
    "S127", SEVERITY_ERROR, "dit is geen manifest van een run: {1}", "this is no manifest of a run: {1}",
    "noem manifest.json of de map waarin het ligt", "name manifest.json or the folder that holds it",
    "Het manifest is niet te lezen of van iets anders.", "The manifest cannot be read or is of something else.", "jaarverslag batch --merge input/jaarverslag.xsd"};
const Message S128_TWO_RESULTS = {
    "S128", SEVERITY_ERROR, "{1} is twee keer gemaakt, met verschillende bytes: {2} en {3}", "{1} was made twice, with different bytes: {2} and {3}",
    "maak het opnieuw met één versie van programma en invoer", "make it again with one version of program and input",
    "Twee manifesten noemen hetzelfde document met een ander controlegetal.", "Two manifests name the same document with another checksum.", ""};
const Message S129_PARTS_MISSING = {
    "S129", SEVERITY_ERROR, "deel {1} van {2} ontbreekt", "part {1} of {2} is missing", "draai dat deel met --shard {1}/{2} en voeg opnieuw samen",
    "run that part with --shard {1}/{2} and merge again", "Van een verdeelde run is niet elk deel meegegeven.",
    "Not every part of a divided run was given.", "jaarverslag batch --merge deel-1 deel-3"};
const Message S130_NO_RECIPIENTS = {
    "S130", SEVERITY_WARNING, "deze invoer heeft geen {1}: er valt niets voor te maken", "this input has no {1}: there is nothing to make for them",
    "", "", "De invoer noemt geen besturen of locaties om documenten voor te maken.",
    "The input names no boards or locations to make documents for.", "jaarverslag batch --each board invoer-zonder-besturen"};
const Message S131_NO_PROCESS = {
    "S131", SEVERITY_ERROR, "er kon geen proces worden gestart: {1}", "no process could be started: {1}", "kies een kleinere -j", "choose a smaller -j",
    "Het systeem gaf geen nieuw proces.", "The system gave no new process.", ""};
const Message S132_NO_KEYS = {
    "S132", SEVERITY_ERROR, "de ontvangers van deze invoer zijn niet te bepalen", "the recipients of this input cannot be determined",
    "herstel eerst de fouten in de invoer", "first mend the faults of the input",
    "De sleutels van besturen of locaties zijn onbruikbaar, zodat niet vaststaat welke documenten er zijn.",
    "The keys of boards or locations are unusable, so that it is not known which documents there are.", "<locatie sleutel=\"../x\" …/>"};
const Message S133_NOBODY_ASKED = {
    "S133", SEVERITY_ERROR, "sjabloon „{1}” is voor {2}, en die vraagt de run niet", "template “{1}” is for {2}, which the run does not ask for",
    "voeg --each {3} toe of laat het sjabloon weg", "add --each {3} or leave out the template",
    "Een sjabloon past bij geen van de ontvangers die met --each zijn gekozen.", "A template goes with none of the recipients chosen by --each.",
    "jaarverslag batch -t school --each board input/voorbeeld"};
const Message S134_NO_TEMPLATE_FOR = {
    "S134", SEVERITY_ERROR, "geen van de gekozen sjablonen is voor {1}", "none of the chosen templates is for {1}",
    "noem er een met -t, of geen enkel: dan geldt het gewone", "name one with -t, or none at all: then the usual one holds",
    "Voor ontvangers die met --each zijn gekozen is er geen sjabloon bij.", "For recipients chosen by --each there is no template among those named.",
    "jaarverslag batch -t jaarverslag --each school input/voorbeeld"};

const Message *const BATCH_MESSAGES[] = {&S120_CRASHED, &S121_KILLED, &S122_TOO_LONG, &S123_TOO_MUCH_MEMORY,
    &S124_FOLDER_BUSY, &S125_SAME_OUTPUT, &S126_SAME_INPUT, &S127_NOT_A_MANIFEST, &S128_TWO_RESULTS,
    &S129_PARTS_MISSING, &S130_NO_RECIPIENTS, &S131_NO_PROCESS, &S132_NO_KEYS, &S133_NOBODY_ASKED,
    &S134_NO_TEMPLATE_FOR, NULL};
