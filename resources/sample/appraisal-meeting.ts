import type { Prng } from './prng.ts'
import type { SampleMeeting, SamplePerson, SampleTally } from './sample-files.ts'

const GROUPS: SampleMeeting['groups'] = [
  { id: 'A', expected: 36, attended: 35, printed: 40, issued: 35, returned: 35, void: 1 },
  { id: 'B', expected: 22, attended: 20, printed: 25, issued: 20, returned: 19, void: 0 },
  { id: 'C', expected: 32, attended: 30, printed: 36, issued: 30, returned: 30, void: 1 },
  { id: 'D', expected: 40, attended: 38, printed: 44, issued: 38, returned: 38, void: 0 },
]

/** Managers mark a little lower than unions; those who know a person less abstain more. */
const LEANING: Readonly<Record<string, number>> = { A: 0.02, B: -0.05, C: 0.03, D: 0 }
const ABSTAINING: Readonly<Record<string, number>> = { A: 0.02, B: 0.05, C: 0.02, D: 0.03 }

/**
 * Shares of 优秀, 称职 and 基本称职 of the two people whose year was 基本称职: few marks at either end, so that neither the
 * 60 % nor a veto decides their grade.
 */
const MIDDLING: Readonly<Record<string, readonly [number, number, number]>> = {
  朱长江: [0.09, 0.56, 0.28],
  贾春生: [0.12, 0.55, 0.26],
}

/** On leave, and at another city's meeting: the two of the forty full-time people who cast no ballot. */
const ABSENT: ReadonlySet<string> = new Set(['冯永年', '杨文斌'])

/** The one appraisal meeting: every full-time person present marked 本人 in their own row of group D. */
export function sampleMeeting(people: readonly SamplePerson[], random: Prng): SampleMeeting {
  const tallies = people.flatMap(person => {
    const seenAs = person.quality + 0.08 * (random.next() - 0.5)
    return GROUPS.map(({ id, returned, void: empty }) => {
      const own = id === 'D' && person.record.kind === 'full-time' && !ABSENT.has(person.record.name) ? 1 : 0
      const opinion = seenAs + (LEANING[id] ?? 0) + 0.06 * (random.next() - 0.5)
      const shares = MIDDLING[person.record.name] ?? sharesOf(opinion)
      return sampleRow(person.record.id, id, returned - empty - own, own, shares, random)
    })
  })
  return {
    id: 'm1',
    component: 'meeting',
    round: 1,
    date: '2026-12-10',
    place: '云川市工人文化宫三楼会议厅',
    groups: GROUPS,
    tallies,
  }
}

function sampleRow(
  instructor: string,
  group: string,
  voters: number,
  self: number,
  shares: Shares,
  random: Prng,
): SampleTally {
  const marks = { excellent: 0, competent: 0, basic: 0, incompetent: 0 }
  let abstain = 0
  let invalid = 0
  for (let voter = 0; voter < voters; voter++) {
    if (random.chance(ABSTAINING[group] ?? 0)) abstain += 1
    else if (random.chance(0.008)) invalid += 1
    else marks[sampleMark(shares, random)] += 1
  }
  return { instructor, group, indicator: 'overall', marks, abstain, invalid, ...(self > 0 ? { self } : {}) }
}

type Shares = readonly [excellent: number, competent: number, basic: number]

/** The better the opinion (0 to 1), the more of what is left goes to the better choice. */
function sharesOf(opinion: number): Shares {
  const excellent = Math.max(0.02, 0.8 * opinion - 0.04)
  const competent = (1 - excellent) * (0.25 + 0.6 * opinion)
  return [excellent, competent, (1 - excellent - competent) * (0.5 + 0.35 * opinion)]
}

function sampleMark([excellent, competent, basic]: Shares, random: Prng) {
  const drawn = random.next()
  if (drawn < excellent) return 'excellent'
  if (drawn < excellent + competent) return 'competent'
  return drawn < excellent + competent + basic ? 'basic' : 'incompetent'
}
