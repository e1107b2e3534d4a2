import { setImmediate as breathe } from 'node:timers/promises'
import { oncePublicKeyOf, openSealedBallot } from '#shared/domain/ballot/sealed/seal-ballot.ts'
import type { KeyAgreement } from './key-agreement.ts'

/** So many take some milliseconds: a window of the same process stays alive. */
const AT_ONCE = 32

/** A sealed ballot and what was in it; `null` where it was not sealed for this box, meeting and group. */
export type Unsealed = { readonly sealed: Uint8Array; readonly plain: Uint8Array | null }

/**
 * Opens sealed ballots in their order, some at a time, in memory. While those are read, the system's other threads agree on
 * the keys of the next.
 */
export async function* openSealed(
  sealed: readonly Uint8Array[],
  agree: KeyAgreement,
  publicKey: Uint8Array,
  context: Uint8Array,
): AsyncGenerator<readonly Unsealed[]> {
  const agreedFrom = (start: number) =>
    Promise.all(
      sealed.slice(start, start + AT_ONCE).map(each => {
        const once = oncePublicKeyOf(each)
        return once && agree(once)
      }),
    )
  let next = agreedFrom(0)
  for (let start = 0; start < sealed.length; start += AT_ONCE) {
    const agreed = await next
    next = agreedFrom(start + AT_ONCE)
    yield sealed.slice(start, start + AT_ONCE).map((each, index) => {
      const shared = agreed[index]
      const plain = shared ? openSealedBallot(each, shared, publicKey, context) : null
      shared?.fill(0)
      return { sealed: each, plain }
    })
    await breathe()
  }
}
