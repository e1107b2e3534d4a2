import { ActionIcon, Button, FileButton, Group, Input, PasswordInput, Stack, Text, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { fileBase64 } from '#renderer/components/file-base64.ts'
import { Panel } from '#renderer/components/panel.tsx'
import { tellFailure, tellSuccess } from '#renderer/components/tell.tsx'
import { useHost } from '#renderer/host/use-host.ts'
import { REPORTING } from '#renderer/strings/reporting.ts'
import { errorWords } from '#renderer/strings/trouble.ts'
import { TOKEN } from '#shared/domain/report/report-exchange.ts'

/** Asks for the hub's address and the office's key, once. */
export function ConnectPanel({ onConnected }: { readonly onConnected: () => Promise<void> }) {
  const { client } = useHost()
  const [address, setAddress] = useState('')
  const [key, setKey] = useState('')
  const [certificate, setCertificate] = useState<File | null>(null)
  const [busy, setBusy] = useState(false)
  const keyFits = TOKEN.test(key.trim())
  const connect = async () => {
    setBusy(true)
    const base64 = certificate && (await fileBase64(certificate))
    const chosen = certificate ? { certificate: base64 ?? '' } : {}
    const reply = await client.request('reporting.connect', { address, key: key.trim(), ...chosen })
    if (reply.ok) {
      tellSuccess(REPORTING.connected(reply.data.address))
      await onConnected()
    } else tellFailure(errorWords(reply.error.code === 'bad-request' ? 'not-a-hub' : reply.error.code))
    setBusy(false)
  }
  return (
    <Panel name="connect" title={REPORTING.hub}>
      <form
        onSubmit={event => {
          event.preventDefault()
          if (keyFits && address.trim() !== '' && !busy) void connect()
        }}
      >
        <Stack gap="md" maw={560}>
          <Text size="sm">{REPORTING.hubText}</Text>
          <TextInput
            label={REPORTING.address}
            description={REPORTING.addressHint}
            value={address}
            autoComplete="off"
            maxLength={500}
            error={isPlain(address) ? REPORTING.notEncrypted : null}
            onChange={event => setAddress(event.currentTarget.value)}
          />
          <PasswordInput
            label={REPORTING.key}
            description={REPORTING.keyHint}
            value={key}
            autoComplete="off"
            error={key !== '' && !keyFits ? REPORTING.keyWrong : null}
            onChange={event => setKey(event.currentTarget.value)}
          />
          <Input.Wrapper label={REPORTING.certificate} description={REPORTING.certificateHint}>
            <Group gap="xs" mt={6}>
              <FileButton accept=".crt,.cer,.pem,.der" onChange={setCertificate}>
                {props => (
                  <Button {...props} variant="default" size="xs">
                    {REPORTING.chooseCertificate}
                  </Button>
                )}
              </FileButton>
              {certificate && (
                <>
                  <Text size="sm">{certificate.name}</Text>
                  <ActionIcon
                    size="sm"
                    variant="subtle"
                    color="gray"
                    aria-label={REPORTING.dropCertificate}
                    onClick={() => setCertificate(null)}
                  >
                    <IconX size={14} />
                  </ActionIcon>
                </>
              )}
            </Group>
          </Input.Wrapper>
          <Group>
            <Button type="submit" loading={busy} disabled={!keyFits || address.trim() === ''}>
              {REPORTING.connect}
            </Button>
          </Group>
        </Stack>
      </form>
    </Panel>
  )
}

/** An address whose traffic others on the way can read; this computer's own is not. */
function isPlain(address: string): boolean {
  return /^http:\/\//i.test(address.trim()) && !/^http:\/\/(?:127\.|localhost[:/]|\[::1\])/i.test(address.trim())
}
