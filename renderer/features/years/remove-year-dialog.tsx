import { Text } from '@mantine/core'
import { useNavigate } from 'react-router'
import { ConfirmDialog } from '#renderer/components/confirm-dialog.tsx'
import { tellFailure, tellSuccess } from '#renderer/components/tell.tsx'
import { useDatabase } from '#renderer/db/hooks/use-database.ts'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { removeYear } from '#renderer/db/repositories/evaluation.ts'
import { useHost } from '#renderer/host/use-host.ts'
import { SAFETY } from '#renderer/strings/safety.ts'
import { ERROR_WORDS } from '#renderer/strings/trouble.ts'
import { YEARS } from '#renderer/strings/years.ts'

/** Takes the year off this computer, into the removed ones; the sample's own words for the sample. */
export function RemoveYearDialog({ onClose }: { readonly onClose: () => void }) {
  const { row } = useYearData()
  const database = useDatabase()
  const { client } = useHost()
  const navigate = useNavigate()
  const words = row.sample ? YEARS.remove : SAFETY.remove
  const remove = async () => {
    // The mirror goes first: with the rows gone and the mirror there, the next start would bring the year back.
    if (!row.sample) {
      const removed = await client.request('years.remove', { year: row.year })
      if (!removed.ok) {
        tellFailure(ERROR_WORDS[removed.error.code])
        return false
      }
    }
    try {
      await removeYear(database, row.year, new Date().toISOString())
    } catch {
      tellFailure(YEARS.importFailed.storage)
      return false
    }
    tellSuccess(row.sample ? YEARS.remove.done : SAFETY.remove.done(row.year))
    await navigate('/')
    return true
  }
  return (
    <ConfirmDialog
      title={row.sample ? YEARS.remove.title : SAFETY.remove.confirmTitle(row.year)}
      confirm={words.confirm}
      dangerous
      onConfirm={remove}
      onClose={onClose}
    >
      <Text>{row.sample ? YEARS.remove.text : SAFETY.remove.confirmText}</Text>
    </ConfirmDialog>
  )
}
