import { expect, test } from 'vitest'
import { keyAgreement } from '#electron/host/box/key-agreement.ts'
import { openSealed } from '#electron/host/box/open-sealed.ts'
import { secureRandom } from '#electron/host/urn/secure-random.ts'
import { newBoxKey } from '#shared/domain/ballot/sealed/box-key.ts'
import { sealBallot } from '#shared/domain/ballot/sealed/seal-ballot.ts'

const key = newBoxKey(secureRandom)
const context = Buffer.from('this box, this meeting, this group')
const LOW_ORDER = new Uint8Array(32)

/** The bytes opened, each as its first one; `null` where it did not open. */
async function firstBytes(sealed: readonly Uint8Array[]): Promise<(number | null)[]> {
  const all: (number | null)[] = []
  for await (const some of openSealed(sealed, await keyAgreement(key.secretKey), key.publicKey, context))
    all.push(...some.map(({ plain }) => plain?.[0] ?? null))
  return all
}

// Catches: keys that were agreed on ahead and come to the wrong ballots, a last few that are forgotten, and one strange
// ballot that spoils those beside it.
test.each([0, 1, 31, 32, 33, 64, 100])('%i ballots are opened each by its own key, in their order', async count => {
  const sealed = Array.from({ length: count }, (_, index) => {
    const good = sealBallot(Uint8Array.of(index, 0), key.publicKey, context, secureRandom)
    if (index % 9 === 4) return good.slice(0, 20)
    if (index % 9 === 5) return Uint8Array.from([...LOW_ORDER, ...good.slice(32)])
    if (index % 9 === 6) return sealBallot(Uint8Array.of(index, 0), key.publicKey, Buffer.from('another'), secureRandom)
    return good
  })
  const whole = sealed.map((_, index) => ([4, 5, 6].includes(index % 9) ? null : index))
  expect(await firstBytes(sealed)).toEqual(whole)
})
