import { readEvaluation } from '#shared/domain/evaluation/read-evaluation.ts'
import type { YearScore } from '#shared/domain/score/annual-score.ts'
import { scoreYear } from '#shared/domain/score/score-year.ts'
import { sampleMeeting } from './appraisal-meeting.ts'
import { samplePeople } from './people.ts'
import { prng } from './prng.ts'
import { sampleDecisions } from './sample-decisions.ts'
import type { SampleFile, SampleInstructor } from './sample-files.ts'
import { SAMPLE_SCHEME } from './sample-scheme.ts'
import { sampleSelf } from './self-assessments.ts'
import { sampleRatings } from './union-ratings.ts'

const SEED = 20_261_228

/** The sample year's text, always the same: sixty people, with everything a real year has that goes wrong. */
export function sampleText(): string {
  return `${JSON.stringify(sampleYear(), null, 2)}\n`
}

function sampleYear(): SampleFile {
  const random = prng(SEED)
  const people = samplePeople(random)
  const year: SampleFile = {
    format: 'pingyi/evaluation',
    version: 1,
    year: 2026,
    title: '2026年度集体协商指导员考评',
    organiser: '云川市总工会',
    scheme: SAMPLE_SCHEME,
    instructors: people.map(person => person.record),
    self: sampleSelf(people, random),
    meetings: [sampleMeeting(people, random)],
    ratings: sampleRatings(people, random),
    decisions: [],
  }
  const tied = withTieAtTheCut(year)
  return { ...tied, decisions: sampleDecisions(scored(tied)) }
}

function scored(year: SampleFile): YearScore {
  const read = readEvaluation(JSON.stringify(year))
  if (!read.ok) throw new Error(`the sample is no evaluation: ${JSON.stringify(read.error)}`)
  return scoreYear(read.value)
}

/** Gives one person the figures of another, so that the two tie in everything where the excellent places end. */
function withTieAtTheCut(year: SampleFile): SampleFile {
  const score = scored(year)
  const places = score.quota[0]?.places ?? 0
  const top = score.people
    .filter(person => person.rank !== null && person.rank > places - 3 && person.rank < places + 5)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
    .map(person => person.instructor.id)
  const person = (id: string) => year.instructors.find(each => each.id === id)
  for (const model of top)
    for (const twin of top) {
      const [one, other] = [person(model), person(twin)]
      if (!one || !other || model === twin || !alike(one, other, year)) continue
      const changed = withTwin(year, model, twin)
      if (scored(changed).quota[0]?.tied.length === 2) return changed
    }
  throw new Error('no two people can be made to tie at the cut')
}

/** Whether two people's figures may be exchanged: the same kind of ballots and ratings, nothing added or taken. */
function alike(a: SampleInstructor, b: SampleInstructor, year: SampleFile): boolean {
  const plain = (id: string) => {
    const own = (year.ratings ?? []).filter(rating => rating.instructor === id)
    return own.length === 1 && own.every(rating => rating.bonus === '0' && rating.penalty === '0')
  }
  return a.kind === b.kind && String(a.sources) === String(b.sources) && plain(a.id) && plain(b.id)
}

function withTwin(year: SampleFile, model: string, twin: string): SampleFile {
  const scores = year.self?.find(record => record.instructor === model)?.scores
  const score = year.ratings?.find(rating => rating.instructor === model)?.score
  const self = year.self?.map(record => (record.instructor === twin && scores ? { ...record, scores } : record)) ?? []
  const ratings =
    year.ratings?.map(rating => (rating.instructor === twin && score ? { ...rating, score } : rating)) ?? []
  const meetings = (year.meetings ?? []).map(meeting => ({
    ...meeting,
    tallies: meeting.tallies.map(tally => {
      const row = meeting.tallies.find(each => each.instructor === model && each.group === tally.group)
      return tally.instructor === twin && row ? { ...row, instructor: twin } : tally
    }),
  }))
  return { ...year, self, ratings, meetings }
}
