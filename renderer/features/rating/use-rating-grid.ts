import { useCallback, useMemo, useRef } from 'react'
import type { CellChange } from '#renderer/components/edit-grid/grid-column.ts'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { useDraft } from '#renderer/editing/use-draft.ts'
import { useTellingChange } from '#renderer/editing/use-telling-change.ts'
import { RATING } from '#renderer/strings/rating.ts'
import type { Duty } from '#shared/domain/rating/duties.ts'
import type { Rating, RatingDraft } from '#shared/domain/rating/rating.ts'
import {
  enterRating,
  type RatingBounds,
  type RatingCells,
  ratingBounds,
  ratingCells,
} from '#shared/domain/rating/rating-entry.ts'
import { isSameRating, withRating } from '#shared/domain/rating/with-rating.ts'
import { componentFor } from '#shared/domain/scheme/effective-scheme.ts'
import type { RatingComponent } from '#shared/domain/scheme/scheme.ts'

/** Cells that cannot be saved yet, by row; kept as a draft, so that a closed window loses none. */
type Held = Readonly<Record<string, RatingCells>>

export type GridRating = {
  readonly key: string
  readonly duty: Duty
  readonly cells: RatingCells
  readonly bounds: RatingBounds
  readonly held: boolean
}

const NOTHING: Held = {}

/** A component's ratings as a table to type into, one row per rating that is there or due. */
export function useRatingGrid(component: RatingComponent, duties: readonly Duty[]) {
  const { evaluation } = useYearData()
  const { scheme, ratings } = evaluation
  const change = useTellingChange()
  const draft = useDraft<Held>(`rating-grid:${component.id}`, NOTHING, isHeld)
  const held = draft.value ?? NOTHING
  const known = useRef(new Map<string, { readonly parts: readonly unknown[]; readonly row: GridRating }>())
  const byPerson = useMemo(() => Map.groupBy(ratings, rating => String(rating.instructor)), [ratings])
  const rows = useMemo(
    () =>
      withKeys(duties).map(({ duty, key }) => {
        const others = (byPerson.get(duty.instructor.id) ?? []).filter(rating => rating !== duty.rating)
        const parts = [duty.instructor, duty.rating, duty.by, held[key], ...others]
        const before = known.current.get(key)
        // A row that did not change is the same object: the grid then draws it once.
        if (before && before.parts.length === parts.length && before.parts.every((part, at) => part === parts[at]))
          return before.row
        const row: GridRating = {
          key,
          duty,
          cells: { by: duty.by, ...ratingCells(duty.rating, scheme.grades), ...held[key] },
          bounds: ratingBounds(scheme, componentFor(scheme, component, duty.instructor.posting), others),
          held: held[key] !== undefined,
        }
        known.current.set(key, { parts, row })
        return row
      }),
    [duties, byPerson, held, scheme, component],
  )
  const onEdit = useCallback(
    (changes: readonly CellChange[]) => {
      const typed = Map.groupBy(changes, each => each.row)
      const next: Record<string, RatingCells> = { ...held }
      const edits = rows.flatMap(row => {
        const own = typed.get(row.key)
        if (!own) return []
        const cells = { ...row.cells, ...Object.fromEntries(own.map(each => [each.column, each.text])) }
        const who = { instructor: row.duty.instructor.id, source: row.duty.source.id, by: (cells['by'] ?? '').trim() }
        const entry = enterRating(who, row.duty.rating, cells, row.bounds)
        // What a union is called is only kept with a rating: until there is one it stays typed.
        const left = entry.rating === null && who.by !== row.duty.by ? { ...entry.held, by: who.by } : entry.held
        if (Object.keys(left).length > 0) next[row.key] = left
        else delete next[row.key]
        return [{ row, cells, before: row.duty.rating, rating: entry.rating }]
      })
      draft.set(next)
      const [first] = edits
      if (!first) return
      const what =
        edits.length === 1
          ? RATING.changed(first.row.duty.instructor.name, first.rating?.by ?? first.row.duty.by)
          : RATING.changedMany(edits.length)
      const store = change(
        what,
        latest => {
          let list: readonly RatingDraft[] = latest.ratings
          for (const { before, rating } of edits) {
            const now: Rating | null = before && (latest.ratings.find(each => isSameRating(each, before)) ?? null)
            if (JSON.stringify(now) !== JSON.stringify(before)) return 'conflict'
            if (JSON.stringify(now) !== JSON.stringify(rating)) list = withRating(list, before, rating)
          }
          return list === latest.ratings ? latest : { ...latest, ratings: list }
        },
        edits.length === 1,
      )
      void store.then(done => {
        if (done) return
        // Refused, and told why: what was typed stays in its cells.
        draft.set({ ...held, ...Object.fromEntries(edits.map(({ row, cells }) => [row.key, cells])) })
      })
    },
    [rows, held, draft.set, change],
  )
  return { rows: draft.value === undefined ? [] : rows, ready: draft.value !== undefined, onEdit }
}

/** A row by whom, source and which of that source's: it stays the same row when its union's name is written over. */
function withKeys(duties: readonly Duty[]): readonly { readonly duty: Duty; readonly key: string }[] {
  const seen = new Map<string, number>()
  return duties.map(duty => {
    const pair = JSON.stringify([duty.instructor.id, duty.source.id])
    const number = (seen.get(pair) ?? 0) + 1
    seen.set(pair, number)
    return { duty, key: `${pair}${number}` }
  })
}

function isHeld(value: unknown): value is Held {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every(
      cells =>
        typeof cells === 'object' && cells !== null && Object.values(cells).every(text => typeof text === 'string'),
    )
  )
}
