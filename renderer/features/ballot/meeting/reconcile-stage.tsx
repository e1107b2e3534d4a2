import { Autocomplete, Button, Group, Stack, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { EmptyNote } from '#renderer/components/empty-note.tsx'
import { Notice } from '#renderer/components/notice.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { PlainTable } from '#renderer/components/plain-table.tsx'
import { StateMark } from '#renderer/components/state-mark.tsx'
import { tellFailure } from '#renderer/components/tell.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { useTellingChange } from '#renderer/editing/use-telling-change.ts'
import { useHost } from '#renderer/host/use-host.ts'
import { MEETING } from '#renderer/strings/meeting.ts'
import type { CallOutput } from '#shared/contract/contract.ts'
import type { MeetingPlan } from '#shared/domain/ballot/plan/meeting-plan.ts'
import { type Gap, justificationsFor, reconcile } from '#shared/domain/ballot/plan/reconcile.ts'
import { changePlan } from '#shared/domain/evaluation/change-plan.ts'
import { HandPanel } from './hand/hand-panel.tsx'
import { phonesTooFew } from './hand/hand-sheets.ts'
import { useHandCounts } from './hand/use-hand-counts.ts'
import { IncidentsPanel } from './incidents-panel.tsx'
import type { StageProps } from './meeting-page.tsx'
import { NumbersPanel } from './numbers-panel.tsx'
import { troubleWords } from './trouble-words.ts'
import { useGroupName } from './use-group-name.ts'

const words = MEETING.reconcile

/** After the voting: what was issued and what came back, group by group; it balances or is justified in words. */
export function ReconcileStage({ plan, box, go }: StageProps) {
  const { row, evaluation } = useYearData()
  const { client } = useHost()
  const held = evaluation.meetings.find(meeting => meeting.id === plan.id)
  const hand = useHandCounts(plan)
  const nameOf = useGroupName(plan)
  const [returned, setReturned] = useState<CallOutput<'meeting.returned'>['groups'] | null>(null)
  const phase = box.state.kind === 'box' ? box.state.status.phase : null
  // After the count the box only knows what came back in all, and the year has that.
  const closed = phase === 'closed'
  useEffect(() => {
    if (!closed) return
    let current = true
    client.request('meeting.returned', { year: row.year, meeting: plan.id }).then(found => {
      if (!current) return
      if (found.ok) setReturned(found.data.groups)
      else tellFailure(troubleWords(found.error))
    })
    return () => {
      current = false
    }
  }, [client, closed, row.year, plan.id])
  if (!closed && !held)
    return (
      <Panel>
        <EmptyNote title={words.tooEarly} text={words.tooEarlyText}>
          <Button onClick={() => go('vote')}>{words.toVote}</Button>
        </EmptyNote>
      </Panel>
    )
  const back = (returned ?? []).map(({ id, phones, paper }) => {
    const called = hand.agreed.find(count => count.group === id)
    return { id, phones, paper: paper + (called?.returned ?? 0), void: called?.void ?? 0 }
  })
  const reconciled = reconcile(
    plan,
    held?.groups ?? back.map(group => ({ id: group.id, returned: group.phones + group.paper, void: group.void })),
  )
  return (
    <Stack gap="md">
      <NumbersPanel plan={plan} />
      {!held && hand.called && <HandPanel plan={plan} setUp={hand.called.setUp} component={hand.called.component} />}
      <Panel title={words.title} name="reconcile" flush>
        <PlainTable
          label={words.title}
          columns={[
            { title: words.group },
            { title: words.issued, align: 'right' },
            { title: words.phones, align: 'right' },
            { title: words.paper, align: 'right' },
            { title: words.returned, align: 'right' },
            { title: words.leftover, align: 'right' },
            { title: words.state },
          ]}
          rows={reconciled.groups.map(({ numbers, gaps, voided }) => {
            const own = back.find(each => each.id === numbers.id)
            return {
              key: numbers.id,
              cells: [
                nameOf(numbers.id),
                numbers.issued,
                held ? '—' : (own?.phones ?? 0),
                held ? '—' : (own?.paper ?? 0),
                numbers.returned,
                numbers.leftover,
                voided !== null ? (
                  <StateMark key="state" tone="lacking">
                    {words.voided(voided)}
                  </StateMark>
                ) : gaps.length === 0 && !isCounted(plan, numbers.id) ? (
                  <StateMark key="state" tone="quiet">
                    {words.notCounted}
                  </StateMark>
                ) : gaps.length === 0 ? (
                  <StateMark key="state" tone="complete">
                    {words.balances}
                  </StateMark>
                ) : (
                  <Stack key="state" gap={4}>
                    {gaps.map(gap => (
                      <Justify key={gap.gap} plan={plan} group={numbers.id} gap={gap} />
                    ))}
                  </Stack>
                ),
              ],
            }
          })}
        />
      </Panel>
      <IncidentsPanel plan={plan} />
      {!held && hand.called && phonesTooFew(hand.called.setUp, back) && <Notice>{MEETING.hand.tooFew}</Notice>}
      {!reconciled.settled && <Notice>{held ? words.unsettledCounted : words.unsettled}</Notice>}
      <Group justify="flex-end">
        <Button onClick={() => go('open')} disabled={!held && returned === null}>
          {held ? words.toCounted : words.next}
        </Button>
      </Group>
    </Stack>
  )
}

/** Whether somebody has counted who came; until then the numbers take it for what was returned. */
function isCounted({ groups }: MeetingPlan, id: string): boolean {
  return groups.find(group => group.id === id)?.numbers?.attended !== undefined
}

type JustifyProps = { readonly plan: MeetingPlan; readonly group: string; readonly gap: Gap }

/** The words for a line that does not balance. */
function Justify({ plan, group, gap }: JustifyProps) {
  const change = useTellingChange()
  const [text, setText] = useState(gap.justification ?? '')
  const keep = (value: string) => {
    const justification = value.trim()
    if (justification === (gap.justification ?? '')) return
    void change(
      words.justified(group),
      current =>
        changePlan(current, plan.id, standing => ({
          ...standing,
          groups: standing.groups.map(each => {
            if (each.id !== group) return each
            const others = (each.justifications ?? []).filter(known => known.gap !== gap.gap)
            const { justifications: _, ...rest } = each
            const all = justification === '' ? others : [...others, { gap: gap.gap, words: justification }]
            return all.length === 0 ? rest : { ...rest, justifications: all }
          }),
        })),
      true,
    )
  }
  return (
    <Group gap="xs" wrap="nowrap">
      <Text
        size="sm"
        style={{ whiteSpace: 'nowrap' }}
        c={gap.justification === null ? 'var(--pingyi-lack)' : 'inherit'}
      >
        {words.gaps[gap.gap](gap.by)}
      </Text>
      <Autocomplete
        size="xs"
        w={260}
        aria-label={words.justification(group)}
        placeholder={words.why}
        data={[...justificationsFor(gap.gap)]}
        value={text}
        onChange={setText}
        onOptionSubmit={keep}
        onBlur={() => keep(text)}
      />
    </Group>
  )
}
