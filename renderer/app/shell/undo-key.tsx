import { useHotkeys } from '@mantine/hooks'
import { useContext } from 'react'
import { tellFailure, tellSuccess } from '#renderer/components/tell.tsx'
import { useUndo } from '#renderer/db/hooks/use-change.ts'
import { YearContext } from '#renderer/db/hooks/use-year-data.ts'
import { problemWords } from '#renderer/editing/use-telling-change.ts'
import { CHANGES } from '#renderer/strings/changes.ts'

/** Ctrl+Z outside of a field takes back the year's latest act; inside one it is the field's own. */
export function UndoKey() {
  return typeof useContext(YearContext) === 'string' ? null : <UndoYear />
}

function UndoYear() {
  const undo = useUndo()
  useHotkeys([
    [
      'mod+Z',
      () => {
        undo().then(undone => {
          if (undone.ok) tellSuccess(CHANGES.undoneLast)
          else tellFailure(problemWords(undone.error))
        })
      },
    ],
  ])
  return null
}
