import { cp, mkdir, readFile, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { read, write } from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import { sha256 } from '#electron/host/archive/sha256.ts'
import { verifyArchive } from '#electron/host/archive/verify-archive.ts'
import { readManifest, writeManifest } from '#shared/domain/archive/manifest.ts'
import { scaled } from '#tests/crash/depth.ts'
import { buildYear } from '#tests/unit/sheets/build-year.ts'
import { filesUnder, temporaryFolder } from '#tests/unit/sheets/temporary-folder.ts'
import { contentsOf, findingLines, sharedArchive } from './build-archive.ts'

const archive = sharedArchive(buildYear(3))
const RECORD = '归档文件/J001-WS·2026-D30-JTXS-0006 2026年度集体协商指导员考评登记表（王建国）.pdf'
const OTHER = '归档文件/J001-WS·2026-D30-JTXS-0007 2026年度集体协商指导员考评登记表（李玉兰）.pdf'

/** The paths that the findings name. */
async function namedIn(folder: string): Promise<string[]> {
  const verified = await verifyArchive(folder)
  if (!verified.ok) throw new Error(verified.error)
  return [...new Set(verified.value.findings.map(finding => finding.path))]
}

/** What a forger does who knows the manifest: changes a file and puts the new hash into the list, its last line too. */
async function forge(folder: string, path: string, change: (bytes: Buffer) => Buffer | string): Promise<void> {
  const changed = Buffer.from(change(await readFile(join(folder, path))))
  await writeFile(join(folder, path), changed)
  await rehash(folder)
}

async function rehash(folder: string): Promise<void> {
  const hashes = new Map<string, string>()
  const { createHash } = await import('node:crypto')
  for (const [path, bytes] of await contentsOf(folder))
    if (path !== '清单.sha256') hashes.set(path, createHash('sha256').update(bytes).digest('hex'))
  const manifest = writeManifest(hashes, sha256)
  expect(readManifest(manifest, sha256).intact).toBe(true)
  await writeFile(join(folder, '清单.sha256'), manifest)
}

describe('an archive as it was made', () => {
  test('passes, and says what was looked at', async () => {
    const manifest = await readFile(join(archive.path(), '清单.sha256'), 'utf8')
    expect(await verifyArchive(archive.path())).toEqual({
      ok: true,
      value: {
        findings: [],
        files: 32,
        documents: 20,
        people: 3,
        supplement: null,
        destroyed: null,
        digest: sha256(manifest),
      },
    })
  })

  // Copied to another disk, with other dates and by another user, it is the same archive.
  test('passes as a copy', async () => {
    expect(await findingLines(await archive.copy())).toEqual([])
  })
})

describe('one byte', () => {
  // The promise: whatever byte of whatever file is changed, that file is named and no other.
  test(
    'changed in any file names exactly that file',
    async () => {
      const folder = await archive.copy()
      const files = await filesUnder(folder)
      expect(files).toHaveLength(32)
      for (const [index, path] of files.entries()) {
        const bytes = await readFile(join(folder, path))
        // Spread over the file, the first and the last byte among them; other places in every file.
        const places = scaled(2, 20)
        const spread = Array.from({ length: places }, (_, part) =>
          Math.floor((bytes.length * (part + (index + 1) / (files.length + 2))) / places),
        )
        for (const place of [0, ...spread, bytes.length - 1]) {
          const changed = Buffer.from(bytes)
          changed[place] = (changed[place] ?? 0) ^ (1 << (index % 8))
          await writeFile(join(folder, path), changed)
          expect(await namedIn(folder), `byte ${place} of ${path}`).toEqual([path])
        }
        await writeFile(join(folder, path), bytes)
      }
      expect(await findingLines(folder)).toEqual([])
    },
    scaled(120_000, 900_000),
  )

  test('added to or cut from any file names exactly that file', async () => {
    const folder = await archive.copy()
    for (const path of await filesUnder(folder)) {
      const bytes = await readFile(join(folder, path))
      for (const changed of [Buffer.concat([bytes, Buffer.from('\n')]), bytes.subarray(0, -1)]) {
        await writeFile(join(folder, path), changed)
        expect(await namedIn(folder), path).toEqual([path])
      }
      await writeFile(join(folder, path), bytes)
    }
  }, 120_000)
})

describe('tampering', () => {
  const cases: readonly (readonly [string, (folder: string) => Promise<unknown>, readonly string[]])[] = [
    ['a file emptied', folder => truncate(join(folder, RECORD)), [`已改动：${RECORD}（现为空文件）`]],
    ['a file cut in half', folder => truncate(join(folder, RECORD), 5000), [`已改动：${RECORD}`]],
    ['a file removed', folder => rm(join(folder, RECORD)), [`缺失：${RECORD}`]],
    ['the manifest removed', folder => rm(join(folder, '清单.sha256')), ['缺失：清单.sha256（无法核对各文件）']],
    ['the manifest emptied', folder => truncate(join(folder, '清单.sha256')), ['清单已损坏或被改动：清单.sha256']],
    ['a file added', folder => writeFile(join(folder, '归档文件', '补充.pdf'), 'x'), ['多出：归档文件/补充.pdf']],
    ['a hidden file added', folder => writeFile(join(folder, '.x'), 'x'), ['多出：.x']],
    ['an empty file added', folder => writeFile(join(folder, '空.txt'), ''), ['多出：空.txt']],
    ['an empty folder added', folder => mkdir(join(folder, '空')), ['多出：空/（空文件夹）']],
    [
      'a folder with a file added',
      async folder => {
        await mkdir(join(folder, 'data', '新'))
        await writeFile(join(folder, 'data', '新', 'a'), 'x')
      },
      ['多出：data/新/a'],
    ],
    [
      'a file renamed',
      folder => rename(join(folder, RECORD), join(folder, '归档文件', '甲.pdf')),
      [`已改名：${RECORD} → 归档文件/甲.pdf`],
    ],
    [
      'the case of a name changed',
      folder => rename(join(folder, '归档文件目录.pdf'), join(folder, '归档文件目录.PDF')),
      ['已改名：归档文件目录.pdf → 归档文件目录.PDF'],
    ],
    [
      'the manifest’s line ends changed',
      async folder => {
        const path = join(folder, '清单.sha256')
        await writeFile(path, (await readFile(path, 'utf8')).replaceAll('\n', '\r\n'))
      },
      ['清单已损坏或被改动：清单.sha256'],
    ],
    [
      'the case of a folder’s name changed',
      folder => rename(join(folder, 'data'), join(folder, 'Data')),
      Array.from({ length: 4 }, () => expect.stringMatching(/^已改名：data\/(.+) → Data\/\1$/)),
    ],
    ['a file doubled', folder => cp(join(folder, RECORD), join(folder, '副本.pdf')), ['多出：副本.pdf']],
    [
      'two files exchanged',
      async folder => {
        await rename(join(folder, RECORD), join(folder, 'x'))
        await rename(join(folder, OTHER), join(folder, RECORD))
        await rename(join(folder, 'x'), join(folder, OTHER))
      },
      [`已改动：${RECORD}`, `已改动：${OTHER}`],
    ],
    [
      'a file replaced by a link to the same bytes',
      async folder => {
        await rename(join(folder, RECORD), join(folder, '..', '别处.pdf'))
        await symlink(join(folder, '..', '别处.pdf'), join(folder, RECORD))
      },
      [`不是普通文件：${RECORD}`],
    ],
    ['a link added', folder => symlink('/', join(folder, '归档文件', '外面')), ['不是普通文件：归档文件/外面']],
    [
      'a file replaced by a folder',
      async folder => {
        await rm(join(folder, '说明文件.txt'))
        await mkdir(join(folder, '说明文件.txt'))
      },
      ['多出：说明文件.txt/（空文件夹）', '缺失：说明文件.txt'],
    ],
    [
      'the documents removed',
      folder => rm(join(folder, '归档文件'), { recursive: true }),
      Array.from({ length: 20 }, () => expect.stringMatching(/^缺失：归档文件\/J001/)),
    ],
  ]
  test.each(cases)('%s', async (_, tamper, lines) => {
    const folder = await archive.copy()
    await tamper(folder)
    expect(await findingLines(folder)).toEqual(lines)
  })

  test('the results changed says which figure', async () => {
    const folder = await archive.copy()
    const path = join(folder, 'data/results.json')
    const text = await readFile(path, 'utf8')
    const total = /"total": "(\d+\.\d+)"/.exec(text)?.[1] ?? ''
    await writeFile(path, text.replace(`"total": "${total}"`, '"total": "99.99"'))
    expect(await findingLines(folder)).toEqual([
      '已改动：data/results.json',
      '计分不符：data/results.json（与重新计分的结果不一致）',
      `复算不符：data/results.json（王建国（i01） 总分：结果文件 99.99，复算 ${total}）`,
    ])
  })
})

describe('a forger who also mends the manifest', () => {
  test('cannot change a total', async () => {
    const folder = await archive.copy()
    await forge(folder, 'data/results.json', bytes => bytes.toString().replace(/"total": "[\d.]+"/, '"total": "99.99"'))
    const lines = await findingLines(folder)
    expect(lines[0]).toBe('计分不符：data/results.json（与重新计分的结果不一致）')
    expect(lines[1]).toMatch(/^复算不符：data\/results\.json（王建国（i01） 总分：结果文件 99\.99/)
    expect(lines).toHaveLength(2)
  })

  test('cannot change a rank, which only the app works out', async () => {
    const folder = await archive.copy()
    await forge(folder, 'data/results.json', bytes => bytes.toString().replace(/"rank": \d/, '"rank": 9'))
    expect(await findingLines(folder)).toEqual(['计分不符：data/results.json（与重新计分的结果不一致）'])
  })

  test('cannot change a vote and leave the results', async () => {
    const folder = await archive.copy()
    await forge(folder, 'data/evaluation.json', bytes => bytes.toString().replace(/"bonus": "1"/, '"bonus": "2"'))
    expect(await namedIn(folder)).toEqual(['data/results.json'])
  })

  test('cannot break the evaluation', async () => {
    const folder = await archive.copy()
    await forge(folder, 'data/evaluation.json', bytes => bytes.toString().replace('"year": 2026', '"year": "x"'))
    expect(await findingLines(folder)).toEqual([expect.stringMatching(/^计分不符：data\/evaluation\.json（year /)])
  })

  test('cannot change the scheme that is shown', async () => {
    const folder = await archive.copy()
    await forge(folder, 'data/scheme.json', bytes => bytes.toString().replace('"90"', '"80"'))
    expect(await findingLines(folder)).toEqual(['方案不符：data/scheme.json（与考评数据中的方案不一致）'])
  })

  test('cannot put in a document that the catalogue does not list, or take one out', async () => {
    const folder = await archive.copy()
    await rename(join(folder, RECORD), join(folder, '归档文件', '别的.pdf'))
    await rehash(folder)
    expect(await findingLines(folder)).toEqual([
      `缺失：${RECORD}（目录第 7 号）`,
      '目录不符：归档文件/别的.pdf（目录中没有此件）',
    ])
  })

  test('cannot replace a document by one with other pages', async () => {
    const folder = await archive.copy()
    const approval = (await filesUnder(folder)).find(path => path.includes('审批表（王建国）')) ?? ''
    await cp(join(folder, approval), join(folder, RECORD))
    await rehash(folder)
    expect(await findingLines(folder)).toEqual([`页数不符：${RECORD}（目录 2 页，文件 1 页）`])
  })

  test.each([
    ['is no PDF', '<html></html>'],
    ['is empty', ''],
  ])('cannot replace a document by what %s', async (_, content) => {
    const folder = await archive.copy()
    await forge(folder, RECORD, () => content)
    expect(await findingLines(folder)).toEqual([`页数不符：${RECORD}（目录 2 页，文件 无法读出 页）`])
  })

  test('cannot change a row of one catalogue only', async () => {
    const folder = await archive.copy()
    await forge(folder, 'data/catalogue.json', bytes => bytes.toString().replace('"secrecy": ""', '"secrecy": "秘密"'))
    expect(await findingLines(folder)).toEqual(['目录不符：归档文件目录.xlsx（第 2 行与目录数据不一致）'])
  })

  // Another version of the library, or Excel itself, writes other bytes for the same rows: that is no finding.
  test('is not blamed for a workbook with the same rows in other bytes', async () => {
    const folder = await archive.copy()
    await forge(folder, '归档文件目录.xlsx', bytes => write(read(bytes), { type: 'buffer', bookType: 'xlsx' }))
    expect(await findingLines(folder)).toEqual([])
  })

  test('cannot number two rows alike', async () => {
    const folder = await archive.copy()
    await forge(folder, 'data/catalogue.json', bytes => bytes.toString().replace('JTXS-0007"', 'JTXS-0006"'))
    const lines = await findingLines(folder)
    expect(lines).toContain('目录不符：data/catalogue.json（J001-WS·2026-D30-JTXS-0006：件号应为 7）')
    expect(lines).toContain('目录不符：data/catalogue.json（J001-WS·2026-D30-JTXS-0006：文件名与档号不符）')
  })

  test.each([
    ['no workbook', '归档文件目录.xlsx', 'x', '目录不符：归档文件目录.xlsx（应有 20 件，表中有 0 件）'],
    ['a broken workbook', '归档文件目录.xlsx', 'PK\u0003\u0004', '目录不符：归档文件目录.xlsx（打不开）'],
    ['no catalogue', 'data/catalogue.json', '{}', '目录不符：data/catalogue.json（不是目录数据）'],
    [
      'a later catalogue',
      'data/catalogue.json',
      '{"format":"pingyi/archive","version":2,"more":1}',
      '目录不符：data/catalogue.json（由更新版本的评议生成，请升级后再核验）',
    ],
  ])('cannot leave %s', async (_, path, content, line) => {
    const folder = await archive.copy()
    await forge(folder, path, () => content)
    expect(await findingLines(folder)).toEqual([line])
  })
})

describe('no archive', () => {
  test('is told as such', async () => {
    const folder = await temporaryFolder()
    expect(await verifyArchive(folder)).toEqual({ ok: false, error: 'not-an-archive' })
    await writeFile(join(folder, '照片.jpg'), 'x')
    expect(await verifyArchive(folder)).toEqual({ ok: false, error: 'not-an-archive' })
  })

  test('is no crash where it is a file or nothing', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'file'), 'x')
    await expect(verifyArchive(join(folder, 'file'))).rejects.toMatchObject({ code: 'ENOTDIR' })
    await expect(verifyArchive(join(folder, 'nothing'))).rejects.toMatchObject({ code: 'ENOENT' })
  })
})
