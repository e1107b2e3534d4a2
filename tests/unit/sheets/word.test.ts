import { spawn } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { noticeWord } from '#electron/host/word/notice-word.ts'
import { WORD_FORMS, writeWord } from '#electron/host/word/write-word.ts'
import { unpack, zipEntries } from '#electron/host/workbook/zip-parts.ts'
import { resultsOf } from '#shared/domain/score/results.ts'
import { readBuilt } from '#tests/fixtures/read-built.ts'
import { buildLongYear } from './build-variants.ts'
import { buildYear } from './build-year.ts'
import { dataOf, sheetOf, textsOf } from './sheet-texts.ts'
import { filesUnder, temporaryFolder } from './temporary-folder.ts'

const ROOT = join(import.meta.dirname, '..', '..', '..')

function partsOf(bytes: Buffer): ReadonlyMap<string, Buffer> {
  const parts = unpack(bytes, zipEntries(bytes) ?? [])
  if (!parts.ok) throw new Error(parts.error.code)
  return parts.value
}

/** The words of a document as a reader sees them. */
function wordsOf(bytes: Buffer): string {
  const xml = partsOf(bytes).get('word/document.xml')?.toString('utf8') ?? ''
  return [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
    .map(([, text = '']) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'))
    .join('')
}

async function written(file: ReturnType<typeof buildYear>, sample = false): Promise<string> {
  const folder = await temporaryFolder()
  const all = WORD_FORMS.map(form => form.id)
  const result = await writeWord({ evaluation: readBuilt(file), forms: all, instructors: null, folder, sample })
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  expect(await filesUnder(folder)).toEqual([...result.value].sort())
  return folder
}

describe('the notices as Word', () => {
  it('are the five of the table, and the report on the public notice', () => {
    expect(WORD_FORMS.map(form => form.title)).toEqual([
      '年度考评方案(通知)',
      '主持词',
      '计票结果报告单',
      '公示',
      '公示情况报告',
      '结果通知书',
    ])
  })

  // Another text than the PDF's: two papers of one result that differ.
  it('say word for word what the PDF says', async () => {
    const file = buildYear(5)
    const folder = await written(file)
    const year = dataOf(file)
    for (const form of WORD_FORMS) {
      const name = form.per === 'year' ? `${form.title}.docx` : `${form.title}/002 李玉兰 i02.docx`
      const plain = (text: string) => text.replaceAll(/\s/g, '')
      const sheet = textsOf(sheetOf(year, form.id, 'i02'))
        .map(plain)
        .join('')
      expect(plain(wordsOf(await readFile(join(folder, name))))).toBe(sheet)
    }
  })

  it('have every person’s own total', async () => {
    const file = buildYear(3)
    const folder = await written(file)
    const names = await filesUnder(join(folder, '结果通知书'))
    for (const [index, person] of resultsOf(dataOf(file).score).results.entries())
      expect(wordsOf(await readFile(join(folder, '结果通知书', names[index] ?? '')))).toContain(
        `考评总分为${person.total}分`,
      )
  })

  // A clock or a random id in the file: the same notice could never be told from a changed one.
  it('are the same bytes again', async () => {
    const [one, two] = [await written(buildYear(2)), await written(buildYear(2))]
    const files = await filesUnder(one)
    expect(files).toHaveLength(7)
    for (const file of files) expect(await readFile(join(two, file))).toEqual(await readFile(join(one, file)))
  })

  // Word refuses a document whose parts do not fit each other.
  it('are whole packages, A4, with the page number and well-formed parts', async () => {
    const folder = await written(buildLongYear(2))
    for (const file of await filesUnder(folder)) {
      const parts = partsOf(await readFile(join(folder, file)))
      expect([...parts.keys()]).toEqual(
        expect.arrayContaining([
          '[Content_Types].xml',
          '_rels/.rels',
          'word/document.xml',
          'word/_rels/document.xml.rels',
        ]),
      )
      const document = parts.get('word/document.xml')?.toString('utf8') ?? ''
      expect(document).toMatch(/<w:pgSz [^>]*w:w="11906"[^>]*w:h="16838"/)
      const relations = parts.get('word/_rels/document.xml.rels')?.toString('utf8') ?? ''
      for (const [, target = ''] of relations.matchAll(/Target="([^"]+)"/g))
        expect([...parts.keys()]).toContain(`word/${target}`)
      const feet = [...parts].filter(([name]) => /^word\/footer\d\.xml$/.test(name))
      expect(feet).toHaveLength(2)
      for (const [, foot] of feet) expect(foot.toString('utf8')).toMatch(/— .*PAGE.* —/s)
    }
  })

  it('say 示例 in the head for the sample year, and only there', async () => {
    const head = async (sample: boolean) => {
      const parts = partsOf(await readFile(join(await written(buildYear(1), sample), '公示.docx')))
      return [...parts].filter(([name]) => name.startsWith('word/header')).map(([, part]) => part.toString('utf8'))
    }
    expect(await head(false)).toEqual([])
    for (const part of await head(true)) expect(part).toContain('示例')
    expect(await head(true)).toHaveLength(2)
  })

  // Users' words that become markup.
  it('write users’ words as words', async () => {
    const about = { title: 't', organiser: '<w:p>&', sample: false }
    const blocks = [{ kind: 'text' as const, text: '<w:t>甲&乙</w:t>"\'' }]
    expect(wordsOf(await noticeWord({ title: 'a<b', remark: null, blocks }, about))).toContain('<w:t>甲&乙</w:t>')
  })
})

describe('pingyi sheets --word', () => {
  function sheets(cwd: string, args: readonly string[]): Promise<{ code: number | null; out: string; err: string }> {
    return new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [join(ROOT, 'electron/cli/main.ts'), 'sheets', ...args], { cwd })
      let out = ''
      let err = ''
      child.stdout.on('data', (chunk: Buffer) => {
        out += chunk.toString()
      })
      child.stderr.on('data', (chunk: Buffer) => {
        err += chunk.toString()
      })
      child.on('error', reject)
      child.on('close', code => resolve({ code, out, err }))
    })
  }

  it('writes the notices of the people named', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'year.json'), JSON.stringify(buildYear(3)))
    const { code, out } = await sheets(folder, ['year.json', '--out', 'out', '--word', '--only', 'i02'])
    expect({ code, out }).toEqual({ code: 0, out: '结果通知书/002 李玉兰 i02.docx\n' })
    expect(await filesUnder(join(folder, 'out'))).toEqual(['结果通知书/002 李玉兰 i02.docx'])
  })

  it('refuses a form that does not come as Word, and writes nothing', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'year.json'), JSON.stringify(buildYear(1)))
    const { code, err } = await sheets(folder, ['year.json', '--out', 'out', '--word', '--form', '结果名册'])
    expect(code).toBe(2)
    expect(err).toContain('--form 结果名册')
    expect(await filesUnder(folder)).toEqual(['year.json'])
  })
})
