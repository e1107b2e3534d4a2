import { Button, Group, Select, Stack, Text } from '@mantine/core'
import { IconPrinter, IconTicket } from '@tabler/icons-react'
import { useState } from 'react'
import { ConfirmDialog } from '#renderer/components/confirm-dialog.tsx'
import { Notice } from '#renderer/components/notice.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { showPdf } from '#renderer/components/show-pdf.ts'
import { StateMark } from '#renderer/components/state-mark.tsx'
import { tellFailure, tellSuccess } from '#renderer/components/tell.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { useHost } from '#renderer/host/use-host.ts'
import { MEETING } from '#renderer/strings/meeting.ts'
import { writeEvaluation } from '#shared/domain/evaluation/write-evaluation.ts'
import { BringBackButton } from './bring-back-button.tsx'
import { CopyBoxButton } from './copy-box-button.tsx'
import type { StageProps } from './meeting-page.tsx'
import { SecretDocument } from './secret-document.tsx'
import { ServerButton } from './server-button.tsx'
import { troubleWords } from './trouble-words.ts'
import { usePlanCheck } from './use-plan-check.ts'
import { dropTicket, keepTicket, useTicket } from './waiting-tickets.ts'

const words = MEETING.print
const FORMS = ['sign-in', 'paper-ballot', 'summaries'] as const

/** What is printed days ahead: sheets without a secret as often as wanted, the slips once. */
export function PrintStage({ plan, box, go }: StageProps) {
  const { evaluation } = useYearData()
  const { client } = useHost()
  const [group, setGroup] = useState<string | null>(null)
  const [printing, setPrinting] = useState<string | null>(null)
  const held = evaluation.meetings.some(meeting => meeting.id === plan.id)
  const print = async (form: (typeof FORMS)[number]) => {
    setPrinting(form)
    const printed = await client.request('meeting.print', {
      evaluation: writeEvaluation(evaluation),
      plan: plan.id,
      form,
      group: form === 'summaries' ? null : group,
    })
    setPrinting(null)
    if (printed.ok) showPdf(new Uint8Array(printed.data), `${words.forms[form]}.pdf`)
    else tellFailure(troubleWords(printed.error))
  }
  return (
    <Stack gap="md">
      <Panel
        title={words.papers}
        name="print-papers"
        aside={
          <Select
            aria-label={words.group}
            size="xs"
            placeholder={words.allGroups}
            clearable
            data={plan.groups.map(each => ({ value: each.id, label: words.oneGroup(each.id) }))}
            value={group}
            onChange={setGroup}
          />
        }
      >
        <Stack gap="sm">
          {FORMS.map(form => (
            <Group key={form} justify="space-between" wrap="nowrap">
              <div>
                <Text fw={600}>{words.forms[form]}</Text>
                <Text size="sm" c="dimmed">
                  {words.formTexts[form]}
                </Text>
              </div>
              <Button
                variant="default"
                leftSection={<IconPrinter size={16} />}
                loading={printing === form}
                disabled={form === 'summaries' && !plan.summaries}
                onClick={() => void print(form)}
                aria-label={words.openForm(words.forms[form])}
                flex="none"
              >
                {words.open}
              </Button>
            </Group>
          ))}
        </Stack>
      </Panel>
      {(box.state.kind !== 'none' || !held) && <SlipsPanel plan={plan} box={box} go={go} />}
      {box.state.kind === 'box' && box.state.status.phase === 'created' && <AwayPanel plan={plan} box={box} />}
      <Group>
        {box.state.kind === 'none' && <ServerButton plan={plan} go={go} />}
        <Button ml="auto" onClick={() => go('room')} disabled={box.state.kind !== 'box'}>
          {words.next}
        </Button>
      </Group>
    </Stack>
  )
}

