import { useCallback } from 'react'
import { z } from 'zod'
import type { YearRow } from '#renderer/db/schema/rows.ts'
import { useSetting } from './use-setting.ts'

// What the big screen shows, as the operator's window chose it: kept as settings of this computer, so that the screen's own
// window follows, and a reload of either changes nothing. Names of people at most, never a figure.

const people = z.array(z.string().max(64))
const shownSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('nothing') }),
  z.strictObject({ kind: z.literal('groups') }),
  /** `people`: whom the chair chose, by id; none: everybody. `page` from 0. */
  z.strictObject({ kind: z.literal('people'), people, page: z.int().min(0) }),
  z.strictObject({ kind: z.literal('ranking'), people, page: z.int().min(0) }),
])

/** Which results of an opened meeting the chair has released to the big screen. */
export type Released = Readonly<z.infer<typeof shownSchema>>

export const NOTHING: Released = { kind: 'nothing' }

/**
 * What is released of one meeting: nothing until somebody says so, or where the setting cannot be read. A year that was
 * brought in anew begins with nothing: its meeting may be another one of the same id.
 */
export function useReleased(
  { year, importedAt }: Pick<YearRow, 'year' | 'importedAt'>,
  meeting: string,
): readonly [Released, (released: Released) => void] {
  const [text, set] = useSetting(`released:${year}:${importedAt}:${meeting}`)
  const release = useCallback((released: Released) => set(JSON.stringify(released)), [set])
  return [readReleased(text), release]
}

/** The meeting that is on the big screen; '' where none was chosen. */
export function useProjectedMeeting(year: number): readonly [string, (meeting: string) => void] {
  return useSetting(`projected:${year}`)
}

export function readReleased(text: string): Released {
  if (text === '') return NOTHING
  try {
    return shownSchema.safeParse(JSON.parse(text)).data ?? NOTHING
  } catch {
    return NOTHING
  }
}
