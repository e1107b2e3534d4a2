import { z } from 'zod'

// Paper ballots keyed in by the bundle, twice, by two people (FORMS.md "Key-in"). A bundle lives in the host's memory alone
// until it is committed, whole, through the same urn as the phones' ballots: after a crash it is keyed again.

const id = z.string().min(1).max(64)
const bundleId = z.string().regex(/^[0-9a-f]{32}$/)

/** The most ballots of a bundle. Source: PROMISES.md. */
export const MOST_IN_BUNDLE = 25

/**
 * A paper ballot as it was read: marks by instructor, then indicator, as on a phone; `invalid`: the rows with two ticks, by
 * instructor; a row in neither is blank (弃权). `self` is the author's row of a peers ballot. `void`: 整票无效 (unreadable,
 * marked, foreign), nothing else of it is keyed.
 */
const paperBallot = z.strictObject({
  marks: z.record(id, z.record(id, z.string().max(64))),
  invalid: z.record(id, z.array(id)).optional(),
  self: id.optional(),
  void: z.boolean().optional(),
})

const reading = z.discriminatedUnion('as', [
  z.strictObject({ as: z.literal('blank') }),
  z.strictObject({ as: z.literal('mark'), mark: z.string() }),
  z.strictObject({ as: z.literal('invalid') }),
  z.strictObject({ as: z.literal('self') }),
])

/** What one entry says of a row. */
export type PaperReading = Readonly<z.infer<typeof reading>>

/** Where two entries of a bundle differ; `ballot` is its place in the bundle, from 0, `choice` the entry that was found right. */
const difference = z.discriminatedUnion('of', [
  z.strictObject({
    of: z.literal('row'),
    ballot: z.int(),
    instructor: id,
    indicator: id,
    first: reading,
    second: reading,
    choice: z.union([z.literal(1), z.literal(2)]).nullable(),
  }),
  /** The author's row; the rows of both people follow the choice. */
  z.strictObject({
    of: z.literal('self'),
    ballot: z.int(),
    first: id.nullable(),
    second: id.nullable(),
    choice: z.union([z.literal(1), z.literal(2)]).nullable(),
  }),
  /** Void for one of them: the whole ballot follows the choice. */
  z.strictObject({
    of: z.literal('void'),
    ballot: z.int(),
    first: z.boolean(),
    second: z.boolean(),
    choice: z.union([z.literal(1), z.literal(2)]).nullable(),
  }),
])
export type PaperDifference = Readonly<z.infer<typeof difference>>

const compared = z.strictObject({
  /** null until two people have keyed the bundle; empty: they agree. */
  differences: z.array(difference).nullable(),
  /** Ballots that the opening will find void, with the rule they break, so that a slip of the finger is seen. */
  void: z.array(z.strictObject({ ballot: z.int(), words: z.string() })),
})

export const paperCalls = {
  /**
   * Begins a bundle of the box in use: `ballots` of one group. `recorded`: how many paper ballots of the group are in the urn
   * already. Errors: not-found (no box in use, no such group), not-sealed, closed, box-full (more than were printed).
   */
  'paper.begin': {
    input: z.strictObject({ group: id, ballots: z.int().min(1).max(MOST_IN_BUNDLE) }),
    output: z.strictObject({ bundle: bundleId, recorded: z.int(), room: z.int() }),
  },
  /**
   * One person's entry of the whole bundle; a second by another (`by`) is compared with the first. Keyed again by the same
   * person it takes the place of their own. Errors: not-found (gone after a restart), bad-ballots (lines), same-person.
   */
  'paper.enter': {
    input: z.strictObject({
      bundle: bundleId,
      by: z.string().min(1).max(200),
      ballots: z.array(paperBallot).min(1).max(MOST_IN_BUNDLE),
    }),
    output: compared,
  },
  /** Settles differences on screen: which entry is right (1 or 2), by the place in `differences`. Errors: not-found, bad-request. */
  'paper.settle': {
    input: z.strictObject({
      bundle: bundleId,
      choices: z.array(z.strictObject({ difference: z.int(), entry: z.union([z.literal(1), z.literal(2)]) })),
    }),
    output: compared,
  },
  /**
   * Puts the bundle into the urn, all of it or none; asked again, the same answer. Errors: not-found, unsettled (differences
   * are left, or one entry only), closed, box-full, disk (asked again here it is in once; but if the program ends first,
   * look at `paper.recorded` before keying it again: a failing disk may have kept it).
   */
  'paper.commit': {
    input: z.strictObject({ bundle: bundleId }),
    output: z.strictObject({ recorded: z.int() }),
  },
  /**
   * How many paper ballots of each group are in the urn of the box in use, and for how many there is room: compared with the
   * piles on the table after a restart, so that no bundle goes in twice. Errors: not-found.
   */
  'paper.recorded': {
    input: z.strictObject({}),
    output: z.strictObject({ groups: z.array(z.strictObject({ id, recorded: z.int(), room: z.int() })) }),
  },
  /**
   * Puts suggestions (意见建议) that came on paper into their one pile, all or none; they cannot be told from the phones'.
   * Errors: not-found (no box in use), not-sealed, closed, box-full (more than paper ballots), bad-request (the meeting takes
   * none, an empty or too long text), busy, disk.
   */
  'paper.suggestions': {
    input: z.strictObject({ texts: z.array(z.string().min(1).max(2_000)).min(1).max(MOST_IN_BUNDLE) }),
    output: z.strictObject({}),
  },
  'paper.discard': { input: z.strictObject({ bundle: bundleId }), output: z.strictObject({}) },
} as const

export const paperEvents = {
  /** A bundle of the box in use went into the urn, from whichever window: `paper.recorded` says what is in it now. */
  'paper.committed': z.strictObject({}),
} as const
