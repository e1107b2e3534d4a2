import { describe, expect, test } from 'vitest'
import { readSchemeDraft } from '#shared/domain/scheme/design/draft.ts'
import { SCHEME_TEMPLATES } from '#shared/domain/scheme/templates/templates.ts'
import { buildScheme } from '#tests/fixtures/build-scheme.ts'

describe('templates', () => {
  // Catches: a template that the app itself would refuse to save.
  test.each(SCHEME_TEMPLATES)('$id is a whole scheme', ({ scheme }) => {
    expect(readSchemeDraft(scheme)).toMatchObject({ ok: true })
  })

  // Catches: a default that drifts from SCORING.md, figure by figure (the fixture is typed off that page).
  test('the first is the default of the rules', () => {
    const read = readSchemeDraft(SCHEME_TEMPLATES[0].scheme)
    expect(read).toEqual({ ok: true, value: buildScheme() })
  })

  // Catches: weights or points other than the published ones of FORMS.md.
  test('the others hold the published numbers', () => {
    const weights = (id: string) =>
      SCHEME_TEMPLATES.find(each => each.id === id)?.scheme.components.map(({ name, weight }) => `${name} ${weight}`)
    expect(weights('shishou')).toEqual(['述职 30', '民主测评 70'])
    expect(weights('dazhou')).toEqual(['述职 30', '基层组织评价 50', '市总评价 20'])
    const lines = SCHEME_TEMPLATES.find(each => each.id === 'dazhou')?.scheme.grades.map(grade => grade.min)
    expect(lines).toEqual(['95', '60', '0'])
    const [vote] = SCHEME_TEMPLATES.find(each => each.id === 'satisfaction')?.scheme.components ?? []
    const options = vote?.kind === 'ballot' && vote.scale.kind === 'grades' ? vote.scale.options : []
    expect(options.map(({ label, points }) => `${label} ${points}`)).toEqual(['满意 100', '基本满意 60', '不满意 0'])
  })
})
