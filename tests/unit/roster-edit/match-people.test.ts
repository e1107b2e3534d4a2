import { describe, expect, test } from 'vitest'
import { matchPeople } from '#shared/domain/roster/edit/match-people.ts'
import type { Instructor } from '#shared/domain/roster/instructor.ts'
import { personWith } from './people.ts'

const read = (instructor: Instructor, kindStated = true) => ({ instructor, kindStated })
const wang = personWith({ id: 'i03', name: '王明', unit: '机械厂工会', phone: '13800000001' })

function kindsOf(roster: readonly Instructor[], ...incoming: readonly Instructor[]) {
  return matchPeople(
    roster,
    incoming.map(person => read(person)),
  ).map(match => match.kind)
}

describe('the same person is known by name, and by unit or phone', () => {
  // Catches: a person entered twice because a space or a second number stands in the form.
  test('however name, unit and phone are written', () => {
    expect(kindsOf([wang], personWith({ name: '王明', unit: '机械厂 工会' }))).toEqual(['changed'])
    expect(kindsOf([wang], personWith({ name: '王明', phone: '0411-82345678、138 0000 0001' }))).toEqual(['changed'])
    const [match] = matchPeople([wang], [read(personWith({ name: '王明', unit: '机械厂工会' }))])
    expect(match).toEqual({ kind: 'same', person: wang })
  })

  // Catches: a roster with spaces in its numbers told as changed, person by person, by the very form that it was written to.
  test('the same numbers in another spelling are no change', () => {
    const spaced = personWith({ ...wang, phone: '138 0000 0001' })
    const unit = '机械厂工会'
    expect(kindsOf([spaced], personWith({ name: '王明', unit, phone: '+86 138-0000-0001' }))).toEqual(['same'])
    expect(kindsOf([spaced], personWith({ name: '王明', unit, phone: '13800000002' }))).toEqual(['changed'])
    expect(kindsOf([spaced], personWith({ name: '王明', unit, phone: '13800000001、13800000002' }))).toEqual([
      'changed',
    ])
  })

  // Catches: two people of one name merged into one.
  test('a name alone is not enough, and nor is one of two who both fit', () => {
    expect(kindsOf([wang], personWith({ name: '王明' }))).toEqual(['unsure'])
    expect(kindsOf([wang], personWith({ name: '王明', unit: '纺织厂工会' }))).toEqual(['unsure'])
    const twin = personWith({ id: 'i04', name: '王明', unit: '机械厂工会' })
    const [match] = matchPeople([wang, twin], [read(personWith({ name: '王明', unit: '机械厂工会' }))])
    expect(match).toEqual({ kind: 'unsure', candidates: [wang, twin] })
  })

  // Catches: father and son of one factory taken for one person.
  test('another sex or birth year speaks against it', () => {
    const older = personWith({ ...wang, sex: '男', birthYear: 1960 })
    const son = personWith({ name: '王明', unit: '机械厂工会', birthYear: 1985 })
    expect(kindsOf([older], son)).toEqual(['unsure'])
    expect(kindsOf([older], personWith({ ...son, birthYear: 1961 }))).toEqual(['changed'])
    expect(kindsOf([older], personWith({ name: '王明', unit: '机械厂工会', sex: '女' }))).toEqual(['unsure'])
  })

  // Catches: a second row of the same person overwriting the first in silence.
  test('a person is taken once; a second row asks', () => {
    const row = personWith({ name: '王明', unit: '机械厂工会', education: '本科' })
    expect(kindsOf([wang], row, personWith({ ...row, education: '大专' }))).toEqual(['changed', 'unsure'])
  })
})

describe('who is not on the roster by name', () => {
  // Catches: a corrected name (王铭) that makes a second person of one.
  test('is asked about where a mobile number is shared, not where an office telephone is', () => {
    expect(kindsOf([wang], personWith({ name: '王铭', phone: '13800000001' }))).toEqual(['unsure'])
    const office = personWith({ id: 'i05', name: '李芳', phone: '0411-82345678' })
    expect(kindsOf([office], personWith({ name: '赵强', phone: '0411-82345678' }))).toEqual(['new'])
    expect(kindsOf([], wang)).toEqual(['new'])
  })
})
