#!/bin/sh
# The page as its reader has it: covers of any title and any number of partners, annexes that say whose they are, running
# heads that share their line, rows that are named in the tags, no paper for what is not there.
cd "$(dirname "$0")/../.." || exit 1
J=$PWD/build/jaarverslag
T=$(mktemp -d) && trap 'rm -rf "$T"' EXIT
is() { [ "$2" = "$3" ] && echo "ok $1" || echo "not ok $1 ($2, not $3)"; }
has() { grep -qE "$2" "$T/$3" && echo "ok $1" || echo "not ok $1: $(head -40 "$T/$3")"; }
hasnot() { grep -qE "$2" "$T/$3" && echo "not ok $1: $(grep -E "$2" "$T/$3" | head -5)" || echo "ok $1"; }
# input TITLE PARTNERS BODY
input() {
    printf '%s\n' "<jaarverslag xmlns='urn:nl:jaarverslag:1' schooljaar='2022-2023' titel='$1' datum='2023-09-01'>" \
        "<partnerschap sleutel='p' naam='Opleidingsschool Het Wad' kort='Het Wad' penvoerder='x'><bestuur sleutel='x' naam='Stichting Duin'/><instituut sleutel='ho' naam='Hogeschool Oost' partner='ja'/>$2<niveau sleutel='j1' naam='jaar 1'/><locatie sleutel='a' naam='Duinlyceum' bestuur='x'/><locatie sleutel='b' naam='Kwelderschool' bestuur='x'/></partnerschap>" \
        "$3</jaarverslag>" >"$T/jaarverslag.xml"
}
pages() { "$J" render --dump pages "$@" . >pages 2>log; }
page() { awk -v n="$1" '/^page /{p=$2}p==n' pages; } # N
CHAPTER="<hoofdstuk sleutel='h' titel='Het jaar'><alinea>Een regel.</alinea></hoofdstuk>"
ONE="<studenten peildatum='2022-10-01'><plaatsingen><telling locatie='a' instituut='ho' niveau='j1' aantal='1'/><telling locatie='b' instituut='ho' niveau='j1' aantal='0'/></plaatsingen></studenten>"
cd "$T" || exit 1

# ---- cover ----
input "Leren van elkaar" "" "$CHAPTER"; pages; page 1 >cover
has "the title of the input is on the cover" '"Leren van elkaar"' cover
input "Wat wij in tien jaar samen over het opleiden van leraren leerden, en hoe het verder gaat" "" "$CHAPTER"; pages; page 1 >cover
has "a long one too" 'over het opleiden|hoe het verder' cover
input "Jaarverslag Het Wad 2022-2023" "" "$CHAPTER"; pages; page 1 >cover
has "what stands above and below it is not said twice" '"Jaarverslag"' cover
input "T" "" "$ONE$CHAPTER"; pages; page 1 >cover
has "one student learned" '"student van onze lerarenopleidingen leerde dit jaar' cover
i=0; many=; while [ $i -lt 60 ]; do i=$((i + 1)); many="$many<instituut sleutel='i$i' naam='Hogeschool voor Leraren in Plaats $i' partner='ja'/>"; done
input "Wat wij in tien jaar samen over het opleiden van leraren leerden" "$many" "$ONE$CHAPTER"; pages; page 1 >cover
has "sixty partners stand on the cover" 'Plaats 60' cover
is "which is one page" "$(grep -c '(background)' pages)" 1
hasnot "in letters that can be read" ' [0-6]\.[0-9] #[0-9a-f]{6} w' cover
i=0; many=; while [ $i -lt 400 ]; do i=$((i + 1)); many="$many<instituut sleutel='i$i' naam='Hogeschool voor Leraren in Plaats $i' partner='ja'/>"; done
input "T" "$many" "$CHAPTER"; pages
has "more than a page can hold is told" 'waarschuwing: .*Omslag.*D306' log

# ---- annexes and heads ----
LONG=$(i=0; while [ $i -lt 60 ]; do i=$((i + 1)); printf '<alinea>Een alinea die lang genoeg is om een regel of wat te vullen, zodat er meer dan een bladzijde komt van dit deel.</alinea>'; done)
input "Terugblik" "" "$CHAPTER<bijlage sleutel='af' titel='Afspraken'>$LONG</bijlage>"
pages -t bijlage --for af; page 1 >first; page 2 >second
has "an annex by itself says whose it is and of which year" 'Opleidingsschool Het Wad · schooljaar 2022–2023 · 1.september.2023' first
has "its head says which annex it is" '\(header\).*"Bijlage 1 · 2022–2023"' second
pages; page 5 >fifth
has "in the report the head names the annex" '\(header\).*"Bijlage 1 · Afspraken"' fifth
input "Verslag van het Regionale Partnerschap voor het Opleiden van Leraren" "" "<hoofdstuk sleutel='h' titel='Het jaar'>$LONG</hoofdstuk>"; pages
hasnot "a head is not cut where the line has room" '\(header\).*…' pages
input "Verslag van het Regionale Partnerschap voor het Opleiden van Leraren, van Terschelling tot en met Schiermonnikoog" "" "<hoofdstuk sleutel='h' titel='Wat wij dit jaar voor eerstejaars, ouderejaars en zij-instromers deden'>$LONG</hoofdstuk>"; pages
has "and is where it has none" '\(header\).*…' pages

