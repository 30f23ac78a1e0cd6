#!/bin/bash
# jaarverslag import: counts from spreadsheets, their faults, and what changes in the input.
set -u
cd "$(dirname "$0")/../.."
J=$PWD/build/jaarverslag
F=$PWD/tests/command/import
T=$(mktemp -d)
trap 'rm -rf "$T"' EXIT
unset LC_ALL LC_MESSAGES
export LANG=C.UTF-8
ok() { if [ "$2" = "$3" ]; then echo "ok $1"; else echo "not ok $1: got '$2', expected '$3'"; fi; }
codes() { grep -o '\[[A-Z][0-9]*\]' "$1" | tr -d '[]' | sort | tr '\n' ' '; }
cp -r input/voorbeeld "$T/v"
cd "$T"
"$J" import -n "$F/goed.xlsx" v 2>err; ok "import-dry-run" "$? $(cmp v/leerlingen.csv "$OLDPWD/input/voorbeeld/leerlingen.csv" && echo same)" "0 same"
"$J" import "$F/fout.xlsx" v 2>err; ok "import-faults-exit" $? 1
ok "import-every-fault-at-once" "$(codes err)" "I241 I242 I242 I242 I243 I245 I245 I246 I247 "
ok "import-fault-has-its-cell" "$(grep -c 'fout.xlsx: Leerlingen:2:1: fout: cel A2: „Dijkzigt”' err)" 1
ok "import-faults-write-nothing" "$(diff -r v "$OLDPWD/input/voorbeeld" && echo same)" same
# What a sheet does not name stays as it is, and is named.
cp -r v deel
printf 'locatie;leerlingen\nDijkzicht;1250\n' >deel.csv
"$J" import --table leerlingen deel.csv deel 2>err; ok "import-part" "$? $(tr '\n' ' ' <deel/leerlingen.csv)" "0 locatie;aantal dijkzicht;1250 de-brug;170 vlietlyceum;891 "
ok "import-part-is-told" "$(grep -c 'blijft zoals zij was.*I248' err) $(grep '^veranderde' err) $(grep -c '^aantallen gehouden.*: 2 ' err)" "2 veranderde aantallen: 1 1"
printf 'locatie;instituut;jaar-1\nDijkzicht;HM;7\n' >deel.csv
"$J" import --table plaatsingen deel.csv deel 2>err; ok "import-part-of-rows-and-columns" "$? $("$J" facts deel 2>/dev/null | grep '^studenten.totaal,' | cut -d, -f2)" "0 $(($("$J" facts "$OLDPWD/input/voorbeeld" 2>/dev/null | grep '^studenten.totaal,' | cut -d, -f2) + 1))"
ok "import-part-names-rows" "$(grep -c 'I250' err) $(grep -c '„Dijkzicht College, HM”.*gevonden: .*: 5, .*: 4; ' err)" "3 1"
"$J" import --replace --table plaatsingen deel.csv deel 2>err; ok "import-replace" "$? $(tr '\n' ' ' <deel/studenten.csv) $(grep -c 'telt dus niet mee.*I248' err)" "0 locatie;instituut;jaar-1 dijkzicht;hogeschool;7  2"
"$J" import --replace "$F/goed.xlsx" v >uit 2>err; ok "import-xlsx" "$? $(wc -c <uit)" "0 0"
ok "import-tells-changes" "$(grep -c '^leerlingen: Dijkzicht College: 1240 -> 1250$' err) $(grep -c '^plaatsingen: Praktijkschool De Brug, ULV, master: niets -> 2$' err)" "1 1"
"$J" facts v >feiten 2>/dev/null
ok "import-counts" "$(grep '^studenten.totaal,' feiten | cut -d, -f2) $(grep '^leerlingen.totaal,' feiten | cut -d, -f2,4)" "14 1420,partial"
"$J" import "$F/goed.ods" v 2>err; ok "import-ods" "$? $(sed -n 2p v/leerlingen.csv)" "0 dijkzicht;1241"
printf 'Totaal per locatie\n\nlocatie,HM,ULV,overig,totaal\nDijkzicht,10,2,0,12\nDe Brug,?,,1,1\nVlietlyceum,5,5,,10\nTotaal,15,7,1,23\n' >"Studenten per partner.csv"
"$J" import "Studenten per partner.csv" v 2>err; ok "import-new-list" "$? $(grep -c '<per-instituut bron="studenten-per-instituut.csv"/>' v/jaarverslag.xml)" "0 1"
ok "import-new-list-file" "$(cat v/studenten-per-instituut.csv | tr '\n' ' ')" "locatie;hogeschool;universiteit;overig dijkzicht;10;2;0 de-brug;?;;1 vlietlyceum;5;5; "
ok "import-says-what-disagrees" "$(grep -c '^controle: fouten [1-9]' err)" 1
sed -i 's/Totaal,15/Totaal,16/' "Studenten per partner.csv"
"$J" import "Studenten per partner.csv" v 2>err; ok "import-checks-totals" "$? $(codes err)" "1 I244 "
printf 'a;b\n1;2\n' >x.csv
"$J" import x.csv v 2>err; ok "import-no-list" "$? $(codes err)" "1 I240 "
printf 'geen spreadsheet\001' >x.xls
"$J" import x.xls v 2>err; ok "import-no-spreadsheet" "$? $(codes err)" "1 I220 "
"$J" import weg.xlsx v 2>err; ok "import-not-there" $? 3
"$J" import "$F/goed.ods" weg 2>err; ok "import-no-input" $? 3
"$J" import --table zomaar "$F/goed.ods" v 2>err; ok "import-unknown-list" $? 2
"$J" import "$F/goed.ods" 2>err; ok "import-one-argument" $? 2
# Rows that stand in the XML itself move to a CSV file; the rest of the file stays as it was.
mkdir los
cat >los/jaarverslag.xml <<'X'
<jaarverslag xmlns="urn:nl:jaarverslag:1" schooljaar="2022-2023">
  <partnerschap sleutel="p" naam="P"><bestuur sleutel="b" naam="B"/><locatie sleutel="a" naam="A" bestuur="b"/></partnerschap>
  <leerlingen peildatum="2022-10-01"  ><telling locatie="a" aantal="3"/></leerlingen> <!-- blijft -->
</jaarverslag>
X
printf 'locatie;aantal\nA;7\n' >leerlingen.csv
"$J" import leerlingen.csv los 2>err; ok "import-inline-list" "$? $(grep -c '<leerlingen peildatum="2022-10-01" bron="leerlingen.csv"/> <!-- blijft -->' los/jaarverslag.xml) $(sed -n 2p los/leerlingen.csv)" "0 1 a;7"
