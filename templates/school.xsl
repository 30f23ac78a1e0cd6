<?xml version="1.0" encoding="UTF-8"?>
<!-- Het document voor één school (locatie): aantallen, uren, vergoeding, vergelijking, aandachtspunten. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:nl:jaarverslag:document"
  xmlns:j="urn:nl:jaarverslag:1" xmlns:f="urn:nl:jaarverslag:functies" exclude-result-prefixes="j f">
  <xsl:import href="lib/ontvanger.xsl"/>
  <f:voor wie="school"/>

  <xsl:variable name="kortnaam" select="string($school/@kort | $school[not(@kort)]/@naam)"/>
  <xsl:variable name="school" select="$p/j:locatie[@sleutel = $voor]"/>
  <xsl:variable name="s" select="concat('school.', $voor)"/>
  <xsl:variable name="opleiders" select="$invoer/j:facilitering/j:schoolopleider[j:werkplek/@locatie = $voor]"/>

  <xsl:template match="/j:jaarverslag">
    <xsl:call-template name="iets-te-melden"/>
    <document>
      <xsl:call-template name="documentkop"><xsl:with-param name="titel" select="concat($kortnaam, ': samen opleiden in ', $schooljaar)"/></xsl:call-template>
      <part master="body" role="sect" title="{$kortnaam} · {$kort} {$jaar}">
        <xsl:call-template name="ontvangerkop"><xsl:with-param name="ding" select="$school"/><xsl:with-param name="vraag" select="'Hoeveel studenten leerden hier het vak, wat was afgesproken, en welke uren en vergoeding horen daarbij?'"/></xsl:call-template>
        <xsl:call-template name="hoofdcijfers"/>
        <para style="lead"><xsl:call-template name="streefzin"><xsl:with-param name="s" select="$s"/></xsl:call-template></para>
        <xsl:call-template name="eigen-tekst"/>
        <xsl:if test="f:bestaat(concat($s, '.studenten')) or f:bestaat(concat($s, '.leerlingen'))"><xsl:call-template name="aantallen"/></xsl:if>
        <xsl:call-template name="herkomst"/>
        <xsl:call-template name="uren"/>
        <xsl:call-template name="vergoeding"/>
        <xsl:call-template name="vergelijking"><xsl:with-param name="s" select="$s"/><xsl:with-param name="wie" select="'Uw school'"/></xsl:call-template>
        <xsl:call-template name="mensen"/>
        <xsl:call-template name="punten"/>
      </part>
    </document>
  </xsl:template>

  <xsl:template name="hoofdcijfers">
    <xsl:variable name="so" select="concat('so.', $opleiders[1]/@sleutel, substring($voor, 1, string-length($voor) * not($opleiders)))"/>
    <xsl:if test="f:bestaat(concat($s, '.studenten')) or f:bestaat(concat($s, '.streefaantal'))">
      <keyfigures>
        <xsl:if test="f:bestaat(concat($s, '.studenten'))"><keyfigure fact="{$s}.studenten" label="studenten liepen stage"/></xsl:if>
        <xsl:if test="f:bestaat(concat($s, '.streefaantal'))"><keyfigure fact="{$s}.streefaantal" label="is het streefaantal"/></xsl:if>
        <xsl:if test="count($opleiders) &lt; 2 and f:bestaat(concat($so, '.uren'))"><keyfigure fact="{$so}.uren" label="klokuren voor de schoolopleider"/></xsl:if>
        <xsl:if test="f:bestaat(concat($s, '.vergoeding'))"><keyfigure fact="{$s}.vergoeding" format="euro-whole" label="vergoeding voor de school"/></xsl:if>
      </keyfigures>
    </xsl:if>
  </xsl:template>

  <xsl:template name="aantallen">
    <section>
      <xsl:call-template name="kop2"><xsl:with-param name="tekst" select="'Studenten en streefaantal'"/></xsl:call-template>
      <xsl:if test="f:bestaat(concat($s, '.streefaantal')) and f:bestaat(concat($s, '.studenten'))">
        <xsl:if test="f:status(concat($s, '.studenten')) != 'unknown' or $invoer/j:vorige-jaren/j:vorig-jaar"><xsl:call-template name="streefgrafiek"><xsl:with-param name="s" select="$s"/></xsl:call-template></xsl:if>
      </xsl:if>
      <figure series="none">
        <xsl:call-template name="jaartabel"><xsl:with-param name="s" select="$s"/><xsl:with-param name="eerstejaars" select="concat('eerstejaars.school.', $voor)"/></xsl:call-template>
        <xsl:if test="f:bestaat('parameter.leerlingen-per-student') and f:bestaat(concat($s, '.leerlingen')) and f:bestaat(concat($s, '.streefaantal'))">
          <note mark="">Het streefaantal is één student per <number fact="parameter.leerlingen-per-student"/> leerlingen<xsl:if test="$invoer/j:leerlingen/@peildatum"> op <xsl:value-of select="f:datum($invoer/j:leerlingen/@peildatum)"/></xsl:if>, afgerond, tenzij met de school iets anders is afgesproken.</note>
        </xsl:if>
      </figure>
    </section>
  </xsl:template>

  <xsl:template name="herkomst">
    <xsl:variable name="instituten" select="$p/j:instituut[f:bestaat(concat($s, '.instituut.', @sleutel))][f:status(concat($s, '.instituut.', @sleutel)) != 'unknown']"/>
    <xsl:variable name="niveaus" select="$p/j:niveau[f:bestaat(concat($s, '.niveau.', @sleutel))][f:status(concat($s, '.niveau.', @sleutel)) != 'unknown']"/>
    <xsl:if test="$instituten or $niveaus">
      <section>
        <xsl:call-template name="kop2"><xsl:with-param name="tekst" select="'Van welke opleiding, op welk niveau'"/></xsl:call-template>
        <xsl:choose>
          <xsl:when test="$instituten and $niveaus">
            <beside ratio="1:1">
              <side><xsl:call-template name="balken"><xsl:with-param name="dingen" select="$instituten"/><xsl:with-param name="voorvoegsel" select="concat($s, '.instituut.')"/><xsl:with-param name="titel" select="'Studenten per opleiding'"/></xsl:call-template></side>
              <side><xsl:call-template name="balken"><xsl:with-param name="dingen" select="$niveaus"/><xsl:with-param name="voorvoegsel" select="concat($s, '.niveau.')"/><xsl:with-param name="titel" select="'Studenten van partners per niveau'"/></xsl:call-template></side>
            </beside>
          </xsl:when>
          <xsl:when test="$instituten"><xsl:call-template name="balken"><xsl:with-param name="dingen" select="$instituten"/><xsl:with-param name="voorvoegsel" select="concat($s, '.instituut.')"/><xsl:with-param name="titel" select="'Studenten per opleiding'"/></xsl:call-template></xsl:when>
          <xsl:otherwise><xsl:call-template name="balken"><xsl:with-param name="dingen" select="$niveaus"/><xsl:with-param name="voorvoegsel" select="concat($s, '.niveau.')"/><xsl:with-param name="titel" select="'Studenten van partners per niveau'"/></xsl:call-template></xsl:otherwise>
        </xsl:choose>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template name="uren">
    <xsl:if test="$invoer/j:facilitering and ($opleiders or f:bestaat(concat('so.', $voor, '.uren.vast')))">
      <section>
        <xsl:call-template name="kop2"><xsl:with-param name="tekst" select="'Uren van de schoolopleider'"/></xsl:call-template>
        <xsl:if test="$invoer/j:facilitering/@schooljaar"><para keep-next="yes">Volgens de richtlijn facilitering schoolopleiders <xsl:value-of select="translate($invoer/j:facilitering/@schooljaar, '-', '–')"/>, op grond van de aantallen in dit document.</para></xsl:if>
        <xsl:for-each select="$opleiders">
          <xsl:variable name="wie"><xsl:call-template name="opleidernaam"/></xsl:variable>
          <xsl:call-template name="urentabel"><xsl:with-param name="so" select="concat('so.', @sleutel)"/><xsl:with-param name="wie" select="string($wie)"/></xsl:call-template>
        </xsl:for-each>
        <xsl:if test="not($opleiders)"><xsl:call-template name="urentabel"><xsl:with-param name="so" select="concat('so.', $voor)"/><xsl:with-param name="wie" select="'Schoolopleider'"/></xsl:call-template></xsl:if>
        <xsl:if test="f:feit(concat($s, '.tweede-so')) = 1">
          <box style="note"><para style="box">Bij meer dan <number fact="facilitering.tweede-so.meer-dan"/> studenten adviseert de richtlijn een tweede schoolopleider. Dat geldt voor deze school.</para></box>
        </xsl:if>
      </section>
    </xsl:if>
  </xsl:template>
  <xsl:template name="urentabel">
    <xsl:param name="so"/><xsl:param name="wie"/>
    <figure series="none" keep="yes">
      <table style="text" summary="Berekening van de uren van {$wie}">
        <column width="1*" align="left"/><column width="1*" align="left"/><column width="auto" align="right"/>
        <head><row><cell header="yes"><xsl:value-of select="$wie"/></cell><cell header="yes">Berekening</cell><cell header="yes" align="right">Klokuren</cell></row></head>
        <body><xsl:call-template name="urenrijen"><xsl:with-param name="so" select="$so"/></xsl:call-template></body>
      </table>
      <xsl:call-template name="uren-noten"><xsl:with-param name="so" select="$so"/></xsl:call-template>
    </figure>
  </xsl:template>

  <xsl:template name="vergoeding">
    <xsl:if test="f:bestaat(concat($s, '.vergoeding')) or f:bestaat(concat($s, '.bonus'))">
      <section>
        <xsl:call-template name="kop2"><xsl:with-param name="tekst" select="'Vergoeding en bonus'"/></xsl:call-template>
        <figure series="none" keep="yes">
          <table style="text" summary="Berekening van de vergoeding aan de school">
            <column width="1*" align="left"/><column width="1*" align="left"/><column width="auto" align="right"/>
            <head><row><cell header="yes">Onderdeel</cell><cell header="yes">Berekening</cell><cell header="yes" align="right">€</cell></row></head>
            <body>
              <xsl:if test="f:bestaat(concat($s, '.vergoeding.vast'))">
                <row><cell>Vast deel</cell><cell><number fact="facilitering.vergoeding.uren"/> uur × <number fact="parameter.uurtarief" as="euro"/></cell><xsl:call-template name="feitcel"><xsl:with-param name="feit" select="concat($s, '.vergoeding.vast')"/></xsl:call-template></row>
              </xsl:if>
              <xsl:if test="f:bestaat(concat($s, '.bonus'))">
                <row><cell>Bonus voor extra studenten</cell><cell><number fact="{$s}.extra"/> × <number fact="facilitering.vergoeding.bonusuren"/> uur × <number fact="parameter.uurtarief" as="euro"/></cell><xsl:call-template name="feitcel"><xsl:with-param name="feit" select="concat($s, '.bonus')"/></xsl:call-template></row>
              </xsl:if>
              <xsl:if test="f:bestaat(concat($s, '.vergoeding'))">
                <row role="total"><cell>Totaal</cell><cell/><xsl:call-template name="feitcel"><xsl:with-param name="feit" select="concat($s, '.vergoeding')"/></xsl:call-template></row>
              </xsl:if>
            </body>
          </table>
          <xsl:if test="f:status(concat($s, '.bonus')) = 'unknown'"><note mark="?">nog niet vast te stellen: het aantal studenten is niet bekend en telt in het totaal niet mee</note></xsl:if>
          <xsl:if test="not(f:bestaat(concat($s, '.vergoeding')))"><note mark="">De vergoeding geldt alleen als de schoolopleider volgens de richtlijn wordt gefaciliteerd.</note></xsl:if>
          <xsl:if test="$invoer/j:facilitering/j:vergoeding/@vanaf"><note mark="">De richtlijn geldt vanaf <xsl:value-of select="translate($invoer/j:facilitering/j:vergoeding/@vanaf, '-', '–')"/>. Extra zijn de studenten boven het streefaantal.</note></xsl:if>
        </figure>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- Aandachtspunten: wat uit de cijfers volgt, dan wat de invoer erbij schrijft. -->
  <xsl:template name="punten">
    <xsl:variable name="eigen" select="$invoer/j:ontvangers/j:ontvanger/j:aandachtspunten"/>
    <xsl:variable name="onbekend" select="f:status(concat($s, '.studenten')) = 'unknown'"/>
    <xsl:variable name="tekort" select="f:vergelijk(concat($s, '.verschil'), 0) = -1"/>
    <xsl:variable name="vreemd" select="f:vergelijk(concat($s, '.partneraandeel'), 'parameter.partneraandeel') = -1"/>
    <xsl:variable name="samen" select="f:feit(concat('intervisie.', $voor, '.samen')) = 1"/>
    <xsl:if test="$eigen or $onbekend or $tekort or $vreemd or $samen">
      <section>
        <xsl:call-template name="kop2"><xsl:with-param name="tekst" select="'Aandachtspunten'"/></xsl:call-template>
        <xsl:if test="$onbekend or $tekort or $vreemd or $samen">
          <list kind="bullet">
            <xsl:if test="$onbekend"><item><para style="list">Geef het aantal studenten door aan het partnerschap. Zonder dat aantal zijn de uren van de schoolopleider en de bonus niet vast te stellen.</para></item></xsl:if>
            <xsl:if test="$tekort"><item><para style="list">Het streefaantal van <number fact="{$s}.streefaantal"/><xsl:text> </xsl:text><xsl:value-of select="f:eenheid-bij(concat($s, '.streefaantal'))"/> is dit jaar niet gehaald: het <xsl:choose><xsl:when test="f:feit(concat($s, '.studenten')) = 1">was</xsl:when><xsl:otherwise>waren</xsl:otherwise></xsl:choose> er <number fact="{$s}.studenten"/>.</para></item></xsl:if>
            <xsl:if test="$vreemd"><item><para style="list"><number fact="{$s}.partneraandeel"><xsl:value-of select="f:tekst-naast(concat($s, '.partneraandeel'), 'parameter.partneraandeel')"/></number> van de studenten komt van een partner; de norm is <number fact="parameter.partneraandeel" as="percent"/>. Alleen studenten van partners tellen mee voor de bekostiging.</para></item></xsl:if>
            <xsl:if test="$samen"><item><para style="list">Met minder dan <number fact="intervisie.minimum"/> studenten is een eigen intervisiegroep te klein: zoek een school om dit samen mee te doen.</para></item></xsl:if>
          </list>
        </xsl:if>
        <xsl:apply-templates select="$eigen"/>
      </section>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
