import { describe, expect, test } from 'vitest'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import { newEvaluation } from '#shared/domain/evaluation/new-year.ts'
import { readEvaluation } from '#shared/domain/evaluation/read-evaluation.ts'
import { writeEvaluation } from '#shared/domain/evaluation/write-evaluation.ts'
import { DAZHOU } from '#shared/domain/scheme/templates/dazhou.ts'
import { scoreYear } from '#shared/domain/score/score-year.ts'
import { buildEvaluation } from '#tests/fixtures/build-evaluation.ts'
import { buildInstructor } from '#tests/fixtures/build-instructor.ts'
import { buildScheme } from '#tests/fixtures/build-scheme.ts'
import type { DecisionFile, InstructorFile } from '#tests/fixtures/evaluation-file.ts'
import { readBuilt } from '#tests/fixtures/read-built.ts'

function decided(instructor: string, final: string | null): DecisionFile {
  return { instructor, kind: 'confirm', final, by: '考评小组', date: '2026-12-20' }
}

function lastYear(people: readonly InstructorFile[], decisions: readonly DecisionFile[]): Evaluation {
  return readBuilt(
    buildEvaluation({ instructors: [...people], decisions: [...decisions], self: [], meetings: [], ratings: [] }),
  )
}

function nextYear(from: Evaluation, scheme: Evaluation['scheme'] | typeof DAZHOU = from.scheme): Evaluation {
  const made = newEvaluation({ year: 2027, title: '2027年度考评', organiser: '云川市总工会', scheme, from })
  if (!made.ok) throw new Error(JSON.stringify(made.error))
  return made.value
}

describe('a new year', () => {
  // Catches: last year's votes, scores or decisions that leak into the new one; a publication that locks it at birth.
  test('holds people and scheme and nothing else', () => {
    const from = readBuilt({
      ...buildEvaluation({ decisions: [decided('i01', 'excellent')] }),
      publication: { publishedOn: '2026-03-01', by: '李主任', history: [] },
      closed: { date: '2027-01-15', by: '李主任' },
    })
    const made = nextYear(from)
    expect(Object.keys(made).sort()).toEqual(
      [
        'decisions',
        'format',
        'instructors',
        'meetings',
        'organiser',
        'ratings',
        'scheme',
        'self',
        'title',
        'version',
        'year',
      ].sort(),
    )
    expect([made.self, made.meetings, made.ratings, made.decisions]).toEqual([[], [], [], []])
    expect(made.scheme).toEqual(from.scheme)
    expect(readEvaluation(writeEvaluation(made))).toMatchObject({ ok: true })
  })

  // Catches: the wrong one of two decisions carried; a grade doubled in the history; a grade where none was decided.
  test("keeps each person's last decision as history", () => {
    const people = ['i01', 'i02', 'i03', 'i04'].map(id => buildInstructor({ id, name: id }))
    const [, second, third] = people
    if (second) second.history = [{ year: 2025, grade: 'basic' }]
    if (third) third.history = [{ year: 2026, grade: 'basic' }]
    const from = lastYear(people, [
      decided('i01', 'excellent'),
      decided('i02', 'competent'),
      decided('i01', 'competent'),
      decided('i03', 'incompetent'),
      decided('i04', null),
    ])
    expect(nextYear(from).instructors.map(person => person.history)).toEqual([
      [{ year: 2026, grade: 'competent' }],
      [
        { year: 2025, grade: 'basic' },
        { year: 2026, grade: 'competent' },
      ],
      [{ year: 2026, grade: 'incompetent' }],
      undefined,
    ])
  })

  // Catches: two low years in a row that are not seen because the grade changed its id with the scheme.
  test('writes a grade as the new scheme knows it', () => {
    const scheme = buildScheme({
      grades: [
        { id: 'g1', label: '优秀', min: '90', consequence: 'award' },
        { id: 'g2', label: '合格', min: '60', consequence: 'improve' },
        { id: 'g3', label: '不合格', min: '0', consequence: 'admonish' },
      ],
    })
    const people = [buildInstructor({ id: 'i01' }), buildInstructor({ id: 'i02', name: '李东' })]
    const old = lastYear(people, [decided('i01', 'excellent'), decided('i02', 'basic')])
    const renamed = readBuilt(
      buildEvaluation({
        scheme,
        instructors: people,
        self: [],
        meetings: [],
        ratings: [],
        decisions: [decided('i01', 'g1'), decided('i02', 'g3')],
      }),
    )
    const grades = (year: Evaluation) => year.instructors.map(person => person.history?.at(-1)?.grade)
    expect(grades(nextYear(old, renamed.scheme))).toEqual(['g1', '基本称职'])
    expect(grades(nextYear(renamed, old.scheme))).toEqual(['excellent', '不合格'])
  })

  // Catches: last year's leave or veto that lowers this year's grade; an investigation that is forgotten with the year.
  test("leaves the year's facts behind, but not an investigation", () => {
    const from = lastYear(
      [
        buildInstructor({ status: { monthsOnPost: 4, leaveMonths: '7', unjustifiedAbsence: true, vetoes: ['违纪'] } }),
        buildInstructor({ id: 'i02', name: '李东', status: { underInvestigation: true, monthsOnPost: 3 } }),
      ],
      [],
    )
    const made = nextYear(from)
    expect(made.instructors.map(person => person.status)).toEqual([undefined, { underInvestigation: true }])
    expect(scoreYear(made).people.map(person => person.flags)).toEqual([[], ['under-investigation']])
  })

  // Catches: a dead or departed person invited again; a term that ended silently taking somebody off the list.
  test('who left stays behind, whose term ended comes along', () => {
    const from = lastYear(
      [
        buildInstructor({ engagedFrom: '2025-01-01', engagedTo: '2026-12-31' }),
        buildInstructor({ id: 'i02', name: '李东', left: { date: '2026-08-01', reason: 'died' } }),
      ],
      [],
    )
    expect(nextYear(from).instructors.map(person => person.id)).toEqual(['i01'])
  })

  // Catches: a new scheme without the old sources that refuses the whole roster, or asks nobody to rate.
  test('asks only for sources that the new scheme has', () => {
    const from = lastYear([buildInstructor({ sources: ['district'] })], [])
    expect(nextYear(from, DAZHOU).instructors[0]).not.toHaveProperty('sources')
    expect(nextYear(from).instructors[0]?.sources).toEqual(['district'])
  })

  // Catches: a year that cannot be kept, told too late.
  test('says what does not fit', () => {
    const from = lastYear([buildInstructor({ posting: undefined })], [])
    const scheme = { ...from.scheme, excellentQuota: { percent: '20', by: 'posting' as const } }
    const made = newEvaluation({ year: 2027, title: ' ', organiser: '', scheme: from.scheme, from })
    expect(made).toMatchObject({ ok: false, error: [{ path: 'title', code: 'empty' }] })
    expect(newEvaluation({ year: 2027, title: '考评', organiser: '', scheme, from })).toMatchObject({
      ok: false,
      error: [{ path: 'instructors[0].posting', code: 'needs-field' }],
    })
  })
})
