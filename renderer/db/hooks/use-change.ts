import { useCallback, useContext } from 'react'
import {
  type ChangeRefusal,
  changeYear,
  type Edit,
  lastOperation,
  undoLast,
} from '#renderer/db/repositories/change-year.ts'
import { useHost } from '#renderer/host/use-host.ts'
import { CHANGES } from '#renderer/strings/changes.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import { failure, type Result } from '#shared/lib/result.ts'
import { useDatabase } from './use-database.ts'
import { YearContext } from './use-year-data.ts'

export type ChangeProblem = ChangeRefusal | { readonly kind: 'storage' }

export type Change = (what: string, edit: Edit) => Promise<Result<Evaluation, ChangeProblem>>

/**
 * Changes the year that the page is about, in the name of whoever works at this computer. Says nothing to the user: see
 * `useTellingChange` for the usual way.
 */
export function useChange(): Change {
  const database = useDatabase()
  const year = useYear()
  return useCallback(
    async (what, edit) => {
      try {
        return await changeYear(database, year, { what, at: new Date().toISOString() }, edit)
      } catch {
        // The disk is full or the profile is broken; the transaction wrote nothing.
        return failure({ kind: 'storage' })
      }
    },
    [database, year],
  )
}

/** Takes back the year's latest act; with its `sequence`, that one only. */
export function useUndo(): (sequence?: number) => Promise<Result<Evaluation, ChangeProblem>> {
  const database = useDatabase()
  const year = useYear()
  const { client } = useHost()
  return useCallback(
    async sequence => {
      try {
        const listed = await client.request('meeting.boxes', {})
        const boxes = (listed.ok ? listed.data.boxes : []).filter(box => box.year === year).map(box => box.meeting)
        const act = { at: new Date().toISOString() }
        return await undoLast(database, year, act, CHANGES.undoing, { sequence, boxes })
      } catch {
        return failure({ kind: 'storage' })
      }
    },
    [database, year, client],
  )
}

/** The number of the year's latest act that can be taken back; undefined where there is none. */
export function useLatestAct(): () => Promise<number | undefined> {
  const database = useDatabase()
  const year = useYear()
  return useCallback(async () => (await lastOperation(database, year))?.sequence, [database, year])
}

function useYear(): number {
  const state = useContext(YearContext)
  if (typeof state === 'string') throw new Error('a change without a year')
  return state.row.year
}
