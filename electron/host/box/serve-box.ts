import { type Station, type StationFault, startStation, type Timeouts } from '#electron/host/station/station.ts'
import type { StationPage } from '#electron/host/station/station-page.ts'
import type { BallotStore } from '#electron/host/urn/ballot-store.ts'
import { publicBox } from '#shared/domain/ballot/cast/public-box.ts'
import { readSetUp } from '#shared/domain/ballot/set-up/read-set-up.ts'
import { failure, type Result } from '#shared/lib/result.ts'
import { readSealRecord } from './seal-record.ts'

export type ServeFault = StationFault | 'not-sealed' | 'closed' | 'damaged'

export type ServeOptions = {
  readonly host: string
  readonly port: number
  readonly page: StationPage
  /** Names beside addresses by which phones may call the station, in lower case; none unless said. */
  readonly names?: readonly string[]
  readonly onBug: (name: string) => void
  readonly timeouts?: Timeouts
}

/** Runs the station of a box that is sealed and not yet opened. */
export async function serveBox(store: BallotStore, options: ServeOptions): Promise<Result<Station, ServeFault>> {
  const phase = store.phase()
  if (phase === 'created') return failure('not-sealed')
  if (phase !== 'sealed') return failure('closed')
  const setUp = readSetUp(store.identity.meeting)
  const record = readSealRecord(store.seal() ?? new Uint8Array())
  if (!setUp.ok || !record) return failure('damaged')
  const box = publicBox(store.identity.box, Buffer.from(record.publicKey, 'hex'), setUp.value)
  return startStation({ ...options, store, box, names: options.names ?? [] })
}
