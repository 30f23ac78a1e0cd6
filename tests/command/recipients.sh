#!/bin/bash
# Documents for one recipient: who may have one, and that nothing of anybody else is in it.
cd "$(dirname "$0")/../.."
program=$PWD/build/jaarverslag
bos=input/bos-2020-2021
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
ok() { # label, command...
    local label=$1
    shift
    if "$@" >"$work/log" 2>&1; then echo "ok $label"; else failed=1; echo "not ok $label"; head -8 "$work/log"; fi
}
exits() { # status, command...
    local status=$1 got=0
    shift
    "$@" >"$work/out" 2>"$work/err" || got=$?
    [ "$got" = "$status" ] || { echo "exit $got, expected $status"; cat "$work/out" "$work/err"; return 1; }
}
refused() { # code, options...: wrong use, said with this code, nothing written
    local code=$1
    shift
    rm -f "$work/no.pdf"
    exits 2 "$program" render -o "$work/no.pdf" "$@" && grep -q "\[$code\]" "$work/err" && [ ! -e "$work/no.pdf" ]
}

ok "a school asks for a key" refused S111 -t school $bos
ok "a board asks for a key" refused S111 -t bestuur $bos
ok "a key that nobody has" refused S112 --for newmann $bos
ok "the nearest key is named" grep -q "newman;" "$work/err"
ok "a parent school is not one location" refused S112 --for mencia $bos
ok "its locations are named" grep -q "mencia-de-mendoza, mencia-sandrode" "$work/err"
ok "a board is no school" refused S113 -t school --for skvob $bos
ok "a school is no board" refused S113 -t bestuur --for newman $bos
ok "the report is not for one" refused S114 -t jaarverslag --for newman $bos
ok "the template follows from the key" exits 0 sh -c "cd '$work' && '$program' render --for skvob '$PWD/$bos' && [ -e bestuur-skvob.pdf ]"

# What of the whole input no other recipient may find: names of persons, and numbers that only others have.
keys() { sed -n "s/.*<$1 sleutel=\"\([^\"]*\)\".*/\1/p" $bos/partnerschap.xml; }
all_text() { # PDF: text, alternative texts, metadata, attachments; every stream opened
    pdftotext -layout "$1" - | tr -s ' \n' ' '
    qpdf --qdf --object-streams=disable "$1" - | strings -n 4
    pdfdetach -saveall -o "$work/attached" "$1" && cat "$work"/attached/*
}
everyone() { sed -n 's/.*<persoon sleutel="[^"]*" naam="\([^"]*\)".*/\1/p' $bos/personen.xml; }
one() { # key: made, verified, conformant in form, and without others
    local key=$1 pdf=$work/$1.pdf
    rm -rf "$work/attached"; mkdir "$work/attached"
    "$program" render --for "$key" --profile archive-3 -o "$pdf" $bos 2>"$work/err" || return 1
    "$program" verify "$pdf" >"$work/out" 2>&1 || { cat "$work/out"; return 1; }
    qpdf --check "$pdf" >/dev/null || return 1
    all_text "$pdf" >"$work/text"
    # other schools and boards
    for other in $(keys locatie) $(keys bestuur); do
        [ "$other" = "$key" ] && continue
        case " $2 " in *" $other "*) continue ;; esac
        if grep -qE "(locatie|voor|bestuur|werkgever)=\"$other\"|(school|bestuur|so)\.$other\." "$work/text"; then echo "$key holds $other"; return 1; fi
    done
    # persons: those of the attached source, and nobody else
    sed -n 's/.*<persoon sleutel="[^"]*" naam="\([^"]*\)".*/\1/p' "$work/attached/jaarverslag.xml" >"$work/own"
    everyone | grep -vxFf "$work/own" >"$work/others"
    if grep -F -f "$work/others" "$work/text" | head -3 | grep .; then echo "$key names others"; return 1; fi
    ! grep -q 'email=\|<hoofdstuk\|<controle\|<enquete\|<plaatsingen bron' "$work/attached/jaarverslag.xml"
}
for key in $(keys locatie); do
    board=$(grep -q "sleutel=\"$key\".*bestuur=\"sovot\"" $bos/partnerschap.xml && echo sovot || echo skvob)
    ok "school $key" one "$key" "$board"
