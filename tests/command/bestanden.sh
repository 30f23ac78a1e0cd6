#!/bin/sh
# One door for the files that an input names: stylesheet, house style, picture and drawing lie in its folder, or are the
# program's by their bare name. A stylesheet given on the command line reads its own folder. No entity, import or link leads out.
cd "$(dirname "$0")/../.." || exit 1
J=$PWD/build/jaarverslag
T=$(mktemp -d) && trap 'rm -rf "$T"' EXIT
is() { [ "$2" = "$3" ] && echo "ok $1" || echo "not ok $1 ($2, not $3)"; }
has() { grep -q "$2" "$T/log" && echo "ok $1" || echo "not ok $1: $(cat "$T/log")"; }
mkdir "$T/in" "$T/in/deel" "$T/los" && cd "$T" || exit 1
input() { # attributes, body in line 3
    printf '%s\n%s\n%s\n%s\n' "<jaarverslag xmlns='urn:nl:jaarverslag:1' schooljaar='2022-2023' titel='T' datum='2023-09-01' $1>" \
        "<partnerschap sleutel='p' naam='P'><bestuur sleutel='x' naam='X'/><instituut sleutel='ho' naam='HO' partner='ja'/><niveau sleutel='j1' naam='jaar 1'/><locatie sleutel='a' naam='Aa' bestuur='x'/></partnerschap><hoofdstuk sleutel='h' titel='H'>" \
        "${2-<alinea>Tekst.</alinea>}" "</hoofdstuk></jaarverslag>" >in/jaarverslag.xml
}
X="xmlns:xsl='http://www.w3.org/1999/XSL/Transform' xmlns='urn:nl:jaarverslag:document' xmlns:j='urn:nl:jaarverslag:1' exclude-result-prefixes='j'"
page() { printf '%s' "<xsl:template match='/j:jaarverslag'><document title='T' lang='nl' style='bos'><part master='body' title='T'><heading level='1' style='h1'>Kop</heading><para>$1</para></part></document></xsl:template>"; }
sheet() { # doctype, top, text
    printf '%s\n' "$1<xsl:stylesheet version='1.0' $X>$2$(page "$3")</xsl:stylesheet>"
}
render() { rm -f out.pdf; "$J" render -o out.pdf "$@" >log 2>&1; echo $?; }
shows() { pdftotext out.pdf - 2>/dev/null | grep -c "$1"; }
echo GEHEIM >geheim.txt
printf '%s\n' "<xsl:stylesheet version='1.0' $X>$(page GEHEIM)</xsl:stylesheet>" >geheim.xsl

sheet '' '' BINNEN >in/eigen.xsl
input "sjabloon='eigen.xsl'"
input ""; is "a stylesheet that there is not" "$(render -t weg.xsl in)" 1
has "is told so" "weg.xsl: fout: .*bestaat niet.*D201"
input "sjabloon='eigen.xsl'"
is "a stylesheet beside the input" "$(render in) $(shows BINNEN)" "0 1"
(cd los && "$J" render -o "$T/out.pdf" ../in >"$T/log" 2>&1); is "from any folder" "$(shows BINNEN)" 1
cp in/eigen.xsl eigen.xsl; rm in/eigen.xsl
is "not one of the current folder" "$(render in)" 1
has "told at the place" 'in/jaarverslag.xml:1:[0-9]*: fout: .*eigen.xsl.*D201'
input "sjabloon='../eigen.xsl'"
is "nor one outside" "$(render in)" 1
has "told that it lies outside" 'in/jaarverslag.xml:1:[0-9]*: fout: .*buiten de map van de invoer.*D201'
input "sjabloon='deel.xsl'"; ln -s ../geheim.xsl in/deel.xsl
is "nor by a link" "$(render in) $(shows GEHEIM)" "1 0"
rm in/deel.xsl

input ''
sheet '<!DOCTYPE x [<!ENTITY g SYSTEM "../geheim.txt">]>' '' '&g;' >in/eigen.xsl
is "an entity" "$(render -t in/eigen.xsl in) $(shows GEHEIM)" "1 0"
has "is told" 'geheim.txt.*D201'
sheet '' '<xsl:import href="../geheim.xsl"/>' BINNEN >in/eigen.xsl
is "an import" "$(render -t in/eigen.xsl in)" 1
has "is told too" 'geheim.xsl.*D201'
sheet '' '<xsl:import href="file:///etc/passwd"/>' BINNEN >in/eigen.xsl
is "an address" "$(render -t in/eigen.xsl in)" 1
ln -s ../geheim.xsl in/link.xsl; sheet '' '<xsl:include href="link.xsl"/>' BINNEN >in/eigen.xsl
is "a link" "$(render -t in/eigen.xsl in)" 1
sheet '' '' "<xsl:value-of select=\"document('../geheim.xsl')\"/>" >in/eigen.xsl
render -t in/eigen.xsl in >/dev/null; is "document()" "$(shows GEHEIM)" 0
sheet '' '<xsl:import href="../templates/jaarverslag.xsl"/>' BINNEN >los/eigen.xsl
is "templates of the program" "$(render -t los/eigen.xsl in) $(shows BINNEN)" "0 1"
sheet '' '<xsl:import href="deel/meer.xsl"/>' BINNEN >in/eigen.xsl; sheet '' '<xsl:import href="../templates/lib/jaren.xsl"/>' ANDERS >in/deel/meer.xsl
is "a folder of the input" "$(render -t in/eigen.xsl in) $(shows BINNEN)" "0 1"

sed 's/name="bos"/name="eigen"/' "$OLDPWD/templates/style/bos.xml" >eigen.xml
input "huisstijl='../eigen.xml'"
is "a house style outside" "$(render in)" 1
has "is told" 'eigen.xml.*D101'
input "huisstijl='eigen.xml'"
is "a house style of the current folder" "$(render in)" 1
cp eigen.xml in; is "and one of the input" "$(render in)" 0
input ''; is "or of the command line" "$(render --style eigen.xml in)" 0

printf '%s' "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' width='90' height='90'><a href='https://a.nl'><rect id='r' width='9' height='9' fill='url(#g)'/></a>" >in/goed.svg
cp in/goed.svg in/plaat.svg; cp in/goed.svg in/stijl.svg
echo "<use xlink:href='#r'/></svg>" >>in/goed.svg
echo "<image xlink:href='../geheim.png' width='9' height='9'/></svg>" >>in/plaat.svg
echo "<rect width='9' height='9' style='fill: url(ander.svg#x)'/></svg>" >>in/stijl.svg
input '' "<afbeelding sleutel='s' bestand='goed.svg' alt='Een vlak.'/>"; is "a drawing" "$(render in)" 0
for other in plaat stijl; do
    input '' "<afbeelding sleutel='s' bestand='$other.svg' alt='Een vlak.'/>"
    is "a drawing that draws in a file ($other)" "$(render in)" 1
    has "is told" 'in/jaarverslag.xml:3:[0-9]*: fout: .*tekent een ander bestand in.*D301'
done
