/*
 * What the shared rules of texts use and Chrome 80 or Safari 14 lack, beside what the ballot page needs; found by reading
 * the built file (a test repeats that).
 */
function define(target: object, name: string, value: unknown): void {
  if (!(name in target)) Object.defineProperty(target, name, { value, configurable: true, writable: true })
}

define(String.prototype, 'replaceAll', function replaceAll(this: string, what: string, by: string) {
  return this.split(what).join(by)
})

// Half a surrogate pair is no character.
define(String.prototype, 'toWellFormed', function toWellFormed(this: string) {
  return this.replace(/[\uD800-\uDBFF][\uDC00-\uDFFF]|[\uD800-\uDFFF]/g, sign => (sign.length === 2 ? sign : '\uFFFD'))
})

export {}
