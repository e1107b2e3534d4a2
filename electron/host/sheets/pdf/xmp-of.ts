/** What a PDF says of itself, in pdfkit's names. */
export type DocumentInfo = Readonly<Record<string, unknown>> & { readonly CreationDate: Date }

/**
 * The same information as XMP, which PDF/A wants beside the old dictionary with equal values (ISO 19005-1, 6.7.3). Written
 * without the clock; users' words are escaped.
 */
export function xmpOf(info: DocumentInfo): string {
  const value = (key: string) => (typeof info[key] === 'string' ? escaped(info[key]) : '')
  const when = (key: string, write: (words: string) => string) => (value(key) === '' ? '' : write(value(key)))
  const alternative = (words: string) => `<rdf:Alt><rdf:li xml:lang="x-default">${words}</rdf:li></rdf:Alt>`
  return `<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<xmp:CreateDate>${info.CreationDate.toISOString().slice(0, 19)}Z</xmp:CreateDate>
<xmp:CreatorTool>${value('Creator')}</xmp:CreatorTool>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:format>application/pdf</dc:format>
${when('Title', words => `<dc:title>${alternative(words)}</dc:title>\n`)}${when('Author', words => `<dc:creator><rdf:Seq><rdf:li>${words}</rdf:li></rdf:Seq></dc:creator>\n`)}${when('Subject', words => `<dc:description>${alternative(words)}</dc:description>\n`)}</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<pdf:Producer>${value('Producer')}</pdf:Producer>
${when('Keywords', words => `<pdf:Keywords>${words}</pdf:Keywords>\n`)}</rdf:Description>
`
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** As XML 1.0 takes it: what it does not know (control characters, halves of characters) is replaced. */
function escaped(words: string): string {
  return words
    .toWellFormed()
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '\u{fffd}')
    .replace(/[&<>]/g, character => ENTITIES[character] ?? '')
}
