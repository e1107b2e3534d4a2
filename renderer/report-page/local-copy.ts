import { z } from 'zod'
import { type Answers, answersSchema } from '#shared/domain/report/answer-cells.ts'

const copySchema = z.strictObject({
  base: z.int(),
  answers: answersSchema,
  /** The save that was under way; '' where there was none. */
  attempt: z.string(),
})

/** What was typed and is not acknowledged yet. */
export type Unsaved = { readonly base: number; readonly answers: Answers; readonly attempt: string }

export type LocalCopy = {
  readonly read: () => Unsaved | null
  readonly keep: (unsaved: Unsaved) => void
  readonly wipe: () => void
}

/** Keeps what is not acknowledged in the browser, so that a reload or a closed page loses none; wiped once it is. */
export function localCopy(name: string, storage: () => Storage): LocalCopy {
  const key = `pingyi-report:${name}`
  const use = <T>(work: (store: Storage) => T, otherwise: T): T => {
    try {
      return work(storage())
    } catch {
      // Private windows and some in-app browsers have no storage, or a full one: the page then works without.
      return otherwise
    }
  }
  return {
    read: () =>
      use(store => {
        const text = store.getItem(key)
        const read = text === null ? null : copySchema.safeParse(JSON.parse(text))
        return read?.success ? read.data : null
      }, null),
    keep: unsaved => use(store => store.setItem(key, JSON.stringify(unsaved)), undefined),
    wipe: () => use(store => store.removeItem(key), undefined),
  }
}
