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
ok "import-every-fault-at-once" "$(codes err)" "I241 I242 I242 I245 I245 I246 I247 I252 "
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
# Sheets as schools keep them: what is right is taken, what is not is refused and changes nothing.
read_sheet() { # NAME CSV INPUT-OF: prints exit code, codes and what is in the list now
    printf "$2" >"blad $1.csv"
    rm -rf blad && cp -r "$OLDPWD/input/voorbeeld" blad
    "$J" import ${3:-} "blad $1.csv" blad 2>err
    echo "$? $(codes err)$(tr '\n' ' ' <blad/${4:-leerlingen.csv})"
}
was="locatie;aantal Dijkzicht College;1240 Praktijkschool De Brug;170 Vlietlyceum;891 "
now="locatie;aantal dijkzicht;1250 de-brug;180 vlietlyceum;890 "
ok "import-date-in-heading" "$(read_sheet a 'Schoollocatie;Leerlingen 1-10-2022\nDijkzicht;1250\nDe Brug;180\nVlietlyceum;890\n')" "0 $now"
ok "import-date-in-words" "$(read_sheet b 'School;Aantal leerlingen (peildatum 1 oktober)\nDijkzicht;1250\nDe Brug;180\nVlietlyceum;890\n')" "0 $now"
ok "import-two-dates" "$(read_sheet c 'School;Leerlingen 2021;Leerlingen 2022\nDijkzicht;1;2\n')" "1 I249 $was"
ok "import-extra-column" "$(read_sheet d 'School;Bestuur;BRIN;Leerlingen\nDijkzicht;Vlietgroep;12;1250\nDe Brug;Vlietgroep;13;180\nVlietlyceum;Vlietgroep;14;890\n')" "0 I252 I252 $now"
ok "import-number-under-unknown-heading" "$(read_sheet e 'School;Leerlingen;Iets\nDijkzicht;1250;7\nDe Brug;180;8\n')" "1 I243 $was"
ok "import-number-without-heading" "$(read_sheet f 'School;Leerlingen;\nDijkzicht;1250;7\n')" "1 I243 $was"
ok "import-totals-by-any-name" "$(read_sheet g 'School;Leerlingen\nDijkzicht;1250\nDe Brug;180\nSubtotaal stad;1430\nVlietlyceum;890\nStad Totaal;890\nTotaal generaal;2320\n')" "0 $now"
ok "import-wrong-total" "$(read_sheet h 'School;Leerlingen\nDijkzicht;1250\nDe Brug;180\nSubtotaal stad;1430\nVlietlyceum;890\nTotaal generaal;2321\n'; grep -c ':6:2: .*verwacht: 2320' err)" "1 I244 $was
1"
ok "import-numbers-by-form" "$(read_sheet i 'School;Leerlingen\nDijkzicht; 1.250 \nDe Brug;180\u00a0\nVlietlyceum;"890,0"\n')" "0 $now"
ok "import-two-ways" "$(read_sheet j 'School;Leerlingen\nDijkzicht;"1,250"\n'; grep -c 'verwacht: 1250' err)" "1 I242 $was
1"
ok "import-money" "$(read_sheet k 'School;Leerlingen\nDijkzicht;€ 12\nDe Brug;12%%\n')" "1 I242 I242 $was"
ok "import-nothing" "$(read_sheet l 'School;Leerlingen\nDijkzicht;1250\nDe Brug;-\nVlietlyceum;n.v.t.\n' | cut -d' ' -f1)" 0
ok "import-two-headings" "$(read_sheet m 'School;HM;;ULV;overig;Totaal\n;jaar 1;jaar 4;master;jaar 1;\nDijkzicht;7;3;2;;12\nDe Brug;1;?;;2;3\nVlietlyceum;;4;5;;9\nTotaal;8;7;7;2;24\n' --replace studenten.csv)" \
    "0 locatie;instituut;jaar-1;jaar-4;master dijkzicht;hogeschool;7;3; dijkzicht;universiteit;;;2 de-brug;hogeschool;1;?; de-brug;overig;2;; vlietlyceum;hogeschool;;4; vlietlyceum;universiteit;;;5 "
