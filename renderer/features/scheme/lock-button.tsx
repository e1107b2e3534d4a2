import { Button, Text } from '@mantine/core'
import { IconLock, IconLockOpen } from '@tabler/icons-react'
import { useState } from 'react'
import { ConfirmDialog } from '#renderer/components/confirm-dialog.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { useTellingChange } from '#renderer/editing/use-telling-change.ts'
import { PUBLICATION } from '#renderer/strings/publication.ts'
import { publishScheme, unlockScheme } from '#shared/domain/evaluation/publish-scheme.ts'
import type { SchemeStage } from '#shared/domain/evaluation/scheme-stage.ts'
import { DeedFields } from './deed-fields.tsx'
import { useDeed } from './use-deed.ts'

/** Publishes the scheme, or opens it again with a reason; after a count there is neither. */
export function LockButton({ stage }: { readonly stage: SchemeStage }) {
  const [asking, ask] = useState(false)
  const { publication } = useYearData().evaluation
  if (stage === 'counted' && publication?.publishedOn !== undefined) return null
  const unlocks = stage === 'published'
  return (
    <>
      <Button
        variant={stage === 'open' ? 'filled' : 'default'}
        leftSection={unlocks ? <IconLockOpen size={16} /> : <IconLock size={16} />}
        onClick={() => ask(true)}
      >
        {unlocks ? PUBLICATION.unlock : PUBLICATION.publish}
      </Button>
      {asking && (unlocks ? <UnlockDialog onClose={() => ask(false)} /> : <PublishDialog onClose={() => ask(false)} />)}
    </>
  )
}

type DialogProps = { readonly onClose: () => void }

function PublishDialog({ onClose }: DialogProps) {
  const change = useTellingChange()
  const [deed, setDeed] = useDeed()
  const { by, date, minute } = deed
  return (
    <ConfirmDialog
      title={PUBLICATION.publishTitle}
      confirm={PUBLICATION.publish}
      disabled={by.trim() === '' || date === ''}
      onConfirm={() =>
        change(PUBLICATION.publishAct, evaluation => publishScheme(evaluation, { by: by.trim(), date, minute }))
      }
      onClose={onClose}
    >
      <Text>{PUBLICATION.publishText}</Text>
      <DeedFields deed={deed} onChange={setDeed} reason={false} minute="optional" />
    </ConfirmDialog>
  )
}

function UnlockDialog({ onClose }: DialogProps) {
  const change = useTellingChange()
  const [deed, setDeed] = useDeed()
  const { by, date, reason } = deed
  return (
    <ConfirmDialog
      title={PUBLICATION.unlockTitle}
      confirm={PUBLICATION.unlock}
      disabled={[by, date, reason].some(each => each.trim() === '')}
      onConfirm={() =>
        change(PUBLICATION.unlockAct, evaluation => unlockScheme(evaluation, { by: by.trim(), date, reason }))
      }
      onClose={onClose}
    >
      <Text>{PUBLICATION.unlockText}</Text>
      <DeedFields deed={deed} onChange={setDeed} reason minute="none" />
    </ConfirmDialog>
  )
}
