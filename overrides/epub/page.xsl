<?xml version="1.0" encoding="UTF-8"?>
<!-- A built page as a chapter of the book: its article without what needs a screen, its forms as lines to write on. -->
<xsl:stylesheet version="1.0" xmlns="http://www.w3.org/1999/xhtml" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
 xmlns:epub="http://www.idpf.org/2007/ops">
<xsl:output method="xml" encoding="UTF-8" indent="no"/>
<xsl:param name="up"/>
<xsl:param name="type" select="'bodymatter'"/>

<xsl:template match="/">
<html lang="da" xml:lang="da">
<head>
<title><xsl:value-of select="normalize-space(//article//h1)"/></title>
<link rel="stylesheet" type="text/css" href="{$up}book.css"/>
</head>
<body epub:type="{$type}">
<xsl:apply-templates select="//article/node()"/>
</body>
</html>
</xsl:template>

<xsl:template match="*">
<xsl:element name="{local-name()}" namespace="http://www.w3.org/1999/xhtml"><xsl:call-template name="inside"/></xsl:element>
</xsl:template>
<xsl:template name="inside"><xsl:apply-templates select="@*"/><xsl:apply-templates/></xsl:template>

<!-- Attributes: those that say something on paper. -->
<xsl:template match="@*"/>
<xsl:template match="@id | @class | @lang | @href | @src | @alt | @scope | @colspan | @rowspan | @start | @aria-label | @aria-labelledby"><xsl:copy/></xsl:template>
<xsl:template match="@role[. = 'note']"><xsl:copy/></xsl:template>
<!-- A name that another element gives this one counts only where a reader can be told of it. -->
<xsl:template match="div[not(@role = 'note')]/@aria-label | div/@aria-labelledby | fieldset/@aria-label | p/@aria-label | label/@aria-label"/>

<!-- What only a screen, a mouse or a script can use. -->
<xsl:template match="comment() | script | style | link | svg | template | dialog | noscript | button | select | progress | *[@hidden] | *[@popover] | *[@data-place]"/>
<xsl:template match="a[contains(concat(' ', @class, ' '), ' headerlink ')]"/>
<xsl:template match="*[contains(@class, 'c-toc') or contains(@class, 'c-jump-bar') or contains(@class, 'c-print-foot')]"/>
<xsl:template match="form[@role = 'search']"/>
<xsl:template match="*[contains(@class, 'c-feed') or contains(@class, 'c-document__no-script') or contains(@class, 'c-document__blank') or contains(@class, 'c-document__told') or contains(@class, 'c-document__tools')]"/>
<xsl:template match="*[contains(concat(' ', @class, ' '), ' u-hidden ')]"/>
<xsl:template match="thead//*[contains(concat(' ', @class, ' '), ' u-hidden ')]"><xsl:apply-templates/></xsl:template>

<!-- A term leads to the glossary; an abbreviation is written out. -->
<xsl:template match="button[@popovertarget and contains(concat(' ', @class, ' '), ' c-term ')]">
<a class="c-term" href="{$up}ordliste.xhtml#ord-{substring-after(@popovertarget, 'kort-')}"><xsl:apply-templates/></a>
<xsl:if test="@data-long"><xsl:value-of select="concat(' (', @data-long, ')')"/></xsl:if>
</xsl:template>

<!-- A link whose page is not in the book is its text. -->
<xsl:template match="a[not(@href)]"><span><xsl:apply-templates select="@id | @class"/><xsl:apply-templates/></span></xsl:template>

<!-- What is folded together on a screen stands open. -->
<xsl:template match="details"><div><xsl:call-template name="inside"/></div></xsl:template>
<xsl:template match="summary"><p class="summary"><xsl:apply-templates/></p></xsl:template>

<!-- Footnotes. -->
<xsl:template match="a[contains(@class, 'footnote-ref')]"><a epub:type="noteref" role="doc-noteref"><xsl:call-template name="inside"/></a></xsl:template>
<xsl:template match="a[contains(@class, 'footnote-backref')]"><a role="doc-backlink"><xsl:call-template name="inside"/></a></xsl:template>
<xsl:template match="div[@class = 'footnote']"><section class="footnote" epub:type="endnotes" role="doc-endnotes"><xsl:apply-templates/></section></xsl:template>
<xsl:template match="div[@class = 'footnote']/hr"/>

<!-- Forms: a box to tick, a line to write on. -->
<xsl:template match="form | fieldset | label"><div><xsl:call-template name="inside"/></div></xsl:template>
<xsl:template match="legend"><p><xsl:call-template name="inside"/></p></xsl:template>
<xsl:template match="label[contains(@class, 'c-document__label')]"><p class="c-document__label"><xsl:apply-templates/></p></xsl:template>
<xsl:template match="input[@type = 'checkbox' or @type = 'radio']"><span class="tick"/></xsl:template>
<xsl:template match="input"><span class="line"/></xsl:template>
<xsl:template match="td//input"/>
<xsl:template match="textarea"><xsl:value-of select="."/></xsl:template>
<xsl:template match="*[contains(@class, 'c-document__lines')]"><div class="lines"><xsl:apply-templates/></div></xsl:template>
<xsl:template match="*[contains(@class, 'c-document__lines')]/i"><span class="line"/></xsl:template>
</xsl:stylesheet>
