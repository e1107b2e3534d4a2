import { ADJUSTMENTS } from './adjustments.ts'
import { FAIR_COMMENTS, GOOD_COMMENTS, POOR_COMMENTS } from './comments.ts'
import { ratingDistrict } from './people.ts'
import type { Prng } from './prng.ts'
import type { SamplePerson, SampleRating } from './sample-files.ts'
import { halfPoints } from './self-assessments.ts'
import { SPECIAL_COMMENTS } from './special-summaries.ts'

/** Ratings that never came: the industry's of one person whom a district rated too, and a district's, the only one. */
const NOT_IN: Readonly<Record<string, string>> = { 黄志强: 'industry', 魏东升: 'district' }

/** Posted from one district to another in June: both unions rated, for their months. */
const MOVED = { name: '高峻岭', from: '云东区', months: [5, 7] } as const

/** The ratings of the unions that must rate each person, with bonuses, penalties and comments. */
export function sampleRatings(people: readonly SamplePerson[], random: Prng): SampleRating[] {
  const comments = commentWriter(random)
  return people.flatMap(person => {
    const { record } = person
    const rate = (source: string, by: string, months: number, first: boolean): SampleRating => {
      const halves = Math.round(2 * (62 + 36 * person.quality + 4 * (random.next() - 0.5)))
      return {
        instructor: record.id,
        source,
        by,
        score: halfPoints(record.name === '袁铁山' ? 108 : halves),
        months,
        bonus: '0',
        penalty: '0',
        reason: '',
        ...(first ? ADJUSTMENTS[record.name] : {}),
        comment: comments(person, halves / 2),
      }
    }
    const ratings = (record.sources ?? []).flatMap((source, index) => {
      if (NOT_IN[record.name] === source) return []
      if (record.name === MOVED.name)
        return [
          rate(source, `${MOVED.from}总工会`, MOVED.months[0], true),
          rate(source, `${record.posting}总工会`, MOVED.months[1], false),
        ]
      const by = source === 'industry' ? `云川市${record.posting}工会` : `${ratingDistrict(record)}总工会`
      return [rate(source, by, monthsOf(person), index === 0)]
    })
    return ratings
  })
}

function monthsOf({ record }: SamplePerson): number {
  const { monthsOnPost = 12, leaveMonths = '0' } = record.status ?? {}
  return Math.max(1, Math.floor(monthsOnPost - (Number(leaveMonths) > 6 ? Number(leaveMonths) : 0)))
}

function commentWriter(random: Prng): (person: SamplePerson, score: number) => string {
  const good = random.deck(GOOD_COMMENTS)
  const fair = random.deck(FAIR_COMMENTS)
  const poor = random.deck(POOR_COMMENTS)
  return ({ record }, score) => SPECIAL_COMMENTS[record.name] ?? (score >= 91 ? good() : score >= 76 ? fair() : poor())
}
