import { afterEach, describe, expect, test } from 'vitest'
import { unlockSuggestions } from '#electron/host/box/locked-suggestions.ts'
import { openBox } from '#electron/host/box/open-box.ts'
import type { BallotStore } from '#electron/host/urn/ballot-store.ts'
import { secureRandom } from '#electron/host/urn/secure-random.ts'
import { type CastMessage, sealedBytes } from '#shared/domain/ballot/cast/cast-message.ts'
import type { PublicBox } from '#shared/domain/ballot/cast/public-box.ts'
import type { MeetingSetUp } from '#shared/domain/ballot/set-up/meeting-set-up.ts'
import { publicMeeting } from '#shared/domain/ballot/set-up/public-meeting.ts'
import { sealSuggestion } from '#shared/domain/ballot/suggestion/seal-suggestion.ts'
import { buildVote, partsOf, sealForVoters, slipsOf, TELLERS } from '#tests/unit/box/build-box.ts'
import { buildSetUp } from '#tests/unit/box/build-set-up.ts'
import { isCutOff, type StorePlace } from './store-place.ts'

const setUp = buildSetUp()
const speaking = buildSetUp({ suggestions: true })
const MARKS = ['excellent', 'competent', 'basic'] as const

/** What every store of ballots must do, whatever keeps the ballots: the urn file, a hub's database. */
export function describeStore(name: string, newPlace: (setUp: MeetingSetUp) => Promise<StorePlace>): void {
  describe(name, () => {
    let place: StorePlace | null = null

    afterEach(async () => {
      await place?.end()
      place = null
    })

    async function sealedBox() {
      const made = await newPlace(setUp)
      place = made
      const store = await made.open()
      const box = await sealForVoters(store, setUp)
      return { place: made, store, box, votes: votesOf(made, box) }
    }

    // Catches: two phones with one slip both counted, or the later of two ballots taken for the first.
    test('100 parallel submits of one slip record one of them', async () => {
      const { place: made, store, box } = await sealedBox()
      const code = slipsOf(made.slips, 'A')[0]?.digits ?? ''
      const votes = Array.from({ length: 100 }, (_, index) =>
        partsOf(box, buildVote(box, code, { marks: { i01: { overall: MARKS[index % 3] ?? '' } } })),
      )
      const outcomes = await Promise.all(votes.map(({ proof, sealed }) => store.cast(proof, sealed)))
      expect(outcomes.filter(outcome => outcome === 'recorded')).toHaveLength(1)
      expect(outcomes.filter(outcome => outcome === 'already-recorded')).toHaveLength(99)
      await store.close()
      const recorded = votes[outcomes.indexOf('recorded')]
      expect((await ballotsIn(store)).get('A')).toEqual([hex(recorded?.sealed)])
    })

    // Catches: a ballot in another group's slots, one that overwrites another, a group that is full too early.
    test('every slip of every group votes, all at once', async () => {
      const { store, votes } = await sealedBox()
      const outcomes = await Promise.all(votes.map(({ proof, sealed }) => store.cast(proof, sealed)))
      expect(new Set(outcomes)).toEqual(new Set(['recorded']))
      await store.close()
      const kept = await ballotsIn(store)
      for (const { id } of setUp.groups)
        expect([...(kept.get(id) ?? [])].sort()).toEqual(
          votes
            .filter(({ group }) => group === id)
            .map(({ sealed }) => hex(sealed))
            .sort(),
        )
    })

    // Catches: a voter told "not recorded" whose second try counts again, also by the next process.
    test('a submit whose answer was lost is recorded once', async () => {
      const { place: made, store, votes } = await sealedBox()
      const { proof, sealed } = vote(votes)
      expect(await store.cast(proof, sealed)).toBe('recorded')
      expect(await store.cast(proof, sealed)).toBe('already-recorded')
      await store.release()
      const again = await made.open()
      expect(await again.participate(proof)).toBe('used')
      expect(await again.cast(proof, sealed)).toBe('already-recorded')
      await again.close()
      expect([...(await ballotsIn(again)).values()].flat()).toEqual([hex(sealed)])
    })

    // Catches: an acknowledged ballot that is gone, half a batch, a slip that is used up without a ballot.
    test.each([1, 2, 3, 4, 5, 6, 7, 8])('cut off in the middle of step %d of the voting', async step => {
      const { place: made, store, votes } = await sealedBox()
      await made.crashSoon(step)
      const outcomes = await Promise.all(
        votes.map(({ proof, sealed }) => store.cast(proof, sealed).catch(refusedOrBug)),
      )
      expect(outcomes).toContain('storage')
      const again = await made.open()
      for (const [index, { proof }] of votes.entries())
        if (outcomes[index] === 'recorded') expect(await again.participate(proof)).toBe('used')
      const retried = await Promise.all(votes.map(({ proof, sealed }) => again.cast(proof, sealed)))
      expect(retried.filter(outcome => outcome !== 'recorded' && outcome !== 'already-recorded')).toEqual([])
      await again.close()
      expect([...(await ballotsIn(again)).values()].flat().sort()).toEqual(
        votes.map(({ sealed }) => hex(sealed)).sort(),
      )
    })

    test('takes no votes before it is sealed, nor unknown slips, nor ballots of another size', async () => {
      place = await newPlace(setUp)
      const store = await place.open()
      expect(await store.cast(new Uint8Array(32), new Uint8Array(112))).toBe('closed')
      const box = await sealForVoters(store, setUp)
      const { proof, sealed } = vote(votesOf(place, box))
      expect(await store.cast(secureRandom(32), sealed)).toBe('unknown-slip')
      expect(await store.participate(secureRandom(32))).toBe('unknown-slip')
      expect(await store.cast(proof, sealed.slice(1))).toBe('bad-request')
      expect(await store.participate(proof)).toBe('unused')
    })

    test('is sealed once', async () => {
      const { store } = await sealedBox()
      const seal = store.seal()
      expect(await store.sealWith(Buffer.from('another'))).toBe(false)
      expect(store.seal()).toEqual(seal)
    })

    // Catches: a draft that a restart makes unreadable, or one that stays readable after the vote.
    test('gives a slip’s half of its draft key until it has voted, the same after a restart', async () => {
      const { place: made, store, votes } = await sealedBox()
      const { proof, sealed } = vote(votes)
      const half = await store.draftHalf(proof)
      expect(half).toHaveLength(32)
      expect(await store.draftHalf(secureRandom(32))).toBeNull()
      await store.release()
      const again = await made.open()
      expect(hex(await again.draftHalf(proof))).toBe(hex(half))
      await again.cast(proof, sealed)
      expect(await again.draftHalf(proof)).toBeNull()
    })

    // Catches: paper that takes the slots of slips that have not voted yet, or a bundle taken in part.
    test('takes bundles of paper whole, and no more than the group has', async () => {
      const { store, box, place: made } = await sealedBox()
      const ballots = ['basic', 'excellent', 'competent'].map(mark => {
        const code = slipsOf(made.slips, 'A')[0]?.digits ?? ''
        return partsOf(box, buildVote(box, code, { marks: { i01: { overall: mark } } })).sealed
      })
      expect(await store.castPaper('A', ballots)).toBe('full')
      expect(await store.castPaper('none', ballots)).toBe('unknown-group')
      expect(await store.castPaper('A', ballots.slice(1))).toBe('recorded')
      expect(await store.castPaper('A', ballots.slice(0, 1))).toBe('full')
      expect([store.paper().get('A'), store.filled().get('A')]).toEqual([2, 2])
    })

    test('takes nothing after it is closed, also for the next process', async () => {
      const { place: made, store, votes } = await sealedBox()
      const { proof, sealed } = vote(votes)
      await store.close()
      expect(await store.cast(proof, sealed)).toBe('closed')
      await store.release()
      const again = await made.open()
      expect([again.phase(), await again.cast(proof, sealed)]).toEqual(['closed', 'closed'])
      expect(await again.draftHalf(proof)).toBeNull()
    })

    // Catches: a value by which a slip and its sealed ballot could be joined; anything left after the opening.
    test('is opened once: the same counts for ever, and no ballot, slip or key left', async () => {
      const { place: made, store, votes } = await sealedBox()
      for (const { proof, sealed } of votes) await store.cast(proof, sealed)
      const seal = Buffer.from(store.seal() ?? '')
      const one = Buffer.from(vote(votes).sealed)
      expect((await made.bytes()).includes(one)).toBe(true)
      const options = { voidDamaged: false, random: secureRandom, progress: () => undefined }
      const opened = await openBox(store, TELLERS, options)
      if (!opened.ok) throw new Error(opened.error.code)
      expect(JSON.parse(opened.value.counts).groups[0]).toEqual({ id: 'A', printed: 8, returned: 8, void: 0 })
      await store.release()
      const again = await made.open()
      expect(again.phase()).toBe('destroyed')
      expect(await openBox(again, [], options)).toMatchObject({ ok: true, value: { counts: opened.value.counts } })
      expect(await again.cast(vote(votes).proof, one)).toBe('closed')
      expect([...again.filled().values(), ...again.paper().values()].every(count => count === 0)).toBe(true)
      const left = await made.bytes()
      for (const { sealed } of votes) expect(left.includes(Buffer.from(sealed))).toBe(false)
      expect(left.includes(seal)).toBe(false)
    })

    describe('with suggestions', () => {
      const words = ['希望多到一线走访', '', '培训可以安排在周末']

      async function speakingBox() {
        const made = await newPlace(speaking)
        place = made
        const store = await made.open()
        const box = await sealForVoters(store, speaking)
        const votes = made.slips.map(({ digits, group }, index) => {
          const suggestion = words[index % words.length] ?? ''
          const ballot = group === 'D' ? { marks: {}, self: 'i01', suggestion } : { marks: {}, suggestion }
          return partsOf(box, buildVote(box, digits, ballot))
        })
        return { place: made, store, box, votes }
      }
      const paperOf = (box: PublicBox, ...texts: readonly string[]) =>
        texts.map(text => sealSuggestion(text, Buffer.from(box.publicKey, 'hex'), box, secureRandom))
      const options = { voidDamaged: false, random: secureRandom, progress: () => undefined }

      // Catches: a suggestion that is only there where one was written, one in a group's slots, a vote without its own.
      test('every vote fills a slot of their own pile, written or not, in the same commit', async () => {
        const { store, votes } = await speakingBox()
        const outcomes = await Promise.all(votes.map(({ proof, sealed }) => store.cast(proof, sealed)))
        expect(new Set(outcomes)).toEqual(new Set(['recorded']))
        await store.close()
        const ballots = sealedBytes(publicMeeting(speaking))
        const pile = await store.readSuggestions()
        expect(pile.damaged).toBe(0)
        expect(pile.sealed.map(hex).sort()).toEqual(votes.map(({ sealed }) => hex(sealed.slice(ballots))).sort())
        expect([...(await ballotsIn(store)).values()].flat().sort()).toEqual(
          votes.map(({ sealed }) => hex(sealed.slice(0, ballots))).sort(),
        )
      })

      test.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])(
        'cut off in step %d: ballot and suggestion, or neither',
        async step => {
          const { place: made, store, votes } = await speakingBox()
          await made.crashSoon(step)
          await Promise.all(votes.map(({ proof, sealed }) => store.cast(proof, sealed).catch(refusedOrBug)))
          const again = await made.open()
          const used = await Promise.all(votes.map(({ proof }) => again.participate(proof)))
          await again.close()
          const voted = votes.filter((_, index) => used[index] === 'used').map(({ sealed }) => hex(sealed))
          const ballots = [...(await ballotsIn(again)).values()].flat()
          const pile = (await again.readSuggestions()).sealed.map(hex)
          expect([ballots.length, pile.length]).toEqual([voted.length, voted.length])
          for (const one of [...ballots, ...pile]) expect(voted.some(vote => vote.includes(one))).toBe(true)
        },
      )

      // Catches: a vote without its suggestion taken, or one where the meeting asks for none.
      test('refuses what is not of the one size', async () => {
        const { store, votes } = await speakingBox()
        const { proof, sealed } = votes[0] ?? { proof: new Uint8Array(), sealed: new Uint8Array() }
        expect(await store.cast(proof, sealed.slice(0, sealedBytes(publicMeeting(speaking))))).toBe('bad-request')
        expect(await store.castSuggestions([sealed])).toBe('bad-request')
        expect(await store.participate(proof)).toBe('unused')
      })

      // Catches: paper suggestions that take the slots of slips, or a bundle taken in part.
      test('takes those on paper whole, and no more than there are paper ballots', async () => {
        const { store, box } = await speakingBox()
        expect(await store.castSuggestions(paperOf(box, '一', '二', '三'))).toBe('full')
        expect(await store.castSuggestions(paperOf(box, '一'))).toBe('recorded')
        expect(await store.castSuggestions(paperOf(box, '二'))).toBe('recorded')
        expect(await store.castSuggestions(paperOf(box, '三'))).toBe('full')
        await store.close()
        expect((await store.readSuggestions()).sealed).toHaveLength(2)
      })

      // Catches: a text that is readable before a teller released it, or after it was not; texts lost with the key.
      test('keeps them locked until a teller releases some, for ever after only these', async () => {
        const { place: made, store, box, votes } = await speakingBox()
        for (const { proof, sealed } of votes) await store.cast(proof, sealed)
        await store.castSuggestions(paperOf(box, '纸上写的'))
        await openBox(store, TELLERS, options)
        await store.release()
        const again = await made.open()
        const pending = again.suggestions()
        expect(pending?.state).toBe('pending')
        for (const text of ['一线走访', '安排在周末', '纸上写的'])
          expect((await made.bytes()).includes(Buffer.from(text))).toBe(false)
        const [first] = TELLERS
        const texts = await unlockSuggestions(pending?.bytes ?? new Uint8Array(), first, box.box)
        if (!texts.ok) throw new Error(texts.error)
        const written = votes.map((_, index) => words[index % words.length] ?? '').filter(text => text !== '')
        expect([...texts.value].sort()).toEqual([...written, '纸上写的'].sort())
        await again.releaseSuggestions(Buffer.from(JSON.stringify(['纸上写的'])))
        await expect(again.releaseSuggestions(Buffer.from('[]'))).rejects.toThrow('no suggestions wait')
        await again.release()
        const last = await made.open()
        const released = last.suggestions()
        expect([released?.state, Buffer.from(released?.bytes ?? '').toString()]).toEqual(['released', '["纸上写的"]'])
        expect((await made.bytes()).includes(Buffer.from(pending?.bytes ?? 'none'))).toBe(false)
      })

      // Catches: a word shown of a meeting that so few voted in that everybody is known.
      test('shows none where too few voted to count anything', async () => {
        const { store, votes } = await speakingBox()
        for (const { proof, sealed } of votes.slice(0, 2)) await store.cast(proof, sealed)
        const opened = await openBox(store, TELLERS, options)
        expect(opened.ok && JSON.parse(opened.value.counts).tallies).toEqual([])
        expect(store.suggestions()).toBeNull()
      })
    })
  })
}

