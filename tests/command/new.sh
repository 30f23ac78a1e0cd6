#!/bin/bash
# jaarverslag new: next year's input is complete, asks for what is unknown, and can be rendered as it is.
set -u
cd "$(dirname "$0")/../.."
J=$PWD/build/jaarverslag
T=$(mktemp -d)
trap 'rm -rf "$T"' EXIT
ok() { if [ "$2" = "$3" ]; then echo "ok $1"; else echo "not ok $1: got '$2', expected '$3'"; fi; }
yes() { if eval "$2"; then echo "ok $1"; else echo "not ok $1: $2"; fi; }

cp -r input/bos-2020-2021 input/voorbeeld "$T"
cd "$T"
"$J" new -o bos-2021-2022 bos-2020-2021 >uit 2>err; ok "new-exit" $? 0
ok "new-nothing-on-stdout" "$(wc -c <uit)" 0
"$J" check bos-2021-2022 2>check; ok "new-checks-without-errors" $? 0
yes "new-asks-for-text" 'grep -q "R703" check'
yes "new-names-the-year-before" 'grep -q "<vorig-jaar schooljaar=\"2020-2021\" bestand=\"../bos-2020-2021\"/>" bos-2021-2022/jaarverslag.xml'
"$J" render -o nieuw.pdf bos-2021-2022 2>err; ok "new-renders" $? 0
"$J" facts bos-2021-2022 >feiten.csv 2>err
ok "new-counts-are-unknown" "$(grep '^studenten.totaal,' feiten.csv | cut -d, -f2,4)" ",unknown"
ok "new-knows-last-year" "$(grep '^studenten.totaal@2020-2021,' feiten.csv | cut -d, -f2,4)" "246,partial"
ok "new-reserve-goes-on" "$(grep '^reserve.begin,' feiten.csv | cut -d, -f2)" "208862.40"
mkdir open
cat >open/jaarverslag.xml <<'XML'
<jaarverslag xmlns="urn:nl:jaarverslag:1" schooljaar="2020-2021" datum="2021-10-01"><partnerschap sleutel="x" naam="X"><bestuur sleutel="b" naam="B"/></partnerschap>
<begroting><rubriek sleutel="r" naam="R"><regel sleutel="a" naam="A"><begroot bedrag="10"/><gerealiseerd bedrag="?"/></regel>
<regel sleutel="c" naam="C"><begroot bedrag="10"/><gerealiseerd bedrag="8"/></regel></rubriek></begroting>
<baten><bate sleutel="s" naam="S" begroot="20" gerealiseerd="20"/></baten>
<reserve naam="Reserve" begin="100"/></jaarverslag>
XML
"$J" new -o open-verder open >/dev/null 2>err
yes "new-reserve-says-incomplete" 'grep -q "begin=\"112.00\"/> <!-- 2020-2021: begin uit onvolledige gegevens -->" open-verder/jaarverslag.xml'
yes "new-points-become-goals" 'sed -n "/<doelstellingen/,/<\/doelstellingen>/p" bos-2021-2022/hoofdstuk-1.xml | grep -q "gelijkmatiger over de scholen"'
yes "new-goals-come-from-this-report" 'grep -q "<doelstellingen bron=\"jaarverslag BOS 2020-2021\">" bos-2021-2022/hoofdstuk-1.xml'
yes "new-keeps-last-years-values" 'grep -q "<!-- 2020-2021: fte 0.6 -->" bos-2021-2022/begroting.xml'
ok "new-touches-nothing" "$(diff -r bos-2020-2021 "$OLDPWD/input/bos-2020-2021" && echo same)" same
"$J" new -o bos-2022-2023 bos-2021-2022 2>err; ok "new-of-new" $? 0
"$J" render -o nieuwer.pdf bos-2022-2023 2>err; ok "new-of-new-renders" $? 0
"$J" new -o bos-2021-2022 bos-2020-2021 2>err; ok "new-refuses-a-full-folder" "$? $(grep -c S105 err)" "3 1"
mkdir leeg
"$J" new -o leeg/ voorbeeld 2>err; ok "new-fills-an-empty-folder" "$? $(ls leeg | tr '\n' ' ')" "0 jaarverslag.xml leerlingen.csv studenten.csv "
"$J" new -o ver/weg/jaar voorbeeld 2>err; ok "new-elsewhere-states-values" "$? $(grep -c 'feit="studenten.partners" waarde="34"' ver/weg/jaar/jaarverslag.xml)" "0 1"
"$J" check ver/weg/jaar 2>check; ok "new-elsewhere-checks" $? 0
# What was empty for everyone stays so; a location without a row is asked for; days in labels move on.
cp -r voorbeeld lege
printf 'locatie;aantal\nDijkzicht College;1240\nPraktijkschool De Brug;170' >lege/leerlingen.csv
sed -i 's|</baten>|</baten>\n  <reserve naam="Reserve per 1 augustus 2022, niet 29 februari 2020" begin="1000"/>|' lege/jaarverslag.xml
"$J" new -o lege2 lege 2>err; ok "new-a-location-without-row" "$? $(tr '\n' ' ' <lege2/leerlingen.csv)" "0 locatie;aantal Dijkzicht College;? Praktijkschool De Brug;? vlietlyceum;? "
ok "new-empty-cells" "$(sed -n '2,4p' lege2/studenten.csv | tr '\n' ' ')" "Dijkzicht College;hogeschool;?;?;?; Dijkzicht College;universiteit;;;;? Dijkzicht College;overig;?;?;?; "
ok "new-days-in-labels" "$(grep -c 'Reserve per 1 augustus 2023, niet 29 februari 2020' lege2/jaarverslag.xml)" 1
cp -r "$OLDPWD/input/boss-po" .
"$J" new -o boss2 boss-po 2>err; ok "new-keeps-the-offer" "$? $(grep -c '<activiteit' boss2/*.xml | tail -1 | cut -d: -f2) $(grep -c R218 err)" "0 $(grep -c '<activiteit' boss-po/*.xml | tail -1 | cut -d: -f2) 0"
sed -i '/Dijkzicht/d' lege/studenten.csv
rm -r lege2
"$J" new -o lege2 lege 2>err; ok "new-names-a-location-without-placements" "$? $(grep -c 'Dijkzicht College heeft geen aantallen in plaatsingen.*R155' err)" "0 1"
sed -i 's/aantal/aantl/' voorbeeld/leerlingen.csv
"$J" new -o fout voorbeeld 2>err; ok "new-of-a-faulty-year" "$? $(ls -d fout* 2>/dev/null)" "1 "
"$J" new voorbeeld 2>err; ok "new-without-folder" $? 2

