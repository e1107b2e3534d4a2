import { existsSync } from 'node:fs'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { BallotStore } from '#electron/host/urn/ballot-store.ts'
import { openUrn } from '#electron/host/urn/open-urn.ts'
import { isDiskError } from '#electron/host/urn/urn-file.ts'
import { writeWholeFile } from '#electron/host/write-whole-file.ts'
import type { CallOutput } from '#shared/contract/contract.ts'
import { joinHalls } from '#shared/domain/ballot/set-up/join-halls.ts'
import { readSetUp } from '#shared/domain/ballot/set-up/read-set-up.ts'
import { type Result, success } from '#shared/lib/result.ts'
import { readCopy } from './box-copy.ts'
import { boxFolder, urnPath } from './box-folder.ts'
import { type BoxInUse, suggestionsOf } from './box-in-use.ts'
import type { BoxKey } from './box-key.ts'
import { diskRefusal, type Refusal, refusal, urnRefusal } from './refusals.ts'

type Outcome<T> = Promise<Result<T, Refusal>>
type Halls = CallOutput<'meeting.halls'>

/*
 * The boxes of a meeting's other halls lie in its own folder, one folder each, named by the box: `halls/<box>/box.urn`.
 * They stay there after the count as the first does, emptied, so that an opening that was cut off finds them again.
 */
function hallsFolder(data: string, key: BoxKey): string {
  return join(boxFolder(data, key), 'halls')
}

/** Does something with the other halls' boxes, each locked meanwhile; none where there are none. */
export async function withHalls<T>(
  data: string,
  { key }: BoxInUse,
  work: (others: readonly BallotStore[]) => Outcome<T> | Result<T, Refusal>,
): Outcome<T> {
  const stores: BallotStore[] = []
  try {
    for (const id of await hallIds(data, key)) {
      const store = await openUrn(urnPath(join(hallsFolder(data, key), id)))
      if (!store.ok) return urnRefusal(store.error)
      stores.push(store.value)
    }
    return await work(stores)
  } finally {
    for (const store of stores) await store.release()
  }
}

/** How many halls the meeting has, and what the others' boxes hold: numbers of ballots, never a mark. */
export function hallsOf(data: string, box: BoxInUse): Outcome<Halls> {
  return withHalls(data, box, others =>
    success({
      halls: box.setUp.halls ?? 1,
      boxes: others.map(store => ({
        box: store.identity.box,
        ballots: ballotsIn(store),
        suggestions: suggestionsOf(store, box.setUp),
      })),
    }),
  )
}

/** Does something with one of the meeting's boxes: this one, or the other hall's of that id, locked meanwhile. */
export async function withBox<T>(
  data: string,
  box: BoxInUse,
  hall: string | undefined,
  work: (store: BallotStore) => Outcome<T>,
): Outcome<T> {
  if (hall === undefined) return work(box.store)
  return withHalls(data, box, others => {
    const store = others.find(({ identity }) => identity.box === hall)
    return store ? work(store) : refusal('not-found')
  })
}

/** Takes an added hall's box out again, while nothing of it is counted: that hall's own computer has it still. */
export async function removeHall(data: string, box: BoxInUse, hall: string): Outcome<Halls> {
  const phase = await withBox(data, box, hall, async store => success(store.phase()))
  if (!phase.ok) return phase
  if (phase.value !== 'closed' || box.store.phase() !== 'closed') return refusal('not-closed')
  try {
    await rm(join(hallsFolder(data, box.key), hall), { recursive: true, force: true })
  } catch (error) {
    if (!isDiskError(error)) throw error
    return diskRefusal(error.code ?? '')
  }
  return hallsOf(data, box)
}

/**
 * Adds a hall's box out of its copy. Only one whose voting has ended: what is cast later would be lost. It is looked at
 * beside its place first; what does not belong here leaves nothing.
 */
export async function addHall(data: string, box: BoxInUse, file: Uint8Array): Outcome<Halls> {
  if (box.store.phase() !== 'closed') return refusal('not-closed')
  const copy = readCopy(Buffer.from(file))
  if (!copy) return refusal('not-a-copy')
  const present = await hallIds(data, box.key)
  const folder = hallsFolder(data, box.key)
  const arriving = join(folder, 'arriving')
  try {
    await mkdir(arriving, { recursive: true, mode: 0o700 })
    await writeWholeFile(urnPath(arriving), copy.urn, 0o600)
    const looked = await lookAt(urnPath(arriving), box)
    if (!looked.ok) return looked
    const id = looked.value
    if (id === box.store.identity.box || present.includes(id)) return refusal('same-box')
    if (present.length + 1 >= (box.setUp.halls ?? 1)) return refusal('bad-request')
    await mkdir(join(folder, id), { recursive: true, mode: 0o700 })
    await writeWholeFile(urnPath(join(folder, id)), copy.urn, 0o600)
    return await hallsOf(data, box)
  } catch (error) {
    if (!isDiskError(error)) throw error
    return diskRefusal(error.code ?? '')
  } finally {
    await rm(arriving, { recursive: true, force: true }).catch(() => undefined)
  }
}

/** The id of a box that may open with this one. */
async function lookAt(path: string, { setUp }: BoxInUse): Outcome<string> {
  const store = await openUrn(path)
  if (!store.ok) return urnRefusal(store.error)
  const { identity } = store.value
  const phase = store.value.phase()
  await store.value.release()
  const own = readSetUp(identity.meeting)
  if (!own.ok || !joinHalls([setUp, own.value]).ok) return refusal('other-meeting')
  return phase === 'closed' ? success(identity.box) : refusal('not-closed')
}

async function hallIds(data: string, key: BoxKey): Promise<string[]> {
  const names = await readdir(hallsFolder(data, key)).catch((error: unknown) => {
    if (isDiskError(error) && error.code === 'ENOENT') return []
    throw error
  })
  // Cut off while a box was being written, a folder is empty: nothing was added.
  return names
    .filter(name => /^[0-9a-f]{32}$/.test(name) && existsSync(urnPath(join(hallsFolder(data, key), name))))
    .sort()
}

function ballotsIn(store: BallotStore): number {
  return [...store.filled().values()].reduce((total, count) => total + count, 0)
}
