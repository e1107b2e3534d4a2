import { existsSync } from 'node:fs'
import type { BallotStore } from '#electron/host/urn/ballot-store.ts'
import { DISK_WORKER } from '#electron/host/urn/disk-thread.ts'
import { openUrn } from '#electron/host/urn/open-urn.ts'
import type { MeetingStatus } from '#shared/contract/meeting.ts'
import { readSetUp } from '#shared/domain/ballot/set-up/read-set-up.ts'
import { type Result, success } from '#shared/lib/result.ts'
import { boxFolder, urnPath } from './box-folder.ts'
import { type BoxInUse, statusOf } from './box-in-use.ts'
import { type BoxKey, sameBox } from './box-key.ts'
import { type Refusal, refusal, urnRefusal } from './refusals.ts'
import { watchedStore } from './watched-store.ts'

/** Where the one box stands that this computer has in use: locked, its station perhaps running. */
export type BoxRoom = {
  readonly current: () => BoxInUse | null
  /** Takes a box in use; the one before is put away, unless its station runs. */
  readonly use: (key: BoxKey) => Promise<Result<BoxInUse, Refusal>>
  /** Takes a box that is not on the disk (a rehearsal's). */
  readonly place: (key: BoxKey, store: BallotStore) => Promise<Result<BoxInUse, Refusal>>
  /** Puts the box away. */
  readonly leave: () => Promise<void>
  readonly stopStation: () => Promise<void>
  /** Tells the status, if it is another than was told last. */
  readonly tell: () => void
}

/**
 * An empty room. `told` hears how the box in use stands, whenever that changes. `thread`: the file of the thread that writes the
 * box, where a bundler moved it.
 */
export function boxRoom(
  data: string,
  told: (status: MeetingStatus) => void,
  thread: string | URL = DISK_WORKER,
): BoxRoom {
  let box: BoxInUse | null = null
  let last = ''

  // A batch of votes is told once, when it is done.
  let telling = false
  const tellSoon = () => {
    if (telling) return
    telling = true
    setImmediate(() => {
      telling = false
      tell()
    })
  }
  const tell = () => {
    if (!box) return
    const status = statusOf(box)
    const text = JSON.stringify(status)
    if (text !== last) told(status)
    last = text
  }
  const stopStation = async () => {
    const station = box?.station
    if (!box || !station) return
    box.station = null
    await station.stop()
    tell()
  }
  const leave = async () => {
    await stopStation()
    const left = box
    box = null
    last = ''
    await left?.store.release()
  }
  const place = async (key: BoxKey, store: BallotStore): Promise<Result<BoxInUse, Refusal>> => {
    if (box?.station) return refusal('busy')
    const setUp = readSetUp(store.identity.meeting)
    if (!setUp.ok) throw new Error('an urn is opened only with a meeting that can be read')
    await leave()
    // Callers pass a call's whole input, which may hold passphrases: only what names the box is kept, and told.
    const { year, meeting } = key
    box = { key: { year, meeting }, store: watchedStore(store, tellSoon), setUp: setUp.value, station: null }
    tell()
    return success(box)
  }

  return {
    current: () => box,
    use: async key => {
      if (box && sameBox(box.key, key)) return success(box)
      if (box?.station) return refusal('busy')
      const path = urnPath(boxFolder(data, key))
      // Nothing is locked or made for a box that is not there.
      if (!existsSync(path)) return refusal('not-found')
      const store = await openUrn(path, thread)
      return store.ok ? place(key, store.value) : urnRefusal(store.error)
    },
    place,
    leave,
    stopStation,
    tell,
  }
}
