import { type Station, type StationFault, type StationOptions, startStation } from '#electron/host/station/station.ts'
import type { BallotStore } from '#electron/host/urn/ballot-store.ts'
import { publicBox } from '#shared/domain/ballot/cast/public-box.ts'
import { readHubSetUp } from '#shared/domain/ballot/set-up/read-set-up.ts'
import { failure, type Result } from '#shared/lib/result.ts'
import { readSealRecord } from './seal-record.ts'

export type ServeFault = StationFault | 'not-sealed' | 'closed' | 'damaged'

/** As a station's; `names` are none unless said. */
export type ServeOptions = Omit<StationOptions, 'store' | 'box' | 'names'> &
  Partial<Pick<StationOptions, 'names'>> & {
    /** The store is a hub's: voters are told. */
    readonly database?: boolean
  }

/** Runs the station of a box that is sealed and not yet opened. */
export async function serveBox(
  store: BallotStore,
  { database, ...options }: ServeOptions,
): Promise<Result<Station, ServeFault>> {
  const phase = store.phase()
  if (phase === 'created') return failure('not-sealed')
  if (phase !== 'sealed') return failure('closed')
  const setUp = readHubSetUp(store.identity.meeting)
  const record = readSealRecord(store.seal() ?? new Uint8Array())
  if (!setUp.ok || !record) return failure('damaged')
  const box = publicBox(store.identity.box, Buffer.from(record.publicKey, 'hex'), setUp.value)
  const shown = database ? ({ ...box, database } as const) : box
  return startStation({ ...options, store, box: shown, names: options.names ?? [] })
}
