import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { collectReports } from '#renderer/features/rating/import/collect-reports.ts'
import { collectReports as collectSelfReports } from '#renderer/features/self/import/collect-reports.ts'
import { ratingSchema } from '#shared/domain/rating/rating.ts'
import { fileCell, fileNameOf } from '#shared/domain/report/report-files.ts'
import { reportKey } from '#shared/domain/report/report-form.ts'
import { MOST_ATTACHMENT_BYTES } from '#shared/domain/self/attachment-kinds.ts'
import { yearWithUnions } from './build-report-year.ts'
import { formsOf, post, type ReportHub, startReportHub, tokenIn } from './report-hub.ts'

const LONG = { timeout: 120_000 }
const SCAN = Buffer.from('%PDF-1.4 a scan with a seal')

let hub: ReportHub
beforeAll(async () => {
  hub = await startReportHub()
}, 120_000)
afterAll(() => hub.stop())

async function published(year: number, kind: 'rating' | 'self') {
  const office = await hub.office()
  const form = formsOf(yearWithUnions(year)).find(each => each.kind === kind)
  if (!form) throw new Error('no form')
  const reply = await office['reporting.publish']({ year, forms: [form], renew: false })
  if (!reply.ok) throw new Error(reply.error.code)
  return { office, form, key: reportKey(form), token: tokenIn(reply.data.links[0]?.url) }
}

const attempt = (name: string) => name.padEnd(20, '-')
const save = (token: string, base: number, answers: unknown) =>
  post(hub.url, 'report/save', token, { base, attempt: attempt(`save${base}`), answers })
const submit = (token: string, base: number) =>
  post(hub.url, 'report/submit', token, { base, attempt: attempt(`submit${base}`) })

async function send(token: string, bytes: Uint8Array) {
  const response = await fetch(new URL('report/file', hub.url), {
    method: 'POST',
    headers: { 'Content-Type': 'application/octet-stream', Authorization: `Bearer ${token}` },
    body: Uint8Array.from(bytes),
  })
  return JSON.parse(await response.text())
}

const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const cellOf = (bytes: Uint8Array) => fileCell({ sha256: sha256Of(bytes), size: bytes.length })

describe('a file that is handed in with a report', () => {
  // Catches: a file that stays at the hub, comes under another name, or beside the wrong person.
  test('comes to the office’s data folder and into the person’s rating, once', LONG, async () => {
    const { office, key, token } = await published(2051, 'rating')
    expect(await send(token, SCAN)).toEqual({ status: 'stored', sha256: sha256Of(SCAN), size: SCAN.length })
    const answers = { i01: { score: '90', [cellOf(SCAN)]: '佐证 1.pdf' }, i02: { [cellOf(SCAN)]: '佐证 1.pdf' } }
    expect(await save(token, 0, answers)).toMatchObject({ status: 'saved' })
    expect(await submit(token, 1)).toMatchObject({ status: 'submitted' })
    const fetched = await office['reporting.fetch']({ year: 2051 })
    if (!fetched.ok) throw new Error(fetched.error.code)
    const { ratings, problems } = collectReports(fetched.data.reports, yearWithUnions(2051))
    expect(problems).toEqual([])
    const attachment = { sha256: sha256Of(SCAN), name: '佐证 1.pdf', size: SCAN.length }
    expect(ratings.map(({ instructor, state, files }) => [instructor.id, state, files])).toEqual([
      ['i01', 'fresh', [{ key, attachment }]],
      ['i02', 'fresh', [{ key, attachment }]],
    ])
    const file = { year: 2051, key, sha256: attachment.sha256, name: attachment.name }
    expect(await office['reporting.takeFile'](file)).toEqual({
      ok: true,
      data: { sha256: attachment.sha256, size: SCAN.length },
    })
    const kept = join(hub.folder, 'office-1', 'attachments', attachment.sha256)
    expect(await readFile(kept)).toEqual(SCAN)
    const before = yearWithUnions(2051)
    const taken = ratings.map(({ rating, files }) =>
      ratingSchema.parse({ ...rating, attachments: files.map(each => each.attachment) }),
    )
    const again = collectReports(fetched.data.reports, { ...before, ratings: taken })
    expect(again.ratings.map(({ state, files }) => [state, files])).toEqual([
      ['same', []],
      ['same', []],
    ])
  })

  test('is a self-assessment’s summary, with nothing else filled in', LONG, async () => {
    const { office, key, form, token } = await published(2052, 'self')
    await send(token, SCAN)
    const person = form.people[0]?.id ?? ''
    expect(await save(token, 0, { [person]: { [cellOf(SCAN)]: '总结.docx' } })).toMatchObject({ status: 'saved' })
    expect(await submit(token, 1)).toMatchObject({ status: 'submitted' })
    const fetched = await office['reporting.fetch']({ year: 2052 })
    if (!fetched.ok) throw new Error(fetched.error.code)
    const { people } = collectSelfReports(fetched.data.reports, yearWithUnions(2052))
    expect(people).toMatchObject([{ state: 'fresh', online: [{ key, attachment: { name: '总结.docx' } }] }])
  })

  test(
    'stays through a save that knows nothing of it elsewhere, a return and a form published anew',
    LONG,
    async () => {
      const { office, form, key, token } = await published(2053, 'rating')
      await send(token, SCAN)
      const answers = { i01: { score: '90', [cellOf(SCAN)]: 'a.pdf' } }
      await save(token, 0, answers)
      const fewer = { ...form, deadline: '2053-12-01' }
      expect(await office['reporting.publish']({ year: 2053, forms: [fewer], renew: false })).toMatchObject({
        ok: true,
      })
      expect(await post(hub.url, 'report/open', token, {})).toMatchObject({ view: { answers } })
      expect(await submit(token, 2)).toMatchObject({ status: 'submitted' })
      expect(await office['reporting.return']({ year: 2053, key, revision: 3, reason: '请补盖章' })).toMatchObject({
        ok: true,
      })
      expect(await post(hub.url, 'report/open', token, {})).toMatchObject({ view: { state: 'returned', answers } })
      expect(await office['reporting.remove']({ year: 2053, keys: [key] })).toMatchObject({ ok: true })
      const { rows } = await hub.db.query('SELECT * FROM pingyi_report_files WHERE year = 2053')
      expect(rows).toHaveLength(0)
    },
  )
})