# ---- little ----
input "T" "" "$CHAPTER<bijlage sleutel='b' titel='Begrippen'><alinea>Een regel.</alinea></bijlage>"; pages
is "one annex has no page before it" "$(grep -c '^page ' pages)" 4
input "T" "" "$CHAPTER<bijlage sleutel='b' titel='Een'><alinea>E.</alinea></bijlage><bijlage sleutel='c' titel='Twee'><alinea>E.</alinea></bijlage><bijlage sleutel='d' titel='Drie'><alinea>E.</alinea></bijlage>"; pages
is "three do" "$(grep -c '^page ' pages)" 7

# ---- tags ----
input "T" "" "$ONE<hoofdstuk sleutel='h' titel='H'><figuur sleutel='f' soort='studenten-per-partner'><bijschrift>B</bijschrift></figuur></hoofdstuk>"
"$J" render --dump structure . >structure 2>log
is "a school heads its row" "$(grep -A1 'TH.*scope="Row"' structure | grep -c 'Duinlyceum\|Kwelderschool')" 2

# ---- what belongs together ----
rows() { i=0; while [ $i -lt "$1" ]; do i=$((i + 1)); printf '<rij><cel>Taak %s</cel><cel>%s</cel></rij>' $i $i; done; }
input "T" "" "<hoofdstuk sleutel='h' titel='H'><tabel sleutel='t'><kop><cel>Taak</cel><cel>Uren</cel></kop>$(rows 90)<bijschrift>Taken en uren</bijschrift></tabel></hoofdstuk>"; pages
page 3 >third; page 4 >fourth; page 5 >fifth
has "a table that breaks is named where it begins" 'Figuur.1: Taken en uren \(vervolg op de volgende bladzijde\)' third
has "and goes on by name" 'Figuur.1 \(vervolg\)' fourth
hasnot "and ends with its own caption" 'volgende bladzijde' fifth
item() { printf '<punt>BEGIN%s' "$1"; k=0; while [ $k -lt 9 ]; do k=$((k + 1)); printf ' Op de school werken studenten, begeleiders en opleiders samen aan vragen die de school zelf stelt.'; done; printf ' SLOT%s</punt>' "$1"; }
for before in 8 10 12 14; do
    input "T" "" "<hoofdstuk sleutel='h' titel='H'>$(i=0; while [ $i -lt $before ]; do i=$((i + 1)); printf '<alinea>Een regel vooraf, die er een blijft.</alinea>'; done)<tabel sleutel='t'><kop><cel>Taak</cel><cel>Uren</cel></kop>$(rows 24)<bijschrift>ZWEVEND</bijschrift></tabel><lijst>$(for n in 1 2 3 4 5; do item $n; done)</lijst></hoofdstuk>"; pages
    is "a table floats into no item ($before lines above)" "$(grep -oE 'BEGIN[0-9]|SLOT[0-9]|ZWEVEND' pages | tr '\n' ' ' | grep -cE 'BEGIN[0-9] ZWEVEND')" 0
done
for before in 30 31 32 33 34 35 36; do
    input "T" "" "<hoofdstuk sleutel='h' titel='H'>$(i=0; while [ $i -lt $before ]; do i=$((i + 1)); printf '<alinea>Een regel.</alinea>'; done)<citaat bron='BRON'>Twee woorden.</citaat><alinea>Slot.</alinea></hoofdstuk>"; pages
    is "a source stays with its quotation ($before)" "$(awk '/^page /{n=$2} /Twee woorden/{q=n} /BRON/{s=n} END{print q == s}' pages)" 1
done

