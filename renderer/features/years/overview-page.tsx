import { Anchor, Button, Group, Progress, Text } from '@mantine/core'
import { IconPencil, IconShieldCheck, IconTrash, IconUpload } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import type { Column } from '#renderer/components/data-table/column.ts'
import { DataTable } from '#renderer/components/data-table/data-table.tsx'
import { Facts } from '#renderer/components/facts.tsx'
import { Page } from '#renderer/components/page.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { SaveButton } from '#renderer/components/save-button.tsx'
import { StateMark } from '#renderer/components/state-mark.tsx'
import { today } from '#renderer/components/today.ts'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { useMadeArchives } from '#renderer/host/use-made-archives.ts'
import { FILES } from '#renderer/strings/files.ts'
import { SAFETY } from '#renderer/strings/safety.ts'
import { SHELL } from '#renderer/strings/shell.ts'
import { timeText } from '#renderer/strings/time-text.ts'
import { YEARS } from '#renderer/strings/years.ts'
import { writeEvaluation } from '#shared/domain/evaluation/write-evaluation.ts'
import { agendaOf } from './agenda.ts'
import { ClosedPanel } from './closed-panel.tsx'
import { NextPanels } from './next-panels.tsx'
import { nextStep } from './next-step.ts'
import { overviewFacts } from './overview-facts.ts'
import { RemoveYearDialog } from './remove-year-dialog.tsx'
import { RenameDialog } from './rename-dialog.tsx'
import { type StepRow, stepRows } from './step-rows.ts'
import { useImport } from './use-import.ts'

const words = YEARS.overview

/** The year at a glance: its figures, what each step holds and lacks, the files in and out. */
export function OverviewPage() {
  const data = useYearData()
  const navigate = useNavigate()
  const { chooseFile } = useImport()
  const [renaming, setRenaming] = useState(false)
  const [removing, setRemoving] = useState(false)
  const { year } = data.row
  const facts = useMemo(() => overviewFacts(data), [data])
  const archives = useMadeArchives(year, 0)?.length ?? null
  const steps = useMemo(() => stepRows(data, archives), [data, archives])
  const next = useMemo(() => nextStep(data, archives), [data, archives])
  const agenda = agendaOf(data, archives, today())
  const columns = useMemo((): readonly Column<StepRow>[] => stepColumns(year), [year])
  return (
    <Page
      name="overview"
      title={words.title}
      lead={words.lead(data.row.organiser, data.evaluation.scheme.name)}
      actions={
        <SaveButton
          name={FILES.evaluation(year)}
          text={() => writeEvaluation(data.evaluation)}
          done={FILES.saved(FILES.evaluation(year))}
        >
          {SHELL.exportFile}
        </SaveButton>
      }
    >
      <Panel>
        <Facts facts={facts} />
      </Panel>
      {data.evaluation.closed && <ClosedPanel year={year} />}
      <NextPanels year={year} next={next} agenda={agenda} />
      <Panel title={words.steps} flush>
        <DataTable
          label={words.steps}
          columns={columns}
          rows={steps}
          rowKey={row => row.id}
          onOpen={row => navigate(`/${year}/${row.id}`)}
        />
      </Panel>
      <Panel title={words.files}>
        <Group justify="space-between">
          <Text size="sm" c="dimmed">
            {words.importedAt(timeText(data.row.importedAt))}　{words.exportHint}
          </Text>
          <Group gap="xs">
            {!data.evaluation.closed && (
              <Button variant="default" leftSection={<IconPencil size={16} />} onClick={() => setRenaming(true)}>
                {YEARS.rename.action}
              </Button>
            )}
            {data.row.sample && (
              <Button variant="default" leftSection={<IconTrash size={16} />} onClick={() => setRemoving(true)}>
                {YEARS.remove.action}
              </Button>
            )}
            <Button
              component={Link}
              to={`/${year}/safety`}
              variant="default"
              leftSection={<IconShieldCheck size={16} />}
            >
              {SAFETY.title}
            </Button>
            <Button variant="default" leftSection={<IconUpload size={16} />} onClick={chooseFile}>
              {SHELL.importFile}
            </Button>
          </Group>
        </Group>
      </Panel>
      {removing && <RemoveYearDialog onClose={() => setRemoving(false)} />}
      {renaming && <RenameDialog onClose={() => setRenaming(false)} />}
    </Page>
  )
}

function stepColumns(year: number): readonly Column<StepRow>[] {
  return [
    {
      id: 'step',
      title: words.step,
      whole: true,
      width: 160,
      cell: row => (
        <Anchor component={Link} to={`/${year}/${row.id}`} data-row-link fw={600}>
          {row.label}
        </Anchor>
      ),
    },
    { id: 'content', title: words.content, cell: row => row.content },
    {
      id: 'share',
      title: words.progress,
      whole: true,
      width: 220,
      cell: ({ label, share }) =>
        share && (
          <Group gap="sm" wrap="nowrap">
            <Progress
              value={(share.done / share.of) * 100}
              color={share.done === share.of ? 'teal' : 'ink'}
              aria-label={label}
              flex={1}
            />
            <Text span size="sm" miw={56} ta="right">
              {words.share(share.done, share.of)}
            </Text>
          </Group>
        ),
    },
    {
      id: 'state',
      title: words.state,
      whole: true,
      width: 160,
      cell: row => <StateMark tone={row.tone}>{row.state}</StateMark>,
    },
  ]
}
