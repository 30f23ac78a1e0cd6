#!/bin/bash
# batch: names, manifest, recipients, resume by content, shards and merging, signals, locks, progress, exit codes.
cd "$(dirname "$0")/../.." || exit 1
J=${J:-$PWD/build/jaarverslag}
T=$(mktemp -d)
trap 'rm -rf "$T"' EXIT
unset LC_ALL LC_MESSAGES LANG SOURCE_DATE_EPOCH
export LANG=C.UTF-8
status=0

. tests/command/common
rows() { grep '^{"job":' "$1/manifest.json"; }
field() { sed -n "s/.*[{,]\"$1\":\"\\{0,1\\}\\([^\",}]*\\).*/\\1/p"; } # field NAME: of rows on standard input
same_pdf() { "$J" render -o "$T/same.pdf" "${@:3}" "$1" 2>/dev/null && cmp "$T/same.pdf" "$2"; }
made() { # made N COMMAND...: the run makes exactly N documents anew
    local want=$1
    shift
    code 0 "$@" --format json || return 1
    [ "$(grep -c '"unchanged":false,"job"' "$T/out")" -eq "$want" ] || { cut -c1-200 "$T/out"; return 1; }
}
for name in alfa beta gamma; do cp -r input/voorbeeld "$T/$name"; done
inputs=("$T/alfa" "$T/beta/jaarverslag.xml" "$T/gamma/")

