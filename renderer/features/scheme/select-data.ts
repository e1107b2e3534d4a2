/** A select's choices from words by value, in their order. */
export function choicesOf(words: Readonly<Record<string, string>>): { value: string; label: string }[] {
  return Object.entries(words).map(([value, label]) => ({ value, label }))
}

/** Whether what a select answers is one of the values that have words. */
export function isKeyOf<Key extends string>(words: Readonly<Record<Key, string>>, value: string | null): value is Key {
  return value !== null && Object.hasOwn(words, value)
}
