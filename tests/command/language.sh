#!/bin/bash
# The description of the input language: what has no line in it, or one that contradicts itself, does not build.
set -u
cd "$(dirname "$0")/../.."
T=$(mktemp -d)
trap 'rm -rf "$T"' EXIT
ok() { if [ "$2" = "$3" ]; then echo "ok $1"; else echo "not ok $1: got '$2', expected '$3'"; fi; }
# refused NAME SED-COMMAND WORDS: the schema changed that way does not become tables, and the message has those words.
refused() {
    sed "$2" input/jaarverslag.xsd >"$T/x.xsd"
    cmp -s "$T/x.xsd" input/jaarverslag.xsd && { echo "not ok language-$1: the change changes nothing"; return; }
    mkdir -p "$T/$1"
    python3 src/language/generate.py "$T/x.xsd" "$T/$1" >/dev/null 2>"$T/err"
    ok "language-$1" "$? $(grep -qE "^$T/x.xsd:[0-9]+: .*$3" "$T/err" && echo told) $(ls "$T/$1" | wc -l)" "1 told 0"
}
mkdir "$T/good"
python3 src/language/generate.py input/jaarverslag.xsd "$T/good"; ok language-builds "$? $(ls "$T/good" | tr '\n' ' ')" "0 tables.c words.h "
refused attribute-without-line '0,/name="kenmerk"/s/name="kenmerk" \(type="[^"]*"\).*>/name="kenmerk" \1>/' 'kenmerk has no description'
refused new-attribute '0,/<xs:complexType name="bate".*/s//&<xs:attribute name="nieuw" type="j:tekst-waarde"\/>/' 'nieuw has no description'
refused element-without-line 's/<xs:complexType name="bate" .*>/<xs:complexType name="bate">/' 'type bate has no description'
refused unknown-word 's/t:over="instituut"/t:over="onzin"/' 'onzin.* is no word of the legend'
refused kind-left-open 's/\(name="gerealiseerd".*t:soort="geld"\) t:volgend="onbekend"/\1/' 'leaves open what volgend does'
refused person-in-public 's/\(name="vervangt".*\)t:openbaar="vervangen"/\1t:openbaar="blijft"/' 'names a person'
refused count-in-public 's/\(name="opkomst".*\)t:soort="personen"/\1t:soort="personen" t:openbaar="blijft"/' 'may count persons'
refused reference-to-nothing 's/t:soort="verwijzing" t:naar="bestuur instituut"/t:soort="verwijzing"/' 'a reference says t:naar'
refused heading-twice 's/\(name="gerealiseerd".*t:kolom=\)"Gerealiseerd"/\1"Begroot"/' 'have the heading'
refused unknown-role 's/t:rol="doelen"/t:rol="onzin"/' 'onzin.* is no word of the legend'
refused called-by-nothing 's/t:heet="persoon locatie school"/t:heet="onzin"/' '@onzin is no attribute of lid'
refused thing-without-name 's/\(name="bate" .*\) t:heet="naam"/\1/' 'what does a reader call bate'
refused public-word-of-attribute 's/t:rol="tabel" t:over="niemand" \(.*\)t:openbaar="blijft"/t:rol="tabel" t:over="niemand" \1t:openbaar="klein"/' 'an element cannot have t:openbaar'
refused recipient-without-owner 's/\(name="baten" .*\)t:ontvanger="weg"/\1t:ontvanger="eigen"/' 'whose is it'
refused recipient-word-of-element 's/\(name="teken" .*t:soort="code"\) t:ontvanger="weg"/\1 t:ontvanger="deels"/' 'an attribute cannot have t:ontvanger'
refused change-without-leaving 's/element="paragraaf" attribuut="korte-titel"/element="paragraaf" attribuut="titel"/' 'paragraaf/@titel: the old name is still there'
refused change-of-tomorrow 's/t:verandering versie="2"/t:verandering versie="3"/' 'a change is of a version up to'
# what an editor completes is what the program draws, and a kind of one's own stays possible
mkdir "$T/kinds"
sed 's/soort="streefaantallen"/soort="qqqqqqqqqqqq"/' input/voorbeeld/jaarverslag.xml >"$T/kinds/jaarverslag.xml"
cp input/voorbeeld/*.csv "$T/kinds"
completed=$(sed -n '/name="figuursoort-waarde"/,/^  <\/xs:simpleType>$/p' input/jaarverslag.xsd | grep -o 'enumeration value="[^"]*' | cut -d'"' -f2 | sort | tr '\n' ' ')
drawn=$(build/jaarverslag check "$T/kinds" 2>&1 | sed -n 's/.*verwacht: \(.*\); .*\[R217\]$/\1/p' | sed 's/;.*//; s/, /\n/g' | sort | tr '\n' ' ')
ok language-figure-kinds "$completed" "${drawn:-none}"
styles=$(sed -n '/name="tabelstijl-waarde"/,/^  <\/xs:simpleType>$/p' input/jaarverslag.xsd | grep -o 'enumeration value="[^"]*' | cut -d'"' -f2 | sort | tr '\n' ' ')
ok language-table-styles "$styles" "$(sed -n 's/^ *<table name="\([^"]*\)".*/\1/p' templates/style/bos.xml | sort | tr '\n' ' ')"
ok language-own-kind "$(build/jaarverslag check "$T/kinds" 2>&1 | grep -c 'I3[0-9][0-9]')" 0
