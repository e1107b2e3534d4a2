/** A name of two characters with a blank between, `王　明`, as it is set where names stand below one another. */
export function alignedName(name: string): string {
  const characters = [...name]
  return characters.length === 2 ? characters.join('　') : name
}
