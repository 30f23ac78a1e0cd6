#!/bin/bash
# The review packet: last week's copy of the folder as the previous version, what may be named as such, fields in the draft, same bytes.
set -u
cd "$(dirname "$0")/../.."
J=$PWD/build/jaarverslag
T=$(mktemp -d)
trap 'rm -rf "$T"' EXIT
export LC_ALL=C.UTF-8
ok() { if [ "$2" = "$3" ]; then echo "ok $1"; else echo "not ok $1: got '$2', expected '$3'"; fi; }
text() { pdftotext "$1" - | tr '\n\302\240' '   ' | tr -s ' '; }

# what a project leader has: the folder, and a copy of it from before the last changes
cp -r input/voorbeeld "$T/nu"
cp -r "$T/nu" "$T/vorige-week"
sed -i 's/Vul hier uw eigen tekst in\./Het was een goed jaar./; s/6840\.25/6940.25/; s|</jaarverslag>|<vorige-versie bestand="../vorige-week" naam="de versie van vorige week"/></jaarverslag>|' "$T/nu/jaarverslag.xml"
"$J" render -t stuurgroep -o "$T/nu.pdf" "$T/nu" 2>"$T/err"
ok "steering-copy-of-the-folder" "$? $(grep -c 'waarschuwing\|fout' "$T/err")" "0 0"
ok "steering-names-the-version" "$(text "$T/nu.pdf" | grep -c 'Sinds de versie van vorige week van 29 september 2023 zijn [0-9]* cijfers, één gegeven en [a-z0-9]* tekst')" 1
ok "steering-words" "$(text "$T/nu.pdf" | grep -c 'opleidingsschool. Vul hier uw eigen tekst in Het was een goed jaar')" 1
ok "steering-difference" "$("$J" facts "$T/nu" 2>/dev/null | grep '^verandering.realisatie.totaal@vorige-versie,' | cut -d, -f2)" "100.00"
ok "steering-explained" "$("$J" explain "$T/nu" verandering.realisatie.totaal@vorige-versie 2>/dev/null | grep -c 'vorige-week/jaarverslag.xml' | awk '{ print ($1 > 0) }')" 1
ok "steering-mark" "$("$J" render -t stuurgroep --dump document -o - "$T/nu" 2>/dev/null | grep 'changed="yes"' | grep -c 'Het was een goed jaar')" 1
ok "steering-nothing-changed" "$("$J" render -t stuurgroep --previous "$T/nu" --dump document -o - "$T/nu" 2>/dev/null | grep -c 'changed="yes"\|id="pakketdeel-wijzigingen"')" 0

# --previous names it from outside, anywhere
"$J" render -t stuurgroep --previous "$T/vorige-week/jaarverslag.xml" -o "$T/p.pdf" input/voorbeeld 2>"$T/err"
ok "steering-option" "$? $(text "$T/p.pdf" | grep -c 'Wat is er veranderd')" "0 0"
sed 's/Het Vlietlyceum/Vlietlyceum/; s/Jet Winkelaar/Jet Winkel/' "$T/vorige-week/jaarverslag.xml" >"$T/vorige-week/ander.xml"
"$J" render -t stuurgroep --previous "$T/vorige-week/ander.xml" -o "$T/p.pdf" input/voorbeeld 2>"$T/err"
ok "steering-option-differs" "$? $(text "$T/p.pdf" | grep -c 'Jet Winkel Projectleider\|Winkel Winkelaar')" "0 1"
"$J" check --previous x input/voorbeeld 2>"$T/err"; ok "steering-option-of-render" $? 2

"$J" render -t stuurgroep --profile archive-3 -o "$T/a3.pdf" "$T/nu" 2>/dev/null
"$J" verify "$T/a3.pdf" >/dev/null 2>&1; ok "steering-made-again-from-its-source" $? 0
"$J" render -t stuurgroep --previous "$T/vorige-week" --profile archive-3 -o "$T/p3.pdf" input/voorbeeld 2>"$T/err"; ok "steering-option-not-in-archive" "$? $([ -e "$T/p3.pdf" ] && echo there)" "2 "

