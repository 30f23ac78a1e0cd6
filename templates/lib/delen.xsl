<?xml version="1.0" encoding="UTF-8"?>
<!-- De delen van een verslag: omslag, inhoud, voorwerk, hoofdstukken en bijlagen, elk op zijn eigen bladspiegel. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:nl:jaarverslag:document"
  xmlns:j="urn:nl:jaarverslag:1" xmlns:f="urn:nl:jaarverslag:functies" exclude-result-prefixes="j f">

  <xsl:variable name="partnerschap" select="/j:jaarverslag/j:partnerschap"/>
  <xsl:variable name="naam" select="$partnerschap/@naam"/>
  <xsl:variable name="kort" select="string($partnerschap/@kort[. != ''] | $partnerschap[not(@kort)]/@naam)"/>
  <xsl:variable name="schooljaar" select="/j:jaarverslag/@schooljaar"/>
  <!-- 2020–2021 met een half streepje, zoals het hoort in een titel -->
  <xsl:variable name="jaar" select="concat(substring-before($schooljaar, '-'), '–', substring-after($schooljaar, '-'))"/>
  <xsl:variable name="titel">
    <xsl:choose>
      <xsl:when test="/j:jaarverslag/@titel"><xsl:value-of select="/j:jaarverslag/@titel"/></xsl:when>
      <xsl:otherwise>Jaarverslag <xsl:value-of select="$jaar"/></xsl:otherwise>
    </xsl:choose>
  </xsl:variable>
  <xsl:variable name="kopregel" select="concat('Jaarverslag ', $kort, ' ', $jaar)"/>

  <xsl:template name="documentkop">
    <xsl:param name="titel" select="concat('Jaarverslag ', $naam, ' ', $schooljaar)"/>
    <xsl:attribute name="title">
      <xsl:value-of select="/j:jaarverslag/@titel"/>
      <xsl:if test="not(/j:jaarverslag/@titel)"><xsl:value-of select="$titel"/></xsl:if>
    </xsl:attribute>
    <xsl:attribute name="author">
      <xsl:choose>
        <xsl:when test="/j:jaarverslag/@auteur"><xsl:value-of select="/j:jaarverslag/@auteur"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="$naam"/></xsl:otherwise>
      </xsl:choose>
    </xsl:attribute>
    <xsl:attribute name="subject">
      <xsl:value-of select="/j:jaarverslag/@onderwerp"/>
      <xsl:if test="not(/j:jaarverslag/@onderwerp)">Verslag van het schooljaar <xsl:value-of select="$schooljaar"/></xsl:if>
    </xsl:attribute>
    <xsl:attribute name="keywords">
      <xsl:value-of select="/j:jaarverslag/@trefwoorden"/>
      <xsl:if test="not(/j:jaarverslag/@trefwoorden)">samen opleiden, jaarverslag, <xsl:value-of select="$schooljaar"/></xsl:if>
    </xsl:attribute>
    <xsl:attribute name="lang">
      <xsl:choose><xsl:when test="/j:jaarverslag/@taal"><xsl:value-of select="/j:jaarverslag/@taal"/></xsl:when><xsl:otherwise>nl</xsl:otherwise></xsl:choose>
    </xsl:attribute>
    <xsl:attribute name="date"><xsl:value-of select="/j:jaarverslag/@datum"/></xsl:attribute>
    <xsl:attribute name="style">
      <xsl:choose><xsl:when test="/j:jaarverslag/@huisstijl"><xsl:value-of select="/j:jaarverslag/@huisstijl"/></xsl:when><xsl:otherwise>bos</xsl:otherwise></xsl:choose>
    </xsl:attribute>
  </xsl:template>

  <!-- De titel zonder wat al boven of onder hem staat: het schooljaar en de naam van het partnerschap aan zijn eind. -->
  <xsl:template name="zonder-eind">
    <xsl:param name="tekst"/><xsl:param name="eind"/>
    <xsl:variable name="voor" select="string-length($tekst) - string-length($eind)"/>
    <xsl:choose>
      <xsl:when test="$eind != '' and $voor &gt; 1 and substring($tekst, $voor) = concat(' ', $eind)"><xsl:value-of select="normalize-space(substring($tekst, 1, $voor - 1))"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$tekst"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template name="omslagtitel">
    <xsl:variable name="zonder-jaar"><xsl:call-template name="zonder-eind"><xsl:with-param name="tekst" select="translate(normalize-space(/j:jaarverslag/@titel), '–', '-')"/><xsl:with-param name="eind" select="$schooljaar"/></xsl:call-template></xsl:variable>
    <xsl:variable name="eigen">
      <xsl:choose>
        <xsl:when test="string-length($zonder-jaar) &lt; string-length(normalize-space(/j:jaarverslag/@titel))"><xsl:value-of select="substring(normalize-space(/j:jaarverslag/@titel), 1, string-length($zonder-jaar))"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="normalize-space(/j:jaarverslag/@titel)"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="zonder-naam"><xsl:call-template name="zonder-eind"><xsl:with-param name="tekst" select="string($eigen)"/><xsl:with-param name="eind" select="string($naam)"/></xsl:call-template></xsl:variable>
    <xsl:variable name="kern"><xsl:call-template name="zonder-eind"><xsl:with-param name="tekst" select="string($zonder-naam)"/><xsl:with-param name="eind" select="$kort"/></xsl:call-template></xsl:variable>
    <xsl:value-of select="$kern"/>
    <xsl:if test="$kern = ''">Jaarverslag</xsl:if>
  </xsl:template>

  <xsl:template name="omslag">
    <xsl:variable name="omslagtitel"><xsl:call-template name="omslagtitel"/></xsl:variable>
    <xsl:variable name="lang" select="string-length($omslagtitel) &gt; 16"/>
    <part master="cover" labels="none" role="sect" title="Omslag" most-pages="1" fit="yes">
      <para style="cover-kicker"><xsl:value-of select="$naam"/></para>
      <para style="cover-title">
        <xsl:if test="$lang"><xsl:attribute name="style">cover-name</xsl:attribute></xsl:if>
        <xsl:value-of select="$omslagtitel"/>
      </para>
      <para style="cover-year"><xsl:if test="$lang"><xsl:attribute name="style">cover-name-year</xsl:attribute></xsl:if><xsl:value-of select="$jaar"/></para>
      <xsl:if test="/j:jaarverslag/@ondertitel"><para style="cover-line"><xsl:value-of select="/j:jaarverslag/@ondertitel"/></para></xsl:if>
      <xsl:choose>
        <xsl:when test="f:bestaat('studenten.partners') and f:status('studenten.partners') = 'known'">
          <para style="cover-number"><number fact="studenten.partners"/></para>
          <para style="cover-text"><xsl:call-template name="studenten-leerden"><xsl:with-param name="feit" select="'studenten.partners'"/><xsl:with-param name="van" select="' van onze lerarenopleidingen'"/></xsl:call-template></para>
        </xsl:when>
        <xsl:when test="f:bestaat('studenten.totaal') and f:status('studenten.totaal') != 'withheld'">
          <para style="cover-number"><number fact="studenten.totaal" remark="no"/></para>
          <para style="cover-text"><xsl:call-template name="studenten-leerden"><xsl:with-param name="feit" select="'studenten.totaal'"/><xsl:with-param name="van"><xsl:if test="f:status('studenten.totaal') = 'partial'">, voor zover bekend,</xsl:if></xsl:with-param></xsl:call-template></para>
        </xsl:when>
      </xsl:choose>
      <para style="cover-small">
        <xsl:for-each select="$partnerschap/j:bestuur | $partnerschap/j:instituut[@partner = 'ja']">
          <xsl:if test="position() &gt; 1"><xsl:text> · </xsl:text></xsl:if>
          <xsl:value-of select="@naam"/>
          <xsl:if test="@sleutel = $partnerschap/@penvoerder"> (penvoerder)</xsl:if>
        </xsl:for-each>
      </para>
      <para style="cover-small">
        <xsl:if test="/j:jaarverslag/@datum"><xsl:value-of select="f:datum(/j:jaarverslag/@datum)"/></xsl:if>
        <xsl:for-each select="$partnerschap/@plaats | $partnerschap/@website">
          <xsl:if test="position() &gt; 1 or /j:jaarverslag/@datum"> · </xsl:if>
          <xsl:value-of select="."/>
        </xsl:for-each>
      </para>
    </part>
  </xsl:template>

  <!-- studenten leerden, student leerde: naar het getal erboven -->
  <xsl:template name="studenten-leerden">
    <xsl:param name="feit"/><xsl:param name="van" select="''"/>
    <xsl:value-of select="concat(f:eenheid-bij($feit), $van, ' leerde', substring('n', 1, number(f:feit($feit) != '1')), ' dit jaar het vak in de school')"/>
  </xsl:template>

  <xsl:template name="inhoud">
    <part master="contents" labels="decimal" label-start="2" role="sect" title="Inhoud" id="inhoud">
      <heading level="1" style="front-title" toc="no">Inhoud</heading>
      <toc depth="2"/>
    </part>
  </xsl:template>

  <xsl:template match="j:voorwoord | j:samenvatting">
    <part master="body" role="sect" title="{$kopregel}">
      <heading level="1" style="front-title" id="{@sleutel}" place="{f:plaats(.)}">
        <xsl:attribute name="id"><xsl:value-of select="@sleutel"/><xsl:if test="not(@sleutel)"><xsl:value-of select="local-name()"/></xsl:if></xsl:attribute>
        <xsl:choose>
          <xsl:when test="@titel"><xsl:value-of select="@titel"/></xsl:when>
          <xsl:when test="self::j:voorwoord">Voorwoord</xsl:when>
          <xsl:otherwise>Samenvatting</xsl:otherwise>
        </xsl:choose>
      </heading>
      <xsl:apply-templates select="*"/>
      <xsl:if test="self::j:voorwoord"><xsl:call-template name="afkortingen"/></xsl:if>
    </part>
  </xsl:template>

  <xsl:template name="afkortingen">
    <xsl:if test="/j:jaarverslag/j:afkortingen/*">
      <section id="afkortingen">
        <heading level="2" style="h3" toc="no">Afkortingen in dit verslag</heading>
        <definitions style="columns">
          <xsl:for-each select="/j:jaarverslag/j:afkortingen/*">
            <entry><term><xsl:value-of select="@kort"/></term><definition><para style="definition"><xsl:value-of select="@voluit"/></para></definition></entry>
          </xsl:for-each>
        </definitions>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template match="j:hoofdstuk">
    <part master="body" role="part" title="{$kopregel}" restart-footnotes="no">
      <xsl:if test="@korte-titel"><xsl:attribute name="title"><xsl:value-of select="concat($kopregel, ' · ', @korte-titel)"/></xsl:attribute></xsl:if>
      <heading level="1" style="h1" auto="yes" id="{@sleutel}" place="{f:plaats(.)}"><xsl:value-of select="@titel"/></heading>
      <xsl:if test="@vraag"><para style="chapter-question"><xsl:value-of select="@vraag"/></para></xsl:if>
      <xsl:apply-templates select="*"/>
    </part>
  </xsl:template>

  <!-- Bijlagen: eerst één blad voor alle, als het er meer dan twee zijn; dan elke bijlage met eigen nummering van figuren, koppen en noten. -->
  <xsl:variable name="bijlagenblad" select="count(/j:jaarverslag/j:bijlage) &gt; 2"/>
  <xsl:variable name="bijlageniveau" select="1 + $bijlagenblad"/>
  <xsl:template name="bijlagen">
    <xsl:if test="j:bijlage">
      <xsl:if test="$bijlagenblad"><part master="divider" role="part" title="{$kopregel}" id="bijlagen">
        <heading level="1" style="divider-title" toc="yes">Bijlagen</heading>
        <list kind="none">
          <xsl:for-each select="j:bijlage">
            <item><para style="divider-text"><ref to="{@sleutel}" show="label" capital="yes"/>: <xsl:value-of select="@titel"/></para></item>
          </xsl:for-each>
        </list>
      </part></xsl:if>
      <xsl:apply-templates select="j:bijlage"/>
    </xsl:if>
  </xsl:template>

  <xsl:template name="bijlagenummer">
    <xsl:choose>
      <xsl:when test="@nummer"><xsl:value-of select="@nummer"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="1 + count(preceding-sibling::j:bijlage)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- In een verslag is bekend van wie een bijlage is; op zichzelf zegt zij het (bijlage.xsl). -->
  <xsl:template name="afzender"/>
  <!-- Wat in de kopregel van een bijlage staat. -->
  <xsl:template name="bijlagekop">
    <xsl:param name="nummer"/>
    <xsl:value-of select="concat('Bijlage ', $nummer, ' · ', @korte-titel, substring(@titel, 1, string-length(@titel) * not(@korte-titel)))"/>
  </xsl:template>

  <xsl:template match="j:bijlage">
    <xsl:variable name="nummer"><xsl:call-template name="bijlagenummer"/></xsl:variable>
    <xsl:variable name="kop"><xsl:call-template name="bijlagekop"><xsl:with-param name="nummer" select="$nummer"/></xsl:call-template></xsl:variable>
    <xsl:variable name="los" select="@omslag = 'ja'"/>
    <xsl:if test="$los">
      <part master="divider" role="part" title="{$kop}">
        <xsl:call-template name="afzender"/>
        <para style="divider-kicker">Bijlage <xsl:value-of select="$nummer"/></para>
        <heading level="1" style="divider-title" id="{@sleutel}" label="bijlage&#160;{$nummer}" short="{$kop}" toc-prefix="Bijlage {$nummer}" toc-level="{$bijlageniveau}" place="{f:plaats(.)}"><xsl:value-of select="@titel"/></heading>
        <xsl:if test="@ondertitel"><para style="divider-text"><xsl:value-of select="@ondertitel"/></para></xsl:if>
        <xsl:if test="@versie"><para style="divider-text">Versie <xsl:value-of select="@versie"/></para></xsl:if>
        <xsl:if test="@inhoudsopgave = 'ja'"><toc depth="2" scope="deel-{@sleutel}"/></xsl:if>
      </part>
    </xsl:if>
    <xsl:variable name="liggend" select="@liggend = 'ja' or j:figuur[@soort = 'jaarplanning']"/>
    <part role="part" title="{$kop}" id="deel-{@sleutel}" series-prefix="B{$nummer}." restart-footnotes="yes" restart-headings="yes">
      <xsl:attribute name="master"><xsl:choose><xsl:when test="$liggend">landscape</xsl:when><xsl:otherwise>body</xsl:otherwise></xsl:choose></xsl:attribute>
      <xsl:if test="not($los)">
        <xsl:call-template name="afzender"/>
        <para style="divider-kicker" keep-next="yes">Bijlage <xsl:value-of select="$nummer"/></para>
        <heading level="1" style="h1" id="{@sleutel}" label="bijlage&#160;{$nummer}" short="{$kop}" toc-prefix="Bijlage {$nummer}" toc-level="{$bijlageniveau}" place="{f:plaats(.)}"><xsl:value-of select="@titel"/></heading>
        <xsl:if test="@ondertitel"><para style="chapter-question"><xsl:value-of select="@ondertitel"/></para></xsl:if>
        <xsl:if test="@versie"><para style="small" keep-next="yes">Versie <xsl:value-of select="@versie"/></para></xsl:if>
      </xsl:if>
      <xsl:apply-templates select="*"/>
    </part>
  </xsl:template>

  <!-- Wat een sjabloon zegt als de invoer niets heeft om te laten zien. -->
  <xsl:template name="niets">
    <xsl:param name="onderdeel"/>
    <xsl:message terminate="yes">de invoer heeft geen onderdeel <xsl:value-of select="$onderdeel"/>; voeg het toe, of kies een ander sjabloon met -t</xsl:message>
  </xsl:template>

  <!-- paragrafen in een bijlage zijn daar niveau 2 met een eigen, los nummer -->
  <xsl:template match="j:bijlage/j:paragraaf">
    <section place="{f:plaats(.)}">
      <heading level="2" style="h2" toc="annex" outline="yes" place="{f:plaats(.)}">
        <xsl:if test="@sleutel"><xsl:attribute name="id"><xsl:value-of select="@sleutel"/></xsl:attribute></xsl:if>
        <xsl:if test="@genummerd = 'ja' or (../@genummerd = 'ja' and not(@genummerd = 'nee'))"><xsl:attribute name="number"><xsl:value-of select="1 + count(preceding-sibling::j:paragraaf[@genummerd = 'ja' or (../@genummerd = 'ja' and not(@genummerd = 'nee'))])"/></xsl:attribute></xsl:if>
        <xsl:value-of select="@titel"/>
      </heading>
      <xsl:apply-templates select="*"/>
    </section>
  </xsl:template>
</xsl:stylesheet>
