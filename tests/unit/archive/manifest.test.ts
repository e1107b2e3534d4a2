import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sha256 } from '#electron/host/archive/sha256.ts'
import { CATALOGUE_JSON, FIXED_PATHS, MANIFEST } from '#shared/domain/archive/archive-paths.ts'
import { compareFiles, type FolderContent } from '#shared/domain/archive/compare-files.ts'
import { findingLine } from '#shared/domain/archive/finding.ts'
import { readManifest, writeManifest } from '#shared/domain/archive/manifest.ts'

const DOCUMENTS = ['归档文件/J-0001 甲.pdf', '归档文件/J-0002 乙.pdf']
const HASHES = new Map([...FIXED_PATHS, ...DOCUMENTS].map(path => [path, sha256(path)]))
const TEXT = writeManifest(HASHES, sha256)

function buildContent(overrides: Partial<FolderContent> = {}): FolderContent {
  return { hashes: HASHES, unreadable: new Map(), oddities: [], emptyFolders: [], emptyFiles: new Set(), ...overrides }
}
const compare = (manifest: string | null, content = buildContent(), documents: readonly string[] | null = DOCUMENTS) =>
  compareFiles(manifest, content, documents, sha256).map(findingLine)

const without = (...paths: string[]) => new Map([...HASHES].filter(([path]) => !paths.includes(path)))

describe('the manifest', () => {
  test('is what sha256sum writes, and a line that it takes for a comment', () => {
    const lines = TEXT.split('\n')
    expect(lines).toHaveLength(HASHES.size + 2)
    for (const line of lines.slice(0, -2)) expect(line).toMatch(/^[0-9a-f]{64} {2}\S.*$/)
    expect(lines.at(-2)).toMatch(/^# 以上各行的 SHA-256：[0-9a-f]{64}$/)
    expect(readManifest(TEXT, sha256)).toEqual({ files: HASHES, intact: true })
  })

  // A manifest that sends the checker to files outside the archive.
  test.each(['../secret', '/etc/passwd', 'a/../../b', 'a//b', './a', 'a\\b', 'a\u0001b'])('%j is no path', path => {
    expect(readManifest(`${sha256('x')}  ${path}\n`, sha256).files.size).toBe(0)
  })
})

describe('a damaged manifest', () => {
  // A byte that flips in the list must not accuse the file whose line it hit.
  test('is the only one named, whichever byte is changed', () => {
    const bytes = Buffer.from(TEXT)
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (place, change) => {
        const damaged = Buffer.from(bytes)
        damaged[place] = (damaged[place] ?? 0) ^ change
        expect(compare(damaged.toString('utf8'))).toEqual([`清单已损坏或被改动：${MANIFEST}`])
      }),
      { numRuns: 1000 },
    )
  })

  test.each([0, 1, 70, 400, TEXT.length - 100, TEXT.length - 1])(
    'is the only one named, cut to %i characters',
    length => {
      expect(compare(TEXT.slice(0, length))).toEqual([`清单已损坏或被改动：${MANIFEST}`])
    },
  )

  test('is the only one named with a line added, doubled or moved', () => {
    const [first = '', second = '', ...rest] = TEXT.split('\n')
    for (const lines of [
      [first, first, second, ...rest],
      [second, first, ...rest],
      ['# 备注', first, second, ...rest],
      [first, second, ...rest, '', ''],
    ])
      expect(compare(lines.join('\n'))).toEqual([`清单已损坏或被改动：${MANIFEST}`])
  })

  test('does not hide what else is wrong', () => {
    const [document = ''] = DOCUMENTS
    const changed = new Map([...HASHES, [document, sha256('other')], ['新.txt', sha256('新')]])
    changed.delete(CATALOGUE_JSON)
    expect(compare(`${TEXT}\n`, buildContent({ hashes: changed }))).toEqual([
      `清单已损坏或被改动：${MANIFEST}`,
      `已改动：${document}`,
      `缺失：${CATALOGUE_JSON}`,
      '多出：新.txt',
    ])
  })

  // The last of the sorted files gone and the last line with it: what is left looks whole.
  test('does not hide a missing last file', () => {
    const lines = TEXT.split('\n')
    const last = lines.at(-3)?.slice(66) ?? ''
    expect(compare(lines.slice(0, -3).join('\n'), buildContent({ hashes: without(last) }))).toContain(`缺失：${last}`)
  })

  // Somebody who changes a file and takes its line out of the list.
  test('does not hide a document whose line was cut out', () => {
    const [document = ''] = DOCUMENTS
    const text = TEXT.split('\n')
      .filter(line => !line.endsWith(document))
      .join('\n')
    expect(compare(text, buildContent({ hashes: without(document) }))).toEqual([
      `清单已损坏或被改动：${MANIFEST}`,
      `缺失：${document}`,
    ])
  })
})