/** The meeting is held on another computer: the box goes there, the counts come back. */
function AwayPanel({ plan, box }: Pick<StageProps, 'plan' | 'box'>) {
  const away = MEETING.away
  return (
    <Panel title={away.title} name="print-away">
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {away.text}
        </Text>
        <Group gap="xs">
          <CopyBoxButton meeting={plan.id} label={away.copy} copied={away.copied} />
          <BringBackButton plan={plan} box={box} />
        </Group>
      </Stack>
    </Panel>
  )
}

function SlipsPanel({ plan, box, go }: StageProps) {
  const { row, evaluation } = useYearData()
  const { client } = useHost()
  const [making, setMaking] = useState(false)
  const [asking, setAsking] = useState<'only' | 'anew' | null>(null)
  const waiting = useTicket('slips', plan.id)
  const codes = useTicket('codes', plan.id)
  const unsettled = usePlanCheck(plan).lines.filter(line => line.blocks)
  const phase = box.state.kind === 'box' ? box.state.status.phase : null
  const slips = plan.groups.reduce((total, group) => total + group.slips, 0)
  const renewal = slips === 0 ? words.withoutSlips : words
  const create = async () => {
    setMaking(true)
    const made = await client.request('meeting.create', { evaluation: writeEvaluation(evaluation), plan: plan.id })
    if (made.ok) {
      if (made.data.slips !== null) keepTicket('slips', plan.id, made.data.slips)
      if (made.data.codes !== null) keepTicket('codes', plan.id, made.data.codes)
      await box.look()
    } else tellFailure(troubleWords(made.error))
    setMaking(false)
  }
  const remove = async () => {
    const removed = await client.request('meeting.remove', { year: row.year, meeting: plan.id })
    if (!removed.ok) {
      tellFailure(troubleWords(removed.error))
      return false
    }
    dropTicket('slips', plan.id)
    dropTicket('codes', plan.id)
    tellSuccess(renewal.removed)
    await box.look()
    return true
  }
  return (
    <Panel title={words.slips} name="print-slips">
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {words.slipsText}
        </Text>
        {phase === null && unsettled.length > 0 && (
          <Notice>
            {unsettled.map(({ words: line }) => (
              <Text key={line} size="sm">
                {MEETING.plan.mustSettle(line)}
              </Text>
            ))}
            <Button mt={6} size="compact-sm" variant="default" onClick={() => go('plan')}>
              {words.toPlan}
            </Button>
          </Notice>
        )}
        {phase === null && (
          <Group>
            <Button
              leftSection={<IconTicket size={16} />}
              loading={making}
              disabled={unsettled.length > 0}
              onClick={() => void create()}
            >
              {words.create(slips)}
            </Button>
          </Group>
        )}
        {phase !== null && (
          <>
            <SecretDocument kind="slips" meeting={plan.id} file={words.slipsFile} words={words.waiting} />
            <SecretDocument kind="codes" meeting={plan.id} file={words.codesFile} words={words.codes} />
          </>
        )}
        {phase !== null && waiting === null && codes === null && (
          <StateMark tone="complete">{words.made(slips)}</StateMark>
        )}
        {phase === 'created' && (
          <Group justify="space-between">
            <Text size="sm" c="dimmed">
              {renewal.againText}
            </Text>
            <Group gap="xs">
              <Button variant="subtle" color="red" onClick={() => setAsking('only')}>
                {renewal.again}
              </Button>
              {waiting === null && codes === null && (
                <Button variant="default" onClick={() => setAsking('anew')} loading={making}>
                  {renewal.anew}
                </Button>
              )}
            </Group>
          </Group>
        )}
        {asking && (
          <ConfirmDialog
            title={renewal.againTitle}
            confirm={asking === 'anew' ? renewal.anew : renewal.again}
            dangerous
            onConfirm={async () => {
              const removed = await remove()
              if (removed && asking === 'anew') await create()
              return removed
            }}
            onClose={() => setAsking(null)}
          >
            {renewal.againConfirm}
          </ConfirmDialog>
        )}
      </Stack>
    </Panel>
  )
}
