import { describe, expect, test } from 'vitest'
import { faultWords } from '#shared/domain/evaluation/fault-words.ts'
import { followPostings, followScheme } from '#shared/domain/evaluation/follow-scheme.ts'
import { readSchemeDraft, type SchemeDraft } from '#shared/domain/scheme/design/draft.ts'
import { newVariant, settleVariants, variantPart, withVariantPart } from '#shared/domain/scheme/design/edit-variants.ts'
import { takenIds } from '#shared/domain/scheme/design/taken-ids.ts'
import { THREE_PART } from '#shared/domain/scheme/templates/three-part.ts'
import { variantWords } from '#shared/domain/scheme/variant-words.ts'
import { fault } from '#shared/lib/fault.ts'
import { buildEvaluation, buildSelf } from '#tests/fixtures/build-evaluation.ts'
import { buildInstructor } from '#tests/fixtures/build-instructor.ts'
import { buildScheme } from '#tests/fixtures/build-scheme.ts'
import { readBuilt } from '#tests/fixtures/read-built.ts'

const OWN = [
  { id: 'visits', name: '走访企业', points: '40' },
  { id: 'files', name: '台账', points: '60' },
]

const EASTERN: SchemeDraft = {
  ...THREE_PART,
  variants: [
    {
      id: 'v1',
      name: '东城区方案',
      postings: ['东城区'],
      components: [
        { id: 'self', weight: '20', indicators: OWN },
        { id: 'meeting', weight: '40' },
        {
          id: 'rating',
          sources: [
            { id: 'district', weight: '90' },
            { id: 'industry', weight: '10' },
          ],
        },
      ],
    },
  ],
}

describe('a variant while the main scheme is designed', () => {
  const own = (draft: SchemeDraft, id: string) => {
    const [variant] = settleVariants(draft).variants ?? []
    return variant && variantPart(variant, id)
  }

  // Catches: a variant that refers to parts which are no longer there, which nobody can mend on the page.
  test('loses what the main scheme no longer has', () => {
    const components = THREE_PART.components.filter(part => part.id !== 'meeting')
    expect(own({ ...EASTERN, components }, 'meeting')).toEqual({ id: 'meeting' })
    const plain = THREE_PART.components.map(part => {
      if (part.kind !== 'self') return part
      const { indicators: _, ...rest } = part
      return rest
    })
    expect(own({ ...EASTERN, components: plain }, 'self')).toEqual({ id: 'self', weight: '20' })
  })

  test('asks for the weight of a new source and forgets a removed one', () => {
    const components = THREE_PART.components.map(part =>
      part.kind === 'rating'
        ? { ...part, sources: [...part.sources.slice(1), { id: 's1', name: '市总工会', weight: '60' }] }
        : part,
    )
    const draft = settleVariants({ ...EASTERN, components })
    expect(own(draft, 'rating')?.sources).toEqual([
      { id: 'industry', weight: '10' },
      { id: 's1', weight: '' },
    ])
    expect(readSchemeDraft(draft)).toMatchObject({ ok: false })
  })

  test('is the same draft where nothing is to settle, and nothing is said of a part that is as in the main scheme', () => {
    expect(settleVariants(EASTERN)).toEqual(EASTERN)
    expect(withVariantPart(newVariant([]), { id: 'self' }).components).toEqual([])
  })

  // Catches: an indicator's id handed out again, and with it the scores that were recorded under it.
  test('keeps its ids', () => {
    expect([...takenIds(EASTERN)]).toEqual(expect.arrayContaining(['v1', 'visits', 'files']))
  })

  test('says what differs, and only that', () => {
    const read = readSchemeDraft(EASTERN)
    if (!read.ok) throw new Error(JSON.stringify(read.error))
    const [variant] = read.value.variants ?? []
    expect(variant && variantWords(read.value, variant)).toEqual([
      '个人总结自评占 20%（主方案 10%）；指标：走访企业 40 分、台账 60 分。',
      '民主测评占 40%（主方案 50%）。',
      '综合评定其中区总工会占 90%、产业工会占 10%。',
    ])
  })
})

describe('records under variants', () => {
  const scheme = buildScheme({
    variants: [{ id: 'v1', name: '东城区方案', postings: ['东城区'], components: [{ id: 'self', indicators: OWN }] }],
  })
  const year = readBuilt(
    buildEvaluation({
      scheme,
      instructors: [buildInstructor(), buildInstructor({ id: 'i02', name: '李东', posting: '东城区' })],
      self: [buildSelf(), buildSelf({ instructor: 'i02', scores: { visits: '30', files: '50' } })],
      meetings: [],
      ratings: [],
    }),
  )

  // Catches: a person who cannot be posted elsewhere because their scores do not fit there; scores that go unsaid.
  test('a person posted to another district keeps the record without scores that have no place, and it is told', () => {
    const people = year.instructors.map(person => (person.id === 'i01' ? { ...person, posting: '东城区' } : person))
    const { evaluation, losses } = followPostings(year, people)
    expect(losses).toEqual([{ kind: 'self-scores', count: 1 }])
    expect(evaluation.self?.map(record => Object.keys(record.scores ?? {}).length)).toEqual([0, 2])
    expect(evaluation.self?.[1]).toBe(year.self[1])
  })

  test('an edit that posts nobody to another variant touches no record', () => {
    const people = year.instructors.map(person => ({ ...person, phone: '1', posting: `${person.posting} ` }))
    expect(followPostings(year, people)).toMatchObject({ losses: [] })
    expect(followPostings(year, people).evaluation.self).toBe(year.self)
  })

  // Catches: the variant's people judged by the main scheme's indicators when the scheme is saved.
  test('a scheme without the variant takes out the scores of its people alone', () => {
    const { variants: _, ...main } = year.scheme
    expect(followScheme(year, main).losses).toEqual([{ kind: 'self-scores', count: 1 }])
    expect(followScheme(year, { ...year.scheme }).losses).toEqual([])
  })
})

// Catches: a raw path in a dialog.
test('a fault tells the place of the first one in words', () => {
  const twice = fault('scheme.variants[1].postings[0]', 'duplicate', {
    value: '东城区',
    first: 'scheme.variants[0].postings[1]',
  })
  expect(faultWords(twice)).toBe('“东城区”重复，已见于 考评方案 · 区（产业）方案第 1 项 · 适用派驻区／产业第 2 项')
})
