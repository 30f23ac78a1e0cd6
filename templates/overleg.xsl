<?xml version="1.0" encoding="UTF-8"?>
<!-- De overlegstructuur: per niveau een tabel van overleggen, wie eraan deelneemt, hoe vaak, en waartoe. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:nl:jaarverslag:document"
  xmlns:j="urn:nl:jaarverslag:1" xmlns:f="urn:nl:jaarverslag:functies" exclude-result-prefixes="j f">
  <xsl:import href="lib/los.xsl"/>

  <xsl:variable name="voet"><xsl:call-template name="voetregel"><xsl:with-param name="deel" select="/j:jaarverslag/j:overlegstructuur"/></xsl:call-template></xsl:variable>

  <xsl:template match="/j:jaarverslag">
    <xsl:if test="not(j:overlegstructuur and j:bijeenkomsten/j:bijeenkomst[@niveau])"><xsl:call-template name="niets"><xsl:with-param name="onderdeel" select="'overlegstructuur met bijeenkomsten op een niveau'"/></xsl:call-template></xsl:if>
    <document>
      <xsl:call-template name="losse-kop"><xsl:with-param name="deel" select="j:overlegstructuur"/><xsl:with-param name="trefwoorden" select="'overleg'"/></xsl:call-template>
      <xsl:call-template name="losse-omslag"><xsl:with-param name="deel" select="j:overlegstructuur"/><xsl:with-param name="blad" select="'cover-landscape'"/></xsl:call-template>
      <xsl:apply-templates select="j:overlegstructuur"/>
    </document>
  </xsl:template>

  <xsl:template match="j:overlegstructuur">
    <part master="cards" labels="decimal" label-start="2" role="part" title="{$voet}">
      <heading level="1" style="card-title" place="{f:plaats(.)}"><xsl:value-of select="@titel"/></heading>
      <columns count="2" gap="32pt"><xsl:apply-templates select="j:inleiding/*"/></columns>
      <space size="28pt"/>
      <keyfigures>
        <xsl:for-each select="j:niveau[f:bestaat(concat('overleg.', @soort, '.aantal'))]">
          <keyfigure fact="overleg.{@soort}.aantal" label="overleggen op {@soort} niveau. {normalize-space(j:alinea[1])}" format="plain" place="{f:plaats(.)}"/>
        </xsl:for-each>
      </keyfigures>
    </part>
    <xsl:apply-templates select="j:niveau"/>
  </xsl:template>

  <xsl:template match="j:overlegstructuur/j:niveau">
    <xsl:if test="f:bestaat(concat('overleg.', @soort, '.aantal'))">
      <part master="cards" role="part" title="{$voet}">
        <heading level="1" style="card-title" id="niveau-{@soort}" place="{f:plaats(.)}"><xsl:value-of select="@titel"/></heading>
        <xsl:call-template name="overlegtabel">
          <xsl:with-param name="overleg" select="$invoer/j:bijeenkomsten/j:bijeenkomst[@niveau = current()/@soort]"/>
          <xsl:with-param name="tekst" select="'cell-large'"/>
          <xsl:with-param name="over" select="concat('Overleggen op ', @soort, ' niveau')"/>
        </xsl:call-template>
      </part>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
