import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { ConfirmDialog } from '#renderer/components/confirm-dialog.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { useTellingChange } from '#renderer/editing/use-telling-change.ts'
import { ROSTER_FORM } from '#renderer/strings/roster-form.ts'
import { isOnRecord, type PersonHoldings, personHoldings } from '#shared/domain/evaluation/person-holdings.ts'
import { removePerson } from '#shared/domain/evaluation/remove-person.ts'
import type { Instructor } from '#shared/domain/roster/instructor.ts'

type RemoveDialogProps = {
  readonly person: Instructor
  readonly onRemoved: () => void
  /** The person went: opens the form that says how. */
  readonly onRegister: () => void
  readonly onClose: () => void
}

/** Removes a person with what is theirs, and says what that is; whoever was voted or decided on stays. */
export function RemoveDialog({ person, onRemoved, onRegister, onClose }: RemoveDialogProps) {
  const { evaluation } = useYearData()
  const change = useTellingChange()
  const holdings = personHoldings(evaluation, person.id)
  if (isOnRecord(holdings))
    return (
      <Modal opened onClose={onClose} title={ROSTER_FORM.keepTitle(person.name)} data-dialog="keep">
        <Stack gap="md">
          <Text size="sm">{ROSTER_FORM.keepText(recordParts(holdings))}</Text>
          <Text size="sm">{ROSTER_FORM.keepHint}</Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose} data-autofocus>
              {ROSTER_FORM.close}
            </Button>
            {!person.left && <Button onClick={onRegister}>{ROSTER_FORM.registerLeft}</Button>}
          </Group>
        </Stack>
      </Modal>
    )
  const parts = ownParts(holdings)
  return (
    <ConfirmDialog
      title={ROSTER_FORM.removeTitle(person.name)}
      confirm={ROSTER_FORM.remove}
      dangerous
      onConfirm={async () => {
        const done = await change(ROSTER_FORM.removed(person.name), current => removePerson(current, person))
        if (done) onRemoved()
        return done
      }}
      onClose={onClose}
    >
      {parts.length === 0 ? ROSTER_FORM.removeNothing : ROSTER_FORM.removeText(parts)}
    </ConfirmDialog>
  )
}

function ownParts({ self, ratings, plans }: PersonHoldings): readonly string[] {
  const words = ROSTER_FORM.parts
  return [
    ...(self > 0 ? [words.self] : []),
    ...(ratings > 0 ? [words.ratings(ratings)] : []),
    ...(plans > 0 ? [words.plans(plans)] : []),
  ]
}

function recordParts({ tallies, decisions, notices }: PersonHoldings): readonly string[] {
  const words = ROSTER_FORM.keepParts
  return [
    ...(tallies > 0 ? [words.tallies(tallies)] : []),
    ...(decisions > 0 ? [words.decisions(decisions)] : []),
    ...(notices > 0 ? [words.notices(notices)] : []),
  ]
}
