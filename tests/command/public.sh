#!/bin/bash
# The public version: no names, no small numbers, none that can be worked out; and it stops where it cannot be sure.
cd "$(dirname "$0")/../.."
program=$PWD/build/jaarverslag
bos=input/bos-2020-2021
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
ok() { # label, command...
    local label=$1
    shift
    if "$@" >"$work/log" 2>&1; then echo "ok $label"; else failed=1; echo "not ok $label"; head -12 "$work/log"; fi
}
exits() { # status, command...
    local status=$1 got=0
    shift
    "$@" >"$work/out" 2>"$work/err" || got=$?
    [ "$got" = "$status" ] || { echo "exit $got, expected $status"; tail -5 "$work/out" "$work/err"; return 1; }
}
attack() { # input, options: the document is made and withstands the attack
    exits 0 "$program" render -t publiek --dump document -o "$work/d.xml" "$1" || return 1
    "$program" facts "$1" >"$work/f.csv" 2>"$work/err" && python3 tests/privacy/attack.py "$work/d.xml" "$work/f.csv" "$@"
}
naive() { # the attack is no paper tiger: leaving out the small numbers alone does not withstand it
    attack "$1" || return 1
    ! python3 tests/privacy/attack.py "$work/d.xml" "$work/f.csv" "$1" --naive
}

ok "BOS withstands the attack" attack $bos
ok "without the further ones it would not" naive $bos
ok "the example withstands the attack" attack input/voorbeeld
ok "several years withstand the attack" attack tests/golden/jaren/2022-2023
for seed in 1 2 3 4 5 6 8 9; do
    python3 tests/privacy/generate.py $seed "$work/g$seed"
    ok "made-up partnership $seed" attack "$work/g$seed"
done
ok "and would not, naively" naive "$work/g3"
python3 tests/privacy/generate.py 2 "$work/g60" 60
ok "sixty locations, nine institutes, six levels, first-years" attack "$work/g60"

# names: of the whole file, every stream opened
published() {
    exits 0 "$program" render -t publiek --withheld "$work/w.csv" -o "$work/p.pdf" "$1" || return 1
    qpdf --check "$work/p.pdf" && { pdftotext "$work/p.pdf" -; qpdf --qdf --object-streams=disable "$work/p.pdf" - | strings -n 4; } >"$work/text"
    head -1 "$work/w.csv" | grep -q '^feit,reden,om' && grep -q ',klein,' "$work/w.csv"
}
ok "BOS is published" published $bos
nobody() {
    sed -n 's/.*<persoon sleutel="[^"]*" naam="\([^"]*\)".*/\1/p' $bos/personen.xml | while read -r name; do
        echo "$name"
        echo "${name##* }"
    done >"$work/names"
    ! grep -wF -f "$work/names" "$work/text" | grep -v "^/" | head -3 | grep .
}
ok "nobody of BOS is named" nobody

