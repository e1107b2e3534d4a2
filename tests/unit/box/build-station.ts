import { type ConnectedStation, connectStation } from '#electron/host/box/connect-station.ts'
import type { Slip } from '#electron/host/box/new-slips.ts'
import { type ServeOptions, serveBox } from '#electron/host/box/serve-box.ts'
import type { Station } from '#electron/host/station/station.ts'
import { PLAIN_PAGE } from '#electron/host/station/station-page.ts'
import type { BallotStore } from '#electron/host/urn/ballot-store.ts'
import type { MeetingSetUp } from '#shared/domain/ballot/set-up/meeting-set-up.ts'
import { MemoryDisk } from '#tests/crash/memory-disk.ts'
import { fillUrn, openStore, sealForVoters } from './build-box.ts'

export type RunningStation = {
  readonly disk: MemoryDisk
  readonly store: BallotStore
  readonly slips: readonly Slip[]
  readonly station: Station
  readonly phone: ConnectedStation
  /** What `onBug` was told. */
  readonly bugs: readonly string[]
}

/** A sealed box on a disk in memory with its station on a real socket. */
export async function startBox(setUp: MeetingSetUp, options: Partial<ServeOptions> = {}): Promise<RunningStation> {
  const disk = new MemoryDisk(new Uint8Array(0), 1)
  const slips = await fillUrn(disk.file(), setUp)
  const store = await openStore(disk.file())
  await sealForVoters(store, setUp)
  const bugs: string[] = []
  const station = await serveBox(store, {
    host: '127.0.0.1',
    port: 0,
    page: PLAIN_PAGE,
    onBug: name => bugs.push(name),
    ...options,
  })
  if (!station.ok) throw new Error(station.error)
  const phone = await connectStation(station.value.url)
  if (!phone) throw new Error('the station does not answer')
  return { disk, store, slips, station: station.value, phone, bugs }
}