# ---- pictures and tables in a cell ----
python3 -c "
import struct, zlib
def chunk(t, d): return struct.pack('>I', len(d)) + t + d + struct.pack('>I', zlib.crc32(t + d))
for name, w, h in (('staand', 600, 1200), ('plaat', 300, 200)):
    rows = b''.join(b'\0' + bytes([90, 120, 150]) * w for _ in range(h))
    open(name + '.png', 'wb').write(b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', w, h, 8, 2, 0, 0, 0)) + chunk(b'IDAT', zlib.compress(rows)) + chunk(b'IEND', b''))"
input "T" "" "<hoofdstuk sleutel='h' titel='H'><alinea>Vooraf.</alinea><afbeelding bestand='staand.png' alt='Een toren'><bijschrift>Toren</bijschrift></afbeelding></hoofdstuk>"; pages
is "an upright picture leaves room for text" "$(awk '$1 == "image" { split($3, s, ","); print (s[2] < 480) (s[2] > 300) }' pages)" 11
LANG_CELL="<cel>Een toelichting die zo lang is dat zij alle breedte neemt die zij krijgen kan, en dan nog eens zo lang, en nog eens, tot er geen eind aan lijkt te komen.</cel>"
input "T" "" "<hoofdstuk sleutel='h' titel='H'><tabel sleutel='t'><kop><cel>Toelichting</cel><cel>Wat</cel></kop><rij>$LANG_CELL<cel><afbeelding bestand='plaat.png' alt='Een plaat'/></cel></rij><bijschrift>B</bijschrift></tabel></hoofdstuk>"; pages
is "a picture in a cell can be seen" "$(awk '$1 == "image" { split($3, s, ","); print (s[1] > 60) }' pages)" 1
input "T" "" "<hoofdstuk sleutel='h' titel='H'><tabel sleutel='t'><kop><cel>Toelichting</cel><cel>Wat</cel></kop><rij>$LANG_CELL<cel><tabel sleutel='u'><kop><cel>Voorjaar</cel><cel>Najaar</cel></kop><rij><cel>1</cel><cel>2</cel></rij></tabel></cel></rij><bijschrift>B</bijschrift></tabel></hoofdstuk>"; pages
has "words of a table in a cell stay whole" '"Voorjaar"' pages
input "T" "" "<hoofdstuk sleutel='h' titel='H'><tabel sleutel='t'><kolom breedte='9mm'/><kolom breedte='20mm'/><kop><cel>A</cel><cel>B</cel></kop><rij><cel>Werkplekbegeleiders</cel><cel>1</cel></rij></tabel></hoofdstuk>"; pages
is "a page is not turned when that does not help" "$(grep -c '^page .* 841.9,595.3' pages)" 0
KOP=$(for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22; do printf '<cel>Kolomkop %s</cel>' $i; done)
input "T" "" "<hoofdstuk sleutel='h' titel='H'><tabel sleutel='t'><kop>$KOP</kop><rij>$KOP</rij><bijschrift>B</bijschrift></tabel></hoofdstuk>"; pages
is "it is when the table gets the room, be it not enough" "$(grep -c '^page .* 841.9,595.3' pages)" 1

# ---- figures ----
MONEY="<begroting><rubriek sleutel='l' naam='Leiding'><regel sleutel='rl' naam='Leiding'><begroot bedrag='1000'/><gerealiseerd bedrag='8000'/></regel></rubriek><rubriek sleutel='s' naam='Scholing'><regel sleutel='rs' naam='Scholing'><begroot bedrag='20000'/><gerealiseerd bedrag='2000'/></regel></rubriek></begroting>"
input "T" "" "$MONEY<hoofdstuk sleutel='h' titel='H'><figuur sleutel='f' soort='waterval'><bijschrift>B</bijschrift></figuur></hoofdstuk>"; pages
has "a step up says so" '"\+~€~7.000"' pages
has "a step down too" '"−~€~18.000"' pages

# ---- recipients ----
input "T" "" "$CHAPTER"; "$J" render --for x -o out.pdf . >log 2>&1
has "nor one of which nothing is known" 'D208' log
input "T" "" "$ONE$CHAPTER"; pages --for a; page 1 >first
has "a school is told from its namesake by its board" '"Stichting Duin"' first

# ---- sizes and descriptions ----
input "T" "" "$ONE$MONEY<hoofdstuk sleutel='h' titel='H'><kerncijfers><kerncijfer feit='studenten.totaal' label='student'/><kerncijfer feit='aantal.locaties' label='scholen'/></kerncijfers><alinea>Tekst.</alinea><kerncijfers><kerncijfer feit='realisatie.totaal' als='euro' label='kosten'/><kerncijfer feit='begroting.totaal' als='euro' label='begroot'/><kerncijfer feit='begroting.rubriek.l' als='euro' label='leiding'/><kerncijfer feit='begroting.rubriek.s' als='euro' label='scholing'/></kerncijfers></hoofdstuk>"
for style in bos marge; do
    pages --style $style
    is "key figures have one size ($style)" "$(awk '/^page /{n=$2} n == 3 && /Lato-Light/' pages | grep -oE 'Lato-Light [0-9.]+' | sort -u | wc -l)" 1
    is "and are large ($style)" "$(awk '/^page /{n=$2} n == 3 && /Lato-Light/' pages | sed -E 's/.*Lato-Light ([0-9.]+).*/\1/' | awk '$1 < 19' | wc -l)" 0
done
years=$(i=2003; while [ $i -lt 2022 ]; do i=$((i + 1)); printf "<vorig-jaar schooljaar='%s-%s'><feit id='studenten.totaal' waarde='%s'/></vorig-jaar>" $i $((i + 1)) $i; done)
activities=$(i=10; while [ $i -lt 40 ]; do i=$((i + 1)); printf "<activiteit naam='Bijeenkomst %s' van='2022-10-%02d'/>" $i $((i - 10)); done)
input "T" "" "<jaarplanning schooljaar='2022-2023'><reeks sleutel='r' naam='Reeks'>$activities</reeks></jaarplanning><hoofdstuk sleutel='h' titel='H'><figuur sleutel='f' soort='jaarplanning'><bijschrift>B</bijschrift></figuur></hoofdstuk>"
"$J" render --dump structure . >structure 2>log
hasnot "a planner of many dates has a short description" 'alt="[^"]{1000}' structure
is "and its dates are a list" "$(grep -A4 'LBody' structure | grep -c '"Bijeenkomst.*oktober')" 30
