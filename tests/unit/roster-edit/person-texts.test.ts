import { describe, expect, test } from 'vitest'
import { enterTexts } from '#shared/domain/roster/edit/enter-texts.ts'
import { fieldText, PERSON_FIELDS, readField, withField } from '#shared/domain/roster/edit/person-field.ts'
import { putPerson } from '#shared/domain/roster/edit/put-person.ts'
import { termState } from '#shared/domain/roster/edit/term-state.ts'
import { fullPerson, personWith } from './people.ts'

describe('a field of text', () => {
  // Catches: a form or a table in which the same entry means something else than in an imported form.
  test.each([
    ['name', ' 王 明 ', '王明'],
    ['birthYear', '１９８０年５月', 1980],
    ['engagedTo', '2026.12.31', '2026-12-31'],
    ['kind', '兼', 'part-time'],
    ['level', '市', 'city'],
    ['level', '县级', '县级'],
    ['phone', '138 0000 0001', '13800000001'],
    ['unit', '', undefined],
  ] as const)('%s %j is read as in a registration form', (field, text, value) => {
    expect(readField(field, text)).toEqual({ ok: true, value })
  })

  test.each([
    ['name', '', 'name-missing'],
    ['kind', '', 'not-a-kind'],
    ['engagedTo', '2026年', 'not-a-day'],
    // Catches: an identity number typed into any field of the app.
    ['unit', '机械厂 210202198001011234', 'identity-number'],
  ] as const)('%s %j is not taken', (field, text, code) => {
    expect(readField(field, text)).toMatchObject({ ok: false, error: { code } })
  })

  // Catches: a cell that is shown in a way that it cannot be typed back.
  test('what is shown can be typed back', () => {
    const person = fullPerson()
    for (const field of PERSON_FIELDS) {
      const read = readField(field, fieldText(person, field))
      expect(read, field).toEqual({ ok: true, value: person[field] })
      if (read.ok) expect(withField(person, field, read.value)).toEqual(person)
    }
  })
})

describe('texts typed into a row', () => {
  const person = personWith({ name: '王明', engagedFrom: '2024-01-01', engagedTo: '2025-12-31' })

  // Catches: a block pasted with one bad cell that is refused as a whole, or a bad cell that is swallowed.
  test('what can be read is kept, what cannot stays with its fault', () => {
    const { person: after, unkept } = enterTexts(
      person,
      new Map([
        ['sex', '男'],
        ['birthYear', '四十五'],
      ] as const),
    )
    expect(after).toEqual({ ...person, sex: '男' })
    expect([...unkept]).toEqual([
      ['birthYear', { text: '四十五', fault: expect.objectContaining({ code: 'not-a-birth-date' }) }],
    ])
  })

  // Catches: a renewed term that cannot be typed because its first end comes before the old second one.
  test('a term that would end before it begins waits for its other end', () => {
    const first = enterTexts(person, new Map([['engagedFrom', '2026.1.1']] as const))
    expect(first.person).toBe(person)
    expect([...first.unkept.keys()]).toEqual(['engagedFrom'])
    const second = enterTexts(
      person,
      new Map([
        ['engagedFrom', '2026.1.1'],
        ['engagedTo', '2027.12.31'],
      ] as const),
    )
    expect(second.unkept.size).toBe(0)
    expect(second.person).toMatchObject({ engagedFrom: '2026-01-01', engagedTo: '2027-12-31' })
  })

  // Catches: an undo entry for a cell that was only looked at.
  test('what says the same changes nothing', () => {
    expect(enterTexts(person, new Map([['engagedFrom', '2024年1月1日']] as const)).person).toBe(person)
  })
})

describe('one person put into the roster', () => {
  const one = personWith({ id: 'i01', name: '王明' })
  const two = personWith({ id: 'i02', name: '李芳' })

  test('somebody new comes last with a new id; somebody known keeps the place', () => {
    const { id: _, ...fresh } = personWith({ name: '赵强' })
    expect(putPerson([one, two], null, fresh)).toEqual([one, two, { ...fresh, id: 'i03' }])
    const { id: __, ...changed } = { ...one, name: '王铭' }
    expect(putPerson([one, two], one, changed)).toEqual([{ ...one, name: '王铭' }, two])
  })

  // Catches: a form that overwrites what another window changed, or brings back who was removed.
  test('a form over an older record is a conflict', () => {
    const { id: _, ...after } = one
    expect(putPerson([{ ...one, posting: '东城区' }, two], one, after)).toBe('conflict')
    expect(putPerson([two], one, after)).toBe('conflict')
  })
})

// Catches: a term that ends today told as over, or one of the end of a long month lost in a short one.
test.each([
  [undefined, '2026-11-22', 'running'],
  ['2026-11-21', '2026-11-22', 'ended'],
  ['2026-11-22', '2026-11-22', 'soon'],
  ['2027-02-22', '2026-11-22', 'soon'],
  ['2027-02-23', '2026-11-22', 'running'],
  ['2027-02-28', '2026-11-30', 'soon'],
  ['2027-03-01', '2026-11-30', 'running'],
] as const)('a term to %s is on %s: %s', (engagedTo, today, state) => {
  expect(termState(engagedTo, today)).toBe(state)
})
