import { readFileSync } from 'node:fs'
import { create } from 'fontkit'
import { describe, expect, test } from 'vitest'
import { FAIR_COMMENTS, GOOD_COMMENTS } from '#resources/sample/comments.ts'
import { sampleText } from '#resources/sample/sample-year.ts'
import { BARGAINING } from '#resources/sample/summary-bargaining.ts'
import { CLOSINGS } from '#resources/sample/summary-closings.ts'
import { FOLLOW_UP } from '#resources/sample/summary-follow-up.ts'
import { FULL_TIME_OPENINGS, PART_TIME_OPENINGS } from '#resources/sample/summary-openings.ts'
import { TRAINING } from '#resources/sample/summary-training.ts'
import { VISITS } from '#resources/sample/summary-visits.ts'
import { faultLine } from '#shared/domain/evaluation/fault-words.ts'
import { readEvaluation } from '#shared/domain/evaluation/read-evaluation.ts'
import { gapsOf } from '#shared/domain/score/gaps.ts'
import { resultsOf } from '#shared/domain/score/results.ts'
import { scoreYear } from '#shared/domain/score/score-year.ts'
import { expectedResults } from '#tests/unit/score/oracle/expected-results.ts'

// The sample year is what the demo prints and what screens are judged by: it must hold every odd thing it promises.

const committed = readFileSync(new URL('../../../resources/sample/2026.pingyi.json', import.meta.url), 'utf8')
const read = readEvaluation(committed)
if (!read.ok) throw new Error(read.error.map(faultLine).join('\n'))
const sample = read.value
const score = scoreYear(sample)
const results = resultsOf(score)
const named = (name: string) => results.results.filter(person => person.name === name)
const flagged = (flag: string) => results.results.filter(person => person.flags.some(each => each === flag))

describe('the committed file', () => {
  test('is what the generator makes, byte for byte', () => {
    expect(sampleText()).toBe(committed)
  })

  test('scores as the second scorer says', () => {
    expect(results).toEqual(expectedResults(JSON.parse(committed)))
  })
})

describe('the people', () => {
  test('are sixty, forty of them full-time, in eight districts and three industries', () => {
    expect(sample.instructors).toHaveLength(60)
    expect(sample.instructors.filter(person => person.kind === 'full-time')).toHaveLength(40)
    const postings = new Set(sample.instructors.map(person => person.posting ?? ''))
    expect([...postings].filter(posting => posting.endsWith('区'))).toHaveLength(8)
    expect([...postings].filter(posting => posting.endsWith('产业'))).toHaveLength(3)
  })

  test('two have one name; nobody has a real telephone number', () => {
    expect(named('李建国')).toHaveLength(2)
    expect(new Set(sample.instructors.map(person => person.name)).size).toBe(59)
    for (const person of sample.instructors) expect(person.phone).toMatch(/^138 0000 [0-9]{4}$/)
  })

  test('have all nine columns of the registration form', () => {
    for (const person of sample.instructors)
      for (const field of ['sex', 'birthYear', 'education', 'training', 'unit', 'engagedFrom', 'engagedTo'] as const)
        expect(person[field], `${person.name} ${field}`).toBeTruthy()
  })

  test('no character of the file is missing from the fonts that print it', () => {
    for (const [folder, file] of [
      ['400Regular', 'NotoSerifSC_400Regular.ttf'],
      ['700Bold', 'NotoSerifSC_700Bold.ttf'],
    ]) {
      const url = new URL(`../../../node_modules/@expo-google-fonts/noto-serif-sc/${folder}/${file}`, import.meta.url)
      const font = create(readFileSync(url))
      if (!('hasGlyphForCodePoint' in font)) throw new Error('a font collection')
      const missing = [...new Set(committed)].filter(
        character => character !== '\n' && !font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0),
      )
      expect(missing, file).toEqual([])
    }
    for (const rare of '䶮𬭎堃喆翀頔') expect(committed).toContain(rare)
  })
})

describe('what is missing', () => {
  test('is two self-assessments, two summaries, and two ratings of which one blocks', () => {
    const gaps = gapsOf(score).map(gap => [gap.instructor.name, gap.kind, gap.blocks])
    expect(gaps).toEqual([
      ['黄志强', 'source', false],
      ['吕婷', 'summary', false],
      ['蒋国良', 'self', true],
      ['魏东升', 'rating', true],
      ['潘俊杰', 'self', true],
      ['潘俊杰', 'summary', false],
    ])
    expect(named('黄志强')[0]?.notes).toContain('empty-source:industry')
    expect(results.results.filter(person => person.total === null)).toHaveLength(3)
  })
})

