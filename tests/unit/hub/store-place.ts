import { newSlips, type Slip } from '#electron/host/box/new-slips.ts'
import { proofsOf } from '#electron/host/box/slip-proofs.ts'
import { createHubBox } from '#electron/host/hub/create-hub-box.ts'
import { type HubDatabase, hubDatabase } from '#electron/host/hub/hub-database.ts'
import { migrate } from '#electron/host/hub/migrations.ts'
import { openHubBox } from '#electron/host/hub/open-hub-box.ts'
import type { BallotStore } from '#electron/host/urn/ballot-store.ts'
import { secureRandom } from '#electron/host/urn/secure-random.ts'
import type { MeetingSetUp } from '#shared/domain/ballot/set-up/meeting-set-up.ts'
import { MemoryDisk, PowerCut } from '#tests/crash/memory-disk.ts'
import { fillUrn, openStore } from '#tests/unit/box/build-box.ts'

/** A place where one box is kept, whatever keeps it. */
export type StorePlace = {
  readonly slips: readonly Slip[]
  /** The box as a new process finds it. The one before was released, or crashed. */
  readonly open: () => Promise<BallotStore>
  /** From here on, after a little more work, the store is cut off in the middle of it. */
  readonly crashSoon: (after: number) => Promise<void>
  /** Every byte that is kept of the box now. */
  readonly bytes: () => Promise<Buffer>
  readonly end: () => Promise<void>
}

export type HubPlace = StorePlace & {
  /** Does something before the n-th statement from here on that is part of no transaction. */
  readonly atQuery: (after: number, work: () => Promise<void>) => void
}

/** Whether an error is what a store says that was cut off. */
export function isCutOff(error: unknown): boolean {
  return error instanceof PowerCut
}

/** A new urn on a disk in memory. */
export async function urnPlace(setUp: MeetingSetUp): Promise<StorePlace> {
  const disk = new MemoryDisk(new Uint8Array(0), 1)
  const slips = await fillUrn(disk.file(), setUp)
  return {
    slips,
    open: async () => {
      disk.restart()
      return openStore(disk.file())
    },
    crashSoon: async after => disk.trouble({ kind: 'tear', at: after }),
    bytes: async () => Buffer.from(disk.image),
    end: async () => undefined,
  }
}

/** A new box in a database, its store's connections told apart from all others. */
export async function hubPlace(url: string, setUp: MeetingSetUp): Promise<HubPlace> {
  const box = Buffer.from(secureRandom(16)).toString('hex')
  const slips = newSlips(setUp, secureRandom)
  const watcher = hubDatabase(url)
  await migrate(watcher)
  await createHubBox(watcher, { box, setUp, proofs: proofsOf(setUp, slips, box) }, secureRandom)
  const databases: HubDatabase[] = []
  // Breaks the store's connection at the n-th statement from here on, before the database sees it.
  let left = Number.POSITIVE_INFINITY
  let query = { left: Number.POSITIVE_INFINITY, work: async () => {} }
  return {
    slips,
    atQuery: (after, work) => {
      query = { left: after, work }
    },
    open: async () => {
      left = Number.POSITIVE_INFINITY
      query = { left: Number.POSITIVE_INFINITY, work: async () => {} }
      const name = `pingyi-test-${databases.length}-${box}`
      const db = cutting(hubDatabase(`${url}?application_name=${name}`), async () => {
        if (--left > 0) return
        await watcher.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1', [
          name,
        ])
      })
      databases.push(db)
      const asked: HubDatabase = {
        ...db,
        query: async (text, values) => {
          if (--query.left === 0) await query.work()
          return db.query(text, values)
        },
      }
      const store = await openHubBox(asked, box, secureRandom)
      if (!store.ok) throw new Error(store.error.code)
      return store.value
    },
    crashSoon: async after => {
      left = after
    },
    bytes: () => tableBytes(watcher, box),
    end: async () => {
      for (const db of [...databases, watcher]) await db.end()
    },
  }
}

/** A database that is told before each statement. */
function cutting(db: HubDatabase, before: () => Promise<void>): HubDatabase {
  return {
    ...db,
    transaction: work =>
      db.transaction(query =>
        work(async (text, values) => {
          await before()
          return query(text, values)
        }),
      ),
  }
}

/** Everything that the tables of a box hold, one value after the other; bytes as they are. */
async function tableBytes(db: HubDatabase, box: string): Promise<Buffer> {
  const { rows: tables } = await db.query<{ readonly name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename LIKE 'pingyi%' ORDER BY 1",
  )
  const values: Buffer[] = []
  for (const { name } of tables) {
    if (name !== 'pingyi_boxes' && !name.endsWith(box)) continue
    const { rows } = await db.query<Readonly<Record<string, unknown>>>(`SELECT * FROM ${name}`)
    for (const row of rows)
      for (const value of Object.values(row)) values.push(Buffer.isBuffer(value) ? value : Buffer.from(String(value)))
  }
  return Buffer.concat(values)
}
