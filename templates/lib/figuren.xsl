<?xml version="1.0" encoding="UTF-8"?>
<!-- Figuren uit gegevens: tabellen, grafieken en schema's. figuur/@soort kiest; elk getal is een feit.
     Een figuur waarvan de gegevens er niet zijn, bestaat niet: geen lege tabellen, geen nullen. Wat een
     soort nodig heeft en welke vormen zij heeft, zegt <f:figuur>; ‘check’ noemt de figuren die hun gegevens missen.
     Een eigen soort is een eigen <f:figuur>, een <xsl:template match="j:figuur[@soort = 'eigen']" mode="inhoud">, en
     een met mode="beschrijving" voor wie haar niet ziet. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:nl:jaarverslag:document"
  xmlns:j="urn:nl:jaarverslag:1" xmlns:f="urn:nl:jaarverslag:functies"
  xmlns:d="urn:nl:jaarverslag:document" xmlns:exsl="http://exslt.org/common"
  xmlns:str="http://exslt.org/strings" exclude-result-prefixes="j f d exsl str">
  <xsl:import href="figuren-bijlagen.xsl"/>
  <xsl:import href="figuren-rollen.xsl"/>
  <xsl:import href="formulier.xsl"/>
  <xsl:import href="gegevens.xsl"/>
  <xsl:import href="jaren.xsl"/>
  <!-- opgenomen, niet geïmporteerd: hun noten gaan voor die van elke figuur -->
  <xsl:include href="figuren-geld.xsl"/>
  <xsl:include href="figuren-gegevens.xsl"/>
  <xsl:include href="figuren-studenten.xsl"/>

  <xsl:variable name="invoer" select="/j:jaarverslag"/>
  <xsl:variable name="p" select="$invoer/j:partnerschap"/>
  <xsl:key name="persoon" match="j:persoon" use="@sleutel"/>

  <!-- ============ bouwstenen ============ -->
  <f:figuur soort="jaren" jaren="ja" vormen="tabel lijn veelvouden" lijnen="lijn veelvouden">De feiten van feiten= over de schooljaren.</f:figuur>
  <f:figuur soort="ontwikkelteams" onderdeel="ontwikkelteams" ding="team" vormen="tabel">Wie in welk team zitten.</f:figuur>
  <f:figuur soort="bijeenkomsten" onderdeel="bijeenkomsten" ding="bijeenkomst" met="onderwerp" vormen="tabel">Bijeenkomsten en hun onderwerpen.</f:figuur>
  <f:figuur soort="themaboom" onderdeel="themas" ding="thema">De thema’s van de professionalisering.</f:figuur>
  <f:figuur soort="personele-inzet" onderdeel="personele-inzet" ding="orgaan" vormen="tabel">Wie wat doet, en wat het kost.</f:figuur>

  <!-- De korte naam van bestuur, instituut, niveau, school of locatie. -->
  <xsl:template name="kort">
    <xsl:param name="ding" select="."/>
    <xsl:choose>
      <xsl:when test="$ding/@kort"><xsl:value-of select="$ding/@kort"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$ding/@naam"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Een cel met een feit; leeg als het feit er niet is, "?" als het onbekend is. -->
  <xsl:template name="feitcel">
    <xsl:param name="feit"/>
    <xsl:param name="als" select="'plain'"/>
    <cell align="right">
      <xsl:if test="f:bestaat($feit)"><number fact="{$feit}" as="{$als}"/></xsl:if>
    </cell>
  </xsl:template>

  <xsl:template name="kopcel">
    <xsl:param name="tekst"/>
    <xsl:param name="uit" select="'right'"/>
    <xsl:param name="kolommen" select="1"/>
    <cell header="yes" align="{$uit}">
      <xsl:if test="$kolommen &gt; 1"><xsl:attribute name="colspan"><xsl:value-of select="$kolommen"/></xsl:attribute></xsl:if>
      <xsl:value-of select="$tekst"/>
    </cell>
  </xsl:template>

  <!-- ============ keuze ============ -->
  <xsl:template match="j:figuur">
    <xsl:if test="f:toonbaar(.)">
      <figure place="{f:plaats(.)}" keep="yes">
        <!-- grote figuren mogen naar de kop van de volgende bladzijde; de tekst loopt door -->
        <xsl:if test="not(ancestor::j:naast or ancestor::j:bijlage)"><xsl:attribute name="placement">float</xsl:attribute></xsl:if>
        <xsl:call-template name="figuurkop"/>
        <xsl:if test="@breedte"><xsl:attribute name="width"><xsl:value-of select="@breedte"/></xsl:attribute></xsl:if>
        <xsl:if test="@hoogte"><xsl:attribute name="height"><xsl:value-of select="@hoogte"/></xsl:attribute></xsl:if>
        <xsl:if test="not(@alt)"><xsl:attribute name="alt"><xsl:call-template name="beschrijving"/></xsl:attribute></xsl:if>
        <xsl:variable name="inhoud"><xsl:apply-templates select="." mode="inhoud"/></xsl:variable>
        <xsl:copy-of select="$inhoud"/>
        <xsl:if test="@tabel = 'ja'">
          <xsl:apply-templates select="exsl:node-set($inhoud)/d:chart" mode="gegevens"><xsl:with-param name="samenvatting" select="concat('Gegevens: ', normalize-space(j:bijschrift))"/></xsl:apply-templates>
        </xsl:if>
        <xsl:call-template name="figuurvoet"/>
        <xsl:apply-templates select="." mode="noten"/>
      </figure>
      <xsl:apply-templates select="." mode="erna"/>
    </xsl:if>
  </xsl:template>
  <xsl:template match="j:figuur" mode="noten"/>
  <!-- Wat bij een figuur hoort en te lang is voor haar beschrijving. -->
  <xsl:template match="j:figuur" mode="erna"/>
  <!-- Van wanneer eigen gegevens zijn, en waar zij vandaan komen. -->
  <xsl:template match="j:figuur[@soort = 'gegevens']" mode="noten">
    <xsl:for-each select="$invoer/j:eigen-gegevens/j:gegevens[not(current()/@over) or contains(concat(' ', normalize-space(current()/@over), ' '), concat(' ', @sleutel, ' '))][@peildatum or @herkomst]">
      <note>
        <xsl:if test="last() &gt; 1"><xsl:value-of select="concat(@naam, ': ')"/></xsl:if>
        <xsl:value-of select="@herkomst"/><xsl:if test="@herkomst and @peildatum">, </xsl:if><xsl:if test="@peildatum"><xsl:value-of select="concat('peildatum ', f:datum(@peildatum))"/></xsl:if>
      </note>
    </xsl:for-each>
  </xsl:template>
  <!-- Wie is gevraagd, en wanneer. -->
  <xsl:template match="j:figuur[@soort = 'enquete']" mode="noten">
    <xsl:for-each select="$invoer/j:enquetes/j:enquete[not(current()/@over) or contains(concat(' ', normalize-space(current()/@over), ' '), concat(' ', @sleutel, ' '))][@doelgroep or @datum]">
      <note><xsl:value-of select="concat(@naam, ': ', @doelgroep)"/><xsl:if test="@doelgroep and @datum">, </xsl:if><xsl:if test="@datum"><xsl:value-of select="f:datum(@datum)"/></xsl:if></note>
    </xsl:for-each>
  </xsl:template>

  <!-- ============ meer schooljaren (jaren.xsl) ============ -->
  <xsl:template match="j:figuur[@soort = 'jaren']" mode="inhoud">
    <xsl:choose>
      <xsl:when test="@vorm = 'lijn'"><xsl:call-template name="jaren-grafiek"><xsl:with-param name="feiten" select="string(@feiten)"/></xsl:call-template></xsl:when>
      <xsl:when test="@vorm = 'veelvouden'"><xsl:call-template name="jaren-grafiek"><xsl:with-param name="feiten" select="string(@feiten)"/><xsl:with-param name="soort" select="'multiples'"/></xsl:call-template></xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="jaren-tabel"><xsl:with-param name="feiten" select="string(@feiten)"/><xsl:with-param name="samenvatting" select="normalize-space(j:bijschrift)"/></xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="j:figuur[@soort = 'jaren']" mode="noten">
  </xsl:template>

  <!-- Wat een figuur toont, voor wie hem niet ziet: het bijschrift en de waarden. -->
  <xsl:template name="beschrijving"><xsl:value-of select="normalize-space(j:bijschrift)"/><xsl:apply-templates select="." mode="beschrijving"/></xsl:template>
  <xsl:template match="j:figuur" mode="beschrijving"/>
  <xsl:template match="j:figuur[@soort = 'aandeel-per-partner']" mode="beschrijving">
    <xsl:text>: </xsl:text>
    <xsl:for-each select="$p/j:instituut[f:bestaat(concat('studenten.instituut.', @sleutel, '.aandeel'))]">
      <xsl:if test="position() &gt; 1">, </xsl:if>
      <xsl:call-template name="kort"/><xsl:text> </xsl:text><xsl:value-of select="f:tekst(concat('studenten.instituut.', @sleutel, '.aandeel'))"/>
    </xsl:for-each>
  </xsl:template>
  <xsl:template match="j:figuur[@soort = 'aandeel-per-niveau']" mode="beschrijving">
    <xsl:variable name="groep" select="@groep"/>
    <xsl:text>: </xsl:text>
    <xsl:variable name="deel" select="concat(substring('.groeps', 1, 7 * boolean($groep)), substring('.aandeel', 1 + boolean($groep)))"/>
    <xsl:for-each select="$p/j:niveau[(not($groep) or @groep = $groep) and f:bestaat(concat('studenten.niveau.', @sleutel, $deel))]">
      <xsl:if test="position() &gt; 1">, </xsl:if>
      <xsl:call-template name="kort"/><xsl:text> </xsl:text><xsl:value-of select="f:tekst(concat('studenten.niveau.', @sleutel, $deel))"/>
    </xsl:for-each>
  </xsl:template>
  <xsl:template match="j:figuur[@soort = 'jaren'][@vorm = 'lijn' or @vorm = 'veelvouden']" mode="beschrijving">
    <xsl:for-each select="str:tokenize(@feiten)">
      <xsl:variable name="feit" select="string(.)"/>
      <xsl:text>; </xsl:text><xsl:call-template name="jaren-naam"><xsl:with-param name="feit" select="$feit"/></xsl:call-template>
      <xsl:for-each select="f:jaren($feit)"><xsl:value-of select="concat(', ', ., ': ', f:tekst(f:in-jaar($feit, .)))"/></xsl:for-each>
    </xsl:for-each>
  </xsl:template>
  <xsl:template match="j:figuur[@soort = 'themaboom']" mode="beschrijving">
    <xsl:text>: </xsl:text>
    <xsl:for-each select="$invoer/j:themas/j:thema"><xsl:if test="position() &gt; 1">; </xsl:if><xsl:value-of select="concat(@nummer, ' ', @naam)"/></xsl:for-each>
  </xsl:template>
  <xsl:template match="j:figuur[@soort = 'organogram']" mode="beschrijving">
    <xsl:text>: </xsl:text>
    <xsl:for-each select="$invoer/j:organogram/j:eenheid">
      <xsl:if test="position() &gt; 1">; </xsl:if><xsl:value-of select="@naam"/>
      <xsl:variable name="boven" select="../j:eenheid[@sleutel = current()/@onder]"/>
      <xsl:if test="$boven"><xsl:value-of select="concat(' onder ', $boven/@naam)"/></xsl:if>
    </xsl:for-each>
  </xsl:template>
  <xsl:template match="j:figuur[@soort = 'niveaus']" mode="beschrijving">
    <xsl:for-each select="$invoer/j:schemas/j:niveauschema[not(current()/@over) or contains(concat(' ', normalize-space(current()/@over), ' '), concat(' ', @sleutel, ' '))]/j:laag">
      <xsl:value-of select="concat('; ', @naam, ': ')"/>
      <xsl:for-each select="j:onderdeel"><xsl:if test="position() &gt; 1">, </xsl:if><xsl:value-of select="normalize-space(.)"/></xsl:for-each>
    </xsl:for-each>
  </xsl:template>
  <xsl:template match="j:figuur[@soort = 'ontwikkellijn']" mode="beschrijving">
    <xsl:for-each select="$invoer/j:schemas/j:ontwikkellijn[not(current()/@over) or contains(concat(' ', normalize-space(current()/@over), ' '), concat(' ', @sleutel, ' '))]/j:baan">
      <xsl:value-of select="concat('; ', @naam, ': ')"/>
      <xsl:for-each select="j:stap">
        <xsl:if test="position() &gt; 1">, dan </xsl:if><xsl:value-of select="@naam"/>
        <xsl:for-each select="j:keuze"><xsl:if test="position() &gt; 1"> of </xsl:if><xsl:value-of select="@naam"/></xsl:for-each>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:template>
  <xsl:template match="j:figuur[@soort = 'uren-per-rol']" mode="beschrijving">
    <xsl:text>: </xsl:text>
    <xsl:for-each select="$invoer/j:urenspecificaties/j:urenspecificatie[f:bestaat(concat('uren.', @sleutel, '.totaal'))]">
      <xsl:if test="position() &gt; 1">, </xsl:if><xsl:value-of select="concat(@naam, ' ', f:tekst(concat('uren.', @sleutel, '.totaal')), ' uur')"/>
    </xsl:for-each>
  </xsl:template>
  <!-- Een korte planning staat in de beschrijving; van een lange staan de datums eronder op een rij, waar ook wie haar niet ziet
       ze een voor een leest. -->
  <xsl:variable name="planning">
    <xsl:for-each select="/j:jaarverslag/j:jaarplanning/j:reeks/j:activiteit">
      <xsl:if test="position() &gt; 1">; </xsl:if><xsl:value-of select="concat(../@naam, ', ', @naam, ': ')"/><xsl:call-template name="wanneer"/>
    </xsl:for-each>
  </xsl:variable>
  <xsl:variable name="lange-planning" select="string-length($planning) &gt; 800"/>
  <xsl:template name="wanneer">
    <xsl:value-of select="f:datum(@van)"/><xsl:if test="@tot"><xsl:value-of select="concat(' tot en met ', f:datum(@tot))"/></xsl:if>
  </xsl:template>
  <xsl:template match="j:figuur[@soort = 'jaarplanning']" mode="beschrijving">
    <xsl:choose>
      <xsl:when test="$lange-planning"><xsl:value-of select="concat(': ', count($invoer/j:jaarplanning/j:reeks/j:activiteit), ' activiteiten in ', count($invoer/j:jaarplanning/j:reeks), ' reeksen, getekend over de maanden van het schooljaar. De datums staan eronder op een rij.')"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="concat(': ', $planning)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="j:figuur[@soort = 'jaarplanning'][not(ancestor::j:naast)]" mode="erna">
    <xsl:if test="$lange-planning">
      <section title="De datums op een rij">
        <para style="small" keep-next="yes"><strong>De datums op een rij</strong></para>
        <columns count="{3 + boolean(ancestor::j:bijlage)}" gap="10pt">
          <xsl:for-each select="$invoer/j:jaarplanning/j:reeks[j:activiteit]">
            <para style="small" keep-next="yes"><strong><xsl:value-of select="@naam"/></strong></para>
            <list kind="none" tight="yes">
              <xsl:for-each select="j:activiteit"><item><para style="note"><xsl:value-of select="concat(@naam, ': ')"/><xsl:call-template name="wanneer"/></para></item></xsl:for-each>
            </list>
          </xsl:for-each>
        </columns>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- ============ ontwikkelteams (figuur 2) ============ -->
  <xsl:template match="j:figuur[@soort = 'ontwikkelteams']" mode="inhoud">
    <table style="text" summary="{normalize-space(j:bijschrift)}">
      <column width="auto" align="left"/><column width="auto" align="left"/><column width="auto" align="left"/><column width="auto" align="left"/>
      <head><row><cell header="yes">Naam</cell><cell header="yes">Partner</cell><cell header="yes">School</cell><cell header="yes">Functie of rol</cell></row></head>
      <xsl:for-each select="$invoer/j:ontwikkelteams/j:team">
        <body group="{@naam}">
          <xsl:for-each select="j:lid">
            <xsl:variable name="wie" select="key('persoon', @persoon)"/>
            <row>
              <cell><xsl:value-of select="$wie/@naam"/><xsl:value-of select="@teken"/></cell>
              <cell><xsl:call-template name="kort"><xsl:with-param name="ding" select="($p/j:bestuur | $p/j:instituut)[@sleutel = $wie/@werkgever]"/></xsl:call-template></cell>
              <cell><xsl:call-template name="werkplek"/></cell>
              <cell><xsl:value-of select="@functie"/></cell>
            </row>
          </xsl:for-each>
        </body>
      </xsl:for-each>
    </table>
  </xsl:template>
  <xsl:template name="werkplek">
    <xsl:choose>
      <xsl:when test="@locatie"><xsl:value-of select="$p/j:locatie[@sleutel = current()/@locatie]/@naam"/></xsl:when>
      <xsl:when test="@school"><xsl:call-template name="kort"><xsl:with-param name="ding" select="$p/j:school[@sleutel = current()/@school]"/></xsl:call-template></xsl:when>
      <xsl:otherwise><xsl:value-of select="@waar"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <!-- Opmerkingen bij de gegevens staan onder de figuur, tenzij de figuur zelf noten heeft. -->
  <xsl:template match="j:figuur[@soort = 'ontwikkelteams'][not(j:noot)]" mode="noten">
    <xsl:for-each select="$invoer/j:ontwikkelteams/j:team/j:opmerking"><note mark="{@teken}"><xsl:value-of select="."/></note></xsl:for-each>
  </xsl:template>

  <!-- ============ bijeenkomsten (figuur 3) ============ -->
  <xsl:template match="j:figuur[@soort = 'bijeenkomsten']" mode="inhoud">
    <xsl:variable name="over" select="@over"/>
    <table style="text" summary="{normalize-space(j:bijschrift)}">
      <column width="1.2*" align="left"/><column width="2*" align="left"/><column width="2*" align="left"/>
      <head><row><cell header="yes">Bijeenkomst</cell><cell header="yes">Thema’s</cell><cell header="yes">Data</cell></row></head>
      <body>
        <xsl:for-each select="$invoer/j:bijeenkomsten/j:bijeenkomst[j:onderwerp or j:moment][not($over) or @soort = $over or @sleutel = $over]">
          <row>
            <cell header="yes" align="left"><xsl:value-of select="@naam"/><xsl:if test="@vorm"><xsl:value-of select="concat(' (', @vorm, ')')"/></xsl:if></cell>
            <cell><xsl:for-each select="j:onderwerp"><xsl:if test="position() &gt; 1"><br/></xsl:if><xsl:value-of select="normalize-space()"/></xsl:for-each></cell>
            <cell><xsl:for-each select="j:moment"><xsl:if test="position() &gt; 1"><br/></xsl:if><xsl:value-of select="f:datum(@datum)"/><xsl:if test="@van"><xsl:value-of select="concat(', ', @van)"/><xsl:if test="@tot">–<xsl:value-of select="@tot"/></xsl:if><xsl:text> uur</xsl:text></xsl:if><xsl:if test="@plaats"><xsl:value-of select="concat(', ', @plaats)"/></xsl:if><xsl:if test="@doelgroep"><xsl:value-of select="concat(' (', @doelgroep, ')')"/></xsl:if></xsl:for-each></cell>
          </row>
        </xsl:for-each>
      </body>
    </table>
  </xsl:template>

  <!-- ============ themaboom (figuur 4) ============ -->
  <xsl:template match="j:figuur[@soort = 'themaboom']" mode="inhoud">
    <tree>
      <xsl:variable name="stam"><xsl:choose><xsl:when test="$invoer/j:themas/@naam"><xsl:value-of select="$invoer/j:themas/@naam"/></xsl:when><xsl:otherwise>Thema’s</xsl:otherwise></xsl:choose></xsl:variable>
      <unit label="{$stam}">
        <xsl:for-each select="$invoer/j:themas/j:thema[not(@groep)]"><unit label="{@nummer} {@naam}"/></xsl:for-each>
        <xsl:for-each select="$invoer/j:themas/j:thema[@groep][not(@groep = preceding-sibling::j:thema/@groep)]">
          <unit label="{@groep}">
            <xsl:for-each select="../j:thema[@groep = current()/@groep]"><unit label="{@nummer} {@naam}"/></xsl:for-each>
          </unit>
        </xsl:for-each>
      </unit>
    </tree>
  </xsl:template>

  <!-- ============ personele inzet (figuur 6) ============ -->
  <xsl:template match="j:figuur[@soort = 'personele-inzet']" mode="inhoud">
    <xsl:variable name="organen" select="$invoer/j:personele-inzet/j:orgaan"/>
    <table style="text" summary="{normalize-space(j:bijschrift)}">
      <column width="auto" align="left"/>
      <xsl:for-each select="$organen"><column width="auto" align="left"/></xsl:for-each>
      <head><row><cell header="yes">Partner</cell><xsl:for-each select="$organen"><cell header="yes"><xsl:value-of select="@naam"/></cell></xsl:for-each></row></head>
      <body>
        <xsl:for-each select="($p/j:bestuur | $p/j:instituut)[@sleutel = key('persoon', $organen/j:lid/@persoon)/@werkgever]">
          <xsl:variable name="werkgever" select="@sleutel"/>
          <row>
            <cell header="yes" align="left"><xsl:call-template name="kort"/></cell>
            <xsl:for-each select="$organen">
              <xsl:variable name="orgaan" select="."/>
              <cell>
                <xsl:for-each select="j:lid[key('persoon', @persoon)/@werkgever = $werkgever][not(@vervangt)]">
                  <xsl:if test="position() &gt; 1"><br/></xsl:if>
                  <xsl:value-of select="key('persoon', @persoon)/@naam"/><xsl:value-of select="@teken"/>
                  <xsl:for-each select="$orgaan/j:lid[@vervangt = current()/@persoon]"><xsl:value-of select="concat(' / ', key('persoon', @persoon)/@naam, @teken)"/></xsl:for-each>
                </xsl:for-each>
              </cell>
            </xsl:for-each>
          </row>
        </xsl:for-each>
      </body>
    </table>
  </xsl:template>
  <xsl:template match="j:figuur[@soort = 'personele-inzet'][not(j:noot)]" mode="noten">
    <xsl:for-each select="$invoer/j:personele-inzet/j:orgaan/j:opmerking"><note mark="{@teken}"><xsl:value-of select="."/></note></xsl:for-each>
  </xsl:template>

</xsl:stylesheet>
