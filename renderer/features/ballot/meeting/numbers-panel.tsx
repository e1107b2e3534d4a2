import { NumberInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Notice } from '#renderer/components/notice.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { PlainTable } from '#renderer/components/plain-table.tsx'
import { useTellingChange } from '#renderer/editing/use-telling-change.ts'
import { MEETING } from '#renderer/strings/meeting.ts'
import { quorumOf } from '#shared/domain/ballot/plan/attendance.ts'
import type { MeetingPlan, PlanGroup } from '#shared/domain/ballot/plan/meeting-plan.ts'
import { changeNumbers } from '#shared/domain/evaluation/change-numbers.ts'
import { changePlan } from '#shared/domain/evaluation/change-plan.ts'
import { useGroupName } from './use-group-name.ts'

const words = MEETING.numbers

/** What is counted at the doors: 实到, 补发; and whether two thirds are there. */
export function NumbersPanel({ plan }: { readonly plan: MeetingPlan }) {
  const change = useTellingChange()
  const nameOf = useGroupName(plan)
  const quorum = quorumOf(plan)
  const keep = ({ id }: PlanGroup, part: Parameters<typeof changeNumbers>[3]) => {
    void change(words.what(id), current => changeNumbers(current, plan.id, id, part), true)
  }
  return (
    <Panel
      title={words.title}
      name="numbers"
      flush
      aside={quorum.attended === null ? undefined : words.quorum(quorum.attended, quorum.expected, quorum.need)}
    >
      <PlainTable
        printable={false}
        label={words.title}
        columns={[
          { title: words.group },
          { title: words.expected, align: 'right', width: 90 },
          plan.halls === undefined
            ? { title: words.printed, align: 'right', width: 90 }
            : { title: words.printedInAll, width: 140 },
          { title: words.attended, width: 140 },
          { title: words.spare, width: 140 },
          { title: words.leftover, width: 160 },
        ]}
        rows={plan.groups.map(group => ({
          key: group.id,
          cells: [
            nameOf(group.id),
            group.expected,
            plan.halls === undefined ? (
              group.slips + group.paper
            ) : (
              <Count
                key="printed"
                label={words.of(group.id, words.printed)}
                value={group.numbers?.printed ?? group.slips + group.paper}
                keep={printed => keep(group, { printed })}
              />
            ),
            <Count
              key="attended"
              label={words.of(group.id, words.attended)}
              value={group.numbers?.attended}
              keep={attended => keep(group, { attended })}
            />,
            <Count
              key="spare"
              label={words.of(group.id, words.spare)}
              value={group.numbers?.spare}
              keep={spare => keep(group, { spare })}
            />,
            <Count
              key="leftover"
              label={words.of(group.id, words.leftover)}
              value={group.numbers?.leftover}
              keep={leftover => keep(group, { leftover })}
            />,
          ],
        }))}
      />
      {quorum.attended !== null && !quorum.reached && (
        <Notice>
          {words.belowQuorum}
          <Reason plan={plan} />
        </Notice>
      )}
    </Panel>
  )
}

function Reason({ plan }: { readonly plan: MeetingPlan }) {
  const change = useTellingChange()
  const [text, setText] = useState(plan.attendanceReason ?? '')
  const keep = () => {
    const reason = text.trim()
    if (reason === (plan.attendanceReason ?? '')) return
    void change(words.reasonSaved, current =>
      changePlan(current, plan.id, ({ attendanceReason: _, ...rest }) =>
        reason === '' ? rest : { ...rest, attendanceReason: reason },
      ),
    )
  }
  return (
    <TextInput
      aria-label={words.reason}
      placeholder={words.reason}
      value={text}
      onChange={event => setText(event.currentTarget.value)}
      onBlur={keep}
      mt={6}
      w={420}
    />
  )
}

type CountProps = {
  readonly label: string
  readonly value: number | undefined
  readonly keep: (value: number | undefined) => void
}

/** Kept when the field is left, so that a number in the making is not a count. */
function Count({ label, value, keep }: CountProps) {
  const [typed, setTyped] = useState<number | undefined>(value)
  const [known, setKnown] = useState(value)
  if (known !== value) {
    setKnown(value)
    setTyped(value)
  }
  return (
    <NumberInput
      aria-label={label}
      size="xs"
      w={110}
      min={0}
      max={100_000}
      allowDecimal={false}
      allowNegative={false}
      value={typed ?? ''}
      onChange={next => setTyped(typeof next === 'number' ? next : undefined)}
      onBlur={() => typed !== value && keep(typed)}
      onKeyDown={event => {
        if (event.key === 'Enter' && typed !== value) keep(typed)
      }}
    />
  )
}
