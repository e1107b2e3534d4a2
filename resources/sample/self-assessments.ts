import type { Prng } from './prng.ts'
import type { SamplePerson, SampleSelf } from './sample-files.ts'
import { SAMPLE_SCHEME } from './sample-scheme.ts'
import { SPECIAL_SUMMARIES } from './special-summaries.ts'
import { BARGAINING } from './summary-bargaining.ts'
import { CLOSINGS } from './summary-closings.ts'
import { FOLLOW_UP } from './summary-follow-up.ts'
import { FULL_TIME_OPENINGS, PART_TIME_OPENINGS } from './summary-openings.ts'
import { TRAINING } from './summary-training.ts'
import { VISITS } from './summary-visits.ts'

type Workload = Required<NonNullable<SampleSelf['workload']>>

/** Hands in nothing · a summary without scores · scores without a summary. */
const NOTHING = '潘俊杰'
const SUMMARY_ONLY = '蒋国良'
const SCORES_ONLY = '吕婷'

/** The self-assessments that are in: two people's scores and two people's summaries are not. */
export function sampleSelf(people: readonly SamplePerson[], random: Prng): SampleSelf[] {
  const write = summaryWriter(random)
  return people.flatMap(person => {
    const { id, name } = person.record
    const workload = sampleWorkload(person, random)
    const summary = write(person, workload)
    const scores = sampleScores(person, random)
    if (name === NOTHING) return []
    return [
      {
        instructor: id,
        ...(name === SCORES_ONLY ? {} : { summary }),
        workload,
        ...(name === SUMMARY_ONLY ? {} : { scores }),
      },
    ]
  })
}

function sampleWorkload({ record, quality }: SamplePerson, random: Prng): Workload {
  const share = (record.kind === 'full-time' ? 1 : 0.45) * ((record.status?.monthsOnPost ?? 12) / 12)
  const away = Number(record.status?.leaveMonths ?? '0') / 12
  const figure = (low: number, high: number, least: number) => {
    const full = low + (high - low) * (0.6 * quality + 0.4 * random.next())
    return Math.max(least, Math.round(full * share * (1 - away)))
  }
  const trainings = figure(3, 10, 2)
  return {
    visits: figure(24, 72, 6),
    guided: figure(70, 280, 18),
    trainings,
    trained: trainings * random.int(22, 48) + random.int(0, 9),
    contracts: figure(6, 26, 2),
  }
}

function sampleScores({ quality }: SamplePerson, random: Prng): Record<string, string> {
  const self = SAMPLE_SCHEME.components[0]
  const indicators = self?.kind === 'self' ? (self.indicators ?? []) : []
  return Object.fromEntries(
    indicators.map(({ id, points }) => {
      // In halves of a point, as people score themselves.
      const halves = Math.round(2 * Number(points) * (0.87 + 0.09 * quality + 0.06 * (random.next() - 0.5)))
      return [id, halfPoints(Math.min(halves, 2 * Number(points)))]
    }),
  )
}

export function halfPoints(halves: number): string {
  return halves % 2 === 0 ? String(halves / 2) : `${Math.floor(halves / 2)}.5`
}

/** Writes one summary after another, drawing each block before any comes a second time. */
function summaryWriter(random: Prng): (person: SamplePerson, workload: Workload) => string {
  const openings = { 'full-time': random.deck(FULL_TIME_OPENINGS), 'part-time': random.deck(PART_TIME_OPENINGS) }
  const visits = random.deck(VISITS)
  const bargaining = random.deck(BARGAINING)
  const training = random.deck(TRAINING)
  const followUp = random.deck(FOLLOW_UP)
  const closings = random.deck(CLOSINGS)
  return ({ record }, workload) => {
    const special = SPECIAL_SUMMARIES[record.name]
    if (special !== undefined) return fill(special, record.posting ?? '', workload)
    const middle = random.chance(0.5) ? [visits(), bargaining(), training()] : [visits(), training(), bargaining()]
    const more = random.chance(0.3) ? [followUp(), followUp()] : random.chance(0.8) ? [followUp()] : []
    const text = [openings[record.kind](), ...middle, ...more, closings()].join('')
    return fill(text, record.posting ?? '', workload)
  }
}

function fill(text: string, posting: string, workload: Workload): string {
  return text
    .replaceAll('{posting}', posting)
    .replaceAll(/\{(visits|guided|trainings|trained|contracts)\}/g, (_, key: keyof Workload) => String(workload[key]))
}
