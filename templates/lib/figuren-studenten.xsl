<?xml version="1.0" encoding="UTF-8"?>
<!-- Figuren over studenten: eerstejaars, per partner, per niveau, aandelen en streefaantallen. Deel van figuren.xsl. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:nl:jaarverslag:document"
  xmlns:j="urn:nl:jaarverslag:1" xmlns:f="urn:nl:jaarverslag:functies" exclude-result-prefixes="j f">

  <f:figuur soort="eerstejaars-per-school" feit="eerstejaars.totaal" nodig="&lt;studenten&gt;&lt;eerstejaars&gt; / &lt;plaatsingen&gt;" vormen="tabel">Eerstejaars per school en instituut.</f:figuur>
  <f:figuur soort="studenten-per-partner" feit="studenten.totaal" nodig="&lt;studenten&gt;" vormen="tabel">Studenten per school en instituut.</f:figuur>
  <f:figuur soort="aandeel-per-partner" feit="studenten.totaal" geheel="studenten.totaal" nodig="&lt;studenten&gt;" vormen="taart ring balken kolommen">Het aandeel van elk instituut.</f:figuur>
  <f:figuur soort="studenten-per-niveau" feit="studenten.niveau.*.totaal" nodig="&lt;studenten&gt;&lt;plaatsingen&gt; / &lt;per-niveau&gt;" vormen="tabel">Studenten per school en niveau.</f:figuur>
  <f:figuur soort="aandeel-per-niveau" feit="studenten.niveau.*.aandeel" geheel="studenten.niveau.*.totaal" groep="ja" nodig="&lt;studenten&gt;&lt;plaatsingen&gt; / &lt;per-niveau&gt;" vormen="taart ring balken kolommen">Het aandeel van elk niveau, of van elk niveau van een groep.</f:figuur>
  <f:figuur soort="streefaantallen" feit="streefaantal.totaal" nodig="&lt;leerlingen&gt; + &lt;leerlingen-per-student&gt;" vormen="tabel">Streefaantal en werkelijk aantal per school.</f:figuur>
  <f:figuur soort="streef-werkelijk" feit="streefaantal.totaal" nodig="&lt;leerlingen&gt; + &lt;leerlingen-per-student&gt;">Het werkelijke aantal tegen het streefaantal, per school.</f:figuur>

  <!-- ============ eerstejaars per school (figuur 1) ============ -->
  <xsl:template match="j:figuur[@soort = 'eerstejaars-per-school']" mode="inhoud">
    <xsl:variable name="t" select="$p/j:school[f:bestaat(concat('eerstejaars.school.', @sleutel))]"/>
    <xsl:variable name="instituten" select="$p/j:instituut[f:bestaat(concat('eerstejaars.instituut.', @sleutel))]"/>
    <table summary="{normalize-space(j:bijschrift)}">
      <column width="3*" align="left"/>
      <xsl:for-each select="$instituten"><column width="1*" align="right"/></xsl:for-each>
      <column width="1*" align="right"/>
      <head>
        <row>
          <xsl:call-template name="kopcel"><xsl:with-param name="tekst" select="'School'"/><xsl:with-param name="uit" select="'left'"/></xsl:call-template>
          <xsl:for-each select="$instituten">
            <cell header="yes" align="right"><xsl:if test="@eerstejaars-label"><xsl:value-of select="@eerstejaars-label"/><br/></xsl:if><xsl:call-template name="kort"/></cell>
          </xsl:for-each>
          <xsl:call-template name="kopcel"><xsl:with-param name="tekst" select="'Totaal'"/></xsl:call-template>
        </row>
      </head>
      <xsl:choose>
        <xsl:when test="$p/j:schoolgroep">
          <xsl:for-each select="$p/j:schoolgroep">
            <xsl:variable name="groep" select="@sleutel"/>
            <body group="{@naam}">
              <xsl:apply-templates select="$p/j:locatie[@groep = $groep]" mode="eerstejaars"><xsl:with-param name="t" select="$t"/><xsl:with-param name="instituten" select="$instituten"/></xsl:apply-templates>
            </body>
          </xsl:for-each>
          <xsl:if test="$p/j:locatie[not(@groep)]">
            <body><xsl:apply-templates select="$p/j:locatie[not(@groep)]" mode="eerstejaars"><xsl:with-param name="t" select="$t"/><xsl:with-param name="instituten" select="$instituten"/></xsl:apply-templates></body>
          </xsl:if>
        </xsl:when>
        <xsl:otherwise>
          <body><xsl:apply-templates select="$p/j:locatie" mode="eerstejaars"><xsl:with-param name="t" select="$t"/><xsl:with-param name="instituten" select="$instituten"/></xsl:apply-templates></body>
        </xsl:otherwise>
      </xsl:choose>
      <foot>
        <row role="total">
          <cell>Totaal</cell>
          <xsl:for-each select="$instituten"><xsl:call-template name="feitcel"><xsl:with-param name="feit" select="concat('eerstejaars.instituut.', @sleutel)"/></xsl:call-template></xsl:for-each>
          <xsl:call-template name="feitcel"><xsl:with-param name="feit" select="'eerstejaars.totaal'"/></xsl:call-template>
        </row>
      </foot>
    </table>
  </xsl:template>
  <!-- Een rij: de locatie, of haar school als die in haar geheel geteld is (dan bij de eerste locatie). -->
  <xsl:template match="j:locatie" mode="eerstejaars">
    <xsl:param name="t"/>
    <xsl:param name="instituten"/>
    <xsl:variable name="school" select="@school"/>
    <xsl:variable name="samen" select="$t[@sleutel = $school]"/>
    <xsl:if test="not($samen) or not(preceding-sibling::j:locatie[@school = $school])">
      <xsl:variable name="sleutel"><xsl:choose><xsl:when test="$samen"><xsl:value-of select="$school"/></xsl:when><xsl:otherwise><xsl:value-of select="@sleutel"/></xsl:otherwise></xsl:choose></xsl:variable>
      <row>
        <cell><xsl:choose><xsl:when test="$samen"><xsl:value-of select="../j:school[@sleutel = $school]/@naam"/></xsl:when><xsl:otherwise><xsl:value-of select="@naam"/></xsl:otherwise></xsl:choose></cell>
        <xsl:for-each select="$instituten"><xsl:call-template name="feitcel"><xsl:with-param name="feit" select="concat('eerstejaars.school.', $sleutel, '.instituut.', @sleutel)"/></xsl:call-template></xsl:for-each>
        <xsl:call-template name="feitcel"><xsl:with-param name="feit" select="concat('eerstejaars.school.', $sleutel)"/></xsl:call-template>
      </row>
    </xsl:if>
  </xsl:template>

  <!-- ============ tabellen met een rij per locatie, gegroepeerd naar bestuur ============ -->
  <xsl:template name="per-bestuur">
    <xsl:variable name="figuur" select="."/>
    <xsl:for-each select="$p/j:bestuur">
      <xsl:variable name="bestuur" select="@sleutel"/>
      <xsl:variable name="scholen" select="$p/j:locatie[@bestuur = $bestuur or (not(@bestuur) and @school = $p/j:school[@bestuur = $bestuur]/@sleutel)]"/>
      <xsl:if test="$scholen">
        <body>
          <xsl:attribute name="group"><xsl:call-template name="kort"/></xsl:attribute>
          <xsl:for-each select="$scholen"><xsl:apply-templates select="$figuur" mode="rij"><xsl:with-param name="locatie" select="."/></xsl:apply-templates></xsl:for-each>
        </body>
      </xsl:if>
    </xsl:for-each>
    <xsl:variable name="los" select="$p/j:locatie[not(@bestuur) and not(@school = $p/j:school[@bestuur]/@sleutel)]"/>
    <xsl:if test="$los">
      <body>
        <xsl:if test="count($los) &lt; count($p/j:locatie)"><xsl:attribute name="group">Overige scholen</xsl:attribute></xsl:if>
        <xsl:for-each select="$los"><xsl:apply-templates select="$figuur" mode="rij"><xsl:with-param name="locatie" select="."/></xsl:apply-templates></xsl:for-each>
      </body>
    </xsl:if>
  </xsl:template>

  <!-- studenten per partner (figuur 7) -->
  <xsl:template match="j:figuur[@soort = 'studenten-per-partner']" mode="inhoud">
    <xsl:variable name="kolommen" select="$p/j:instituut"/>
    <table summary="{normalize-space(j:bijschrift)}" fit="shrink">
      <column width="3*" align="left"/><column width="1*" align="right"/><xsl:for-each select="$kolommen"><column width="1*" align="right"/></xsl:for-each>
      <head>
        <row>
          <cell header="yes">School</cell>
          <xsl:call-template name="kopcel"><xsl:with-param name="tekst" select="'Totaal'"/></xsl:call-template>
          <xsl:for-each select="$kolommen"><cell header="yes" align="right"><xsl:call-template name="kort"/></cell></xsl:for-each>
        </row>
      </head>
      <xsl:call-template name="per-bestuur"/>
      <foot>
        <row role="total">
          <cell>Totaal aantal studenten</cell>
          <xsl:call-template name="feitcel"><xsl:with-param name="feit" select="'studenten.totaal'"/></xsl:call-template>
          <xsl:for-each select="$kolommen"><xsl:call-template name="feitcel"><xsl:with-param name="feit" select="concat('studenten.instituut.', @sleutel, '.totaal')"/></xsl:call-template></xsl:for-each>
        </row>
        <xsl:if test="f:bestaat('studenten.wisselaars')">
          <row>
            <cell>Binnen <xsl:value-of select="$kort"/> van school gewisseld</cell>
            <xsl:call-template name="feitcel"><xsl:with-param name="feit" select="'studenten.wisselaars'"/></xsl:call-template>
            <xsl:for-each select="$kolommen"><xsl:variable name="w" select="concat('studenten.instituut.', @sleutel, '.wisselaars')"/>
              <cell align="right"><xsl:if test="f:feit($w) != '0' and f:bestaat($w)"><number fact="{$w}" as="plain"/></xsl:if></cell></xsl:for-each>
          </row>
          <row role="total">
            <cell>Totaal DUS-i</cell>
            <xsl:call-template name="feitcel"><xsl:with-param name="feit" select="'studenten.dusi'"/></xsl:call-template>
            <xsl:for-each select="$kolommen">
              <xsl:choose>
                <xsl:when test="@partner = 'ja'"><xsl:call-template name="feitcel"><xsl:with-param name="feit" select="concat('studenten.instituut.', @sleutel, '.uniek')"/></xsl:call-template></xsl:when>
                <xsl:otherwise><cell/></xsl:otherwise>
              </xsl:choose>
            </xsl:for-each>
          </row>
        </xsl:if>
      </foot>
    </table>
  </xsl:template>
  <xsl:template match="j:figuur[@soort = 'studenten-per-partner']" mode="rij">
    <xsl:param name="locatie"/>
    <row>
      <cell><xsl:value-of select="$locatie/@naam"/></cell>
      <xsl:call-template name="feitcel"><xsl:with-param name="feit" select="concat('school.', $locatie/@sleutel, '.studenten')"/></xsl:call-template>
      <xsl:for-each select="$p/j:instituut"><xsl:call-template name="feitcel"><xsl:with-param name="feit" select="concat('school.', $locatie/@sleutel, '.instituut.', @sleutel)"/></xsl:call-template></xsl:for-each>
    </row>
  </xsl:template>

  <!-- aandelen (figuren 8, 9, 10) -->
  <xsl:template match="j:figuur[@soort = 'aandeel-per-partner']" mode="inhoud">
    <chart unit="%">
      <xsl:attribute name="kind"><xsl:choose><xsl:when test="@vorm = 'balken'">bars</xsl:when><xsl:when test="@vorm = 'ring'">ring</xsl:when><xsl:when test="@vorm = 'taart'">pie</xsl:when><xsl:when test="@vorm = 'kolommen'">columns</xsl:when><xsl:when test="count($p/j:instituut) &gt; 6">bars</xsl:when><xsl:otherwise>pie</xsl:otherwise></xsl:choose></xsl:attribute>
      <series label="Aandeel">
        <xsl:for-each select="$p/j:instituut[f:bestaat(concat('studenten.instituut.', @sleutel, '.aandeel'))]">
          <point fact="studenten.instituut.{@sleutel}.aandeel" format="percent"><xsl:attribute name="label"><xsl:call-template name="kort"/></xsl:attribute></point>
        </xsl:for-each>
      </series>
    </chart>
  </xsl:template>
  <xsl:template match="j:figuur[@soort = 'aandeel-per-niveau']" mode="inhoud">
    <xsl:variable name="groep" select="@groep"/>
    <xsl:variable name="niveaus" select="$p/j:niveau[not($groep) or @groep = $groep]"/>
    <xsl:variable name="deel" select="concat(substring('.groeps', 1, 7 * boolean($groep)), substring('.aandeel', 1 + boolean($groep)))"/>
    <chart unit="%">
      <xsl:attribute name="kind"><xsl:choose><xsl:when test="@vorm = 'taart'">pie</xsl:when><xsl:when test="@vorm = 'ring'">ring</xsl:when><xsl:when test="@vorm = 'kolommen'">columns</xsl:when><xsl:when test="@vorm = 'balken' or count($niveaus) &gt; 5">bars</xsl:when><xsl:otherwise>ring</xsl:otherwise></xsl:choose></xsl:attribute>
      <series label="Aandeel">
        <xsl:for-each select="$niveaus[f:bestaat(concat('studenten.niveau.', @sleutel, $deel))]">
          <point format="percent">
            <xsl:attribute name="fact"><xsl:value-of select="concat('studenten.niveau.', @sleutel, $deel)"/></xsl:attribute>
            <xsl:attribute name="label"><xsl:call-template name="kort"/></xsl:attribute>
          </point>
        </xsl:for-each>
      </series>
    </chart>
  </xsl:template>

  <!-- studenten per niveau (figuur 11) -->
  <xsl:template match="j:figuur[@soort = 'studenten-per-niveau']" mode="inhoud">
    <table summary="{normalize-space(j:bijschrift)}" fit="shrink">
      <column width="auto" align="left"/><xsl:for-each select="$p/j:niveau"><column width="1*" align="right"/></xsl:for-each>
      <head><row><cell header="yes">School</cell><xsl:for-each select="$p/j:niveau"><cell header="yes" align="right"><xsl:call-template name="kort"/></cell></xsl:for-each></row></head>
      <xsl:call-template name="per-bestuur"/>
      <foot><row role="total"><cell>Totaal</cell><xsl:for-each select="$p/j:niveau"><xsl:call-template name="feitcel"><xsl:with-param name="feit" select="concat('studenten.niveau.', @sleutel, '.totaal')"/></xsl:call-template></xsl:for-each></row></foot>
    </table>
  </xsl:template>
  <xsl:template match="j:figuur[@soort = 'studenten-per-niveau']" mode="rij">
    <xsl:param name="locatie"/>
    <row>
      <cell><xsl:value-of select="$locatie/@naam"/></cell>
      <xsl:for-each select="$p/j:niveau"><xsl:call-template name="feitcel"><xsl:with-param name="feit" select="concat('school.', $locatie/@sleutel, '.niveau.', @sleutel)"/></xsl:call-template></xsl:for-each>
    </row>
  </xsl:template>

  <!-- streefaantallen (figuur 12) -->
  <xsl:template match="j:figuur[@soort = 'streefaantallen']" mode="inhoud">
    <table summary="{normalize-space(j:bijschrift)}">
      <column width="3*" align="left"/><column width="1.2*" align="right"/><column width="1*" align="right"/><column width="1.2*" align="right"/><column width="1*" align="right"/><column width="1*" align="right"/>
      <head>
        <row>
          <cell header="yes">School</cell>
          <cell header="yes" align="right">Leerlingen<xsl:if test="$invoer/j:leerlingen/@peildatum"><br/>(<xsl:value-of select="f:datum($invoer/j:leerlingen/@peildatum)"/>)</xsl:if></cell>
          <cell header="yes" align="right">Streefaantal<br/>(1 : <xsl:value-of select="$invoer/j:parameters/j:leerlingen-per-student/@waarde"/>)</cell>
          <cell header="yes" align="right">Daadwerkelijk aantal</cell><cell header="yes" align="right">Van partners</cell><cell header="yes" align="right">Overig</cell>
        </row>
      </head>
      <xsl:call-template name="per-bestuur"/>
      <foot>
        <row role="total">
          <cell>Totaal</cell>
          <xsl:call-template name="feitcel"><xsl:with-param name="feit" select="'leerlingen.totaal'"/></xsl:call-template>
          <xsl:call-template name="feitcel"><xsl:with-param name="feit" select="'streefaantal.totaal'"/></xsl:call-template>
          <xsl:call-template name="feitcel"><xsl:with-param name="feit" select="'studenten.totaal'"/></xsl:call-template>
          <xsl:call-template name="feitcel"><xsl:with-param name="feit" select="'studenten.partners'"/></xsl:call-template>
          <xsl:call-template name="feitcel"><xsl:with-param name="feit" select="'studenten.overig'"/></xsl:call-template>
        </row>
      </foot>
    </table>
  </xsl:template>
  <xsl:template match="j:figuur[@soort = 'streefaantallen']" mode="rij">
    <xsl:param name="locatie"/>
    <xsl:variable name="s" select="concat('school.', $locatie/@sleutel)"/>
    <row>
      <cell><xsl:value-of select="$locatie/@naam"/></cell>
      <xsl:call-template name="feitcel"><xsl:with-param name="feit" select="concat($s, '.leerlingen')"/></xsl:call-template>
      <xsl:call-template name="feitcel"><xsl:with-param name="feit" select="concat($s, '.streefaantal')"/></xsl:call-template>
      <xsl:call-template name="feitcel"><xsl:with-param name="feit" select="concat($s, '.studenten')"/></xsl:call-template>
      <xsl:call-template name="feitcel"><xsl:with-param name="feit" select="concat($s, '.partners')"/></xsl:call-template>
      <xsl:call-template name="feitcel"><xsl:with-param name="feit" select="concat($s, '.overig')"/></xsl:call-template>
    </row>
  </xsl:template>
  <!-- Hoe de instituten hun eerste jaar noemen, voluit. -->
  <xsl:template match="j:figuur[@soort = 'eerstejaars-per-school'][not(j:noot)]" mode="noten">
    <xsl:variable name="namen" select="$p/j:instituut[@eerstejaars-label and @eerstejaars-naam]"/>
    <xsl:if test="$namen">
      <note><xsl:for-each select="$namen"><xsl:if test="position() &gt; 1">; </xsl:if><xsl:value-of select="concat(@eerstejaars-label, ': ', @eerstejaars-naam)"/></xsl:for-each></note>
    </xsl:if>
  </xsl:template>

  <xsl:template match="j:figuur[@soort = 'streefaantallen']" mode="noten">
    <xsl:if test="f:feit('streefaantal.totaal') != f:feit('streefaantal.som')">
      <note mark="">Het totaal van de streefaantallen is afgerond over alle leerlingen samen; de afgeronde aantallen per school tellen op tot <number fact="streefaantal.som" as="plain"/>.</note>
    </xsl:if>
  </xsl:template>
  <xsl:template match="j:figuur[@soort = 'streef-werkelijk']" mode="inhoud">
    <chart kind="bullet">
      <series label="Studenten">
        <xsl:for-each select="$p/j:locatie[f:bestaat(concat('school.', @sleutel, '.streefaantal'))]">
          <point fact="school.{@sleutel}.studenten" format="plain" target="{f:feit(concat('school.', @sleutel, '.streefaantal'))}"><xsl:attribute name="label"><xsl:call-template name="kort"/></xsl:attribute></point>
        </xsl:for-each>
      </series>
    </chart>
  </xsl:template>
</xsl:stylesheet>
