import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { gapDetail, gapLine } from '#shared/domain/archive/archive-gap.ts'
import { buildYear } from '#tests/unit/sheets/build-year.ts'
import { NOTHING_SAID, startArchives } from './start-archives.ts'

// Catches: an archive that lands under another name, is not listed, is not the whole, or whose check says nothing.
test('an archive is made where the host says, listed, and passes its check; a changed byte is named', async () => {
  const { handlers, documents, make, told } = await startArchives()
  const file = buildYear(2)
  const gaps = await handlers['archive.gaps']({ evaluation: JSON.stringify(file), fonds: '' })
  if (!gaps.ok) throw new Error(JSON.stringify(gaps.error))
  expect(gaps.data.folder).toBe(join(documents, '2026年度归档'))
  expect(gaps.data.gaps.map(gapLine)).toContain('缺 全宗号：暂用 J001，请以档案部门给的为准')
  const end = await make(file)
  const archive = { year: 2026, number: 1, name: '2026年度归档', folder: join(documents, '2026年度归档') }
  expect(end).toMatchObject({ name: 'archive.finished', payload: { archive } })
  expect(told.filter(event => event.name === 'archive.progress').length).toBe(gaps.data.documents)
  const listed = await handlers['archive.list']({ year: 2026 })
  expect(listed).toMatchObject({ data: { archives: [{ ...archive, documents: gaps.data.documents }] } })
  // What was shown as missing is what the archive says is missing, under the day of the wall calendar.
  const note = await readFile(join(archive.folder, '说明文件.txt'), 'utf8')
  for (const gap of gaps.data.gaps) expect(note).toContain(gapDetail(gap))
  expect(note).toContain('归档日期：2027-01-05')

  const sound = await handlers['archive.verify']({ year: 2026, number: 1 })
  expect(sound).toMatchObject({ data: { lines: [], faults: 0, documents: gaps.data.documents, people: 2 } })
  expect(sound).toMatchObject({ data: { digest: end.payload['digest'] } })
  const path = join(archive.folder, 'data', 'results.json')
  const bytes = await readFile(path)
  bytes[100] = (bytes[100] ?? 0) ^ 1
  await writeFile(path, bytes)
  const damaged = await handlers['archive.verify']({ year: 2026, number: 1 })
  if (!damaged.ok) throw new Error(JSON.stringify(damaged.error))
  expect(damaged.data.lines[0]).toBe('已改动：data/results.json')
  expect(damaged.data.faults).toBe(damaged.data.lines.length)
}, 120_000)

// Catches: an archive written over by the next one, and a number that leads to another folder.
test('a second archive of a year lies beside the first, which stays as it is', async () => {
  const { handlers, documents, make } = await startArchives()
  const file = buildYear(1)
  // A person's own folder under the name is not touched and is no archive.
  await mkdir(join(documents, '2026年度归档'))
  await writeFile(join(documents, '2026年度归档', '笔记.txt'), '不要动')
  await symlink('/', join(documents, '2026年度归档（9）'))
  await make(file, { ...NOTHING_SAID, fonds: 'J777', retention: 'list=D10' })
  await make(file)
  expect(await readdir(documents)).toEqual(
    expect.arrayContaining(['2026年度归档', '2026年度归档（2）', '2026年度归档（3）', '2026年度归档（9）']),
  )
  expect(await readdir(join(documents, '2026年度归档'))).toEqual(['笔记.txt'])
  const listed = await handlers['archive.list']({ year: 2026 })
  expect(listed).toMatchObject({ data: { archives: [{ number: 2 }, { number: 3 }] } })
  const catalogue = await readFile(join(documents, '2026年度归档（2）', 'data', 'catalogue.json'), 'utf8')
  expect(catalogue).toContain('J777-WS·2026-D10-JTXS-0001')
  for (const number of [1, 4, 9]) {
    expect(await handlers['archive.verify']({ year: 2026, number })).toMatchObject({ error: { code: 'not-found' } })
    expect(await handlers['archive.reveal']({ year: 2026, number })).toMatchObject({ error: { code: 'not-found' } })
  }
  expect(await handlers['archive.reveal']({ year: 2026, number: 3 })).toEqual({ ok: true, data: {} })
  await rm(join(documents, '2026年度归档（3）', 'data', 'catalogue.json'))
  expect(await handlers['archive.list']({ year: 2026 })).toMatchObject({
    data: { archives: [{ number: 2 }, { number: 3, documents: null }] },
  })
}, 120_000)

