import { List, Text } from '@mantine/core'
import { ConfirmDialog } from '#renderer/components/confirm-dialog.tsx'
import { useTellingChange } from '#renderer/editing/use-telling-change.ts'
import { NEW_YEAR } from '#renderer/strings/new-year.ts'
import { lossWords, SCHEME_DESIGN } from '#renderer/strings/scheme-design.ts'
import type { SchemeLoss } from '#shared/domain/evaluation/follow-scheme.ts'
import { replaceScheme, type VersionAct } from '#shared/domain/evaluation/replace-scheme.ts'
import { appraisedWord } from '#shared/domain/scheme/appraised.ts'
import { DeedFields } from './deed-fields.tsx'
import { useDeed } from './use-deed.ts'
import type { KeptDesign } from './use-design-draft.ts'

/**
 * Puts the design in the scheme's place, with the losses that a person agreed to; resolves to whether it was done. Once
 * counts are in it needs a `version`.
 */
export function useSaveDesign(kept: KeptDesign, onSaved: () => Promise<void>) {
  const change = useTellingChange()
  return async (accepted: readonly SchemeLoss[], version?: VersionAct): Promise<boolean> => {
    const { name } = kept.scheme
    const what = version ? SCHEME_DESIGN.actVersion(name) : SCHEME_DESIGN.act(name)
    const saved = await change(what, evaluation => {
      const replaced = replaceScheme(evaluation, { ...kept, accepted, ...(version && { version }) })
      // The usual title names whom it is about; one that a person wrote stays.
      const usual = (scheme: Parameters<typeof appraisedWord>[0]) =>
        NEW_YEAR.nameOf(evaluation.year, appraisedWord(scheme))
      return replaced === 'conflict' || evaluation.title !== usual(evaluation.scheme)
        ? replaced
        : { ...replaced, title: usual(kept.scheme) }
    })
    if (saved) await onSaved()
    return saved
  }
}

type LossDialogProps = {
  readonly losses: readonly SchemeLoss[]
  readonly onSave: () => Promise<boolean>
  readonly onClose: () => void
}

/** Says what the design throws away before it does. */
export function LossDialog({ losses, onSave, onClose }: LossDialogProps) {
  return (
    <ConfirmDialog
      title={SCHEME_DESIGN.lossTitle}
      confirm={SCHEME_DESIGN.lossConfirm}
      dangerous
      onConfirm={onSave}
      onClose={onClose}
    >
      <Text mb="xs">{SCHEME_DESIGN.lossText}</Text>
      <List>
        {losses.map(loss => (
          <List.Item key={lossWords(loss)}>{lossWords(loss)}</List.Item>
        ))}
      </List>
    </ConfirmDialog>
  )
}

type VersionDialogProps = {
  readonly onSave: (version: VersionAct) => Promise<boolean>
  readonly onClose: () => void
}

/** Asks for what a new version needs: by whom, when, why, and the minutes that decided it. */
export function VersionDialog({ onSave, onClose }: VersionDialogProps) {
  const [deed, setDeed] = useDeed()
  const { by, date, reason, minute } = deed
  const whole = [by, date, reason, minute].every(each => each.trim() !== '')
  return (
    <ConfirmDialog
      title={SCHEME_DESIGN.versionTitle}
      confirm={SCHEME_DESIGN.versionConfirm}
      disabled={!whole}
      onConfirm={() => onSave({ date, by: by.trim(), reason: reason.trim(), minute: minute.trim() })}
      onClose={onClose}
    >
      {SCHEME_DESIGN.versionText}
      <DeedFields deed={deed} onChange={setDeed} reason minute="needed" />
    </ConfirmDialog>
  )
}
