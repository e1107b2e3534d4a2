import { describe, expect, test } from 'vitest'
import { splitTallies } from '#shared/domain/ballot/manual-counts/change-figures.ts'
import { cellsOf, markCell, readCells } from '#shared/domain/ballot/manual-counts/count-cells.ts'
import { keyCounts, openPile } from '#shared/domain/ballot/manual-counts/key-counts.ts'
import { checkChange } from '#shared/domain/evaluation/check-change.ts'
import { ballotComponents } from '#shared/domain/scheme/scheme.ts'
import { buildEvaluation } from '#tests/fixtures/build-evaluation.ts'
import { buildInstructors } from '#tests/fixtures/build-instructor.ts'
import { buildMeeting, buildTally, marks } from '#tests/fixtures/build-meeting.ts'
import { buildBallotComponent, buildScheme } from '#tests/fixtures/build-scheme.ts'
import type { MeetingGroupFile, TallyFile } from '#tests/fixtures/evaluation-file.ts'
import { readBuilt } from '#tests/fixtures/read-built.ts'

const PLACE = { group: 'A', indicator: 'overall' }

const cells = (...counts: readonly string[]) =>
  Object.fromEntries(
    ['excellent', 'competent', 'basic', 'incompetent'].map((id, at) => [markCell(id), counts[at] ?? '']),
  )

function year(tallies: readonly TallyFile[], groups: readonly (Partial<MeetingGroupFile> & { id: string })[]) {
  const evaluation = readBuilt(
    buildEvaluation({
      instructors: buildInstructors(3),
      self: [],
      ratings: [],
      meetings: [{ ...buildMeeting(tallies, { groups }), keyed: true }],
    }),
  )
  const [meeting] = evaluation.meetings
  const [component] = ballotComponents(evaluation.scheme)
  if (!meeting || !component) throw new Error('no meeting')
  return { evaluation, meeting, component }
}

describe('the cells of a row', () => {
  // Catches: a count that is read as something else than was typed, or nought that is taken for nothing typed.
  test('say what was typed and come back the same', () => {
    const { component } = year([], [{ id: 'A', returned: 10 }])
    const read = readCells({ ...cells('6', '3', '', '0'), abstain: '1' }, component)
    expect(read).toEqual({
      ok: true,
      value: { marks: { excellent: 6, competent: 3, basic: 0, incompetent: 0 }, abstain: 1, invalid: 0, self: 0 },
    })
    if (read.ok) expect(readCells(cellsOf(read.value, component), component)).toEqual(read)
  })

  test.each(['-1', '1.5', '6票半', '１２x', '1234567890'])('refuse %s', typed => {
    const { component } = year([], [{ id: 'A', returned: 10 }])
    expect(readCells(cells('6', typed), component)).toEqual({
      ok: false,
      error: { cell: markCell('competent'), kind: 'not-a-count' },
    })
  })

  // Catches: a list of scores of which one is dropped, or that is counted once where it was given three times.
  test('hold a points scale as a list', () => {
    const scheme = readBuilt(
      buildEvaluation({
        instructors: buildInstructors(1, { sources: [] }),
        scheme: buildScheme({
          tieBreakers: [],
          components: [
            buildBallotComponent({ weight: '100', scale: { kind: 'points', min: '0', max: '100', step: '1' } }),
          ],
        }),
        self: [],
        ratings: [],
        meetings: [],
      }),
    ).scheme
    const [component] = ballotComponents(scheme)
    if (!component) throw new Error('no ballot')
    expect(readCells({ marks: '95*3 88，72.5×2　88' }, component)).toMatchObject({
      value: { marks: { 95: 3, 88: 2, '72.5': 2 } },
    })
    expect(readCells({ marks: '95*3 优' }, component)).toMatchObject({ error: { kind: 'not-a-list' } })
    expect(readCells({ marks: '101' }, component)).toMatchObject({ error: { kind: 'off-the-scale' } })
    expect(cellsOf({ marks: { 95: 3, 88: 1 }, abstain: 0, invalid: 0, self: 0 }, component)['marks']).toBe('88 95*3')
  })
})

describe('keying rows', () => {
  const groups = [{ id: 'A', returned: 10 }]

  // Catches: a row that does not balance in the year; an old row that goes on counting after it was typed over.
  test('a row enters the year when it balances, and leaves it when it does not', () => {
    const { meeting, component, evaluation } = year(
      [buildTally({ marks: marks(6, 3, 1, 0) }), buildTally({ instructor: 'i02', marks: marks(10, 0, 0, 0) })],
      groups,
    )
    const pile = openPile(meeting, component, 'A', 3)
    if (!pile) throw new Error('no pile')
    const rows = new Map([
      ['i01', cells('6', '3')],
      ['i02', cells()],
      ['i03', cells('5', '5')],
    ])
    const keyed = keyCounts(meeting, component, PLACE, pile, rows)
    expect([...keyed.pending.keys()]).toEqual(['i01'])
    expect(keyed.tallies.map(tally => tally.instructor)).toEqual(['i03'])
    const checked = checkChange(evaluation, { ...evaluation, meetings: [{ ...meeting, tallies: keyed.tallies }] })
    expect(checked.ok && checked.value.meetings[0]?.tallies[0]?.marks).toEqual({
      excellent: 5,
      competent: 5,
      basic: 0,
      incompetent: 0,
    })
  })

  test('rows of other groups and people stay the same objects in their places', () => {
    const { meeting, component } = year(
      [
        buildTally({ marks: marks(10, 0, 0, 0) }),
        buildTally({ instructor: 'i02', marks: marks(9, 1, 0, 0) }),
        buildTally({ group: 'B', marks: marks(8, 0, 0, 0) }),
      ],
      [...groups, { id: 'B', returned: 8 }],
    )
    const pile = openPile(meeting, component, 'A', 3)
    if (!pile) throw new Error('no pile')
    const keyed = keyCounts(meeting, component, PLACE, pile, new Map([['i01', cells('9', '1')]]))
    expect(keyed.tallies[0]).toMatchObject({ instructor: 'i01', marks: { excellent: 9, competent: 1 } })
    expect(keyed.tallies[1]).toBe(meeting.tallies[1])
    expect(keyed.tallies[2]).toBe(meeting.tallies[2])
  })

  // Catches: counts of so few ballots that everybody knows who marked what.
  test('a group too small, merged away or voided has no rows to key', () => {
    const { meeting, component } = year(
      [],
      [
        { id: 'A', returned: 2 },
        { id: 'B', returned: 8, mergedInto: 'C' },
        { id: 'C', returned: 12, voided: '收回多于发出' },
        { id: 'D', returned: 3 },
      ].filter(group => group.id !== 'B'),
    )
    expect(['A', 'B', 'C', 'D'].map(group => openPile(meeting, component, group, 3) !== undefined)).toEqual([
      false,
      false,
      false,
      false,
    ])
  })

  // Catches: corrected figures under which the old rows no longer add up, and a year that cannot be saved.
  test('after the figures change, rows that no longer balance fall', () => {
    const { meeting, component } = year(
      [buildTally({ marks: marks(10, 0, 0, 0) }), buildTally({ group: 'B', marks: marks(8, 0, 0, 0) })],
      [...groups, { id: 'B', returned: 8 }],
    )
    const changed = {
      ...meeting,
      groups: meeting.groups.map(group => (group.id === 'A' ? { ...group, void: 1 } : group)),
    }
    const { standing, fallen } = splitTallies(changed, component, 3)
    expect(standing.map(tally => tally.group)).toEqual(['B'])
    expect(fallen).toEqual([meeting.tallies[0]])
  })
})
