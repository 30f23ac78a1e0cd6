<?xml version="1.0" encoding="UTF-8"?>
<!-- De bevindingen van de controle: de open, en die met een reden zijn aanvaard. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:nl:jaarverslag:document"
  xmlns:j="urn:nl:jaarverslag:1" xmlns:f="urn:nl:jaarverslag:functies" exclude-result-prefixes="j f">

  <xsl:variable name="bevindingen" select="f:lijst('bevindingen')"/>

  <xsl:template name="bevindingen">
    <part master="body" role="part" title="{$kop}" id="pakketdeel-bevindingen">
      <xsl:call-template name="onderdeelkop">
        <xsl:with-param name="onderdeel" select="'bevindingen'"/>
        <xsl:with-param name="titel" select="'Bevindingen van de controle'"/>
        <xsl:with-param name="zin" select="'Wat viel op in de gegevens, en wat is daarvan aanvaard?'"/>
      </xsl:call-template>
      <xsl:variable name="open" select="$bevindingen/j:bevinding[not(@aanvaard)]"/>
      <xsl:variable name="aanvaard" select="$bevindingen/j:bevinding[@aanvaard]"/>
      <heading level="2" style="h2" toc="no">Open</heading>
      <xsl:choose>
        <xsl:when test="$open">
          <table style="text" summary="Open bevindingen met plaats en wat eraan te doen is">
            <column width="auto" align="left"/><column width="auto" align="left"/><column width="2*" align="left"/><column width="1.2*" align="left"/>
            <head><row><cell header="yes">Code</cell><cell header="yes">Plaats</cell><cell header="yes">Bevinding</cell><cell header="yes">Wat te doen</cell></row></head>
            <body>
              <xsl:for-each select="$open">
                <row>
                  <cell><xsl:value-of select="@code"/><br/><xsl:value-of select="@ernst"/></cell>
                  <xsl:call-template name="bevindingsplaats"/>
                  <cell><xsl:call-template name="bevindingstekst"/></cell>
                  <cell><xsl:value-of select="@doen"/></cell>
                </row>
              </xsl:for-each>
            </body>
          </table>
        </xsl:when>
        <xsl:otherwise><para style="body">Er zijn geen open bevindingen.</para></xsl:otherwise>
      </xsl:choose>
      <xsl:if test="$aanvaard">
        <heading level="2" style="h2" toc="no">Aanvaard</heading>
        <table style="text" summary="Aanvaarde bevindingen met plaats en reden">
          <column width="auto" align="left"/><column width="auto" align="left"/><column width="2*" align="left"/><column width="1.2*" align="left"/>
          <head><row><cell header="yes">Code</cell><cell header="yes">Plaats</cell><cell header="yes">Bevinding</cell><cell header="yes">Reden om te aanvaarden</cell></row></head>
          <body>
            <xsl:for-each select="$aanvaard">
              <row><cell><xsl:value-of select="@code"/></cell><xsl:call-template name="bevindingsplaats"/><cell><xsl:call-template name="bevindingstekst"/></cell><cell><xsl:value-of select="@reden"/></cell></row>
            </xsl:for-each>
          </body>
        </table>
      </xsl:if>
      <xsl:call-template name="opmerkingveld"><xsl:with-param name="naam" select="'bevindingen'"/><xsl:with-param name="bij" select="'de bevindingen'"/></xsl:call-template>
    </part>
  </xsl:template>
  <xsl:template name="bevindingsplaats">
    <cell><xsl:value-of select="@bestand"/><xsl:if test="@regel"><br/>regel <xsl:value-of select="@regel"/></xsl:if></cell>
  </xsl:template>
  <xsl:template name="bevindingstekst">
    <xsl:value-of select="concat(translate(substring(@tekst, 1, 1), 'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'), substring(@tekst, 2))"/>
    <xsl:if test="@gevonden"><xsl:value-of select="concat('; gevonden: ', @gevonden)"/></xsl:if>
    <xsl:if test="@verwacht"><xsl:value-of select="concat('; verwacht: ', @verwacht)"/></xsl:if>
    <xsl:text>.</xsl:text>
  </xsl:template>
</xsl:stylesheet>
