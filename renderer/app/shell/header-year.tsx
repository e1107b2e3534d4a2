import { Badge, Button, Menu, Text, Tooltip } from '@mantine/core'
import {
  IconCheck,
  IconChevronDown,
  IconDownload,
  IconLock,
  IconPlus,
  IconShieldCheck,
  IconUpload,
} from '@tabler/icons-react'
import { useContext } from 'react'
import { useNavigate } from 'react-router'
import { saveText } from '#renderer/components/save-text.ts'
import { YearContext } from '#renderer/db/hooks/use-year-data.ts'
import { useYears } from '#renderer/db/hooks/use-years.ts'
import { useImport } from '#renderer/features/years/use-import.ts'
import { FILES } from '#renderer/strings/files.ts'
import { SAFETY } from '#renderer/strings/safety.ts'
import { SHELL } from '#renderer/strings/shell.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import { writeEvaluation } from '#shared/domain/evaluation/write-evaluation.ts'

/** Which year the pages are about, the others to switch to, and the files in and out. */
export function HeaderYear() {
  const state = useContext(YearContext)
  const years = useYears() ?? []
  const navigate = useNavigate()
  const { chooseFile, newYear } = useImport()
  const data = typeof state === 'string' ? null : state
  return (
    <>
      <Menu position="bottom-start" width={260}>
        <Menu.Target>
          <Button
            variant="default"
            rightSection={<IconChevronDown size={15} />}
            aria-label={`${data ? SHELL.year(data.row.year) : SHELL.noYear}，${SHELL.switchYear}`}
            flex="none"
            data-year={data?.row.year}
          >
            {data ? SHELL.year(data.row.year) : SHELL.noYear}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {years.length > 0 && <Menu.Label>{SHELL.switchYear}</Menu.Label>}
          {years.map(row => (
            <Menu.Item
              key={row.year}
              onClick={() => navigate(`/${row.year}`)}
              leftSection={<IconCheck size={15} visibility={row.year === data?.row.year ? 'visible' : 'hidden'} />}
              rightSection={row.sample ? <SampleBadge /> : undefined}
            >
              {SHELL.year(row.year)}
            </Menu.Item>
          ))}
          {years.length > 0 && <Menu.Divider />}
          <Menu.Item leftSection={<IconPlus size={15} />} onClick={newYear}>
            {SHELL.newYear}
          </Menu.Item>
          <Menu.Item leftSection={<IconUpload size={15} />} onClick={chooseFile}>
            {SHELL.importFile}
          </Menu.Item>
          {data && (
            <Menu.Item leftSection={<IconShieldCheck size={15} />} onClick={() => navigate(`/${data.row.year}/safety`)}>
              {SAFETY.title}
            </Menu.Item>
          )}
          {data && (
            <Menu.Item leftSection={<IconDownload size={15} />} onClick={() => exportYear(data.evaluation)}>
              {SHELL.exportFile}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {data && (
        <Text fw={500} truncate>
          {data.row.title}
        </Text>
      )}
      {data?.row.sample && <SampleBadge />}
      {data?.evaluation.closed && (
        <Badge color="gray" variant="light" radius="sm" flex="none" leftSection={<IconLock size={12} />} data-closed>
          {SHELL.closed}
        </Badge>
      )}
    </>
  )
}

function SampleBadge() {
  return (
    <Tooltip label={SHELL.sampleHint}>
      <Badge color="orange" variant="light" radius="sm" flex="none" tabIndex={0} data-sample>
        {SHELL.sample}
      </Badge>
    </Tooltip>
  )
}

function exportYear(evaluation: Evaluation): void {
  const name = FILES.evaluation(evaluation.year)
  saveText(name, writeEvaluation(evaluation), FILES.saved(name))
}
