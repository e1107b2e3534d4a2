import { NumberInput, Select } from '@mantine/core'
import { PlainTable } from '#renderer/components/plain-table.tsx'
import { MEETING } from '#renderer/strings/meeting.ts'
import type { PlanGroup } from '#shared/domain/ballot/plan/meeting-plan.ts'
import { slipsFor } from '#shared/domain/ballot/plan/new-plan.ts'
import type { BallotComponent } from '#shared/domain/scheme/scheme.ts'
import type { PlanFieldsProps } from './plan-stage.tsx'

const words = MEETING.plan

type GroupsFieldsProps = PlanFieldsProps & { readonly component: BallotComponent }

/** Per voter group: how many are expected, how many slips and paper ballots are printed, where a small one is counted. */
export function GroupsFields({ plan, set, open, component }: GroupsFieldsProps) {
  const nameOf = (id: string) => component.groups.find(group => group.id === id)?.name ?? id
  const change = (group: PlanGroup, part: Partial<PlanGroup>) =>
    set({ groups: plan.groups.map(each => (each.id === group.id ? { ...each, ...part } : each)) })
  const sum = (figure: 'expected' | 'slips' | 'paper') => plan.groups.reduce((total, group) => total + group[figure], 0)
  return (
    <PlainTable
      printable={false}
      label={words.groups}
      columns={[
        { title: words.group },
        { title: words.expected, width: 130 },
        { title: words.slips, width: 130 },
        { title: words.paper, width: 130 },
        { title: words.mergeInto, width: 260 },
      ]}
      rows={plan.groups.map(group => ({
        key: group.id,
        cells: [
          `${group.id}　${nameOf(group.id)}`,
          <Count
            key="expected"
            label={words.of(group.id, words.expected)}
            value={group.expected}
            // Slips follow the expected number until somebody says otherwise.
            set={expected =>
              change(group, {
                expected,
                ...(group.slips === slipsFor(group.expected) ? { slips: slipsFor(expected) } : {}),
              })
            }
            disabled={!open}
          />,
          <Count
            key="slips"
            label={words.of(group.id, words.slips)}
            value={group.slips}
            set={slips => change(group, { slips })}
            disabled={!open}
          />,
          <Count
            key="paper"
            label={words.of(group.id, words.paper)}
            value={group.paper}
            set={paper => change(group, { paper })}
            disabled={!open}
          />,
          <Select
            key="merge"
            aria-label={words.of(group.id, words.mergeInto)}
            placeholder={words.mergeDefault}
            clearable
            size="xs"
            data={plan.groups
              .filter(each => each.id !== group.id)
              .map(each => ({ value: each.id, label: `${each.id}　${nameOf(each.id)}` }))}
            value={group.mergeInto ?? null}
            onChange={id => change(group, { mergeInto: plan.groups.find(each => each.id === id)?.id })}
            disabled={!open}
          />,
        ],
      }))}
      foot={[words.total, sum('expected'), sum('slips'), sum('paper'), '']}
    />
  )
}

type CountProps = {
  readonly label: string
  readonly value: number
  readonly set: (value: number) => void
  readonly disabled: boolean
}

function Count({ label, value, set, disabled }: CountProps) {
  return (
    <NumberInput
      aria-label={label}
      size="xs"
      w={96}
      min={0}
      max={100_000}
      clampBehavior="strict"
      allowDecimal={false}
      allowNegative={false}
      value={value}
      onChange={next => set(typeof next === 'number' ? next : 0)}
      disabled={disabled}
    />
  )
}
