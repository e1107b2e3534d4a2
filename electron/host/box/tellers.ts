import { z } from 'zod'
import { readSmallFile } from '#shared/domain/ballot/set-up/read-small-file.ts'
import { at, duplicates, type Fault } from '#shared/lib/fault.ts'
import { count, name } from '#shared/lib/fields.ts'
import type { Result } from '#shared/lib/result.ts'

/** Who seals a box, as typed in the room. Shape: DESIGN.md `box seal`. */
export type Tellers = {
  readonly tellers: readonly Teller[]
  readonly need?: number | undefined
  /** The recovery sheet's code (应急码), to open a box. */
  readonly recovery?: string | undefined
}
export type Teller = { readonly name: string; readonly passphrase: string }

const MOST_TELLERS = 15

const tellersSchema = z.strictObject({
  tellers: z
    .array(z.strictObject({ name, passphrase: z.string().max(1_000, 'too-long') }))
    .min(1, 'empty')
    .max(MOST_TELLERS, 'out-of-range'),
  need: count.optional(),
  recovery: z.string().max(200, 'too-long').optional(),
})

/** Reads what stands on standard input; its faults never repeat what was typed. */
export function readTellers(text: string): Result<Tellers, readonly Fault[]> {
  return readSmallFile(text, tellersSchema)
}

/** What is wrong, or unwise, with tellers who would seal a box; `path` names the place. */
export type TellerFault = {
  readonly path: string
  readonly code:
    | 'need-too-small'
    | 'need-too-large'
    | 'same-name'
    | 'empty-passphrase'
    | 'weak-passphrase'
    | 'same-passphrase'
}

/** A name or passphrase as it is compared: typed on another keyboard, with a space at the end, it is the same. */
export function asTyped(text: string): string {
  return text.normalize('NFKC').trim()
}

/** A passphrase below these is weak: columns (a Chinese character is two), and different characters. Ours. */
const FEWEST_COLUMNS = 6
const FEWEST_CHARACTERS = 3

/**
 * Why these tellers cannot seal a box: fewer than two needed (unless one alone seals), more needed than there are, a name
 * twice, an empty passphrase.
 */
export function checkTellers({ tellers, need }: Tellers): TellerFault[] {
  const least = Math.min(2, tellers.length)
  const faults: TellerFault[] = []
  if (need !== undefined && need < least) faults.push({ path: 'need', code: 'need-too-small' })
  if (need !== undefined && need > tellers.length) faults.push({ path: 'need', code: 'need-too-large' })
  for (const { index } of duplicates(tellers, teller => asTyped(teller.name)))
    faults.push({ path: at('tellers', index, 'name'), code: 'same-name' })
  tellers.forEach((teller, index) => {
    if (asTyped(teller.passphrase) === '')
      faults.push({ path: at('tellers', index, 'passphrase'), code: 'empty-passphrase' })
  })
  return faults
}

/**
 * Passphrases that seal, but badly: used twice, short, of few characters, the teller's own name. Told and not refused: the
 * tellers were elected a minute ago, the room waits, and the box is opened within the hour.
 */
export function tellerWarnings({ tellers }: Tellers): TellerFault[] {
  const same = new Set(duplicates(tellers, teller => asTyped(teller.passphrase)).map(({ index }) => index))
  return tellers.flatMap((teller, index): TellerFault[] => {
    const path = at('tellers', index, 'passphrase')
    return [
      ...(same.has(index) ? [{ path, code: 'same-passphrase' as const }] : []),
      ...(isWeak(teller) ? [{ path, code: 'weak-passphrase' as const }] : []),
    ]
  })
}

/** How many of the tellers must come together: as said, else two (one where there is only one). */
export function needOf({ tellers, need }: Tellers): number {
  return need ?? Math.min(2, tellers.length)
}

function isWeak(teller: Teller): boolean {
  const characters = [...asTyped(teller.passphrase)]
  const columns = characters.reduce((total, character) => total + (/^[\u0020-\u024f]$/.test(character) ? 1 : 2), 0)
  return (
    columns < FEWEST_COLUMNS ||
    new Set(characters).size < FEWEST_CHARACTERS ||
    asTyped(teller.passphrase) === asTyped(teller.name)
  )
}
