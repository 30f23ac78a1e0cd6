<?xml version="1.0" encoding="UTF-8"?>
<!-- Eén bijlage als document op zichzelf: -t bijlage met de sleutel van de bijlage achter for. Wat zij uit de rest van het verslag noemt, blijft
     genoemd, maar is geen koppeling: het staat in een ander document. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:nl:jaarverslag:document"
  xmlns:j="urn:nl:jaarverslag:1" xmlns:f="urn:nl:jaarverslag:functies" exclude-result-prefixes="j f">
  <xsl:import href="lib/verhaal.xsl"/>
  <xsl:import href="lib/delen.xsl"/>
  <xsl:import href="lib/figuren.xsl"/>
  <xsl:import href="lib/herleiding.xsl"/>
  <f:voor wie="bijlage"/>
  <xsl:param name="voor"/>

  <xsl:variable name="deze" select="/j:jaarverslag/j:bijlage[@sleutel = $voor]"/>

  <xsl:template match="/j:jaarverslag">
    <xsl:choose>
      <xsl:when test="$deze//j:herleiding">
        <xsl:variable name="document"><xsl:call-template name="los"/></xsl:variable>
        <xsl:call-template name="met-herleiding"><xsl:with-param name="document" select="$document"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="los"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="los">
    <document>
      <xsl:call-template name="documentkop"/>
      <xsl:attribute name="title"><xsl:value-of select="concat($deze/@titel, ' – ', $naam)"/></xsl:attribute>
      <xsl:attribute name="subject"><xsl:value-of select="concat('Bijlage bij het jaarverslag ', $schooljaar)"/></xsl:attribute>
      <xsl:apply-templates select="$deze"/>
    </document>
  </xsl:template>

  <xsl:template name="afzender">
    <para style="small" keep-next="yes">
      <xsl:value-of select="concat($naam, ' · schooljaar ', $jaar)"/>
      <xsl:if test="/j:jaarverslag/@datum"> · <xsl:value-of select="f:datum(/j:jaarverslag/@datum)"/></xsl:if>
      <xsl:if test="/j:jaarverslag/@versie"> · versie <xsl:value-of select="/j:jaarverslag/@versie"/></xsl:if>
    </para>
  </xsl:template>
  <!-- De titel staat links in de kopregel; rechts welke bijlage het is, en van welk jaar. -->
  <xsl:template name="bijlagekop">
    <xsl:param name="nummer"/>
    <xsl:value-of select="concat('Bijlage ', $nummer, ' · ', $jaar)"/>
  </xsl:template>

  <xsl:template match="j:verwijzing">
    <xsl:variable name="doel" select="//*[@sleutel = current()/@naar and (ancestor-or-self::j:hoofdstuk or ancestor-or-self::j:bijlage or self::j:voorwoord or self::j:samenvatting)][1]"/>
    <xsl:choose>
      <xsl:when test="$doel/ancestor-or-self::j:bijlage[@sleutel = $voor]"><xsl:apply-imports/></xsl:when>
      <xsl:when test="node()"><xsl:apply-templates/></xsl:when>
      <xsl:when test="@toon = 'titel' and $doel/@titel"><xsl:value-of select="$doel/@titel"/></xsl:when>
      <xsl:otherwise>
        <xsl:for-each select="$doel"><xsl:call-template name="elders"/></xsl:for-each>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Hoe iets uit het verslag zelf hier heet. -->
  <xsl:template name="elders">
    <xsl:choose>
      <xsl:when test="self::j:bijlage">bijlage&#160;<xsl:call-template name="bijlagenummer"/> van het jaarverslag</xsl:when>
      <xsl:when test="ancestor::j:bijlage"><xsl:for-each select="ancestor::j:bijlage"><xsl:call-template name="elders"/></xsl:for-each></xsl:when>
      <xsl:when test="self::j:hoofdstuk">hoofdstuk&#160;<xsl:value-of select="1 + count(preceding-sibling::j:hoofdstuk)"/> van het jaarverslag</xsl:when>
      <xsl:when test="self::j:paragraaf">paragraaf&#160;<xsl:value-of select="concat(1 + count(../preceding-sibling::j:hoofdstuk), '.', 1 + count(preceding-sibling::j:paragraaf))"/> van het jaarverslag</xsl:when>
      <xsl:when test="ancestor::j:paragraaf"><xsl:for-each select="ancestor::j:paragraaf[1]"><xsl:call-template name="elders"/></xsl:for-each></xsl:when>
      <xsl:when test="ancestor::j:hoofdstuk"><xsl:for-each select="ancestor::j:hoofdstuk[1]"><xsl:call-template name="elders"/></xsl:for-each></xsl:when>
      <xsl:otherwise>het jaarverslag</xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
