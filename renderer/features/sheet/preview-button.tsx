import { Button } from '@mantine/core'
import { IconEye } from '@tabler/icons-react'
import { useCallback, useState } from 'react'
import { tellFailure } from '#renderer/components/tell.tsx'
import { useHost } from '#renderer/host/use-host.ts'
import { SHEETS } from '#renderer/strings/sheets.ts'
import { ERROR_WORDS } from '#renderer/strings/trouble.ts'
import type { CallInput, CallOutput } from '#shared/contract/contract.ts'
import { Preview } from './preview.tsx'

type PreviewButtonProps = {
  readonly disabled: boolean
  /** What is chosen, when the button is pressed. */
  readonly asked: () => CallInput<'sheets.preview'>
}

/** Shows the chosen sheets before anything is written. */
export function PreviewButton({ disabled, asked }: PreviewButtonProps) {
  const { client } = useHost()
  const [preview, setPreview] = useState<CallOutput<'sheets.preview'> | null>(null)
  const [busy, setBusy] = useState(false)
  const open = async () => {
    setBusy(true)
    const reply = await client.request('sheets.preview', asked())
    setBusy(false)
    if (reply.ok) setPreview(reply.data)
    else tellFailure([ERROR_WORDS[reply.error.code], ...reply.error.details].join('\n'))
  }
  const id = preview?.preview ?? ''
  const load = useCallback(
    async (index: number) => {
      const reply = await client.request('sheets.previewed', { preview: id, index })
      // Bytes that came over a wire lie in a buffer of their own.
      if (reply.ok) return { ok: true as const, bytes: new Uint8Array(reply.data) }
      return { ok: false as const, words: [ERROR_WORDS[reply.error.code], ...reply.error.details].join('\n') }
    },
    [client, id],
  )
  return (
    <>
      <Button
        size="md"
        variant="default"
        leftSection={<IconEye size={18} />}
        loading={busy}
        disabled={disabled}
        onClick={() => void open()}
      >
        {SHEETS.preview}
      </Button>
      {preview && <Preview sheets={preview.sheets} load={load} onClose={() => setPreview(null)} />}
    </>
  )
}
