import type { HubDatabase, Query } from '#electron/host/hub/hub-database.ts'
import { secureRandom } from '#electron/host/urn/secure-random.ts'
import type { RandomBytes } from '#shared/domain/ballot/random-bytes.ts'

/** A leak put into a hub on purpose, and the check that must find it. */
export type HubLeak = {
  readonly name: string
  readonly caughtBy: 'order' | 'join' | 'markers' | 'tables'
  readonly db?: (db: HubDatabase) => HubDatabase
  readonly random?: () => RandomBytes
}

export const HUB_LEAKS: readonly HubLeak[] = [
  { name: 'slots are filled one after the other', caughtBy: 'order', random: nought },
  { name: 'a slot ends with a piece of its slip’s hash', caughtBy: 'join', db: db => rewriting(db, signedSlots()) },
  { name: 'a table keeps who voted when', caughtBy: 'tables', db: db => rewriting(db, diary) },
  { name: 'the counts keep a sealed ballot', caughtBy: 'markers', db: db => rewriting(db, ballotInCounts()) },
]

/** "Random" numbers that are all nought: whoever draws places with them gets one after the other. */
function nought(): RandomBytes {
  // Numbers are drawn from seven bytes each.
  return length => (length % 7 === 0 ? new Uint8Array(length) : secureRandom(length))
}

type Rewrite = (text: string, values: readonly unknown[], query: Query) => Promise<readonly unknown[]>

function rewriting(db: HubDatabase, rewrite: Rewrite): HubDatabase {
  const through =
    (query: Query): Query =>
    async (text, values = []) =>
      query(text, await rewrite(text, values, query))
  return { ...db, query: through(db.query), transaction: work => db.transaction(query => work(through(query))) }
}

function signedSlots(): Rewrite {
  let marks: readonly Buffer[] = []
  return async (text, values) => {
    if (text.includes('SET voted')) marks = (values[0] as readonly Buffer[]) ?? []
    if (!text.includes('SET bytes')) return values
    const slots = values[1] as readonly Buffer[]
    return [
      values[0],
      slots.map((bytes, index) =>
        Buffer.concat([bytes.subarray(0, -8), marks[index]?.subarray(0, 8) ?? bytes.subarray(-8)]),
      ),
    ]
  }
}

const diary: Rewrite = async (text, values, query) => {
  if (!text.includes('SET voted')) return values
  await query('CREATE TABLE IF NOT EXISTS pingyi_diary (at text, mark bytea)')
  for (const mark of values[0] as readonly Buffer[])
    await query('INSERT INTO pingyi_diary VALUES (clock_timestamp()::text, $1)', [mark])
  return values
}

function ballotInCounts(): Rewrite {
  let sealed: Buffer | null = null
  return async (text, values) => {
    if (text.includes('SET bytes')) sealed ??= (values[1] as readonly Buffer[])[0] ?? null
    if (!text.includes('SET counts') || !sealed) return values
    return [values[0], Buffer.concat([values[1] as Buffer, sealed]), ...values.slice(2)]
  }
}
