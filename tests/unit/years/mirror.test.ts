import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { versionsToDrop } from '#electron/host/years/version-names.ts'
import { createYearChecker } from '#electron/host/years/year-checker.ts'
import { createYearsHandlers } from '#electron/host/years/years-handlers.ts'
import { writeEvaluation } from '#shared/domain/evaluation/write-evaluation.ts'
import { buildEvaluation } from '#tests/fixtures/build-evaluation.ts'
import { buildInstructor } from '#tests/fixtures/build-instructor.ts'
import { readBuilt } from '#tests/fixtures/read-built.ts'

const text = (title: string, year = 2026) => writeEvaluation(readBuilt(buildEvaluation({ title, year })))

async function mirror() {
  const data = await mkdtemp(join(tmpdir(), 'pingyi-mirror-'))
  onTestFinished(() => rm(data, { recursive: true, force: true }))
  let clock = Date.parse('2026-12-21T08:00:00Z')
  const checker = createYearChecker()
  onTestFinished(() => checker.stop())
  const handlers = createYearsHandlers(data, () => new Date(clock), checker.check)
  const write = async (title: string, base: string | null, force = false) => {
    const reply = await handlers['years.mirror']({ evaluation: text(title), base, force })
    return reply.ok ? reply.data.digest : reply.error.code
  }
  return { data, handlers, write, pass: (minutes: number) => (clock += minutes * 60_000) }
}

// Catches: a mirror that is not the file that was sent, or that cannot be found again after a restart.
test('a year is mirrored to the letter and listed', async () => {
  const { data, handlers, write } = await mirror()
  const digest = await write('甲', null)
  expect(await readFile(join(data, 'years', '2026.pingyi.json'), 'utf8')).toBe(text('甲'))
  expect(await handlers['years.list']({})).toMatchObject({ data: { years: [{ year: 2026, title: '甲', digest }] } })
  expect(await handlers['years.read']({ year: 2026, version: null })).toMatchObject({
    data: { evaluation: text('甲'), digest },
  })
})

// Catches: one browser's mirror overwritten by another browser that never saw it.
test('what another browser wrote is not overwritten unseen', async () => {
  const { handlers, write } = await mirror()
  const first = await write('甲', null)
  expect(await write('乙', null)).toBe('changed-elsewhere')
  const second = await write('乙', first)
  expect(await write('丙', first)).toBe('changed-elsewhere')
  // The same content is no conflict: a lost answer is asked for again.
  expect(await write('乙', null)).toBe(second)
  await write('丙', null, true)
  expect(await handlers['years.read']({ year: 2026, version: null })).toMatchObject({
    data: { evaluation: text('丙') },
  })
})

// Catches: a history that misses the state before a change, or fills the disk with one state a second.
test('replaced states go to the history, ten minutes apart', async () => {
  const { handlers, write, pass } = await mirror()
  let base = await write('一', null)
  for (const [title, minutes] of [
    ['二', 1],
    ['三', 1],
    ['四', 20],
    ['五', 1],
  ] as const) {
    pass(minutes)
    base = await write(title, base)
  }
  const listed = await handlers['years.versions']({ year: 2026 })
  const versions = listed.ok ? listed.data.versions : []
  const kept = await Promise.all(
    versions.map(async ({ version }) => {
      const read = await handlers['years.read']({ year: 2026, version })
      return read.ok ? JSON.parse(read.data.evaluation).title : null
    }),
  )
  expect(kept).toEqual(['三', '一'])
})

// Catches: no history at all after a computer's clock was once years ahead.
test('a clock that was wrong does not stop the history', async () => {
  const { handlers, write, pass } = await mirror()
  const years = 12 * 365 * 24 * 60
  pass(years)
  let base = await write('一', await write('零', null))
  pass(-years)
  base = await write('二', base)
  const listed = await handlers['years.versions']({ year: 2026 })
  expect(listed.ok && listed.data.versions).toHaveLength(2)
})

// Catches: a removed year that comes back at the next start, or one that is gone for good.
test('a removed year is in the history only', async () => {
  const { data, handlers, write } = await mirror()
  await write('甲', null)
  await handlers['years.remove']({ year: 2026 })
  expect(await handlers['years.list']({})).toMatchObject({ data: { years: [] } })
  const listed = await handlers['years.versions']({ year: 2026 })
  expect(listed).toMatchObject({ data: { versions: [{ removed: true }] } })
  expect(await readdir(join(data, 'years', 'history', '2026'))).toHaveLength(1)
  expect(await write('乙', null)).toMatch(/^[0-9a-f]{64}$/)
})

// Catches: a broken evaluation kept as the copy that everything is restored from.
test('what could not be read again is not mirrored', async () => {
  const { data, handlers } = await mirror()
  const reply = await handlers['years.mirror']({ evaluation: '{"format":"pingyi/evaluation"', base: null, force: true })
  expect(reply).toMatchObject({ ok: false, error: { code: 'bad-evaluation' } })
  await expect(readdir(join(data, 'years'))).rejects.toThrow('ENOENT')
})

