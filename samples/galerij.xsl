<?xml version="1.0" encoding="UTF-8"?>
<!-- De galerij: per bladzijde wat de bladspiegel kan, met de sjablonen en de cijfers van een echt verslag:
     build/jaarverslag render -t samples/galerij.xsl input/bos-2020-2021 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:nl:jaarverslag:document"
  xmlns:j="urn:nl:jaarverslag:1" xmlns:f="urn:nl:jaarverslag:functies" exclude-result-prefixes="j f">
  <xsl:import href="../templates/lib/verhaal.xsl"/>
  <xsl:import href="../templates/lib/delen.xsl"/>
  <xsl:import href="../templates/lib/figuren.xsl"/>

  <xsl:template match="/j:jaarverslag">
    <document>
        <xsl:call-template name="documentkop"/>
        <part master="body" role="part" title="Alinea’s" series-prefix="" >
          <heading level="2">Alinea’s</heading>
          <para>Ons partnerschap kreeg in 2020-2021 <number fact="baten.begroot" as="euro-whole"/> en besteedde daarvan <number fact="realisatie.totaal" as="euro"/>, zie p. 3 en blz. 12. Volgens J.A. de Vries en dr. M. Jansen is dat “voldoende” — ’s avonds wordt niet gewerkt. De verantwoordelijkheidsverdeling tussen schoolopleider, werkplekbegeleider en instituutsopleider staat in bijlage 6, en wie 8 uur per week begeleidt, krijgt daarvoor € 955.</para>
          <para><strong>Ingelopen kop.</strong> H<sub>2</sub>O en m<sup>2</sup>, <sc>Kleinkapitaal</sc>, <em>nadruk met <strong>vet</strong> erin</em>, <q>aangehaald</q>, de 1<sup>e</sup> keer. Een lang adres: <link href="https://www.platformsamenopleiden.nl/wp-content/uploads/2021/06/Handreiking-kwaliteitskader-2021.pdf">https://www.platformsamenopleiden.nl/wp-content/uploads/2021/06/Handreiking-kwaliteitskader-2021.pdf</link> en verder.</para>
          <para lang="en">The partnership educates teachers together with the institutes; responsibilities, accountability and internationalisation are hyphenated by English rules.</para>
          <columns count="3"><para>Smalle kolom met verantwoordelijkheidsgevoel, kwaliteitszorgsystematiek en leerwerkplaatsen voor aankomende leraren in het voortgezet onderwijs.</para><para>Een tweede alinea in een smalle kolom over de werkplekbegeleidersbijeenkomsten.</para><para>De derde alinea sluit de rij.</para></columns>
          <quote><para>Samen opleiden is een werkwoord.</para><para style="quote-source">Een rector</para></quote>
          <definitions style="run-in"><entry><term>Kernteam</term><definition><para>team dat de dagelijkse leiding heeft over de opleidingsschool en dat iedere twee weken bijeenkomt.</para></definition></entry></definitions>
          <box style="note" title="Kader"><para>Een kader heeft een achtergrond en een streep.</para></box>
          <box style="example" title="Voorbeeld"><para>Dit is een voorbeeld.</para></box>
          <box style="warning" title="Let op"><para>Dit is een waarschuwing.</para></box>
          <para>Een zin met een noot<footnote>Noten staan onder aan de bladzijde en beginnen per bijlage opnieuw.</footnote> en nog een<footnote>Een lang adres in een noot: https://www.platformsamenopleiden.nl/wp-content/uploads/2021/06/Handreiking.pdf</footnote>.</para>
        </part>
        <part master="body" role="part" title="Lijsten" series-prefix="" >
          <heading level="2">Lijsten</heading>
          <list><item>Eerste punt</item><item>Tweede punt<list><item>dieper</item><item>nog een<list><item>diepst</item></list></item></list></item></list>
          <list kind="number"><item>Een</item><item>Twee<list kind="alpha"><item>a</item><item>b<list kind="roman"><item>i</item><item>ii</item></list></item></list></item></list>
          <list kind="check"><item>Vinkje</item><item>Nog een vinkje</item></list>
          <list kind="box"><item>Vakje met een langere tekst die over de regel heen loopt, zodat te zien is waar de tweede regel begint.</item><item>Tweede vakje</item></list>
          <list kind="arrow"><item>Pijl</item><item>Pijl</item></list>
          <keyfigures><keyfigure fact="studenten.totaal" label="studenten liepen stage"/><keyfigure fact="streefaantal.gehaald" label="scholen haalden hun streefaantal"/><keyfigure fact="resultaat.realisatie" format="euro-whole" label="positief resultaat"/><keyfigure fact="reserve.eind" format="euro-whole" label="reserve"/></keyfigures>
          <definitions style="columns"><xsl:for-each select="j:afkortingen/*"><entry><term><xsl:value-of select="@kort"/></term><definition><para style="definition"><xsl:value-of select="@voluit"/></para></definition></entry></xsl:for-each></definitions>
        </part>
        <part master="body" role="part" title="Tabel met groepen en totalen" series-prefix="" >
          <heading level="2">Tabel met groepen en totalen</heading>
          <xsl:apply-templates select="(//j:figuur[@soort = 'streefaantallen'])[1]"/>
        </part>
        <part master="body" role="part" title="Begroting" series-prefix="" >
          <heading level="2">Begroting</heading>
          <xsl:apply-templates select="(//j:figuur[@soort = 'begroting-realisatie'])[1]"/>
        </part>
        <part master="body" role="part" title="Matrix met gedraaide koppen" series-prefix="" >
          <heading level="2">Matrix met gedraaide koppen</heading>
          <figure><table style="matrix"><column width="auto"/><column align="center"/><column align="center"/><column align="center"/><column align="center"/><column align="center"/><column align="center"/>
            <head><row><cell rowspan="2">Activiteit</cell><cell colspan="3">School</cell><cell colspan="3">Instituut</cell></row><row><cell rotate="90">Schoolopleider</cell><cell rotate="90">Werkplekbegeleider</cell><cell rotate="90">Schoolleider</cell><cell rotate="90">Instituutsopleider</cell><cell rotate="90">Vakdidacticus</cell><cell rotate="90">Lerarencoach</cell></row></head>
            <body><row><cell header="yes">Intake</cell><cell>✓</cell><cell/><cell>✓</cell><cell>✓</cell><cell/><cell/></row><row><cell header="yes">Lesobservatie</cell><cell/><cell>✓</cell><cell/><cell/><cell>✓</cell><cell/></row><row><cell header="yes">Intervisie</cell><cell>✓</cell><cell>✓</cell><cell/><cell>✓</cell><cell/><cell>✓</cell></row></body></table><caption>Wie wat doet</caption></figure>
          <figure><table style="text"><column width="2*"/><column width="5*"/><column width="1*" align="right"/><head><row><cell>Rol</cell><cell>Taken</cell><cell>Uren</cell></row></head><body>
            <row><cell>Schoolopleider</cell><cell><list kind="arrow"><item>begeleidt</item><item>beoordeelt<list><item>tussentijds</item><item>aan het eind</item></list></item></list></cell><cell>412</cell></row>
            <row><cell rowspan="2">Werkplekbegeleider</cell><cell>Voert iedere week een gesprek over de lessen die zijn gegeven en die nog komen, en schrijft op wat is afgesproken.</cell><cell>40</cell></row><row><cell>Kijkt mee in de klas.</cell><cell>?</cell></row></body></table><caption>Lijsten in cellen en cellen over rijen</caption><note mark="?">Niet opgegeven.</note></figure>
        </part>
        <part master="body" role="part" title="Transport over de bladzijde" series-prefix="" >
          <heading level="2">Transport over de bladzijde</heading>
          <figure><table><column/><column/><column align="decimal" carry="yes"/><head><row><cell>Wat</cell><cell>Wanneer</cell><cell>Aantal</cell></row></head>
            <xsl:for-each select="$partnerschap/j:locatie"><body group="{@naam}">
              <row><cell>leerlingen</cell><cell>peildatum 1 oktober</cell><cell><xsl:value-of select="f:tekst(concat('school.', @sleutel, '.leerlingen'))"/></cell></row>
              <row><cell>studenten</cell><cell>alle instituten</cell><cell><xsl:value-of select="f:tekst(concat('school.', @sleutel, '.studenten'))"/></cell></row>
            </body></xsl:for-each>
          </table><caption>Een tabel die doorloopt: kop, groep en som staan er opnieuw</caption></figure>
        </part>
        <part master="body" role="part" title="Delen van een geheel" series-prefix="" >
          <heading level="2">Delen van een geheel</heading>
          <xsl:apply-templates select="(//j:figuur[@soort = 'studenten-per-partner'])[1]"/>
          <figure><chart kind="ring" unit="%"><xsl:for-each select="$partnerschap/j:instituut[@partner = 'ja']"><point label="{@naam}" fact="studenten.instituut.{@sleutel}.aandeel"/></xsl:for-each></chart><caption>Ring met de namen bij de delen</caption></figure>
        </part>
        <part master="body" role="part" title="Staven" series-prefix="" >
          <heading level="2">Staven</heading>
          <figure><chart kind="bullet"><xsl:for-each select="$partnerschap/j:locatie"><xsl:if test="f:bestaat(concat('school.', @sleutel, '.studenten')) and position() &lt; 9"><point label="{@naam}" fact="school.{@sleutel}.studenten" target="{f:tekst(concat('school.', @sleutel, '.streefaantal'))}"/></xsl:if></xsl:for-each></chart><caption>Studenten tegen het streefaantal</caption></figure>
          <figure><chart kind="stacked" orientation="vertical"><series label="jaar 1"><point label="FLOT" value="62"/><point label="HR" value="12"/><point label="TU/e"/></series><series label="jaar 2"><point label="FLOT" value="50"/><point label="HR" value="9"/><point label="TU/e" value="12"/></series><series label="jaar 3"><point label="FLOT" value="30"/><point label="HR" value="4"/><point label="TU/e" value="2"/></series></chart><caption>Gestapeld, met een onbekend deel</caption></figure>
          <figure><chart kind="columns"><series label="Begroot"><point label="Leiding" value="120"/><point label="Scholing" value="80"/><point label="Onkosten" value="30"/></series><series label="Realisatie"><point label="Leiding" value="110"/><point label="Scholing" value="-20"/><point label="Onkosten" value="45"/></series></chart><caption>Naast elkaar, met een negatieve waarde</caption></figure>
        </part>
        <part master="body" role="part" title="Jaren en verschillen" series-prefix="" >
          <heading level="2">Jaren en verschillen</heading>
          <figure><chart kind="waterfall" unit="EUR"><point label="Begroting" fact="begroting.totaal" format="euro-whole" kind="total"/><xsl:for-each select="//j:begroting/j:rubriek"><xsl:if test="f:bestaat(concat('afwijking.rubriek.', @sleutel))"><point label="{@naam}" fact="afwijking.rubriek.{@sleutel}" format="euro-whole" kind="minus"/></xsl:if></xsl:for-each><point label="Realisatie" fact="realisatie.totaal" format="euro-whole" kind="total"/></chart><caption>Van begroting naar realisatie</caption></figure>
          <figure><chart kind="line"><series label="Partners"><point label="2017-2018" value="150"/><point label="2018-2019" value="180"/><point label="2019-2020" value="195"/><point label="2020-2021" fact="studenten.partners"/></series><series label="Overig"><point label="2017-2018" value="30"/><point label="2018-2019" value="42"/><point label="2019-2020"/><point label="2020-2021" fact="studenten.overig"/></series></chart><caption>Lijnen met de getallen bij de punten; een onbekend jaar is een gat</caption></figure>
          <figure><chart kind="multiples"><series label="Newmancollege"><point label="2019" value="30"/><point label="2020" value="38"/><point label="2021" value="36"/></series><series label="Beatrix College"><point label="2019" value="10"/><point label="2020" value="12"/><point label="2021" value="24"/></series><series label="Markenhage"><point label="2019" value="5"/><point label="2020" value="0"/><point label="2021" value="7"/></series></chart><caption>Kleine veelvouden op één schaal</caption></figure>
        </part>
        <part master="body" role="part" title="Schema’s" series-prefix="" >
          <heading level="2">Schema’s</heading>
          <xsl:apply-templates select="(//j:figuur[@soort = 'themaboom'])[1]"/>
          <xsl:apply-templates select="(//j:figuur[@soort = 'organogram'])[1]"/>
        </part>
        <part master="landscape" role="part" title="Jaarplanning" series-prefix="" >
          <heading level="2">Jaarplanning</heading>
          <xsl:apply-templates select="(//j:figuur[@soort = 'jaarplanning'])[1]"/>
        </part>
        <part master="cards" role="part" title="Rolkaart">
          <heading level="2" style="card-title">WERKPLEKBEGELEIDER</heading>
          <beside ratio="2:3:3" rule="yes">
            <side><heading level="3" style="card-head">Rol</heading><para>De werkplekbegeleider begeleidt de aankomende leraar in de klas en is het eerste aanspreekpunt.</para></side>
            <side><heading level="3" style="card-head">Taken</heading><list kind="arrow"><item>maakt de aankomende leraar wegwijs;</item><item>kijkt mee in lessen en geeft gerichte feedback<list><item>ten minste eenmaal per week;</item><item>aan de hand van het observatieformulier;</item></list></item><item>voert begeleidingsgesprekken;</item><item>beoordeelt samen met de schoolopleider.</item></list></side>
            <side><heading level="3" style="card-head">Bekwaamheden en ontwikkeling</heading><list kind="arrow"><item>beheerst gespreks- en coachingsvaardigheden;</item><item>kent het curriculum van de lerarenopleidingen;</item><item>volgt ieder jaar een verdiepingsmiddag.</item></list></side>
          </beside>
          <table style="hours"><column width="3*"/><column width="4*"/><column/><column align="center"/><column align="decimal"/>
            <head><row><cell>Wat</cell><cell>Doel</cell><cell>Duur</cell><cell>Per aankomend leraar</cell><cell>Uren</cell></row></head>
            <body><row><cell>Begeleidingsgesprek</cell><cell>leervragen bespreken</cell><cell>40 × 30 min</cell><cell>ja</cell><cell>20</cell></row><row><cell>Lesobservatie</cell><cell>feedback geven op de les</cell><cell>20 × 1 uur</cell><cell>ja</cell><cell>20,5</cell></row><row><cell>Overleg</cell><cell>voortgang en afstemming</cell><cell>4 × 1 uur</cell><cell>nee</cell><cell>4</cell></row></body>
            <foot><row role="total"><cell colspan="4">Totaal</cell><cell>44,5</cell></row></foot></table>
        </part>
        <part master="body" role="part" title="Formulier" series-prefix="" >
          <heading level="2">Formulier</heading>
          <xsl:apply-templates select="(//j:formulier)[1]"/>
        </part>
        <part master="body" role="part" title="Ter vergadering" series-prefix="" line-numbers="page">
          <heading level="2">Ter vergadering</heading>
          <para>Regels hebben nummers om naar te wijzen; wat is gewijzigd, heeft een streep in de marge. Deze alinea loopt over enkele regels, zodat te zien is dat elke vijfde regel een nummer heeft.</para>
          <para changed="yes">Deze alinea is gewijzigd sinds de vorige versie en loopt eveneens over enkele regels, zodat de streep ernaast niet te missen is voor wie alleen de wijzigingen naloopt.</para>
          <list><item>Een punt dat bleef.</item><item changed="yes">Een punt dat is gewijzigd.</item><item>Weer een punt dat bleef.</item></list>
          <box style="key" title="Gevraagd besluit" changed="yes"><para>De stuurgroep stelt de begroting vast.</para></box>
        </part>
        <part master="columns" role="part" title="Kolommen die gelijk eindigen" series-prefix="" >
          <heading level="2">Kolommen die gelijk eindigen</heading>
          <xsl:for-each select="(//j:hoofdstuk)[2]/j:paragraaf[1]/j:alinea"><xsl:apply-templates select="."/></xsl:for-each>
        </part>
    </document>
  </xsl:template>
</xsl:stylesheet>
