<?xml version="1.0" encoding="UTF-8"?>
<!-- De vergadering zelf: het begeleidend schrijven op één blad, de gevraagde besluiten met ruimte voor de uitkomst, de risico's. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:nl:jaarverslag:document"
  xmlns:j="urn:nl:jaarverslag:1" xmlns:f="urn:nl:jaarverslag:functies" exclude-result-prefixes="j f">

  <!-- ============ begeleidend schrijven ============ -->
  <xsl:template name="begeleidend-schrijven">
    <part master="body" role="sect" title="{$kop}" id="pakket-brief" most-pages="1" place="{f:plaats(($stuurgroep/j:aanleiding | $stuurgroep)[last()])}">
      <para style="divider-kicker"><xsl:value-of select="$naam"/></para>
      <heading level="1" style="front-title" toc="no"><xsl:value-of select="concat($stuk, ' ', $jaar)"/></heading>
      <table style="plain" summary="Aan wie, van wie, wanneer en waar">
        <column width="auto" align="left"/><column width="1.2*" align="left"/><column width="auto" align="left"/><column width="1*" align="left"/>
        <body>
          <row>
            <cell header="yes" align="left">Aan</cell><cell><xsl:value-of select="$stuurgroep/@aan"/><xsl:if test="not($stuurgroep/@aan)">de stuurgroep</xsl:if></cell>
            <cell header="yes" align="left"><xsl:if test="$stuurgroep/@opsteller">Van</xsl:if></cell><cell><xsl:if test="$stuurgroep/@opsteller"><xsl:call-template name="wie"><xsl:with-param name="sleutel" select="$stuurgroep/@opsteller"/></xsl:call-template></xsl:if></cell>
          </row>
          <xsl:if test="$invoer/@datum or $stuurgroep/@reageren-voor">
            <row>
              <cell header="yes" align="left"><xsl:if test="$invoer/@datum">Datum</xsl:if></cell><cell><xsl:if test="$invoer/@datum"><xsl:value-of select="f:datum($invoer/@datum)"/></xsl:if></cell>
              <cell header="yes" align="left"><xsl:if test="$stuurgroep/@reageren-voor">Reageren</xsl:if></cell><cell><xsl:if test="$stuurgroep/@reageren-voor">vóór <xsl:value-of select="f:datum($stuurgroep/@reageren-voor)"/></xsl:if></cell>
            </row>
          </xsl:if>
          <xsl:if test="$stuurgroep/@vergadering">
            <row>
              <cell header="yes" align="left">Vergadering</cell>
              <cell colspan="3">
                <xsl:value-of select="f:datum($stuurgroep/@vergadering)"/>
                <xsl:if test="$stuurgroep/@van">, <xsl:value-of select="translate($stuurgroep/@van, ':', '.')"/><xsl:if test="$stuurgroep/@tot">–<xsl:value-of select="translate($stuurgroep/@tot, ':', '.')"/></xsl:if> uur</xsl:if>
                <xsl:if test="$stuurgroep/@plaats">, <xsl:value-of select="$stuurgroep/@plaats"/></xsl:if>
              </cell>
            </row>
          </xsl:if>
        </body>
      </table>
      <xsl:choose>
        <xsl:when test="$stuurgroep/j:aanleiding"><xsl:for-each select="$stuurgroep/j:aanleiding"><xsl:call-template name="blokken"/></xsl:for-each></xsl:when>
        <xsl:otherwise><para style="body">Dit pakket legt het <xsl:value-of select="concat($het-stuk, ' over ', $jaar)"/> aan de stuurgroep voor, met de cijfers en bevindingen die nodig zijn om erover te spreken.</para></xsl:otherwise>
      </xsl:choose>
      <xsl:if test="$stuurgroep/j:besluit">
        <heading level="2" style="h3" toc="no" outline="no">Wat wordt gevraagd</heading>
        <list kind="number" tight="yes">
          <xsl:for-each select="$stuurgroep/j:besluit"><item><para style="list"><ref to="pakket-besluit-{@sleutel}" show="title"><xsl:value-of select="@titel"/></ref> (bladzijde <ref to="pakket-besluit-{@sleutel}" show="page"/>)</para></item></xsl:for-each>
        </list>
      </xsl:if>
      <xsl:if test="$stuurgroep/j:agendapunt"><xsl:call-template name="agenda"/></xsl:if>
      <xsl:call-template name="in-het-kort"/>
    </part>
  </xsl:template>

  <xsl:template name="wie">
    <xsl:param name="sleutel"/>
    <xsl:variable name="persoon" select="$invoer/j:personen/j:persoon[@sleutel = $sleutel]"/>
    <xsl:value-of select="$persoon/@naam"/>
    <xsl:if test="$persoon/@rollen">, <xsl:value-of select="substring-before(concat($persoon/@rollen, ','), ',')"/></xsl:if>
  </xsl:template>

  <xsl:template name="agenda">
    <heading level="2" style="h3" toc="no" outline="no">Agenda</heading>
    <table style="plain" summary="Agenda van de vergadering">
      <column width="auto" align="left"/><column width="1*" align="left"/><column width="auto" align="left"/><column width="auto" align="right"/>
      <head><row><cell header="yes">Nr.</cell><cell header="yes">Onderwerp</cell><cell header="yes">Gevraagd</cell><cell header="yes" align="right">Minuten</cell></row></head>
      <body>
        <xsl:for-each select="$stuurgroep/j:agendapunt">
          <row>
            <cell><xsl:value-of select="position()"/></cell>
            <cell><xsl:value-of select="@titel"/><xsl:if test="normalize-space()"><xsl:text>: </xsl:text><xsl:value-of select="normalize-space()"/></xsl:if></cell>
            <cell>
              <xsl:choose>
                <xsl:when test="@soort = 'besluit'">besluit<xsl:call-template name="besluitnummers"/></xsl:when>
                <xsl:when test="@soort = 'informatie'">ter informatie</xsl:when>
                <xsl:when test="@soort = 'opening' or @soort = 'sluiting'"/>
                <xsl:otherwise>bespreking</xsl:otherwise>
              </xsl:choose>
            </cell>
            <cell align="right"><xsl:value-of select="@minuten"/></cell>
          </row>
        </xsl:for-each>
      </body>
    </table>
  </xsl:template>
  <xsl:template name="besluitnummers">
    <xsl:variable name="bij" select="concat(' ', @besluiten, ' ')"/>
    <xsl:for-each select="$stuurgroep/j:besluit">
      <xsl:if test="contains($bij, concat(' ', @sleutel, ' '))"><xsl:text> </xsl:text><xsl:value-of select="position()"/></xsl:if>
    </xsl:for-each>
  </xsl:template>

  <!-- Waar het op aankomt: wat er veranderde en wat de controle vond. -->
  <xsl:template name="in-het-kort">
    <box style="key">
      <xsl:if test="$versie">
        <para style="box"><strong>Sinds <xsl:call-template name="vorige-naam"/></strong> zijn <xsl:call-template name="hoeveel"><xsl:with-param name="n" select="$versie/@feiten"/><xsl:with-param name="een" select="'cijfer'"/><xsl:with-param name="meer" select="'cijfers'"/></xsl:call-template>, <xsl:call-template name="hoeveel"><xsl:with-param name="n" select="$versie/@gegevens"/><xsl:with-param name="een" select="'gegeven'"/><xsl:with-param name="meer" select="'gegevens'"/></xsl:call-template> en <xsl:call-template name="hoeveel"><xsl:with-param name="n" select="$versie/@teksten"/><xsl:with-param name="een" select="'tekst'"/><xsl:with-param name="meer" select="'teksten'"/></xsl:call-template> veranderd<xsl:if test="contains($onderdelen, ' wijzigingen ')"> (<ref to="pakket-wijzigingen"/>)</xsl:if>.</para>
      </xsl:if>
      <para style="box">
        <strong>De controle</strong> van de gegevens heeft <xsl:call-template name="hoeveel"><xsl:with-param name="n" select="$bevindingen/@open"/><xsl:with-param name="een" select="'open bevinding'"/><xsl:with-param name="meer" select="'open bevindingen'"/></xsl:call-template>
        <xsl:text> en </xsl:text>
        <xsl:call-template name="hoeveel"><xsl:with-param name="n" select="$bevindingen/@aanvaard"/><xsl:with-param name="een" select="'aanvaarde bevinding'"/><xsl:with-param name="meer" select="'aanvaarde bevindingen'"/></xsl:call-template>
        <xsl:if test="contains($onderdelen, ' bevindingen ')"> (<ref to="pakket-bevindingen"/>)</xsl:if>.
      </para>
    </box>
  </xsl:template>
  <xsl:template name="hoeveel">
    <xsl:param name="n"/><xsl:param name="een"/><xsl:param name="meer"/>
    <xsl:choose>
      <xsl:when test="$n = 0">geen <xsl:value-of select="$meer"/></xsl:when>
      <xsl:when test="$n = 1">één <xsl:value-of select="$een"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="concat($n, ' ', $meer)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- ============ besluiten ============ -->
  <xsl:template name="besluiten">
    <part master="body" role="part" title="{$kop}" id="pakketdeel-besluiten">
      <xsl:call-template name="onderdeelkop">
        <xsl:with-param name="onderdeel" select="'besluiten'"/>
        <xsl:with-param name="titel" select="'Gevraagde besluiten'"/>
        <xsl:with-param name="zin" select="'Wat leggen we voor, waarom, en wat volgt eruit?'"/>
      </xsl:call-template>
      <xsl:apply-templates select="$stuurgroep/j:besluit" mode="pakket"/>
    </part>
  </xsl:template>
  <xsl:template match="j:besluit" mode="pakket">
    <section place="{f:plaats(.)}">
      <heading level="2" style="h2" id="pakket-besluit-{@sleutel}" label="besluit&#160;{position()}" toc="no" place="{f:plaats(.)}">Besluit <xsl:value-of select="position()"/>: <xsl:value-of select="@titel"/></heading>
      <xsl:for-each select="j:voorstel"><box style="note" title="Voorgesteld besluit" keep-next="yes" place="{f:plaats(.)}"><xsl:call-template name="blokken"><xsl:with-param name="stijl" select="'box'"/></xsl:call-template></box></xsl:for-each>
      <xsl:for-each select="j:toelichting"><xsl:call-template name="met-aanloop"><xsl:with-param name="aanloop" select="'Toelichting'"/></xsl:call-template></xsl:for-each>
      <xsl:for-each select="j:gevolgen"><xsl:call-template name="met-aanloop"><xsl:with-param name="aanloop" select="'Gevolgen'"/></xsl:call-template></xsl:for-each>
      <xsl:call-template name="uitkomst"/>
      <xsl:call-template name="opmerkingveld"><xsl:with-param name="naam" select="concat('besluit-', @sleutel)"/><xsl:with-param name="bij" select="concat('besluit ', position())"/></xsl:call-template>
    </section>
  </xsl:template>
  <!-- Een alinea die met een vet woord begint; staan er blokken, dan staat dat woord erboven. -->
  <xsl:template name="met-aanloop">
    <xsl:param name="aanloop"/>
    <xsl:choose>
      <xsl:when test="j:alinea[1][not(preceding-sibling::*) and not(preceding-sibling::text()[normalize-space()])]">
        <para style="body" keep-next="yes" place="{f:plaats(j:alinea[1])}"><strong><xsl:value-of select="$aanloop"/>.</strong><xsl:text> </xsl:text><xsl:apply-templates select="j:alinea[1]/node()"/></para>
        <xsl:apply-templates select="j:alinea[1]/following-sibling::*"/>
      </xsl:when>
      <xsl:when test="j:alinea | j:lijst | j:tabel | j:kader | j:figuur"><para style="body" keep-next="yes"><strong><xsl:value-of select="$aanloop"/></strong></para><xsl:call-template name="blokken"/></xsl:when>
      <xsl:otherwise><para style="body" keep-next="yes" place="{f:plaats(.)}"><strong><xsl:value-of select="$aanloop"/>.</strong><xsl:text> </xsl:text><xsl:apply-templates/></para></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <!-- Ruimte voor de uitkomst: op papier om in te schrijven, in het concept om in te vullen. -->
  <xsl:template name="uitkomst">
    <xsl:variable name="bij" select="concat('Uitkomst besluit ', position())"/>
    <table style="form" summary="{$bij}">
      <column width="92pt" align="left"/><column width="1*" align="left"/>
      <body>
        <xsl:if test="@indiener or @ingang">
          <row>
            <cell header="yes" align="left">Indiener</cell>
            <cell>
              <xsl:if test="@indiener"><xsl:call-template name="wie"><xsl:with-param name="sleutel" select="@indiener"/></xsl:call-template></xsl:if>
              <xsl:if test="@indiener and @ingang">; </xsl:if>
              <xsl:if test="@ingang">gaat in op <xsl:value-of select="f:datum(@ingang)"/></xsl:if>
            </cell>
          </row>
        </xsl:if>
        <row>
          <cell header="yes" align="left">Uitkomst</cell>
          <cell>
            <xsl:call-template name="keuze-uitkomst"><xsl:with-param name="i" select="1"/><xsl:with-param name="tekst" select="'aangenomen'"/><xsl:with-param name="bij" select="$bij"/></xsl:call-template>
            <xsl:call-template name="keuze-uitkomst"><xsl:with-param name="i" select="2"/><xsl:with-param name="tekst" select="'gewijzigd'"/><xsl:with-param name="bij" select="$bij"/></xsl:call-template>
            <xsl:call-template name="keuze-uitkomst"><xsl:with-param name="i" select="3"/><xsl:with-param name="tekst" select="'aangehouden'"/><xsl:with-param name="bij" select="$bij"/></xsl:call-template>
            <xsl:call-template name="keuze-uitkomst"><xsl:with-param name="i" select="4"/><xsl:with-param name="tekst" select="'afgewezen'"/><xsl:with-param name="bij" select="$bij"/></xsl:call-template>
          </cell>
        </row>
        <row><cell header="yes" align="left">Vastgestelde tekst</cell><cell><xsl:call-template name="ruimte"><xsl:with-param name="wat" select="'tekst'"/><xsl:with-param name="bij" select="concat($bij, ': vastgestelde tekst')"/><xsl:with-param name="hoog" select="'28pt'"/></xsl:call-template></cell></row>
        <row><cell header="yes" align="left">Actie, door en voor</cell><cell><xsl:call-template name="ruimte"><xsl:with-param name="wat" select="'actie'"/><xsl:with-param name="bij" select="concat($bij, ': actie, door wie en voor wanneer')"/><xsl:with-param name="hoog" select="'14pt'"/></xsl:call-template></cell></row>
      </body>
    </table>
  </xsl:template>
  <xsl:template name="keuze-uitkomst">
    <xsl:param name="i"/><xsl:param name="tekst"/><xsl:param name="bij"/>
    <xsl:choose>
      <xsl:when test="$profiel = 'draft'"><field kind="radio" name="uitkomst-{@sleutel}" value="{$i}" tooltip="{$bij}: {$tekst}"/></xsl:when>
      <xsl:otherwise>☐</xsl:otherwise>
    </xsl:choose>
    <xsl:text>&#160;</xsl:text><xsl:value-of select="translate($tekst, ' ', '&#160;')"/><xsl:text>&#8194; </xsl:text>
  </xsl:template>
  <xsl:template name="ruimte">
    <xsl:param name="wat"/><xsl:param name="bij"/><xsl:param name="hoog"/>
    <xsl:choose>
      <xsl:when test="$profiel = 'draft'"><field kind="multiline" name="uitkomst-{@sleutel}-{$wat}" tooltip="{$bij}" width="225pt" height="{$hoog}"/></xsl:when>
      <xsl:otherwise><para style="cell"><br/></para><xsl:if test="$hoog != '14pt'"><para style="cell"><br/></para></xsl:if></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- ============ risico's ============ -->
  <xsl:template name="risicos">
    <part master="body" role="part" title="{$kop}" id="pakketdeel-risicos">
      <xsl:call-template name="onderdeelkop">
        <xsl:with-param name="onderdeel" select="'risicos'"/>
        <xsl:with-param name="titel" select="'Risico’s'"/>
        <xsl:with-param name="zin" select="'Wat kan er misgaan, hoe erg is dat, en wat doen we eraan?'"/>
      </xsl:call-template>
      <table style="matrix" summary="Risico’s naar kans en gevolg; de nummers zijn die van de tabel eronder">
        <column width="90pt" align="left"/><column width="1*" align="center"/><column width="1*" align="center"/><column width="1*" align="center"/>
        <head><row><cell header="yes">Kans</cell><cell header="yes" align="center">klein gevolg</cell><cell header="yes" align="center">middelgroot gevolg</cell><cell header="yes" align="center">groot gevolg</cell></row></head>
        <body>
          <xsl:call-template name="risicorij"><xsl:with-param name="kans" select="'groot'"/><xsl:with-param name="kleuren" select="'#fbf0e3 #f3cfb0 #e9ab84'"/></xsl:call-template>
          <xsl:call-template name="risicorij"><xsl:with-param name="kans" select="'middel'"/><xsl:with-param name="kleuren" select="'#f4f7f8 #fbf0e3 #f3cfb0'"/></xsl:call-template>
          <xsl:call-template name="risicorij"><xsl:with-param name="kans" select="'klein'"/><xsl:with-param name="kleuren" select="'#f4f7f8 #f4f7f8 #fbf0e3'"/></xsl:call-template>
        </body>
      </table>
      <table style="text" summary="Risico’s met hun maatregelen">
        <column width="auto" align="left"/><column width="1.2*" align="left"/><column width="1*" align="left"/><column width="auto" align="left"/><column width="auto" align="right"/>
        <head><row><cell header="yes">Nr.</cell><cell header="yes">Risico</cell><cell header="yes">Maatregel</cell><cell header="yes">Eigenaar</cell><cell header="yes" align="right">Score</cell></row></head>
        <body>
          <xsl:for-each select="$stuurgroep/j:risico">
            <xsl:sort select="f:feit(concat('risico.', @sleutel, '.score'))" data-type="number" order="descending"/>
            <row place="{f:plaats(.)}">
              <cell><xsl:value-of select="1 + count(preceding-sibling::j:risico)"/></cell>
              <cell place="{f:plaats(.)}"><para style="cell"><strong><xsl:value-of select="@titel"/></strong></para><xsl:for-each select="j:alinea"><para style="cell" place="{f:plaats(.)}"><xsl:apply-templates/></para></xsl:for-each><xsl:if test="not(j:alinea)"><para style="cell" place="{f:plaats(.)}"><xsl:apply-templates select="text()[normalize-space()] | *[not(self::j:maatregel)]"/></para></xsl:if></cell>
              <cell><xsl:for-each select="j:maatregel"><para style="cell" place="{f:plaats(.)}"><xsl:apply-templates/></para></xsl:for-each></cell>
              <cell><xsl:value-of select="$invoer/j:personen/j:persoon[@sleutel = current()/@eigenaar]/@naam"/></cell>
              <xsl:call-template name="feitcel"><xsl:with-param name="feit" select="concat('risico.', @sleutel, '.score')"/></xsl:call-template>
            </row>
          </xsl:for-each>
        </body>
      </table>
      <para style="note">Score: kans maal gevolg, elk van 1 (klein) tot 3 (groot).</para>
      <xsl:call-template name="opmerkingveld"><xsl:with-param name="naam" select="'risicos'"/><xsl:with-param name="bij" select="'de risico’s'"/></xsl:call-template>
    </part>
  </xsl:template>
  <xsl:template name="risicorij">
    <xsl:param name="kans"/><xsl:param name="kleuren"/>
    <row>
      <cell header="yes" align="left"><xsl:choose><xsl:when test="$kans = 'middel'">middelgrote kans</xsl:when><xsl:otherwise><xsl:value-of select="concat(substring('grote kans', 1, 10 * number($kans = 'groot')), substring('kleine kans', 1, 11 * number($kans = 'klein')))"/></xsl:otherwise></xsl:choose></cell>
      <xsl:call-template name="risicovak"><xsl:with-param name="kans" select="$kans"/><xsl:with-param name="gevolg" select="'klein'"/><xsl:with-param name="kleur" select="substring-before($kleuren, ' ')"/></xsl:call-template>
      <xsl:call-template name="risicovak"><xsl:with-param name="kans" select="$kans"/><xsl:with-param name="gevolg" select="'middel'"/><xsl:with-param name="kleur" select="substring-before(substring-after($kleuren, ' '), ' ')"/></xsl:call-template>
      <xsl:call-template name="risicovak"><xsl:with-param name="kans" select="$kans"/><xsl:with-param name="gevolg" select="'groot'"/><xsl:with-param name="kleur" select="substring-after(substring-after($kleuren, ' '), ' ')"/></xsl:call-template>
    </row>
  </xsl:template>
  <xsl:template name="risicovak">
    <xsl:param name="kans"/><xsl:param name="gevolg"/><xsl:param name="kleur"/>
    <cell align="center" fill="{$kleur}">
      <xsl:for-each select="$stuurgroep/j:risico[@kans = $kans][@gevolg = $gevolg]"><xsl:if test="position() &gt; 1">, </xsl:if><strong><xsl:value-of select="1 + count(preceding-sibling::j:risico)"/></strong></xsl:for-each>
    </cell>
  </xsl:template>
</xsl:stylesheet>
