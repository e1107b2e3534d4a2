import { Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Panel } from '#renderer/components/panel.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { DECISION } from '#renderer/strings/decision.ts'
import { personLabels } from '#renderer/strings/person-labels.ts'
import { poolWords } from '#renderer/strings/pool-words.ts'
import type { QuotaUse } from '#shared/domain/decision/quota-use.ts'
import { settleTie, type TieProblem } from '#shared/domain/decision/settle-tie.ts'
import { useRecordDecisions } from './use-record-decisions.ts'
import type { Sitting } from './use-sitting.ts'

const words = DECISION.ties

type TiesPanelProps = { readonly use: QuotaUse; readonly sitting: Sitting }

/** A tie where the places of a pool end: who keeps the top grade is for people to say. */
export function TiesPanel({ use, sitting }: TiesPanelProps) {
  const { scheme, instructors } = useYearData().evaluation
  const record = useRecordDecisions()
  const [keep, setKeep] = useState<ReadonlySet<string>>(new Set())
  const [reason, setReason] = useState('')
  const [problems, setProblems] = useState<readonly TieProblem[]>([])
  const [saving, setSaving] = useState(false)
  const [top, next] = scheme.grades
  const names = personLabels(instructors)
  const save = async () => {
    const settled = settleTie(use, keep, scheme, { reason, clause: '', ...sitting })
    setProblems(settled.ok ? [] : settled.error)
    if (!settled.ok) return
    setSaving(true)
    await record(words.act, settled.value, words.done)
    setSaving(false)
  }
  return (
    <Panel title={words.title(poolWords(use.pool, scheme))} name="tie">
      <Stack gap="sm">
        <Text>{words.text(use.tied.length, use.free, top?.label ?? '', next?.label ?? '')}</Text>
        <Checkbox.Group value={[...keep]} onChange={chosen => setKeep(new Set(chosen))}>
          <Group gap="lg">
            {use.tied.map(({ instructor, score }) => (
              <Checkbox
                key={instructor.id}
                value={instructor.id}
                label={`${names.get(instructor.id) ?? instructor.name}（${score.printedTotal ?? ''}）`}
              />
            ))}
            <Text size="sm" c={keep.size > use.free ? 'var(--pingyi-lack)' : 'dimmed'}>
              {words.chosen(keep.size, use.free)}
            </Text>
          </Group>
        </Checkbox.Group>
        <Group gap="sm" align="flex-start">
          <TextInput
            aria-label={words.reason}
            placeholder={words.reasonHint}
            w={360}
            value={reason}
            error={problems.map(problem => DECISION.problems[problem]).join('；') || undefined}
            onChange={event => setReason(event.currentTarget.value)}
          />
          <Button loading={saving} onClick={() => void save()}>
            {words.save}
          </Button>
        </Group>
      </Stack>
    </Panel>
  )
}
