import type { Slip } from '#electron/host/box/new-slips.ts'
import type { PublicBox } from '#shared/domain/ballot/cast/public-box.ts'
import type { MeetingSetUp } from '#shared/domain/ballot/set-up/meeting-set-up.ts'
import { buildVote, fillUrn, openStore, partsOf, sealForVoters } from '#tests/unit/box/build-box.ts'
import { MemoryDisk } from './memory-disk.ts'

export type PlantedVote = { readonly slip: Slip; readonly proof: Uint8Array; readonly sealed: Uint8Array }

/** A sealed, empty box as a disk's image, and one vote for each slip, each to be recognised by its sealed bytes. */
export type PlantedBox = {
  readonly image: Uint8Array
  readonly box: PublicBox
  readonly votes: readonly PlantedVote[]
}

/**
 * Builds one box to be voted on in many runs. The ballot of the n-th slip (in the order of the meeting's groups) marks the
 * n-th instructor 优秀 and nobody else, so that a tally shows each single ballot: 0 lost, 1 counted, 2 counted twice.
 */
export async function plantBox(
  setUp: MeetingSetUp,
  suggestionOf: (index: number) => string = () => '',
): Promise<PlantedBox> {
  const disk = new MemoryDisk(new Uint8Array(0), 1)
  const file = disk.file()
  const slips = await fillUrn(file, setUp)
  const store = await openStore(file)
  const box = await sealForVoters(store, setUp)
  await store.release()
  await file.run(['flush'])
  const ordered = setUp.groups.flatMap(({ id }) => slips.filter(({ group }) => group === id))
  const votes = ordered.map((slip, index) => {
    const instructor = setUp.instructors[index]?.id ?? ''
    const peers = setUp.groups.find(({ id }) => id === slip.group)?.peers === true
    const self = setUp.instructors.find(({ id }) => id !== instructor)?.id
    const ballot = {
      marks: { [instructor]: { overall: 'excellent' } },
      ...(peers ? { self } : {}),
      suggestion: suggestionOf(index),
    }
    return { slip, ...partsOf(box, buildVote(box, slip.digits, ballot)) }
  })
  return { image: disk.image, box, votes }
}
