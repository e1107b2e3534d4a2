import { Alert, Group, List, Loader, Stack, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { Panel } from '#renderer/components/panel.tsx'
import { StateMark } from '#renderer/components/state-mark.tsx'
import { ARCHIVE } from '#renderer/strings/archive.ts'
import type { CallOutput } from '#shared/contract/contract.ts'
import type { ContractError } from '#shared/contract/reply.ts'
import { archiveFailure } from './archive-failure.ts'

/** Where the check of an archive stands. */
export type Verification =
  | { readonly kind: 'busy' }
  | ({ readonly kind: 'done' } & CallOutput<'archive.verify'>)
  | { readonly kind: 'failed'; readonly error: ContractError }

const words = ARCHIVE.verified

/** What the check found, file by file, in words. */
export function VerificationView({ name, check }: { readonly name: string; readonly check: Verification }) {
  return (
    <Panel title={words.title(name)} name="verification">
      <div aria-live="polite" data-verified={check.kind === 'done' ? check.faults : check.kind}>
        {check.kind === 'busy' && (
          <Group gap="sm">
            <Loader size="sm" />
            <Text>{ARCHIVE.list.verifying}</Text>
          </Group>
        )}
        {check.kind === 'failed' && (
          <Alert color="red" icon={<IconAlertTriangle />} title={archiveFailure(check.error.code)} />
        )}
        {check.kind === 'done' && <Outcome outcome={check} />}
      </div>
    </Panel>
  )
}

function Outcome({ outcome }: { readonly outcome: CallOutput<'archive.verify'> }) {
  const { lines, faults, files, documents, people, digest, chain, destroyed } = outcome
  return (
    <Stack gap="xs">
      {faults === 0 ? (
        <StateMark tone="complete">
          {destroyed?.data
            ? words.soundWithoutData(files, documents ?? 0)
            : words.sound(files, documents ?? 0, people ?? 0)}
        </StateMark>
      ) : (
        <Alert color="red" icon={<IconAlertTriangle />} title={words.unsound(faults)}>
          <List size="sm" style={{ overflowWrap: 'anywhere' }}>
            {lines.map(line => (
              <List.Item key={line}>{line}</List.Item>
            ))}
          </List>
          {faults > lines.length && <Text size="sm">{words.more(faults - lines.length)}</Text>}
        </Alert>
      )}
      {chain === null && <Text size="sm">{words.noOriginal}</Text>}
      {chain !== null && chain.length > 0 && <Text size="sm">{words.chain(chain)}</Text>}
      {documents === null && <Text size="sm">{words.noDocuments}</Text>}
      {destroyed && <Text size="sm">{words.destroyed(destroyed.documents)}</Text>}
      {destroyed?.data && <Text size="sm">{words.noData}</Text>}
      {people === null && !destroyed?.data && <Text size="sm">{words.noPeople}</Text>}
      {destroyed?.digest && (
        <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {words.destroyedDigest(destroyed.digest)}
        </Text>
      )}
      {digest !== null && (
        <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {words.digest(digest)}　{words.compare}
        </Text>
      )}
    </Stack>
  )
}