describe('a file that may not be handed in', () => {
  // Catches: a program, a path or a hidden ending filed as a document; a name without a file behind it.
  test('is refused by name, by size and where it was never sent', LONG, async () => {
    const { token } = await published(2054, 'rating')
    await send(token, SCAN)
    const cell = cellOf(SCAN)
    const names = ['virus.exe', '../../etc/a.pdf', 'a\u202Efdp.exe', 'C:\\a.pdf', 'a\u0000.pdf', ' a.pdf', '.pdf', '']
    for (const name of names)
      expect(await save(token, 0, { i01: { [cell]: name } })).toMatchObject({ reason: 'bad-request' })
    expect(await save(token, 0, { i01: { [cellOf(Buffer.from('never sent'))]: 'a.pdf' } })).toMatchObject({
      reason: 'bad-request',
    })
    const lying = fileCell({ sha256: sha256Of(SCAN), size: 1 })
    expect(await save(token, 0, { i01: { [lying]: 'a.pdf' } })).toMatchObject({ reason: 'bad-request' })
    expect(await send(token, new Uint8Array())).toMatchObject({ reason: 'bad-request' })
    expect(
      await send(token, new Uint8Array(MOST_ATTACHMENT_BYTES + 1)).catch(() => ({ reason: 'bad-request' })),
    ).toEqual(expect.objectContaining({ reason: 'bad-request' }))
    expect(
      await send(
        token.replace(/.$/, end => (end === 'A' ? 'B' : 'A')),
        SCAN,
      ),
    ).toMatchObject({
      reason: 'unknown-link',
    })
    expect(await save(token, 0, { i01: { [cell]: fileNameOf('..\\佐证/1.pdf') } })).toMatchObject({ status: 'saved' })
    await submit(token, 1)
    expect(await send(token, Buffer.from('later'))).toEqual({ status: 'refused', reason: 'closed' })
  })

  test('finds no room beyond the link’s, but that of files which nobody names for a day', LONG, async () => {
    const { key, token } = await published(2055, 'rating')
    const put = (age: string) =>
      hub.db.query(
        `INSERT INTO pingyi_report_files (year, key, sha256, size, bytes, at)
         VALUES (2055, $1, '\\x01', 314572800, '\\x00', now() - interval '${age}')
         ON CONFLICT (year, key, sha256) DO UPDATE SET at = excluded.at`,
        [key],
      )
    await put('1 hour')
    expect(await send(token, SCAN)).toEqual({ status: 'refused', reason: 'full' })
    await put('25 hours')
    expect(await send(token, SCAN)).toMatchObject({ status: 'stored' })
  })

  test('is not fetched under a program’s name, nor kept where it is not what was handed in', LONG, async () => {
    const { office, key, token } = await published(2056, 'rating')
    await send(token, SCAN)
    const file = { year: 2056, key, sha256: sha256Of(SCAN), name: 'a.pdf' }
    expect(await office['reporting.takeFile']({ ...file, name: 'a.exe' })).toMatchObject({
      error: { code: 'not-a-document' },
    })
    await hub.db.query("UPDATE pingyi_report_files SET bytes = '\\x00' WHERE year = 2056")
    expect(await office['reporting.takeFile'](file)).toMatchObject({ error: { code: 'attachment-damaged' } })
    await hub.db.query('DELETE FROM pingyi_report_files WHERE year = 2056')
    expect(await office['reporting.takeFile'](file)).toMatchObject({ error: { code: 'hub-changed' } })
    expect(hub.bugs).toEqual([])
  })
})
