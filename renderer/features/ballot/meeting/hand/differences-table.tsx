import { PlainTable } from '#renderer/components/plain-table.tsx'
import { MEETING } from '#renderer/strings/meeting.ts'
import type { HandDifference } from '#shared/domain/ballot/count/hand-count.ts'
import type { MeetingSetUp } from '#shared/domain/ballot/set-up/meeting-set-up.ts'
import type { BallotComponent } from '#shared/domain/scheme/scheme.ts'

const words = MEETING.hand

type DifferencesTableProps = {
  readonly differences: readonly HandDifference[]
  readonly setUp: MeetingSetUp
  readonly component: BallotComponent
}

/** Where the two counters differ: to be looked up on the tally sheets, and put right by whoever was wrong. */
export function DifferencesTable({ differences, setUp, component }: DifferencesTableProps) {
  const nameOf = (id: string | null) => setUp.instructors.find(person => person.id === id)?.name ?? words.whole
  const indicatorOf = (id: string | null) =>
    setUp.indicators.length > 1 ? (setUp.indicators.find(each => each.id === id)?.name ?? '') : ''
  const figureOf = (of: string) => {
    if (of === 'returned' || of === 'void' || of === 'abstain' || of === 'invalid' || of === 'self')
      return words.figures[of]
    const options = component.scale.kind === 'grades' ? component.scale.options : []
    return options.find(option => option.id === of)?.label ?? words.points(of)
  }
  return (
    <PlainTable
      printable={false}
      label={words.differences}
      columns={[
        { title: words.person },
        { title: words.figure },
        { title: words.counterName(1), align: 'right' },
        { title: words.counterName(2), align: 'right' },
      ]}
      rows={differences.map(each => ({
        key: `${each.instructor} ${each.indicator} ${each.of}`,
        cells: [
          [nameOf(each.instructor), indicatorOf(each.indicator)].filter(Boolean).join('　'),
          figureOf(each.of),
          each.first,
          each.second,
        ],
      }))}
    />
  )
}
