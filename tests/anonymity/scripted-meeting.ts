import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type OpenOptions, openBox } from '#electron/host/box/open-box.ts'
import { releasedTexts, releaseSuggestions } from '#electron/host/box/release-suggestions.ts'
import { serveBox } from '#electron/host/box/serve-box.ts'
import { PLAIN_PAGE } from '#electron/host/station/station-page.ts'
import type { BallotStore } from '#electron/host/urn/ballot-store.ts'
import { openUrnOn } from '#electron/host/urn/open-urn.ts'
import { openUrnFile, type UrnFile } from '#electron/host/urn/urn-file.ts'
import { CAST_TYPE } from '#shared/domain/ballot/cast/cast-message.ts'
import { DRAFT_PATH } from '#shared/domain/ballot/cast/draft-half.ts'
import type { RandomBytes } from '#shared/domain/ballot/random-bytes.ts'
import { TELLERS } from '#tests/unit/box/build-box.ts'
import { collectEvidence, type Evidence, withFile } from './evidence.ts'
import { type PlantedRoom, type RoomVote, votesOf } from './plant-room.ts'
import type { World } from './script.ts'
import { writeYear } from './write-year.ts'

/** A meeting under way, as a leak sees it. */
export type Room = {
  readonly folder: string
  readonly planted: PlantedRoom
  readonly votes: readonly RoomVote[]
}

/**
 * One mistake that a program could make, put in at a seam that is there anyway: the urn's randomness, its file, the
 * store behind the station, the opening, what is written afterwards. Nothing of the product is changed for it.
 */
export type Leak = {
  readonly random?: (honest: RandomBytes, room: Room) => RandomBytes
  readonly file?: (honest: UrnFile, room: Room) => UrnFile
  readonly store?: (honest: BallotStore, room: Room) => BallotStore
  readonly open?: (store: BallotStore, options: OpenOptions, room: Room) => Promise<string>
  /** Around the voting: gives back what ends it. */
  readonly voting?: (room: Room) => () => void
  readonly after?: (room: Room) => Promise<void>
}

/** Who pressed submit when, and all that stood on the computer's disk and was answered between two votes. */
export type Moment = {
  readonly at: number
  readonly evidence: Evidence
  readonly answers: readonly string[]
}

export type Held = {
  readonly votes: readonly RoomVote[]
  /** Before the first vote, and after each. */
  readonly moments: readonly Moment[]
  /** After the count; with what the box gave, as the command prints it. */
  readonly left: Evidence
}

export type Options = {
  /** The urn's and the opening's randomness; the phones' own. */
  readonly random: RandomBytes
  readonly phones: RandomBytes
  /** Also collects the bytes between any two votes. */
  readonly watch?: boolean
  /** Also prints a sheet. */
  readonly print?: boolean
  /** A teller releases all suggestions after the count. */
  readonly release?: boolean
}

/** Holds one world of a planted meeting over the real station on a real socket and a real file, up to the year's file. */
export async function holdScripted(
  planted: PlantedRoom,
  world: World,
  folder: string,
  { random: honest, phones, watch = false, print = false, release = false }: Options,
  leak: Leak = {},
): Promise<Held> {
  const votes = votesOf(planted, world, phones)
  const room: Room = { folder, planted, votes }
  const random = leak.random?.(honest, room) ?? honest
  const path = join(folder, 'm.urn')
  await writeFile(path, planted.image, { mode: 0o600 })

  const openStore = async (): Promise<BallotStore> => {
    const file = await openUrnFile(path, { create: false })
    const store = await openUrnOn(leak.file?.(file, room) ?? file, random)
    if (!store.ok) throw new Error(store.error.code)
    return leak.store?.(store.value, room) ?? store.value
  }
  const moments: Moment[] = []
  const nothing: Evidence = { files: new Map(), facts: new Map() }
  const look = async (answers: readonly string[]) => {
    moments.push({ at: Date.now(), evidence: watch ? await collectEvidence(folder) : nothing, answers })
  }

  const endVoting = leak.voting?.(room)
  const half = Math.floor(votes.length / 2)
  for (const part of [votes.slice(0, half), votes.slice(half)]) {
    const store = await openStore()
    const station = await serveBox(store, { host: '127.0.0.1', port: 0, page: PLAIN_PAGE, onBug: bug })
    if (!station.ok) throw new Error(station.error)
    if (moments.length === 0) await look([])
    for (const vote of part) await look(await castOne(station.value.url, vote))
    await station.value.stop()
    await store.release()
  }
  endVoting?.()

  const store = await openStore()
  const options: OpenOptions = { voidDamaged: false, random, progress: () => undefined }
  const counts = await (leak.open ?? openHonestly)(store, options, room)
  if (release) await releaseSuggestions(store, [TELLERS[0]], 'all')
  const released = Buffer.from(releasedTexts(store).join('\n'))
  await store.release()
  await writeYear(folder, planted.script.setUp, counts, print)
  await leak.after?.(room)
  const left = withFile(await collectEvidence(folder), 'what the box gives', Buffer.from(counts))
  return { votes, moments, left: release ? withFile(left, 'what was released', released) : left }
}

async function openHonestly(store: BallotStore, options: OpenOptions): Promise<string> {
  const opened = await openBox(store, TELLERS.slice(0, 2), options)
  if (!opened.ok) throw new Error(opened.error.code)
  return opened.value.counts
}

function bug(name: string): never {
  throw new Error(`the station has a bug: ${name}`)
}

/** One phone from its first request to its acknowledgement; every answer, heads included. */
async function castOne(url: string, { agent, body, proof }: RoomVote): Promise<string[]> {
  const headers = { 'User-Agent': agent, Cookie: agent, 'X-Forwarded-For': agent, 'X-Real-IP': agent }
  const posted = { ...headers, 'Content-Type': CAST_TYPE }
  const page = await answer(fetch(`${url}?from=${agent}`, { headers }))
  const meeting = await answer(fetch(new URL('/meeting', url), { headers }))
  const half = await answer(
    fetch(new URL(DRAFT_PATH, url), { method: 'POST', headers: posted, body: Uint8Array.from(proof) }),
  )
  const first = await answer(fetch(url, { method: 'POST', headers: posted, body }))
  if (!first.endsWith('{"status":"recorded"}')) throw new Error(`not recorded: ${first}`)
  // A double tap.
  const second = await answer(fetch(url, { method: 'POST', headers: posted, body }))
  return [page, meeting, half, first, second]
}

async function answer(asked: Promise<Response>): Promise<string> {
  const response = await asked
  return `${response.status} ${JSON.stringify([...response.headers])}\n${await response.text()}`
}
