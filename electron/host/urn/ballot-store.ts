/**
 * What a station and an opening need of a place where sealed ballots are kept. The urn file is one; a hub's database
 * can be another, under the same tests. A ballot is opaque here: nothing in this folder can open one.
 *
 * A file has one store; several stores may share a box in a hub. Then `phase`, `seal`, `filled`, `paper`, `counts`
 * and `suggestions` are as this store last saw them, and every other member asks.
 */
export type BallotStore = {
  readonly identity: BoxIdentity
  readonly phase: () => Phase
  /** The public key and the tellers' locked shares, as `seal` got them; `null` before. */
  readonly seal: () => Uint8Array | null
  /** Makes the box ready to vote. Once: `false` where it was sealed before. */
  readonly sealWith: (record: Uint8Array) => Promise<boolean>
  /** Whether a slip is of this box, and whether it has voted. `proof` as in `slipProof`. */
  readonly participate: (proof: Uint8Array) => Promise<Participation>
  /** The station's half of the key of a slip's draft: only while the slip is of this box and has not voted. */
  readonly draftHalf: (proof: Uint8Array) => Promise<Uint8Array | null>
  /**
   * Takes what a slip's voter sealed: the ballot, and right after it a suggestion where the meeting takes them (from
   * everybody, written or not). Answers only when all of it and the slip's use are on the disk, or nothing is.
   */
  readonly cast: (proof: Uint8Array, sealed: Uint8Array) => Promise<CastOutcome>
  /**
   * Takes a bundle of sealed paper ballots of one group (an id), all or none: answers only when they are on the disk. They
   * stand among the phones' and cannot be told from them.
   */
  readonly castPaper: (group: string, sealed: readonly Uint8Array[]) => Promise<PaperOutcome>
  /**
   * Takes sealed suggestions that came on paper, all or none: `full` beyond the meeting's paper ballots. They stand among
   * the phones' in the one pile of suggestions, which knows no group, and cannot be told from them.
   */
  readonly castSuggestions: (sealed: readonly Uint8Array[]) => Promise<PaperOutcome>
  /** Paper ballots of each group that are in the store, by group id. */
  readonly paper: () => ReadonlyMap<string, number>
  /** Slots of one group that are filled, by group id. */
  readonly filled: () => ReadonlyMap<string, number>
  /** No more votes, for good. Votes under way are taken first. */
  readonly close: () => Promise<void>
  /** Every sealed ballot, after `close`, group after group; a large group comes in several parts. */
  readonly readSealed: () => AsyncIterable<SealedGroup>
  /** Every sealed suggestion, after `close`; none where the meeting takes none. */
  readonly readSuggestions: () => Promise<SealedPile>
  /**
   * Keeps the counts, and the suggestions as `pending` has them (locked; `null`: there are none), and only when both are
   * safe destroys every ballot, sealed suggestion, slip and key.
   */
  readonly destroy: (counts: Uint8Array, pending: Uint8Array | null) => Promise<void>
  /** The counts that `destroy` kept; `null` while nothing was counted. */
  readonly counts: () => Uint8Array | null
  /** After the count: the suggestions that wait for a teller as `destroy` kept them, then those released; `null`: none. */
  readonly suggestions: () => KeptSuggestions | null
  /** Keeps the released suggestions, once, and only when they are safe destroys what waited. */
  readonly releaseSuggestions: (released: Uint8Array) => Promise<void>
  /** Does something with the store's file while no vote is being written; votes wait as long. */
  readonly still: <T>(work: () => Promise<T>) => Promise<T>
  /** Lets go of the store; votes under way are taken first. */
  readonly release: () => Promise<void>
}

/** What never changes from the creation on. `box` is the box's id in hex, `meeting` the set-up's JSON text. */
export type BoxIdentity = { readonly box: string; readonly meeting: string }

/** created → sealed (voting) → closed → counted → destroyed; never back. */
export const PHASES = ['created', 'sealed', 'closed', 'counted', 'destroyed'] as const
export type Phase = (typeof PHASES)[number]

export type Participation = 'unknown-slip' | 'unused' | 'used'

export type CastOutcome =
  | 'recorded'
  | 'already-recorded'
  | 'unknown-slip'
  | 'closed'
  | 'storage'
  | 'busy'
  | 'bad-request'

/** `full`: more than the group has paper ballots. */
export type PaperOutcome = 'recorded' | 'unknown-group' | 'full' | 'closed' | 'storage' | 'busy' | 'bad-request'

/** Filled slots in their order, which is random: what is sealed, and how many are damaged. */
export type SealedPile = { readonly sealed: readonly Uint8Array[]; readonly damaged: number }

/** One group's ballots, or a part of them. */
export type SealedGroup = SealedPile & { readonly id: string }

export type KeptSuggestions = { readonly state: 'pending' | 'released'; readonly bytes: Uint8Array }
