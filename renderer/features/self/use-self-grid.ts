import { useCallback, useMemo, useRef } from 'react'
import type { CellChange } from '#renderer/components/edit-grid/grid-column.ts'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { useDraft } from '#renderer/editing/use-draft.ts'
import { useTellingChange } from '#renderer/editing/use-telling-change.ts'
import { SELF } from '#renderer/strings/self.ts'
import type { Instructor } from '#shared/domain/roster/instructor.ts'
import type { SelfComponent } from '#shared/domain/scheme/scheme.ts'
import type { SelfAssessment } from '#shared/domain/self/self.ts'
import { enterSelf, type SelfCells, selfCells, withSelf } from '#shared/domain/self/self-entry.ts'
import { HELD_CELLS, type HeldCells, isHeldCells } from './import/held-cells.ts'

export type GridSelf = { readonly instructor: Instructor; readonly cells: SelfCells; readonly held: boolean }

const NOTHING: HeldCells = {}

/** People's figures as a table to type into. */
export function useSelfGrid(component: SelfComponent, people: readonly Instructor[]) {
  const { evaluation } = useYearData()
  const change = useTellingChange()
  const draft = useDraft<HeldCells>(HELD_CELLS, NOTHING, isHeldCells)
  const held = draft.value ?? NOTHING
  const known = useRef(
    new Map<string, { record: SelfAssessment | undefined; held: SelfCells | undefined; row: GridSelf }>(),
  )
  const records = useMemo(
    () => new Map<string, SelfAssessment>(evaluation.self.map(record => [record.instructor, record])),
    [evaluation.self],
  )
  const rows = useMemo(
    () =>
      people.map(instructor => {
        const record = records.get(instructor.id)
        const before = known.current.get(instructor.id)
        // A row that did not change is the same object: the grid then draws it once.
        if (before?.row.instructor === instructor && before.record === record && before.held === held[instructor.id])
          return before.row
        const row = {
          instructor,
          cells: { ...selfCells(record), ...held[instructor.id] },
          held: held[instructor.id] !== undefined,
        }
        known.current.set(instructor.id, { record, held: held[instructor.id], row })
        return row
      }),
    [people, records, held],
  )
  const onEdit = useCallback(
    (changes: readonly CellChange[]) => {
      const typed = Map.groupBy(changes, each => each.row)
      const cellsOf = (id: string, record: SelfAssessment | undefined): SelfCells => ({
        ...selfCells(record),
        ...held[id],
        ...Object.fromEntries((typed.get(id) ?? []).map(each => [each.column, each.text])),
      })
      const next: Record<string, SelfCells> = { ...held }
      const names: string[] = []
      for (const { instructor } of rows) {
        const id = instructor.id
        if (!typed.has(id)) continue
        names.push(instructor.name)
        const entry = enterSelf(id, records.get(id), cellsOf(id, records.get(id)), component)
        if (Object.keys(entry.held).length === 0) delete next[id]
        else next[id] = entry.held
      }
      draft.set(next)
      const what = names.length === 1 ? SELF.changed(names[0] ?? '') : SELF.changedMany(names.length)
      const store = change(
        what,
        latest => {
          const current = new Map<string, SelfAssessment>(latest.self.map(record => [record.instructor, record]))
          let self: ReturnType<typeof withSelf> = latest.self
          for (const id of typed.keys()) {
            const record = current.get(id)
            const entry = enterSelf(id, record, cellsOf(id, record), component)
            if (JSON.stringify(entry.record) !== JSON.stringify(record ?? null)) self = withSelf(self, id, entry.record)
          }
          return self === latest.self ? latest : { ...latest, self }
        },
        names.length === 1,
      )
      void store.then(done => {
        if (done) return
        // Refused, and told why: what was typed stays in its cells.
        const back = Object.fromEntries([...typed.keys()].map(id => [id, cellsOf(id, records.get(id))]))
        draft.set({ ...next, ...back })
      })
    },
    [rows, records, held, draft.set, change, component],
  )
  return { rows: draft.value === undefined ? [] : rows, ready: draft.value !== undefined, onEdit }
}
