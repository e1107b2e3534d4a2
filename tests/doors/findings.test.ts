import { expect, test } from 'vitest'
import { answerCall } from '#electron/host/answer-call.ts'
import { readBackup, writeBackup } from '#electron/host/backup/backup-file.ts'
import { calls, type Handlers } from '#shared/contract/contract.ts'
import { readCatalogue } from '#shared/domain/archive/catalogue-file.ts'
import { readSetUp } from '#shared/domain/ballot/set-up/read-set-up.ts'
import { faultLine, faultWords } from '#shared/domain/evaluation/fault-words.ts'
import { readEvaluation } from '#shared/domain/evaluation/read-evaluation.ts'
import { buildEvaluation } from '#tests/fixtures/build-evaluation.ts'

// What the doors' inputs have found, each with the least input that shows it.

// fflate takes no notice of a zip's check sums: a changed count came back as the year's.
test('a backup with one changed byte is refused', async () => {
  const year = `${JSON.stringify(buildEvaluation(), null, 2)}\n`
  const zip = await writeBackup({ evaluations: [year], attachments: new Map() }, '')
  let refused = 0
  for (let at = 60; at < zip.length - 120; at += 7) {
    const bytes = zip.slice()
    bytes[at] = (bytes[at] ?? 0) ^ 4
    const read = await readBackup(bytes, '')
    if (read.ok) expect(read.value.evaluations, `byte ${at}`).toEqual([year])
    else refused++
  }
  expect(refused).toBeGreaterThan(100)
  expect((await readBackup(zip, '')).ok).toBe(true)
})

// The words of a key that is too long gave its limit as "undefined".
test('an over-long key of a tally is told with its limit', () => {
  const file = buildEvaluation()
  const [meeting] = file.meetings ?? []
  const [tally] = meeting?.tallies ?? []
  const long = { ...tally, marks: { ['9'.repeat(65)]: 1 } }
  const changed = { ...file, meetings: [{ ...meeting, tallies: [long] }] }
  const read = readEvaluation(JSON.stringify(changed))
  const lines = read.ok ? [] : read.error.flatMap(fault => [faultLine(fault), faultWords(fault)])
  expect(lines.join('\n')).toContain('上限 64 字')
  expect(lines.join('\n')).not.toContain('undefined')
})

// zod throws on an object without a number in it as the length of a text: the call was rejected, not answered.
test('a call whose input only looks like a text is answered', async () => {
  // No handler is reached.
  const handlers = {} as Handlers
  const strange = { length: { toString: 'x', valueOf: 'x' } }
  for (const [name, { input }] of Object.entries(calls)) {
    const keys = 'shape' in input ? Object.keys(input.shape) : []
    const reply = await answerCall(handlers, name, Object.fromEntries([...keys, 'file'].map(key => [key, strange])))
    expect(reply, name).toMatchObject({ ok: false, error: { code: 'bad-request' } })
  }
})

test('nor does a file with such a value in a text’s place stop its reader', () => {
  const strange = { length: { toString: 'x', valueOf: 'x' } }
  const read = readEvaluation(JSON.stringify({ ...buildEvaluation(), title: strange }))
  expect(read.ok ? [] : read.error.map(({ path, code }) => [path, code])).toEqual([['title', 'wrong-type']])
  expect(readSetUp(JSON.stringify({ title: strange })).ok).toBe(false)
})

// zod compares the length of an object that stands in a text's place, and throws.
test('an archive’s catalogue with a false length is no catalogue', () => {
  const text =
    '{"format":{"length":{"toString":0,"valueOf":0}},"version":1,"year":2026,"entries":[{"title":{"length":{"toString":0}}}]}'
  expect(readCatalogue(text)).toEqual({ ok: false, error: 'not-a-catalogue' })
})