// Catches: a damaged mirror that hides the other years or stops the start.
test('a damaged mirror is left alone and the others are listed', async () => {
  const { data, handlers, write } = await mirror()
  await write('甲', null)
  await writeFile(join(data, 'years', '2025.pingyi.json'), '{"title":')
  expect(await handlers['years.list']({})).toMatchObject({ data: { years: [{ year: 2026 }] } })
})

// Catches: a mirror that cannot be written and is told as written.
test('a folder that may not be made is told', async () => {
  const { data, write } = await mirror()
  await writeFile(join(data, 'years'), 'a file stands where the folder should')
  expect(await write('甲', null)).toBe('no-folder')
})

// Catches: a history that forgets last week because today was busy.
test('the newest versions stay, and one of each day', () => {
  const names = Array.from({ length: 30 }, (_, day) =>
    Array.from({ length: 10 }, (_, hour) => `2026-11-${String(day + 1).padStart(2, '0')}T${10 + hour}-00-00.000Z`),
  ).flat()
  const dropped = new Set(versionsToDrop(names))
  const kept = names.filter(name => !dropped.has(name))
  expect(kept.slice(-40)).toEqual(names.slice(-40))
  expect(new Set(kept.map(name => name.slice(0, 10))).size).toBe(30)
  expect(kept).toHaveLength(66)
  expect(versionsToDrop(['2020-01-01T00-00-00.000Z-removed'])).toEqual([])
})

// Catches: a title cut at its own quotation mark, or read from a file that was torn; a file laid out otherwise that is not listed.
test('a mirror’s title is found in its first bytes, and in no torn file', async () => {
  const { data, handlers } = await mirror()
  const title = '二〇二六“年度”考评 \\ "甲"'
  const whole = text(title)
  const file = join(data, 'years', '2026.pingyi.json')
  const listed = async () => {
    const reply = await handlers['years.list']({})
    return reply.ok ? reply.data.years.map(year => year.title) : reply.error
  }
  await handlers['years.mirror']({ evaluation: whole, base: null, force: false })
  expect(await listed()).toEqual([title])
  await writeFile(file, whole.slice(0, whole.length / 2))
  expect(await listed()).toEqual([])
  const { title: last, ...others } = JSON.parse(whole)
  await writeFile(file, JSON.stringify({ ...others, title: last }))
  expect(await listed()).toEqual([title])
})

function bigYear() {
  const instructors = Array.from({ length: 2000 }, (_, index) => buildInstructor({ id: `p${index}` }))
  return readBuilt(buildEvaluation({ instructors, self: [], ratings: [], meetings: [] }))
}

// Catches: a host that answers nobody, a voter's phone included, while it checks a big year after every edit.
test('a big year is checked while the host goes on', async () => {
  const checker = createYearChecker()
  onTestFinished(() => checker.stop())
  let turns = 0
  const count = () => {
    turns += 1
    turning = setImmediate(count)
  }
  let turning = setImmediate(count)
  onTestFinished(() => clearImmediate(turning))
  // What is worked out at once is there before the loop turns, however long it took.
  expect(await checker.check(text('小'))).toEqual({ ok: true, value: 2026 })
  expect(turns).toBe(0)
  expect(await checker.check(writeEvaluation(bigYear()))).toEqual({ ok: true, value: 2026 })
  expect(turns).toBeGreaterThan(0)
})

// Catches: a big year that is mirrored unchecked, or not at all.
test('a big year is mirrored to the letter, and not while it has faults', async () => {
  const { data, handlers } = await mirror()
  const year = bigYear()
  const big = writeEvaluation(year)
  const bad = big.replace(`"${year.scheme.grades[0]?.id}"`, '"?"')
  const mirrored = (evaluation: string) => handlers['years.mirror']({ evaluation, base: null, force: false })
  expect(await mirrored(bad)).toMatchObject({ ok: false, error: { code: 'bad-evaluation' } })
  expect(await mirrored(big)).toMatchObject({ ok: true })
  expect(await mirrored(`${big}x`)).toMatchObject({ ok: false, error: { code: 'bad-evaluation' } })
  expect(await readFile(join(data, 'years', '2026.pingyi.json'), 'utf8')).toBe(big)
})

// Catches: a year that comes back because it was still being checked when it was removed.
test('a big year that is removed while it is mirrored stays removed', async () => {
  const { handlers } = await mirror()
  const mirrored = handlers['years.mirror']({ evaluation: writeEvaluation(bigYear()), base: null, force: false })
  expect(await handlers['years.remove']({ year: 2026 })).toMatchObject({ ok: true })
  expect(await mirrored).toMatchObject({ ok: true })
  expect(await handlers['years.list']({})).toMatchObject({ data: { years: [] } })
  expect(await handlers['years.versions']({ year: 2026 })).toMatchObject({ data: { versions: [{}] } })
})