describe('what a committee must decide', () => {
  test('a tie of two where the excellent places end', () => {
    expect(results.quota).toMatchObject([{ pool: 'all', base: 58, places: 11 }])
    const [pool] = results.quota
    expect(pool?.within).toHaveLength(10)
    expect(pool?.tied).toHaveLength(2)
    expect(pool?.over.length).toBeGreaterThan(3)
  })

  test('a veto, four months on post, a long leave, and two bad years running of both kinds', () => {
    expect(flagged('veto').map(person => person.proposed)).toEqual(['incompetent'])
    expect(flagged('under-half-year').map(person => person.proposed)).toEqual([null])
    expect(flagged('leave-over-half-year').map(person => person.proposed)).toEqual([null])
    expect(flagged('two-years-basic').map(person => person.suggestion)).toEqual([['adjust']])
    expect(flagged('two-years-lowest').map(person => person.suggestion)).toEqual([['dismiss']])
  })

  test('all four grades are proposed, and a handful of people is decided as proposed', () => {
    const proposed = Map.groupBy(results.results, person => person.proposed)
    for (const grade of ['excellent', 'competent', 'basic', 'incompetent'])
      expect(proposed.get(grade)?.length, grade).toBeGreaterThan(0)
    expect(sample.decisions.length).toBeGreaterThan(3)
    expect(sample.decisions.length).toBeLessThan(10)
    for (const decision of sample.decisions) {
      const person = results.results.find(each => each.instructor === decision.instructor)
      expect(decision.final).toBe(person?.proposed)
    }
  })

  test('a posting changed in mid-year: two districts rated, for five and seven months', () => {
    const moved = Map.groupBy(sample.ratings, rating => `${rating.instructor} ${rating.source}`)
    const several = [...moved.values()].filter(ratings => ratings.length > 1)
    expect(several.map(ratings => ratings.map(rating => rating.months))).toEqual([[5, 7]])
  })
})

describe('the meeting', () => {
  test('each peers ballot names its author once: as many own rows as valid ballots', () => {
    const [meeting] = sample.meetings
    const peers = meeting?.groups.find(group => group.id === 'D')
    const own = meeting?.tallies.filter(tally => tally.self > 0) ?? []
    expect(own).toHaveLength((peers?.returned ?? 0) - (peers?.void ?? 0))
    for (const row of own) {
      expect(row).toMatchObject({ group: 'D', self: 1 })
      expect(sample.instructors.find(person => person.id === row.instructor)?.kind).toBe('full-time')
    }
  })
})

describe('the words', () => {
  test('are drawn from at least twenty-five blocks a section, no two alike', () => {
    const openings = [...FULL_TIME_OPENINGS, ...PART_TIME_OPENINGS]
    const comments = [...GOOD_COMMENTS, ...FAIR_COMMENTS]
    for (const section of [openings, VISITS, BARGAINING, TRAINING, FOLLOW_UP, CLOSINGS, comments]) {
      expect(section.length).toBeGreaterThanOrEqual(25)
      expect(new Set(section).size).toBe(section.length)
    }
  })

  test('summaries are of a page’s length, no two alike, with the year’s own figures in them', () => {
    const summaries = sample.self.flatMap(record => (record.summary === undefined ? [] : [record]))
    expect(new Set(summaries.map(record => record.summary)).size).toBe(summaries.length)
    for (const { summary = '', workload } of summaries) {
      expect([...summary].length).toBeGreaterThanOrEqual(150)
      expect([...summary].length).toBeLessThanOrEqual(350)
      expect(summary).not.toContain('{')
      for (const figure of Object.values(workload ?? {})) expect(summary).toContain(String(figure))
    }
  })

  test('every rating has a comment of a line or two', () => {
    for (const rating of sample.ratings) {
      const length = [...(rating.comment ?? '')].length
      expect(length, rating.comment).toBeGreaterThanOrEqual(30)
      expect(length, rating.comment).toBeLessThanOrEqual(80)
    }
  })
})
