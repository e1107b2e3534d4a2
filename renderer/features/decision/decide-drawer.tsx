import { Button, Drawer, Group, Stack } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { type KeyboardEvent, useState } from 'react'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { useDraft } from '#renderer/editing/use-draft.ts'
import { DECISION } from '#renderer/strings/decision.ts'
import { type DecisionProblem, entryFor, kindOf } from '#shared/domain/decision/decide.ts'
import type { QuotaUse } from '#shared/domain/decision/quota-use.ts'
import type { Standing } from '#shared/domain/decision/standing.ts'
import { gradeWords } from '#shared/sheets/score-words.ts'
import { DecideFacts } from './decide-facts.tsx'
import { DecideFields } from './decide-fields.tsx'
import { HistoryList } from './history-list.tsx'
import { useRecordDecisions } from './use-record-decisions.ts'
import type { Sitting } from './use-sitting.ts'
import { firstDraft, isVerdictDraft } from './verdict-draft.ts'

const words = DECISION.form

type DecideDrawerProps = {
  readonly standing: Standing
  readonly quota: readonly QuotaUse[]
  readonly sitting: Sitting
  readonly onSitting: (sitting: Sitting) => void
  readonly previous: (() => void) | null
  readonly next: (() => void) | null
  readonly onClose: () => void
}

/** One person before the committee: the facts, the grade to choose, why, and what was decided before. */
export function DecideDrawer({ standing, quota, sitting, onSitting, previous, next, onClose }: DecideDrawerProps) {
  const { evaluation } = useYearData()
  const { scheme } = evaluation
  const { instructor, entries } = standing
  const draft = useDraft(`decide:${instructor.id}:${entries.length}`, firstDraft(standing), isVerdictDraft)
  const record = useRecordDecisions()
  const [problems, setProblems] = useState<readonly DecisionProblem[]>([])
  const [saving, setSaving] = useState(false)
  const value = draft.value
  const closed = evaluation.closed !== undefined
  const reviewing = standing.stage === 'reviewing'

  const save = async (goOn: boolean) => {
    if (!value?.choice || saving || closed) return
    const { final } = value.choice
    const by = reviewing ? value.by : sitting.by
    const entry = entryFor(standing, { final, reason: value.reason, clause: value.clause, by, date: sitting.date })
    setProblems(entry.ok ? [] : entry.error)
    if (!entry.ok) return
    setSaving(true)
    const grade = final === null ? DECISION.noGrade : gradeWords(final, scheme)
    const kind = DECISION.kinds[kindOf(standing, final)]
    const made = await record(words.act(kind, instructor.name), [entry.value], words.done(instructor.name, grade))
    setSaving(false)
    if (!made) return
    await draft.drop()
    if (goOn && next) next()
    else onClose()
  }
  const choose = (final: string | null) => value && draft.set({ ...value, choice: { final } })
  useHotkeys(
    closed
      ? []
      : [
          ...scheme.grades.map((grade, index) => [String(index + 1), () => choose(grade.id)] as [string, () => void]),
          [String(scheme.grades.length + 1), () => choose(null)],
        ],
  )
  const onKeyDown = (event: KeyboardEvent) => {
    // An input method's Enter chooses characters.
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return
    event.preventDefault()
    void save(true)
  }
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={560}
      title={words.title(instructor.name)}
      onKeyDown={onKeyDown}
      transitionProps={{ duration: 0 }}
      data-drawer="decide"
    >
      <Stack gap="md">
        <DecideFacts standing={standing} quota={quota} choice={value?.choice ?? null} />
        {value && !closed && (
          <>
            <DecideFields
              standing={standing}
              value={value}
              onValue={draft.set}
              sitting={sitting}
              onSitting={onSitting}
              problems={problems}
              recovered={draft.recovered}
            />
            <Group justify="space-between" wrap="nowrap">
              <Group gap="xs" wrap="nowrap">
                <Button variant="default" disabled={!previous} onClick={() => previous?.()}>
                  {words.previous}
                </Button>
                <Button variant="default" disabled={!next} onClick={() => next?.()}>
                  {words.next}
                </Button>
              </Group>
              <Group gap="xs" wrap="nowrap">
                <Button
                  variant={next ? 'default' : 'filled'}
                  disabled={!value.choice}
                  loading={saving}
                  onClick={() => void save(false)}
                >
                  {words.save}
                </Button>
                {next && (
                  <Button disabled={!value.choice} loading={saving} onClick={() => void save(true)}>
                    {words.saveNext}
                  </Button>
                )}
              </Group>
            </Group>
          </>
        )}
        <HistoryList entries={entries} scheme={scheme} />
      </Stack>
    </Drawer>
  )
}