# one that is not there, another year, a link that leads away: told at the attribute
name() { sed -i "s|<vorige-versie bestand=\"[^\"]*\"|<vorige-versie bestand=\"$1\"|" "$T/nu/jaarverslag.xml"; }
name ../weg; "$J" render -t stuurgroep -o "$T/p.pdf" "$T/nu" 2>"$T/err"
ok "steering-missing" "$? $(grep -c 'jaarverslag.xml:[0-9]*:[0-9]*: waarschuwing.*R026' "$T/err")" "0 1"
mkdir "$T/oud"; sed 's/schooljaar="2022-2023"/schooljaar="2021-2022"/' "$T/vorige-week/jaarverslag.xml" >"$T/oud/jaarverslag.xml"; cp "$T"/nu/*.csv "$T/oud"
name ../oud; "$J" check "$T/nu" 2>"$T/err"; ok "steering-other-year" "$? $(grep -c 'R027' "$T/err")" "0 1"
ln -s /etc "$T/elders"; name ../elders/hostname; "$J" check "$T/nu" 2>"$T/err"; ok "steering-link-leads-away" "$? $(grep -c 'R017' "$T/err")" "1 1"
name /etc/hostname; "$J" check "$T/nu" 2>"$T/err"; ok "steering-absolute" "$? $(grep -c 'R017' "$T/err")" "1 1"
name ../vorige-week; sed -i 's/<\/hoofdstuk>/<\/hoofdstukk>/' "$T/vorige-week/jaarverslag.xml"
"$J" render -t stuurgroep -o "$T/p.pdf" "$T/nu" 2>"$T/err"; ok "steering-previous-has-faults" "$?" 0

# an explanation that is missing is a finding, and the packet says so
"$J" render -t stuurgroep -o "$T/klein.pdf" tests/golden/stuurgroep/nu 2>"$T/err"
ok "steering-explanation-missing" "$(grep -c 'R161' "$T/err") $(text "$T/klein.pdf" | grep -o 'Toelichting ontbreekt' | wc -l)" "1 2"

# fields only in the draft, each with a description and in the structure; every one has a name of its own
"$J" render -t stuurgroep --profile draft -o "$T/draft.pdf" input/bos-2020-2021 2>/dev/null
"$J" render -t stuurgroep -o "$T/archive.pdf" input/bos-2020-2021 2>/dev/null
ok "steering-sound" "$(qpdf --check "$T/draft.pdf" 2>&1 | grep -c 'No syntax') $(qpdf --check "$T/archive.pdf" 2>&1 | grep -c 'No syntax')" "1 1"
qpdf --qdf --object-streams=disable "$T/draft.pdf" "$T/draft.qdf" 2>/dev/null
fields=$(grep -ac '/FT /Tx' "$T/draft.qdf")
ok "steering-fields-described" "$([ "$fields" -gt 40 ] && grep -a '/TU (Opmerkingen bij\|/TU <feff004f0070006d' "$T/draft.qdf" | wc -l | awk '{ print ($1 > 25) }')" 1
ok "steering-archive-has-no-fields" "$(pdftotext "$T/archive.pdf" - | grep -c 'Uw opmerkingen')" 0
ok "steering-concept" "$("$J" render -t stuurgroep --profile draft --dump pages -o - input/voorbeeld 2>/dev/null | grep -c '"CONCEPT"' | awk '{ print ($1 > 1) }')" 1
ok "steering-concept-in-archive" "$("$J" render -t stuurgroep --dump pages -o - input/voorbeeld 2>/dev/null | grep -c '"CONCEPT"' | awk '{ print ($1 > 1) }')" 1
ok "steering-one-page-note" "$(pdftotext -f 2 -l 2 "$T/archive.pdf" - | head -1)" "In dit pakket"

# the same bytes wherever the input lies
cp -r input/bos-2020-2021 "$T/bos"
(cd "$T" && "$J" render -t stuurgroep -o elders.pdf bos 2>/dev/null)
ok "steering-same-bytes" "$(cmp "$T/archive.pdf" "$T/elders.pdf" && echo same)" same
# next year begins without this year's meeting and its previous version
"$J" new -o "$T/volgend" input/bos-2020-2021 2>/dev/null
ok "steering-new-year" "$(ls "$T/volgend" | grep -c '^concept') $("$J" check "$T/volgend" 2>&1 | grep -c 'fout:\|R02[67]') $("$J" facts "$T/volgend" 2>/dev/null | grep -c '^besluiten')" "0 0 0"
# and nothing of it for one school
"$J" render --for beatrix --dump document -o - input/bos-2020-2021 2>/dev/null >"$T/school.xml"
ok "steering-not-for-one-school" "$(grep -c 'Voorgesteld besluit\|vorige-versie' "$T/school.xml")" 0
