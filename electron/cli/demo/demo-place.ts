import { join } from 'node:path'
import { createBox } from '#electron/host/box/create-box.ts'
import type { HubDatabase } from '#electron/host/hub/hub-database.ts'
import { makeHubBox } from '#electron/host/hub/make-hub-box.ts'
import { openHubBox } from '#electron/host/hub/open-hub-box.ts'
import type { BallotStore } from '#electron/host/urn/ballot-store.ts'
import { openUrn } from '#electron/host/urn/open-urn.ts'
import { secureRandom } from '#electron/host/urn/secure-random.ts'
import type { MeetingSetUp } from '#shared/domain/ballot/set-up/meeting-set-up.ts'
import type { Result } from '#shared/lib/result.ts'

/** Where the demo's ballots are kept, and the stations that take them. */
export type DemoPlace = {
  /** Stations that run side by side. */
  readonly stations: number
  /** In words, after "码条 … 张，… 部手机已投". */
  readonly told: string
  /** Makes the empty box and its slips as a file. */
  readonly create: (setUp: MeetingSetUp, slips: string) => Promise<Result<unknown, { readonly code: string }>>
  readonly open: () => Promise<Result<BallotStore, { readonly code: string }>>
  /** The arguments of the command that runs a station of the box. */
  readonly serve: () => readonly string[]
  /** Leaves nothing of the demo where others keep theirs. */
  readonly clear: () => Promise<void>
}

/** The laptop alone: an urn file in a folder, one station. */
export function laptopPlace(folder: string): DemoPlace {
  const urn = join(folder, '票箱.urn')
  return {
    stations: 1,
    told: '中途投票站被强行结束一次并重开',
    create: (setUp, slips) => createBox(setUp, { urn, slips }, secureRandom),
    open: () => openUrn(urn),
    serve: () => ['box', 'serve', urn],
    clear: async () => undefined,
  }
}

/** A hub: the same meeting in a database, over two stations. */
export function hubPlace(db: HubDatabase): DemoPlace {
  let box = ''
  return {
    stations: 2,
    told: '两个投票站共用一个数据库，中途一个被强行结束并另起一个',
    create: async (setUp, slips) => {
      const made = await makeHubBox(db, setUp, slips, secureRandom)
      if (made.ok) box = made.value
      return made
    },
    open: () => openHubBox(db, box, secureRandom),
    serve: () => ['hub', 'serve', '--box', box],
    clear: async () => {
      await db.query("DELETE FROM pingyi_boxes WHERE box = $1 AND phase = 'destroyed'", [box])
    },
  }
}
