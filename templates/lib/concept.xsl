<?xml version="1.0" encoding="UTF-8"?>
<!-- Het conceptverslag in het vergaderpakket: het verslag zelf, met regelnummers en met een streep naast wat er is veranderd.
     Eerst wordt het verslag gemaakt zoals anders; daarna krijgt elk blok waarvan de vorige versie iets anders zei, zijn streep. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:nl:jaarverslag:document"
  xmlns:d="urn:nl:jaarverslag:document" xmlns:j="urn:nl:jaarverslag:1" xmlns:f="urn:nl:jaarverslag:functies"
  xmlns:exsl="http://exslt.org/common" extension-element-prefixes="exsl" exclude-result-prefixes="j f d exsl">

  <xsl:variable name="verslag" select="$invoer/j:voorwoord | $invoer/j:samenvatting | $invoer/j:hoofdstuk | $invoer/j:bijlage"/>

  <xsl:template name="conceptverslag">
    <part master="divider" role="part" title="{$kop}" id="pakketdeel-concept">
      <xsl:variable name="letter"><xsl:call-template name="letter"><xsl:with-param name="onderdeel" select="'concept'"/></xsl:call-template></xsl:variable>
      <para style="divider-kicker">Onderdeel <xsl:value-of select="$letter"/></para>
      <heading level="1" style="divider-title" id="pakket-concept" label="onderdeel&#160;{$letter}" toc-prefix="{$letter}">Het <xsl:value-of select="$het-stuk"/></heading>
      <para style="divider-text"><xsl:value-of select="$titel"/></para>
      <para style="divider-text">De regels zijn op elke bladzijde genummerd, om in opmerkingen naar te verwijzen.<xsl:if test="$versie"> Een streep in de marge staat naast wat anders is dan in <xsl:call-template name="vorige-naam"/>.</xsl:if></para>
    </part>
    <xsl:variable name="gemaakt">
      <xsl:apply-templates select="$invoer/j:voorwoord"/>
      <xsl:apply-templates select="$invoer/j:samenvatting"/>
      <xsl:apply-templates select="$invoer/j:hoofdstuk"/>
      <xsl:call-template name="bijlagen"/>
    </xsl:variable>
    <xsl:apply-templates select="exsl:node-set($gemaakt)/node()" mode="merk"/>
  </xsl:template>

  <xsl:template match="@* | node()" mode="merk"><xsl:copy><xsl:apply-templates select="@* | node()" mode="merk"/></xsl:copy></xsl:template>
  <xsl:template match="d:part" mode="merk">
    <xsl:copy>
      <xsl:apply-templates select="@*" mode="merk"/>
      <xsl:if test="not($invoer/@status = 'definitief')"><xsl:attribute name="mark">CONCEPT</xsl:attribute></xsl:if>
      <xsl:if test="@master = 'body' or @master = 'landscape'"><xsl:attribute name="line-numbers">page</xsl:attribute></xsl:if>
      <xsl:apply-templates select="node()" mode="merk"/>
      <xsl:variable name="eigen" select="d:heading[@level = '1']"/>
      <xsl:if test="$eigen/@id and @master != 'divider' and not(d:section/d:heading[@level = '2'][@id])">
        <xsl:call-template name="opmerkingveld"><xsl:with-param name="naam" select="$eigen/@id"/><xsl:with-param name="bij" select="concat('‘', normalize-space($eigen), '’')"/></xsl:call-template>
      </xsl:if>
    </xsl:copy>
  </xsl:template>
  <xsl:template match="d:para[@place] | d:heading[@place]" mode="merk">
    <xsl:copy>
      <xsl:apply-templates select="@*" mode="merk"/>
      <xsl:if test="f:gewijzigd(@place)"><xsl:attribute name="changed">yes</xsl:attribute></xsl:if>
      <xsl:apply-templates select="node()" mode="merk"/>
    </xsl:copy>
  </xsl:template>
  <!-- in het concept is er na elke paragraaf, en na wat geen paragrafen heeft, ruimte voor opmerkingen -->
  <xsl:template match="d:section[d:heading[@level = '2'][@id]]" mode="merk">
    <xsl:copy>
      <xsl:apply-templates select="@* | node()" mode="merk"/>
      <xsl:call-template name="opmerkingveld"><xsl:with-param name="naam" select="d:heading/@id"/><xsl:with-param name="bij" select="concat('‘', normalize-space(d:heading), '’')"/></xsl:call-template>
    </xsl:copy>
  </xsl:template>
  <!-- een cel heeft geen streep: haar rij wel, ook als een cijfer erin anders is -->
  <xsl:template match="d:row" mode="merk">
    <xsl:variable name="anders"><xsl:if test="d:cell//@fact = $versie/j:feit/@id">x</xsl:if><xsl:for-each select="d:cell/@place"><xsl:if test="f:gewijzigd(.)">x</xsl:if></xsl:for-each></xsl:variable>
    <xsl:copy>
      <xsl:apply-templates select="@*" mode="merk"/>
      <xsl:if test="$anders != ''"><xsl:attribute name="changed">yes</xsl:attribute></xsl:if>
      <xsl:apply-templates select="node()" mode="merk"/>
    </xsl:copy>
  </xsl:template>
  <xsl:template match="d:keyfigures" mode="merk">
    <xsl:copy>
      <xsl:apply-templates select="@*" mode="merk"/>
      <xsl:if test="d:keyfigure/@fact = $versie/j:feit/@id"><xsl:attribute name="changed">yes</xsl:attribute></xsl:if>
      <xsl:apply-templates select="node()" mode="merk"/>
    </xsl:copy>
  </xsl:template>
  <!-- een figuur is anders als haar bijschrift of een cijfer van haar grafiek anders is; een zonder cijfers, als haar gegevens anders zijn -->
  <xsl:template match="d:figure" mode="merk">
    <xsl:variable name="gegevens"><xsl:if test="not(.//@fact)"><xsl:apply-templates select="$invoer//j:figuur[@sleutel = current()/@id]/@soort" mode="gegevens"/></xsl:if></xsl:variable>
    <xsl:copy>
      <xsl:apply-templates select="@*" mode="merk"/>
      <xsl:if test="f:gewijzigd(d:caption/@place) or .//d:point/@fact = $versie/j:feit/@id or $versie/j:groep[contains($gegevens, concat(' ', @naam, ' '))]"><xsl:attribute name="changed">yes</xsl:attribute></xsl:if>
      <xsl:apply-templates select="node()" mode="merk"/>
    </xsl:copy>
  </xsl:template>
  <!-- op welke delen van de invoer een figuur zonder cijfers rust -->
  <xsl:template match="@soort" mode="gegevens">
    <xsl:choose>
      <xsl:when test=". = 'personele-inzet' or . = 'ontwikkelteams'"><xsl:value-of select="concat(' ', ., ' personen ')"/></xsl:when>
      <xsl:when test=". = 'enquete'"> enquetes </xsl:when>
      <xsl:when test=". = 'themaboom'"> themas </xsl:when>
      <xsl:when test=". = 'stagevergoeding'"> stagevergoeding </xsl:when>
      <xsl:otherwise><xsl:value-of select="concat(' ', ., ' ')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
