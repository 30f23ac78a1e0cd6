<?xml version="1.0" encoding="UTF-8"?>
<!-- Het jaarverslag: omslag, inhoud, voorwoord, samenvatting, hoofdstukken, bijlagen. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:nl:jaarverslag:document"
  xmlns:j="urn:nl:jaarverslag:1" xmlns:f="urn:nl:jaarverslag:functies" exclude-result-prefixes="j f">
  <xsl:import href="lib/verhaal.xsl"/>
  <xsl:import href="lib/delen.xsl"/>
  <xsl:import href="lib/figuren.xsl"/>
  <xsl:import href="lib/herleiding.xsl"/>

  <xsl:template match="/j:jaarverslag">
    <xsl:choose>
      <xsl:when test="descendant::j:herleiding">
        <xsl:variable name="document"><xsl:call-template name="verslag"/></xsl:variable>
        <xsl:call-template name="met-herleiding"><xsl:with-param name="document" select="$document"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="verslag"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="verslag">
    <document>
      <xsl:call-template name="documentkop"/>
      <xsl:call-template name="omslag"/>
      <xsl:if test="j:voorwoord or j:samenvatting or j:hoofdstuk or j:bijlage"><xsl:call-template name="inhoud"/></xsl:if>
      <xsl:apply-templates select="j:voorwoord"/>
      <xsl:if test="not(j:voorwoord) and j:afkortingen/*">
        <part master="body" role="sect" title="{$kopregel}"><xsl:call-template name="afkortingen"/></part>
      </xsl:if>
      <xsl:apply-templates select="j:samenvatting"/>
      <xsl:apply-templates select="j:hoofdstuk"/>
      <xsl:call-template name="bijlagen"/>
    </document>
  </xsl:template>
</xsl:stylesheet>
