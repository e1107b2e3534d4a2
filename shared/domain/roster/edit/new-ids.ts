/**
 * Ids for `count` new people: `i01`, `i02` … above the highest that is taken, as wide as the roster needs, so that the same
 * roster gives the same ids and nobody gets the id of somebody removed before them. Ids of another form are left alone.
 */
export function newInstructorIds(taken: Iterable<string>, count: number): readonly string[] {
  let highest = 0
  let width = 2
  for (const id of taken) {
    const digits = /^i([0-9]{1,15})$/.exec(id)?.[1]
    if (digits === undefined) continue
    highest = Math.max(highest, Number(digits))
    width = Math.max(width, digits.length)
  }
  width = Math.max(width, String(highest + count).length)
  return Array.from({ length: count }, (_, index) => `i${String(highest + index + 1).padStart(width, '0')}`)
}
