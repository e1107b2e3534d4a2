import { ActionIcon, Menu, Modal, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { IconCopy, IconDots, IconPrinter, IconQrcode } from '@tabler/icons-react'
import { useState } from 'react'
import { ConfirmDialog } from '#renderer/components/confirm-dialog.tsx'
import { printCards } from '#renderer/components/print-cards.ts'
import { QrCode } from '#renderer/components/qr-code.tsx'
import { tellFailure, tellSuccess } from '#renderer/components/tell.tsx'
import { REPORTING } from '#renderer/strings/reporting.ts'
import { linkCard } from './link-card.ts'
import type { LinkRow } from './link-rows.ts'
import type { OnlineActs } from './use-online-acts.ts'

type Asking = 'qr' | 'renew' | 'return' | 'remove' | null

type LinkActionsProps = {
  readonly row: LinkRow
  readonly acts: OnlineActs
  /** What a printed card is headed by, and by when it is to be handed in; '' where no day is set. */
  readonly title: string
  readonly deadline: string
}

/** What can be done with one link. */
export function LinkActions({ row, acts, title, deadline }: LinkActionsProps) {
  const [asking, setAsking] = useState<Asking>(null)
  const [reason, setReason] = useState('')
  const { name, url, standing } = row
  if (url === null) return null
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(url)
      tellSuccess(REPORTING.copied)
    } catch {
      // The clipboard is not allowed here: the dialog shows the link to mark by hand.
      tellFailure(REPORTING.notCopied)
    }
  }
  const close = () => setAsking(null)
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={`${REPORTING.actions}：${name}`}>
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconCopy size={14} />} onClick={() => void copy()}>
            {REPORTING.copy}
          </Menu.Item>
          <Menu.Item leftSection={<IconQrcode size={14} />} onClick={() => setAsking('qr')}>
            {REPORTING.qr}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconPrinter size={14} />}
            onClick={() => printCards([linkCard(title, name, url, deadline)])}
          >
            {REPORTING.printCard}
          </Menu.Item>
          <Menu.Divider />
          {standing?.state === 'submitted' && (
            <Menu.Item onClick={() => setAsking('return')}>{REPORTING.return}</Menu.Item>
          )}
          <Menu.Item onClick={() => setAsking('renew')}>{REPORTING.renew}</Menu.Item>
          <Menu.Item color="red" onClick={() => setAsking('remove')}>
            {REPORTING.remove}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {asking === 'qr' && (
        <Modal opened onClose={close} title={REPORTING.qrOf(name)} size="md">
          <Stack align="center" gap="md">
            <QrCode text={url} label={REPORTING.qrOf(name)} size={220} />
            <TextInput
              w="100%"
              readOnly
              value={url}
              aria-label={REPORTING.link}
              onFocus={event => event.target.select()}
            />
            <Text size="sm" c="dimmed">
              {REPORTING.qrText}
            </Text>
          </Stack>
        </Modal>
      )}
      {asking === 'renew' && (
        <ConfirmDialog
          title={REPORTING.renewTitle(name)}
          confirm={REPORTING.renew}
          onConfirm={() => acts.publish([row.form], true)}
          onClose={close}
        >
          <Text size="sm">{REPORTING.renewText}</Text>
        </ConfirmDialog>
      )}
      {asking === 'return' && standing && (
        <ConfirmDialog
          title={REPORTING.returnTitle(name)}
          confirm={REPORTING.return}
          disabled={reason.trim() === ''}
          onConfirm={() => acts.giveBack(row, standing.revision, reason.trim())}
          onClose={close}
        >
          <Text size="sm">{REPORTING.returnText}</Text>
          <Textarea
            label={REPORTING.reason}
            value={reason}
            maxLength={500}
            autosize
            minRows={2}
            data-autofocus
            onChange={event => setReason(event.currentTarget.value)}
          />
        </ConfirmDialog>
      )}
      {asking === 'remove' && (
        <ConfirmDialog
          title={REPORTING.removeTitle(name)}
          confirm={REPORTING.remove}
          dangerous
          onConfirm={() => acts.remove(row)}
          onClose={close}
        >
          <Text size="sm">{REPORTING.removeText}</Text>
        </ConfirmDialog>
      )}
    </>
  )
}
