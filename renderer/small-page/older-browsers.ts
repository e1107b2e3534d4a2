/*
 * What the code that the page shares with the station uses and Safari 14 or Chrome 80 lack: exactly these four, found by
 * reading the built file (a test repeats that). Imported before anything else.
 */
type Callback = (item: unknown, index: number) => unknown

function define(target: object, name: string, value: unknown): void {
  if (!(name in target)) Object.defineProperty(target, name, { value, configurable: true, writable: true })
}

// By its descriptor: lint would make `Object.hasOwn` itself of `hasOwnProperty.call`.
define(
  Object,
  'hasOwn',
  (object: object, key: PropertyKey) => Object.getOwnPropertyDescriptor(object, key) !== undefined,
)

define(Array.prototype, 'at', function at(this: readonly unknown[], index: number) {
  return this[index < 0 ? this.length + index : index]
})

define(Map, 'groupBy', (items: Iterable<unknown>, callback: Callback) => {
  const groups = new Map<unknown, unknown[]>()
  let index = 0
  for (const item of items) {
    const key = callback(item, index++)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
})

const HALF = 0xffff_ffffn

// The cipher writes its lengths with it; Safari has it from 15 on.
define(DataView.prototype, 'setBigUint64', function set(this: DataView, at: number, value: bigint, little = false) {
  this.setUint32(little ? at : at + 4, Number(value & HALF), little)
  this.setUint32(little ? at + 4 : at, Number((value >> 32n) & HALF), little)
})
