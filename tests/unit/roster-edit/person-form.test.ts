import { describe, expect, test } from 'vitest'
import { formOf, isHeldForm, personOf } from '#renderer/features/roster/edit/person-form.ts'
import { fullPerson, personWith } from './people.ts'

const person = fullPerson({
  phone: '138 0000 4133',
  status: { monthsOnPost: 12, leaveMonths: '0', unjustifiedAbsence: false, underInvestigation: false, vetoes: [] },
  history: [{ year: 2025, grade: 'competent' }],
  sources: ['district'],
})

describe('the form of a person', () => {
  // Catches: a form that changes what nobody touched: a phone written another way, an empty list, a "no" that vanishes.
  test('left alone it gives the same person', () => {
    expect(personOf(formOf(person), person)).toEqual({ ok: true, value: person })
    const bare = personWith({ name: '王明' })
    expect(personOf(formOf(bare), bare)).toEqual({ ok: true, value: bare })
  })

  test('what is filled in is kept, what is emptied goes', () => {
    const form = formOf(person)
    const read = personOf(
      {
        ...form,
        fields: { ...form.fields, phone: '0411 82345678', posting: '', level: '街道' },
        leaveMonths: '１。５个月',
        underInvestigation: true,
        vetoes: '受党纪处分\n\n',
        history: [
          { year: '2025', grade: '良好' },
          { year: '2024', grade: 'basic' },
        ],
        leftReason: 'died',
        leftDate: '2026.3.1',
      },
      person,
    )
    const { posting: _, sources, ...rest } = person
    expect(read).toEqual({
      ok: true,
      value: {
        ...rest,
        sources,
        phone: '0411-82345678',
        level: 'subdistrict',
        status: { ...person.status, leaveMonths: '1.5', underInvestigation: true, vetoes: ['受党纪处分'] },
        history: [
          { year: 2024, grade: 'basic' },
          { year: 2025, grade: '良好' },
        ],
        left: { reason: 'died', date: '2026-03-01' },
      },
    })
  })

  // Catches: a form that saves half of what was typed, or does not say where it is wrong.
  test('every entry that cannot be kept is told', () => {
    const form = formOf(null)
    const read = personOf(
      {
        ...form,
        monthsOnPost: '很久',
        leaveMonths: '-1',
        history: [
          { year: '去年', grade: 'x' },
          { year: '2024', grade: ' ' },
        ],
        leftReason: 'left',
      },
      null,
    )
    expect(read).toMatchObject({
      ok: false,
      error: {
        fields: { name: { code: 'name-missing' }, kind: { code: 'not-a-kind' } },
        monthsOnPost: 'not-months',
        leaveMonths: 'not-decimal',
        leftDate: 'date-missing',
        history: new Map([
          [0, 'not-year'],
          [1, 'grade-missing'],
        ]),
      },
    })
  })

  // Catches: a draft of an older app that breaks the page it is taken up in.
  test('only a whole draft is taken up again', () => {
    const held = { base: person, form: formOf(person) }
    expect(isHeldForm(structuredClone(held))).toBe(true)
    const { vetoes: _, ...older } = held.form
    for (const other of [null, {}, { base: null, form: older }, { base: null, form: { ...held.form, fields: {} } }])
      expect(isHeldForm(other)).toBe(false)
  })
})