# Every form in which a file may come: another encoding, a prefix, CDATA, comments with tags in them.
mkdir vorm
printf '<?xml version="1.0" encoding="windows-1252"?>\n<!DOCTYPE j:jaarverslag [<!-- > --> <!ENTITY x "]>">]>\n<j:jaarverslag xmlns:j="urn:nl:jaarverslag:1" schooljaar="2022-2023"><j:partnerschap sleutel="p" naam="Caf\351 &amp; co"><!-- <j:begroot uren="3"/> --><j:locatie sleutel="a" naam="A" bestuur="b"/><j:bestuur sleutel="b" naam="B"/></j:partnerschap><j:kengetallen><j:kengetal\n sleutel = "k" naam="g > h" waarde = '"'7'"'/></j:kengetallen><j:voorwoord><j:alinea><![CDATA[<getal>]]> -- x</j:alinea></j:voorwoord></j:jaarverslag>\n' >vorm/jaarverslag.xml
"$J" new -o vorm2 vorm 2>err; ok "new-forms" "$?" 0
ok "new-forms-encoding" "$(grep -c 'encoding="UTF-8"' vorm2/jaarverslag.xml) $(grep -c 'Café &amp; co' vorm2/jaarverslag.xml)" "1 1"
ok "new-forms-unknown" "$(grep -c "waarde = '?'" vorm2/jaarverslag.xml) $(grep -c '<!-- <j:begroot uren="3"/> -->' vorm2/jaarverslag.xml)" "1 1"
"$J" check vorm2 2>err; ok "new-forms-check" $? 0

# What a killed run left beside the destination goes with the next run; what a run that lives is writing does not.
(exit 0) & dead=$!; wait $dead
mkdir -p veeg && cp -r "$OLDPWD/input/voorbeeld" veeg/oud && mkdir veeg/nieuw.deel-$dead veeg/nieuw.deel-$$ veeg/nieuw.deel-x && touch veeg/nieuw.deel-$dead/jaarverslag.xml
"$J" new -o veeg/nieuw veeg/oud 2>err; ok "new-sweeps" "$? $(ls veeg | tr '\n' ' ')" "0 nieuw nieuw.deel-$$ nieuw.deel-x oud "