case_of() { # body...: a small input with this text
    cat >"$work/case.xml" <<X
<jaarverslag xmlns="urn:nl:jaarverslag:1" schooljaar="2022-2023" datum="2023-09-01" auteur="Zoë van den Ommeren-Kuijt">
<partnerschap sleutel="p" naam="Partnerschap Wouters" kort="P"><bestuur sleutel="b" naam="Bestuur"/><instituut sleutel="i" naam="Instituut" partner="ja"/>
<locatie sleutel="l" naam="Dirk Bouts College" bestuur="b"/></partnerschap>
<personen><persoon sleutel="ommeren" naam="Zoë van den Ommeren-Kuijt" werkgever="b" rollen="projectleider, SO" email="zoe@school.nl"/>
<persoon sleutel="bas" naam="Bas Peeters" werkgever="b" rollen="schoolopleider"/><persoon sleutel="dirk" naam="Dirk Wouters" werkgever="i" rollen="schoolopleider"/></personen>
<hoofdstuk sleutel="h" titel="Tekst">$*</hoofdstuk></jaarverslag>
X
}
says() { # input text, expected text in the document
    case_of "$1"
    exits 0 "$program" render -t publiek --dump document -o - "$work/case.xml" || return 1
    grep -qF -- "$2" "$work/out" || { grep -o '<para.*' "$work/out" | tail -2; return 1; }
    ! grep -qiE 'ommeren|peeters|zo[eë] |kuijt' "$work/out"
}
stops() { # code, input text
    case_of "$2"
    exits 1 "$program" render -t publiek -o "$work/no.pdf" "$work/case.xml" && grep -q "\[$1\]" "$work/err" && [ ! -e "$work/no.pdf" ]
}
p() { echo "<alinea>$1</alinea>"; }
ok "full name" says "$(p 'Zoë van den Ommeren-Kuijt sprak.')" '>De projectleider sprak.'
ok "without accents, with capitals" says "$(p 'Dank aan ZOE VAN DEN OMMEREN-KUIJT voor alles.')" 'Dank aan de projectleider voor alles'
ok "initials" says "$(p 'Dank aan Z. van den Ommeren-Kuijt.')" 'Dank aan de projectleider.'
ok "surname first" says "$(p 'Zie: Peeters, B. (notitie).')" 'Een schoolopleider (notitie)'
ok "with a title" says "$(p 'Volgens mevrouw Van den Ommeren-Kuijt kan het.')" 'Volgens de projectleider kan het'
ok "first name" says "$(p 'We vroegen het aan Bas, die knikte.')" 'aan een schoolopleider, die knikte'
ok "possessive" says "$(p 'Peeters’ plan en Bas Peeters’ idee.')" 'plan en'
ok "role in front" says "$(p 'Onze projectleider Zoë van den Ommeren-Kuijt sprak.')" 'Onze projectleider sprak.'
ok "over a line end" says "$(p "Dank aan Bas
   Peeters.")" 'Dank aan een schoolopleider.'
