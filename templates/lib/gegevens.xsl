<?xml version="1.0" encoding="UTF-8"?>
<!-- De gegevenstabel onder een grafiek (figuur tabel="ja"): dezelfde punten, uit de reeksen van de grafiek zelf, elk getal
     precies zoals het feit of de invoer het geeft. Elke grafiek kan er een krijgen, ook die van een eigen sjabloon:
       <xsl:apply-templates select="exsl:node-set($grafiek)/d:chart" mode="gegevens"/> -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:nl:jaarverslag:document"
  xmlns:d="urn:nl:jaarverslag:document" xmlns:f="urn:nl:jaarverslag:functies" exclude-result-prefixes="d f">

  <xsl:template match="d:chart" mode="gegevens">
    <xsl:param name="samenvatting" select="'Gegevens van de grafiek'"/>
    <xsl:variable name="reeksen" select="self::*[d:point] | d:series"/>
    <xsl:variable name="meest"><xsl:for-each select="$reeksen"><xsl:sort select="count(d:point)" data-type="number" order="descending"/><xsl:if test="position() = 1"><xsl:value-of select="count(d:point)"/></xsl:if></xsl:for-each></xsl:variable>
    <xsl:variable name="eenheid"><xsl:choose><xsl:when test="@unit = 'EUR'"> (€)</xsl:when><xsl:when test="@unit"><xsl:value-of select="concat(' (', @unit, ')')"/></xsl:when></xsl:choose></xsl:variable>
    <table summary="{$samenvatting}" fit="shrink">
      <column width="2*" align="left"/>
      <xsl:for-each select="$reeksen"><column width="1*" align="right"/><xsl:if test="d:point/@target"><column width="1*" align="right"/></xsl:if></xsl:for-each>
      <head><row>
        <cell header="yes"/>
        <xsl:for-each select="$reeksen">
          <cell header="yes" align="right"><xsl:choose><xsl:when test="self::d:series/@label"><xsl:value-of select="@label"/></xsl:when><xsl:otherwise>Waarde</xsl:otherwise></xsl:choose><xsl:value-of select="$eenheid"/></cell>
          <xsl:if test="d:point/@target"><cell header="yes" align="right">Streefwaarde<xsl:value-of select="$eenheid"/></cell></xsl:if>
        </xsl:for-each>
      </row></head>
      <body>
        <xsl:for-each select="$reeksen[count(d:point) = $meest][1]/d:point">
          <xsl:variable name="n" select="position()"/>
          <row>
            <cell header="yes" align="left"><xsl:choose><xsl:when test="@kind = 'minus'">af: </xsl:when><xsl:when test="@kind = 'plus'">bij: </xsl:when></xsl:choose><xsl:value-of select="@label"/></cell>
            <xsl:for-each select="$reeksen">
              <cell align="right"><xsl:apply-templates select="d:point[$n]" mode="gegevens"/></cell>
              <xsl:if test="d:point/@target"><cell align="right"><xsl:if test="d:point[$n]/@target != ''"><xsl:value-of select="f:getal(d:point[$n]/@target)"/></xsl:if></cell></xsl:if>
            </xsl:for-each>
          </row>
        </xsl:for-each>
      </body>
    </table>
  </xsl:template>

  <xsl:template match="d:point" mode="gegevens">
    <xsl:choose>
      <xsl:when test="@fact"><number fact="{@fact}" as="plain"/></xsl:when>
      <xsl:when test="@text"><xsl:value-of select="@text"/></xsl:when>
      <xsl:when test="@value"><xsl:value-of select="f:getal(@value)"/></xsl:when>
      <xsl:when test="ancestor::d:chart/@kind = 'line'"/><!-- dat jaar heeft dit cijfer niet -->
      <xsl:otherwise>?</xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
