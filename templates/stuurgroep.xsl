<?xml version="1.0" encoding="UTF-8"?>
<!-- Het vergaderpakket van de stuurgroep: begeleidend schrijven, gevraagde besluiten, kerncijfers, afwijkingen, risico's, stand
     van de doelen, wat er is veranderd, bevindingen van de controle, en het conceptverslag met regelnummers. Wat de invoer
     niet heeft, is er niet: elk onderdeel krijgt de eerstvolgende letter. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:nl:jaarverslag:document"
  xmlns:j="urn:nl:jaarverslag:1" xmlns:f="urn:nl:jaarverslag:functies" xmlns:exsl="http://exslt.org/common"
  exclude-result-prefixes="j f exsl">
  <xsl:import href="lib/verhaal.xsl"/>
  <xsl:import href="lib/delen.xsl"/>
  <xsl:import href="lib/figuren.xsl"/>
  <xsl:import href="lib/vergadering.xsl"/>
  <xsl:import href="lib/kerncijfers.xsl"/>
  <xsl:import href="lib/wijzigingen.xsl"/>
  <xsl:import href="lib/bevindingen.xsl"/>
  <xsl:import href="lib/herleiding.xsl"/>
  <xsl:import href="lib/concept.xsl"/>

  <xsl:param name="profiel" select="'archive'"/>
  <xsl:variable name="stuurgroep" select="$invoer/j:stuurgroep"/>
  <xsl:variable name="kop" select="concat('Vergaderpakket ', $kort, ' ', $jaar)"/>

  <!-- wat er voorligt heet concept, tot het is vastgesteld -->
  <xsl:variable name="stuk"><xsl:choose><xsl:when test="$invoer/@status = 'definitief'">Verslag</xsl:when><xsl:otherwise>Conceptverslag</xsl:otherwise></xsl:choose></xsl:variable>
  <xsl:variable name="het-stuk"><xsl:choose><xsl:when test="$invoer/@status = 'definitief'">verslag</xsl:when><xsl:otherwise>conceptverslag</xsl:otherwise></xsl:choose></xsl:variable>

  <!-- De letters van de onderdelen die er zijn, achter elkaar: "besluiten cijfers … ". -->
  <xsl:variable name="onderdelen">
    <xsl:if test="$stuurgroep/j:besluit"> besluiten </xsl:if>
    <xsl:if test="$cijfers = 'ja'"> cijfers </xsl:if>
    <xsl:if test="$afwijkingen = 'ja'"> afwijkingen </xsl:if>
    <xsl:if test="$stuurgroep/j:risico"> risicos </xsl:if>
    <xsl:if test="//j:doel/@status"> doelen </xsl:if>
    <xsl:if test="$versie/* or $vorig-jaar/*"> wijzigingen </xsl:if>
    <xsl:if test="$bevindingen/*"> bevindingen </xsl:if>
    <xsl:if test="$stuurgroep/j:besluit or $cijfers = 'ja' or $invoer//j:herleiding"> herleiding </xsl:if>
    <xsl:if test="$verslag"> concept </xsl:if>
  </xsl:variable>
  <xsl:template name="letter">
    <xsl:param name="onderdeel"/>
    <xsl:variable name="voor" select="normalize-space(substring-before($onderdelen, concat(' ', $onderdeel, ' ')))"/>
    <xsl:variable name="aantal" select="string-length($voor) - string-length(translate($voor, ' ', '')) + number($voor != '')"/>
    <xsl:value-of select="substring('ABCDEFGHIJ', 1 + $aantal, 1)"/>
  </xsl:template>

  <!-- Het hoofd van een onderdeel: letter, titel, en een zin die zegt wat er staat. -->
  <xsl:template name="onderdeelkop">
    <xsl:param name="onderdeel"/>
    <xsl:param name="titel"/>
    <xsl:param name="zin"/>
    <xsl:variable name="letter"><xsl:call-template name="letter"><xsl:with-param name="onderdeel" select="$onderdeel"/></xsl:call-template></xsl:variable>
    <heading level="1" style="h1" number="{$letter}" id="pakket-{$onderdeel}" label="onderdeel&#160;{$letter}"><xsl:value-of select="$titel"/></heading>
    <xsl:if test="$zin != ''"><para style="chapter-question"><xsl:value-of select="$zin"/></para></xsl:if>
  </xsl:template>

  <xsl:template match="/j:jaarverslag">
    <document>
      <xsl:call-template name="documentkop"/>
      <xsl:attribute name="title">Vergaderpakket stuurgroep <xsl:value-of select="concat($kort, ' ', $jaar)"/></xsl:attribute>
      <xsl:attribute name="subject">Stukken voor de stuurgroep bij het <xsl:value-of select="$het-stuk"/><xsl:text> </xsl:text><xsl:value-of select="$schooljaar"/></xsl:attribute>
      <xsl:call-template name="begeleidend-schrijven"/>
      <xsl:if test="normalize-space($onderdelen) != ''">
        <part master="contents" role="sect" title="Inhoud" id="inhoud">
          <heading level="1" style="front-title" toc="no">In dit pakket</heading>
          <toc depth="1"/>
        </part>
      </xsl:if>
      <!-- wat hierin aan cijfers staat, wordt straks herleid -->
      <xsl:variable name="delen">
        <xsl:if test="contains($onderdelen, ' besluiten ')"><xsl:call-template name="besluiten"/></xsl:if>
        <xsl:if test="contains($onderdelen, ' cijfers ')"><xsl:call-template name="cijferbladen"/></xsl:if>
        <xsl:if test="contains($onderdelen, ' afwijkingen ')"><xsl:call-template name="afwijkingen"/></xsl:if>
      </xsl:variable>
      <xsl:copy-of select="$delen"/>
      <xsl:if test="contains($onderdelen, ' risicos ')"><xsl:call-template name="risicos"/></xsl:if>
      <xsl:if test="contains($onderdelen, ' doelen ')"><xsl:call-template name="doelen"/></xsl:if>
      <xsl:if test="contains($onderdelen, ' wijzigingen ')"><xsl:call-template name="wijzigingen"/></xsl:if>
      <xsl:if test="contains($onderdelen, ' bevindingen ')"><xsl:call-template name="bevindingen"/></xsl:if>
      <xsl:if test="contains($onderdelen, ' herleiding ')">
        <part master="body" role="part" title="{$kop}" id="pakketdeel-herleiding">
          <xsl:call-template name="onderdeelkop">
            <xsl:with-param name="onderdeel" select="'herleiding'"/>
            <xsl:with-param name="titel" select="'Herleiding van de cijfers'"/>
            <xsl:with-param name="zin" select="'Hoe zijn de cijfers bij de besluiten, de kerncijfers en de afwijkingen berekend, en waar staan hun bronnen?'"/>
          </xsl:call-template>
          <xsl:choose>
            <xsl:when test="exsl:node-set($delen)//@fact">
              <xsl:call-template name="herleiding"><xsl:with-param name="feiten" select="exsl:node-set($delen)//@fact[not(starts-with(., 'school.'))]"/><xsl:with-param name="zonder" select="'school.'"/></xsl:call-template>
            </xsl:when>
            <xsl:otherwise><xsl:call-template name="herleiding"><xsl:with-param name="zonder" select="'school.'"/></xsl:call-template></xsl:otherwise>
          </xsl:choose>
        </part>
      </xsl:if>
      <xsl:if test="contains($onderdelen, ' concept ')"><xsl:call-template name="conceptverslag"/></xsl:if>
    </document>
  </xsl:template>

  <!-- Ruimte voor opmerkingen van de lezer: alleen in het concept, als veld dat kan worden ingevuld. -->
  <xsl:template name="opmerkingveld">
    <xsl:param name="naam"/>
    <xsl:param name="bij"/>
    <xsl:if test="$profiel = 'draft'">
      <para style="note" keep-next="yes">Uw opmerkingen bij <xsl:value-of select="$bij"/></para>
      <para style="small"><field kind="multiline" name="opmerking-{$naam}" tooltip="Opmerkingen bij {$bij}" height="42pt"/></para>
    </xsl:if>
  </xsl:template>

  <!-- Het pakket heeft een eigen herleiding. -->
  <xsl:template match="j:herleiding">
    <para style="body">De cijfers zijn herleid in <ref to="pakket-herleiding"/> van dit pakket.</para>
  </xsl:template>
</xsl:stylesheet>