ok "a school keeps its name" says "$(p 'Het Dirk Bouts College en Partnerschap Wouters doen mee.')" 'Het Dirk Bouts College en Partnerschap Wouters doen mee'
ok "somebody else of that first name stays" says "$(p 'Volgens Bas Haring is dat waar.')" 'Volgens Bas Haring is dat waar'
ok "address" says "$(p 'Mail naar zoe@school.nl of jan@gmail.com of info@school.nl.')" 'naar (adres weggelaten) of (adres weggelaten) of info@school.nl'
ok "mobile number" says "$(p 'Bel 06-1234 5678 of 013 123 4567.')" 'Bel (telefoonnummer weggelaten) of 013 123 4567'
ok "signature" says '<alinea soort="ondertekening">J. Onbekend<regeleinde/>voorzitter</alinea>' '>voorzitter</para>'
ok "a name in pieces stops" stops R611 "$(p 'Bas <nadruk>Pee</nadruk>ters sprak.')"
ok "a misspelt name stops" stops R611 "$(p 'Met dank aan Bas Peetes.')"
ok "a small number of persons stops" stops R612 "$(p 'Daarvan stopten er drie studenten.')"
ok "of more persons too" stops R612 "$(p 'Drie van de vijf studenten stopten.')"
ok "of candidates too" stops R612 "$(p 'De vier kandidaten stopten.')"
ok "in digits too" stops R612 "$(p 'Er waren 4 nieuwe studenten.')"
ok "years are no persons" says "$(p 'Vier jaren studenten in beeld; drie schooljaren studenten.')" 'Vier jaren studenten'
ok "the name of a year is no number of persons" says "$(p 'In jaar 1 van de opleider gaat het anders.')" 'In jaar 1 van'
ok "a small number in a table stops" stops R613 '<tabel><kolom/><kolom/><rij><cel>studenten die stopten</cel><cel>3</cel></rij></tabel>'
ok "first name and initial" says "$(p 'Daarna sprak Bas P. over zijn werk.')" 'sprak een schoolopleider over zijn werk'
ok "a small number between brackets stops" stops R612 "$(p 'Een paar (2) studenten stopten.')"
ok "what is left of two numbers stops" stops R612 "$(p 'Van de 12 studenten bleven er 10.')"
ok "any small number may be said" says "$(p 'Een paar studenten stopten.')" 'Enkele studenten stopten'
ok "looked at" says '<alinea openbaar="ja">Er is plaats voor drie studenten.</alinea>' 'plaats voor drie studenten'
ok "left out" says '<alinea openbaar="nee">Daarvan stopten er drie studenten.</alinea><alinea>Einde.</alinea>' 'Einde.'
ok "no source with it" exits 1 "$program" render -t publiek --profile archive-3 -o "$work/no.pdf" input/voorbeeld
sed 's/sjabloon="jaarverslag"/sjabloon="publiek"/' input/voorbeeld/jaarverslag.xml >"$work/v.xml"; cp input/voorbeeld/*.csv "$work"
ok "no package of it" exits 1 "$program" archive -o "$work/pakket" "$work/v.xml"

# Facts about one intern, and a small count in a role's specification.
cat >"$work/stage.xml" <<X
<jaarverslag xmlns="urn:nl:jaarverslag:1" schooljaar="2022-2023" datum="2023-09-01" titel="T">
<partnerschap sleutel="p" naam="P"><bestuur sleutel="b" naam="B"/><instituut sleutel="i" naam="I" partner="ja"/><locatie sleutel="l" naam="L" bestuur="b"/></partnerschap>
<stagevergoeding van="2022-09-01" tot="2023-07-01"><trede vanaf="1" bedrag="125"/><trede vanaf="2" bedrag="251"/><stage sleutel="jansen" naam="Jan Jansen" dagen="2"/></stagevergoeding>
<urenspecificaties><urenspecificatie sleutel="w" naam="W" studenten="3"><onderdeel sleutel="d" naam="D"><post sleutel="x" naam="X" uren="17" per="student"/></onderdeel></urenspecificatie></urenspecificaties>
<hoofdstuk sleutel="h" titel="H"><alinea>Jansen kreeg <getal feit="stagevergoeding.jansen.totaal"/>; er waren <getal feit="uren.w.studenten"/> met <getal feit="uren.w.totaal"/> uren.</alinea></hoofdstuk></jaarverslag>
X
one() {
    exits 0 "$program" render -t publiek -o "$work/p.pdf" "$work/stage.xml" && pdftotext "$work/p.pdf" "$work/text" || return 1
    tr '\n' ' ' <"$work/text" | grep -q 'kreeg \[niet getoond\]; er waren \[niet getoond\] met \[niet getoond\] uren' && ! grep -qE 'Jansen|2\.510|51' "$work/text"
}
ok "one intern's allowance and a small count are not shown" one

# A stylesheet that asks for everything gets roles and marks.
cat >"$work/nieuwsgierig.xsl" <<X
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:nl:jaarverslag:document" xmlns:f="urn:nl:jaarverslag:functies" exclude-result-prefixes="f">
<f:voor wie="publiek"/>
<xsl:template match="/"><document title="x" lang="nl" style="bos"><part master="body"><para>juvenaat [<xsl:value-of select="f:feit('school.juvenaat.instituut.esoe')"/>] [<xsl:value-of select="f:feit('so.beatrix.uren')"/>]
<xsl:for-each select="//@*"><xsl:value-of select="concat(name(), '=', ., ' ')"/></xsl:for-each><xsl:for-each select="f:feiten()"><xsl:value-of select="concat(@id, ':', @waarde, @exact, ' ')"/><xsl:for-each select=".//@*"><xsl:value-of select="concat(., ' ')"/></xsl:for-each></xsl:for-each></para></part></document></xsl:template></xsl:stylesheet>
X
curious() {
    exits 0 "$program" render -t "$work/nieuwsgierig.xsl" --dump document -o - $bos || return 1
    grep -q 'juvenaat \[\] \[\]' "$work/out" && grep -q 'school.juvenaat.instituut.esoe: ' "$work/out" || return 1
    ! grep -wF -f "$work/names" "$work/out" | grep -o '.\{20\}\(Maud\|Verhagen\|Aalst\).\{20\}' | head -3 | grep .
}
ok "a curious stylesheet finds nothing" curious
exit $failed
