<?xml version="1.0" encoding="UTF-8"?>
<!-- Figuren over rollen en professionalisering: uren per rol, overleg per niveau, aanbod, faciliteiten, zelfevaluatie, schema's. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:nl:jaarverslag:document"
  xmlns:j="urn:nl:jaarverslag:1" xmlns:f="urn:nl:jaarverslag:functies" exclude-result-prefixes="j f">

  <xsl:key name="wie" match="j:uitspraak" use="concat(generate-id(../..), '|', @wie)"/>

  <f:figuur soort="overleg" onderdeel="bijeenkomsten" ding="bijeenkomst" met="@niveau" over="niveau" vormen="tabel">Wie waarover overlegt, per niveau.</f:figuur>
  <f:figuur soort="uren-per-rol" onderdeel="urenspecificaties" ding="urenspecificatie" vormen="balken">Uren per rol.</f:figuur>
  <f:figuur soort="aanbod-per-rol" onderdeel="aanbod" ding="fase" met="activiteit" vormen="tabel">Het aanbod per rol.</f:figuur>
  <f:figuur soort="aanbod-matrix" onderdeel="aanbod" ding="fase" met="activiteit" vormen="tabel">Het aanbod: rollen tegen fasen.</f:figuur>
  <f:figuur soort="faciliteiten" onderdeel="faciliteiten" ding="faciliteit" over="sleutel" vormen="tabel">Wat een school aan faciliteiten geeft.</f:figuur>
  <f:figuur soort="zelfevaluatie" onderdeel="scans" ding="scan" over="sleutel">De vragen van een zelfevaluatie.</f:figuur>
  <f:figuur soort="niveaus" onderdeel="schemas" ding="niveauschema" over="sleutel">Lagen die met elkaar uitwisselen.</f:figuur>
  <f:figuur soort="ontwikkellijn" onderdeel="schemas" ding="ontwikkellijn" over="sleutel">De weg van rol naar rol.</f:figuur>

  <!-- ============ uren per rol ============ -->
  <xsl:template match="j:figuur[@soort = 'uren-per-rol']" mode="inhoud">
    <chart kind="bars" unit="uur">
      <series label="Uren per schooljaar">
        <xsl:for-each select="$invoer/j:urenspecificaties/j:urenspecificatie[f:bestaat(concat('uren.', @sleutel, '.totaal'))]">
          <point label="{@naam}" fact="uren.{@sleutel}.totaal"/>
        </xsl:for-each>
      </series>
    </chart>
  </xsl:template>

  <!-- Een tabel per onderdeel van een urenspecificatie, en een tabel met het geheel. -->
  <xsl:template match="j:urenspecificatie" mode="tabellen">
    <xsl:variable name="zes" select="boolean(j:onderdeel/j:post[@per = 'student' or @per = 'groep'])"/>
    <xsl:for-each select="j:onderdeel">
      <section>
        <heading level="2" style="card-head" toc="no" place="{f:plaats(.)}"><xsl:value-of select="../@naam"/>: <xsl:call-template name="klein"><xsl:with-param name="tekst" select="@naam"/></xsl:call-template></heading>
        <xsl:call-template name="urentabel"><xsl:with-param name="zes" select="$zes"/></xsl:call-template>
      </section>
    </xsl:for-each>
  </xsl:template>

  <!-- Waar specificaties op uitkomen: twee naast elkaar, om te vergelijken. -->
  <xsl:template name="urentotalen">
    <xsl:param name="specificaties" select="."/>
    <xsl:variable name="met" select="$specificaties[count(j:onderdeel) &gt; 1 or @uitbreiding-van]"/>
    <xsl:for-each select="$met[position() mod 2 = 1]">
      <xsl:variable name="n" select="2 * position()"/>
      <xsl:choose>
        <xsl:when test="$met[$n]">
          <beside gap="28pt">
            <side><xsl:call-template name="urentotaal"><xsl:with-param name="breedte" select="'4*'"/></xsl:call-template></side>
            <side><xsl:for-each select="$met[$n]"><xsl:call-template name="urentotaal"><xsl:with-param name="breedte" select="'4*'"/></xsl:call-template></xsl:for-each></side>
          </beside>
        </xsl:when>
        <xsl:otherwise><xsl:call-template name="urentotaal"/></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="urentabel">
    <xsl:param name="zes"/>
    <xsl:variable name="feit" select="concat('uren.', ../@sleutel, '.', @sleutel)"/>
    <figure series="none" keep="yes" place="{f:plaats(.)}">
      <table style="hours" summary="{../@naam}: {@naam}">
        <column width="2.2*" align="left"/><column width="4*" align="left"/><column width="4*" align="left"/>
        <xsl:if test="$zes"><column width="86pt" align="decimal"/></xsl:if>
        <column width="66pt" align="decimal"/>
        <xsl:if test="$zes"><column width="84pt" align="left"/></xsl:if>
        <head>
          <row>
            <cell>Wat</cell><cell>Doel</cell><cell>Duur</cell>
            <xsl:if test="$zes"><cell align="right">Uren per aankomend leraar</cell></xsl:if>
            <cell align="right">Aantal uren</cell>
            <xsl:if test="$zes"><cell>Afhankelijk van aantal</cell></xsl:if>
          </row>
        </head>
        <!-- posten zonder tussenkop na een groep horen bij geen groep -->
        <xsl:for-each select="j:post[not(preceding-sibling::j:post) or string(@groep) != string(preceding-sibling::j:post[1]/@groep)]">
          <xsl:variable name="eerste" select="generate-id()"/>
          <xsl:variable name="groep" select="string(@groep)"/>
          <body>
            <xsl:if test="@groep"><xsl:attribute name="group"><xsl:value-of select="@groep"/></xsl:attribute></xsl:if>
            <xsl:apply-templates select="." mode="rij"><xsl:with-param name="zes" select="$zes"/></xsl:apply-templates>
            <xsl:for-each select="following-sibling::j:post[string(@groep) = $groep]">
              <xsl:if test="generate-id((self::j:post | preceding-sibling::j:post)[not(preceding-sibling::j:post) or string(@groep) != string(preceding-sibling::j:post[1]/@groep)][last()]) = $eerste">
                <xsl:apply-templates select="." mode="rij"><xsl:with-param name="zes" select="$zes"/></xsl:apply-templates>
              </xsl:if>
            </xsl:for-each>
          </body>
        </xsl:for-each>
        <foot>
          <row role="total">
            <cell colspan="{3 + $zes}">Totaal <xsl:choose><xsl:when test="@per">per <xsl:value-of select="@per"/></xsl:when><xsl:otherwise><xsl:call-template name="klein"><xsl:with-param name="tekst" select="@naam"/></xsl:call-template></xsl:otherwise></xsl:choose></cell>
            <cell><number fact="{$feit}"/></cell>
            <xsl:if test="$zes"><cell>uur</cell></xsl:if>
          </row>
          <xsl:if test="@maal">
            <row role="total">
              <cell colspan="{3 + $zes}">Totaal per schooljaar, <xsl:value-of select="@maal"/>&#160;<xsl:choose><xsl:when test="@meervoud"><xsl:value-of select="@meervoud"/></xsl:when><xsl:otherwise>keer</xsl:otherwise></xsl:choose></cell>
              <cell><number fact="{$feit}.jaar"/></cell>
              <xsl:if test="$zes"><cell>uur</cell></xsl:if>
            </row>
          </xsl:if>
        </foot>
      </table>
      <xsl:for-each select="../j:optie[@noot][@sleutel = current()/j:post/@optie]">
        <note place="{f:plaats(.)}"><xsl:attribute name="mark"><xsl:call-template name="sterren"/></xsl:attribute><xsl:value-of select="@noot"/></note>
      </xsl:for-each>
    </figure>
  </xsl:template>

  <xsl:template match="j:post" mode="rij">
    <xsl:param name="zes"/>
    <xsl:variable name="feit" select="concat('uren.', ../../@sleutel, '.', ../@sleutel, '.', @sleutel)"/>
    <row>
      <cell header="yes"><strong><xsl:value-of select="@naam"/></strong><xsl:for-each select="../../j:optie[@noot][@sleutel = current()/@optie]"><xsl:call-template name="sterren"/></xsl:for-each></cell>
      <cell><xsl:value-of select="@doel"/></cell>
      <cell place="{f:plaats(.)}">
        <xsl:if test="@duur"><para style="cell"><xsl:value-of select="@duur"/></para></xsl:if>
        <xsl:apply-templates select="j:stap"/>
        <xsl:if test="@noot"><para style="cell-note"><xsl:value-of select="@noot"/></para></xsl:if>
        <xsl:if test="not(@duur or j:stap or @noot)"><para style="cell">–</para></xsl:if>
      </cell>
      <xsl:if test="$zes"><cell><xsl:if test="f:bestaat(concat($feit, '.per-student'))"><number fact="{$feit}.per-student"/></xsl:if></cell></xsl:if>
      <cell><xsl:if test="f:bestaat($feit)"><number fact="{$feit}"/></xsl:if></cell>
      <xsl:if test="$zes"><cell><xsl:choose><xsl:when test="@per = 'student'">ja</xsl:when><xsl:when test="@per = 'groep'">per groep</xsl:when><xsl:otherwise>nee</xsl:otherwise></xsl:choose></cell></xsl:if>
    </row>
  </xsl:template>
  <!-- "uitvoering: 3 × 5 uur"; een bereik als "30–45 minuten" -->
  <xsl:template match="j:urenspecificatie//j:stap">
    <para style="cell" place="{f:plaats(.)}">
      <xsl:if test="@naam"><xsl:value-of select="@naam"/>: </xsl:if>
      <xsl:if test="@maal and @maal != 1"><xsl:value-of select="translate(@maal, '.', ',')"/>&#160;×&#160;</xsl:if>
      <xsl:choose>
        <xsl:when test="@uren"><xsl:value-of select="translate(@uren, '.', ',')"/>&#160;uur</xsl:when>
        <xsl:otherwise><xsl:if test="@van"><xsl:value-of select="translate(@van, '.', ',')"/>–</xsl:if><xsl:value-of select="translate(@minuten, '.', ',')"/>&#160;minuten</xsl:otherwise>
      </xsl:choose>
    </para>
  </xsl:template>
  <!-- een ster voor de eerste optie met een noot, twee voor de tweede -->
  <xsl:template name="sterren">
    <xsl:for-each select="self::j:optie | preceding-sibling::j:optie[@noot]">*</xsl:for-each>
  </xsl:template>
  <!-- Begin van een naam midden in een zin. -->
  <xsl:template name="klein">
    <xsl:param name="tekst"/>
    <xsl:value-of select="concat(translate(substring($tekst, 1, 1), 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz'), substring($tekst, 2))"/>
  </xsl:template>

  <!-- Alles bij elkaar: de delen, het eindtotaal, en wat er afgaat als iemand iets niet doet. -->
  <xsl:template name="urentotaal">
    <xsl:param name="breedte" select="'300pt'"/>
    <xsl:variable name="id" select="concat('uren.', @sleutel)"/>
    <xsl:variable name="onder" select="../j:urenspecificatie[@sleutel = current()/@uitbreiding-van]"/>
    <section>
      <heading level="2" style="card-head" toc="no" place="{f:plaats(.)}"><xsl:value-of select="@naam"/>: alles bij elkaar</heading>
      <figure series="none" keep="yes" place="{f:plaats(.)}">
        <table style="hours" summary="{@naam}: uren per schooljaar, alles bij elkaar">
          <column width="{$breedte}" align="left"/><column width="80pt" align="right"/>
          <head><row><cell>Onderdeel</cell><cell align="right">Uren per schooljaar</cell></row></head>
          <body>
            <xsl:if test="$onder"><row><cell header="yes"><xsl:value-of select="$onder/@naam"/>, alle taken</cell><cell align="right"><number fact="uren.{$onder/@sleutel}.volledig"/></cell></row></xsl:if>
            <xsl:for-each select="j:onderdeel">
              <xsl:variable name="feit" select="concat($id, '.', @sleutel)"/>
              <row>
                <cell header="yes"><xsl:value-of select="@naam"/><xsl:if test="@maal">, <xsl:value-of select="@maal"/>&#160;×&#160;<number fact="{$feit}"/></xsl:if></cell>
                <cell align="right"><xsl:choose><xsl:when test="@maal"><number fact="{$feit}.jaar"/></xsl:when><xsl:otherwise><number fact="{$feit}"/></xsl:otherwise></xsl:choose></cell>
              </row>
            </xsl:for-each>
            <row role="total"><cell>Eindtotaal <xsl:call-template name="klein"><xsl:with-param name="tekst" select="@naam"/></xsl:call-template>, alle taken</cell><cell align="right"><number fact="{$id}.volledig"/></cell></row>
            <xsl:for-each select="j:optie[f:bestaat(concat($id, '.aftrek.', @sleutel))]">
              <row><cell header="yes">zonder <xsl:value-of select="@naam"/></cell><cell align="right">−&#8239;<number fact="{$id}.aftrek.{@sleutel}"/></cell></row>
            </xsl:for-each>
            <xsl:if test="f:bestaat(concat($id, '.minimaal'))">
              <row role="total"><cell>Eindtotaal zonder wat niet iedereen doet</cell><cell align="right"><number fact="{$id}.minimaal"/></cell></row>
            </xsl:if>
            <xsl:if test="j:optie[@aan = 'nee'] or $onder/j:optie[@aan = 'nee']">
              <row role="total"><cell>Eindtotaal van wat hier wordt gedaan</cell><cell align="right"><number fact="{$id}.totaal"/></cell></row>
            </xsl:if>
          </body>
        </table>
      </figure>
    </section>
  </xsl:template>

  <!-- ============ overleg ============ -->
  <xsl:template match="j:figuur[@soort = 'overleg']" mode="inhoud">
    <xsl:variable name="over" select="concat(' ', @over, ' ')"/>
    <xsl:call-template name="overlegtabel">
      <xsl:with-param name="overleg" select="$invoer/j:bijeenkomsten/j:bijeenkomst[@niveau][not(current()/@over) or contains($over, concat(' ', @niveau, ' '))]"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template name="overlegtabel">
    <xsl:param name="overleg"/>
    <xsl:param name="over" select="'Overleg'"/>
    <xsl:param name="tekst" select="'cell'"/>
    <table style="text" summary="{$over}">
      <column width="3*" align="left"/><column width="4*" align="left"/><column width="3*" align="left"/><column width="6*" align="left"/>
      <head><row><cell>Overlegvorm</cell><cell>Betrokken rollen</cell><cell>Frequentie</cell><cell>Doelen</cell></row></head>
      <body>
        <xsl:for-each select="$overleg">
          <row>
            <cell header="yes" place="{f:plaats(.)}">
              <para style="{$tekst}"><strong><xsl:value-of select="@naam"/></strong></para>
              <xsl:if test="@toelichting"><para style="cell-note"><xsl:value-of select="@toelichting"/></para></xsl:if>
            </cell>
            <cell place="{f:plaats(.)}">
              <xsl:choose>
                <xsl:when test="j:deelnemer">
                  <xsl:if test="j:deelnemer[not(@uitnodiging = 'ja')]"><list kind="bullet" tight="yes"><xsl:apply-templates select="j:deelnemer[not(@uitnodiging = 'ja')]"><xsl:with-param name="tekst" select="$tekst"/></xsl:apply-templates></list></xsl:if>
                  <xsl:if test="j:deelnemer[@uitnodiging = 'ja']">
                    <para style="cell-note" keep-next="yes">Op uitnodiging:</para>
                    <list kind="bullet" tight="yes"><xsl:apply-templates select="j:deelnemer[@uitnodiging = 'ja']"><xsl:with-param name="tekst" select="$tekst"/></xsl:apply-templates></list>
                  </xsl:if>
                </xsl:when>
                <xsl:otherwise><para style="{$tekst}"><xsl:value-of select="@rollen"/></para></xsl:otherwise>
              </xsl:choose>
            </cell>
            <cell><para style="{$tekst}"><xsl:value-of select="@frequentie"/></para></cell>
            <cell place="{f:plaats(.)}"><xsl:for-each select="j:waartoe"><para style="{$tekst}" place="{f:plaats(.)}"><xsl:apply-templates/></para></xsl:for-each><xsl:if test="not(j:waartoe)"><para style="{$tekst}"/></xsl:if></cell>
          </row>
        </xsl:for-each>
      </body>
    </table>
  </xsl:template>
  <xsl:template match="j:deelnemer"><xsl:param name="tekst" select="'cell'"/><item place="{f:plaats(.)}"><para style="{$tekst}"><xsl:apply-templates/><xsl:if test="@optioneel = 'ja'"> (optioneel)</xsl:if></para></item></xsl:template>

  <!-- ============ aanbod: per rol, en als matrix ============ -->
  <xsl:template match="j:figuur[@soort = 'aanbod-per-rol']" mode="inhoud">
    <xsl:variable name="fasen" select="$invoer/j:aanbod/j:fase"/>
    <table style="text" summary="{normalize-space(j:bijschrift)}">
      <xsl:if test="@liggend = 'ja'"><xsl:attribute name="fit">landscape</xsl:attribute></xsl:if>
      <column width="84pt" align="left"/><xsl:for-each select="$fasen"><column width="1*" align="left"/></xsl:for-each>
      <head>
        <xsl:if test="$fasen/@groep">
          <row>
            <cell rowspan="2">Rol</cell>
            <xsl:for-each select="$fasen[not(@groep) or not(@groep = preceding-sibling::j:fase[1]/@groep)]">
              <xsl:choose>
                <xsl:when test="@groep"><cell colspan="{count($fasen[@groep = current()/@groep])}" align="left"><xsl:value-of select="@groep"/></cell></xsl:when>
                <xsl:otherwise><cell rowspan="2"><xsl:value-of select="@naam"/></cell></xsl:otherwise>
              </xsl:choose>
            </xsl:for-each>
          </row>
          <row><xsl:for-each select="$fasen[@groep]"><cell><xsl:value-of select="@naam"/></cell></xsl:for-each></row>
        </xsl:if>
        <xsl:if test="not($fasen/@groep)"><row><cell>Rol</cell><xsl:for-each select="$fasen"><cell><xsl:value-of select="@naam"/></cell></xsl:for-each></row></xsl:if>
      </head>
      <body>
        <xsl:for-each select="$invoer/j:aanbod/j:doelgroep">
          <xsl:variable name="groep" select="concat(' ', @sleutel, ' ')"/>
          <row>
            <cell header="yes"><strong><xsl:value-of select="@naam"/></strong></cell>
            <xsl:for-each select="$fasen">
              <cell>
                <xsl:for-each select="j:activiteit[not(@voor) or contains(concat(' ', @voor, ' '), $groep)]"><xsl:call-template name="activiteit"/></xsl:for-each>
                <xsl:if test="not(j:activiteit[not(@voor) or contains(concat(' ', @voor, ' '), $groep)])"><para style="cell"/></xsl:if>
              </cell>
            </xsl:for-each>
          </row>
        </xsl:for-each>
      </body>
    </table>
  </xsl:template>
  <xsl:template name="activiteit">
    <xsl:if test="position() &gt; 1"><space size="5pt"/></xsl:if>
    <para style="cell" place="{f:plaats(.)}"><strong><xsl:value-of select="@naam"/></strong></para>
    <xsl:for-each select="j:omschrijving"><para style="cell" place="{f:plaats(.)}"><xsl:apply-templates/></para></xsl:for-each>
    <xsl:if test="j:uitvoering">
      <para style="cell-note" keep-next="yes"><xsl:value-of select="@uitvoering-door"/><xsl:if test="not(@uitvoering-door)">Uitvoering door:</xsl:if></para>
      <list kind="bullet" tight="yes"><xsl:for-each select="j:uitvoering"><item><para style="cell"><xsl:value-of select="."/></para></item></xsl:for-each></list>
    </xsl:if>
  </xsl:template>

  <xsl:template match="j:figuur[@soort = 'aanbod-matrix']" mode="inhoud">
    <xsl:variable name="groepen" select="$invoer/j:aanbod/j:doelgroep"/>
    <table style="matrix" summary="{normalize-space(j:bijschrift)}">
      <column width="1*" align="left"/><xsl:for-each select="$groepen"><column width="21pt" align="center"/></xsl:for-each>
      <head><row><cell>Activiteit</cell><xsl:for-each select="$groepen"><cell rotate="90"><xsl:call-template name="kort"/></cell></xsl:for-each></row></head>
      <xsl:for-each select="$invoer/j:aanbod/j:fase">
        <body group="{@naam}">
          <xsl:for-each select="j:activiteit">
            <xsl:variable name="voor" select="concat(' ', @voor, ' ')"/>
            <xsl:variable name="allen" select="not(@voor)"/>
            <row>
              <cell header="yes"><xsl:value-of select="@naam"/></cell>
              <xsl:for-each select="$groepen"><cell align="center"><xsl:if test="$allen or contains($voor, concat(' ', @sleutel, ' '))">●</xsl:if></cell></xsl:for-each>
            </row>
          </xsl:for-each>
        </body>
      </xsl:for-each>
      <foot>
        <row role="total"><cell>Aantal activiteiten</cell><xsl:for-each select="$groepen"><cell align="center"><number fact="aanbod.doelgroep.{@sleutel}.activiteiten"/></cell></xsl:for-each></row>
      </foot>
    </table>
  </xsl:template>

  <!-- ============ faciliteiten ============ -->
  <xsl:template match="j:figuur[@soort = 'faciliteiten']" mode="inhoud">
    <xsl:variable name="over" select="concat(' ', @over, ' ')"/>
    <xsl:variable name="rijen" select="$invoer/j:faciliteiten/j:faciliteit[not(current()/@over) or contains($over, concat(' ', @sleutel, ' '))]"/>
    <xsl:variable name="samen" select="boolean($rijen[f:bestaat(concat('faciliteit.', @sleutel, '.week')) or f:bestaat(concat('faciliteit.', @sleutel, '.uren'))])"/>
    <xsl:variable name="aantallen" select="boolean($rijen[@aantal or @aantal-tekst])"/>
    <table style="text" summary="{normalize-space(j:bijschrift)}">
      <column width="auto" align="left"/><column width="auto" align="left"/><xsl:if test="$aantallen"><column width="auto" align="left"/></xsl:if><xsl:if test="$samen"><column width="auto" align="right"/></xsl:if>
      <xsl:variable name="keren" select="not($rijen[not(@per = 'keer')])"/><!-- scholingen: zoveel keer zoveel uur -->
      <head><row><cell><xsl:value-of select="concat(substring('Scholing', 1, 8 * $keren), substring('Taak', 1, 4 * not($keren)))"/></cell><cell><xsl:value-of select="concat(substring('Duur', 1, 4 * $keren), substring('Facilitering', 1, 12 * not($keren)))"/></cell><xsl:if test="$aantallen"><cell>Aantallen</cell></xsl:if><xsl:if test="$samen"><cell align="right">Samen</cell></xsl:if></row></head>
      <body>
        <xsl:for-each select="$rijen">
          <xsl:variable name="feit" select="concat('faciliteit.', @sleutel)"/>
          <row>
            <cell header="yes"><xsl:value-of select="@naam"/></cell>
            <cell place="{f:plaats(.)}">
              <xsl:if test="f:bestaat(concat($feit, '.norm'))">
                <xsl:if test="@per = 'keer' and @maal"><xsl:value-of select="@maal"/>&#160;×&#160;</xsl:if>
                <number fact="{$feit}.norm"/>
                <xsl:choose>
                  <xsl:when test="@per = 'student'">&#160;uur per student</xsl:when>
                  <xsl:when test="@per = 'student-per-periode'">&#160;uur per student per <xsl:value-of select="@periode"/><xsl:if test="not(@periode)">periode</xsl:if></xsl:when>
                  <xsl:when test="@per = 'week'">&#160;uur per week</xsl:when>
                  <xsl:when test="@per = 'dag-per-week'">&#160;dag per week</xsl:when>
                  <xsl:otherwise>&#160;uur</xsl:otherwise>
                </xsl:choose>
                <xsl:if test="@tekst">; </xsl:if>
              </xsl:if>
              <xsl:value-of select="@tekst"/>
            </cell>
            <xsl:if test="$aantallen"><cell><xsl:if test="f:bestaat(concat($feit, '.aantal'))"><number fact="{$feit}.aantal"/><xsl:if test="@aantal-tekst"><xsl:text> </xsl:text></xsl:if></xsl:if><xsl:value-of select="@aantal-tekst"/></cell></xsl:if>
            <xsl:if test="$samen">
              <cell align="right">
                <xsl:choose>
                  <xsl:when test="f:bestaat(concat($feit, '.week'))"><number fact="{$feit}.week"/>&#160;uur per&#160;week</xsl:when>
                  <xsl:when test="f:bestaat(concat($feit, '.uren')) and @per != 'dag-per-week'"><number fact="{$feit}.uren"/>&#160;uur<xsl:if test="@periode"> per <xsl:value-of select="@periode"/></xsl:if></xsl:when>
                  <xsl:when test="f:bestaat(concat($feit, '.uren'))"><number fact="{$feit}.uren"/>&#160;dag per week</xsl:when>
                </xsl:choose>
              </cell>
            </xsl:if>
          </row>
        </xsl:for-each>
      </body>
    </table>
  </xsl:template>

  <!-- ============ zelfevaluatie ============ -->
  <!-- zonder over= alle scans, onder elkaar; zo ook bij de schema's hieronder -->
  <xsl:template match="j:figuur[@soort = 'zelfevaluatie']" mode="inhoud">
    <xsl:apply-templates select="$invoer/j:scans/j:scan[not(current()/@over) or contains(concat(' ', normalize-space(current()/@over), ' '), concat(' ', @sleutel, ' '))]" mode="inhoud">
      <xsl:with-param name="bijschrift" select="normalize-space(j:bijschrift)"/>
    </xsl:apply-templates>
  </xsl:template>
  <xsl:template match="j:scan" mode="inhoud">
    <xsl:param name="bijschrift"/>
    <xsl:variable name="scan" select="."/>
    <xsl:variable name="treden" select="j:trede"/>
    <xsl:if test="last() &gt; 1"><para style="body" keep-next="yes" place="{f:plaats(.)}"><strong><xsl:value-of select="@naam"/></strong></para></xsl:if>
    <table style="text">
      <xsl:attribute name="summary"><xsl:value-of select="$bijschrift"/><xsl:if test="last() &gt; 1"><xsl:value-of select="concat(': ', @naam)"/></xsl:if></xsl:attribute>
      <!-- een trede met meer dan de helft van de uitspraken krijgt de meeste ruimte -->
      <xsl:for-each select="$treden"><column width="1*" align="left"><xsl:if test="2 * count(j:uitspraak) &gt; count(../j:trede/j:uitspraak)"><xsl:attribute name="width">1.7*</xsl:attribute></xsl:if></column></xsl:for-each>
      <head><row><xsl:for-each select="$treden"><cell><xsl:value-of select="@naam"/><xsl:if test="@toelichting"><br/><span style="cell"><xsl:value-of select="@toelichting"/></span></xsl:if></cell></xsl:for-each></row></head>
      <xsl:for-each select="$treden/j:uitspraak[generate-id() = generate-id(key('wie', concat(generate-id(../..), '|', @wie))[1])]">
        <xsl:variable name="wie" select="string(@wie)"/>
        <body>
          <xsl:if test="@wie"><xsl:attribute name="group"><xsl:value-of select="@wie"/></xsl:attribute></xsl:if>
          <row>
            <xsl:for-each select="$treden">
              <cell>
                <xsl:choose>
                  <xsl:when test="j:uitspraak[string(@wie) = $wie]"><list kind="bullet" tight="yes"><xsl:for-each select="j:uitspraak[string(@wie) = $wie]"><item place="{f:plaats(.)}"><para style="cell"><xsl:apply-templates/></para></item></xsl:for-each></list></xsl:when>
                  <xsl:otherwise><para style="cell"/></xsl:otherwise>
                </xsl:choose>
              </cell>
            </xsl:for-each>
          </row>
        </body>
      </xsl:for-each>
      <foot><row role="total"><xsl:for-each select="$treden"><cell><number fact="scan.{$scan/@sleutel}.{@sleutel}.uitspraken"/> van <number fact="scan.{$scan/@sleutel}.uitspraken"/> uitspraken</cell></xsl:for-each></row></foot>
    </table>
  </xsl:template>

  <!-- ============ schema's ============ -->
  <xsl:template match="j:figuur[@soort = 'niveaus']" mode="inhoud">
    <xsl:for-each select="$invoer/j:schemas/j:niveauschema[not(current()/@over) or contains(concat(' ', normalize-space(current()/@over), ' '), concat(' ', @sleutel, ' '))]">
      <levels>
        <xsl:for-each select="j:laag">
          <unit label="{@naam}">
            <xsl:if test="@toelichting"><xsl:attribute name="text"><xsl:value-of select="@toelichting"/></xsl:attribute></xsl:if>
            <xsl:for-each select="j:onderdeel"><unit label="{normalize-space(.)}"/></xsl:for-each>
          </unit>
        </xsl:for-each>
      </levels>
    </xsl:for-each>
  </xsl:template>
  <xsl:template match="j:figuur[@soort = 'ontwikkellijn']" mode="inhoud">
    <xsl:for-each select="$invoer/j:schemas/j:ontwikkellijn[not(current()/@over) or contains(concat(' ', normalize-space(current()/@over), ' '), concat(' ', @sleutel, ' '))]">
      <pathway>
        <unit kind="stages"><xsl:for-each select="j:fase"><unit label="{@naam}"/></xsl:for-each></unit>
        <xsl:for-each select="j:baan">
          <unit label="{@naam}">
            <xsl:for-each select="j:stap">
              <unit label="{@naam}">
                <xsl:if test="@toelichting"><xsl:attribute name="text"><xsl:value-of select="@toelichting"/></xsl:attribute></xsl:if>
                <xsl:for-each select="j:keuze"><unit label="{@naam}"><xsl:if test="@toelichting"><xsl:attribute name="text"><xsl:value-of select="@toelichting"/></xsl:attribute></xsl:if></unit></xsl:for-each>
              </unit>
            </xsl:for-each>
          </unit>
        </xsl:for-each>
      </pathway>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
