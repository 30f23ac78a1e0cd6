<?xml version="1.0" encoding="UTF-8"?>
<!-- Wat er is veranderd: sinds de vorige versie (cijfers, begroting, personen, overige gegevens, teksten woord voor woord) en sinds
     het vorige schooljaar. De vergelijking zelf is al gedaan; getallen en verschillen zijn feiten. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:nl:jaarverslag:document"
  xmlns:j="urn:nl:jaarverslag:1" xmlns:f="urn:nl:jaarverslag:functies" exclude-result-prefixes="j f">

  <xsl:variable name="versie" select="f:lijst('wijzigingen-versie')"/>
  <xsl:variable name="vorig-jaar" select="f:lijst('wijzigingen-jaar')"/>

  <xsl:template name="vorige-naam">
    <xsl:choose><xsl:when test="$versie/@naam"><xsl:value-of select="$versie/@naam"/></xsl:when><xsl:otherwise>de vorige versie</xsl:otherwise></xsl:choose>
    <xsl:if test="$versie/@datum"> van <xsl:value-of select="f:datum($versie/@datum)"/></xsl:if>
  </xsl:template>

  <xsl:template name="wijzigingen">
    <part master="body" role="part" title="{$kop}" id="pakketdeel-wijzigingen">
      <xsl:call-template name="onderdeelkop">
        <xsl:with-param name="onderdeel" select="'wijzigingen'"/>
        <xsl:with-param name="titel" select="'Wat is er veranderd?'"/>
        <xsl:with-param name="zin" select="'Wat zegt deze versie anders dan de vorige, en dit jaar anders dan het vorige?'"/>
      </xsl:call-template>
      <xsl:if test="$versie/*">
        <section>
          <heading level="2" style="h2" toc="no">Sinds <xsl:call-template name="vorige-naam"/></heading>
          <xsl:call-template name="vergelijking"><xsl:with-param name="w" select="$versie"/><xsl:with-param name="toen" select="'Was'"/><xsl:with-param name="nu" select="'Is nu'"/></xsl:call-template>
        </section>
      </xsl:if>
      <xsl:if test="$vorig-jaar/*">
        <section>
          <heading level="2" style="h2" toc="no">Sinds het schooljaar <xsl:value-of select="translate($vorig-jaar/@achtervoegsel, '-', '–')"/></heading>
          <xsl:call-template name="vergelijking"><xsl:with-param name="w" select="$vorig-jaar"/><xsl:with-param name="toen" select="translate($vorig-jaar/@achtervoegsel, '-', '–')"/><xsl:with-param name="nu" select="$jaar"/></xsl:call-template>
        </section>
      </xsl:if>
      <xsl:call-template name="opmerkingveld"><xsl:with-param name="naam" select="'wijzigingen'"/><xsl:with-param name="bij" select="'de wijzigingen'"/></xsl:call-template>
    </part>
  </xsl:template>

  <xsl:template name="vergelijking">
    <xsl:param name="w"/><xsl:param name="toen"/><xsl:param name="nu"/>
    <!-- tussen twee jaren verandert bijna alles: daar tellen de cijfers van het hele partnerschap -->
    <xsl:variable name="alle" select="$w/j:feit[not(contains(@id, '.boven-drempel'))][not(starts-with(@id, 'partnerschap.'))]"/>
    <xsl:variable name="feiten" select="$alle[$w/@achtervoegsel = 'vorige-versie' or not(starts-with(@id, 'school.') or starts-with(@id, 'so.') or starts-with(@id, 'afwijking') or starts-with(@id, 'doelen.') or starts-with(@id, 'parameter.') or starts-with(@id, 'risico') or starts-with(@id, 'besluiten.') or starts-with(@id, 'agenda.'))]"/>
    <xsl:if test="$feiten">
      <heading level="3" style="h3" toc="no" outline="no">Cijfers</heading>
      <xsl:call-template name="feitentabel"><xsl:with-param name="w" select="$w"/><xsl:with-param name="feiten" select="$feiten"/><xsl:with-param name="toen" select="$toen"/><xsl:with-param name="nu" select="$nu"/></xsl:call-template>
    </xsl:if>
    <xsl:variable name="geld" select="$w/j:groep[@naam = 'begroting' or @naam = 'baten' or @naam = 'reserve' or @naam = 'bekostiging']"/>
    <xsl:variable name="personen" select="$w/j:groep[@naam = 'personen' or @naam = 'personele-inzet' or @naam = 'ontwikkelteams']"/>
    <xsl:call-template name="gegevens"><xsl:with-param name="titel" select="'Begroting'"/><xsl:with-param name="groepen" select="$geld"/></xsl:call-template>
    <xsl:call-template name="gegevens"><xsl:with-param name="titel" select="'Personen'"/><xsl:with-param name="groepen" select="$personen"/></xsl:call-template>
    <xsl:call-template name="gegevens"><xsl:with-param name="titel" select="'Overige gegevens'"/><xsl:with-param name="groepen" select="$w/j:groep[not(@naam = $geld/@naam) and not(@naam = $personen/@naam)]"/></xsl:call-template>
    <xsl:if test="$w/j:tekst">
      <heading level="3" style="h3" toc="no" outline="no">Teksten</heading>
      <xsl:if test="$w/j:tekst/j:blok/*"><para style="note"><span style="deleted">Doorgestreept</span> is vervallen, <span style="inserted">onderstreept</span> is nieuw; drie puntjes staan voor tekst die niet is veranderd.</para></xsl:if>
      <xsl:choose>
        <xsl:when test="$w/j:tekst/j:blok/*"><xsl:apply-templates select="$w/j:tekst" mode="pakket"/></xsl:when>
        <xsl:otherwise><xsl:call-template name="sectietabel"><xsl:with-param name="teksten" select="$w/j:tekst"/></xsl:call-template></xsl:otherwise>
      </xsl:choose>
    </xsl:if>
  </xsl:template>

  <!-- ============ cijfers ============ -->
  <xsl:template name="feitentabel">
    <xsl:param name="w"/><xsl:param name="feiten"/><xsl:param name="toen"/><xsl:param name="nu"/>
    <xsl:variable name="scholen" select="$feiten[starts-with(@id, 'school.') or starts-with(@id, 'so.') or starts-with(@id, 'bestuur.')]"/>
    <xsl:variable name="geld" select="$feiten[@eenheid = 'EUR' or starts-with(@id, 'afwijking') or starts-with(@id, 'onderuitputting')][not(starts-with(@id, 'school.') or starts-with(@id, 'bestuur.'))]"/>
    <xsl:variable name="studenten" select="$feiten[starts-with(@id, 'studenten.') or starts-with(@id, 'leerlingen.') or starts-with(@id, 'streefaantal.') or starts-with(@id, 'eerstejaars.')]"/>
    <table summary="Cijfers die zijn veranderd: {$toen}, {$nu} en het verschil">
      <column width="1*" align="left"/><column width="auto" align="right"/><column width="auto" align="right"/><column width="auto" align="right"/>
      <head><row><cell header="yes">Cijfer</cell><cell header="yes" align="right"><xsl:value-of select="$toen"/></cell><cell header="yes" align="right"><xsl:value-of select="$nu"/></cell><cell header="yes" align="right">Verschil</cell></row></head>
      <xsl:call-template name="feitengroep"><xsl:with-param name="w" select="$w"/><xsl:with-param name="naam" select="'Studenten'"/><xsl:with-param name="feiten" select="$studenten"/></xsl:call-template>
      <xsl:call-template name="feitengroep"><xsl:with-param name="w" select="$w"/><xsl:with-param name="naam" select="'Geld'"/><xsl:with-param name="feiten" select="$geld"/></xsl:call-template>
      <xsl:call-template name="feitengroep"><xsl:with-param name="w" select="$w"/><xsl:with-param name="naam" select="'Per school en bestuur'"/><xsl:with-param name="feiten" select="$scholen"/></xsl:call-template>
      <xsl:call-template name="feitengroep"><xsl:with-param name="w" select="$w"/><xsl:with-param name="naam" select="'Overige cijfers'"/><xsl:with-param name="feiten" select="$feiten[count(. | $studenten | $geld | $scholen) &gt; count($studenten | $geld | $scholen)]"/></xsl:call-template>
    </table>
  </xsl:template>
  <xsl:template name="feitengroep">
    <xsl:param name="w"/><xsl:param name="naam"/><xsl:param name="feiten"/>
    <xsl:if test="$feiten">
      <body group="{$naam}">
        <xsl:for-each select="$feiten">
          <xsl:variable name="oud" select="concat(@id, '@', $w/@achtervoegsel)"/>
          <xsl:variable name="verschil">verandering.<xsl:value-of select="@id"/><xsl:if test="$w/@achtervoegsel = 'vorige-versie'">@vorige-versie</xsl:if></xsl:variable>
          <row>
            <cell><xsl:value-of select="@label"/><xsl:if test="@eenheid = '%'"> (%)</xsl:if></cell>
            <xsl:choose>
              <xsl:when test="@soort = 'nieuw'"><cell align="right">–</cell></xsl:when>
              <xsl:otherwise><xsl:call-template name="feitcel"><xsl:with-param name="feit" select="$oud"/></xsl:call-template></xsl:otherwise>
            </xsl:choose>
            <xsl:choose>
              <xsl:when test="@soort = 'vervallen'"><cell align="right">vervallen</cell></xsl:when>
              <xsl:otherwise><xsl:call-template name="feitcel"><xsl:with-param name="feit" select="@id"/></xsl:call-template></xsl:otherwise>
            </xsl:choose>
            <cell align="right">
              <xsl:choose>
                <xsl:when test="f:bestaat($verschil)"><number fact="{$verschil}" as="signed"/></xsl:when>
                <xsl:when test="@soort = 'nieuw'">nieuw</xsl:when>
              </xsl:choose>
            </cell>
          </row>
        </xsl:for-each>
      </body>
    </xsl:if>
  </xsl:template>

  <!-- ============ gegevens ============ -->
  <xsl:template name="gegevens">
    <xsl:param name="titel"/><xsl:param name="groepen"/>
    <xsl:if test="$groepen">
      <heading level="3" style="h3" toc="no" outline="no"><xsl:value-of select="$titel"/></heading>
      <table style="text" summary="{$titel}: wat er is veranderd">
        <column width="auto" align="left"/><column width="auto" align="left"/><column width="auto" align="left"/><column width="auto" align="left"/>
        <head><row><cell header="yes">Wat</cell><cell header="yes">Gegeven</cell><cell header="yes">Was</cell><cell header="yes">Is nu</cell></row></head>
        <xsl:for-each select="$groepen">
          <body>
            <xsl:if test="count($groepen) &gt; 1"><xsl:attribute name="group"><xsl:call-template name="deelnaam"/></xsl:attribute></xsl:if>
            <xsl:apply-templates select="j:ding" mode="pakket"/>
          </body>
        </xsl:for-each>
      </table>
    </xsl:if>
  </xsl:template>
  <!-- "personele-inzet" als "Personele inzet" -->
  <xsl:template name="deelnaam">
    <xsl:variable name="woorden"><xsl:choose><xsl:when test="@naam = 'jaarverslag'">document</xsl:when><xsl:when test="@naam = 'themas'">thema’s</xsl:when><xsl:otherwise><xsl:value-of select="translate(@naam, '-', ' ')"/></xsl:otherwise></xsl:choose></xsl:variable>
    <xsl:value-of select="concat(translate(substring($woorden, 1, 1), 'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'), substring($woorden, 2))"/>
  </xsl:template>
  <xsl:template match="j:ding" mode="pakket">
    <xsl:variable name="naam">
      <xsl:value-of select="@naam"/><xsl:if test="@in"> (<xsl:value-of select="translate(@in, '-', ' ')"/>)</xsl:if>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="@soort = 'gewijzigd'">
        <xsl:for-each select="j:kenmerk">
          <row>
            <cell><xsl:if test="position() = 1"><xsl:value-of select="$naam"/></xsl:if></cell>
            <cell><xsl:value-of select="translate(@naam, '-', ' ')"/></cell>
            <cell><xsl:call-template name="waarde"><xsl:with-param name="w" select="@oud"/></xsl:call-template></cell>
            <cell><xsl:call-template name="waarde"><xsl:with-param name="w" select="@nieuw"/></xsl:call-template></cell>
          </row>
        </xsl:for-each>
      </xsl:when>
      <xsl:otherwise>
        <row>
          <cell><xsl:value-of select="$naam"/></cell>
          <cell colspan="3">
            <strong><xsl:value-of select="@soort"/></strong>
            <xsl:for-each select="j:kenmerk"><xsl:if test="position() = 1">: </xsl:if><xsl:if test="position() &gt; 1">, </xsl:if><xsl:value-of select="translate(@naam, '-', ' ')"/>&#160;<xsl:call-template name="waarde"><xsl:with-param name="w" select="@nieuw"/></xsl:call-template></xsl:for-each>
          </cell>
        </row>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <!-- waarden van de invoer, zoals de lezer ze kent: een bedrag in euro’s, en een jaartal is geen aantal -->
  <xsl:template name="waarde">
    <xsl:param name="w"/><xsl:param name="naam" select="@naam"/>
    <xsl:choose>
      <xsl:when test="not($w)">–</xsl:when>
      <xsl:when test="string-length($w) = 10 and translate($w, '0123456789', '') = '--'"><xsl:value-of select="f:datum($w)"/></xsl:when>
      <xsl:when test="contains($naam, 'bedrag') or contains($naam, 'tarief')"><xsl:value-of select="f:getal($w, 'euro')"/></xsl:when>
      <xsl:when test="contains($naam, 'jaar') and not(contains($naam, 'taak'))"><xsl:value-of select="$w"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="f:getal($w)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- ============ teksten ============ -->
  <xsl:template match="j:tekst" mode="pakket">
    <section>
      <heading level="4" style="h4" toc="no" outline="no">
        <xsl:value-of select="@titel"/>
        <xsl:choose>
          <xsl:when test="@soort = 'nieuw'"> · nieuw</xsl:when>
          <xsl:when test="@soort = 'vervallen'"> · vervallen</xsl:when>
          <xsl:when test="@soort = 'verplaatst'"> · verplaatst</xsl:when>
        </xsl:choose>
      </heading>
      <para style="note" keep-next="yes">
        <xsl:call-template name="waar"/>
        <xsl:for-each select="j:kenmerk">
          <xsl:value-of select="concat('; ', translate(@naam, '-', ' '))"/>
          <xsl:if test="@oud"><xsl:value-of select="concat(' was ‘', @oud, '’')"/></xsl:if>
          <xsl:if test="@oud and @nieuw"> en</xsl:if>
          <xsl:if test="@nieuw"><xsl:value-of select="concat(' is nu ‘', @nieuw, '’')"/></xsl:if>
        </xsl:for-each>
        <xsl:text>.</xsl:text>
      </para>
      <xsl:choose>
        <xsl:when test="(@soort = 'nieuw' or @soort = 'vervallen') and count(j:blok) &gt; 6">
          <para style="small"><xsl:value-of select="count(j:blok)"/> alinea’s en andere tekstblokken.</para>
        </xsl:when>
        <xsl:otherwise><xsl:apply-templates select="j:blok" mode="pakket"/></xsl:otherwise>
      </xsl:choose>
    </section>
  </xsl:template>
  <!-- waar de tekst staat: in welk hoofdstuk, en op welke bladzijde van dit pakket -->
  <xsl:template name="waar">
    <xsl:variable name="wat">
      <xsl:choose>
        <xsl:when test="@wat = 'paragraaf' or @wat = 'subparagraaf'">Paragraaf</xsl:when><xsl:when test="@wat = 'hoofdstuk'">Hoofdstuk</xsl:when><xsl:when test="@wat = 'bijlage'">Bijlage</xsl:when>
        <xsl:when test="@wat = 'besluit'">Gevraagd besluit</xsl:when><xsl:when test="@wat = 'risico'">Risico</xsl:when><xsl:when test="@wat = 'stuurgroep'">Vergaderstuk</xsl:when><xsl:when test="@wat = 'voorwoord' or @wat = 'samenvatting'">Voorwerk</xsl:when><xsl:otherwise>Deel</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:value-of select="$wat"/>
    <xsl:if test="@in"> in ‘<xsl:value-of select="@in"/>’</xsl:if>
    <xsl:if test="@in-oud">, eerder in ‘<xsl:value-of select="@in-oud"/>’</xsl:if>
    <xsl:variable name="deel" select="@wat"/><xsl:variable name="sleutel" select="@sleutel"/>
    <xsl:variable name="doel">
      <xsl:choose>
        <xsl:when test="@soort = 'vervallen'"/>
        <xsl:when test="@wat = 'besluit'">pakket-besluit-<xsl:value-of select="@sleutel"/></xsl:when>
        <xsl:when test="@wat = 'risico'">pakket-risicos</xsl:when>
        <xsl:when test="@wat = 'stuurgroep'">pakket-brief</xsl:when>
        <!-- alleen wat het verslag zelf laat zien, staat in dit pakket -->
        <xsl:when test="$invoer/*[self::j:voorwoord or self::j:samenvatting or self::j:hoofdstuk or self::j:bijlage]/descendant-or-self::*[local-name() = $deel and @sleutel = $sleutel]"><xsl:value-of select="@sleutel"/></xsl:when>
        <xsl:when test="not(@sleutel) and not(@in) and (@wat = 'voorwoord' or @wat = 'samenvatting')"><xsl:value-of select="@wat"/></xsl:when>
      </xsl:choose>
    </xsl:variable>
    <xsl:if test="$doel != ''"> (bladzijde <ref to="{$doel}" show="page"/>)</xsl:if>
  </xsl:template>
  <xsl:template match="j:blok" mode="pakket">
    <para style="small">
      <xsl:choose>
        <xsl:when test="@soort = 'verplaatst'"><em>verplaatst: </em><xsl:value-of select="j:gelijk"/></xsl:when>
        <xsl:otherwise><xsl:apply-templates mode="pakket"/></xsl:otherwise>
      </xsl:choose>
    </para>
  </xsl:template>
  <xsl:template match="j:gelijk" mode="pakket"><xsl:value-of select="."/></xsl:template>
  <xsl:template match="j:weg" mode="pakket"><span style="deleted" alt="vervallen: {.}"><xsl:value-of select="."/></span><xsl:if test="following-sibling::*[1][self::j:bij] and substring(., string-length(.)) != ' '"><xsl:text> </xsl:text></xsl:if></xsl:template>
  <xsl:template match="j:bij" mode="pakket"><span style="inserted" alt="nieuw: {.}"><xsl:value-of select="."/></span></xsl:template>

  <!-- tussen twee jaren is bijna elke zin anders: dan telt welke delen kwamen, gingen of van plaats veranderden -->
  <xsl:template name="sectietabel">
    <xsl:param name="teksten"/>
    <table style="text" summary="Delen van de tekst die nieuw, vervallen, verplaatst of gewijzigd zijn">
      <column width="2*" align="left"/><column width="1.4*" align="left"/><column width="auto" align="left"/><column width="auto" align="right"/>
      <head><row><cell header="yes">Deel</cell><cell header="yes">In</cell><cell header="yes">Wat</cell><cell header="yes" align="right">Gewijzigde blokken</cell></row></head>
      <body>
        <xsl:for-each select="$teksten">
          <row><cell><xsl:value-of select="@titel"/></cell><cell><xsl:value-of select="@in"/></cell><cell><xsl:value-of select="@soort"/></cell><cell align="right"><xsl:value-of select="concat(count(j:blok), ' van ', @blokken)"/></cell></row>
        </xsl:for-each>
      </body>
    </table>
  </xsl:template>
</xsl:stylesheet>
