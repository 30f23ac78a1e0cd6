<?xml version="1.0" encoding="UTF-8"?>
<!-- Het professionaliseringsplan: doorlopende paragrafen, zo gewenst genummerd (§ 1), met tabellen en schema's uit de gegevens. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:nl:jaarverslag:document"
  xmlns:j="urn:nl:jaarverslag:1" xmlns:f="urn:nl:jaarverslag:functies" exclude-result-prefixes="j f">
  <xsl:import href="lib/los.xsl"/>

  <xsl:variable name="plan" select="/j:jaarverslag/j:professionalisering"/>
  <xsl:variable name="voet"><xsl:call-template name="voetregel"><xsl:with-param name="deel" select="$plan"/></xsl:call-template></xsl:variable>

  <xsl:template match="/j:jaarverslag">
    <xsl:if test="not($plan)"><xsl:call-template name="niets"><xsl:with-param name="onderdeel" select="'professionalisering'"/></xsl:call-template></xsl:if>
    <document>
      <xsl:call-template name="losse-kop"><xsl:with-param name="deel" select="$plan"/><xsl:with-param name="trefwoorden" select="'professionalisering'"/></xsl:call-template>
      <xsl:call-template name="losse-omslag"><xsl:with-param name="deel" select="$plan"/></xsl:call-template>
      <xsl:if test="$plan/@inhoudsopgave = 'ja'">
        <part master="contents" labels="decimal" label-start="2" role="sect" title="Inhoud" id="inhoud">
          <heading level="1" style="front-title" toc="no">Inhoud</heading>
          <toc depth="2"/>
        </part>
      </xsl:if>
      <xsl:apply-templates select="$plan/j:voorwoord"/>
      <xsl:for-each select="$plan/*[not(self::j:voorwoord or self::j:bijlage)]">
        <xsl:variable name="liggend" select="@liggend = 'ja'"/>
        <xsl:if test="$liggend or not(preceding-sibling::*[1][not(self::j:voorwoord)]) or preceding-sibling::*[1]/@liggend = 'ja'">
          <part master="body" role="part" title="{$voet}">
            <xsl:if test="$liggend"><xsl:attribute name="master">landscape</xsl:attribute></xsl:if>
            <xsl:if test="not($plan/@inhoudsopgave = 'ja') and not($plan/j:voorwoord) and position() = 1"><xsl:attribute name="label-start">2</xsl:attribute></xsl:if>
            <xsl:apply-templates select="." mode="aaneen"/>
          </part>
        </xsl:if>
      </xsl:for-each>
      <xsl:apply-templates select="$plan/j:bijlage"/>
    </document>
  </xsl:template>

  <!-- Wat op dezelfde bladspiegel doorloopt; een liggende paragraaf staat op zichzelf. -->
  <xsl:template match="*" mode="aaneen">
    <xsl:apply-templates select="."/>
    <xsl:if test="not(@liggend = 'ja')"><xsl:apply-templates select="following-sibling::*[1][not(self::j:voorwoord or self::j:bijlage or @liggend = 'ja')]" mode="aaneen"/></xsl:if>
  </xsl:template>

  <xsl:template match="j:professionalisering/j:voorwoord">
    <part master="body" role="sect" title="{$voet}">
      <heading level="1" style="front-title" id="voorwoord" place="{f:plaats(.)}"><xsl:value-of select="@titel"/><xsl:if test="not(@titel)">Voorwoord</xsl:if></heading>
      <xsl:apply-templates select="*"/>
    </part>
  </xsl:template>

  <xsl:template match="j:professionalisering/j:paragraaf">
    <section place="{f:plaats(.)}">
      <heading level="1" style="plan-head" id="{@sleutel}" place="{f:plaats(.)}">
        <xsl:if test="$plan/@genummerd = 'ja' and not(@genummerd = 'nee')">
          <xsl:variable name="nummer" select="concat('§&#160;', 1 + count(preceding-sibling::j:paragraaf[not(@genummerd = 'nee')]))"/>
          <xsl:attribute name="number"><xsl:value-of select="$nummer"/></xsl:attribute>
          <xsl:attribute name="label"><xsl:value-of select="$nummer"/></xsl:attribute>
        </xsl:if>
        <xsl:value-of select="@titel"/>
      </heading>
      <xsl:apply-templates select="*"/>
    </section>
  </xsl:template>
  <xsl:template match="j:professionalisering/j:paragraaf/j:subparagraaf">
    <section place="{f:plaats(.)}">
      <heading level="2" style="h3" id="{@sleutel}" place="{f:plaats(.)}"><xsl:value-of select="@titel"/></heading>
      <xsl:apply-templates select="*"/>
    </section>
  </xsl:template>
  <xsl:template match="j:professionalisering//j:tussenkop">
    <heading style="h4" toc="no" outline="no" place="{f:plaats(.)}">
      <xsl:attribute name="level"><xsl:value-of select="1 + count(ancestor::j:paragraaf | ancestor::j:subparagraaf | ancestor::j:bijlage)"/></xsl:attribute>
      <xsl:apply-templates/>
    </heading>
  </xsl:template>

  <xsl:template match="j:professionalisering/j:bijlage">
    <xsl:variable name="nummer"><xsl:call-template name="bijlagenummer"/></xsl:variable>
    <part role="part" title="{$voet}">
      <xsl:attribute name="master"><xsl:choose><xsl:when test="@liggend = 'ja'">landscape</xsl:when><xsl:otherwise>body</xsl:otherwise></xsl:choose></xsl:attribute>
      <para style="divider-kicker" keep-next="yes">Bijlage <xsl:value-of select="$nummer"/></para>
      <heading level="1" style="plan-head" id="{@sleutel}" label="bijlage&#160;{$nummer}" toc-prefix="Bijlage {$nummer}" place="{f:plaats(.)}"><xsl:value-of select="@titel"/></heading>
      <xsl:if test="@ondertitel"><para style="chapter-question"><xsl:value-of select="@ondertitel"/></para></xsl:if>
      <xsl:apply-templates select="*"/>
    </part>
  </xsl:template>
</xsl:stylesheet>
