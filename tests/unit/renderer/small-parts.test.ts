import { expect, test } from 'vitest'
import { nextSorting, sortRows } from '#renderer/components/data-table/column.ts'
import { maskPhone } from '#renderer/components/mask-phone.ts'
import { toneOf } from '#renderer/components/tone.ts'
import { createEventParser } from '#renderer/host/event-parser.ts'
import { personLabels } from '#renderer/strings/person-labels.ts'
import { personMatcher } from '#renderer/strings/person-matcher.ts'
import { ERROR_WORDS } from '#renderer/strings/trouble.ts'
import { ERROR_CODES } from '#shared/contract/reply.ts'
import { buildEvaluation } from '#tests/fixtures/build-evaluation.ts'
import { buildInstructor } from '#tests/fixtures/build-instructor.ts'
import { readBuilt } from '#tests/fixtures/read-built.ts'

// Catches: a number that can be read off a projected screen, in any of the ways offices write it.
test.each([
  ['13812345678', '138****5678'],
  ['138 1234 5678', '138 **** 5678'],
  ['010-12345678', '010-****5678'],
  ['0411-83760002', '0411-****0002'],
  ['13812345678、62345678', '138****5678、****5678'],
  ['62345678', '****5678'],
  ['8601', '****'],
])('%s is shown as %s', (phone, shown) => {
  expect(maskPhone(phone)).toBe(shown)
})

// Catches: a sort that throws away the order of equals, or a third click that does not give the list's own order back.
test('a head sorts up, then down, then not at all, and equals keep their order', () => {
  const columns = [
    { id: 'size', title: '', cell: () => null, compare: (a: { size: number }, b: { size: number }) => a.size - b.size },
  ]
  const rows = [
    { name: 'a', size: 2 },
    { name: 'b', size: 1 },
    { name: 'c', size: 2 },
  ]
  const names = (sorting: ReturnType<typeof nextSorting>) => sortRows(rows, columns, sorting).map(row => row.name)
  const up = nextSorting(null, 'size')
  const down = nextSorting(up, 'size')
  expect([names(up), names(down), names(nextSorting(down, 'size'))]).toEqual([
    ['b', 'a', 'c'],
    ['a', 'c', 'b'],
    ['a', 'b', 'c'],
  ])
})

// Catches: an event lost or doubled by how the network cuts the stream.
test('events are read whole however the stream is cut', () => {
  const text = ': open\n\nevent: a\ndata: {"n":1}\n\nevent: b\ndata: "二"\n\n'
  for (let size = 1; size <= text.length; size++) {
    const seen: unknown[] = []
    const parse = createEventParser((name, data) => seen.push([name, data]))
    for (let start = 0; start < text.length; start += size) parse(text.slice(start, start + size))
    expect(seen).toEqual([
      ['a', { n: 1 }],
      ['b', '二'],
    ])
  }
})

// Catches: two people of one name whom a list cannot tell apart.
test('people of the same name are told apart by where they are posted', () => {
  const { instructors } = readBuilt(
    buildEvaluation({
      instructors: [
        buildInstructor({ id: 'a', name: '王伟', posting: '西城区' }),
        buildInstructor({ id: 'b', name: '王伟', posting: '东城区' }),
        buildInstructor({ id: 'c', name: '李娜' }),
      ],
      self: [],
      meetings: [],
      ratings: [],
    }),
  )
  expect([...personLabels(instructors).values()]).toEqual(['王伟（西城区）', '王伟（东城区）', '李娜'])
})

// Catches: a search that needs the characters typed, or that misses the unit.
test('people are found by name, initials and unit', () => {
  const { instructors } = readBuilt(
    buildEvaluation({
      instructors: [buildInstructor({ unit: '第一机床厂工会' })],
      self: [],
      meetings: [],
      ratings: [],
    }),
  )
  const found = (typed: string) => instructors.filter(personMatcher(typed)).length
  expect(['', '晓明', 'wxm', 'WangX', '机床', ' w x '].map(found)).toEqual([1, 1, 1, 1, 1, 1])
  expect(['李', 'lx', '纺织'].map(found)).toEqual([0, 0, 0])
})

// Catches: a scheme of two, three or five grades whose worst is shown like its best.
test('the first grade is the best and the last the poorest, whatever lies between', () => {
  expect([0, 1, 2, 3].map(index => toneOf(index, 4))).toEqual(['best', 'good', 'fair', 'poor'])
  expect([0, 1, 2].map(index => toneOf(index, 3))).toEqual(['best', 'good', 'poor'])
  expect([0, 1].map(index => toneOf(index, 2))).toEqual(['best', 'poor'])
  expect(toneOf(-1, 4)).toBe('plain')
})

// Catches: an error of the host that would reach the screen as a code.
test('every error of the contract has its words', () => {
  expect(ERROR_CODES.filter(code => !/[\u4e00-\u9fff]/.test(ERROR_WORDS[code]))).toEqual([])
})
