import { createRequire } from 'node:module'

const require = createRequire(new URL('peers/package.json', import.meta.url))

/**
 * A package of `peers/package.json`. Required by name, because the bench installs it and the types are checked without
 * it: `T` says what of it is used.
 */
export function peer<T>(name: string): T {
  return require(name)
}
