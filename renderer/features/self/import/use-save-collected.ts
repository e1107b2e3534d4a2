import { useCallback, useState } from 'react'
import { useTakeFiles } from '#renderer/collect/online/use-take-files.ts'
import { useAttachments } from '#renderer/collect/use-attachments.ts'
import { useDatabase } from '#renderer/db/hooks/use-database.ts'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { useTellingChange } from '#renderer/editing/use-telling-change.ts'
import { SELF } from '#renderer/strings/self.ts'
import { type Attachment, withAttachment } from '#shared/domain/self/attachment.ts'
import { mergeSelf, replaceSelf } from '#shared/domain/self/form/read-self-form.ts'
import type { SelfDraft } from '#shared/domain/self/self.ts'
import { compactSelf, withSelf } from '#shared/domain/self/self-entry.ts'
import type { CollectedSelf } from './collect-self.ts'
import { holdCells } from './held-cells.ts'

/** What became of a save: `partly` where scores wait for others in the form to type into. */
export type Saved = { readonly partly: boolean }

/** Keeps the files first, then puts all records into the year in one edit; null where it was not made. */
export function useSaveCollected() {
  const { keep } = useAttachments()
  const database = useDatabase()
  const { year } = useYearData().row
  const { take } = useTakeFiles(year)
  const change = useTellingChange()
  const [progress, setProgress] = useState<{ readonly done: number; readonly total: number } | null>(null)
  const save = useCallback(
    async (
      people: readonly CollectedSelf[],
      what: (people: number) => string = SELF.collected,
    ): Promise<Saved | null> => {
      const total = people.reduce((sum, { files, online = [] }) => sum + files.length + online.length, 0)
      const kept = new Map<string, Attachment[]>()
      let done = 0
      for (const { instructor, files, online = [] } of people)
        for (const keepOne of [
          ...files.map(
            ({ file }) =>
              () =>
                keep(file),
          ),
          ...online.map(file => () => take(file)),
        ]) {
          setProgress({ done, total })
          const attachment = await keepOne()
          if (!attachment) {
            // Told already; what was kept so far is found again by its hash when it is tried once more.
            setProgress(null)
            return null
          }
          kept.set(instructor.id, [...(kept.get(instructor.id) ?? []), attachment])
          done += 1
        }
      setProgress(null)
      const changed = await change(what(people.length), current => {
        let self: readonly SelfDraft[] = current.self
        for (const { instructor, form, whole = false } of people) {
          const before = current.self.find(record => record.instructor === instructor.id)
          const merged: SelfDraft = form?.read
            ? whole
              ? replaceSelf(before, form.read)
              : mergeSelf(before, form.read)
            : (before ?? { instructor: instructor.id })
          const attachments = (kept.get(instructor.id) ?? []).reduce(withAttachment, merged.attachments ?? EMPTY)
          self = withSelf(self, instructor.id, compactSelf({ ...merged, attachments }))
        }
        return { ...current, self }
      })
      if (!changed) return null
      const held = people.flatMap(({ instructor, form }) =>
        form?.held && Object.keys(form.held).length > 0 ? [[instructor.id, form.held] as const] : [],
      )
      if (held.length > 0)
        // What a full disk refuses here is on the form that came in.
        await holdCells(database, year, Object.fromEntries(held), new Date().toISOString()).catch(() => undefined)
      return { partly: held.length > 0 }
    },
    [keep, take, change, database, year],
  )
  return { save, progress }
}

const EMPTY: readonly Attachment[] = []
