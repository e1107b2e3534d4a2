import { describe, expect, test } from 'vitest'
import { createArchive } from '#electron/host/archive/create-archive.ts'
import { secureRandom } from '#electron/host/urn/secure-random.ts'
import { DEFAULT_SETTINGS } from '#shared/domain/archive/archive-settings.ts'
import { readEvaluation } from '#shared/domain/evaluation/read-evaluation.ts'
import { seeded } from '#tests/crash/seeded.ts'
import { record } from '#tests/prove/record.ts'
import { needlesOf } from './bytes/needles.ts'
import { checkNeedles, secretsOf } from './checks/check-markers.ts'
import { checkWhole } from './checks/check-whole.ts'
import { collectEvidence, type Evidence } from './evidence.ts'
import { inFolder } from './inspect.ts'
import { plantRoom } from './plant-room.ts'
import { SMALL_CAST, type World, writeScript } from './script.ts'
import { holdScripted } from './scripted-meeting.ts'

// PROMISES.md §1: two archives of one meeting are identical but for dates: there is no hidden channel in them.

/** What differs between two archives, by file. */
function differences(one: Evidence, other: Evidence): string[] {
  const names = [...new Set([...one.files.keys(), ...other.files.keys()])].sort()
  return names.filter(name => {
    const [a, b] = [one.files.get(name), other.files.get(name)]
    return !a || !b || !a.equals(b)
  })
}

/** A meeting with fresh slips, keys and randomness, and the archive that is made of it on a day. */
async function archiveOf(
  world: World,
  date: string,
): Promise<{ readonly archive: Evidence; readonly found: string[] }> {
  const script = writeScript(seeded(11), SMALL_CAST)
  const planted = await plantRoom(script)
  return inFolder(async folder => {
    const { left, votes } = await holdScripted(planted, world, folder, { random: secureRandom, phones: secureRandom })
    const evaluation = readEvaluation(left.files.get('years/2026.pingyi.json')?.toString('utf8') ?? '')
    if (!evaluation.ok) throw new Error('the year cannot be read')
    const made = await createArchive({
      evaluation: evaluation.value,
      settings: DEFAULT_SETTINGS,
      date,
      gaps: [],
      folder: `${folder}/归档`,
    })
    if (!made.ok) throw new Error(made.error.code)
    const archive = await collectEvidence(`${folder}/归档`)
    // Four marks stand one after the other in many a sheet by chance; the ballots' own bytes do in none.
    const secrets = [...secretsOf(planted, votes)].filter(([name]) => !name.startsWith('opened ballot'))
    const found = checkNeedles('markers', archive, needlesOf(new Map(secrets))).map(({ what }) => what)
    return { archive, found }
  })
}

describe('archives of one meeting', () => {
  // Catches: an id, an order or a padding in any file of an archive that comes from the meeting and not from its counts.
  test('are the same to the byte, whoever gave which mark, and hold no marker of a vote', async () => {
    const one = await archiveOf(0, '2027-01-05')
    const other = await archiveOf(1, '2027-01-05')
    expect([one.found, other.found]).toEqual([[], []])
    expect(one.archive.files.size).toBeGreaterThan(15)
    expect(differences(one.archive, other.archive)).toEqual([])
    // Made on another day, nothing differs but what says the day, and the hashes of that.
    const later = await archiveOf(0, '2027-02-16')
    const dated = differences(one.archive, later.archive)
    expect(dated.length).toBeGreaterThan(0)
    for (const name of dated) {
      if (name.endsWith('.sha256')) continue
      const [a, b] = [one.archive, later.archive].map(archive => archive.files.get(name)?.toString('utf8') ?? '')
      expect((b ?? '').replaceAll('2027-02-16', '2027-01-05').replaceAll('2027年2月16日', '2027年1月5日'), name).toBe(a)
    }
    record('anonymity: archives of one meeting compared', { archives: 3, files: 3 * one.archive.files.size })

    // The comparison itself: one random number in one PDF, one stamp in one workbook, one space in one text.
    for (const ending of ['.pdf', '.xlsx', '.json']) {
      const name = [...one.archive.files.keys()].find(file => file.endsWith(ending)) ?? ''
      const bytes = Buffer.from(one.archive.files.get(name) ?? '')
      bytes[bytes.length - 20] = (bytes[bytes.length - 20] ?? 0) ^ 1
      const leaky = { ...one.archive, files: new Map([...one.archive.files, [name, bytes]]) }
      expect(differences(one.archive, leaky)).toEqual([name])
      record('anonymity: leaks put in on purpose', { leaks: 1, caught: 1 })
    }
  }, 180_000)

  // Catches: a check that would not see a ballot in an archive.
  test('would be seen to hold a ballot', async () => {
    const script = writeScript(seeded(12))
    const ballot = script.voters[5]?.ballots[0]
    const files = new Map([['归档/补充.json', Buffer.from(JSON.stringify(ballot))]])
    expect(checkWhole({ files, facts: new Map() }, script, 0).map(({ check }) => check)).toContain('whole')
  })
})
