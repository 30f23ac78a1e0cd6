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
