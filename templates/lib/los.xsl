<?xml version="1.0" encoding="UTF-8"?>
<!-- Een document op zichzelf: eigen omslag, kop en kopregel, uit een onderdeel van de invoer met titel en ondertitel. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:nl:jaarverslag:document"
  xmlns:j="urn:nl:jaarverslag:1" xmlns:f="urn:nl:jaarverslag:functies" exclude-result-prefixes="j f">
  <xsl:import href="verhaal.xsl"/>
  <xsl:import href="delen.xsl"/>
  <xsl:import href="figuren.xsl"/>

  <!-- In de voet van elke bladzijde: Samen Opleiden Noord-Holland • Overlegstructuren -->
  <xsl:template name="voetregel">
    <xsl:param name="deel"/>
    <xsl:value-of select="concat($kort, ' • ')"/>
    <xsl:value-of select="$deel/@korte-titel"/>
    <xsl:if test="not($deel/@korte-titel)"><xsl:value-of select="$deel/@titel"/></xsl:if>
  </xsl:template>

  <xsl:template name="losse-kop">
    <xsl:param name="deel"/>
    <xsl:param name="trefwoorden"/>
    <xsl:call-template name="documentkop"/>
    <xsl:attribute name="title"><xsl:value-of select="concat($deel/@titel, ' ', $naam)"/></xsl:attribute>
    <xsl:attribute name="subject"><xsl:value-of select="$deel/@ondertitel"/><xsl:if test="not($deel/@ondertitel)"><xsl:value-of select="$deel/@titel"/></xsl:if></xsl:attribute>
    <xsl:attribute name="keywords"><xsl:value-of select="concat('samen opleiden, ', $trefwoorden, ', ', $schooljaar)"/></xsl:attribute>
  </xsl:template>

  <xsl:template name="losse-omslag">
    <xsl:param name="deel"/>
    <xsl:param name="blad" select="'cover'"/>
    <xsl:param name="getal"/>
    <xsl:param name="bij"/>
    <part master="{$blad}" labels="none" role="sect" title="Omslag" most-pages="1" fit="yes">
      <para style="cover-kicker"><xsl:value-of select="$naam"/></para>
      <para style="cover-name"><xsl:value-of select="$deel/@titel"/></para>
      <xsl:if test="$deel/@ondertitel"><para style="cover-line"><xsl:value-of select="$deel/@ondertitel"/></para></xsl:if>
      <xsl:if test="$getal and f:bestaat($getal)">
        <para style="cover-number"><number fact="{$getal}"/></para>
        <para style="cover-text"><xsl:value-of select="$bij"/></para>
      </xsl:if>
      <para style="cover-small">
        <xsl:value-of select="$jaar"/>
        <xsl:if test="/j:jaarverslag/@datum"> · <xsl:value-of select="f:datum(/j:jaarverslag/@datum)"/></xsl:if>
        <xsl:if test="/j:jaarverslag/@versie"> · versie <xsl:value-of select="/j:jaarverslag/@versie"/></xsl:if>
      </para>
      <xsl:if test="$partnerschap/j:bestuur | $partnerschap/j:instituut[@partner = 'ja']">
        <para style="cover-small">
          <xsl:for-each select="$partnerschap/j:bestuur | $partnerschap/j:instituut[@partner = 'ja']">
            <xsl:if test="position() &gt; 1"><xsl:text> · </xsl:text></xsl:if>
            <xsl:value-of select="@naam"/>
          </xsl:for-each>
        </para>
      </xsl:if>
    </part>
  </xsl:template>
</xsl:stylesheet>
