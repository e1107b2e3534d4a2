import { useCallback } from 'react'
import { tellDone, tellFailure, tellSuccess } from '#renderer/components/tell.tsx'
import { type ChangeProblem, useChange, useLatestAct, useUndo } from '#renderer/db/hooks/use-change.ts'
import type { Edit } from '#renderer/db/repositories/change-year.ts'
import { CHANGES } from '#renderer/strings/changes.ts'
import { faultWords } from '#shared/domain/evaluation/fault-words.ts'
import { placeWords } from '#shared/domain/evaluation/place-words.ts'

const MOST_LINES = 8

/** Why a change was not made, for people: one line, or the faults with their places. */
export function problemWords(problem: ChangeProblem): string {
  if (problem.kind === 'storage') return CHANGES.storage
  if (problem.kind !== 'faults') return CHANGES.refused[problem.kind]
  const { faults, wanted } = problem
  const lines = faults.slice(0, MOST_LINES).map(fault => `${placeWords(fault, wanted)}：${faultWords(fault)}`)
  const more = faults.length > MOST_LINES ? [CHANGES.moreFaults(faults.length - MOST_LINES)] : []
  return [CHANGES.faults(faults.length), ...lines, ...more].join('\n')
}

/**
 * Changes the year and tells the user: what was done, with a button to take it back, or why it was not. Resolves to
 * whether it was made. `quiet` for edits whose effect is in sight anyway (a cell of a grid).
 */
export function useTellingChange(): (what: string, edit: Edit, quiet?: boolean) => Promise<boolean> {
  const change = useChange()
  const undo = useUndo()
  const latestAct = useLatestAct()
  return useCallback(
    async (what, edit, quiet = false) => {
      const changed = await change(what, edit)
      if (!changed.ok) tellFailure(problemWords(changed.error))
      else if (!quiet) {
        // This notice takes back its own act, never a later one.
        const sequence = await latestAct().catch(() => undefined)
        tellDone(what, CHANGES.undo, async () => {
          const undone = await undo(sequence)
          if (undone.ok) tellSuccess(CHANGES.undone(what))
          else tellFailure(problemWords(undone.error))
        })
      }
      return changed.ok
    },
    [change, undo, latestAct],
  )
}
