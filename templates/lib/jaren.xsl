<?xml version="1.0" encoding="UTF-8"?>
<!-- Meer schooljaren naast elkaar: een tabel en een lijngrafiek, over alleen die jaren waarvan het cijfer er is.

       <xsl:import href="lib/jaren.xsl"/>

       <xsl:call-template name="jaren-tabel"><xsl:with-param name="feiten" select="'studenten.totaal reserve.eind'"/></xsl:call-template>
       <xsl:call-template name="jaren-grafiek"><xsl:with-param name="feiten" select="'studenten.totaal studenten.partners'"/></xsl:call-template>

     feiten     namen met spaties ertussen; een feit dat geen enkel jaar heeft, doet niet mee.
     De tabel   een rij per feit, een kolom per jaar waarin een van de feiten een waarde heeft (een leeg vak: dat jaar
                heeft dit cijfer niet; "?": het is niet bekend), en als er meer jaren zijn het verschil met het
                laatste eerdere jaar (feiten verandering.NAAM en groei.NAAM, in procenten).
     De grafiek een lijn per feit dat ten minste twee jaren heeft, en een grafiek per eenheid; waar een jaar een cijfer
                niet heeft, is de lijn onderbroken. Met soort "multiples" een kleine grafiek per feit, alle op
                één schaal: studenten per school over de jaren.
     Is er iets om te vergelijken: f:jaren(feiten) geeft de jaren; het document zelf is het laatste.

     In de invoer: <figuur soort="jaren" feiten="studenten.totaal reserve.eind" vorm="lijn"/> (of "veelvouden"; zonder vorm een tabel). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:nl:jaarverslag:document"
  xmlns:j="urn:nl:jaarverslag:1" xmlns:f="urn:nl:jaarverslag:functies" xmlns:x="urn:nl:jaarverslag:feiten:1"
  xmlns:str="http://exslt.org/strings" exclude-result-prefixes="j f x str">

  <xsl:template name="jaren-tabel">
    <xsl:param name="feiten"/>
    <xsl:param name="samenvatting" select="'Vergelijking met eerdere schooljaren'"/>
    <xsl:variable name="jaren" select="f:jaren($feiten)"/>
    <xsl:variable name="namen" select="str:tokenize($feiten)"/>
    <xsl:variable name="verschil" select="count($jaren) &gt; 1 and $namen[f:bestaat(concat('verandering.', .))]"/>
    <xsl:variable name="procent" select="$verschil and $namen[f:bestaat(concat('groei.', .))]"/>
    <table summary="{$samenvatting}" fit="shrink">
      <column width="3*" align="left"/>
      <xsl:for-each select="$jaren"><column width="1.2*" align="right"/></xsl:for-each>
      <xsl:if test="$verschil"><column width="1.2*" align="right"/></xsl:if>
      <xsl:if test="$procent"><column width="1*" align="right"/></xsl:if>
      <head>
        <row>
          <cell header="yes"/>
          <xsl:for-each select="$jaren"><cell header="yes" align="right"><xsl:call-template name="jaar-kort"/></cell></xsl:for-each>
          <xsl:if test="$verschil"><cell header="yes" align="right">Verschil</cell></xsl:if>
          <xsl:if test="$procent"><cell header="yes" align="right">in %</cell></xsl:if>
        </row>
      </head>
      <body>
        <xsl:for-each select="$namen[f:jaren(string(.)) or f:bestaat(.)]">
          <xsl:variable name="feit" select="string(.)"/>
          <row>
            <cell header="yes" align="left"><xsl:call-template name="jaren-naam"><xsl:with-param name="feit" select="$feit"/></xsl:call-template></cell>
            <xsl:for-each select="$jaren">
              <cell align="right"><xsl:if test="f:bestaat(f:in-jaar($feit, .))"><number fact="{f:in-jaar($feit, .)}"/></xsl:if></cell>
            </xsl:for-each>
            <xsl:if test="$verschil">
              <cell align="right"><xsl:if test="f:bestaat(concat('verandering.', $feit))"><number fact="verandering.{$feit}" as="signed"/></xsl:if></cell>
            </xsl:if>
            <xsl:if test="$procent">
              <cell align="right"><xsl:if test="f:bestaat(concat('groei.', $feit))"><number fact="groei.{$feit}" as="signed"/></xsl:if></cell>
            </xsl:if>
          </row>
        </xsl:for-each>
      </body>
    </table>
  </xsl:template>


  <xsl:template name="jaren-grafiek">
    <xsl:param name="feiten"/>
    <xsl:param name="soort" select="'line'"/>
    <xsl:variable name="namen" select="str:tokenize($feiten)[count(f:jaren(string(.))) &gt; 1]"/>
    <xsl:variable name="eenheid" select="f:eenheid(f:in-jaar(string($namen[1]), string(f:jaren(string($namen[1]))[1])))"/>
    <xsl:variable name="lijnen" select="$namen[f:eenheid(f:in-jaar(string(.), string(f:jaren(string(.))[1]))) = $eenheid]"/>
    <chart kind="{$soort}">
      <xsl:if test="$eenheid = 'EUR' or $eenheid = '%'"><xsl:attribute name="unit"><xsl:value-of select="$eenheid"/></xsl:attribute></xsl:if>
      <xsl:for-each select="$lijnen">
        <xsl:variable name="feit" select="string(.)"/>
        <series>
          <xsl:attribute name="label"><xsl:call-template name="jaren-naam"><xsl:with-param name="feit" select="$feit"/></xsl:call-template></xsl:attribute>
          <xsl:for-each select="f:jaren($lijnen)">
            <point>
              <xsl:if test="f:bestaat(f:in-jaar($feit, .))"><xsl:attribute name="fact"><xsl:value-of select="f:in-jaar($feit, .)"/></xsl:attribute></xsl:if>
              <xsl:if test="$soort = 'multiples' and not(f:bestaat(f:in-jaar($feit, .)))"><xsl:attribute name="text">–</xsl:attribute></xsl:if>
              <xsl:if test="$eenheid = 'EUR'"><xsl:attribute name="format">euro-whole</xsl:attribute></xsl:if>
              <xsl:attribute name="label"><xsl:call-template name="jaar-kort"/></xsl:attribute>
            </point>
          </xsl:for-each>
        </series>
      </xsl:for-each>
    </chart>
    <!-- een andere eenheid heeft een schaal van zichzelf -->
    <xsl:variable name="rest" select="$namen[f:eenheid(f:in-jaar(string(.), string(f:jaren(string(.))[1]))) != $eenheid]"/>
    <xsl:if test="$rest">
      <xsl:variable name="andere"><xsl:for-each select="$rest"><xsl:value-of select="concat(., ' ')"/></xsl:for-each></xsl:variable>
      <xsl:call-template name="jaren-grafiek"><xsl:with-param name="feiten" select="string($andere)"/><xsl:with-param name="soort" select="$soort"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- Wat een feit is, ook als alleen eerdere jaren het hebben. -->
  <xsl:template name="jaren-naam">
    <xsl:param name="feit"/>
    <xsl:variable name="eerste" select="string(f:jaren($feit)[1])"/>
    <xsl:choose>
      <xsl:when test="f:bestaat($feit)"><xsl:value-of select="f:omschrijving($feit)"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="substring-before(concat(f:omschrijving(f:in-jaar($feit, $eerste)), ', ', $eerste), concat(', ', $eerste))"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- 2019–2020 met een half streepje -->
  <xsl:template name="jaar-kort"><xsl:value-of select="concat(substring-before(., '-'), '–', substring-after(., '-'))"/></xsl:template>
</xsl:stylesheet>