# What a file holds is known by where it is drawn in: an annex stays, a chapter is written anew, whatever the files.
mkdir delen
printf '<jaarverslag xmlns="urn:nl:jaarverslag:1" xmlns:xi="http://www.w3.org/2001/XInclude" schooljaar="2022-2023"><partnerschap sleutel="p" naam="P"><bestuur sleutel="b" naam="B"/><locatie sleutel="a" naam="A" bestuur="b"/></partnerschap><vorige-jaren/><kengetallen><kengetal sleutel="k" naam="K" waarde="7"/></kengetallen><ontvangers><ontvanger voor="a"><alinea>Dit jaar kwam u.</alinea></ontvanger></ontvangers><hoofdstuk sleutel="h" titel="H">\n<xi:include href="tekst.xml"/>\n<xi:include href="par.xml"/><doelstellingen><doel>Oud doel.</doel></doelstellingen><aandachtspunten><aandachtspunt sleutel="x">Nieuw <getal feit="kengetal.k"/> punt.</aandachtspunt ></aandachtspunten></hoofdstuk><bijlage sleutel="bl" titel="BL"><xi:include href="vast.xml"/></bijlage></jaarverslag>\n' >delen/jaarverslag.xml
printf '<alinea xmlns="urn:nl:jaarverslag:1">Wij begonnen.</alinea>\n' >delen/tekst.xml
printf '<paragraaf xmlns="urn:nl:jaarverslag:1" sleutel="p1" titel="In 2022-2023"><alinea>Wij gingen door met <getal feit="kengetal.k"/>.</alinea></paragraaf>\n' >delen/par.xml
printf '<paragraaf xmlns="urn:nl:jaarverslag:1" sleutel="p2" titel="Vanaf 2022-2023"><alinea>Vast voor <getal feit="kengetal.k"/>.</alinea></paragraaf>\n' >delen/vast.xml
"$J" new -o delen2 delen 2>err; ok "new-parts" "$?" 0
ok "new-parts-chapter" "$(grep -c 'titel="In 2023-2024"><alinea soort="invullen">' delen2/par.xml) $(grep -c '<alinea soort="invullen">Nog te schrijven.</alinea>' delen2/jaarverslag.xml) $(grep -c '<!-- 2022-2023: <xi:include href="tekst.xml"/> -->' delen2/jaarverslag.xml)" "1 2 1"
ok "new-parts-annex" "$(grep -c 'titel="Vanaf 2022-2023"><alinea>Vast voor <getal feit="kengetal.k" jaar="2022-2023"/>.</alinea>' delen2/vast.xml)" 1
ok "new-parts-goals" "$(grep -c '<doel sleutel="x">Nieuw <getal feit="kengetal.k" jaar="2022-2023"/> punt.</doel >' delen2/jaarverslag.xml)" 1
ok "new-parts-recipient" "$(grep -c '<!-- 2022-2023: <alinea>Dit jaar kwam u.</alinea> -->' delen2/jaarverslag.xml)" 1
ok "new-parts-empty-years" "$(grep -c '^ *<vorige-jaren>$\|<vorige-jaren>' delen2/jaarverslag.xml) $(grep -c '^  </vorige-jaren>' delen2/jaarverslag.xml)" "1 1"
ok "new-keeps-the-plan" "$(sed -E 's/ jaar="2019-2020"//g' boss2/professionalisering.xml | diff - boss-po/professionalisering.xml && echo same)" same

# "-" is standard input, in the current folder.
cd "$OLDPWD/input/voorbeeld" 2>/dev/null || cd "$(dirname "$J")/../input/voorbeeld"
"$J" facts - <jaarverslag.xml >"$T/van-invoer" 2>"$T/err"; ok "stdin-facts" "$? $(grep -c '^studenten.partners,34,' "$T/van-invoer")" "0 1"
"$J" check - </dev/null 2>"$T/err"; ok "stdin-empty" $? 1
"$J" check --version >"$T/uit"; ok "version-of-a-command" "$? $(grep -c '^jaarverslag ' "$T/uit")" "0 1"
"$J" check "$T/weg" 2>"$T/err"; ok "unreadable-told-once" "$? $(wc -l <"$T/err")" "3 1"
