<?xml version="1.0" encoding="UTF-8"?>
<!-- Figuren over geld: begroting en realisatie, en de weg van de een naar de ander. Deel van figuren.xsl. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:nl:jaarverslag:document"
  xmlns:j="urn:nl:jaarverslag:1" xmlns:f="urn:nl:jaarverslag:functies" exclude-result-prefixes="j f">

  <f:figuur soort="begroting-realisatie" feit="begroting.totaal" nodig="&lt;begroting&gt;" vormen="tabel">Begroting en realisatie per rubriek.</f:figuur>
  <f:figuur soort="waterval" feit="begroting.totaal" nodig="&lt;begroting&gt;">Van begroting naar realisatie, verschil voor verschil.</f:figuur>

  <!-- ============ begroting en realisatie (figuur 5) ============ -->
  <xsl:template match="j:figuur[@soort = 'begroting-realisatie']" mode="inhoud">
    <xsl:variable name="uur" select="concat('klokuren à ', '€&#160;', translate($invoer/j:parameters/j:uurtarief/@waarde, '.', ','))"/>
    <table summary="{normalize-space(j:bijschrift)}">
      <column width="auto" align="left"/><column width="auto" align="right"/><column width="auto" align="right"/><column width="auto" align="right"/><column width="auto" align="right"/>
      <head>
        <row>
          <cell header="yes" rowspan="2">Rubriek en regel</cell>
          <xsl:call-template name="kopcel"><xsl:with-param name="tekst" select="'Begroting'"/><xsl:with-param name="uit" select="'center'"/><xsl:with-param name="kolommen" select="2"/></xsl:call-template>
          <xsl:call-template name="kopcel"><xsl:with-param name="tekst" select="'Realisatie'"/><xsl:with-param name="uit" select="'center'"/><xsl:with-param name="kolommen" select="2"/></xsl:call-template>
        </row>
        <row>
          <xsl:call-template name="kopcel"><xsl:with-param name="tekst" select="$uur"/></xsl:call-template><xsl:call-template name="kopcel"><xsl:with-param name="tekst" select="'€'"/></xsl:call-template>
          <xsl:call-template name="kopcel"><xsl:with-param name="tekst" select="$uur"/></xsl:call-template><xsl:call-template name="kopcel"><xsl:with-param name="tekst" select="'€'"/></xsl:call-template>
        </row>
      </head>
      <xsl:for-each select="$invoer/j:begroting/j:rubriek">
        <body group="{@naam}">
          <xsl:for-each select="j:regel">
            <row>
              <cell><xsl:value-of select="@naam"/></cell>
              <xsl:call-template name="urencel"><xsl:with-param name="feit" select="concat('begroting.regel.', @sleutel)"/><xsl:with-param name="kant" select="j:begroot"/></xsl:call-template>
              <xsl:call-template name="feitcel"><xsl:with-param name="feit" select="concat('begroting.regel.', @sleutel)"/></xsl:call-template>
              <xsl:call-template name="urencel"><xsl:with-param name="feit" select="concat('realisatie.regel.', @sleutel)"/><xsl:with-param name="kant" select="j:gerealiseerd"/></xsl:call-template>
              <xsl:call-template name="feitcel"><xsl:with-param name="feit" select="concat('realisatie.regel.', @sleutel)"/></xsl:call-template>
            </row>
          </xsl:for-each>
        </body>
      </xsl:for-each>
      <body group="Onkosten en baten">
        <xsl:call-template name="saldorij"><xsl:with-param name="naam" select="concat('Onkosten ', $schooljaar)"/><xsl:with-param name="b" select="'begroting.totaal'"/><xsl:with-param name="r" select="'realisatie.totaal'"/></xsl:call-template>
        <xsl:call-template name="saldorij"><xsl:with-param name="naam"><xsl:value-of select="concat('Baten ', $schooljaar)"/><xsl:for-each select="$invoer/j:baten/j:bate"><xsl:value-of select="concat(substring(' (', 1, 2 * (position() = 1)), substring(', ', 1, 2 * (position() &gt; 1)), @naam, substring(')', 1, position() = last()))"/></xsl:for-each></xsl:with-param><xsl:with-param name="b" select="'baten.begroot'"/><xsl:with-param name="r" select="'baten.realisatie'"/></xsl:call-template>
        <xsl:call-template name="saldorij"><xsl:with-param name="naam" select="concat('Resultaat ', $schooljaar)"/><xsl:with-param name="b" select="'resultaat.begroot'"/><xsl:with-param name="r" select="'resultaat.realisatie'"/><xsl:with-param name="rol" select="'subtotal'"/></xsl:call-template>
        <xsl:if test="f:bestaat('reserve.begin')">
          <xsl:variable name="reserve"><xsl:choose><xsl:when test="$invoer/j:reserve/@naam"><xsl:value-of select="$invoer/j:reserve/@naam"/></xsl:when><xsl:otherwise>Reserve aan het begin</xsl:otherwise></xsl:choose></xsl:variable>
          <xsl:call-template name="saldorij"><xsl:with-param name="naam" select="$reserve"/><xsl:with-param name="r" select="'reserve.begin'"/></xsl:call-template>
          <xsl:call-template name="saldorij"><xsl:with-param name="naam" select="'Reserve aan het eind'"/><xsl:with-param name="r" select="'reserve.eind'"/><xsl:with-param name="rol" select="'total'"/></xsl:call-template>
        </xsl:if>
      </body>
    </table>
  </xsl:template>
  <xsl:template name="saldorij">
    <xsl:param name="naam"/><xsl:param name="b" select="''"/><xsl:param name="r"/><xsl:param name="rol" select="'normal'"/>
    <row role="{$rol}">
      <cell><xsl:value-of select="$naam"/></cell><cell/>
      <xsl:call-template name="feitcel"><xsl:with-param name="feit" select="$b"/></xsl:call-template><cell/>
      <xsl:call-template name="feitcel"><xsl:with-param name="feit" select="$r"/></xsl:call-template>
    </row>
  </xsl:template>
  <!-- De kolom telt klokuren tegen het uurtarief: administratieve uren horen er niet in. -->
  <xsl:template name="urencel">
    <xsl:param name="feit"/><xsl:param name="kant" select="/.."/>
    <cell align="right">
      <xsl:if test="not($kant/@tarief = 'administratief') and f:bestaat(concat($feit, '.uren'))"><number fact="{$feit}.uren" as="whole"/><xsl:value-of select="@teken"/></xsl:if>
    </cell>
  </xsl:template>
  <xsl:template match="j:figuur[@soort = 'begroting-realisatie'][not(j:noot)]" mode="noten">
    <xsl:for-each select="$invoer/j:begroting/j:opmerking"><note mark="{@teken}"><xsl:value-of select="."/></note></xsl:for-each>
    <xsl:for-each select="$invoer/j:begroting/j:rubriek/j:toelichting | $invoer/j:begroting/j:rubriek/j:regel/j:toelichting"><note><xsl:value-of select="concat(../@naam, ': ', normalize-space())"/></note></xsl:for-each>
  </xsl:template>

  <xsl:template match="j:figuur[@soort = 'waterval']" mode="inhoud">
    <chart kind="waterfall" unit="EUR">
      <series label="Van begroting naar realisatie">
        <point label="Begroting" fact="begroting.totaal" format="euro-whole" kind="total"/>
        <xsl:for-each select="$invoer/j:begroting/j:rubriek[f:bestaat(concat('afwijking.rubriek.', @sleutel))]">
          <point label="{@naam}" fact="afwijking.rubriek.{@sleutel}" format="euro-whole" kind="minus"/>
        </xsl:for-each>
        <point label="Realisatie" fact="realisatie.totaal" format="euro-whole" kind="total"/>
      </series>
    </chart>
  </xsl:template>
</xsl:stylesheet>
