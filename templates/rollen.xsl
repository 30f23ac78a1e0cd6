<?xml version="1.0" encoding="UTF-8"?>
<!-- De rollen van een partnerschap: liggende kaarten in drie kolommen, en bladen met de uren per rol. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:nl:jaarverslag:document"
  xmlns:j="urn:nl:jaarverslag:1" xmlns:f="urn:nl:jaarverslag:functies" exclude-result-prefixes="j f">
  <xsl:import href="lib/los.xsl"/>

  <xsl:variable name="voet"><xsl:call-template name="voetregel"><xsl:with-param name="deel" select="/j:jaarverslag/j:rollen"/></xsl:call-template></xsl:variable>

  <xsl:template match="/j:jaarverslag">
    <xsl:if test="not(j:rollen)"><xsl:call-template name="niets"><xsl:with-param name="onderdeel" select="'rollen'"/></xsl:call-template></xsl:if>
    <document>
      <xsl:call-template name="losse-kop"><xsl:with-param name="deel" select="j:rollen"/><xsl:with-param name="trefwoorden" select="'rollen, uren'"/></xsl:call-template>
      <xsl:call-template name="losse-omslag">
        <xsl:with-param name="deel" select="j:rollen"/><xsl:with-param name="blad" select="'cover-landscape'"/>
        <xsl:with-param name="getal" select="'rollen.aantal'"/><xsl:with-param name="bij" select="'rollen, die elkaar aanvullen'"/>
      </xsl:call-template>
      <xsl:apply-templates select="j:rollen"/>
    </document>
  </xsl:template>

  <xsl:template match="j:rollen">
    <part master="cards" labels="decimal" label-start="2" role="sect" title="{$voet}" id="inhoud">
      <heading level="1" style="card-title" toc="no">Inhoud</heading>
      <beside ratio="4:4:5" gap="28pt">
        <side><xsl:apply-templates select="j:inleiding/*"/></side>
        <side><toc depth="1"/></side>
        <side>
          <xsl:if test="$invoer/j:urenspecificaties/j:urenspecificatie">
            <figure series="none" place="{f:plaats(.)}">
              <xsl:for-each select="$invoer/j:urenspecificaties"><xsl:call-template name="urenfiguur"/></xsl:for-each>
              <caption>Uren per schooljaar<xsl:if test="not($invoer/j:urenspecificaties/j:urenspecificatie/j:optie[@aan = 'nee'])">, alle taken inbegrepen</xsl:if><xsl:if test="$invoer/j:urenspecificaties/@studenten">; voor opleiders bij <xsl:value-of select="$invoer/j:urenspecificaties/@studenten"/> aankomend leraren, voor de werkplekbegeleider per aankomend leraar</xsl:if></caption>
            </figure>
          </xsl:if>
        </side>
      </beside>
    </part>
    <xsl:apply-templates select="j:rol | j:urenblad"/>
  </xsl:template>
  <xsl:template name="urenfiguur">
    <chart kind="bars" unit="uur">
      <series label="Uren per schooljaar">
        <xsl:for-each select="j:urenspecificatie[f:bestaat(concat('uren.', @sleutel, '.totaal'))]"><point label="{@naam}" fact="uren.{@sleutel}.totaal"/></xsl:for-each>
      </series>
    </chart>
  </xsl:template>

  <xsl:template match="j:rol">
    <part master="cards" role="part" title="{$voet}" restart-footnotes="yes">
      <heading level="1" style="card-title" id="{@sleutel}" place="{f:plaats(.)}"><xsl:value-of select="@naam"/><xsl:if test="@kort"> (<xsl:value-of select="@kort"/>)</xsl:if></heading>
      <columns count="3" gap="24pt" style="card"><xsl:apply-templates select="j:deel"/></columns>
    </part>
  </xsl:template>
  <xsl:template match="j:rol/j:deel">
    <xsl:if test="@kolom = 'ja'"><pagebreak/></xsl:if>
    <section place="{f:plaats(.)}">
      <heading level="2" style="card-head" toc="no" outline="no" place="{f:plaats(.)}">
        <xsl:if test="@kolom = 'ja'"><xsl:attribute name="style">card-head-top</xsl:attribute></xsl:if>
        <xsl:value-of select="@titel"/>
      </heading>
      <xsl:if test="@aanhef"><para style="card-lead" keep-next="yes"><xsl:value-of select="@aanhef"/></para></xsl:if>
      <xsl:apply-templates select="*"/>
    </section>
  </xsl:template>
  <!-- op een kaart is alle tekst kaarttekst -->
  <xsl:template match="j:urenblad/j:alinea"><para style="card" place="{f:plaats(.)}"><xsl:apply-templates/></para></xsl:template>
  <xsl:template match="j:rol//j:alinea">
    <para style="card" place="{f:plaats(.)}">
      <xsl:if test="following-sibling::*[1][self::j:lijst]"><xsl:attribute name="style">card-lead</xsl:attribute><xsl:attribute name="keep-next">yes</xsl:attribute></xsl:if>
      <xsl:apply-templates/>
    </para>
  </xsl:template>
  <xsl:template match="j:rol//j:punt">
    <item place="{f:plaats(.)}">
      <xsl:if test="ancestor::j:punt and not(../@soort != 'opsomming')"><xsl:attribute name="label">•</xsl:attribute></xsl:if>
      <xsl:call-template name="blokken"><xsl:with-param name="stijl" select="'card'"/></xsl:call-template></item>
  </xsl:template>

  <xsl:template match="j:urenblad">
    <part master="cards" role="part" title="{$voet}">
      <heading level="1" style="card-title" place="{f:plaats(.)}"><xsl:if test="@sleutel"><xsl:attribute name="id"><xsl:value-of select="@sleutel"/></xsl:attribute></xsl:if><xsl:value-of select="@titel"/></heading>
      <xsl:variable name="over" select="concat(' ', @over, ' ')"/>
      <!-- links de tekst, rechts waar het op uitkomt -->
      <beside gap="28pt" ratio="2:1">
        <xsl:if test="count(*) &gt; 1"><xsl:attribute name="ratio">6:7:5</xsl:attribute></xsl:if>
        <side><xsl:apply-templates select="*[1]"/></side>
        <xsl:if test="count(*) &gt; 1"><side><xsl:apply-templates select="*[position() &gt; 1]"/></side></xsl:if>
        <side>
          <keyfigures>
            <xsl:for-each select="$invoer/j:urenspecificaties/j:urenspecificatie[contains($over, concat(' ', @sleutel, ' '))][f:bestaat(concat('uren.', @sleutel, '.totaal'))]">
              <keyfigure fact="uren.{@sleutel}.totaal" label="uur per schooljaar, {@naam}" place="{f:plaats(.)}">
                <xsl:if test="@eenheid"><xsl:attribute name="label"><xsl:value-of select="concat('uur per schooljaar, ', @naam, ' (', @eenheid, ')')"/></xsl:attribute></xsl:if>
              </keyfigure>
            </xsl:for-each>
          </keyfigures>
        </side>
      </beside>
      <xsl:variable name="specificaties" select="$invoer/j:urenspecificaties/j:urenspecificatie[contains($over, concat(' ', @sleutel, ' '))]"/>
      <xsl:apply-templates select="$specificaties" mode="tabellen"/>
      <xsl:call-template name="urentotalen"><xsl:with-param name="specificaties" select="$specificaties"/></xsl:call-template>
    </part>
  </xsl:template>
</xsl:stylesheet>
