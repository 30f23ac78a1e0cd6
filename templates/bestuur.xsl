<?xml version="1.0" encoding="UTF-8"?>
<!-- Het document voor één bestuur: zijn scholen naast elkaar, uren, bedragen, mensen, aandachtspunten. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:nl:jaarverslag:document"
  xmlns:j="urn:nl:jaarverslag:1" xmlns:f="urn:nl:jaarverslag:functies" exclude-result-prefixes="j f">
  <xsl:import href="lib/ontvanger.xsl"/>
  <f:voor wie="bestuur"/>

  <xsl:variable name="kortnaam" select="string($bestuur/@kort | $bestuur[not(@kort)]/@naam)"/>
  <xsl:variable name="bestuur" select="$p/j:bestuur[@sleutel = $voor]"/>
  <xsl:variable name="b" select="concat('bestuur.', $voor)"/>
  <xsl:variable name="locaties" select="$p/j:locatie"/>

  <xsl:template match="/j:jaarverslag">
    <xsl:call-template name="iets-te-melden"/>
    <document>
      <xsl:call-template name="documentkop"><xsl:with-param name="titel" select="concat($kortnaam, ': samen opleiden in ', $schooljaar)"/></xsl:call-template>
      <part master="body" role="sect" title="{$kortnaam} · {$kort} {$jaar}">
        <xsl:call-template name="ontvangerkop"><xsl:with-param name="ding" select="$bestuur"/><xsl:with-param name="vraag" select="'Hoeveel studenten leerden op onze scholen het vak, welke uren en bedragen horen daarbij, en wat vraagt aandacht?'"/></xsl:call-template>
        <xsl:call-template name="hoofdcijfers"/>
        <xsl:if test="f:bestaat(concat($b, '.studenten'))"><para style="lead"><xsl:call-template name="streefzin"><xsl:with-param name="s" select="$b"/></xsl:call-template></para></xsl:if>
        <xsl:call-template name="eigen-tekst"/>
        <xsl:if test="f:bestaat(concat($b, '.studenten')) or f:bestaat(concat($b, '.leerlingen'))"><xsl:call-template name="scholen"/></xsl:if>
        <xsl:call-template name="herkomst"/>
        <xsl:call-template name="uren"/>
        <xsl:call-template name="bedragen"/>
        <xsl:call-template name="begroting"/>
        <xsl:call-template name="vergelijking"><xsl:with-param name="s" select="$b"/><xsl:with-param name="wie" select="'Uw bestuur'"/></xsl:call-template>
        <xsl:call-template name="mensen"/>
        <xsl:call-template name="punten"/>
      </part>
    </document>
  </xsl:template>

  <xsl:template name="hoofdcijfers">
    <xsl:if test="f:bestaat(concat($b, '.studenten')) or f:bestaat(concat($b, '.streefaantal'))">
      <keyfigures>
        <xsl:if test="f:bestaat(concat($b, '.studenten'))"><keyfigure fact="{$b}.studenten" label="studenten liepen stage"/></xsl:if>
        <xsl:if test="f:bestaat(concat($b, '.streefaantal'))"><keyfigure fact="{$b}.streefaantal" label="is het streefaantal"/></xsl:if>
        <xsl:if test="f:bestaat(concat($b, '.gehaald'))"><keyfigure fact="{$b}.gehaald" label="locaties haalden hun streefaantal"/></xsl:if>
        <xsl:if test="f:bestaat(concat($b, '.vergoeding'))"><keyfigure fact="{$b}.vergoeding" format="euro-whole" label="vergoeding voor de scholen"/></xsl:if>
      </keyfigures>
    </xsl:if>
  </xsl:template>

  <!-- Alle locaties in één tabel, en de studenten tegenover het streefaantal. -->
  <xsl:template name="scholen">
    <section>
      <xsl:call-template name="kop2"><xsl:with-param name="tekst" select="'De scholen naast elkaar'"/></xsl:call-template>
      <xsl:variable name="streef" select="$locaties[f:bestaat(concat('school.', @sleutel, '.streefaantal'))][f:bestaat(concat('school.', @sleutel, '.studenten'))]"/>
      <xsl:if test="$streef">
        <figure series="none" keep="yes">
          <xsl:attribute name="alt">Studenten tegenover het streefaantal: <xsl:for-each select="$streef"><xsl:if test="position() &gt; 1">; </xsl:if><xsl:call-template name="kort"/><xsl:value-of select="concat(' ', f:tekst(concat('school.', @sleutel, '.studenten')), ' van ', f:tekst(concat('school.', @sleutel, '.streefaantal')))"/></xsl:for-each></xsl:attribute>
          <chart kind="bullet">
            <series label="Studenten">
              <xsl:for-each select="$streef"><point fact="school.{@sleutel}.studenten" format="plain" target="{f:feit(concat('school.', @sleutel, '.streefaantal'))}"><xsl:attribute name="label"><xsl:call-template name="kort"/></xsl:attribute></point></xsl:for-each>
            </series>
          </chart>
          <caption>Studenten (balk) tegenover het streefaantal (streep) per locatie</caption>
        </figure>
      </xsl:if>
      <figure series="none">
        <table style="default" summary="Leerlingen, streefaantal en studenten per locatie" fit="shrink">
          <column width="1*" align="left"/><column width="auto" align="right"/><column width="auto" align="right"/><column width="auto" align="right"/><column width="auto" align="right"/><column width="auto" align="right"/><column width="auto" align="right"/>
          <head><row><cell header="yes">Locatie</cell><cell header="yes" align="right">Leerlingen</cell><cell header="yes" align="right">Streefaantal</cell><cell header="yes" align="right">Studenten</cell><cell header="yes" align="right">Partners</cell><cell header="yes" align="right">Overig</cell><cell header="yes" align="right">Verschil</cell></row></head>
          <body>
            <xsl:for-each select="$locaties">
              <row><cell><xsl:value-of select="@naam"/></cell><xsl:call-template name="aantalcellen"><xsl:with-param name="s" select="concat('school.', @sleutel)"/></xsl:call-template></row>
            </xsl:for-each>
          </body>
          <foot><row role="total"><cell>Totaal</cell><xsl:call-template name="aantalcellen"><xsl:with-param name="s" select="$b"/></xsl:call-template></row></foot>
        </table>
      </figure>
      <xsl:if test="$invoer/j:vorige-jaren/j:vorig-jaar">
        <figure series="none"><xsl:call-template name="jaartabel"><xsl:with-param name="s" select="$b"/><xsl:with-param name="eerstejaars" select="concat($b, '.eerstejaars')"/></xsl:call-template></figure>
      </xsl:if>
    </section>
  </xsl:template>
  <xsl:template name="aantalcellen">
    <xsl:param name="s"/>
    <xsl:call-template name="feitcel"><xsl:with-param name="feit" select="concat($s, '.leerlingen')"/></xsl:call-template>
    <xsl:call-template name="feitcel"><xsl:with-param name="feit" select="concat($s, '.streefaantal')"/></xsl:call-template>
    <xsl:call-template name="feitcel"><xsl:with-param name="feit" select="concat($s, '.studenten')"/></xsl:call-template>
    <xsl:call-template name="feitcel"><xsl:with-param name="feit" select="concat($s, '.partners')"/></xsl:call-template>
    <xsl:call-template name="feitcel"><xsl:with-param name="feit" select="concat($s, '.overig')"/></xsl:call-template>
    <xsl:call-template name="feitcel"><xsl:with-param name="feit" select="concat($s, '.verschil')"/><xsl:with-param name="als" select="'signed'"/></xsl:call-template>
  </xsl:template>

  <xsl:template name="herkomst">
    <xsl:variable name="instituten" select="$p/j:instituut[f:feit(concat($b, '.instituut.', @sleutel)) != '']"/>
    <xsl:variable name="niveaus" select="$p/j:niveau[f:feit(concat($b, '.niveau.', @sleutel)) != '']"/>
    <xsl:if test="$instituten or $niveaus">
      <section>
        <xsl:call-template name="kop2"><xsl:with-param name="tekst" select="'Van welke opleiding, op welk niveau'"/></xsl:call-template>
        <xsl:choose>
          <xsl:when test="$instituten and $niveaus">
            <beside ratio="1:1">
              <side><xsl:call-template name="balken"><xsl:with-param name="dingen" select="$instituten"/><xsl:with-param name="voorvoegsel" select="concat($b, '.instituut.')"/><xsl:with-param name="titel" select="'Studenten per opleiding'"/></xsl:call-template></side>
              <side><xsl:call-template name="balken"><xsl:with-param name="dingen" select="$niveaus"/><xsl:with-param name="voorvoegsel" select="concat($b, '.niveau.')"/><xsl:with-param name="titel" select="'Studenten van partners per niveau'"/></xsl:call-template></side>
            </beside>
          </xsl:when>
          <xsl:when test="$instituten"><xsl:call-template name="balken"><xsl:with-param name="dingen" select="$instituten"/><xsl:with-param name="voorvoegsel" select="concat($b, '.instituut.')"/><xsl:with-param name="titel" select="'Studenten per opleiding'"/></xsl:call-template></xsl:when>
          <xsl:otherwise><xsl:call-template name="balken"><xsl:with-param name="dingen" select="$niveaus"/><xsl:with-param name="voorvoegsel" select="concat($b, '.niveau.')"/><xsl:with-param name="titel" select="'Studenten van partners per niveau'"/></xsl:call-template></xsl:otherwise>
        </xsl:choose>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template name="uren">
    <xsl:variable name="opleiders" select="$invoer/j:facilitering/j:schoolopleider"/>
    <xsl:if test="$opleiders or ($invoer/j:facilitering and f:bestaat(concat($b, '.so.uren')))">
      <section>
        <xsl:call-template name="kop2"><xsl:with-param name="tekst" select="'Uren van de schoolopleiders'"/></xsl:call-template>
        <para keep-next="yes">De uren volgen uit de richtlijn facilitering schoolopleiders<xsl:if test="$invoer/j:facilitering/@schooljaar"><xsl:text> </xsl:text><xsl:value-of select="translate($invoer/j:facilitering/@schooljaar, '-', '–')"/></xsl:if>: <xsl:for-each select="$invoer/j:facilitering/j:vaste-uren"><number fact="facilitering.vast.{@sleutel}"/> uur voor <xsl:value-of select="translate(substring(@naam, 1, 1), 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')"/><xsl:value-of select="substring(@naam, 2)"/>, </xsl:for-each><number fact="facilitering.per-student"/> uur per student<xsl:if test="f:bestaat('facilitering.meer-locaties')">, <number fact="facilitering.meer-locaties"/> uur extra bij meer dan één locatie</xsl:if><xsl:if test="f:bestaat('facilitering.kleine-locatie.aftrek')">, <number fact="facilitering.kleine-locatie.aftrek"/> uur minder bij één locatie met minder dan <number fact="facilitering.kleine-locatie.minder-dan"/> studenten</xsl:if>.</para>
        <figure series="none">
          <table style="default" summary="Uren per schoolopleider, met de delen waaruit zij bestaan" fit="shrink">
            <column width="1*" align="left"/><column width="auto" align="right"/><column width="auto" align="right"/><column width="auto" align="right"/><column width="auto" align="right"/><column width="auto" align="right"/><column width="auto" align="right"/>
            <head><row><cell header="yes">Schoolopleider</cell><cell header="yes" align="right">Studenten</cell><cell header="yes" align="right">Vast</cell><cell header="yes" align="right">Voor studenten</cell><cell header="yes" align="right">Meer locaties</cell><cell header="yes" align="right">Kleine locatie</cell><cell header="yes" align="right">Klokuren</cell></row></head>
            <body>
              <xsl:for-each select="$opleiders">
                <row>
                  <cell><xsl:call-template name="opleidernaam"/><xsl:if test="@persoon and key('persoon', @persoon)"><br/><xsl:for-each select="j:werkplek"><xsl:if test="position() &gt; 1">, </xsl:if><xsl:value-of select="$p/j:locatie[@sleutel = current()/@locatie]/@naam"/></xsl:for-each></xsl:if></cell>
                  <xsl:call-template name="urencellen"><xsl:with-param name="so" select="concat('so.', @sleutel)"/></xsl:call-template>
                </row>
              </xsl:for-each>
              <xsl:if test="not($opleiders)">
                <xsl:for-each select="$locaties[f:bestaat(concat('so.', @sleutel, '.uren.vast'))]"><row><cell><xsl:value-of select="@naam"/></cell><xsl:call-template name="urencellen"><xsl:with-param name="so" select="concat('so.', @sleutel)"/></xsl:call-template></row></xsl:for-each>
              </xsl:if>
            </body>
            <xsl:if test="f:bestaat(concat($b, '.so.uren'))">
              <foot><row role="total"><cell colspan="6">Totaal</cell><xsl:call-template name="feitcel"><xsl:with-param name="feit" select="concat($b, '.so.uren')"/></xsl:call-template></row></foot>
            </xsl:if>
          </table>
          <xsl:if test="$opleiders[@elders]"><note mark="">Wie ook bij een ander bestuur werkt, telt in het totaal niet mee: zijn uren hangen mede af van aantallen die niet van dit bestuur zijn.</note></xsl:if>
        </figure>
        <xsl:variable name="tweede" select="$locaties[f:feit(concat('school.', @sleutel, '.tweede-so')) = 1]"/>
        <xsl:if test="$tweede">
          <box style="note"><para style="box">Bij meer dan <number fact="facilitering.tweede-so.meer-dan"/> studenten adviseert de richtlijn een tweede schoolopleider. Dat geldt voor <xsl:for-each select="$tweede"><xsl:if test="position() &gt; 1"><xsl:choose><xsl:when test="position() = last()"> en </xsl:when><xsl:otherwise>, </xsl:otherwise></xsl:choose></xsl:if><xsl:value-of select="@naam"/></xsl:for-each>.</para></box>
        </xsl:if>
      </section>
    </xsl:if>
  </xsl:template>
  <xsl:template name="urencellen">
    <xsl:param name="so"/>
    <xsl:call-template name="feitcel"><xsl:with-param name="feit" select="concat($so, '.studenten')"/></xsl:call-template>
    <xsl:call-template name="feitcel"><xsl:with-param name="feit" select="concat($so, '.uren.vast')"/></xsl:call-template>
    <xsl:call-template name="feitcel"><xsl:with-param name="feit" select="concat($so, '.uren.studenten')"/></xsl:call-template>
    <xsl:call-template name="feitcel"><xsl:with-param name="feit" select="concat($so, '.uren.meer-locaties')"/></xsl:call-template>
    <cell align="right"><xsl:if test="f:bestaat(concat($so, '.uren.kleine-locatie'))">−&#160;<number fact="{$so}.uren.kleine-locatie"/></xsl:if></cell>
    <xsl:call-template name="feitcel"><xsl:with-param name="feit" select="concat($so, '.uren')"/></xsl:call-template>
  </xsl:template>

  <xsl:template name="bedragen">
    <xsl:if test="f:bestaat(concat($b, '.vergoeding')) or f:bestaat(concat($b, '.bonus'))">
      <section>
        <xsl:call-template name="kop2"><xsl:with-param name="tekst" select="'Vergoeding en bonus'"/></xsl:call-template>
        <xsl:if test="f:bestaat('facilitering.vergoeding.uren') and f:bestaat('parameter.uurtarief')">
          <para keep-next="yes">Per locatie is de vergoeding <number fact="facilitering.vergoeding.uren"/> uur à <number fact="parameter.uurtarief" as="euro"/><xsl:if test="f:bestaat('facilitering.vergoeding.bonusuren')">; voor elke student boven het streefaantal komt daar <number fact="facilitering.vergoeding.bonusuren"/> uur bij</xsl:if>.</para>
        </xsl:if>
        <figure series="none">
          <table style="default" summary="Vergoeding en bonus per locatie">
            <column width="1*" align="left"/><column width="auto" align="right"/><column width="auto" align="right"/><column width="auto" align="right"/><column width="auto" align="right"/>
            <head><row><cell header="yes">Locatie</cell><cell header="yes" align="right">Extra studenten</cell><cell header="yes" align="right">Vast (€)</cell><cell header="yes" align="right">Bonus (€)</cell><cell header="yes" align="right">Totaal (€)</cell></row></head>
            <body>
              <xsl:for-each select="$locaties"><row><cell><xsl:value-of select="@naam"/></cell><xsl:call-template name="bedragcellen"><xsl:with-param name="s" select="concat('school.', @sleutel)"/></xsl:call-template></row></xsl:for-each>
            </body>
            <foot><row role="total"><cell>Totaal</cell><xsl:call-template name="bedragcellen"><xsl:with-param name="s" select="$b"/></xsl:call-template></row></foot>
          </table>
        </figure>
      </section>
    </xsl:if>
  </xsl:template>
  <xsl:template name="bedragcellen">
    <xsl:param name="s"/>
    <xsl:call-template name="feitcel"><xsl:with-param name="feit" select="concat($s, '.extra')"/></xsl:call-template>
    <xsl:call-template name="feitcel"><xsl:with-param name="feit" select="concat($s, '.vergoeding.vast')"/></xsl:call-template>
    <xsl:call-template name="feitcel"><xsl:with-param name="feit" select="concat($s, '.bonus')"/></xsl:call-template>
    <xsl:call-template name="feitcel"><xsl:with-param name="feit" select="concat($s, '.vergoeding')"/></xsl:call-template>
  </xsl:template>

  <!-- De begrotingsregels van wie bij dit bestuur in dienst is. -->
  <xsl:template name="begroting">
    <xsl:variable name="regels" select="$invoer/j:begroting/j:rubriek/j:regel"/>
    <xsl:if test="$regels">
      <section>
        <xsl:call-template name="kop2"><xsl:with-param name="tekst" select="'Aandeel in de begroting'"/></xsl:call-template>
        <para keep-next="yes">Wat het partnerschap vergoedt voor wie bij het bestuur in dienst is, en het deel dat het bestuur zelf draagt.</para>
        <figure series="none">
          <table style="default" summary="Begrotingsregels met dit bestuur als werkgever">
            <column width="1*" align="left"/><column width="auto" align="right"/><column width="auto" align="right"/><column width="auto" align="right"/>
            <head><row><cell header="yes">Regel</cell><cell header="yes" align="right">Begroot (€)</cell><cell header="yes" align="right">Gerealiseerd (€)</cell><cell header="yes" align="right">Draagt bestuur (€)</cell></row></head>
            <body>
              <xsl:for-each select="$regels">
                <row>
                  <cell><xsl:value-of select="@naam"/></cell>
                  <xsl:call-template name="feitcel"><xsl:with-param name="feit" select="concat('begroting.regel.', @sleutel)"/></xsl:call-template>
                  <xsl:call-template name="feitcel"><xsl:with-param name="feit" select="concat('realisatie.regel.', @sleutel)"/></xsl:call-template>
                  <xsl:call-template name="feitcel"><xsl:with-param name="feit" select="concat('werkgever.regel.', @sleutel)"/></xsl:call-template>
                </row>
              </xsl:for-each>
            </body>
            <xsl:if test="count($regels) &gt; 1">
              <foot>
                <row role="total"><cell>Totaal</cell>
                  <xsl:call-template name="feitcel"><xsl:with-param name="feit" select="concat($b, '.begroot')"/></xsl:call-template>
                  <xsl:call-template name="feitcel"><xsl:with-param name="feit" select="concat($b, '.gerealiseerd')"/></xsl:call-template>
                  <xsl:call-template name="feitcel"><xsl:with-param name="feit" select="concat($b, '.werkgeversdeel')"/></xsl:call-template>
                </row>
              </foot>
            </xsl:if>
          </table>
        </figure>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template name="punten">
    <xsl:variable name="eigen" select="$invoer/j:ontvangers/j:ontvanger/j:aandachtspunten"/>
    <xsl:variable name="onbekend" select="$locaties[f:status(concat('school.', @sleutel, '.studenten')) = 'unknown']"/>
    <xsl:variable name="tekort" select="$locaties[f:vergelijk(concat('school.', @sleutel, '.verschil'), 0) = -1]"/>
    <xsl:variable name="vreemd" select="$locaties[f:vergelijk(concat('school.', @sleutel, '.partneraandeel'), 'parameter.partneraandeel') = -1]"/>
    <xsl:if test="$eigen or $onbekend or $tekort or $vreemd">
      <section>
        <xsl:call-template name="kop2"><xsl:with-param name="tekst" select="'Aandachtspunten'"/></xsl:call-template>
        <xsl:if test="$onbekend or $tekort or $vreemd">
          <list kind="bullet">
            <xsl:if test="$onbekend"><item><para style="list">Het aantal studenten is niet bekend van <xsl:call-template name="opsomming"><xsl:with-param name="dingen" select="$onbekend"/></xsl:call-template>. Uren en bonus zijn daar nog niet vast te stellen.</para></item></xsl:if>
            <xsl:if test="$tekort"><item><para style="list">Onder het streefaantal: <xsl:for-each select="$tekort"><xsl:if test="position() &gt; 1">, </xsl:if><xsl:call-template name="kort"/> (<number fact="school.{@sleutel}.studenten"/> van <number fact="school.{@sleutel}.streefaantal"/>)</xsl:for-each>.</para></item></xsl:if>
            <xsl:if test="$vreemd"><item><para style="list">Minder dan <number fact="parameter.partneraandeel" as="percent"/> van de studenten komt van een partner op <xsl:call-template name="opsomming"><xsl:with-param name="dingen" select="$vreemd"/></xsl:call-template>.</para></item></xsl:if>
          </list>
        </xsl:if>
        <xsl:apply-templates select="$eigen"/>
      </section>
    </xsl:if>
  </xsl:template>
  <xsl:template name="opsomming">
    <xsl:param name="dingen"/>
    <xsl:for-each select="$dingen"><xsl:if test="position() &gt; 1"><xsl:choose><xsl:when test="position() = last()"> en </xsl:when><xsl:otherwise>, </xsl:otherwise></xsl:choose></xsl:if><xsl:call-template name="kort"/></xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
