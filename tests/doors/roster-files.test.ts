import { expect, test } from 'vitest'
import { parseWorkbook } from '#electron/host/workbook/parse-workbook.ts'
import { type ReadWorkbook, readWorkbook } from '#electron/host/workbook/read-workbook.ts'
import { writeZip } from '#electron/host/workbook/write-zip.ts'
import { unpack, zipEntries } from '#electron/host/workbook/zip-parts.ts'
import { instructorSchema } from '#shared/domain/roster/instructor.ts'
import { noticeWords } from '#shared/domain/roster/registration/notice-words.ts'
import { problemLine } from '#shared/domain/roster/registration/problem-words.ts'
import { readRegistration } from '#shared/domain/roster/registration/read-registration.ts'
import { noRosterWords, workbookFaultWords } from '#shared/domain/roster/registration/workbook-fault.ts'
import { PATIENCE, scaled } from '#tests/crash/depth.ts'
import { bytesOf, cleanWorksheet, workbook } from '#tests/unit/roster-import/build-workbook.ts'
import { guardPrototypes, type Outcome, tryDoor } from './door.ts'
import { tryGuided } from './guided.ts'
import { below, type Draw, mutateBytes, mutateText } from './mutate.ts'

// A registration form as it comes back from forty offices.

guardPrototypes()

const XLSX = bytesOf(workbook({ 登记表: cleanWorksheet() }))
const XLS = bytesOf(workbook({ 登记表: cleanWorksheet() }), 'biff8')
const CSV = bytesOf(workbook({ 登记表: cleanWorksheet() }), 'csv').toString('utf8')

/** Says of what was read, as the command does: people that the roster would take, problems and refusals in words. */
function told(sheets: ReadWorkbook): Outcome {
  const words: string[] = []
  const read = sheets.ok ? readRegistration(sheets.value) : null
  if (!sheets.ok) words.push(workbookFaultWords(sheets.error))
  else if (read && !read.ok) words.push(noRosterWords(read.error))
  else if (read?.ok) {
    for (const { instructor } of read.value.people) instructorSchema.parse(instructor)
    words.push(...read.value.problems.map(problemLine), ...read.value.notices.map(noticeWords))
  }
  for (const word of words) if (word === '' || /undefined|NaN|\[object/.test(word)) throw new Error(word)
  return read?.ok ? 'read' : 'refused'
}

/** In a thread of its own, as the host reads: the parser takes more memory than there is for some changed bytes (.xls). */
const inThread = (name: string) => async (bytes: Uint8Array) =>
  told(await readWorkbook(bytes, name, { seconds: 60, heapMegabytes: 256 }))

test(
  'a CSV',
  async () => {
    const make = (draw: Draw) => Buffer.from(mutateText(CSV, draw))
    await tryDoor('roster, CSV', scaled(300, 40_000), make, bytes => told(parseWorkbook(bytes, '表.csv')))
  },
  PATIENCE,
)

test(
  'a CSV, changed further wherever that led to new code',
  async () => {
    const change = (bytes: Buffer, draw: Draw) => Buffer.from(mutateText(bytes.toString('utf8').slice(0, 20_000), draw))
    const read = (bytes: Buffer) => told(parseWorkbook(bytes, '表.csv'))
    await tryGuided('roster, CSV, guided', scaled(150, 10_000), [Buffer.from(CSV)], change, read)
  },
  PATIENCE,
)

test(
  'an .xls',
  async () => {
    await tryDoor('roster, .xls', scaled(12, 250), draw => mutateBytes(XLS, draw), inThread('表.xls'))
  },
  PATIENCE,
)

test(
  'an .xlsx',
  async () => {
    // A zip's check sums refuse nearly every change: now and then the form as it is.
    const make = (draw: Draw) => (below(6, draw) === 0 ? XLSX : mutateBytes(XLSX, draw))
    await tryDoor('roster, .xlsx', scaled(20, 250), make, inThread('表.xlsx'))
  },
  PATIENCE,
)

// A zip's checksums hide the parser from changed bytes: here the parts are changed as texts and zipped again.
test(
  'an .xlsx with changed parts',
  async () => {
    const parts = unpack(XLSX, zipEntries(XLSX) ?? [])
    expect(parts.ok).toBe(true)
    const texts = [...(parts.ok ? parts.value : new Map<string, Buffer>())]
    const make = (draw: Draw) => {
      const changed = new Map(texts)
      const [name = '', bytes = Buffer.alloc(0)] = texts[below(texts.length, draw)] ?? []
      changed.set(name, Buffer.from(mutateText(bytes.toString('utf8'), draw)))
      return writeZip(changed, { deflate: true })
    }
    await tryDoor('roster, the parts of an .xlsx', scaled(12, 250), make, inThread('表.xlsx'))
  },
  PATIENCE,
)
