import type { RandomBytes } from '#shared/domain/ballot/random-bytes.ts'
import type { MeetingSetUp } from '#shared/domain/ballot/set-up/meeting-set-up.ts'
import { shuffled } from '#shared/domain/ballot/shuffle.ts'
import { newSlipCode, printedSlipCode } from '#shared/domain/ballot/slip/slip-code.ts'

/** One slip: its group and its code, as printed and as digits. Nothing else about a slip exists. */
export type Slip = { readonly group: string; readonly code: string; readonly digits: string }

/** The slips of a meeting, all different, in random order. */
export function newSlips({ groups }: MeetingSetUp, random: RandomBytes): readonly Slip[] {
  const taken = new Set<string>()
  const slips = groups.flatMap(({ id, slips: count }, index) =>
    Array.from({ length: count }, () => {
      let digits = newSlipCode(index, groups.length, random)
      while (taken.has(digits)) digits = newSlipCode(index, groups.length, random)
      taken.add(digits)
      return { group: id, code: printedSlipCode(digits), digits }
    }),
  )
  return shuffled(slips, random)
}