done
for key in $(keys bestuur); do
    own=$(sed -n "s/.*<locatie sleutel=\"\([^\"]*\)\".*bestuur=\"$key\".*/\1/p" $bos/partnerschap.xml)
    [ "$key" = skvob ] && own="$own $(sed -n 's/.*<locatie sleutel="\([^"]*\)".*school=.*/\1/p' $bos/partnerschap.xml)"
    ok "board $key" one "$key" "$(echo $own)"
done

# A stylesheet that asks for everything gets only what is the recipient's.
cat >"$work/nieuwsgierig.xsl" <<X
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:nl:jaarverslag:document" xmlns:f="urn:nl:jaarverslag:functies" exclude-result-prefixes="f">
<f:voor wie="school"/>
<xsl:template match="/"><document title="x" lang="nl" style="bos"><part master="body"><para>
studenten [<xsl:value-of select="f:feit('studenten.totaal')"/>] beatrix [<xsl:value-of select="f:feit('school.beatrix.studenten')"/>] eigen [<xsl:value-of select="f:feit('school.newman.studenten')"/>]
<xsl:for-each select="//@*"><xsl:value-of select="."/><xsl:text> </xsl:text></xsl:for-each><xsl:value-of select="/"/></para></part></document></xsl:template></xsl:stylesheet>
X
curious() {
    exits 0 "$program" render -t "$work/nieuwsgierig.xsl" --for newman --dump document -o - $bos || return 1
    grep -q 'studenten \[\] beatrix \[\] eigen \[38\]' "$work/out" || { cat "$work/out"; return 1; }
    ! grep -q 'Saskia Verhulst\|Reeshofcollege\|Sovot\|2188' "$work/out"
}
ok "a curious stylesheet finds nothing of others" curious

# A trainer with a post elsewhere: own hours are told, the sum that would tell the other's students is not.
cat >"$work/deel.xml" <<X
<jaarverslag xmlns="urn:nl:jaarverslag:1" schooljaar="2022-2023" datum="2023-09-01">
<partnerschap sleutel="p" naam="Partnerschap P" kort="P"><bestuur sleutel="b1" naam="Bestuur Een"/><bestuur sleutel="b2" naam="Bestuur Twee"/>
<instituut sleutel="i" naam="Instituut" partner="ja"/><locatie sleutel="l1" naam="Locatie Een" bestuur="b1"/><locatie sleutel="l2" naam="Locatie Twee" bestuur="b2"/></partnerschap>
<parameters><uurtarief waarde="70"/><leerlingen-per-student waarde="50"/></parameters>
<leerlingen><telling locatie="l1" aantal="500"/><telling locatie="l2" aantal="650"/></leerlingen>
<studenten><per-instituut><telling locatie="l1" i="12"/><telling locatie="l2" i="17"/></per-instituut></studenten>
<personen><persoon sleutel="x" naam="Xaviera Ypma" werkgever="b2" email="x@gmail.com"/></personen>
<facilitering schooljaar="2022-2023"><vaste-uren sleutel="v" naam="Overleg" uren="50"/><per-student uren="8"/><meer-locaties uren="40"/><vergoeding uren="50" bonusuren="8"/>
<schoolopleider sleutel="so" persoon="x"><werkplek locatie="l1"/><werkplek locatie="l2"/></schoolopleider></facilitering>
<vorige-jaren><vorig-jaar schooljaar="2021-2022"><waarde feit="school.l1.studenten" waarde="9"/><waarde feit="school.l2.studenten" waarde="77"/></vorig-jaar></vorige-jaren>
<ontvangers><ontvanger voor="l1"><aandachtspunten><aandachtspunt>Woord voor Een.</aandachtspunt></aandachtspunten></ontvanger>
<ontvanger voor="l2"><alinea>Woord voor Twee.</alinea></ontvanger></ontvangers>
</jaarverslag>
X
shared() {
    exits 0 "$program" render --for l1 --profile archive-3 -o "$work/deel.pdf" "$work/deel.xml" || return 1
    exits 0 "$program" verify "$work/deel.pdf" || return 1
    rm -rf "$work/attached"; mkdir "$work/attached"
    all_text "$work/deel.pdf" >"$work/text"
    grep -q '12 × 8 uur' "$work/text" && grep -q 'Xaviera Ypma' "$work/text" && grep -q 'Woord voor Een' "$work/text" && grep -q '2021–2022' "$work/text" || { cat "$work/text"; return 1; }
    ! grep -q 'Locatie Twee\|Woord voor Twee\|gmail\|elders="0"\|middel' "$work/text" || return 1
    { pdftotext -layout "$work/deel.pdf" -; cat "$work/attached/jaarverslag.xml"; } >"$work/text"
    ! grep -qw '650\|17\|322\|77\|13' "$work/text" # what only the other has, and what follows from it
}
ok "a trainer of two schools" shared
exit $failed