ok "import-two-headings-levels-first" "$(read_sheet n ';jaar 1;;jaar 4;\nSchool;HM;ULV;HM;Totaal\nDijkzicht;7;2;3;12\nDe Brug;;;;\nVlietlyceum;1;;;1\n' --replace studenten.csv)" \
    "0 locatie;instituut;jaar-1;jaar-4 dijkzicht;hogeschool;7;3 dijkzicht;universiteit;2; de-brug;hogeschool;; vlietlyceum;hogeschool;1; "
ok "import-two-headings-wrong-total" "$(read_sheet o 'School;HM;;Totaal\n;jaar 1;jaar 4;\nDijkzicht;7;3;12\n' --replace studenten.csv | cut -c1-7)" "1 I244 "
# A name that two locations have is asked, never the first of them.
rm -rf tweeling && mkdir tweeling
cat >tweeling/jaarverslag.xml <<'X'
<jaarverslag xmlns="urn:nl:jaarverslag:1" schooljaar="2022-2023">
  <partnerschap sleutel="p" naam="P"><bestuur sleutel="b" naam="B"/><bestuur sleutel="c" naam="C"/>
  <locatie sleutel="a" naam="Linde" bestuur="b"/><locatie sleutel="d" naam="Linde" bestuur="c"/></partnerschap>
  <leerlingen peildatum="2022-10-01"><telling locatie="a" aantal="3"/><telling locatie="d" aantal="4"/></leerlingen>
</jaarverslag>
X
printf 'locatie;aantal\nLinde;7\n' >linde.csv
"$J" import --table leerlingen linde.csv tweeling 2>err; ok "import-name-of-two" "$? $(codes err)$(grep -c 'verwacht: a, d;' err) $(ls tweeling)" "1 I251 1 jaarverslag.xml"
# The files of a change are written together or not at all.
new_year() { rm -rf heel && mkdir heel && sed 's/naam="Linde" bestuur="b"/naam="Eik" bestuur="b"/' tweeling/jaarverslag.xml >heel/jaarverslag.xml; }
printf 'locatie;aantal\na;7\nd;8\n' >linde.csv
new_year && mkdir heel/leerlingen.csv
"$J" import --table leerlingen linde.csv heel 2>err; ok "import-folder-in-the-way" "$? $(codes err)$(cmp heel/jaarverslag.xml <(sed 's/naam="Linde" bestuur="b"/naam="Eik" bestuur="b"/' tweeling/jaarverslag.xml) && echo same) $(ls -A heel | tr '\n' ' ')" "3 S103 same jaarverslag.xml leerlingen.csv "
new_year && echo mijn >heel/leerlingen.csv
"$J" import --table leerlingen linde.csv heel 2>err; ok "import-file-of-another" "$? $(codes err)$(cat heel/leerlingen.csv) $(grep -c bron= heel/jaarverslag.xml)" "1 I256 mijn 0"
new_year
"$J" import --table leerlingen linde.csv heel 2>err; ok "import-together" "$? $(grep -c 'bron="leerlingen.csv"' heel/jaarverslag.xml) $(tr '\n' ' ' <heel/leerlingen.csv)$(ls -A heel | tr '\n' ' ')" "0 1 locatie;aantal a;7 d;8 jaarverslag.xml leerlingen.csv "
new_year # what a killed run had decided is completed before the next reads
mkdir heel/.jaarverslag-wijziging && printf '0 - leerlingen.csv\n' >heel/.jaarverslag-wijziging/lijst && echo 'locatie;aantal' >heel/.jaarverslag-wijziging/nieuw-0
"$J" check heel >/dev/null 2>&1; ok "import-killed-is-completed" "$(ls -A heel | tr '\n' ' ')" "jaarverslag.xml leerlingen.csv "
