<?xml version="1.0" encoding="UTF-8"?>
<!-- Een handleiding: omslag, inhoud, voorwoord, hoofdstukken en bijlagen, zonder cijfers van een schooljaar. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:nl:jaarverslag:document"
  xmlns:j="urn:nl:jaarverslag:1" xmlns:f="urn:nl:jaarverslag:functies" exclude-result-prefixes="j f">
  <xsl:import href="lib/los.xsl"/>

  <xsl:variable name="kopregel" select="string(/j:jaarverslag/@titel)"/>

  <xsl:template match="/j:jaarverslag">
    <xsl:if test="not(@titel and j:hoofdstuk)"><xsl:call-template name="niets"><xsl:with-param name="onderdeel" select="'hoofdstuk, of geen titel'"/></xsl:call-template></xsl:if>
    <document>
      <xsl:call-template name="losse-kop"><xsl:with-param name="deel" select="."/><xsl:with-param name="trefwoorden" select="'handleiding'"/></xsl:call-template>
      <xsl:attribute name="title"><xsl:value-of select="@titel"/></xsl:attribute>
      <part master="cover" labels="none" role="sect" title="Omslag">
        <para style="cover-kicker"><xsl:value-of select="$naam"/></para>
        <para style="cover-name"><xsl:value-of select="@titel"/></para>
        <xsl:if test="@ondertitel"><para style="cover-line"><xsl:value-of select="@ondertitel"/></para></xsl:if>
        <para style="cover-small"><xsl:if test="@versie">Versie <xsl:value-of select="@versie"/></xsl:if><xsl:if test="@datum"> · <xsl:value-of select="f:datum(@datum)"/></xsl:if></para>
      </part>
      <xsl:call-template name="inhoud"/>
      <xsl:apply-templates select="j:voorwoord"/>
      <xsl:apply-templates select="j:hoofdstuk"/>
      <xsl:apply-templates select="j:bijlage"/>
    </document>
  </xsl:template>
</xsl:stylesheet>
