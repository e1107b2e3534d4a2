import { ActionIcon, Anchor, Button, FileButton, Group, Input, Stack, Text } from '@mantine/core'
import { IconPaperclip, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { COLLECT } from '#renderer/strings/collect.ts'
import { type Attachment, withAttachment } from '#shared/domain/self/attachment.ts'
import { ATTACHMENT_ENDINGS } from '#shared/domain/self/attachment-kinds.ts'
import { useAttachments } from './use-attachments.ts'

type AttachmentsFieldProps = {
  readonly label?: string
  readonly attachments: readonly Attachment[]
  /** Left out: they are only shown. */
  readonly onChange?: (change: (attachments: readonly Attachment[]) => readonly Attachment[]) => void
}

/** A record's files: added, saved elsewhere, taken away. A file is kept at once; the record names it when it is saved. */
export function AttachmentsField({ label = COLLECT.attachments, attachments, onChange }: AttachmentsFieldProps) {
  const { keep, open } = useAttachments()
  const [busy, setBusy] = useState(false)
  const add = async (files: readonly File[]) => {
    setBusy(true)
    for (const file of files) {
      const kept = await keep(file)
      if (kept) onChange?.(before => withAttachment(before, kept))
    }
    setBusy(false)
  }
  return (
    <Input.Wrapper label={label} description={onChange && COLLECT.attachmentsHint} data-attachments>
      <Stack gap={4} mt={6} align="flex-start">
        {attachments.length === 0 && !onChange && (
          <Text size="sm" c="dimmed">
            {COLLECT.noAttachments}
          </Text>
        )}
        {attachments.map(attachment => (
          <Group key={attachment.sha256} gap="xs" wrap="nowrap">
            <IconPaperclip size={14} aria-hidden style={{ flex: 'none' }} />
            <Anchor
              component="button"
              type="button"
              size="sm"
              title={COLLECT.openAttachment(attachment.name)}
              onClick={() => void open(attachment)}
            >
              {attachment.name}
            </Anchor>
            <Text size="xs" c="dimmed">
              {COLLECT.bytes(attachment.size)}
            </Text>
            {onChange && (
              <ActionIcon
                size="sm"
                variant="subtle"
                color="gray"
                aria-label={COLLECT.removeAttachment(attachment.name)}
                onClick={() => onChange(before => before.filter(each => each.sha256 !== attachment.sha256))}
              >
                <IconX size={14} />
              </ActionIcon>
            )}
          </Group>
        ))}
        {onChange && (
          <FileButton multiple accept={ATTACHMENT_ENDINGS.join(',')} onChange={files => void add(files)}>
            {button => (
              <Button {...button} variant="default" size="compact-sm" loading={busy}>
                {COLLECT.addAttachment}
              </Button>
            )}
          </FileButton>
        )}
      </Stack>
    </Input.Wrapper>
  )
}