# ---- what it makes ----
ok "a run" code 0 "$J" batch -j 2 -o "$T/een" "${inputs[@]}"
ok "nothing on standard output" test ! -s "$T/out"
ok "a line for every document" test "$(grep -c 'jaarverslag.pdf: [0-9]* pagina' "$T/err")" -eq 3
ok "file names of the inputs" sh -c "cd '$T/een' && test -s alfa/jaarverslag.pdf && test -s beta/jaarverslag.pdf && test -s gamma/jaarverslag.pdf"
ok "the bytes that render makes" same_pdf "$T/beta" "$T/een/beta/jaarverslag.pdf"
ok "nothing else is left" test "$(find "$T/een" -type f | wc -l)" -eq 5
ok "the manifest has a row for each" test "$(rows "$T/een" | field status | grep -c done)" -eq 3
checksums() { (cd "$T/een" && grep '^{"job"' manifest.json | sed 's/.*"output":"\([^"]*\)".*"sha256":"\([0-9a-f]*\)".*/\2  \1/' | sha256sum --quiet -c -); }
ok "checksums of the manifest" checksums
json() { python3 -c 'import json,sys; m = json.load(open(sys.argv[1])); assert {"input","template","recipient","status","pages","bytes","sha256","messages"} <= set(m["jobs"][0]), m' "$T/een/manifest.json"; }
command -v python3 >/dev/null && ok "the manifest is JSON with the fields promised" json
ok "the index is well-formed" xmllint --noout "$T/een/index.html"
ok "and links to each" test "$(grep -c '<a href=' "$T/een/index.html")" -eq 3
cp -r input/voorbeeld "$T/teken"
sed -i 's/titel="Jaarverslag 2022-2023"/titel="Teken \&quot;,\&quot;messages\&quot;:[ en verder"/' "$T/teken/jaarverslag.xml"
ok "a title that looks like a manifest" code 0 "$J" batch -j 1 -o "$T/teken-uit" "$T/teken"
ok "stays a title, in manifest and index" test "$(grep -c '"title":"Teken \\",\\"messages\\":\[ en verder","messages":\[' "$T/teken-uit/manifest.json") $(grep -c 'Teken [^<]*messages[^<]*:\[ en verder' "$T/teken-uit/index.html")" = "1 1"
one_and_many() { code 0 "$J" batch -j 1 -o "$T/j1" "${inputs[@]}" && diff -r "$T/een" "$T/j1" && code 0 "$J" batch -j 7 -o "$T/j7" "${inputs[@]}" && diff -r "$T/een" "$T/j7"; }
ok "the same tree with one process and with seven" one_and_many

mkdir "$T/noord" "$T/zuid"
cp -r input/voorbeeld "$T/noord/2021"; cp -r input/voorbeeld "$T/zuid/2021"
ok "inputs of one name" code 0 "$J" batch -o "$T/namen" "$T/noord/2021" "$T/zuid/2021" "$T/alfa"
ok "get the folder above in front" sh -c "cd '$T/namen' && test -s noord/2021/jaarverslag.pdf && test -s zuid/2021/jaarverslag.pdf && test -s alfa/jaarverslag.pdf"
ok "the same input twice counts once" sh -c "'$J' batch -o '$T/dubbel' '$T/alfa' '$T/alfa/jaarverslag.xml' 2>'$T/err'; test \$(grep -c '^{\"job\"' '$T/dubbel/manifest.json') -eq 1 && grep -q 'S126' '$T/err'"
mkdir "$T/a" "$T/b"; cp templates/jaarverslag.xsl "$T/a/x.xsl"; cp templates/jaarverslag.xsl "$T/b/x.xsl"
sed -i "s|href=\"lib/|href=\"$PWD/templates/lib/|" "$T/a/x.xsl" "$T/b/x.xsl"
ok "two templates of one name are refused" code 2 "$J" batch -o "$T/botst" -t "$T/a/x.xsl" -t "$T/b/x.xsl" "$T/alfa"
ok "before anything is written" test ! -e "$T/botst"
ok "two templates of two names" code 0 "$J" batch -o "$T/sjablonen" -t "$T/a/x.xsl" -t jaarverslag "$T/alfa"
ok "make two documents" test -s "$T/sjablonen/alfa/x.pdf" -a -s "$T/sjablonen/alfa/jaarverslag.pdf"
ok "style and profile reach the documents" code 0 "$J" batch -o "$T/stijl" --style marge --profile draft "$T/alfa"
ok "as they do in render" same_pdf "$T/alfa" "$T/stijl/alfa/jaarverslag.pdf" --style marge --profile draft
ok "inputs from a list" sh -c "printf '%s\\n' '$T/alfa' '$T/beta' | '$J' batch -o '$T/lijst' --inputs-from - '$T/gamma' 2>/dev/null; test \$(grep -c '^{\"job\"' '$T/lijst/manifest.json') -eq 3"
ok "inputs from a pipe" sh -c "mkfifo '$T/fifo'; echo '$T/alfa' >'$T/fifo' & '$J' batch -o '$T/lijst' --inputs-from '$T/fifo' 2>/dev/null"
ok "inputs from a list with NUL" sh -c "printf '%s\\0' '$T/alfa' '$T/beta' >'$T/nul'; '$J' batch -o '$T/lijst' --inputs-from '$T/nul' 2>/dev/null; test \$(grep -c '^{\"job\"' '$T/lijst/manifest.json') -eq 2"

# ---- recipients ----
ok "a document for each school and board" code 0 "$J" batch -j 2 -o "$T/elk" --each school --each board "$T/alfa" input/bos-2020-2021
each() { # the schools and boards of the input, one file each, named after their keys
    local expected
    expected=$(grep -ho '<\(locatie\|bestuur\) sleutel="[a-z0-9-]*"' "$1" | sed 's/<locatie sleutel="/school-/;s/<bestuur sleutel="/bestuur-/;s/"/.pdf/' | sort)
    [ "$(ls "$T/elk/$2" | sort)" = "$expected" ] || { ls "$T/elk/$2"; return 1; }
}
ok "named after their keys" each input/voorbeeld/jaarverslag.xml alfa
ok "also where the partnership is in a file of its own" each input/bos-2020-2021/partnerschap.xml bos-2020-2021
ok "each gets its own" sh -c "pdftotext '$T/elk/bos-2020-2021/school-newman.pdf' - | grep -q Newmancollege && ! pdftotext '$T/elk/bos-2020-2021/school-newman.pdf' - | grep -q Markenhage"
ok "the bytes that render --for makes" same_pdf input/bos-2020-2021 "$T/elk/bos-2020-2021/school-newman.pdf" --for newman
ok "the index names the recipients" grep -q '>Newmancollege, school</a>' "$T/elk/index.html"
ok "in a section for each input" test "$(grep -c '<section' "$T/elk/index.html")" -eq 2
ok "everything by the templates alone" code 0 "$J" batch -j 2 -o "$T/alles" -t school -t jaarverslag -t bestuur "$T/alfa"
ok "five documents" test "$(rows "$T/alles" | field status | grep -c done)" -eq 5
ok "a template for others than --each" code 2 "$J" batch -o "$T/mis" -t school --each board "$T/alfa"
ok "recipients without a template" code 2 "$J" batch -o "$T/mis" -t school --each board --each school "$T/alfa"
ok "a template that is not there" code 1 "$J" batch -o "$T/geen" -t bestaat-niet "$T/alfa"

# ---- resume ----
ok "nothing to do" made 0 "$J" batch --resume -o "$T/een" "${inputs[@]}"
find "$T/alfa" "$T/beta" -exec touch -d 2030-01-01 {} +
ok "the clock does not count" made 0 "$J" batch --resume -o "$T/een" "${inputs[@]}"
sed -i 's/1240/1241/' "$T/beta/leerlingen.csv"
ok "a changed table: that document alone" made 1 "$J" batch --resume -o "$T/een" "${inputs[@]}"
ok "is made anew" same_pdf "$T/beta" "$T/een/beta/jaarverslag.pdf"
rm "$T/een/gamma/jaarverslag.pdf"; printf x >>"$T/een/alfa/jaarverslag.pdf"
ok "a missing and a damaged document" made 2 "$J" batch --resume -o "$T/een" "${inputs[@]}"
ok "are made anew too" same_pdf "$T/alfa" "$T/een/alfa/jaarverslag.pdf"
ok "another style: everything" made 3 "$J" batch --resume --style marge -o "$T/een" "${inputs[@]}"
mkdir "$T/data" "$T/data/input"; cp -r templates fonts "$T/data"; cp input/jaarverslag.xsd "$T/data/input"
export JAARVERSLAG_DATA=$T/data
ok "the program's files elsewhere: nothing" made 0 "$J" batch --resume --style marge -o "$T/een" "${inputs[@]}"
echo '<!-- -->' >>"$T/data/templates/style/bos.xml"
ok "a style that is not used: nothing" made 0 "$J" batch --resume --style marge -o "$T/een" "${inputs[@]}"
echo '<!-- -->' >>"$T/data/templates/style/marge.xml"
ok "the style that is used: everything" made 3 "$J" batch --resume --style marge -o "$T/een" "${inputs[@]}"
echo '<!-- -->' >>"$T/data/templates/lib/verhaal.xsl"
ok "a shared part of the template: everything" made 3 "$J" batch --resume --style marge -o "$T/een" "${inputs[@]}"
unset JAARVERSLAG_DATA
ok "one input more: that one alone" made 2 "$J" batch --resume -o "$T/namen" "$T/zuid/2021" "$T/gamma" "$T/noord/2021" "$T/alfa" "$T/beta"
cat >"$T/beeld.xsl" <<'XSL'
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:nl:jaarverslag:document" xmlns:j="urn:nl:jaarverslag:1">
  <xsl:template match="/j:jaarverslag">
    <document title="Beeld" lang="nl" date="{@datum}"><part master="body"><figure id="f"><image src="beeld.png" alt="beeld"/></figure></part></document>
  </xsl:template>
</xsl:stylesheet>
XSL
for name in p q; do cp -r input/voorbeeld "$T/$name"; cp samples/omslag.png "$T/$name/beeld.png"; done
sed -i 's|<parameters>|<vorige-jaren><vorig-jaar schooljaar="2022-2023" bestand="../q"/></vorige-jaren>&|; s|schooljaar="2022-2023" sj|schooljaar="2023-2024" sj|' "$T/p/jaarverslag.xml"
beeld() { made "$1" "$J" batch "${@:2}" -o "$T/beeld" -t "$T/beeld.xsl" "$T/p" "$T/q"; }
ok "a picture and an earlier year" beeld 2
ok "unchanged: nothing" beeld 0 --resume
cp samples/omslag-marge.png "$T/p/beeld.png"
ok "another picture: that document" beeld 1 --resume
sed -i 's/1240/1242/' "$T/q/leerlingen.csv"
ok "another earlier year: that year and who compares with it" beeld 2 --resume

# ---- shards ----
many=()
for i in $(seq 7); do cp -r input/voorbeeld "$T/stuk-$i"; many+=("$T/stuk-$i"); done
shard() { for i in 1 2 3; do code 0 "$J" batch -j 2 --shard $i/3 -o "$T/delen/deel-$i" --each school --each partnership "${many[@]}" || return 1; done; }
code 0 "$J" batch -j 2 -o "$T/heel" --each school --each partnership "${many[@]}"
ok "three shards" shard
summary() { rows "$1" | sed 's/"output":"\(deel-[0-9]\/\)\{0,1\}/"output":"/'; }
ok "no job twice, none left out" test "$(cat "$T"/delen/*/manifest.json | grep '^{"job"' | field job | sort -n | tr '\n' ' ')" = "$(seq -s ' ' 28) "
ok "merge" code 0 "$J" batch --merge -o "$T/delen" "$T/delen/deel-3" "$T/delen/deel-1/manifest.json" "$T/delen/deel-2"
merged() { diff <(summary "$T/delen") <(summary "$T/heel") && (cd "$T/delen" && grep -o '<a href="[^"]*' index.html | cut -c10- | xargs ls >/dev/null); }
ok "the account of the undivided run" merged
ok "resume after merging does nothing" made 0 "$J" batch --resume -o "$T/heel" --each school --each partnership "${many[@]}"
ok "merge misses a part" code 4 "$J" batch --merge -o "$T/delen2" "$T/delen/deel-3" "$T/delen/deel-1"
ok "and names it" grep -q 'deel 2 van 3 ontbreekt.*S129' "$T/err"
one_folder() { for i in 2 1; do code 0 "$J" batch --shard $i/2 -o "$T/samen" "${many[@]}" || return 1; done; [ "$(rows "$T/samen" | field status | grep -c done)" -eq 7 ]; }
ok "shards one after another into one folder" one_folder
ok "merge of what is no manifest" code 1 "$J" batch --merge -o "$T/delen2" input/jaarverslag.xsd
ok "merge of what is not there" code 3 "$J" batch --merge -o "$T/delen2" "$T/nergens"
two_results() { cp -r "$T/heel" "$T/anders"; sed -i '0,/"sha256":"./s//"sha256":"x/' "$T/anders/manifest.json"; code 4 "$J" batch --merge -o "$T/delen3" "$T/heel" "$T/anders"; }
ok "two results of one job" two_results

# ---- wrong use ----
ok "no input" code 2 "$J" batch
ok "shard 3/2" code 2 "$J" batch --shard 3/2 "$T/alfa"
ok "-j 0" code 2 "$J" batch -j 0 "$T/alfa"
ok "--each club" code 2 "$J" batch --each club "$T/alfa"
ok "--memory 1M" code 2 "$J" batch --memory 1M "$T/alfa"
ok "--timeout x" code 2 "$J" batch --timeout x "$T/alfa"
ok "-o -" code 2 "$J" batch -o - "$T/alfa"
ok "--for is of render" code 2 "$J" batch --for x "$T/alfa"
ok "--shard is of batch" code 2 "$J" render --shard 1/2 "$T/alfa"
ok "a folder that cannot be made" code 3 "$J" batch -o /proc/jaarverslag "$T/alfa"
mkdir -p "$T/bezet/manifest.json"
ok "a manifest that cannot be written: nothing is tried" code 3 "$J" batch -o "$T/bezet" "$T/alfa"
ok "and it says why" sh -c "grep -q 'is een map.*S103' '$T/err' && test ! -e '$T/bezet/alfa' -a ! -e '$T/bezet/.jaarverslag.journal'"
ok "an input that is not there is a failed job" code 4 "$J" batch -o "$T/mist" "$T/alfa" "$T/nergens"
ok "the index counts and links to it" grep -q '<p>1 document gemaakt, <a class="f" href="#mislukt">1 mislukt</a>.</p>' "$T/mist/index.html"
ok "and tells why" sh -c "grep -A5 'id=\"mislukt\"' '$T/mist/index.html' | grep -q 'nergens: document</th><td>.*kan niet worden gelezen: bestaat niet'"
ok "standard output that is full" code 3 sh -c "'$J' batch --format json -o '$T/vol' '$T/alfa' >/dev/full"
closed() { "$J" batch -o "$T/open" "$T/alfa" "$T/beta" 2>/dev/null && "$J" batch -o "$T/toe" "$T/alfa" "$T/beta" <&- >&- 2>&- && diff -r "$T/open" "$T/toe"; }
ok "closed standard streams: no file gets what is meant for them" closed
ok "a closed standard output cannot be written" sh -c "'$J' batch --format json -o '$T/toe' '$T/alfa' >&- 2>'$T/err'; test \$? -eq 3"

# ---- progress ----
ok "a line that changes on a terminal" sh -c "TERM=xterm python3 tests/command/terminal '$J' batch -o '$T/scherm' '$T/alfa' '$T/nergens' | grep -q '1 van 2 klaar, 1 mislukt'"
ok "English" sh -c "'$J' batch --lang en -o '$T/engels' '$T/alfa' 2>&1 | grep -q '^1 of 1 done; [0-9]* pages in' && grep -q 'lang=\"en\"' '$T/engels/index.html'"
ok "JSON: jobs and an end" sh -c "'$J' batch --format json -o '$T/json' '$T/alfa' 2>'$T/err' | tail -1 | grep -q '^{\"event\":\"end\",\"done\":1,' && test ! -s '$T/err'"
exit $status
