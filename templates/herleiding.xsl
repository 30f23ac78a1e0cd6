<?xml version="1.0" encoding="UTF-8"?>
<!-- Herleiding van de cijfers als eigen document, voor penvoerder en accountant: van elk cijfer dat uit de invoer volgt
     de formule, de termen en de regels van de invoer. jaarverslag render -t herleiding INVOER -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:nl:jaarverslag:document"
  xmlns:j="urn:nl:jaarverslag:1" exclude-result-prefixes="j">
  <xsl:import href="lib/verhaal.xsl"/>
  <xsl:import href="lib/delen.xsl"/>
  <xsl:import href="lib/figuren.xsl"/>
  <xsl:import href="lib/herleiding.xsl"/>

  <xsl:template match="/j:jaarverslag">
    <xsl:variable name="titel" select="concat('Herleiding van de cijfers ', $schooljaar)"/>
    <document>
      <xsl:call-template name="documentkop"/>
      <xsl:attribute name="title"><xsl:value-of select="concat($titel, ' · ', $naam)"/></xsl:attribute>
      <part master="body" role="part" title="{$naam}">
        <para style="divider-kicker" keep-next="yes"><xsl:value-of select="$naam"/></para>
        <heading level="1" style="h1" short="{$kopregel}"><xsl:value-of select="$titel"/></heading>
        <para style="body">Van elk cijfer staat hier hoe het is berekend: de formule met haar termen, en het bestand en de regels van de
          invoer waarop het rust. Een term die zelf een cijfer is, verwijst naar zijn eigen herleiding. Een vraagteken is onbekend;
          een totaal waarvan een deel niet bekend is, heet onvolledig.</para>
        <toc depth="2" scope="herleiding"/>
      </part>
      <part master="body" role="part" title="{$naam}" id="herleiding">
        <xsl:call-template name="herleiding"><xsl:with-param name="toc" select="'annex'"/></xsl:call-template>
      </part>
    </document>
  </xsl:template>
</xsl:stylesheet>
