import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { expect, onTestFinished, test } from 'vitest'
import { readBackup, writeBackup } from '#electron/host/backup/backup-file.ts'
import { createBackupsHandlers } from '#electron/host/backup/backups-handlers.ts'
import { writeEvaluation } from '#shared/domain/evaluation/write-evaluation.ts'
import { buildEvaluation } from '#tests/fixtures/build-evaluation.ts'
import { readBuilt } from '#tests/fixtures/read-built.ts'

const years = [2025, 2026].map(year => writeEvaluation(readBuilt(buildEvaluation({ year }))))
const photo = new Uint8Array([137, 80, 78, 71, 1, 2, 3])
const sha256 = createHash('sha256').update(photo).digest('hex')
const backup = { evaluations: years, attachments: new Map([[sha256, photo]]) }

async function folder(): Promise<string> {
  const data = await mkdtemp(join(tmpdir(), 'pingyi-backup-'))
  onTestFinished(() => rm(data, { recursive: true, force: true }))
  return data
}

// Catches: a backup that comes back with a year, a letter or an attachment less.
test.each(['', '秋天的梧桐 42'])('a backup comes back whole, passphrase "%s"', async passphrase => {
  const bytes = await writeBackup(backup, passphrase)
  expect(await readBackup(bytes, passphrase)).toEqual({ ok: true, value: backup })
})

// Catches: a locked backup whose contents can be read without the passphrase.
test('without its passphrase a locked backup says nothing', async () => {
  const bytes = await writeBackup(backup, '口令')
  expect(Buffer.from(bytes).includes('pingyi')).toBe(false)
  expect(await readBackup(bytes, '')).toEqual({ ok: false, error: 'passphrase-needed' })
  expect(await readBackup(bytes, '口令 ')).toEqual({ ok: false, error: 'wrong-passphrase' })
})

// Catches: damage or a foreign zip taken for a backup; a path that leaves the folder.
test('only an undamaged backup is read', async () => {
  const whole = await writeBackup(backup, '')
  const refused = { ok: false, error: 'not-a-backup' }
  expect(await readBackup(whole.slice(0, whole.length / 2), '')).toEqual(refused)
  expect(await readBackup(new Uint8Array(0), '')).toEqual(refused)
  for (const name of ['years/001.txt', '../years/001.pingyi.json', 'attachments/../../x'])
    expect(await readBackup(zipSync({ [name]: strToU8('{}') }), '')).toEqual(refused)
  // An attachment whose bytes are not those of its name.
  const forged = zipSync({ 'years/001.pingyi.json': strToU8('{}'), [`attachments/${sha256}`]: strToU8('other') })
  expect(await readBackup(forged, '')).toEqual(refused)
  const damaged = await writeBackup(backup, '口令')
  damaged.set([255 - (damaged.at(-1) ?? 0)], damaged.length - 1)
  expect(await readBackup(damaged, '口令')).toEqual({ ok: false, error: 'wrong-passphrase' })
})

// Catches: attachments left behind on the old computer.
test('attachments that the years name travel along', async () => {
  const [from, to] = [await folder(), await folder()]
  await mkdir(join(from, 'attachments'))
  await writeFile(join(from, 'attachments', sha256), photo)
  const named = years[0]?.replace('"instructors": [', `"instructors": [`) ?? ''
  const withPhoto = { ...backup, evaluations: [named] }
  const bytes = await writeBackup(withPhoto, '')
  const base64 = Buffer.from(bytes).toString('base64')
  const read = await createBackupsHandlers(to)['backups.read']({ base64, passphrase: '' })
  expect(read).toEqual({ ok: true, data: { evaluations: [named], attachments: 1 } })
  expect(new Uint8Array(await readFile(join(to, 'attachments', sha256)))).toEqual(photo)
})

// Catches: a year that the app would refuse put into a backup, or taken from one half-way.
test('a year that cannot be read is neither written nor restored', async () => {
  const data = await folder()
  const handlers = createBackupsHandlers(data)
  expect(await handlers['backups.write']({ evaluations: ['{}'], passphrase: '' })).toMatchObject({
    error: { code: 'bad-evaluation' },
  })
  const bytes = await writeBackup({ ...backup, evaluations: [...years, '{}'] }, '')
  const base64 = Buffer.from(bytes).toString('base64')
  expect(await handlers['backups.read']({ base64, passphrase: '' })).toMatchObject({
    error: { code: 'bad-evaluation' },
  })
  expect(await readdir(data)).toEqual([])
})