describe('a manifest with other line ends', () => {
  // A well-meant editor on Windows: it is damage, and must not hide what else is wrong.
  test('is named, and so is a file that was changed beside it', () => {
    const ends = TEXT.replaceAll('\n', '\r\n')
    expect(compare(ends, buildContent({ hashes: HASHES }))).toEqual(['清单已损坏或被改动：清单.sha256'])
    const [one = ''] = DOCUMENTS
    const hashes = new Map([...HASHES, [one, sha256('changed')]])
    expect(compare(ends, buildContent({ hashes }))).toEqual(['清单已损坏或被改动：清单.sha256', `已改动：${one}`])
  })
})

describe('no manifest', () => {
  test('is named, and what the catalogue can tell', () => {
    expect(compare(null)).toEqual([`缺失：${MANIFEST}（无法核对各文件）`])
    const hashes = new Map([...without(DOCUMENTS[0] ?? ''), ['别的.txt', sha256('x')]])
    expect(compare(null, buildContent({ hashes }))).toEqual([
      `缺失：${MANIFEST}（无法核对各文件）`,
      `缺失：${DOCUMENTS[0]}`,
      '多出：别的.txt',
    ])
  })

  test('that can be read is told once', () => {
    expect(compare(null, buildContent({ oddities: [MANIFEST] }))).toEqual([`不是普通文件：${MANIFEST}`])
    expect(compare(null, buildContent({ unreadable: new Map([[MANIFEST, 'EIO']]) }))).toEqual([
      `无法读取：${MANIFEST}（EIO）`,
    ])
  })

  test('without a catalogue, documents are not called new', () => {
    expect(compare(null, buildContent(), null)).toEqual([`缺失：${MANIFEST}（无法核对各文件）`])
  })
})

describe('a whole manifest', () => {
  test('names what changed, is missing, is new, was renamed, is no file', () => {
    const [one = '', two = ''] = DOCUMENTS
    const hashes = new Map([
      ...without(one, two),
      ['归档文件/J-0002 已.pdf', sha256(two)],
      ['说明文件.txt', sha256('')],
    ])
    const content = buildContent({
      hashes,
      oddities: ['链接'],
      emptyFolders: ['空'],
      unreadable: new Map([['坏', 'EIO']]),
      emptyFiles: new Set(['说明文件.txt']),
    })
    expect(compare(TEXT, content)).toEqual([
      '不是普通文件：链接',
      '多出：空/（空文件夹）',
      '无法读取：坏（EIO）',
      '已改动：说明文件.txt（现为空文件）',
      '已改名：归档文件/J-0002 乙.pdf → 归档文件/J-0002 已.pdf',
      `缺失：${one}`,
    ])
  })

  test('says of what systems leave behind that it may go', () => {
    const hashes = new Map([...HASHES, ['归档文件/Thumbs.db', sha256('x')], ['.DS_Store', sha256('y')]])
    expect(compare(TEXT, buildContent({ hashes }))).toEqual([
      '多出：归档文件/Thumbs.db（系统自动生成，可以删除）',
      '多出：.DS_Store（系统自动生成，可以删除）',
    ])
  })

  // Copied through a system that writes é as two characters: the report would show the same name twice.
  test('says that a name only looks the same', () => {
    const [path, detail] = ['归档文件/J-0001 René.pdf', '归档文件/J-0001 René.pdf'].map((name, index) =>
      name.normalize(index === 0 ? 'NFC' : 'NFD'),
    )
    const line = findingLine({ kind: 'renamed', path: path ?? '', detail: detail ?? '' })
    expect(line).toContain('文件名的编码形式变了')
    expect(findingLine({ kind: 'renamed', path: 'a.pdf', detail: 'a.PDF' })).toBe('已改名：a.pdf → a.PDF')
  })

  // A file name with a line end in it would forge a line of the report.
  test('shows control characters of a name', () => {
    expect(findingLine({ kind: 'new', path: 'a\n已改动：b\u202e' })).toBe('多出：a\\u000a已改动：b\\u202e')
  })
})
