import { type HubDatabase, hubDatabase } from '#electron/host/hub/hub-database.ts'
import type { HubStore } from '#electron/host/hub/hub-store.ts'
import { openHubBox } from '#electron/host/hub/open-hub-box.ts'
import { secureRandom } from '#electron/host/urn/secure-random.ts'
import { splitCast } from '#shared/domain/ballot/cast/cast-message.ts'
import { timeEach } from '#tests/bench/rounds.ts'
import type { PlantedHub } from './planted-hub.ts'

/**
 * What two stations do with votes once the network has brought them: two stores of one box take all of them, so many
 * waiting at each, with every check, in a place drawn by lot. Milliseconds for one vote.
 */
export async function castStraight(url: string, { votes }: PlantedHub, waiting: number): Promise<number> {
  const stores = [await openOne(url), await openOne(url)]
  const messages = votes.map(splitCast)
  let next = 0
  const lane = async (store: HubStore) => {
    for (let vote = messages[next++]; vote; vote = messages[next++]) {
      if ((await store.participate(vote.proof)) !== 'unused') throw new Error('a slip is not what it was')
      if ((await store.cast(vote.proof, vote.sealed)) !== 'recorded') throw new Error('a vote was not recorded')
    }
  }
  try {
    return await timeEach(messages.length, () =>
      Promise.all(stores.flatMap(({ store }) => Array.from({ length: waiting }, () => lane(store)))),
    )
  } finally {
    for (const { store, db } of stores) {
      await store.release()
      await db.end()
    }
  }
}

async function openOne(url: string): Promise<{ readonly store: HubStore; readonly db: HubDatabase }> {
  const db = hubDatabase(url)
  const store = await openHubBox(db, null, secureRandom)
  if (!store.ok) throw new Error(store.error.code)
  return { store: store.value, db }
}