// Catches: a cancelled archive that leaves half of one, and a job that blocks every later one.
test('a cancelled archive leaves nothing, and the next can be made', async () => {
  const { handlers, documents, make, ended, running } = await startArchives()
  const evaluation = JSON.stringify(buildYear(5))
  const end = ended()
  const started = await handlers['archive.create']({ evaluation, settings: NOTHING_SAID })
  if (!started.ok) throw new Error(JSON.stringify(started.error))
  expect(running()).toBe(true)
  expect(await handlers['archive.create']({ evaluation, settings: NOTHING_SAID })).toMatchObject({
    error: { code: 'busy' },
  })
  expect(await handlers['archive.verify']({ year: 2026, number: 1 })).toMatchObject({ error: { code: 'busy' } })
  await handlers['archive.cancel']({ job: 'another' })
  await handlers['archive.cancel']({ job: started.data.job })
  expect(await end).toMatchObject({ name: 'archive.failed', payload: { code: 'cancelled' } })
  expect(await readdir(documents)).toEqual([])
  expect(running()).toBe(false)
  expect(await make(buildYear(1))).toMatchObject({ name: 'archive.finished' })
}, 120_000)

// Catches: codes that become part of file names unchecked; a year that is read without its own checks.
test('settings and years that cannot be are refused before anything is made', async () => {
  const { handlers, documents } = await startArchives()
  const evaluation = JSON.stringify(buildYear(1))
  const create = handlers['archive.create']
  expect(await create({ evaluation, settings: { ...NOTHING_SAID, fonds: '../J001', retention: 'x' } })).toMatchObject({
    error: { code: 'bad-request', details: ['fonds', 'retention'] },
  })
  expect(await create({ evaluation: '{}', settings: NOTHING_SAID })).toMatchObject({
    error: { code: 'bad-evaluation' },
  })
  expect(await handlers['archive.gaps']({ evaluation: '{}', fonds: '' })).toMatchObject({
    error: { code: 'bad-evaluation' },
  })
  expect(await readdir(documents)).toEqual([])
})

// Catches: a disk that refuses told as a bug, or never told.
test('a documents folder that cannot be written is told', async () => {
  const { documents, make } = await startArchives()
  await rm(documents, { recursive: true })
  await writeFile(documents, 'a file where the folder should be')
  expect(await make(buildYear(1))).toMatchObject({ name: 'archive.failed', payload: { code: 'no-folder' } })
})

// Catches: a destruction by today's clerk of what is not due, one that the page is told wrongly of, or that leaves the host busy.
test('what is due is destroyed by its number, told by verify, and no longer due', async () => {
  const { handlers, documents, make } = await startArchives()
  await make({ ...buildYear(1), year: 2000 })
  const key = { year: 2000, number: 1 }
  const due = await handlers['archive.dueDocuments'](key)
  if (!due.ok) throw new Error(JSON.stringify(due.error))
  const numbers = due.data.documents.map(({ number }) => number)
  expect(numbers.length).toBeGreaterThan(1)
  expect(due.data.documents.every(document => document.due === '2011-01-01')).toBe(true)
  const decision = {
    ...{ opinion: '同意销毁。', appraisers: ['钱一鸣'], approver: '李卫东' },
    supervisors: ['周宁', '吴敏'] as [string, string],
  }
  const permanent = { ...key, documents: ['J001-WS·2000-Y-JTXS-0001'], ...decision }
  expect(await handlers['archive.destroy'](permanent)).toMatchObject({ error: { code: 'bad-request' } })
  const destroyed = await handlers['archive.destroy']({ ...key, documents: numbers, ...decision })
  if (!destroyed.ok) throw new Error(JSON.stringify(destroyed.error))
  expect(destroyed.data).toMatchObject({ documents: numbers.length, left: 0 })
  const verified = await handlers['archive.verify'](key)
  const { digest } = destroyed.data
  expect(verified).toMatchObject({ data: { faults: 0, destroyed: { documents: numbers.length, data: false, digest } } })
  expect(await handlers['archive.dueDocuments'](key)).toMatchObject({ data: { documents: [] } })
  // Something put in its place: told without being asked.
  const record = JSON.parse(await readFile(join(documents, '2000年度归档', '销毁-1', '销毁记录.json'), 'utf8'))
  const path = join(documents, '2000年度归档', record.documents[0].files[0].path)
  await writeFile(path, '别的')
  expect(await handlers['archive.due']({})).toMatchObject({ data: { unfinished: [{ ...key, files: 1 }] } })
  // What lies there now is not what was destroyed: it is nobody's to delete.
  expect(await handlers['archive.finishDestruction'](key)).toMatchObject({ error: { code: 'damaged' } })
  await rm(path)
  expect(await handlers['archive.finishDestruction'](key)).toMatchObject({ data: { left: 0 } })
}, 120_000)
