/** What an urn must know of each group, in the meeting's order: how many slips, how many slots. */
export type GroupSize = { readonly id: string; readonly slips: number; readonly slots: number }

/** A group's share of the roll of slips and of the slots: from `start` up to but not including `end`. */
export type GroupRange = {
  readonly id: string
  readonly slips: { readonly start: number; readonly end: number }
  readonly slots: { readonly start: number; readonly end: number }
}

/** The groups' ranges, one after the other. */
export function rangesOf(groups: readonly GroupSize[]): GroupRange[] {
  let slip = 0
  let slot = 0
  return groups.map(({ id, slips, slots }) => {
    const range = { id, slips: { start: slip, end: slip + slips }, slots: { start: slot, end: slot + slots } }
    slip += slips
    slot += slots
    return range
  })
}

/** The group that holds a place of the roll. */
export function groupOfSlip(ranges: readonly GroupRange[], slip: number): GroupRange | undefined {
  return ranges.find(({ slips }) => slip >= slips.start && slip < slips.end)
}
