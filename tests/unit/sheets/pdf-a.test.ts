import { inflateSync } from 'node:zlib'
import { getDocumentProxy } from 'unpdf'
import { describe, expect, it } from 'vitest'
import { renderSheet } from '#electron/host/sheets/render-sheet.ts'
import { buildYear } from './build-year.ts'
import { dataOf, sheetOf } from './sheet-texts.ts'

// PDF/A-1b, clause by clause of ISO 19005-1, read from the bytes; a year is kept for ten years and more (人社部令 2023).
async function printed(title = '年度考评登记表'): Promise<{ readonly bytes: Buffer; readonly text: string }> {
  const sheet = sheetOf(dataOf(buildYear(1)), 'evaluation-record')
  const { bytes } = await renderSheet({ ...sheet, info: { ...sheet.info, title }, watermark: '示例' })
  return { bytes, text: bytes.toString('latin1') }
}

/** The dictionaries of all objects of a type, as text. */
function objects(text: string, type: string): string[] {
  return [...text.matchAll(/\d+ 0 obj\n(<<[\s\S]*?>>)\n(?:stream|endobj)/g)].flatMap(([, body = '']) =>
    body.includes(`/Type /${type}\n`) ? [body] : [],
  )
}

function objectAt(text: string, reference: string | undefined): string {
  const start = text.indexOf(`\n${reference?.split(' ')[0]} 0 obj\n`)
  expect(start).toBeGreaterThan(0)
  return text.slice(start, text.indexOf('endobj', start))
}

function reference(dictionary: string | undefined, key: string): string | undefined {
  return new RegExp(`/${key} (\\d+ 0) R`).exec(dictionary ?? '')?.[1]
}

describe('a printed sheet is PDF/A-1b', () => {
  it('has the header of 1.4 with a binary comment (6.1.2), an ID and no encryption (6.1.3)', async () => {
    const { bytes, text } = await printed()
    expect(text.startsWith('%PDF-1.4\n%')).toBe(true)
    expect([...bytes.subarray(10, 14)].every(byte => byte > 127)).toBe(true)
    const trailer = text.slice(text.lastIndexOf('\ntrailer\n'))
    expect(trailer).toMatch(/\/ID \[<[0-9a-f]{32}> <[0-9a-f]{32}>\]/)
    expect(trailer).not.toContain('/Encrypt')
  })

  it('uses no filter but Flate, and no external stream (6.1.7, 6.1.10)', async () => {
    const { text } = await printed()
    expect(new Set(text.match(/\/Filter \S+/g))).toEqual(new Set(['/Filter /FlateDecode']))
    expect(text).not.toMatch(/\/(FFilter|FDecodeParms|LZWDecode)\b/)
  })

  it('states the colour of its output with a profile (6.2.2)', async () => {
    const { bytes, text } = await printed()
    const [intent] = objects(text, 'OutputIntent')
    expect(intent).toContain('/S /GTS_PDFA1\n')
    expect(objects(text, 'Catalog')[0]).toMatch(/\/OutputIntents \[\d+ 0 R\]/)
    const profile = objectAt(text, reference(intent, 'DestOutputProfile'))
    expect(profile).toContain('/N 3\n')
    const start = bytes.indexOf('stream\n', text.indexOf(profile)) + 7
    expect(inflateSync(bytes.subarray(start)).toString('latin1', 36, 40)).toBe('acsp')
  })

  it('embeds every font as a subset with its set of codes and the characters they stand for (6.3)', async () => {
    const { text } = await printed()
    const descriptors = objects(text, 'FontDescriptor')
    expect(descriptors).toHaveLength(2)
    for (const descriptor of descriptors) {
      expect(descriptor).toMatch(/\/FontName \/[A-Z]{6}\+NotoSerifSC/)
      expect(reference(descriptor, 'FontFile2')).toBeDefined()
      expect(reference(descriptor, 'CIDSet')).toBeDefined()
    }
    const fonts = objects(text, 'Font')
    expect(fonts.filter(font => font.includes('/Subtype /Type0')).every(font => reference(font, 'ToUnicode'))).toBe(
      true,
    )
    expect(
      fonts.filter(font => font.includes('/CIDFontType2')).every(font => font.includes('/CIDToGIDMap /Identity')),
    ).toBe(true)
  })

  it('knows no transparency, also under the watermark (6.4)', async () => {
    const { text } = await printed()
    expect(text).not.toMatch(/\/(SMask|Group|CA|ca|BM)\b/)
  })

  it('starts nothing and holds no files (6.1.11, 6.6)', async () => {
    const { text } = await printed()
    expect(text).not.toMatch(/\/(JavaScript|JS|OpenAction|AA|Launch|EmbeddedFiles|GoToR)\b/)
  })

  // pdfkit puts a name such as `甲<&>乙` into the XMP as it stands, which then is no XML.
  it('says the same of itself in the dictionary and in XMP, whatever a name is (6.7)', async () => {
    const { bytes, text } = await printed('甲<&>乙')
    const start = bytes.indexOf('<?xpacket begin=')
    const metadata = text.slice(text.lastIndexOf(' 0 obj', start), start)
    expect(metadata).not.toContain('/Filter')
    const xmp = bytes.toString('utf8', start, bytes.indexOf('<?xpacket end="w"?>', start))
    expect(xmp).toContain('<pdfaid:part>1</pdfaid:part>')
    expect(xmp).toContain('<pdfaid:conformance>B</pdfaid:conformance>')
    expect(xmp).toContain('<rdf:li xml:lang="x-default">甲&lt;&amp;&gt;乙</rdf:li>')
    expect(xmp).toContain('<xmp:CreateDate>2026-12-10T00:00:00Z</xmp:CreateDate>')
    expect(xmp.match(/<(?!\/?(rdf|x|xmp|dc|pdf|pdfaid):|\?xpacket)/g)).toBeNull()
    expect(text).toContain('(D:20261210000000Z)')
    const title = Buffer.from('\ufeff甲<&>乙', 'utf16le').swap16().toString('latin1')
    expect(text).toContain(`(${title})`)
  })
})

// An organiser that is not entered yet: `Author` in the dictionary and none in XMP, which Preflight refuses (6.7.3).
it('a sheet says nothing of itself that is empty', async () => {
  const sheet = sheetOf(dataOf(buildYear(1, { organiser: '' })), 'evaluation-record')
  expect((await renderSheet(sheet)).bytes.includes('/Author')).toBe(false)
})

// A notice of many pages in which a reader finds nothing by its headings.
it('a notice has its headings beside the pages', async () => {
  const { bytes } = await renderSheet(sheetOf(dataOf(buildYear(5)), 'scheme-notice'))
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 })
  const outline = await pdf.getOutline()
  // Preflight takes an outline that does not say how many entries it has for a broken one (PDF 1.4, 8.2.2).
  expect(bytes.toString('latin1').match(/\/Count 7\n/g)).toHaveLength(1)
  await pdf.loadingTask.destroy()
  // All of them, those above a list that is kept whole too; no sentence that only leads up to one.
  expect(outline.map(item => item.title.slice(0, 2))).toEqual(['一、', '二、', '三、', '四、', '五、', '六、', '七、'])
})
