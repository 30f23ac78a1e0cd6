<?xml version="1.0" encoding="UTF-8"?>
<!-- Herleiding van de cijfers: van elk cijfer de formule, de termen en de regels van de invoer.

     Een document heeft een herleiding zodra er ergens ankers "feit.NAAM" in staan: dan verwijst elk cijfer in tekst,
     tabel en kerncijfer daar vanzelf naar (document.rng, number). Een sjabloon neemt haar zo op:

       <xsl:import href="lib/herleiding.xsl"/>

       <xsl:call-template name="herleiding">               in een part of section, als blokken
         <xsl:with-param name="feiten" select="'studenten.totaal begroting.totaal'"/>
       </xsl:call-template>

     feiten    namen met spaties ertussen, of knopen met namen erin (bijvoorbeeld $document//@fact); wat zij nodig
               hebben, komt erbij. Zonder feiten: alle feiten van de invoer.
     niveau    niveau van de koppen per onderwerp; anders 2.
     toc       of die koppen in een inhoudsopgave staan (heading/@toc); anders no.
    zonder    begin van namen die er niet in komen, ook niet als iets erop rust: "school." houdt het bij de totalen, met
              de waarden van de scholen als termen.

     Of het hele document eerst in een variabele, met daarin op de plaats van de herleiding
     <section id="herleiding-hier"/>, en dan

       <xsl:call-template name="met-herleiding"><xsl:with-param name="document" select="$document"/></xsl:call-template>

     dan gaat zij over de cijfers die in dat document staan. Zo doet jaarverslag.xsl het met <herleiding/> in de invoer.

     De gegevens komen van f:feiten() (zie src/template/functions.c). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:nl:jaarverslag:document"
  xmlns:d="urn:nl:jaarverslag:document" xmlns:j="urn:nl:jaarverslag:1" xmlns:f="urn:nl:jaarverslag:functies"
  xmlns:x="urn:nl:jaarverslag:feiten:1" xmlns:exsl="http://exslt.org/common" exclude-result-prefixes="d j f x exsl">

  <!-- Onderwerpen in de volgorde van het verslag; b is het begin van de namen van hun feiten. -->
  <xsl:variable name="onderwerpen-tekst">
    <o b="studenten">Studenten</o><o b="eerstejaars">Eerstejaars</o><o b="afspraak">Afspraken met instituten</o>
    <o b="kengetal">Kengetallen uit de tekst</o><o b="leerlingen">Leerlingen</o><o b="streefaantal">Streefaantallen</o>
    <o b="school">Per school</o><o b="bestuur">Per bestuur</o><o b="bonus">Bonus</o><o b="vergoeding">Vergoeding aan de scholen</o>
    <o b="so">Schoolopleiders</o><o b="facilitering">Richtlijn facilitering</o><o b="voorbeeld">Voorbeelden bij de richtlijn</o>
    <o b="begroting">Begroting</o><o b="realisatie">Realisatie</o><o b="afwijking">Afwijking van de begroting</o>
    <o b="onderuitputting">Onderuitputting</o><o b="overschrijding">Overschrijding</o><o b="baten">Baten</o>
    <o b="resultaat">Resultaat</o><o b="reserve">Reserve</o><o b="werkgevers">Aandeel van de werkgevers</o>
    <o b="bekostiging">Bekostiging</o><o b="ontwikkelteam">Ontwikkelteam</o><o b="ontwikkelteams">Ontwikkelteams</o>
    <o b="personen">Personen</o><o b="bijeenkomst">Bijeenkomst</o><o b="bijeenkomsten">Bijeenkomsten</o><o b="enquete">Enquêtes</o>
    <o b="verdeling">Verdelingen</o><o b="themas">Thema’s</o><o b="stagevergoeding">Stagevergoeding</o><o b="uren">Uren per rol</o>
    <o b="faciliteit">Faciliteiten</o><o b="intervisie">Intervisie</o><o b="aantal">Het partnerschap</o>
    <o b="parameter">Parameters</o><o b="archief">Archief</o><o b="verandering">Verschil met het vorige jaar</o><o b="groei">Groei in procenten</o>
  </xsl:variable>
  <xsl:variable name="onderwerpen" select="exsl:node-set($onderwerpen-tekst)/d:o"/>

  <xsl:template match="j:herleiding"><section id="herleiding-hier" title="{@cijfers}"/></xsl:template>

  <!-- Het document met op de aangewezen plaats de herleiding van zijn cijfers. -->
  <xsl:template name="met-herleiding">
    <xsl:param name="document"/>
    <xsl:apply-templates select="exsl:node-set($document)/*" mode="met-herleiding"/>
  </xsl:template>
  <xsl:template match="@* | node()" mode="met-herleiding">
    <xsl:copy><xsl:apply-templates select="@* | node()" mode="met-herleiding"/></xsl:copy>
  </xsl:template>
  <xsl:template match="d:section[@id = 'herleiding-hier']" mode="met-herleiding">
    <xsl:choose>
      <xsl:when test="@title = 'alle'"><xsl:call-template name="herleiding"/></xsl:when>
      <xsl:otherwise><xsl:call-template name="herleiding"><xsl:with-param name="feiten" select="//@fact"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="herleiding">
    <xsl:param name="feiten" select="false()"/>
    <xsl:param name="niveau" select="2"/>
    <xsl:param name="zonder" select="'-'"/>
    <xsl:param name="toc" select="'no'"/>
    <xsl:choose>
      <xsl:when test="exsl:object-type($feiten) != 'boolean'">
        <xsl:call-template name="herleiding-onderwerpen">
          <xsl:with-param name="alle" select="f:feiten($feiten)[not(starts-with(@id, $zonder))]"/><xsl:with-param name="niveau" select="$niveau"/><xsl:with-param name="zonder" select="$zonder"/><xsl:with-param name="toc" select="$toc"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="herleiding-onderwerpen">
          <xsl:with-param name="alle" select="f:feiten()[not(starts-with(@id, $zonder))]"/><xsl:with-param name="niveau" select="$niveau"/><xsl:with-param name="zonder" select="$zonder"/><xsl:with-param name="toc" select="$toc"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Eerst de onderwerpen die we kennen, dan wat overblijft. -->
  <xsl:template name="herleiding-onderwerpen">
    <xsl:param name="alle"/>
    <xsl:param name="niveau"/>
    <xsl:param name="zonder"/>
    <xsl:param name="toc"/>
    <xsl:for-each select="$onderwerpen">
      <xsl:call-template name="herleiding-onderwerp">
        <xsl:with-param name="titel" select="string(.)"/><xsl:with-param name="niveau" select="$niveau"/><xsl:with-param name="zonder" select="$zonder"/><xsl:with-param name="toc" select="$toc"/>
        <xsl:with-param name="feiten" select="$alle[starts-with(@id, concat(current()/@b, '.'))]"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:call-template name="herleiding-onderwerp">
      <xsl:with-param name="titel" select="'Overige cijfers'"/><xsl:with-param name="niveau" select="$niveau"/><xsl:with-param name="zonder" select="$zonder"/><xsl:with-param name="toc" select="$toc"/>
      <xsl:with-param name="feiten" select="$alle[not($onderwerpen/@b = substring-before(@id, '.'))]"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="herleiding-onderwerp">
    <xsl:param name="titel"/>
    <xsl:param name="feiten"/>
    <xsl:param name="niveau"/>
    <xsl:param name="zonder"/>
    <xsl:param name="toc"/>
    <xsl:if test="$feiten">
      <section>
        <heading level="{$niveau}" style="h3" toc="{$toc}"><xsl:value-of select="$titel"/></heading>
        <xsl:apply-templates select="$feiten[not(@gegeven)]" mode="herleiding"><xsl:with-param name="zonder" select="$zonder"/></xsl:apply-templates>
        <xsl:if test="$feiten[@gegeven]">
          <xsl:if test="$feiten[not(@gegeven)]"><para style="fact"><strong>Gegevens uit de invoer</strong></para></xsl:if>
          <table summary="{$titel}: gegevens uit de invoer">
            <column width="5*" align="left"/><column width="2.4*" align="right"/><column width="3.6*" align="left"/>
            <head><row><cell header="yes">Gegeven</cell><cell header="yes" align="right">Waarde</cell><cell header="yes">Bestand en regel</cell></row></head>
            <body>
              <xsl:for-each select="$feiten[@gegeven]">
                <row>
                  <cell><anchor id="feit.{@id}"/><xsl:value-of select="@omschrijving"/></cell>
                  <cell align="right"><xsl:value-of select="@tekst"/></cell>
                  <cell><xsl:call-template name="herleiding-bron"/></cell>
                </row>
              </xsl:for-each>
            </body>
          </table>
        </xsl:if>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- Een berekend cijfer: wat het is en hoeveel, de formule met haar termen, wat ontbreekt, en de regels van de invoer. -->
  <xsl:template match="x:feit" mode="herleiding">
    <xsl:param name="zonder" select="'-'"/>
    <para style="fact">
      <anchor id="feit.{@id}"/><strong><xsl:value-of select="@omschrijving"/></strong><tab/><strong><xsl:value-of select="@tekst"/></strong>
      <xsl:if test="@status = 'partial'"> (onvolledig)</xsl:if>
    </para>
    <para style="fact-detail">
      <xsl:value-of select="concat(@id, ' = ', @formule)"/>
      <xsl:if test="@onafgerond"><xsl:value-of select="concat('; onafgerond ', @onafgerond)"/></xsl:if>
      <xsl:if test="x:term">
        <xsl:text>. Termen: </xsl:text>
        <xsl:for-each select="x:term">
          <xsl:if test="position() &gt; 1">; </xsl:if>
          <xsl:choose>
            <xsl:when test="@feit and not(starts-with(@feit, $zonder))"><ref to="feit.{@feit}"><xsl:value-of select="@omschrijving"/></ref></xsl:when>
            <xsl:otherwise><xsl:value-of select="@omschrijving"/></xsl:otherwise>
          </xsl:choose>
          <xsl:value-of select="concat('&#160;= ', @tekst)"/>
        </xsl:for-each>
      </xsl:if>
      <xsl:if test="x:ontbreekt">
        <xsl:text>. Ontbreekt: </xsl:text>
        <xsl:for-each select="x:ontbreekt"><xsl:if test="position() &gt; 1">; </xsl:if><xsl:value-of select="@omschrijving"/></xsl:for-each>
      </xsl:if>
      <xsl:text>.</xsl:text>
      <xsl:if test="x:bron"><xsl:text> Invoer: </xsl:text><xsl:call-template name="herleiding-bron"/>.</xsl:if>
    </para>
  </xsl:template>

  <xsl:template name="herleiding-bron">
    <xsl:for-each select="x:bron">
      <xsl:if test="position() &gt; 1">; </xsl:if>
      <xsl:value-of select="concat(@bestand, ' ', @regels)"/>
    </xsl:for-each>
  </xsl:template>

  <!-- Onder een grafiek: de weg naar de herleiding van haar waarden, want in een tekening staan geen verwijzingen. -->
  <xsl:template match="d:figure[d:chart/d:series/d:point[@fact]]" mode="met-herleiding">
    <xsl:copy>
      <xsl:apply-templates select="@* | node()" mode="met-herleiding"/>
      <note mark="">
        <xsl:text>Herleiding: </xsl:text>
        <xsl:variable name="reeksen" select="d:chart/d:series[d:point/@fact]"/>
        <xsl:for-each select="$reeksen">
          <xsl:if test="position() &gt; 1">; </xsl:if>
          <xsl:if test="count($reeksen) &gt; 1"><xsl:value-of select="concat(@label, ' ')"/></xsl:if>
          <xsl:for-each select="d:point[@fact]">
            <xsl:if test="position() &gt; 1">, </xsl:if>
            <ref to="feit.{@fact}"><xsl:value-of select="@label"/></ref>
          </xsl:for-each>
        </xsl:for-each>
      </note>
    </xsl:copy>
  </xsl:template>
</xsl:stylesheet>
