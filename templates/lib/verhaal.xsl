<?xml version="1.0" encoding="UTF-8"?>
<!-- Het verhaal: alinea's, lijsten, kaders, tabellen en alles wat in een zin kan staan. Elk sjabloon gebruikt dit.
     Een eigen sjabloon importeert dit bestand en overschrijft wat het anders wil. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:nl:jaarverslag:document"
  xmlns:j="urn:nl:jaarverslag:1" xmlns:f="urn:nl:jaarverslag:functies" exclude-result-prefixes="j f">

  <!-- ================= in een zin ================= -->
  <xsl:template match="j:nadruk"><em><xsl:call-template name="in-taal"/></em></xsl:template>
  <xsl:template match="j:sterk"><strong><xsl:call-template name="in-taal"/></strong></xsl:template>
  <xsl:template match="j:klein-kapitaal"><sc><xsl:call-template name="in-taal"/></sc></xsl:template>
  <xsl:template match="j:onder"><sub><xsl:call-template name="in-taal"/></sub></xsl:template>
  <xsl:template match="j:boven"><sup><xsl:call-template name="in-taal"/></sup></xsl:template>
  <xsl:template match="j:taal"><span lang="{@code}"><xsl:apply-templates/></span></xsl:template>
  <xsl:template match="j:aanhaling"><q><xsl:call-template name="in-taal"/></q></xsl:template>
  <!-- Woorden in een andere taal dan die eromheen. -->
  <xsl:template name="in-taal">
    <xsl:choose>
      <xsl:when test="@taal"><span lang="{@taal}"><xsl:apply-templates/></span></xsl:when>
      <xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="j:regeleinde"><br/></xsl:template>
  <xsl:template match="j:code"><span style="code"><xsl:apply-templates/></span></xsl:template>
  <xsl:template match="j:cel//j:code"><span style="code-lines"><xsl:apply-templates/></span></xsl:template>
  <xsl:template match="j:link">
    <link href="{@adres}" place="{f:plaats(.)}">
      <xsl:apply-templates/>
      <xsl:if test="not(node())"><xsl:value-of select="@adres"/></xsl:if>
    </link>
  </xsl:template>
  <!-- noot is in lopende tekst een voetnoot; onder een figuur of tabel staat hij bij die figuur -->
  <xsl:template match="j:noot"><footnote place="{f:plaats(.)}"><xsl:apply-templates/></footnote></xsl:template>
  <xsl:template match="j:verwijzing">
    <ref to="{@naar}" place="{f:plaats(.)}">
      <xsl:if test="@hoofdletter = 'ja'"><xsl:attribute name="capital">yes</xsl:attribute></xsl:if>
      <xsl:attribute name="show">
        <xsl:choose>
          <xsl:when test="@toon = 'nummer'">number</xsl:when>
          <xsl:when test="@toon = 'titel'">title</xsl:when>
          <xsl:when test="@toon = 'pagina'">page</xsl:when>
          <xsl:otherwise>label</xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <xsl:apply-templates/>
    </ref>
  </xsl:template>
  <xsl:template match="j:getal">
    <number place="{f:plaats(.)}">
      <xsl:attribute name="fact"><xsl:value-of select="@feit"/><xsl:if test="@jaar and @jaar != /j:jaarverslag/@schooljaar"><xsl:value-of select="concat('@', @jaar)"/></xsl:if></xsl:attribute>
      <xsl:if test="@als">
        <xsl:attribute name="as"><xsl:call-template name="getalvorm"/></xsl:attribute>
      </xsl:if>
      <xsl:if test="@opmerking = 'nee'"><xsl:attribute name="remark">no</xsl:attribute></xsl:if>
      <xsl:apply-templates/>
    </number>
  </xsl:template>
  <xsl:template name="getalvorm">
    <xsl:choose>
      <xsl:when test="@als = 'woorden'">words</xsl:when>
      <xsl:when test="@als = 'euro'">euro</xsl:when>
      <xsl:when test="@als = 'euro-heel'">euro-whole</xsl:when>
      <xsl:when test="@als = 'procent'">percent</xsl:when>
      <xsl:when test="@als = 'procent-heel'">percent-whole</xsl:when>
      <xsl:when test="@als = 'heel'">whole</xsl:when>
      <xsl:when test="@als = 'getekend'">signed</xsl:when>
      <xsl:when test="@als = 'rangtelwoord'">ordinal-words</xsl:when>
      <xsl:otherwise>plain</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- ================= blokken ================= -->
  <xsl:template match="j:alinea">
    <para place="{f:plaats(.)}">
      <xsl:attribute name="style">
        <xsl:choose>
          <xsl:when test="@soort = 'inleiding'">lead</xsl:when>
          <xsl:when test="@soort = 'klein'">small</xsl:when>
          <xsl:when test="@soort = 'ondertekening'">signature</xsl:when>
          <xsl:when test="ancestor::j:kader">box</xsl:when>
          <xsl:when test="ancestor::j:punt or ancestor::j:doel">list</xsl:when>
          <xsl:when test="ancestor::j:cel">cell</xsl:when>
          <xsl:when test="ancestor::j:citaat">quote</xsl:when>
          <xsl:when test="ancestor::j:definitie">definition</xsl:when>
          <xsl:otherwise>body</xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <!-- een regel onder een kop hoort bij die kop -->
      <xsl:if test="@soort = 'klein' and not(preceding-sibling::*) and following-sibling::*"><xsl:attribute name="keep-next">yes</xsl:attribute></xsl:if>
      <xsl:variable name="taal" select="(ancestor-or-self::j:alinea[@taal] | ancestor::j:citaat[@taal])[last()]/@taal"/>
      <xsl:if test="$taal"><xsl:attribute name="lang"><xsl:value-of select="$taal"/></xsl:attribute></xsl:if>
      <xsl:apply-templates/>
    </para>
  </xsl:template>

  <!-- Een passage die nog geschreven moet worden, valt op. -->
  <xsl:template match="j:alinea[@soort = 'invullen']">
    <box style="warning" place="{f:plaats(.)}"><para style="box" place="{f:plaats(.)}"><xsl:apply-templates/></para></box>
  </xsl:template>

  <!-- Inhoud die uit losse tekst of uit blokken kan bestaan, als blokken. -->
  <xsl:template name="blokken">
    <xsl:param name="stijl" select="'body'"/>
    <xsl:variable name="blok" select="*[self::j:alinea or self::j:lijst or self::j:definities or self::j:citaat or self::j:kader or self::j:tabel or self::j:figuur or self::j:afbeelding or self::j:kerncijfers or self::j:naast or self::j:tussenkop or self::j:formulier or self::j:pagina-einde or self::j:regels]"/>
    <xsl:choose>
      <xsl:when test="not($blok)">
        <para style="{$stijl}" place="{f:plaats(.)}"><xsl:if test="self::j:citaat/@taal"><xsl:attribute name="lang"><xsl:value-of select="@taal"/></xsl:attribute></xsl:if><xsl:apply-templates/></para>
      </xsl:when>
      <xsl:otherwise>
        <!-- losse tekst vóór het eerste blok is een alinea -->
        <xsl:variable name="los" select="$blok[1]/preceding-sibling::node()"/>
        <xsl:if test="$los[self::* or normalize-space()]">
          <para style="{$stijl}" place="{f:plaats(.)}"><xsl:if test="self::j:citaat/@taal"><xsl:attribute name="lang"><xsl:value-of select="@taal"/></xsl:attribute></xsl:if><xsl:apply-templates select="$los"/></para>
        </xsl:if>
        <xsl:apply-templates select="$blok"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="j:lijst">
    <list place="{f:plaats(.)}">
      <xsl:attribute name="kind">
        <xsl:choose>
          <xsl:when test="@soort = 'nummers'">number</xsl:when>
          <xsl:when test="@soort = 'letters'">alpha</xsl:when>
          <xsl:when test="@soort = 'streepjes'">dash</xsl:when>
          <xsl:when test="@soort = 'vinkjes'">check</xsl:when>
          <xsl:when test="@soort = 'vakjes'">box</xsl:when>
          <xsl:when test="@soort = 'pijlen'">arrow</xsl:when>
          <xsl:when test="@soort = 'romeins'">roman</xsl:when>
          <xsl:when test="@soort = 'geen'">none</xsl:when>
          <xsl:otherwise>bullet</xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <xsl:if test="@compact = 'ja'"><xsl:attribute name="tight">yes</xsl:attribute></xsl:if>
      <xsl:if test="@begin"><xsl:attribute name="start"><xsl:value-of select="@begin"/></xsl:attribute></xsl:if>
      <xsl:apply-templates select="j:punt"/>
    </list>
  </xsl:template>
  <xsl:template match="j:punt | j:aandachtspunt">
    <item place="{f:plaats(.)}">
      <xsl:call-template name="blokken"><xsl:with-param name="stijl" select="'list'"/></xsl:call-template>
    </item>
  </xsl:template>

  <xsl:template match="j:definities">
    <definitions style="run-in" place="{f:plaats(.)}">
      <xsl:if test="@soort = 'kolommen'"><xsl:attribute name="style">columns</xsl:attribute></xsl:if>
      <xsl:for-each select="j:definitie">
        <entry>
          <term><xsl:value-of select="@term"/></term>
          <definition><xsl:call-template name="blokken"><xsl:with-param name="stijl" select="'definition'"/></xsl:call-template></definition>
        </entry>
      </xsl:for-each>
    </definitions>
  </xsl:template>

  <xsl:template match="j:citaat">
    <quote place="{f:plaats(.)}">
      <xsl:call-template name="blokken"><xsl:with-param name="stijl" select="'quote'"/></xsl:call-template>
      <xsl:if test="@bron"><para style="quote-source" keep-previous="yes"><xsl:value-of select="@bron"/></para></xsl:if>
    </quote>
  </xsl:template>

  <xsl:template match="j:kader">
    <box place="{f:plaats(.)}">
      <xsl:attribute name="style">
        <xsl:choose>
          <xsl:when test="@soort = 'voorbeeld'">example</xsl:when>
          <xsl:when test="@soort = 'let-op'">warning</xsl:when>
          <xsl:when test="@soort = 'kern'">key</xsl:when>
          <xsl:otherwise>note</xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <!-- een voorbeeld staat op zichzelf: het mag naar de kop van de volgende bladzijde -->
      <xsl:if test="@soort = 'voorbeeld' and not(ancestor::j:bijlage)"><xsl:attribute name="placement">float</xsl:attribute></xsl:if>
      <xsl:if test="@titel"><xsl:attribute name="title"><xsl:value-of select="@titel"/></xsl:attribute></xsl:if>
      <xsl:call-template name="blokken"><xsl:with-param name="stijl" select="'box'"/></xsl:call-template>
    </box>
  </xsl:template>

  <xsl:template match="j:naast">
    <beside ratio="{concat(@verhouding, substring('1:1', 1 + 3 * boolean(@verhouding)))}" place="{f:plaats(.)}">
      <xsl:for-each select="j:kolom"><side><xsl:apply-templates select="*"/></side></xsl:for-each>
    </beside>
  </xsl:template>

  <xsl:template match="j:kerncijfers">
    <keyfigures place="{f:plaats(.)}">
      <xsl:for-each select="j:kerncijfer">
        <keyfigure fact="{@feit}" label="{@label}" place="{f:plaats(.)}">
          <xsl:if test="@als"><xsl:attribute name="format"><xsl:call-template name="getalvorm"/></xsl:attribute></xsl:if>
        </keyfigure>
      </xsl:for-each>
    </keyfigures>
  </xsl:template>

  <xsl:template match="j:pagina-einde"><pagebreak/></xsl:template>

  <!-- Regels die letterlijk blijven staan: elke regel een regel, inspringing als cijferspaties, die ook aan het begin van een regel blijven. -->
  <xsl:template match="j:regels">
    <box style="code" place="{f:plaats(.)}">
      <xsl:apply-templates select="." mode="letterlijk"/>
      <!-- wat een opdracht laat zien, staat bij de opdracht -->
      <xsl:if test="@soort = 'opdracht'"><xsl:apply-templates select="following-sibling::*[1][self::j:regels][@soort = 'uitvoer']" mode="letterlijk"/></xsl:if>
    </box>
  </xsl:template>
  <xsl:template match="j:regels[@soort = 'uitvoer'][preceding-sibling::*[1][self::j:regels][@soort = 'opdracht']]"/>
  <xsl:template match="j:regels" mode="letterlijk">
    <para style="code-lines" place="{f:plaats(.)}">
      <xsl:if test="@soort = 'opdracht'"><xsl:attribute name="style">code-command</xsl:attribute></xsl:if>
      <xsl:call-template name="letterlijk"><xsl:with-param name="tekst" select="string(.)"/></xsl:call-template>
    </para>
  </xsl:template>
  <xsl:template name="letterlijk">
    <xsl:param name="tekst"/>
    <xsl:variable name="regel" select="substring-before(concat($tekst, '&#10;'), '&#10;')"/>
    <xsl:variable name="rest" select="substring-after($tekst, '&#10;')"/>
    <!-- de eerste en de laatste regel zijn leeg als de tekst op een eigen regel begint en eindigt -->
    <xsl:if test="normalize-space($regel)">
      <xsl:variable name="eerste" select="substring(normalize-space($regel), 1, 1)"/>
      <xsl:variable name="inspringing" select="substring-before($regel, $eerste)"/>
      <xsl:value-of select="concat(translate($inspringing, ' ', '&#8199;'), substring($regel, string-length($inspringing) + 1))"/>
      <xsl:if test="normalize-space($rest)"><br/></xsl:if>
    </xsl:if>
    <xsl:if test="normalize-space($rest)"><xsl:call-template name="letterlijk"><xsl:with-param name="tekst" select="$rest"/></xsl:call-template></xsl:if>
  </xsl:template>

  <!-- ================= tabellen en afbeeldingen uit de tekst ================= -->
  <xsl:template match="j:tabel">
    <figure place="{f:plaats(.)}">
      <xsl:call-template name="figuurkop"/>
      <table style="text">
        <xsl:if test="@soort"><xsl:attribute name="style"><xsl:value-of select="@soort"/></xsl:attribute></xsl:if>
        <xsl:choose>
          <xsl:when test="@samenvatting"><xsl:attribute name="summary"><xsl:value-of select="@samenvatting"/></xsl:attribute></xsl:when>
          <xsl:when test="j:bijschrift"><xsl:attribute name="summary"><xsl:value-of select="normalize-space(j:bijschrift)"/></xsl:attribute></xsl:when>
        </xsl:choose>
        <xsl:if test="@passend"><xsl:attribute name="fit"><xsl:choose><xsl:when test="@passend = 'liggend'">landscape</xsl:when><xsl:otherwise>shrink</xsl:otherwise></xsl:choose></xsl:attribute></xsl:if>
        <xsl:for-each select="j:kolom">
          <column width="{concat(@breedte, substring('auto', 1 + 4 * boolean(@breedte)))}">
            <xsl:attribute name="align"><xsl:call-template name="uitlijning"/></xsl:attribute>
          </column>
        </xsl:for-each>
        <xsl:if test="j:kop"><head><xsl:for-each select="j:kop"><row><xsl:apply-templates select="j:cel"/></row></xsl:for-each></head></xsl:if>
        <!-- rijen en groepen blijven in hun volgorde -->
        <xsl:for-each select="j:groep | j:rij[not(preceding-sibling::*[1][self::j:rij])]">
          <xsl:variable name="groepen" select="count(preceding-sibling::j:groep)"/>
          <body>
            <xsl:if test="self::j:groep"><xsl:attribute name="group"><xsl:value-of select="@titel"/></xsl:attribute><xsl:apply-templates select="j:rij"/></xsl:if>
            <xsl:if test="self::j:rij"><xsl:apply-templates select=". | following-sibling::j:rij[count(preceding-sibling::j:groep) = $groepen]"/></xsl:if>
          </body>
        </xsl:for-each>
      </table>
      <xsl:call-template name="figuurvoet"/>
    </figure>
  </xsl:template>
  <xsl:template match="j:rij">
    <row>
      <xsl:attribute name="role">
        <xsl:choose>
          <xsl:when test="@soort = 'totaal'">total</xsl:when>
          <xsl:when test="@soort = 'subtotaal'">subtotal</xsl:when>
          <xsl:otherwise>normal</xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <xsl:apply-templates select="j:cel"/>
    </row>
  </xsl:template>
  <xsl:template match="j:cel">
    <cell place="{f:plaats(.)}">
      <xsl:if test="@kolommen"><xsl:attribute name="colspan"><xsl:value-of select="@kolommen"/></xsl:attribute></xsl:if>
      <xsl:if test="@rijen"><xsl:attribute name="rowspan"><xsl:value-of select="@rijen"/></xsl:attribute></xsl:if>
      <xsl:if test="@uitlijning"><xsl:attribute name="align"><xsl:call-template name="uitlijning"/></xsl:attribute></xsl:if>
      <xsl:if test="@draaien = 'ja'"><xsl:attribute name="rotate">90</xsl:attribute></xsl:if>
      <xsl:if test="@vulling"><xsl:attribute name="fill"><xsl:choose><xsl:when test="@vulling = 'groep'">group</xsl:when><xsl:otherwise><xsl:value-of select="@vulling"/></xsl:otherwise></xsl:choose></xsl:attribute></xsl:if>
      <xsl:if test="parent::j:kop or @kop = 'ja'"><xsl:attribute name="header">yes</xsl:attribute></xsl:if>
      <xsl:apply-templates/>
    </cell>
  </xsl:template>
  <xsl:template name="uitlijning">
    <xsl:choose>
      <xsl:when test="@uitlijning = 'rechts'">right</xsl:when>
      <xsl:when test="@uitlijning = 'midden'">center</xsl:when>
      <xsl:when test="@uitlijning = 'decimaal'">decimal</xsl:when>
      <xsl:otherwise>left</xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="j:afbeelding">
    <figure place="{f:plaats(.)}">
      <xsl:call-template name="figuurkop"/>
      <image src="{@bestand}" alt="{@alt}" place="{f:plaats(.)}">
        <xsl:if test="@breedte"><xsl:attribute name="width"><xsl:value-of select="@breedte"/></xsl:attribute></xsl:if>
      </image>
      <xsl:call-template name="figuurvoet"/>
    </figure>
  </xsl:template>

  <!-- Wat elke figuur gemeen heeft: sleutel vooraan, bijschrift en noten achteraan. -->
  <xsl:template name="figuurkop">
    <xsl:if test="@sleutel"><xsl:attribute name="id"><xsl:value-of select="@sleutel"/></xsl:attribute></xsl:if>
    <xsl:if test="@alt"><xsl:attribute name="alt"><xsl:value-of select="@alt"/></xsl:attribute></xsl:if>
  </xsl:template>
  <xsl:template name="figuurvoet">
    <xsl:for-each select="j:bijschrift"><caption place="{f:plaats(.)}"><xsl:call-template name="in-taal"/></caption></xsl:for-each>
    <xsl:for-each select="j:noot"><note mark="{@teken}" place="{f:plaats(.)}"><xsl:apply-templates/></note></xsl:for-each>
  </xsl:template>
  <xsl:template match="j:bijschrift"/>

  <!-- ================= koppen en secties ================= -->
  <xsl:template match="j:tussenkop">
    <heading style="h3" toc="no" outline="no" place="{f:plaats(.)}">
      <xsl:attribute name="level"><xsl:call-template name="diepte"/></xsl:attribute>
      <xsl:call-template name="in-taal"/>
    </heading>
  </xsl:template>
  <!-- Niveau van een kop: hoofdstuk en bijlage 1, paragraaf 2, enzovoort, zonder gaten. -->
  <xsl:template name="diepte">
    <xsl:value-of select="1 + count(ancestor::*[self::j:hoofdstuk or self::j:bijlage or self::j:voorwoord or self::j:samenvatting or self::j:paragraaf or self::j:subparagraaf])"/>
  </xsl:template>

  <xsl:template match="j:paragraaf">
    <section place="{f:plaats(.)}">
      <heading level="2" style="h2" id="{@sleutel}" place="{f:plaats(.)}">
        <xsl:if test="not(ancestor::j:bijlage or @genummerd = 'nee')"><xsl:attribute name="auto">yes</xsl:attribute></xsl:if>
        <xsl:value-of select="@titel"/>
      </heading>
      <xsl:apply-templates select="*"/>
    </section>
  </xsl:template>
  <xsl:template match="j:subparagraaf">
    <section place="{f:plaats(.)}">
      <heading style="h3" toc="no" place="{f:plaats(.)}">
        <xsl:attribute name="level"><xsl:call-template name="diepte"/></xsl:attribute>
        <xsl:if test="@sleutel"><xsl:attribute name="id"><xsl:value-of select="@sleutel"/></xsl:attribute></xsl:if>
        <xsl:value-of select="@titel"/>
      </heading>
      <xsl:apply-templates select="*"/>
    </section>
  </xsl:template>

  <!-- Het vaste drietal van een paragraaf met doelen. -->
  <xsl:template match="j:doelstellingen">
    <section>
      <heading level="3" style="h3" toc="no" outline="no"><xsl:value-of select="@titel"/><xsl:if test="not(@titel)">Wat waren de doelstellingen?</xsl:if></heading>
      <xsl:if test="@bron"><para style="small" keep-next="yes">Uit: <xsl:value-of select="@bron"/></para></xsl:if>
      <xsl:apply-templates select="*[not(self::j:doel)][following-sibling::j:doel]"/>
      <xsl:if test="j:doel">
        <list kind="bullet">
          <xsl:for-each select="j:doel">
            <item place="{f:plaats(.)}"><xsl:call-template name="blokken"><xsl:with-param name="stijl" select="'list'"/></xsl:call-template></item>
          </xsl:for-each>
        </list>
      </xsl:if>
      <xsl:apply-templates select="*[not(self::j:doel)][not(following-sibling::j:doel)]"/>
    </section>
  </xsl:template>
  <xsl:template match="j:resultaat">
    <section>
      <heading level="3" style="h3" toc="no" outline="no"><xsl:value-of select="@titel"/><xsl:if test="not(@titel)">In hoeverre hebben we de doelstellingen behaald?</xsl:if></heading>
      <xsl:apply-templates select="*"/>
    </section>
  </xsl:template>
  <xsl:template match="j:aandachtspunten">
    <section>
      <heading style="h3" toc="no" outline="no">
        <xsl:attribute name="level"><xsl:call-template name="diepte"/></xsl:attribute>
        <xsl:choose>
          <xsl:when test="@titel"><xsl:value-of select="@titel"/></xsl:when>
          <xsl:otherwise>Aandachtspunten</xsl:otherwise>
        </xsl:choose>
      </heading>
      <xsl:apply-templates select="*[not(self::j:aandachtspunt)][following-sibling::j:aandachtspunt]"/>
      <xsl:if test="j:aandachtspunt"><list kind="bullet"><xsl:apply-templates select="j:aandachtspunt"/></list></xsl:if>
      <xsl:apply-templates select="*[not(self::j:aandachtspunt)][not(following-sibling::j:aandachtspunt)]"/>
    </section>
  </xsl:template>
</xsl:stylesheet>
