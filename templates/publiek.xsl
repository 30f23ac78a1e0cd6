<?xml version="1.0" encoding="UTF-8"?>
<!-- De openbare versie van het jaarverslag. De invoer komt hier zonder namen en aantallen binnen; wat niet openbaar is, heeft
     als feit geen waarde (f:status is dan withheld) en krijgt in tekst, tabel en grafiek vanzelf een teken of de woorden [niet getoond]. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:nl:jaarverslag:document"
  xmlns:j="urn:nl:jaarverslag:1" xmlns:f="urn:nl:jaarverslag:functies" exclude-result-prefixes="j f">
  <xsl:import href="jaarverslag.xsl"/>
  <f:voor wie="publiek"/>

  <xsl:template match="/j:jaarverslag">
    <document>
      <xsl:call-template name="documentkop"/>
      <xsl:attribute name="title"><xsl:value-of select="@titel"/><xsl:if test="not(@titel)">Jaarverslag <xsl:value-of select="concat($naam, ' ', $schooljaar)"/></xsl:if> (openbare versie)</xsl:attribute>
      <xsl:call-template name="omslag"/>
      <xsl:if test="j:voorwoord or j:samenvatting or j:hoofdstuk or j:bijlage"><xsl:call-template name="inhoud"/></xsl:if>
      <xsl:call-template name="verantwoording"/>
      <xsl:apply-templates select="j:voorwoord"/>
      <xsl:if test="not(j:voorwoord) and j:afkortingen/*">
        <part master="body" role="sect" title="{$kopregel}"><xsl:call-template name="afkortingen"/></part>
      </xsl:if>
      <xsl:apply-templates select="j:samenvatting"/>
      <xsl:apply-templates select="j:hoofdstuk"/>
      <xsl:call-template name="bijlagen"/>
    </document>
  </xsl:template>

  <!-- Wat in deze versie anders is, en hoe het teken te lezen is. -->
  <xsl:template name="verantwoording">
    <part master="body" role="sect" title="{$kopregel}">
      <heading level="1" style="front-title" id="over-deze-versie">Over deze openbare versie</heading>
      <para>Dit is de openbare versie van het jaarverslag. Zij volgt hetzelfde verslag als het partnerschap zelf gebruikt, met twee verschillen.</para>
      <list kind="bullet">
        <item><para style="list">Namen van personen die in de gegevens van het partnerschap staan, zijn vervangen door hun rol. Hun mailadressen, andere privéadressen en mobiele nummers zijn weggelaten.</para></item>
        <item><para style="list">Aantallen in de gegevens van minder dan <xsl:choose><xsl:when test="f:bestaat('parameter.kleine-groep')"><number fact="parameter.kleine-groep"/></xsl:when><xsl:otherwise>5</xsl:otherwise></xsl:choose> personen zijn niet getoond, en ook andere getallen niet waaruit zo’n aantal te berekenen zou zijn. Op hun plaats staat in een tabel of figuur •, in een zin [niet getoond]. Dat zegt dus niet dat een aantal klein is. Een nul is wel getoond: daar gaat het over niemand.</para></item>
      </list>
      <para>Totalen gaan over alle aantallen, ook die niet zijn getoond. Wat niet bekend is, heeft een vraagteken.</para>
    </part>
  </xsl:template>

  <!-- In de ontwikkelteams zegt de functie al wie het is: een kolom met namen heeft hier geen zin. -->
  <xsl:template match="j:figuur[@soort = 'ontwikkelteams']" mode="inhoud" priority="2">
    <table style="text" summary="{normalize-space(j:bijschrift)}">
      <column width="1.4*" align="left"/><column width="auto" align="left"/><column width="1*" align="left"/>
      <head><row><cell header="yes">Functie of rol</cell><cell header="yes">Partner</cell><cell header="yes">School</cell></row></head>
      <xsl:for-each select="$invoer/j:ontwikkelteams/j:team">
        <body group="{@naam}">
          <xsl:for-each select="j:lid">
            <xsl:variable name="wie" select="key('persoon', @persoon)"/>
            <row>
              <cell><xsl:value-of select="@functie"/><xsl:if test="not(@functie)"><xsl:value-of select="$wie/@naam"/></xsl:if><xsl:value-of select="@teken"/></cell>
              <cell><xsl:call-template name="kort"><xsl:with-param name="ding" select="($p/j:bestuur | $p/j:instituut)[@sleutel = $wie/@werkgever]"/></xsl:call-template></cell>
              <cell><xsl:call-template name="werkplek"/></cell>
            </row>
          </xsl:for-each>
        </body>
      </xsl:for-each>
    </table>
  </xsl:template>
</xsl:stylesheet>
