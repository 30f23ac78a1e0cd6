<?xml version="1.0" encoding="UTF-8"?>
<!-- Formulieren die in het document kunnen worden ingevuld: een rij per veld. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:nl:jaarverslag:document"
  xmlns:j="urn:nl:jaarverslag:1" xmlns:f="urn:nl:jaarverslag:functies" exclude-result-prefixes="j f">

  <xsl:template match="j:formulier">
    <xsl:variable name="id" select="generate-id()"/>
    <xsl:if test="@titel"><heading style="h3" toc="no" outline="no"><xsl:attribute name="level"><xsl:call-template name="diepte"/></xsl:attribute><xsl:value-of select="@titel"/></heading></xsl:if>
    <table style="form" summary="Formulier {@titel}">
      <column width="1*" align="left"/><column width="2*" align="left"/>
      <xsl:if test="*[1][not(self::j:vak)]"><body><xsl:apply-templates select="*[not(self::j:vak)][not(preceding-sibling::j:vak)]" mode="veld"/></body></xsl:if>
      <xsl:for-each select="j:vak">
        <body group="{@titel}"><xsl:apply-templates select="following-sibling::*[not(self::j:vak)][generate-id(preceding-sibling::j:vak[1]) = generate-id(current())]" mode="veld"/></body>
      </xsl:for-each>
    </table>
  </xsl:template>
  <xsl:template match="j:invulveld" mode="veld">
    <row><cell><xsl:if test="@inspringen = 'ja'">&#8195;</xsl:if><xsl:value-of select="@label"/></cell>
      <cell><field kind="text" name="{@sleutel}" tooltip="{@label}" width="205pt"><xsl:if test="@regels &gt; 1"><xsl:attribute name="kind">multiline</xsl:attribute><xsl:attribute name="height"><xsl:value-of select="14 * @regels"/>pt</xsl:attribute></xsl:if></field></cell></row>
  </xsl:template>
  <xsl:template match="j:keuze" mode="veld">
    <row><cell><xsl:value-of select="@label"/></cell><cell><xsl:call-template name="keuzes"><xsl:with-param name="rest" select="@opties"/></xsl:call-template></cell></row>
  </xsl:template>
  <xsl:template name="keuzes">
    <xsl:param name="rest"/>
    <xsl:param name="i" select="1"/>
    <xsl:variable name="scheiding"><xsl:choose><xsl:when test="contains(@opties, '|')">|</xsl:when><xsl:otherwise>;</xsl:otherwise></xsl:choose></xsl:variable>
    <xsl:variable name="optie" select="normalize-space(substring-before(concat($rest, $scheiding), $scheiding))"/>
    <xsl:choose>
      <xsl:when test="@meer = 'ja'">
        <xsl:if test="$i &gt; 1"><br/></xsl:if>
        <field kind="check" name="{@sleutel}-{$i}" tooltip="{@label}: {$optie}"/><xsl:text>&#160;&#160;</xsl:text><xsl:value-of select="$optie"/>
      </xsl:when>
      <xsl:otherwise><field kind="radio" name="{@sleutel}" value="{$i}" tooltip="{@label}: {$optie}"/><xsl:text>&#160;</xsl:text><xsl:value-of select="$optie"/><xsl:text>&#8195; </xsl:text></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="contains($rest, $scheiding)"><xsl:call-template name="keuzes"><xsl:with-param name="rest" select="substring-after($rest, $scheiding)"/><xsl:with-param name="i" select="$i + 1"/></xsl:call-template></xsl:if>
  </xsl:template>
  <!-- Ondertekenaars staan naast elkaar, elk onder een vak; de namen staan achter elkaar, gescheiden door een staande streep. -->
  <xsl:template match="j:handtekening" mode="veld">
    <row><cell colspan="2"><xsl:call-template name="handtekeningen"><xsl:with-param name="rest" select="@namen"/></xsl:call-template></cell></row>
  </xsl:template>
  <!-- Hoogstens drie naast elkaar. -->
  <xsl:template name="handtekeningen">
    <xsl:param name="rest"/>
    <xsl:param name="i" select="1"/>
    <xsl:variable name="na1" select="substring-after($rest, '|')"/>
    <xsl:variable name="na2" select="substring-after($na1, '|')"/>
    <beside gap="8pt">
      <side><xsl:call-template name="handtekenvak"><xsl:with-param name="naam" select="substring-before(concat($rest, '|'), '|')"/><xsl:with-param name="i" select="$i"/></xsl:call-template></side>
      <side><xsl:if test="$na1"><xsl:call-template name="handtekenvak"><xsl:with-param name="naam" select="substring-before(concat($na1, '|'), '|')"/><xsl:with-param name="i" select="$i + 1"/></xsl:call-template></xsl:if></side>
      <side><xsl:if test="$na2"><xsl:call-template name="handtekenvak"><xsl:with-param name="naam" select="substring-before(concat($na2, '|'), '|')"/><xsl:with-param name="i" select="$i + 2"/></xsl:call-template></xsl:if></side>
    </beside>
    <xsl:variable name="na3" select="substring-after($na2, '|')"/>
    <xsl:if test="$na3"><xsl:call-template name="handtekeningen"><xsl:with-param name="rest" select="$na3"/><xsl:with-param name="i" select="$i + 3"/></xsl:call-template></xsl:if>
  </xsl:template>
  <xsl:template name="handtekenvak">
    <xsl:param name="naam"/>
    <xsl:param name="i"/>
    <xsl:variable name="wie" select="normalize-space($naam)"/>
    <para style="cell"><field kind="signature" tooltip="Handtekening {$wie}" width="100pt" height="44pt">
      <xsl:attribute name="name">handtekening-<xsl:value-of select="concat(1 + count(preceding::j:handtekening), '-', $i)"/></xsl:attribute>
    </field></para>
    <para style="cell">Handtekening <xsl:value-of select="$wie"/></para>
  </xsl:template>
  <xsl:template match="j:alinea" mode="veld"><row><cell colspan="2"><xsl:apply-templates/></cell></row></xsl:template>
</xsl:stylesheet>