type Vote = CastMessage & { readonly group: string }

/** One vote for every slip. */
function votesOf({ slips }: StorePlace, box: PublicBox): readonly Vote[] {
  return slips.map(({ digits, group }, index) => {
    const marks = { i01: { overall: MARKS[index % 3] ?? '' } }
    return { ...partsOf(box, buildVote(box, digits, group === 'D' ? { marks: {}, self: 'i01' } : { marks })), group }
  })
}

function vote([first]: readonly Vote[]): Vote {
  if (!first) throw new Error('no vote')
  return first
}

/** The sealed ballots of each group in hex; none may be damaged. */
async function ballotsIn(store: BallotStore): Promise<ReadonlyMap<string, readonly string[]>> {
  const groups = await Array.fromAsync(store.readSealed())
  expect(groups.map(({ damaged }) => damaged)).toEqual(groups.map(() => 0))
  return new Map(groups.map(({ id, sealed }) => [id, sealed.map(hex)]))
}

function hex(bytes: Uint8Array | null | undefined): string {
  return Buffer.from(bytes ?? []).toString('hex')
}

/** A store whose disk is gone cannot even answer; anything else is a bug. */
function refusedOrBug(error: unknown): 'storage' {
  if (isCutOff(error)) return 'storage'
  throw error
}
