import { Button, Group, PasswordInput, SegmentedControl, SimpleGrid, Stack, Text } from '@mantine/core'
import { IconDeviceFloppy, IconUpload } from '@tabler/icons-react'
import { useState } from 'react'
import { Panel } from '#renderer/components/panel.tsx'
import { saveFile } from '#renderer/components/save-file.ts'
import { tellFailure, tellSuccess } from '#renderer/components/tell.tsx'
import { useDatabase } from '#renderer/db/hooks/use-database.ts'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { loadEvaluation } from '#renderer/db/repositories/evaluation.ts'
import { listYears } from '#renderer/db/repositories/years.ts'
import { useHost } from '#renderer/host/use-host.ts'
import { SAFETY } from '#renderer/strings/safety.ts'
import { ERROR_WORDS } from '#renderer/strings/trouble.ts'
import { writeEvaluation } from '#shared/domain/evaluation/write-evaluation.ts'
import { useImport } from './use-import.ts'

const words = SAFETY.backup

/** Takes whole years with their attachments into one file, locked where a passphrase is given, and back. */
export function BackupPanel() {
  const { row, evaluation } = useYearData()
  const database = useDatabase()
  const { client } = useHost()
  const { chooseFile } = useImport()
  const [scope, setScope] = useState<'this' | 'all'>('this')
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const [working, setWorking] = useState(false)
  const different = passphrase !== again
  const backUp = async () => {
    setWorking(true)
    try {
      const evaluations = scope === 'this' ? [evaluation] : await allYears()
      const written = await client.request('backups.write', {
        evaluations: evaluations.map(writeEvaluation),
        passphrase,
      })
      if (!written.ok) {
        tellFailure(ERROR_WORDS[written.error.code])
        return
      }
      const file = words.file(scope === 'this' ? String(row.year) : words.allYears)
      saveFile(file, new Blob([written.data]))
      setPassphrase('')
      setAgain('')
      tellSuccess(words.done(file))
    } finally {
      setWorking(false)
    }
  }
  const allYears = async () => {
    const years = (await listYears(database)).filter(each => !each.sample || each.year === row.year)
    const loaded = await Promise.all(years.map(each => loadEvaluation(database, each.year)))
    return loaded.filter(each => each !== null)
  }
  return (
    <Panel title={words.title} name="backup">
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {words.text}
        </Text>
        <SegmentedControl
          aria-label={words.which}
          value={scope}
          onChange={value => setScope(value === 'all' ? 'all' : 'this')}
          data={[
            { value: 'this', label: words.this(row.year) },
            { value: 'all', label: words.all },
          ]}
          w="fit-content"
        />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <PasswordInput
            label={words.passphrase}
            description={words.passphraseHint}
            value={passphrase}
            onChange={event => setPassphrase(event.currentTarget.value)}
            autoComplete="new-password"
          />
          {passphrase !== '' && (
            <PasswordInput
              label={words.again}
              description={'\u00a0'}
              value={again}
              error={different && again !== '' ? words.different : undefined}
              onChange={event => setAgain(event.currentTarget.value)}
              autoComplete="new-password"
            />
          )}
        </SimpleGrid>
        <Group gap="xs">
          <Button
            leftSection={<IconDeviceFloppy size={16} />}
            onClick={() => void backUp()}
            loading={working}
            disabled={different}
          >
            {words.action}
          </Button>
          <Button variant="default" leftSection={<IconUpload size={16} />} onClick={chooseFile}>
            {words.restore}
          </Button>
        </Group>
      </Stack>
    </Panel>
  )
}
