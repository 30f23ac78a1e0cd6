<?xml version="1.0" encoding="UTF-8"?>
<!-- De cijfers van het vergaderpakket: één blad studenten, één blad geld, de afwijkingen van de begroting, de stand van de doelen.
     Elk getal is een feit; wat er niet is, komt er niet. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:nl:jaarverslag:document"
  xmlns:j="urn:nl:jaarverslag:1" xmlns:f="urn:nl:jaarverslag:functies" exclude-result-prefixes="j f">

  <xsl:variable name="studentcijfers" select="f:bestaat('studenten.totaal')"/>
  <xsl:variable name="geldcijfers" select="f:bestaat('begroting.totaal') or f:bestaat('realisatie.totaal') or f:bestaat('reserve.begin') or f:bestaat('bekostiging.volgend')"/>
  <xsl:variable name="cijfers"><xsl:if test="$studentcijfers or $geldcijfers">ja</xsl:if></xsl:variable>
  <xsl:variable name="afwijkingen"><xsl:if test="$invoer/j:begroting/j:rubriek[f:feit(concat('afwijking.rubriek.', @sleutel, '.boven-drempel')) = '1' or j:regel[f:feit(concat('afwijking.regel.', @sleutel, '.boven-drempel')) = '1']]">ja</xsl:if></xsl:variable>

  <xsl:template name="cijferbladen">
    <part master="body" role="part" title="{$kop}" id="pakketdeel-cijfers">
      <xsl:call-template name="onderdeelkop">
        <xsl:with-param name="onderdeel" select="'cijfers'"/>
        <xsl:with-param name="titel" select="'Kerncijfers'"/>
        <xsl:with-param name="zin" select="'Hoe staan we ervoor, in studenten en in geld?'"/>
      </xsl:call-template>
      <xsl:if test="$studentcijfers"><xsl:call-template name="studentenblad"/></xsl:if>
      <xsl:if test="$studentcijfers and $geldcijfers"><pagebreak/></xsl:if>
      <xsl:if test="$geldcijfers"><xsl:call-template name="geldblad"/></xsl:if>
      <xsl:call-template name="opmerkingveld"><xsl:with-param name="naam" select="'cijfers'"/><xsl:with-param name="bij" select="'de kerncijfers'"/></xsl:call-template>
    </part>
  </xsl:template>

  <!-- Een groot getal met wat het betekent; niets als het feit er niet is. -->
  <xsl:template name="groot">
    <xsl:param name="feit"/><xsl:param name="label"/><xsl:param name="als" select="''"/>
    <xsl:if test="f:bestaat($feit)"><keyfigure fact="{$feit}" label="{$label}"><xsl:if test="$als != ''"><xsl:attribute name="format"><xsl:value-of select="$als"/></xsl:attribute></xsl:if></keyfigure></xsl:if>
  </xsl:template>

  <!-- ============ studenten ============ -->
  <xsl:template name="studentenblad">
    <section>
      <heading level="2" style="h2" toc="no">Studenten</heading>
      <keyfigures>
        <xsl:call-template name="groot"><xsl:with-param name="feit" select="'studenten.totaal'"/><xsl:with-param name="label"><xsl:text>studenten</xsl:text><xsl:if test="f:bestaat('streefaantal.totaal')">, streefaantal <xsl:value-of select="f:tekst('streefaantal.totaal')"/></xsl:if></xsl:with-param></xsl:call-template>
        <xsl:call-template name="groot"><xsl:with-param name="feit" select="'streefaantal.realisatie'"/><xsl:with-param name="als" select="'percent-whole'"/><xsl:with-param name="label" select="'van het streefaantal gehaald'"/></xsl:call-template>
        <xsl:call-template name="groot"><xsl:with-param name="feit" select="'studenten.partneraandeel'"/><xsl:with-param name="als" select="'percent-whole'"/><xsl:with-param name="label"><xsl:text>van partnerinstituten</xsl:text><xsl:if test="f:bestaat('parameter.partneraandeel')">, norm <xsl:value-of select="f:tekst('parameter.partneraandeel', 'percent-whole')"/></xsl:if></xsl:with-param></xsl:call-template>
        <xsl:call-template name="groot"><xsl:with-param name="feit" select="'streefaantal.gehaald'"/><xsl:with-param name="label"><xsl:text>locaties haalden hun streefaantal</xsl:text><xsl:if test="f:bestaat('streefaantal.bekend')">, van de <xsl:value-of select="f:tekst('streefaantal.bekend')"/></xsl:if></xsl:with-param></xsl:call-template>
      </keyfigures>
      <xsl:variable name="locaties" select="$p/j:locatie[f:bestaat(concat('school.', @sleutel, '.streefaantal'))][f:bestaat(concat('school.', @sleutel, '.studenten'))]"/>
      <xsl:if test="$locaties">
        <figure series="none" keep="yes">
          <chart kind="bullet">
            <xsl:attribute name="alt">Studenten tegen het streefaantal per locatie: <xsl:for-each select="$locaties"><xsl:if test="position() &gt; 1">; </xsl:if><xsl:call-template name="kort"/><xsl:value-of select="concat(' ', f:tekst(concat('school.', @sleutel, '.studenten')), ' van ', f:tekst(concat('school.', @sleutel, '.streefaantal')))"/></xsl:for-each></xsl:attribute>
            <series label="Studenten">
              <xsl:for-each select="$locaties">
                <point fact="school.{@sleutel}.studenten" format="plain" target="{f:feit(concat('school.', @sleutel, '.streefaantal'))}"><xsl:attribute name="label"><xsl:call-template name="kort"/></xsl:attribute></point>
              </xsl:for-each>
            </series>
          </chart>
          <caption>Studenten per locatie; de streep is het streefaantal.</caption>
        </figure>
      </xsl:if>
      <xsl:if test="count($locaties) &lt;= 24"><xsl:call-template name="herkomst"/></xsl:if>
    </section>
  </xsl:template>
  <xsl:template name="herkomst">
    <xsl:variable name="instituten" select="$p/j:instituut[f:bestaat(concat('studenten.instituut.', @sleutel, '.aandeel'))]"/>
    <xsl:if test="count($instituten) &gt; 1">
      <figure series="none" keep="yes">
        <chart kind="bars" unit="%">
          <xsl:attribute name="alt">Aandeel van elk instituut: <xsl:for-each select="$instituten"><xsl:if test="position() &gt; 1">; </xsl:if><xsl:call-template name="kort"/><xsl:value-of select="concat(' ', f:tekst(concat('studenten.instituut.', @sleutel, '.aandeel')))"/></xsl:for-each></xsl:attribute>
          <series label="Aandeel">
            <xsl:for-each select="$instituten"><point fact="studenten.instituut.{@sleutel}.aandeel" format="percent"><xsl:attribute name="label"><xsl:call-template name="kort"/></xsl:attribute></point></xsl:for-each>
          </series>
        </chart>
        <caption>Aandeel van elk instituut in het aantal studenten.</caption>
      </figure>
    </xsl:if>
  </xsl:template>

  <!-- ============ geld ============ -->
  <xsl:template name="geldblad">
    <section>
      <heading level="2" style="h2" toc="no">Geld</heading>
      <xsl:if test="f:bestaat('begroting.totaal') or f:bestaat('realisatie.totaal')">
        <keyfigures>
          <xsl:call-template name="groot"><xsl:with-param name="feit" select="'begroting.totaal'"/><xsl:with-param name="als" select="'euro-whole'"/><xsl:with-param name="label" select="'begroot'"/></xsl:call-template>
          <xsl:call-template name="groot"><xsl:with-param name="feit" select="'realisatie.totaal'"/><xsl:with-param name="als" select="'euro-whole'"/><xsl:with-param name="label" select="'gerealiseerd'"/></xsl:call-template>
          <xsl:call-template name="groot"><xsl:with-param name="feit" select="'resultaat.realisatie'"/><xsl:with-param name="als" select="'euro-whole'"/><xsl:with-param name="label"><xsl:text>resultaat</xsl:text><xsl:if test="f:bestaat('resultaat.begroot')">, begroot <xsl:value-of select="f:tekst('resultaat.begroot', 'euro-whole')"/></xsl:if></xsl:with-param></xsl:call-template>
        </keyfigures>
      </xsl:if>
      <xsl:variable name="rubrieken" select="$invoer/j:begroting/j:rubriek[f:bestaat(concat('afwijking.rubriek.', @sleutel))]"/>
      <xsl:if test="$rubrieken and f:bestaat('begroting.totaal') and f:bestaat('realisatie.totaal')">
        <figure series="none" keep="yes">
          <chart kind="bullet" unit="EUR">
            <xsl:attribute name="alt">Realisatie tegen begroting per rubriek: <xsl:for-each select="$rubrieken"><xsl:if test="position() &gt; 1">; </xsl:if><xsl:value-of select="concat(@naam, ' ', f:tekst(concat('realisatie.rubriek.', @sleutel), 'euro-whole'), ' van ', f:tekst(concat('begroting.rubriek.', @sleutel), 'euro-whole'))"/></xsl:for-each></xsl:attribute>
            <series label="Realisatie">
              <xsl:for-each select="$rubrieken[f:feit(concat('realisatie.rubriek.', @sleutel)) != '']"><point label="{@naam}" fact="realisatie.rubriek.{@sleutel}" format="euro-whole" target="{f:feit(concat('begroting.rubriek.', @sleutel))}"/></xsl:for-each>
            </series>
          </chart>
          <caption>Realisatie per rubriek; de streep is de begroting.</caption>
        </figure>
        <figure series="none" keep="yes">
          <chart kind="waterfall" unit="EUR">
            <xsl:attribute name="alt">Van begroting <xsl:value-of select="f:tekst('begroting.totaal', 'euro-whole')"/> naar realisatie <xsl:value-of select="f:tekst('realisatie.totaal', 'euro-whole')"/>; verschil per rubriek: <xsl:for-each select="$rubrieken"><xsl:if test="position() &gt; 1">; </xsl:if><xsl:value-of select="concat(@naam, ' ', f:tekst(concat('afwijking.rubriek.', @sleutel), 'euro-whole'))"/></xsl:for-each></xsl:attribute>
            <series label="Van begroting naar realisatie">
              <point label="Begroting" fact="begroting.totaal" format="euro-whole" kind="total"/>
              <xsl:for-each select="$rubrieken"><point label="{@naam}" fact="afwijking.rubriek.{@sleutel}" format="euro-whole" kind="minus"/></xsl:for-each>
              <point label="Realisatie" fact="realisatie.totaal" format="euro-whole" kind="total"/>
            </series>
          </chart>
          <caption>
            <xsl:choose>
              <xsl:when test="starts-with(f:feit('onderuitputting.bedrag'), '-') and f:status('onderuitputting.bedrag') = 'known'">Van begroting naar realisatie: er is meer uitgegeven dan begroot (<number fact="onderuitputting.aandeel"/>).</xsl:when>
              <xsl:when test="f:bestaat('onderuitputting.aandeel')">Van begroting naar realisatie: <number fact="onderuitputting.aandeel"/> van de begroting bleef onbesteed (<number fact="onderuitputting.bedrag" as="euro"/>).</xsl:when>
              <xsl:otherwise>Van begroting naar realisatie.</xsl:otherwise>
            </xsl:choose>
          </caption>
        </figure>
      </xsl:if>
      <xsl:if test="f:bestaat('reserve.begin') or f:bestaat('bekostiging.volgend')">
        <heading level="3" style="h3" toc="no" outline="no">Reserve en bekostiging</heading>
        <keyfigures>
          <xsl:call-template name="groot"><xsl:with-param name="feit" select="'reserve.begin'"/><xsl:with-param name="als" select="'euro-whole'"/><xsl:with-param name="label" select="'reserve aan het begin'"/></xsl:call-template>
          <xsl:call-template name="groot"><xsl:with-param name="feit" select="'reserve.eind'"/><xsl:with-param name="als" select="'euro-whole'"/><xsl:with-param name="label" select="'reserve aan het eind'"/></xsl:call-template>
          <xsl:call-template name="groot"><xsl:with-param name="feit" select="'bekostiging.huidig'"/><xsl:with-param name="als" select="'euro-whole'"/><xsl:with-param name="label" select="'bekostiging dit jaar'"/></xsl:call-template>
          <xsl:call-template name="groot"><xsl:with-param name="feit" select="'bekostiging.volgend'"/><xsl:with-param name="als" select="'euro-whole'"/><xsl:with-param name="label" select="'bekostiging volgend jaar'"/></xsl:call-template>
        </keyfigures>
      </xsl:if>
    </section>
  </xsl:template>

  <!-- ============ afwijkingen ============ -->
  <xsl:template name="afwijkingen">
    <part master="body" role="part" title="{$kop}" id="pakketdeel-afwijkingen">
      <xsl:call-template name="onderdeelkop">
        <xsl:with-param name="onderdeel" select="'afwijkingen'"/>
        <xsl:with-param name="titel" select="'Afwijkingen van de begroting'"/>
        <xsl:with-param name="zin" select="'Waar wijkt de realisatie meer af dan afgesproken, en waarom?'"/>
      </xsl:call-template>
      <para style="body">Getoond zijn de rubrieken <xsl:if test="f:bestaat('parameter.afwijkingsbedrag')">en regels </xsl:if>die <xsl:if test="f:bestaat('parameter.afwijkingsdrempel')">meer dan <number fact="parameter.afwijkingsdrempel" as="percent"/><xsl:text> </xsl:text></xsl:if><xsl:if test="f:bestaat('parameter.afwijkingsdrempel') and f:bestaat('parameter.afwijkingsbedrag')">én </xsl:if><xsl:if test="f:bestaat('parameter.afwijkingsbedrag')">meer dan <number fact="parameter.afwijkingsbedrag" as="euro-whole"/><xsl:text> </xsl:text></xsl:if>van de begroting afwijken. Een positief verschil is minder uitgegeven dan begroot.</para>
      <table style="text" summary="Rubrieken en regels met een afwijking boven de drempel">
        <column width="1*" align="left"/><column width="auto" align="right"/><column width="auto" align="right"/><column width="auto" align="right"/><column width="auto" align="right"/><column width="1.8*" align="left"/>
        <head><row><cell header="yes">Rubriek en regel</cell><cell header="yes" align="right">Begroot (€)</cell><cell header="yes" align="right">Realisatie (€)</cell><cell header="yes" align="right">Verschil (€)</cell><cell header="yes" align="right">%</cell><cell header="yes">Toelichting</cell></row></head>
        <xsl:for-each select="$invoer/j:begroting/j:rubriek">
          <xsl:variable name="zelf" select="f:feit(concat('afwijking.rubriek.', @sleutel, '.boven-drempel')) = '1'"/>
          <xsl:variable name="regels" select="j:regel[f:feit(concat('afwijking.regel.', @sleutel, '.boven-drempel')) = '1']"/>
          <xsl:if test="$zelf or $regels">
            <body>
              <xsl:if test="not($zelf)"><xsl:attribute name="group"><xsl:value-of select="@naam"/></xsl:attribute></xsl:if>
              <xsl:if test="$zelf">
                <xsl:call-template name="afwijkingsrij">
                  <xsl:with-param name="wat" select="concat('rubriek.', @sleutel)"/><xsl:with-param name="vet" select="'ja'"/>
                  <xsl:with-param name="toelichting" select="j:toelichting"/>
                  <xsl:with-param name="nodig" select="not(j:toelichting or j:regel/j:toelichting)"/>
                </xsl:call-template>
              </xsl:if>
              <xsl:for-each select="$regels">
                <xsl:call-template name="afwijkingsrij">
                  <xsl:with-param name="wat" select="concat('regel.', @sleutel)"/>
                  <xsl:with-param name="toelichting" select="j:toelichting"/>
                  <xsl:with-param name="nodig" select="not(j:toelichting or ../j:toelichting)"/>
                </xsl:call-template>
              </xsl:for-each>
              <!-- wat de andere regels van de rubriek te zeggen hebben -->
              <xsl:for-each select="j:regel[$zelf][j:toelichting][not(f:feit(concat('afwijking.regel.', @sleutel, '.boven-drempel')) = '1')]">
                <xsl:call-template name="afwijkingsrij"><xsl:with-param name="wat" select="concat('regel.', @sleutel)"/><xsl:with-param name="toelichting" select="j:toelichting"/></xsl:call-template>
              </xsl:for-each>
            </body>
          </xsl:if>
        </xsl:for-each>
        <xsl:if test="f:bestaat('afwijking.totaal')">
          <foot>
            <row role="total">
              <cell>Hele begroting</cell>
              <xsl:call-template name="feitcel"><xsl:with-param name="feit" select="'begroting.totaal'"/><xsl:with-param name="als" select="'whole'"/></xsl:call-template>
              <xsl:call-template name="feitcel"><xsl:with-param name="feit" select="'realisatie.totaal'"/><xsl:with-param name="als" select="'whole'"/></xsl:call-template>
              <xsl:call-template name="feitcel"><xsl:with-param name="feit" select="'afwijking.totaal'"/><xsl:with-param name="als" select="'whole'"/></xsl:call-template>
              <xsl:call-template name="feitcel"><xsl:with-param name="feit" select="'afwijking.totaal.aandeel'"/><xsl:with-param name="als" select="'plain'"/></xsl:call-template>
              <cell/>
            </row>
          </foot>
        </xsl:if>
      </table>
      <xsl:call-template name="opmerkingveld"><xsl:with-param name="naam" select="'afwijkingen'"/><xsl:with-param name="bij" select="'de afwijkingen'"/></xsl:call-template>
    </part>
  </xsl:template>
  <xsl:template name="afwijkingsrij">
    <xsl:param name="wat"/><xsl:param name="vet" select="'nee'"/><xsl:param name="toelichting" select="/.."/><xsl:param name="nodig" select="false()"/>
    <row>
      <xsl:if test="$vet = 'ja'"><xsl:attribute name="role">subtotal</xsl:attribute></xsl:if>
      <cell place="{f:plaats(.)}"><xsl:value-of select="@naam"/></cell>
      <xsl:call-template name="feitcel"><xsl:with-param name="feit" select="concat('begroting.', $wat)"/><xsl:with-param name="als" select="'whole'"/></xsl:call-template>
      <xsl:call-template name="feitcel"><xsl:with-param name="feit" select="concat('realisatie.', $wat)"/><xsl:with-param name="als" select="'whole'"/></xsl:call-template>
      <xsl:call-template name="feitcel"><xsl:with-param name="feit" select="concat('afwijking.', $wat)"/><xsl:with-param name="als" select="'whole'"/></xsl:call-template>
      <xsl:call-template name="feitcel"><xsl:with-param name="feit" select="concat('afwijking.', $wat, '.aandeel')"/><xsl:with-param name="als" select="'plain'"/></xsl:call-template>
      <cell>
        <xsl:choose>
          <xsl:when test="$toelichting"><span style="cell"><xsl:value-of select="normalize-space($toelichting)"/></span></xsl:when>
          <xsl:when test="$nodig"><strong>Toelichting ontbreekt</strong></xsl:when>
        </xsl:choose>
      </cell>
    </row>
  </xsl:template>

  <!-- ============ doelen ============ -->
  <xsl:template name="doelen">
    <part master="body" role="part" title="{$kop}" id="pakketdeel-doelen">
      <xsl:call-template name="onderdeelkop">
        <xsl:with-param name="onderdeel" select="'doelen'"/>
        <xsl:with-param name="titel" select="'Stand van de doelen'"/>
        <xsl:with-param name="zin" select="'Wat hadden we ons voorgenomen, en hoe staat het ervoor?'"/>
      </xsl:call-template>
      <keyfigures>
        <xsl:call-template name="groot"><xsl:with-param name="feit" select="'doelen.totaal'"/><xsl:with-param name="label" select="'doelen'"/></xsl:call-template>
        <xsl:call-template name="groot"><xsl:with-param name="feit" select="'doelen.behaald'"/><xsl:with-param name="label" select="'behaald'"/></xsl:call-template>
        <xsl:call-template name="groot"><xsl:with-param name="feit" select="'doelen.deels'"/><xsl:with-param name="label" select="'deels behaald'"/></xsl:call-template>
        <xsl:call-template name="groot"><xsl:with-param name="feit" select="'doelen.niet'"/><xsl:with-param name="label" select="'niet behaald'"/></xsl:call-template>
        <xsl:call-template name="groot"><xsl:with-param name="feit" select="'doelen.vervallen'"/><xsl:with-param name="label" select="'vervallen'"/></xsl:call-template>
        <xsl:call-template name="groot"><xsl:with-param name="feit" select="'doelen.zonder-stand'"/><xsl:with-param name="label" select="'nog zonder stand'"/></xsl:call-template>
      </keyfigures>
      <table style="text" summary="Elk doel met zijn stand">
        <column width="2*" align="left"/><column width="auto" align="left"/><column width="1.3*" align="left"/>
        <head><row><cell header="yes">Doel</cell><cell header="yes">Stand</cell><cell header="yes">Hoe het ervoor staat</cell></row></head>
        <xsl:for-each select="$invoer//j:doelstellingen[j:doel]">
          <body>
            <xsl:attribute name="group"><xsl:value-of select="ancestor::*[@titel][not(self::j:doelstellingen)][1]/@titel"/></xsl:attribute>
            <xsl:for-each select="j:doel">
              <row place="{f:plaats(.)}">
                <cell place="{f:plaats(.)}"><xsl:apply-templates select="." mode="kort"/></cell>
                <cell>
                  <xsl:choose>
                    <xsl:when test="@status = 'behaald'"><strong>behaald</strong></xsl:when>
                    <xsl:when test="@status = 'deels'">deels behaald</xsl:when>
                    <xsl:when test="@status = 'niet'"><em>niet behaald</em></xsl:when>
                    <xsl:when test="@status = 'vervallen'">vervallen</xsl:when>
                    <xsl:otherwise>?</xsl:otherwise>
                  </xsl:choose>
                </cell>
                <cell><xsl:value-of select="@stand"/></cell>
              </row>
            </xsl:for-each>
          </body>
        </xsl:for-each>
      </table>
      <xsl:call-template name="opmerkingveld"><xsl:with-param name="naam" select="'doelen'"/><xsl:with-param name="bij" select="'de stand van de doelen'"/></xsl:call-template>
    </part>
  </xsl:template>
  <!-- de tekst van een doel zonder zijn noten: die staan in het verslag -->
  <xsl:template match="j:doel" mode="kort"><xsl:apply-templates select="node()" mode="kort"/></xsl:template>
  <xsl:template match="j:noot" mode="kort"/>
  <xsl:template match="text()" mode="kort"><xsl:value-of select="."/></xsl:template>
  <xsl:template match="*" mode="kort"><xsl:apply-templates select="."/></xsl:template>
  <xsl:template match="j:alinea | j:punt" mode="kort"><xsl:apply-templates mode="kort"/><xsl:text> </xsl:text></xsl:template>
  <xsl:template match="j:lijst" mode="kort"><xsl:apply-templates mode="kort"/></xsl:template>
</xsl:stylesheet>
