import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { Panel } from '#renderer/components/panel.tsx'
import { PlainTable } from '#renderer/components/plain-table.tsx'
import { StateMark } from '#renderer/components/state-mark.tsx'
import { useHost } from '#renderer/host/use-host.ts'
import { ARCHIVE } from '#renderer/strings/archive.ts'
import type { MadeArchive } from '#shared/contract/archive.ts'
import { revealArchive } from './reveal-archive.ts'
import { type Verification, VerificationView } from './verification-view.tsx'

const words = ARCHIVE.list

type ArchivesPanelProps = {
  readonly archives: readonly MadeArchive[]
  readonly onView: (archive: MadeArchive) => void
}

/** Everything archived here of the year: shown, opened, and doubted byte by byte. */
export function ArchivesPanel({ archives, onView }: ArchivesPanelProps) {
  const { client, capabilities } = useHost()
  const [checks, setChecks] = useState<ReadonlyMap<string, Verification>>(new Map())
  const [shown, setShown] = useState<string | null>(null)
  const note = (folder: string, check: Verification) => setChecks(before => new Map(before).set(folder, check))
  const verify = async ({ year, number, folder }: MadeArchive) => {
    note(folder, { kind: 'busy' })
    setShown(folder)
    const reply = await client.request('archive.verify', { year, number })
    note(folder, reply.ok ? { kind: 'done', ...reply.data } : { kind: 'failed', error: reply.error })
  }
  const busy = [...checks.values()].some(check => check.kind === 'busy')
  const checked = archives.find(archive => archive.folder === shown)
  const check = checked && checks.get(checked.folder)
  if (archives.length === 0)
    return (
      <Panel title={words.title} name="archives">
        <Text c="dimmed">{words.none}</Text>
      </Panel>
    )
  return (
    <>
      <Panel title={words.title} name="archives" flush>
        <PlainTable
          label={words.title}
          columns={[
            { title: words.name },
            { title: words.documents, align: 'right', width: 90 },
            { title: words.pages, align: 'right', width: 90 },
            { title: words.state, width: 130 },
            { title: words.action, align: 'right', width: 250 },
          ]}
          rows={archives.map(archive => ({
            key: archive.folder,
            cells: [
              <ArchiveName key="name" archive={archive} />,
              archive.documents ?? words.unknown,
              archive.pages ?? '',
              <State key="state" check={checks.get(archive.folder)} />,
              <Group key="acts" gap="xs" justify="flex-end" wrap="nowrap">
                {capabilities.can.reveal && (
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    aria-label={words.revealOf(archive.name)}
                    onClick={() => void revealArchive(client, archive)}
                  >
                    {ARCHIVE.made.reveal}
                  </Button>
                )}
                <Button
                  size="compact-sm"
                  variant="subtle"
                  aria-label={ARCHIVE.old.viewOf(archive.name)}
                  onClick={() => onView(archive)}
                >
                  {ARCHIVE.old.view}
                </Button>
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={words.verifyOf(archive.name)}
                  disabled={busy}
                  onClick={() => void verify(archive)}
                >
                  {words.verify}
                </Button>
              </Group>,
            ],
          }))}
        />
      </Panel>
      {checked && check && <VerificationView name={checked.name} check={check} />}
    </>
  )
}

function ArchiveName({ archive: { name, continues } }: { readonly archive: MadeArchive }) {
  return (
    <>
      {name}
      {continues !== null && (
        <Text size="xs" c="dimmed">
          {words.continues(continues)}
        </Text>
      )}
    </>
  )
}

function State({ check }: { readonly check: Verification | undefined }) {
  if (check?.kind !== 'done') return <StateMark tone="quiet">{words.notYet}</StateMark>
  return check.faults === 0 ? (
    <StateMark tone="complete">{words.sound}</StateMark>
  ) : (
    <StateMark tone="lacking">{words.faults(check.faults)}</StateMark>
  )
}
