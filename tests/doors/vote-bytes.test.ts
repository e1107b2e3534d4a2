import { test } from 'vitest'
import { decodeCast } from '#shared/domain/ballot/cast/cast-message.ts'
import { decodeRows, encodeRows } from '#shared/domain/ballot/cast/encode-rows.ts'
import { ballotContext } from '#shared/domain/ballot/sealed/ballot-context.ts'
import { newBoxKey } from '#shared/domain/ballot/sealed/box-key.ts'
import { sealBallot } from '#shared/domain/ballot/sealed/seal-ballot.ts'
import { seededRandom } from '#tests/anonymity/seeded-random.ts'
import { scaled } from '#tests/crash/depth.ts'
import { plantBox } from '#tests/crash/planted-box.ts'
import { buildSetUp } from '#tests/unit/box/build-set-up.ts'
import { openWith } from '#tests/unit/box/open-with.ts'
import { guardPrototypes, tryDoor } from './door.ts'
import { below, mutateBytes } from './mutate.ts'

// What stands in a slot, and what comes out of it at the opening.

guardPrototypes()

test('the bytes of a vote', async () => {
  const setUp = buildSetUp({ groups: [{ id: 'A', name: '组', slips: 3 }] }, { people: 20 })
  const { box } = await plantBox(setUp)
  const { meeting } = box
  const rows = new Uint32Array(20).map((_, row) => row % 6)
  const plain = encodeRows(rows, meeting)
  await tryDoor(
    'rows of an opened ballot',
    scaled(1_500, 150_000),
    draw => (below(9, draw) === 0 ? plain : mutateBytes(plain, draw)),
    bytes => {
      const read = decodeRows(bytes, meeting)
      // Nothing may hide beside the rows: what is read is what would be written.
      if (read && !Buffer.from(encodeRows(read, meeting)).equals(bytes)) throw new Error('more than its rows')
      return read ? 'read' : 'refused'
    },
  )
  const random = seededRandom(1)
  const { secretKey, publicKey } = newBoxKey(random)
  const context = ballotContext(box.box, meeting, 'A')
  const sealed = sealBallot(plain, publicKey, context, random)
  await tryDoor(
    'sealed ballot',
    scaled(150, 6_000),
    draw => (below(9, draw) === 0 ? sealed : mutateBytes(sealed, draw)),
    bytes => {
      const opened = openWith(bytes, { secretKey, publicKey }, context)
      if (opened && !Buffer.from(bytes).equals(sealed)) throw new Error('a changed ballot opens')
      decodeCast(bytes, meeting)
      return opened ? 'read' : 'refused'
    },
  )
})
