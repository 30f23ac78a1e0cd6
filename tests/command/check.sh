#!/bin/bash
# Tests of the command line: exit codes, streams, ten planted faults, refusals, whole-or-nothing output.
cd "$(dirname "$0")/../.." || exit 1
J=${J:-$PWD/build/jaarverslag}
T=$(mktemp -d)
trap 'chmod -R u+w "$T"; rm -rf "$T"' EXIT
unset LC_ALL LC_MESSAGES LANG
export LANG=C.UTF-8
status=0

. tests/command/common
silent() { code "$@" && [ ! -s "$T/out" ] || { echo "wrote to standard output"; return 1; }; }
copy() { rm -rf "$T/in"; cp -r input/bos-2020-2021 "$T/in"; }
# plant FILE OLD NEW: replaces the first OLD (sed expression) and remembers file:line
plant() {
    local line
    line=$(grep -n -m1 -- "$2" "$T/in/$1" | cut -d: -f1)
    [ -n "$line" ] || { echo "nothing to plant in $1: $2"; return 1; }
    sed -i "${line}s|$2|$3|" "$T/in/$1"
    planted+=("$T/in/$1:$line:")
}

ok "check: the BOS input has no errors" silent 0 "$J" check input/bos-2020-2021
open_note() {
    mkdir -p "$T/open"
    cp input/voorbeeld/* "$T/open"
    code 0 "$J" check "$T/open" && [ "$(grep -c 'nog 1 van 30 in te vullen.*\[R706\]' "$T/err")" = 1 ] &&
        code 0 "$J" render --dump document "$T/open" && ! grep -q R706 "$T/err" || return 1
    sed -i 's/status="concept"/status="definitief"/' "$T/open/jaarverslag.xml"
    code 0 "$J" check "$T/open" && ! grep -q R706 "$T/err" && grep -q 'studenten.csv:[0-9:]* waarschuwing: .* 1 van de 30 .*\[R707\]' "$T/err"
}
ok "check: counts what is still open, and a final report is warned" open_note
empty_parts() {
    mkdir -p "$T/empty"
    cp input/voorbeeld/* "$T/empty"
    sed -i 's|<hoofdstuk sleutel="hfd-geld"|<hoofdstuk sleutel="hfd-niets" titel="Ging nergens over"><paragraaf sleutel="p-niets" titel="Ook niet"><doelstellingen/></paragraaf></hoofdstuk>&|' "$T/empty/jaarverslag.xml"
    code 0 "$J" render --dump document "$T/empty" && ! grep -q 'Ging nergens\|Ook niet\|doelstellingen' "$T/out" && [ "$(grep -c R705 "$T/err")" = 1 ] &&
        code 0 "$J" render --dump document -t publiek "$T/empty" && ! grep -q 'Ging nergens\|Ook niet' "$T/out"
}
about_nothing() {
    mkdir -p "$T/nothing"
    sed '/<leerlingen/d; /<studenten/,/<\/studenten>/d; /<hoofdstuk/,/<\/hoofdstuk>/d' input/voorbeeld/jaarverslag.xml >"$T/nothing/jaarverslag.xml"
    code 0 "$J" check "$T/nothing" || return 1
    for t in 'bestuur vlietgroep' 'school dijkzicht'; do
        code 1 "$J" render -t "${t% *}" --for "${t#* }" -o "$T/nothing.pdf" "$T/nothing" && grep -q 'leerlingen, studenten.*\[D208\]' "$T/err" || return 1
    done
}
ok "a board or school about which there is nothing gets no document" about_nothing
ok "empty parts leave no heading and no page" empty_parts
ok "check: a file as well as its folder" code 0 "$J" check input/bos-2020-2021/jaarverslag.xml
ok "no command" silent 2 "$J"
ok "unknown command" silent 2 "$J" maak
ok "unknown option" silent 2 "$J" check --snel input/bos-2020-2021
ok "no input is the current folder: here is none" silent 3 "$J" check
ok "no input is the current folder" sh -c "cd input/voorbeeld && '$J' check 2>/dev/null && '$J' facts 2>/dev/null | grep -q '^studenten.totaal,'"
ok "a slip in the command is understood" sh -c "'$J' chek 2>&1 | grep -q 'bedoelt u „check”?'"
ok "accepted findings are counted" sh -c "'$J' check input/bos-2020-2021 2>&1 | grep -q '^[0-9]* geaccepteerde bevindingen (check --accepted noemt ze)$'"
ok "accepted findings are listed when asked" test "$("$J" check input/bos-2020-2021 2>&1 | sed -n 's/ geaccepteerde.*//p')" = "$("$J" check --accepted input/bos-2020-2021 2>&1 | grep -c '; geaccepteerd; ')"
ok "accepted findings in JSON only when asked" sh -c "'$J' check --format json input/bos-2020-2021 | grep -vq acknowledged && ! '$J' check --format json input/bos-2020-2021 | grep -q acknowledged && '$J' check --accepted --format json input/bos-2020-2021 | grep -q acknowledged"
summed_up() {
    copy && sed -i 's/^newman;15/newman;14/' "$T/in/studenten-per-niveau.csv"
    code 1 "$J" check "$T/in"
    tail -1 "$T/err" | grep -q '^[0-9]* fouten.* in [0-9]* bestanden; begin met .*:[0-9]*; [0-9]* geaccepteerde' || { tail -1 "$T/err"; return 1; }
}
ok "a last line sums up and says where to begin" summed_up
ok "two inputs to render" silent 2 "$J" render -o "$T/x.pdf" a b
ok "unknown format" silent 2 "$J" facts --format xls input/bos-2020-2021
ok "input that is not there" silent 3 "$J" check "$T/nergens.xml"
ok "help goes to standard output" code 0 "$J" --help
ok "help is not empty" test -s "$T/out"
ok "version" code 0 "$J" --version
ok "an input after --" code 0 "$J" check -- input/bos-2020-2021
ok "check --list" code 0 "$J" check --list
ok "check --list has every letter" sh -c "for l in I R F D P S; do grep -q \"^\$l[0-9][0-9][0-9] \" '$T/out' || exit 1; done"
ok "check --list names no code twice" sh -c "test -z \"\$(grep -o '^[A-Z][0-9][0-9][0-9]' '$T/out' | sort | uniq -d)\""

# check tells what render would tell, also what only shows when the document is made
agree() { # agree PATTERN: both exit with 1 and tell of it, in the same words
    code 1 "$J" check "$T/in" || return 1
    grep -q "$1" "$T/err" || { echo "check does not tell: $1"; cat "$T/err"; return 1; }
    grep '^[^ ]*: ' "$T/err" | grep -v 'R706' >"$T/check.err" # how much is still open, check alone tells; the last line sums up
    code 1 "$J" render -o "$T/both.pdf" "$T/in" || return 1
    grep '^[^ ]*: ' "$T/err" | cmp "$T/check.err" -
}
found_by_both() { # found_by_both OLD NEW PATTERN
    rm -rf "$T/in"
    cp -r input/voorbeeld "$T/in"
    sed -i "s|$1|$2|" "$T/in/jaarverslag.xml"
    agree "$3"
}
ok "check and render: a figure of an unknown kind" found_by_both 'soort="streefaantallen"' 'soort="streefaantalen"' 'verwacht: streefaantallen.*\[R217\]'
ok "check and render: a reference to a figure without data" found_by_both 'soort="streefaantallen"' 'soort="themaboom"' '\[R219\]'
ok "check and render: a house style that is not there" found_by_both 'huisstijl="[a-z]*"' 'huisstijl="mooi"' '\[D101\]'
ok "check and render: a template that is not there" found_by_both 'sjabloon="[a-z]*"' 'sjabloon="mooi"' '\[D201\]'
ok "check and render: a picture that is not there" found_by_both '<figuur ' '<afbeelding bestand="weg.png" alt="Weg"/><figuur ' '\[D301\]'
one_page() {
    printf '%s' '<jaarverslag xmlns="urn:nl:jaarverslag:1" schooljaar="2020-2021" datum="2021-07-12" titel="T"><partnerschap sleutel="p" naam="P"/><bijlage sleutel="b" titel="B"><alinea>Tekst.</alinea></bijlage></jaarverslag>' >"$T/een.xml"
    code 0 "$J" render -t bijlage --for b -o "$T/both.pdf" "$T/een.xml"
    grep -q ': 1 pagina, ' "$T/err" || { cat "$T/err"; return 1; }
    code 0 "$J" render --lang en -t bijlage --for b -o "$T/both.pdf" "$T/een.xml"
    grep -q ': 1 page, ' "$T/err"
}
ok "render: one page is no pages" one_page

ten_faults() {
    copy
    planted=()
    plant leerlingen.csv ';[0-9][0-9]*' ';-5' || plant leerlingen.csv ',[0-9][0-9]*' ',-5'
    plant hoofdstuk-1.xml '</alinea>' '</aline>'
    plant hoofdstuk-2.xml '<alinea>' '<alinia>'
    plant hoofdstuk-3.xml 'titel="' 'tittel="'
    plant hoofdstuk-4.xml 'feit="' 'feit="geen.'
    plant hoofdstuk-5.xml '<alinea>' '<alinea>A \& B '
    plant samenvatting.xml '<alinea>' '<alinea soort="groot">'
    plant voorwoord.xml '<alinea>' '<alinea><onbekend/>'
    plant begroting.xml '<begroot bedrag="' '<begroot bedrag="1,'
    plant bijlage-8.xml 'sleutel="[a-z0-9-]*"' 'sleutel="Hoofdletter"'
    code 1 "$J" check "$T/in" || return 1
    [ ${#planted[@]} -eq 10 ] || return 1
    for place in "${planted[@]}"; do
        grep -q "^$place[0-9]*: fout: " "$T/err" || { echo "not told: $place"; cat "$T/err"; return 1; }
    done
}
ok "ten planted faults are all told with their lines" ten_faults
ok "faults: nothing is written" silent 1 "$J" render -o "$T/x.pdf" "$T/in"
ok "faults: no file" test ! -e "$T/x.pdf"
ok "faults: no facts" silent 1 "$J" facts "$T/in"
json() { code 1 "$J" check --format json "$T/in"; python3 -c 'import json,sys
for l in open(sys.argv[1]):
    d = json.loads(l)
    assert {"file","line","column","severity","code","message","found","expected","path"} <= set(d), d' "$T/out"; }
command -v python3 >/dev/null && ok "check --format json: an object a line" json
english() { LC_ALL=en_GB.UTF-8 code 1 "$J" check "$T/in" && grep -q ': error: ' "$T/err" && ! grep -q ': fout: ' "$T/err"; }
ok "messages in English" english
ok "messages in English by --lang" sh -c "'$J' check --lang en '$T/in' 2>&1 | grep -q ': error: '"

# fact ID VALUE STATUS
"$J" facts --format csv input/bos-2020-2021 >"$T/facts.csv" 2>/dev/null
fact() { grep -q "^$1,$2,[^,]*,$3," "$T/facts.csv" || { grep "^$1," "$T/facts.csv"; return 1; }; }
while read -r id value state; do
    ok "fact $id" fact "$id" "$value" "$state"
done <<'FACTS'
studenten.totaal 246 partial
studenten.partners 202 known
studenten.overig 44 partial
studenten.dusi 199 known
studenten.instituut.flot.totaal 167 known
studenten.instituut.flot.uniek 164 known
studenten.instituut.flot.aandeel 67 partial
studenten.niveau.vt1.totaal 62 known
studenten.niveau.vt1.aandeel 30.7 known
leerlingen.totaal 13035 known
streefaantal.totaal 261 known
streefaantal.som 262 known
streefaantal.gehaald 7 [a-z]*
school.newman.dichtheid 1.40 known
school.newman.bonus 6160.00 known
school.newman.vergoeding 9660.00 known
bonus.bedrag 15120.00 [a-z]*
vergoeding.totaal 71120.00 partial
begroting.totaal 269243.00 known
realisatie.totaal 201892.05 known
onderuitputting.bedrag 67350.95 known
onderuitputting.aandeel 25.0 known
resultaat.begroot -19243.00 known
resultaat.realisatie 48107.95 known
reserve.begin 160754.45 known
reserve.eind 208862.40 known
bekostiging.volgend 290045.00 known
FACTS
ok "explain" code 0 "$J" explain input/bos-2020-2021 studenten.totaal
ok "explain: no such fact" code 2 "$J" explain input/bos-2020-2021 geen.feit

ok "render" code 0 "$J" render -o "$T/a.pdf" input/bos-2020-2021
ok "render: qpdf finds no fault" qpdf --check "$T/a.pdf"
ok "render to standard output" sh -c "'$J' render -o - input/bos-2020-2021 2>/dev/null >'$T/b.pdf'"
ok "render: the same bytes" cmp "$T/a.pdf" "$T/b.pdf"
same_elsewhere() {
    copy
    (cd "$T/in" && TZ=Asia/Tokyo LC_ALL=C "$J" render -o "$T/c.pdf" . 2>/dev/null)
    cmp "$T/a.pdf" "$T/c.pdf"
}
ok "render: the same bytes in another folder, time zone and locale" same_elsewhere
ok "render: a folder that is not there" code 3 "$J" render -o "$T/nergens/x.pdf" input/bos-2020-2021
ok "render: a full disk" code 3 "$J" render -o /dev/full input/bos-2020-2021
ok "nothing half-written is left" sh -c "test -z \"\$(ls '$T' | grep '\.pdf\.')\""
caught() { # PROCESS: it is the program, and SIGSEGV (bit 10) has its handler
    case $(readlink "/proc/$1/exe") in *jaarverslag) [ $((0x$(sed -n 's/^SigCgt:[[:space:]]*//p' "/proc/$1/status") & 0x400)) -ne 0 ] ;; *) false ;; esac
}
crash() { # held by a pipe that nobody reads
    mkfifo "$T/pipe"
    "$J" render -o "$T/pipe" input/bos-2020-2021 2>"$T/err" &
    local held=$! got=0
    until caught $held; do sleep 0.1; done
    kill -SEGV $held
    wait $held || got=$?
    [ $got -eq 5 ] && grep -q 'interne fout' "$T/err"
}
ok "a crash is reported" crash
hostile() { # input that is no input
    head -c 100000 /dev/urandom >"$T/noise.xml"
    silent 1 "$J" check "$T/noise.xml" && : >"$T/empty.xml" && silent 1 "$J" check "$T/empty.xml" &&
        mkfifo "$T/fifo.xml" && silent 3 timeout 600 "$J" check "$T/fifo.xml" && silent 3 "$J" check /dev/zero
}
ok "input that is no input" hostile
unreadable() {
    [ "$(id -u)" -ne 0 ] || return 0
    copy
    chmod 000 "$T/in/jaarverslag.xml"
    silent 3 "$J" check "$T/in"
}
ok "input that may not be read" unreadable
installed() {
    make -s install DESTDIR="$T/stage" PREFIX=/usr && (cd / && code 0 "$T/stage/usr/bin/jaarverslag" render -o "$T/d.pdf" "$OLDPWD/input/bos-2020-2021") &&
        cmp "$T/a.pdf" "$T/d.pdf"
}
watching() {
    copy
    "$J" watch -o "$T/w.pdf" "$T/in" >/dev/null 2>"$T/err" &
    local watcher=$! n=0 first
    until [ -e "$T/w.pdf" ] || [ $((n += 1)) -gt 6000 ]; do sleep 0.1; done
    first=$(sha256sum <"$T/w.pdf")
    sed -i 's/<alinea>/<alinea>Gewijzigd. /' "$T/in/voorwoord.xml"
    n=0
    until [ "$(sha256sum <"$T/w.pdf")" != "$first" ] || [ $((n += 1)) -gt 6000 ]; do sleep 0.1; done
    kill $watcher
    wait $watcher 2>/dev/null
    [ "$(sha256sum <"$T/w.pdf")" != "$first" ]
}
ok "watch renders again" watching
ok "watch does not write to standard output" silent 2 "$J" watch -o - input/bos-2020-2021
impossible() { # FILE ATTRIBUTE VALUE CODE: such a day or time does not exist
    copy
    sed -i "0,/ $2=\"[^\"]*\"/s// $2=\"$3\"/" "$T/in/$1"
    code 1 "$J" check "$T/in" && grep -q "$1:[0-9]*:[0-9]*: fout: .*$2.*\[$4\]" "$T/err"
}
for day in 2021-02-29 2021-04-31 2021-13-01 2021-00-10; do
    ok "there is no $day" impossible stuurgroep.xml vergadering $day R005
done
ok "nor a day without its month in figures" impossible stuurgroep.xml vergadering 'oktober 2021' I307
ok "nor 27:30" impossible stuurgroep.xml van 27:30 I307
numbers() { # every number of the text once, on standard output, with what it was matched to
    copy
    sed -i '0,/<alinea>/s||<alinea>In totaal hadden we 202 studenten van partners, in schooljaar 2020-2021.</alinea><alinea>|' "$T/in/hoofdstuk-4.xml"
    code 0 "$J" check --numbers "$T/in" && grep -q 'hoofdstuk-4.xml:[0-9]*:[0-9]*: 202 studenten (aantal): zegt hetzelfde als studenten.partners = 202$' "$T/out" &&
        code 0 "$J" check --numbers --format json "$T/in" && grep -q '"written":"202","kind":"aantal","value":"202","high":null,"noun":"studenten","verdict":"agrees","fact":"studenten.partners"}' "$T/out"
}
ok "numbers of the text are listed" numbers
ok "installed, it makes the same bytes" installed
exit $status
