import { describe, expect, test } from 'vitest'
import { applyImport, type ImportEntry } from '#shared/domain/roster/edit/apply-import.ts'
import { newInstructorIds } from '#shared/domain/roster/edit/new-ids.ts'
import { fullPerson, personWith } from './people.ts'

const entry = (person: ImportEntry['instructor'], choice: ImportEntry['choice'], kindStated = true): ImportEntry => ({
  instructor: person,
  kindStated,
  choice,
})

describe('ids of new people', () => {
  // Catches: an id given twice, or the id of a person who was removed before given to another.
  test('stand above all that are taken, as wide as they need to be', () => {
    expect(newInstructorIds([], 2)).toEqual(['i01', 'i02'])
    expect(newInstructorIds(['i01', 'i05', '工号7'], 2)).toEqual(['i06', 'i07'])
    expect(newInstructorIds(['i099'], 2)).toEqual(['i100', 'i101'])
    expect(newInstructorIds(['i98'], 3)).toEqual(['i099', 'i100', 'i101'])
  })
})

describe('an import', () => {
  const old = fullPerson({ id: 'i07', name: '王明', unit: '机械厂工会', education: '大专' })

  // Catches: an update that loses id, history or what the form leaves blank, or that moves people about.
  test('changes what the form says and keeps everything else', () => {
    const other = personWith({ id: 'i02', name: '李芳' })
    const coming = personWith({ name: '王明', unit: '机械厂工会', education: '大学本科' })
    const people = applyImport([other, old], [entry(coming, { kind: 'update', person: old })], 'full-time')
    expect(people).toEqual([other, { ...old, education: '大学本科' }])
    expect(people !== 'conflict' && people[0]).toBe(other)
  })

  // Catches: 兼职 people who become 专职 because their form did not say.
  test('a kind that the form does not state changes nobody, and is chosen for new people', () => {
    const parttime = personWith({ id: 'i01', name: '赵强', kind: 'part-time', unit: '甲厂' })
    const assumed = personWith({ name: '赵强', kind: 'full-time', unit: '甲厂', sex: '男' })
    expect(
      applyImport(
        [parttime],
        [entry(assumed, { kind: 'update', person: parttime }, false), entry(assumed, { kind: 'add' }, false)],
        'part-time',
      ),
    ).toEqual([
      { ...parttime, sex: '男' },
      { ...assumed, id: 'i02', kind: 'part-time' },
    ])
  })

  // Catches: a preview that overwrites what another window changed meanwhile.
  test('is a conflict where somebody to be changed is gone or says something else', () => {
    const update = [entry(personWith({ name: '王明' }), { kind: 'update', person: old })]
    expect(applyImport([], update, 'full-time')).toBe('conflict')
    expect(applyImport([{ ...old, posting: '东城区' }], update, 'full-time')).toBe('conflict')
    // The same record read again from the disk is no conflict.
    expect(applyImport([structuredClone(old)], update, 'full-time')).toEqual([old])
  })

  test('leaves out whom nobody wants, in the order of the form', () => {
    const [a, b, c] = ['甲', '乙', '丙'].map(name => personWith({ name }))
    if (!a || !b || !c) throw new Error('three people')
    const people = applyImport(
      [],
      [entry(a, { kind: 'add' }), entry(b, { kind: 'skip' }), entry(c, { kind: 'add' })],
      'full-time',
    )
    expect(people).toEqual([
      { ...a, id: 'i01' },
      { ...c, id: 'i02' },
    ])
  })
})
