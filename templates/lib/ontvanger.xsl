<?xml version="1.0" encoding="UTF-8"?>
<!-- Wat de documenten voor één ontvanger delen: kop, vergelijking, uren van een schoolopleider, mensen, aandachtspunten.
     De invoer bevat hier alleen wat van de ontvanger is; elk getal is een feit. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:nl:jaarverslag:document"
  xmlns:j="urn:nl:jaarverslag:1" xmlns:f="urn:nl:jaarverslag:functies" exclude-result-prefixes="j f">
  <xsl:import href="verhaal.xsl"/>
  <xsl:import href="delen.xsl"/>
  <xsl:import href="figuren.xsl"/>
  <xsl:param name="voor"/>

  <!-- Is er over deze ontvanger iets te melden? Namen alleen, en hoeveel locaties het zijn, maken geen document. -->
  <xsl:template name="iets-te-melden">
    <xsl:if test="not(f:feiten()[starts-with(@id, 'school.') or starts-with(@id, 'so.') or starts-with(@id, 'bestuur.') and not(substring(@id, string-length(@id) - 8) = '.locaties')] or $invoer/j:ontvangers/j:ontvanger/* or $invoer/j:personen/j:persoon)">
      <xsl:call-template name="niets"><xsl:with-param name="onderdeel" select="'leerlingen, studenten, uren of bedragen voor deze ontvanger'"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- De kop: van wie, voor wie, over welk jaar. -->
  <xsl:template name="ontvangerkop">
    <xsl:param name="ding"/>
    <xsl:param name="vraag"/>
    <para style="divider-kicker"><xsl:value-of select="concat($naam, ' · ', $jaar)"/></para>
    <xsl:variable name="bestuur" select="$p/j:bestuur[@sleutel = $ding/@bestuur or @sleutel = $p/j:school[@sleutel = $ding/@school]/@bestuur]"/>
    <heading level="1" style="divider-title" toc="no" short="{$naam}"><xsl:value-of select="$ding/@naam"/></heading>
    <!-- twee scholen kunnen één naam hebben: het bestuur zegt welke dit is -->
    <xsl:if test="$bestuur"><para style="divider-text" keep-next="yes"><xsl:value-of select="$bestuur[1]/@naam"/></para></xsl:if>
    <para style="chapter-question"><xsl:value-of select="$vraag"/></para>
  </xsl:template>

  <xsl:template name="kop2">
    <xsl:param name="tekst"/>
    <heading level="2" style="h2" toc="no"><xsl:value-of select="$tekst"/></heading>
  </xsl:template>

  <!-- Een rij met een feit en zijn waarden in eerdere jaren. -->
  <xsl:template name="jaarrij">
    <xsl:param name="naam"/><xsl:param name="feit"/><xsl:param name="als" select="'plain'"/><xsl:param name="rol" select="'normal'"/>
    <xsl:if test="f:bestaat($feit)">
      <row role="{$rol}">
        <cell><xsl:value-of select="$naam"/></cell>
        <xsl:call-template name="feitcel"><xsl:with-param name="feit" select="$feit"/><xsl:with-param name="als" select="$als"/></xsl:call-template>
        <xsl:for-each select="$invoer/j:vorige-jaren/j:vorig-jaar">
          <xsl:sort select="@schooljaar" order="descending"/>
          <xsl:call-template name="feitcel"><xsl:with-param name="feit" select="concat($feit, '@', @schooljaar)"/><xsl:with-param name="als" select="$als"/></xsl:call-template>
        </xsl:for-each>
      </row>
    </xsl:if>
  </xsl:template>
  <xsl:template name="jaartabel">
    <xsl:param name="s"/><xsl:param name="eerstejaars"/>
    <table style="text" summary="Aantallen en streefaantal, per schooljaar">
      <column width="1*" align="left"/><column width="auto" align="right"/>
      <xsl:for-each select="$invoer/j:vorige-jaren/j:vorig-jaar"><column width="auto" align="right"/></xsl:for-each>
      <head>
        <row>
          <cell header="yes">Aantallen</cell><cell header="yes" align="right"><xsl:value-of select="$jaar"/></cell>
          <xsl:for-each select="$invoer/j:vorige-jaren/j:vorig-jaar">
            <xsl:sort select="@schooljaar" order="descending"/>
            <cell header="yes" align="right"><xsl:value-of select="translate(@schooljaar, '-', '–')"/></cell>
          </xsl:for-each>
        </row>
      </head>
      <body>
        <xsl:call-template name="jaarrij"><xsl:with-param name="naam" select="'Leerlingen'"/><xsl:with-param name="feit" select="concat($s, '.leerlingen')"/></xsl:call-template>
        <xsl:call-template name="jaarrij"><xsl:with-param name="naam" select="'Streefaantal studenten'"/><xsl:with-param name="feit" select="concat($s, '.streefaantal')"/></xsl:call-template>
        <xsl:call-template name="jaarrij"><xsl:with-param name="naam" select="'Studenten van partners'"/><xsl:with-param name="feit" select="concat($s, '.partners')"/></xsl:call-template>
        <xsl:call-template name="jaarrij"><xsl:with-param name="naam" select="'Studenten van andere opleidingen'"/><xsl:with-param name="feit" select="concat($s, '.overig')"/></xsl:call-template>
        <xsl:call-template name="jaarrij"><xsl:with-param name="naam" select="'Studenten, totaal'"/><xsl:with-param name="feit" select="concat($s, '.studenten')"/><xsl:with-param name="rol" select="'subtotal'"/></xsl:call-template>
        <xsl:call-template name="jaarrij"><xsl:with-param name="naam" select="'van wie eerstejaars'"/><xsl:with-param name="feit" select="$eerstejaars"/></xsl:call-template>
        <xsl:call-template name="jaarrij"><xsl:with-param name="naam" select="'Verschil met het streefaantal'"/><xsl:with-param name="feit" select="concat($s, '.verschil')"/><xsl:with-param name="als" select="'signed'"/></xsl:call-template>
      </body>
    </table>
  </xsl:template>

  <!-- Zoveel studenten tegenover het streefaantal, nu en eerder. -->
  <xsl:template name="streefgrafiek">
    <xsl:param name="s"/>
    <figure series="none" keep="yes">
      <xsl:attribute name="alt">Studenten tegenover het streefaantal. <xsl:value-of select="concat($jaar, ': ', f:tekst(concat($s, '.studenten')), ' van ', f:tekst(concat($s, '.streefaantal')))"/>
        <xsl:for-each select="$invoer/j:vorige-jaren/j:vorig-jaar[f:bestaat(concat($s, '.studenten@', @schooljaar))]"><xsl:value-of select="concat('; ', @schooljaar, ': ', f:tekst(concat($s, '.studenten@', @schooljaar)))"/></xsl:for-each>
      </xsl:attribute>
      <chart kind="bullet">
        <series label="Studenten">
          <point fact="{$s}.studenten" format="plain" target="{f:feit(concat($s, '.streefaantal'))}" label="{$jaar}"/>
          <xsl:for-each select="$invoer/j:vorige-jaren/j:vorig-jaar[f:bestaat(concat($s, '.studenten@', @schooljaar))]">
            <xsl:sort select="@schooljaar" order="descending"/>
            <point fact="{$s}.studenten@{@schooljaar}" format="plain" label="{translate(@schooljaar, '-', '–')}">
              <xsl:variable name="doel" select="concat($s, '.streefaantal@', @schooljaar)"/>
              <xsl:if test="f:feit($doel) != ''"><xsl:attribute name="target"><xsl:value-of select="f:feit($doel)"/></xsl:attribute></xsl:if>
            </point>
          </xsl:for-each>
        </series>
      </chart>
      <caption>Studenten (balk) tegenover het streefaantal (streep)</caption>
    </figure>
  </xsl:template>

  <!-- De zin die het aantal naast het streefaantal zet. -->
  <xsl:template name="streefzin">
    <xsl:param name="s"/>
    <xsl:variable name="verschil" select="f:feit(concat($s, '.verschil'))"/>
    <xsl:choose>
      <xsl:when test="f:status(concat($s, '.studenten')) = 'unknown'">Hoeveel studenten er stage liepen, is niet bekend. Het streefaantal is <number fact="{$s}.streefaantal"/>.</xsl:when>
      <xsl:when test="$verschil = ''">Er liep<xsl:if test="f:feit(concat($s, '.studenten')) != 1">en</xsl:if><xsl:text> </xsl:text><number fact="{$s}.studenten"/><xsl:text> </xsl:text><xsl:value-of select="f:eenheid-bij(concat($s, '.studenten'))"/> stage.</xsl:when>
      <xsl:when test="$verschil &gt; 0">Er liep<xsl:if test="f:feit(concat($s, '.studenten')) != 1">en</xsl:if><xsl:text> </xsl:text><number fact="{$s}.studenten"/><xsl:text> </xsl:text><xsl:value-of select="f:eenheid-bij(concat($s, '.studenten'))"/> stage: <number fact="{$s}.verschil"/> meer dan het streefaantal van <number fact="{$s}.streefaantal"/>.</xsl:when>
      <xsl:when test="$verschil = 0">Er liep<xsl:if test="f:feit(concat($s, '.studenten')) != 1">en</xsl:if><xsl:text> </xsl:text><number fact="{$s}.studenten"/><xsl:text> </xsl:text><xsl:value-of select="f:eenheid-bij(concat($s, '.studenten'))"/> stage, precies het streefaantal.</xsl:when>
      <xsl:otherwise>Er liep<xsl:if test="f:feit(concat($s, '.studenten')) != 1">en</xsl:if><xsl:text> </xsl:text><number fact="{$s}.studenten"/><xsl:text> </xsl:text><xsl:value-of select="f:eenheid-bij(concat($s, '.studenten'))"/> stage, tegenover een streefaantal van <number fact="{$s}.streefaantal"/>.</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Balken van feiten: wat er niet is, doet niet mee. -->
  <xsl:template name="balken">
    <xsl:param name="dingen"/><xsl:param name="voorvoegsel"/><xsl:param name="titel"/>
    <xsl:variable name="met" select="$dingen[f:bestaat(concat($voorvoegsel, @sleutel))][f:feit(concat($voorvoegsel, @sleutel)) != '0']"/>
    <xsl:choose>
      <xsl:when test="not($met)"><para style="body-left">Geen gegevens.</para></xsl:when>
      <xsl:otherwise>
        <figure series="none" keep="yes">
          <xsl:attribute name="alt"><xsl:value-of select="$titel"/>: <xsl:for-each select="$met"><xsl:if test="position() &gt; 1">, </xsl:if><xsl:call-template name="kort"/><xsl:value-of select="concat(' ', f:tekst(concat($voorvoegsel, @sleutel)))"/></xsl:for-each></xsl:attribute>
          <chart kind="bars">
            <series label="Studenten">
              <xsl:for-each select="$met"><point fact="{$voorvoegsel}{@sleutel}" format="plain"><xsl:attribute name="label"><xsl:call-template name="kort"/></xsl:attribute></point></xsl:for-each>
            </series>
          </chart>
          <caption><xsl:value-of select="$titel"/></caption>
        </figure>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Naast het midden van alle locaties; alleen als dat midden over genoeg anderen gaat. -->
  <xsl:template name="vergelijking">
    <xsl:param name="s"/><xsl:param name="wie"/>
    <xsl:if test="$invoer/j:overgenomen/j:waarde">
      <section>
        <xsl:call-template name="kop2"><xsl:with-param name="tekst" select="'Naast het partnerschap'"/></xsl:call-template>
        <figure series="none">
          <xsl:attribute name="alt"><xsl:value-of select="$wie"/> naast de middelste locatie en het gemiddelde van de locaties</xsl:attribute>
          <table style="text" summary="Eigen cijfers naast de mediaan en het gemiddelde van de locaties">
            <column width="1*" align="left"/><column width="auto" align="right"/><column width="auto" align="right"/><column width="auto" align="right"/>
            <head><row><cell header="yes">Maat</cell><cell header="yes" align="right"><xsl:value-of select="$wie"/></cell><cell header="yes" align="right">Middelste locatie</cell><cell header="yes" align="right">Gemiddelde</cell></row></head>
            <body>
              <xsl:call-template name="middelrij"><xsl:with-param name="s" select="$s"/><xsl:with-param name="maat" select="'streefrealisatie'"/><xsl:with-param name="naam" select="'Studenten, % van het streefaantal'"/></xsl:call-template>
              <xsl:call-template name="middelrij"><xsl:with-param name="s" select="$s"/><xsl:with-param name="maat" select="'dichtheid'"/><xsl:with-param name="naam" select="concat('Studenten per ', f:tekst('parameter.leerlingen-per-student'), ' leerlingen')"/></xsl:call-template>
              <xsl:call-template name="middelrij"><xsl:with-param name="s" select="$s"/><xsl:with-param name="maat" select="'partneraandeel'"/><xsl:with-param name="naam" select="'Aandeel van partners, %'"/></xsl:call-template>
            </body>
          </table>
          <note mark="">Over de <number fact="{$invoer/j:overgenomen/j:waarde[substring-after(@feit, 'partnerschap.middel.') and contains(@feit, '.aantal')][1]/@feit}"/> locaties waarvan de aantallen bekend zijn. De middelste locatie is de mediaan: de helft zit erboven, de helft eronder.</note>
        </figure>
      </section>
    </xsl:if>
  </xsl:template>
  <xsl:template name="middelrij">
    <xsl:param name="s"/><xsl:param name="maat"/><xsl:param name="naam"/>
    <xsl:variable name="m" select="concat('partnerschap.middel.', $maat)"/>
    <xsl:if test="f:bestaat(concat($m, '.mediaan'))">
      <row>
        <cell><xsl:value-of select="$naam"/></cell>
        <xsl:call-template name="feitcel"><xsl:with-param name="feit" select="concat($s, '.', $maat)"/></xsl:call-template>
        <xsl:call-template name="feitcel"><xsl:with-param name="feit" select="concat($m, '.mediaan')"/></xsl:call-template>
        <xsl:call-template name="feitcel"><xsl:with-param name="feit" select="concat($m, '.gemiddelde')"/></xsl:call-template>
      </row>
    </xsl:if>
  </xsl:template>

  <!-- Wie een schoolopleider is: zijn naam, anders de naam uit de richtlijn. -->
  <xsl:template name="opleidernaam">
    <xsl:choose>
      <xsl:when test="@persoon and key('persoon', @persoon)"><xsl:value-of select="key('persoon', @persoon)/@naam"/></xsl:when>
      <xsl:when test="@naam"><xsl:value-of select="@naam"/></xsl:when>
      <xsl:otherwise>Schoolopleider</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- De rijen waaruit de uren van een schoolopleider volgen. so: so.SLEUTEL -->
  <xsl:template name="urenrijen">
    <xsl:param name="so"/>
    <xsl:variable name="elders" select="not(f:bestaat(concat($so, '.uren')))"/>
    <xsl:for-each select="$invoer/j:facilitering/j:vaste-uren">
      <row><cell><xsl:value-of select="@naam"/></cell><cell>vast</cell><xsl:call-template name="feitcel"><xsl:with-param name="feit" select="concat('facilitering.vast.', @sleutel)"/></xsl:call-template></row>
    </xsl:for-each>
    <xsl:for-each select="$p/j:locatie[f:bestaat(concat($so, '.locatie.', @sleutel, '.uren'))]">
      <row>
        <cell>Studenten<xsl:if test="$elders or count($p/j:locatie[f:bestaat(concat($so, '.locatie.', @sleutel, '.uren'))]) &gt; 1"> van <xsl:call-template name="kort"/></xsl:if></cell>
        <cell><number fact="{$so}.locatie.{@sleutel}.studenten"/> × <number fact="facilitering.per-student"/> uur</cell>
        <xsl:call-template name="feitcel"><xsl:with-param name="feit" select="concat($so, '.locatie.', @sleutel, '.uren')"/></xsl:call-template>
      </row>
    </xsl:for-each>
    <xsl:if test="f:bestaat(concat($so, '.uren.meer-locaties'))">
      <row><cell>Meer dan één locatie</cell><cell>vast</cell><xsl:call-template name="feitcel"><xsl:with-param name="feit" select="concat($so, '.uren.meer-locaties')"/></xsl:call-template></row>
    </xsl:if>
    <xsl:if test="f:bestaat(concat($so, '.uren.kleine-locatie'))">
      <row><cell>Kleine locatie</cell><cell>aftrek onder <number fact="facilitering.kleine-locatie.minder-dan"/> studenten</cell><cell align="right">−&#160;<number fact="{$so}.uren.kleine-locatie"/></cell></row>
    </xsl:if>
    <xsl:if test="not($elders)">
      <row role="total"><cell>Klokuren per schooljaar</cell><cell/><xsl:call-template name="feitcel"><xsl:with-param name="feit" select="concat($so, '.uren')"/></xsl:call-template></row>
    </xsl:if>
  </xsl:template>
  <xsl:template name="uren-noten">
    <xsl:param name="so"/>
    <xsl:variable name="rij" select="number(f:feit(concat($so, '.lesvrij')))"/>
    <xsl:if test="not(f:bestaat(concat($so, '.uren')))">
      <note mark="">Deze schoolopleider werkt ook op een locatie die niet in dit document staat. De vaste uren gelden voor alle locaties samen; het totaal staat hier daarom niet.</note>
    </xsl:if>
    <xsl:if test="f:status(concat($so, '.uren')) = 'unknown'">
      <note mark="?">niet bekend, omdat het aantal studenten niet bekend is</note>
    </xsl:if>
    <xsl:if test="$rij &gt; 0"><note mark="">Lesvrij: <xsl:value-of select="normalize-space($invoer/j:facilitering/j:lesvrij[$rij])"/>.</note></xsl:if>
  </xsl:template>

  <!-- Wie van deze ontvanger voor het partnerschap werken. -->
  <xsl:template name="mensen">
    <xsl:if test="$invoer/j:personen/j:persoon">
      <section>
        <xsl:call-template name="kop2"><xsl:with-param name="tekst" select="'Wie er voor het partnerschap werken'"/></xsl:call-template>
        <figure series="none">
          <table style="text" summary="Personen met hun rol en de teams en organen waar zij in zitten">
            <column width="auto" align="left"/><column width="1*" align="left"/><column width="1*" align="left"/>
            <head><row><cell header="yes">Naam</cell><cell header="yes">Rol</cell><cell header="yes">Teams en organen</cell></row></head>
            <body>
              <xsl:for-each select="$invoer/j:personen/j:persoon">
                <xsl:variable name="wie" select="@sleutel"/>
                <row>
                  <cell><xsl:value-of select="@naam"/></cell>
                  <cell><xsl:value-of select="@rollen"/></cell>
                  <cell><xsl:for-each select="($invoer/j:ontwikkelteams/j:team | $invoer/j:personele-inzet/j:orgaan[not(@soort = 'ontwikkelteam' and $invoer/j:ontwikkelteams/j:team)])[j:lid/@persoon = $wie]"><xsl:if test="position() &gt; 1">, </xsl:if><xsl:value-of select="@naam"/></xsl:for-each></cell>
                </row>
              </xsl:for-each>
            </body>
          </table>
        </figure>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- Wat de invoer voor deze ontvanger schrijft. -->
  <xsl:template name="eigen-tekst"><xsl:apply-templates select="$invoer/j:ontvangers/j:ontvanger/*[not(self::j:aandachtspunten)]"/></xsl:template>
  <xsl:template match="j:ontvanger/j:aandachtspunten">
    <xsl:apply-templates select="*[not(self::j:aandachtspunt)][following-sibling::j:aandachtspunt]"/>
    <xsl:if test="j:aandachtspunt"><list kind="bullet"><xsl:apply-templates select="j:aandachtspunt"/></list></xsl:if>
    <xsl:apply-templates select="*[not(self::j:aandachtspunt)][not(following-sibling::j:aandachtspunt)]"/>
  </xsl:template>
</xsl:stylesheet>
