<?xml version="1.0" encoding="UTF-8"?>
<!-- Figuren van de bijlagen: planning, organogram, facilitering, stagevergoeding, enquêtes. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:nl:jaarverslag:document"
  xmlns:j="urn:nl:jaarverslag:1" xmlns:f="urn:nl:jaarverslag:functies" exclude-result-prefixes="j f">

  <f:figuur soort="jaarplanning" onderdeel="jaarplanning" ding="reeks">De activiteiten over de maanden.</f:figuur>
  <f:figuur soort="organogram" onderdeel="organogram" ding="eenheid">Wie onder wie staat.</f:figuur>
  <f:figuur soort="facilitering-voorbeelden" onderdeel="facilitering" ding="voorbeeld" vormen="tabel">Uren en vergoeding in uitgewerkte voorbeelden.</f:figuur>
  <f:figuur soort="stagevergoeding" onderdeel="stagevergoeding" ding="trede" vormen="tabel">De treden van de stagevergoeding.</f:figuur>
  <f:figuur soort="enquete" onderdeel="enquetes" ding="enquete" over="sleutel">De antwoorden van een enquête.</f:figuur>

  <xsl:template match="j:figuur[@soort = 'jaarplanning']" mode="inhoud">
    <xsl:variable name="jaar1" select="substring-before($invoer/j:jaarplanning/@schooljaar, '-')"/>
    <planner start="{$jaar1}-08" months="12">
      <xsl:for-each select="$invoer/j:jaarplanning/j:reeks">
        <activity label="{@naam}">
          <xsl:if test="@groep"><xsl:attribute name="group"><xsl:value-of select="@groep"/></xsl:attribute></xsl:if>
          <xsl:for-each select="j:activiteit">
            <event from="{@van}" label="{@naam}">
              <xsl:if test="@opmerking"><xsl:attribute name="label"><xsl:value-of select="concat(@naam, ' (', @opmerking, ')')"/></xsl:attribute></xsl:if>
              <xsl:attribute name="to"><xsl:value-of select="@tot"/><xsl:if test="not(@tot)"><xsl:value-of select="@van"/></xsl:if></xsl:attribute>
              <xsl:if test="@soort"><xsl:attribute name="mark"><xsl:value-of select="@soort"/></xsl:attribute></xsl:if>
            </event>
          </xsl:for-each>
        </activity>
      </xsl:for-each>
    </planner>
  </xsl:template>
  <xsl:template match="j:figuur[@soort = 'organogram']" mode="inhoud">
    <orgchart>
      <xsl:for-each select="$invoer/j:organogram/j:eenheid">
        <unit id="{@sleutel}" label="{@naam}">
          <xsl:if test="@onder"><xsl:attribute name="parent"><xsl:value-of select="@onder"/></xsl:attribute></xsl:if>
          <xsl:if test="@soort"><xsl:attribute name="kind"><xsl:value-of select="@soort"/></xsl:attribute></xsl:if>
          <xsl:if test="@toelichting"><xsl:attribute name="text"><xsl:value-of select="@toelichting"/></xsl:attribute></xsl:if>
        </unit>
      </xsl:for-each>
    </orgchart>
  </xsl:template>
  <xsl:template match="j:figuur[@soort = 'facilitering-voorbeelden']" mode="inhoud">
    <xsl:variable name="g" select="$invoer/j:facilitering"/>
    <table style="text" summary="{normalize-space(j:bijschrift)}">
      <column width="auto" align="left"/><column width="1*" align="left"/><column width="auto" align="right"/>
      <head><row><cell header="yes">Situatie</cell><cell header="yes">Berekening (klokuren)</cell><cell header="yes" align="right">Uren</cell></row></head>
      <body>
        <xsl:for-each select="$g/j:voorbeeld">
          <xsl:variable name="n" select="sum(j:werkplek/@studenten)"/>
          <row>
            <cell><xsl:value-of select="@naam"/></cell>
            <cell>
              <xsl:for-each select="$g/j:vaste-uren"><xsl:if test="position() &gt; 1"> + </xsl:if><xsl:value-of select="f:getal(@uren)"/></xsl:for-each>
              <xsl:if test="count(j:werkplek) &gt; 1 and $g/j:meer-locaties"> + <xsl:value-of select="f:getal($g/j:meer-locaties/@uren)"/></xsl:if>
              <xsl:if test="count(j:werkplek) = 1 and $g/j:kleine-locatie and j:werkplek/@studenten &lt; $g/j:kleine-locatie/@minder-dan"> − <xsl:value-of select="f:getal($g/j:kleine-locatie/@aftrek)"/></xsl:if>
              <xsl:text> + </xsl:text><xsl:value-of select="$n"/> × <xsl:value-of select="f:getal($g/j:per-student/@uren)"/>
            </cell>
            <xsl:call-template name="feitcel"><xsl:with-param name="feit" select="concat('voorbeeld.', @sleutel, '.uren')"/></xsl:call-template>
          </row>
        </xsl:for-each>
      </body>
    </table>
  </xsl:template>
  <xsl:template match="j:figuur[@soort = 'stagevergoeding']" mode="inhoud">
    <table style="text" summary="{normalize-space(j:bijschrift)}">
      <column width="1*" align="left"/><column width="auto" align="right"/>
      <head><row><cell header="yes">Beschikbaar, hele dagen per week</cell><cell header="yes" align="right">€ per maand</cell></row></head>
      <body>
        <row><cell>minder dan <xsl:value-of select="$invoer/j:stagevergoeding/j:trede[1]/@vanaf"/></cell><cell align="right">geen</cell></row>
        <xsl:for-each select="$invoer/j:stagevergoeding/j:trede"><row><cell>minimaal <xsl:value-of select="@vanaf"/></cell><cell align="right"><xsl:value-of select="translate(@bedrag, '.', ',')"/></cell></row></xsl:for-each>
      </body>
    </table>
  </xsl:template>
  <!-- zonder over= alle enquêtes, onder elkaar -->
  <xsl:template match="j:figuur[@soort = 'enquete']" mode="inhoud">
    <xsl:apply-templates select="$invoer/j:enquetes/j:enquete[not(current()/@over) or contains(concat(' ', normalize-space(current()/@over), ' '), concat(' ', @sleutel, ' '))]" mode="inhoud">
      <xsl:with-param name="bijschrift" select="normalize-space(j:bijschrift)"/>
    </xsl:apply-templates>
  </xsl:template>
  <xsl:template match="j:enquete" mode="inhoud">
    <xsl:param name="bijschrift"/>
    <xsl:variable name="e" select="."/>
    <xsl:if test="last() &gt; 1"><para style="body" keep-next="yes" place="{f:plaats(.)}"><strong><xsl:value-of select="@naam"/></strong></para></xsl:if>
    <table style="text">
      <xsl:attribute name="summary"><xsl:value-of select="$bijschrift"/><xsl:if test="last() &gt; 1"><xsl:value-of select="concat(': ', @naam)"/></xsl:if></xsl:attribute>
      <column width="1*" align="left"/><column width="auto" align="right"/><column width="auto" align="right"/>
      <head><row><cell header="yes">Vraag en antwoord</cell><cell header="yes" align="right">Aantal</cell><cell header="yes" align="right">%</cell></row></head>
      <xsl:variable name="enquete" select="concat('enquete.', $e/@sleutel)"/>
      <xsl:if test="f:bestaat(concat($enquete, '.ingevuld'))">
        <body group="Respons">
          <row>
            <cell>Ingevuld<xsl:if test="f:bestaat(concat($enquete, '.uitgezet'))">, van <number fact="{$enquete}.uitgezet"/></xsl:if></cell>
            <cell align="right"><number fact="{$enquete}.ingevuld"/></cell>
            <cell align="right"><xsl:if test="f:bestaat(concat($enquete, '.respons'))"><number fact="{$enquete}.respons" as="plain"/></xsl:if></cell>
          </row>
        </body>
      </xsl:if>
      <xsl:for-each select="$e/j:vraag">
        <body group="{@tekst}">
          <xsl:for-each select="j:antwoord">
            <xsl:variable name="feit" select="concat('enquete.', $e/@sleutel, '.', ../@sleutel, '.', @sleutel, substring(position(), 1, 4 * not(@sleutel)))"/>
            <row>
              <cell><xsl:value-of select="@tekst"/></cell>
              <xsl:call-template name="feitcel"><xsl:with-param name="feit" select="$feit"/></xsl:call-template>
              <cell align="right"><xsl:if test="not(../@soort = 'open') and f:bestaat(concat($feit, '.aandeel'))"><number fact="{$feit}.aandeel" as="plain"/></xsl:if></cell>
            </row>
          </xsl:for-each>
        </body>
      </xsl:for-each>
    </table>
  </xsl:template>
</xsl:stylesheet>
