<?xml version="1.0" encoding="UTF-8"?>
<!-- Figuren over eigen gegevens: een tabel met groepen en totalen, of een grafiek. Deel van figuren.xsl.

     In de invoer: <figuur soort="gegevens" over="behoud" kolommen="begonnen gebleven" vorm="balken"/>. Zonder vorm een tabel; taart en ring
     tonen de eerste kolom met getallen, de andere grafieken een reeks per kolom: wat een andere eenheid heeft, krijgt een
     grafiek van zichzelf. Schooljaren staan in een tabel naast elkaar, zolang het er niet meer dan zes zijn; in een lijn
     blijft een jaar zonder cijfer open. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:nl:jaarverslag:document"
  xmlns:j="urn:nl:jaarverslag:1" xmlns:f="urn:nl:jaarverslag:functies" xmlns:d="urn:nl:jaarverslag:document"
  xmlns:exsl="http://exslt.org/common" exclude-result-prefixes="j f d exsl">

  <f:figuur soort="gegevens" onderdeel="eigen-gegevens" ding="gegevens" over="sleutel" vormen="tabel taart ring balken kolommen gestapeld gestapelde-kolommen lijn veelvouden">Eigen gegevens van het partnerschap.</f:figuur>

  <!-- ============ wat de figuur toont ============ -->
  <xsl:variable name="hoofdletters" select="'ABCDEFGHIJKLMNOPQRSTUVWXYZÀÁÂÄÇÈÉÊËÌÍÎÏÒÓÔÖÙÚÛÜàáâäçèéêëìíîïòóôöùúûü'"/>
  <xsl:variable name="kleine-letters" select="'abcdefghijklmnopqrstuvwxyzaaaaceeeeiiiioooouuuuaaaaceeeeiiiioooouuuu'"/>

  <!-- De rijen: sleutel zoals in de feiten, naam, groep, en de cellen met woorden. -->
  <xsl:template match="j:gegevens" mode="rijen">
    <xsl:variable name="per" select="j:rijen/@per"/>
    <xsl:choose>
      <xsl:when test="j:jaren">
        <xsl:for-each select="j:jaren/j:jaar"><xsl:sort select="@schooljaar"/>
          <d:r sleutel="{@schooljaar}" naam="{translate(@schooljaar, '-', '–')}"><xsl:call-template name="woorden"/></d:r>
        </xsl:for-each>
      </xsl:when>
      <xsl:when test="$per">
        <xsl:variable name="rijen" select="j:rijen/j:rij"/>
        <xsl:variable name="besturen" select="$p/j:bestuur"/>
        <xsl:for-each select="$p/*[local-name() = $per]">
          <xsl:variable name="ding" select="."/>
          <xsl:variable name="rij" select="$rijen[@*[local-name() = $per] = $ding/@sleutel or translate(normalize-space(@*[local-name() = $per]), $hoofdletters, $kleine-letters) = translate(normalize-space($ding/@naam), $hoofdletters, $kleine-letters) or translate(normalize-space(@*[local-name() = $per]), $hoofdletters, $kleine-letters) = translate(normalize-space($ding/@kort), $hoofdletters, $kleine-letters)]"/>
          <xsl:variable name="bestuur" select="$besturen[@sleutel = $ding/@bestuur or @sleutel = $p/j:school[@sleutel = $ding/@school]/@bestuur]"/>
          <d:r sleutel="{@sleutel}" naam="{@naam}">
            <xsl:if test="$rij/@groep"><xsl:attribute name="groep"><xsl:value-of select="$rij/@groep"/></xsl:attribute></xsl:if>
            <xsl:if test="$per = 'locatie' and not($rijen/@groep) and count($besturen) &gt; 1"><xsl:attribute name="bestuur"><xsl:call-template name="kort"><xsl:with-param name="ding" select="$bestuur"/></xsl:call-template></xsl:attribute></xsl:if>
            <xsl:for-each select="$rij[1]"><xsl:call-template name="woorden"/></xsl:for-each>
          </d:r>
        </xsl:for-each>
      </xsl:when>
      <xsl:otherwise>
        <xsl:for-each select="j:rijen/j:rij"><d:r sleutel="{@sleutel}" naam="{@naam}" groep="{@groep}"><xsl:call-template name="woorden"/></d:r></xsl:for-each>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template name="woorden">
    <xsl:variable name="rij" select="."/>
    <xsl:for-each select="ancestor::j:gegevens/j:kolom[@soort = 'tekst' or @soort = 'datum']">
      <xsl:variable name="cel" select="$rij/@*[name() = current()/@sleutel]"/>
      <xsl:if test="$cel"><d:w kolom="{@sleutel}"><xsl:choose><xsl:when test="@soort = 'datum' and f:datum($cel) != ''"><xsl:value-of select="f:datum($cel)"/></xsl:when><xsl:otherwise><xsl:value-of select="$cel"/></xsl:otherwise></xsl:choose></d:w></xsl:if>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="j:kolom" mode="kop">
    <xsl:value-of select="@naam"/>
    <xsl:choose>
      <xsl:when test="@soort = 'euro' and not(contains(@naam, '€'))"> (€)</xsl:when>
      <xsl:when test="@soort = 'procent' and not(contains(@naam, '%'))"> (%)</xsl:when>
      <xsl:when test="@eenheid and not(contains(translate(@naam, $hoofdletters, $kleine-letters), translate(@eenheid, $hoofdletters, $kleine-letters))) and (@soort = 'aantal' or @soort = 'score')"><xsl:value-of select="concat(' (', @eenheid, ')')"/></xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="j:figuur[@soort = 'gegevens']" mode="inhoud">
    <xsl:variable name="figuur" select="."/>
    <xsl:for-each select="$invoer/j:eigen-gegevens/j:gegevens[not($figuur/@over) or contains(concat(' ', normalize-space($figuur/@over), ' '), concat(' ', @sleutel, ' '))]">
      <xsl:variable name="rijen"><xsl:apply-templates select="." mode="rijen"/></xsl:variable>
      <xsl:variable name="kolommen" select="j:kolom[not($figuur/@kolommen) or contains(concat(' ', normalize-space($figuur/@kolommen), ' '), concat(' ', @sleutel, ' '))]"/>
      <xsl:choose>
        <xsl:when test="$figuur/@vorm and $figuur/@vorm != 'tabel'">
          <xsl:call-template name="gegevens-grafiek">
            <xsl:with-param name="vorm" select="string($figuur/@vorm)"/>
            <xsl:with-param name="rijen" select="exsl:node-set($rijen)/d:r"/>
            <xsl:with-param name="kolommen" select="$kolommen[@soort != 'tekst' and @soort != 'datum']"/>
          </xsl:call-template>
        </xsl:when>
        <xsl:when test="j:jaren and count(j:jaren/j:jaar) &lt; 7">
          <xsl:call-template name="gegevens-jaren"><xsl:with-param name="figuur" select="$figuur"/><xsl:with-param name="rijen" select="exsl:node-set($rijen)/d:r"/><xsl:with-param name="kolommen" select="$kolommen"/></xsl:call-template>
        </xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="gegevens-tabel"><xsl:with-param name="figuur" select="$figuur"/><xsl:with-param name="rijen" select="exsl:node-set($rijen)/d:r"/><xsl:with-param name="kolommen" select="$kolommen"/></xsl:call-template>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:template>

  <!-- ============ tabel ============ -->
  <xsl:template name="gegevenscel">
    <xsl:param name="kolom"/><xsl:param name="rij"/>
    <xsl:variable name="sleutel" select="$kolom/@sleutel"/>
    <xsl:choose>
      <xsl:when test="$kolom/@soort = 'tekst' or $kolom/@soort = 'datum'"><cell><xsl:value-of select="$rij/d:w[@kolom = $sleutel]"/></cell></xsl:when>
      <xsl:otherwise><xsl:call-template name="feitcel"><xsl:with-param name="feit" select="concat('gegevens.', $kolom/../@sleutel, '.', $rij/@sleutel, '.', $sleutel)"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="gegevensrij">
    <xsl:param name="rij"/><xsl:param name="kolommen"/>
    <row>
      <cell header="yes" align="left"><xsl:value-of select="$rij/@naam"/></cell>
      <xsl:for-each select="$kolommen"><xsl:call-template name="gegevenscel"><xsl:with-param name="kolom" select="."/><xsl:with-param name="rij" select="$rij"/></xsl:call-template></xsl:for-each>
    </row>
  </xsl:template>

  <!-- Een rij met totalen, als er een is: van alles, of van een groep. -->
  <xsl:template name="totaalrij">
    <xsl:param name="begin"/><xsl:param name="naam"/><xsl:param name="rol"/><xsl:param name="kolommen"/>
    <xsl:if test="$kolommen[f:bestaat(concat($begin, '.', @sleutel))]">
      <row role="{$rol}">
        <cell><xsl:value-of select="$naam"/></cell>
        <xsl:for-each select="$kolommen"><xsl:call-template name="feitcel"><xsl:with-param name="feit" select="concat($begin, '.', @sleutel)"/></xsl:call-template></xsl:for-each>
      </row>
    </xsl:if>
  </xsl:template>

  <xsl:template name="gegevens-tabel">
    <xsl:param name="figuur"/><xsl:param name="rijen"/><xsl:param name="kolommen"/>
    <xsl:variable name="g" select="."/>
    <xsl:variable name="sleutel" select="@sleutel"/>
    <table summary="{normalize-space($figuur/j:bijschrift)}" fit="shrink">
      <column width="auto" align="left"/>
      <xsl:for-each select="$kolommen"><column><xsl:attribute name="width"><xsl:choose><xsl:when test="@soort = 'tekst' or @soort = 'datum'">auto</xsl:when><xsl:otherwise>1*</xsl:otherwise></xsl:choose></xsl:attribute><xsl:attribute name="align"><xsl:choose><xsl:when test="@soort = 'tekst' or @soort = 'datum'">left</xsl:when><xsl:otherwise>right</xsl:otherwise></xsl:choose></xsl:attribute></column></xsl:for-each>
      <head>
        <row>
          <cell header="yes"><xsl:choose><xsl:when test="j:jaren">Schooljaar</xsl:when><xsl:when test="j:rijen/@per = 'locatie'">School</xsl:when><xsl:when test="j:rijen/@per = 'bestuur'">Bestuur</xsl:when><xsl:when test="j:rijen/@per = 'instituut'">Instituut</xsl:when><xsl:when test="j:rijen/@per = 'niveau'">Niveau</xsl:when></xsl:choose></cell>
          <xsl:for-each select="$kolommen"><cell header="yes"><xsl:attribute name="align"><xsl:choose><xsl:when test="@soort = 'tekst' or @soort = 'datum'">left</xsl:when><xsl:otherwise>right</xsl:otherwise></xsl:choose></xsl:attribute><xsl:apply-templates select="." mode="kop"/></cell></xsl:for-each>
        </row>
      </head>
      <xsl:for-each select="j:groep">
        <xsl:variable name="groep" select="@sleutel"/>
        <xsl:if test="$rijen[@groep = $groep]">
          <body group="{@naam}">
            <xsl:for-each select="$rijen[@groep = $groep]"><xsl:call-template name="gegevensrij"><xsl:with-param name="rij" select="."/><xsl:with-param name="kolommen" select="$kolommen"/></xsl:call-template></xsl:for-each>
            <xsl:call-template name="totaalrij"><xsl:with-param name="begin" select="concat('gegevens.', $sleutel, '.groep.', $groep)"/><xsl:with-param name="naam" select="'Totaal'"/><xsl:with-param name="rol" select="'subtotal'"/><xsl:with-param name="kolommen" select="$kolommen"/></xsl:call-template>
          </body>
        </xsl:if>
      </xsl:for-each>
      <xsl:variable name="los" select="$rijen[not(@groep = $g/j:groep/@sleutel)]"/>
      <xsl:for-each select="$los[not(@bestuur = preceding-sibling::d:r/@bestuur)][@bestuur]">
        <xsl:variable name="bestuur" select="@bestuur"/>
        <body>
          <xsl:attribute name="group"><xsl:choose><xsl:when test="$bestuur = ''">Overige scholen</xsl:when><xsl:otherwise><xsl:value-of select="$bestuur"/></xsl:otherwise></xsl:choose></xsl:attribute>
          <xsl:for-each select="$los[@bestuur = $bestuur]"><xsl:call-template name="gegevensrij"><xsl:with-param name="rij" select="."/><xsl:with-param name="kolommen" select="$kolommen"/></xsl:call-template></xsl:for-each>
        </body>
      </xsl:for-each>
      <xsl:if test="$los[not(@bestuur)]">
        <body>
          <xsl:if test="$rijen[@groep = $g/j:groep/@sleutel]"><xsl:attribute name="group">Overige</xsl:attribute></xsl:if>
          <xsl:for-each select="$los[not(@bestuur)]"><xsl:call-template name="gegevensrij"><xsl:with-param name="rij" select="."/><xsl:with-param name="kolommen" select="$kolommen"/></xsl:call-template></xsl:for-each>
        </body>
      </xsl:if>
      <xsl:if test="$kolommen[f:bestaat(concat('gegevens.', $sleutel, '.totaal.', @sleutel))]">
        <foot><xsl:call-template name="totaalrij"><xsl:with-param name="begin" select="concat('gegevens.', $sleutel, '.totaal')"/><xsl:with-param name="naam" select="'Totaal'"/><xsl:with-param name="rol" select="'total'"/><xsl:with-param name="kolommen" select="$kolommen"/></xsl:call-template></foot>
      </xsl:if>
    </table>
  </xsl:template>

  <!-- Schooljaren naast elkaar: een rij per kolom van de gegevens. -->
  <xsl:template name="gegevens-jaren">
    <xsl:param name="figuur"/><xsl:param name="rijen"/><xsl:param name="kolommen"/>
    <xsl:variable name="sleutel" select="@sleutel"/>
    <xsl:variable name="totaal" select="$kolommen[f:bestaat(concat('gegevens.', $sleutel, '.totaal.', @sleutel))]"/>
    <table summary="{normalize-space($figuur/j:bijschrift)}" fit="shrink">
      <column width="auto" align="left"/>
      <xsl:for-each select="$rijen"><column width="1*" align="right"/></xsl:for-each>
      <xsl:if test="$totaal"><column width="1*" align="right"/></xsl:if>
      <head>
        <row>
          <cell header="yes"/>
          <xsl:for-each select="$rijen"><cell header="yes" align="right"><xsl:value-of select="@naam"/></cell></xsl:for-each>
          <xsl:if test="$totaal"><cell header="yes" align="right">Totaal</cell></xsl:if>
        </row>
      </head>
      <body>
        <xsl:for-each select="$kolommen">
          <xsl:variable name="kolom" select="."/>
          <row>
            <cell header="yes" align="left"><xsl:apply-templates select="." mode="kop"/></cell>
            <xsl:for-each select="$rijen"><xsl:call-template name="gegevenscel"><xsl:with-param name="kolom" select="$kolom"/><xsl:with-param name="rij" select="."/></xsl:call-template></xsl:for-each>
            <xsl:if test="$totaal"><xsl:call-template name="feitcel"><xsl:with-param name="feit" select="concat('gegevens.', $sleutel, '.totaal.', @sleutel)"/></xsl:call-template></xsl:if>
          </row>
        </xsl:for-each>
      </body>
    </table>
  </xsl:template>

  <!-- ============ grafiek ============ -->
  <xsl:template name="gegevens-grafiek">
    <xsl:param name="vorm"/><xsl:param name="rijen"/><xsl:param name="kolommen"/><xsl:param name="een-van-meer" select="false()"/>
    <xsl:variable name="taart" select="$vorm = 'taart' or $vorm = 'ring'"/>
    <xsl:variable name="eerste" select="$kolommen[1]"/>
    <xsl:variable name="samen" select="$kolommen[@soort = $eerste/@soort and string(@eenheid) = string($eerste/@eenheid)][not($taart) or position() = 1]"/>
    <xsl:variable name="sleutel" select="@sleutel"/>
    <xsl:variable name="rest" select="$kolommen[@soort != $eerste/@soort or string(@eenheid) != string($eerste/@eenheid)]"/>
    <xsl:if test="$eerste">
      <!-- een reeks alleen heeft geen legenda: de lijn noemt haar zelf, de andere grafieken hier -->
      <xsl:if test="not($taart) and $vorm != 'lijn' and $vorm != 'veelvouden' and count($samen) = 1 and ($een-van-meer or $rest)"><para style="chart-title" keep-next="yes"><xsl:value-of select="$eerste/@naam"/></para></xsl:if>
      <chart>
        <xsl:attribute name="kind"><xsl:choose><xsl:when test="$vorm = 'taart'">pie</xsl:when><xsl:when test="$vorm = 'ring'">ring</xsl:when><xsl:when test="$vorm = 'kolommen'">columns</xsl:when><xsl:when test="starts-with($vorm, 'gestapeld')">stacked</xsl:when><xsl:when test="$vorm = 'lijn'">line</xsl:when><xsl:when test="$vorm = 'veelvouden'">multiples</xsl:when><xsl:otherwise>bars</xsl:otherwise></xsl:choose></xsl:attribute>
        <xsl:if test="$vorm = 'gestapelde-kolommen'"><xsl:attribute name="orientation">vertical</xsl:attribute></xsl:if>
        <xsl:if test="$eerste/@soort = 'euro'"><xsl:attribute name="unit">EUR</xsl:attribute></xsl:if>
        <xsl:if test="$eerste/@soort = 'procent'"><xsl:attribute name="unit">%</xsl:attribute></xsl:if>
        <xsl:for-each select="$samen">
          <xsl:variable name="kolom" select="@sleutel"/>
          <series label="{@naam}">
            <xsl:choose>
              <!-- reeksen van meer dan een eeuw hebben geen gaten: een punt per rij -->
              <xsl:when test="$vorm = 'lijn' and substring-before($rijen[last()]/@sleutel, '-') - substring-before($rijen[1]/@sleutel, '-') &lt; 100">
                <xsl:call-template name="jaarpunten">
                  <xsl:with-param name="jaar" select="number(substring-before($rijen[1]/@sleutel, '-'))"/><xsl:with-param name="tot" select="number(substring-before($rijen[last()]/@sleutel, '-'))"/>
                  <xsl:with-param name="begin" select="concat('gegevens.', $sleutel, '.')"/><xsl:with-param name="kolom" select="."/>
                </xsl:call-template>
              </xsl:when>
              <xsl:otherwise>
                <xsl:for-each select="$rijen[not($taart) or f:bestaat(concat('gegevens.', $sleutel, '.', @sleutel, '.', $kolom))]">
                  <xsl:variable name="feit" select="concat('gegevens.', $sleutel, '.', @sleutel, '.', $kolom)"/>
                  <point label="{@naam}">
                    <xsl:if test="$eerste/@soort = 'euro' and not($samen/@berekend = 'per' or $samen/@berekend = 'gemiddelde')"><xsl:attribute name="format">euro-whole</xsl:attribute></xsl:if>
                    <xsl:choose><xsl:when test="f:bestaat($feit)"><xsl:attribute name="fact"><xsl:value-of select="$feit"/></xsl:attribute></xsl:when><xsl:otherwise><xsl:attribute name="text">–</xsl:attribute></xsl:otherwise></xsl:choose>
                  </point>
                </xsl:for-each>
              </xsl:otherwise>
            </xsl:choose>
          </series>
        </xsl:for-each>
      </chart>
      <xsl:if test="not($taart)">
        <xsl:call-template name="gegevens-grafiek"><xsl:with-param name="vorm" select="$vorm"/><xsl:with-param name="rijen" select="$rijen"/><xsl:with-param name="kolommen" select="$rest"/><xsl:with-param name="een-van-meer" select="true()"/></xsl:call-template>
      </xsl:if>
    </xsl:if>
  </xsl:template>

  <!-- Elk jaar van het eerste tot en met het laatste: wat er niet is, laat een gat. -->
  <xsl:template name="jaarpunten">
    <xsl:param name="jaar"/><xsl:param name="tot"/><xsl:param name="begin"/><xsl:param name="kolom"/>
    <xsl:variable name="feit" select="concat($begin, $jaar, '-', $jaar + 1, '.', $kolom/@sleutel)"/>
    <point label="{$jaar}–{$jaar + 1}">
      <xsl:if test="$kolom/@soort = 'euro' and not($kolom/@berekend = 'per' or $kolom/@berekend = 'gemiddelde')"><xsl:attribute name="format">euro-whole</xsl:attribute></xsl:if>
      <xsl:if test="f:bestaat($feit)"><xsl:attribute name="fact"><xsl:value-of select="$feit"/></xsl:attribute></xsl:if>
    </point>
    <xsl:if test="$jaar &lt; $tot"><xsl:call-template name="jaarpunten"><xsl:with-param name="jaar" select="$jaar + 1"/><xsl:with-param name="tot" select="$tot"/><xsl:with-param name="begin" select="$begin"/><xsl:with-param name="kolom" select="$kolom"/></xsl:call-template></xsl:if>
  </xsl:template>

  <!-- ============ voor wie de figuur niet ziet ============ -->
  <xsl:template match="j:figuur[@soort = 'gegevens']" mode="beschrijving">
    <xsl:variable name="figuur" select="."/>
    <xsl:if test="@vorm and @vorm != 'tabel'">
      <xsl:for-each select="$invoer/j:eigen-gegevens/j:gegevens[not($figuur/@over) or contains(concat(' ', normalize-space($figuur/@over), ' '), concat(' ', @sleutel, ' '))]">
        <xsl:variable name="g" select="@sleutel"/>
        <xsl:variable name="rijen"><xsl:apply-templates select="." mode="rijen"/></xsl:variable>
        <xsl:variable name="getallen" select="j:kolom[@soort != 'tekst' and @soort != 'datum'][not($figuur/@kolommen) or contains(concat(' ', normalize-space($figuur/@kolommen), ' '), concat(' ', @sleutel, ' '))]"/>
        <xsl:for-each select="$getallen[not($figuur/@vorm = 'taart' or $figuur/@vorm = 'ring') or position() = 1]">
          <xsl:variable name="kolom" select="@sleutel"/>
          <xsl:value-of select="concat('; ', @naam, ': ')"/>
          <xsl:for-each select="exsl:node-set($rijen)/d:r[f:bestaat(concat('gegevens.', $g, '.', @sleutel, '.', $kolom))]">
            <xsl:if test="position() &gt; 1">, </xsl:if><xsl:value-of select="concat(@naam, ' ', f:tekst(concat('gegevens.', $g, '.', @sleutel, '.', $kolom)))"/>
          </xsl:for-each>
        </xsl:for-each>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
