import { useCallback, useMemo, useRef, useState } from 'react'
import type { CellChange } from '#renderer/components/edit-grid/grid-column.ts'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { useTellingChange } from '#renderer/editing/use-telling-change.ts'
import { ROSTER_FORM } from '#renderer/strings/roster-form.ts'
import { postedElsewhere } from '#renderer/strings/scheme-variants.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import { followPostings } from '#shared/domain/evaluation/follow-scheme.ts'
import { enterTexts } from '#shared/domain/roster/edit/enter-texts.ts'
import { PERSON_FIELDS, type PersonField } from '#shared/domain/roster/edit/person-field.ts'
import type { Instructor } from '#shared/domain/roster/instructor.ts'
import { faultText } from './fault-text.ts'

/** A typed text that is not kept, with what is wrong with it in words. */
type Unkept = { readonly text: string; readonly problem: string }
type UnkeptOf = ReadonlyMap<PersonField, Unkept>

export type GridPerson = { readonly person: Instructor; readonly unkept: UnkeptOf | undefined }

/**
 * The roster as a table to type into: what can be read is kept at once, what cannot stays in its cell, marked, until it is
 * mended; the year only ever holds what could be exported.
 */
export function useRosterGrid(people: readonly Instructor[]): {
  readonly rows: readonly GridPerson[]
  readonly onEdit: (changes: readonly CellChange[]) => void
} {
  const { evaluation } = useYearData()
  const change = useTellingChange()
  const [unkept, setUnkept] = useState<ReadonlyMap<string, UnkeptOf>>(new Map())
  const known = useRef(new Map<string, GridPerson>())
  const rows = useMemo(
    () =>
      people.map(person => {
        const before = known.current.get(person.id)
        const texts = unkept.get(person.id)
        // A row that did not change is the same object: the grid then draws it once.
        if (before?.person === person && before.unkept === texts) return before
        const row = { person, unkept: texts }
        known.current.set(person.id, row)
        return row
      }),
    [people, unkept],
  )

  const onEdit = useCallback(
    (changes: readonly CellChange[]) => {
      const typed = textsByPerson(changes, unkept)
      const current = new Map<string, Instructor>(evaluation.instructors.map(person => [person.id, person]))
      const next = new Map(unkept)
      const entered: string[] = []
      for (const [id, texts] of typed) {
        const person = current.get(id)
        if (!person) continue
        const { person: after, unkept: left } = enterTexts(person, texts)
        if (after !== person) entered.push(id)
        if (left.size === 0) next.delete(id)
        else
          next.set(
            id,
            new Map([...left].map(([field, { text, fault }]) => [field, { text, problem: faultText(fault) }])),
          )
      }
      setUnkept(next)
      if (entered.length === 0) return
      const [first = ''] = entered
      const what =
        entered.length === 1
          ? ROSTER_FORM.changed(current.get(first)?.name ?? '')
          : ROSTER_FORM.changedMany(entered.length)
      const edited = (year: Evaluation) =>
        followPostings(
          year,
          year.instructors.map(person => {
            const texts = typed.get(person.id)
            return texts ? enterTexts(person, texts).person : person
          }),
        )
      const { losses } = edited(evaluation)
      const store = change(
        postedElsewhere(what, losses),
        latest => edited(latest).evaluation,
        // What is taken away along with it is told, with the way back.
        changes.length === 1 && losses.length === 0,
      )
      void store.then(done => {
        if (done) return
        // Refused, and told why: what was typed stays to be mended.
        const refused = (text: string): Unkept => ({ text, problem: ROSTER_FORM.faults.refused })
        setUnkept(before => {
          const back = new Map(before)
          for (const id of entered) {
            const faulty = before.get(id)
            const texts = typed.get(id) ?? new Map<PersonField, string>()
            back.set(id, new Map([...texts].map(([field, text]) => [field, faulty?.get(field) ?? refused(text)])))
          }
          return back
        })
      })
    },
    [evaluation, unkept, change],
  )
  return { rows, onEdit }
}

/** What was typed now, together with what was typed before into the same people's rows and not kept. */
function textsByPerson(
  changes: readonly CellChange[],
  unkept: ReadonlyMap<string, UnkeptOf>,
): ReadonlyMap<string, ReadonlyMap<PersonField, string>> {
  const texts = new Map<string, Map<PersonField, string>>()
  for (const { row, column, text } of changes) {
    const field = PERSON_FIELDS.find(known => known === column)
    if (!field) continue
    const own =
      texts.get(row) ??
      new Map([...(unkept.get(row) ?? [])].map(([before, { text: typed }]) => [before, typed] as const))
    texts.set(row, own.set(field, text))
  }
  return texts
}
