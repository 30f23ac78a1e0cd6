#!/bin/bash
# The facts of every input, and of partnerships made at random (FACTS=12 of them, from SEED=1): each is recomputed from its
# printed expression alone (tests/facts/herrekenen.py), value and status; and every count in turn made unknown. The forms in
# which the facts come; the list of all that there can be; explanations at a glance and in full.
cd "$(dirname "$0")/../.." || exit 1
J=${J:-$PWD/build/jaarverslag}
T=$(mktemp -d)
trap 'rm -rf "$T"' EXIT
export LC_ALL=C.UTF-8
status=0
ok() { # NAME: what was run just before succeeded
    if [ $? -eq 0 ]; then echo "ok $1"; else echo "not ok $1"; status=1; fi
}
for input in input/bos-2020-2021 input/boss-po input/noord-holland input/voorbeeld tests/golden/jaren/2022-2023 tests/partnerships/*.xml; do
    "$J" facts --format json "$input" >"$T/$(basename "$input").json" 2>/dev/null
done
python3 tests/facts/herrekenen.py "$T"/*.json
ok "every fact follows from its printed expression"
rm "$T"/*.json
first=${SEED:-1} last=$((${SEED:-1} + ${FACTS:-12} - 1))
python3 tests/partnerships/willekeurig.py "$T" "$first" "$last" &&
    for seed in $(seq "$first" "$last"); do "$J" facts --format json "$T/$seed.xml" >"$T/$seed.json" 2>/dev/null; done &&
    python3 tests/facts/herrekenen.py "$T"/*.json
ok "and so it does of partnerships at random"
mkdir "$T/cel" && python3 tests/facts/herrekenen.py --cells "$J" tests/partnerships/drie-locaties.xml "$T/cel" &&
    python3 tests/facts/herrekenen.py --cells "$J" tests/partnerships/een-locatie.xml "$T/cel"
ok "a cell made unknown makes no fact surer"

B=input/bos-2020-2021
"$J" facts "$B" 2>/dev/null | head -1 | tr -d '\r' | grep -qx 'id,value,unit,status,formula,source,label'
ok "the last column is the name in words"
"$J" facts "$B" 2>/dev/null | grep -q '^bonus.bedrag,15120.00,EUR,partial,.*,"Bonus voor extra studenten, totaal"'
ok "a name in words"
for form in ods xlsx; do
    "$J" facts --format $form -o "$T/a.$form" "$B" 2>/dev/null && "$J" facts --format $form "$B" >"$T/b.$form" 2>/dev/null && cmp -s "$T/a.$form" "$T/b.$form"
    ok "$form: the same to a file and to the output"
    python3 - "$T/a.$form" <<'PY'
import sys, zipfile, xml.dom.minidom, re
z = zipfile.ZipFile(sys.argv[1])
assert z.testzip() is None
for name in z.namelist():
    if name.endswith((".xml", ".rels")):
        xml.dom.minidom.parseString(z.read(name))
sheet = z.read("content.xml" if "content.xml" in z.namelist() else "xl/worksheets/sheet1.xml").decode()
assert z.namelist()[0] in ("mimetype", "[Content_Types].xml")
assert re.search(r'office:value="15120.00"|<v>15120.00</v>', sheet), "a number is a number"
assert "Bonus voor extra studenten, totaal" in sheet
PY
    ok "$form: whole, and a number is a number"
done
"$J" facts --list >"$T/list" && [ "$(grep -c . "$T/list")" -gt 200 ] && grep -q '^school.LOCATIE.studenten,"studenten",' "$T/list" && "$J" facts --list --format json | python3 -c 'import json, sys; assert len(json.load(sys.stdin)["facts"]) > 200'
ok "the list of all facts"
"$J" facts --list "$B" 2>/dev/null | cmp - "$T/list"
ok "the list is the same for every input"
"$J" explain "$B" bonus.bedrag 2>/dev/null >"$T/explained"
grep -q '27 × 8 × €.70,00 = €.15.120,00' "$T/explained" && grep -q 'ontbreekt: school.isb.bonus (International School Breda' "$T/explained" &&
    grep -q 'bron: .*leerlingen.csv:2–17' "$T/explained" && [ "$(grep -c . "$T/explained")" -lt 30 ]
ok "an explanation at a glance"
"$J" explain --depth 12 "$B" bonus.bedrag 2>/dev/null | grep -q '^ *aantal  24  \[input/bos-2020-2021/studenten-per-instituut.csv'
ok "an explanation in full"
"$J" explain --depth 0 "$B" bonus.bedrag >/dev/null 2>&1
[ $? -eq 2 ]
ok "a depth is a number of levels"

# A document decides on exact values: 74,6% is below a norm of 75, and is not printed as 75%.
school() { # HO OVERIG: the document of the one school, as text
    cat >"$T/school.xml" <<XML
<jaarverslag xmlns="urn:nl:jaarverslag:1" schooljaar="2020-2021" datum="2021-10-01" titel="X"><partnerschap sleutel="x" naam="X"><bestuur sleutel="b" naam="B"/>
<instituut sleutel="ho" naam="H" partner="ja"/><instituut sleutel="overig" naam="Overig" partner="nee"/><locatie sleutel="s" naam="School" bestuur="b"/></partnerschap>
<parameters><partneraandeel waarde="75"/></parameters>
<studenten><per-instituut><telling locatie="s" ho="$1" overig="$2"/></per-instituut></studenten></jaarverslag>
XML
    "$J" render --for s --dump document -o - "$T/school.xml" 2>/dev/null | sed 's/<[^>]*>//g' | tr -s ' \n' ' '
}
school 746 254 | grep -q '74,6% van de studenten komt van een partner; de norm is 75%'
ok "a share just below the norm is"
! school 750 250 | grep -q 'de norm is'
ok "a share on the norm is not"
exit $status
