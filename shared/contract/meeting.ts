import { z } from 'zod'
import { boxCountsSchema } from '#shared/domain/ballot/count/box-counts.ts'
import { meetingId } from '#shared/lib/fields.ts'

// A meeting (民主测评会) on this computer: its box (slips, urn, station, opening). One box is in use at a time.
// No call and no event before the opening says anything that depends on a mark. Secrets (codes, passphrases, the
// recovery code) live in the host's memory only, never in an error, a log or a file but the urn (sealed).

const id = z.string().min(1).max(64)
const year = z.int().min(1900).max(2200)
/** Which box: the evaluation's year and the plan's id, which names a folder and holds no separator. */
const boxKey = z.strictObject({ year, meeting: meetingId })
const nothing = z.strictObject({})
/** A finished PDF that waits in the host's memory (`meeting.document`). */
const ticket = z.string().regex(/^[0-9a-f]{32}$/)

/** created 已印码条，未封箱 → sealed 已封箱，可投票 → closed 已停止投票 → counted/destroyed 已计票. */
export const phase = z.enum(['created', 'sealed', 'closed', 'counted', 'destroyed'])

/** A box's own id, in hex. */
const boxId = z.string().regex(/^[0-9a-f]{32}$/)
/** Which of a meeting's boxes: another hall's by its id; left out, this one. */
const hall = boxId.optional()
/**
 * 意见建议 of a box. `sealed`: asked for, not yet opened. After the count: `none` there are, they wait for a teller
 * (`pending`), or a teller has chosen (`released`).
 */
const suggestionState = z.enum(['off', 'sealed', 'none', 'pending', 'released'])

const status = z.strictObject({
  year,
  meeting: id,
  rehearsal: z.boolean(),
  phase,
  /** The running station; null while none runs. */
  station: z.strictObject({ url: z.string() }).nullable(),
  /** The sealed box's fingerprint, to compare with a phone's; null before the sealing and after the count. */
  fingerprint: z.string().nullable(),
  suggestions: suggestionState,
  /** Per group, in the meeting's order. `voted`: phones and paper together, rounded down to a multiple of five. */
  groups: z.array(z.strictObject({ id, name: z.string(), voted: z.int(), slips: z.int(), paper: z.int() })),
})
export type MeetingStatus = Readonly<z.infer<typeof status>>

const teller = z.strictObject({ name: z.string().max(200), passphrase: z.string().max(1_000) })
const tellerFault = z.strictObject({
  /** `need`, `tellers[1].name`, `tellers[1].passphrase`. */
  path: z.string(),
  code: z.enum([
    'need-too-small',
    'need-too-large',
    'same-name',
    'empty-passphrase',
    'weak-passphrase',
    'same-passphrase',
  ]),
})

/** The tellers who came to open, told apart; names only. */
const roll = z.strictObject({
  need: z.int(),
  right: z.array(z.string()),
  wrong: z.array(z.string()),
  unknown: z.array(z.string()),
  /** The recovery sheet's code: not given, right or wrong. */
  recovery: z.enum(['none', 'right', 'wrong']),
})

/** Who releases suggestions: a teller whose passphrase opened the box, or the recovery sheet that did. */
const releaser = z.discriminatedUnion('as', [
  teller.extend({ as: z.literal('teller') }),
  z.strictObject({ as: z.literal('recovery'), code: z.string().max(200) }),
])

/** `unknown`: not one of those who opened the box. `none`: nothing waits. */
const notReleased = z.strictObject({
  outcome: z.literal('refused'),
  why: z.enum(['unknown', 'wrong', 'none', 'damaged']),
})
const texts = z.array(z.string())

/**
 * Each exact: only after the voting has ended, for the reconciliation. `printed`: slips and paper ballots that were made, of
 * all boxes that are here.
 */
const returned = z.strictObject({
  groups: z.array(z.strictObject({ id, phones: z.int(), paper: z.int(), printed: z.int() })),
})

/** The boxes that open together with this one: how many halls there are, and what the others' boxes hold. */
const halls = z.strictObject({
  halls: z.int(),
  boxes: z.array(z.strictObject({ box: boxId, ballots: z.int(), suggestions: suggestionState })),
})

const check = z.strictObject({
  /** `page`: the ballot page is built. `port`: free at this address. `box`: there is one. */
  check: z.enum(['disk', 'battery', 'address', 'port', 'page', 'box']),
  state: z.enum(['good', 'warning', 'bad']),
  /** What the words need: `battery` the charge in percent or nothing (it cannot be seen), `disk` free megabytes and wanted ones, `address` the address, `port` the port. */
  details: z.array(z.string()),
})

/** An address of this computer that phones may reach. */
const networkInterface = z.strictObject({
  address: z.string(),
  /** The system's own name of it: `Wi-Fi`, `eth0`. */
  name: z.string(),
  family: z.enum(['IPv4', 'IPv6']),
  kind: z.enum(['wifi', 'wired', 'virtual', 'loopback', 'unknown']),
  /** Of a private range (192.168, 10, 172.16–31): what a room's network has. */
  private: z.boolean(),
})

export const meetingCalls = {
  /**
   * Makes the box (empty urn) and the slips' PDF of one plan of the evaluation file, which the host reads and checks again.
   * The codes are kept nowhere: the PDF waits in memory under `slips` until it is forgotten, the box is sealed or the
   * app ends; whoever lost it makes the box anew (`meeting.remove`). Errors: bad-evaluation, bad-plan (lines), exists,
   * missing-glyphs, no-space, read-only, disk.
   */
  'meeting.create': {
    input: z.strictObject({ evaluation: z.string(), plan: id }),
    /** `slips`: the PDF, null where there are too many to be cut; `codes`: the same as a table (CSV). Both null without slips. */
    output: z.strictObject({
      slips: ticket.nullable(),
      codes: ticket.nullable(),
      printed: z.array(z.strictObject({ id, slips: z.int(), paper: z.int() })),
    }),
  },
  /** The bytes of a waiting document; as often as asked until forgotten. Errors: not-found. */
  'meeting.document': { input: z.strictObject({ ticket }), output: z.instanceof(Uint8Array) },
  /**
   * What waits of a box, for a window that was loaded again before it was printed; null: nothing, it was wiped, or the
   * program ended meanwhile and it is gone.
   */
  'meeting.waiting': {
    input: boxKey,
    output: z.strictObject({ slips: ticket.nullable(), codes: ticket.nullable(), recovery: ticket.nullable() }),
  },
  /** Wipes a waiting document: it was printed, or handed on. */
  'meeting.forget': { input: z.strictObject({ ticket }), output: nothing },
  /**
   * Prints what holds no secret, for any plan, box or no box: 签到表 (`sign-in`), 民主测评票 (`paper-ballot`: one original
   * a group, to be copied; print each group by itself, for its pages are numbered) and 述职汇编 (`summaries`).
   * `group` null: all. Errors: bad-evaluation, bad-plan, not-found, missing-glyphs.
   */
  'meeting.print': {
    input: z.strictObject({
      evaluation: z.string(),
      plan: id,
      form: z.enum(['sign-in', 'paper-ballot', 'summaries']),
      group: id.nullable(),
    }),
    output: z.instanceof(Uint8Array),
  },
  /** The boxes on this computer, by year and id. Opens none. */
  'meeting.boxes': { input: nothing, output: z.strictObject({ boxes: z.array(boxKey) }) },
  /**
   * Takes a box in use (locked against every other program) and tells how it stands; the same after a restart in the
   * middle of a meeting. Errors: not-found, in-use (another program has it), busy (another box has its station
   * running), damaged, newer-version, disk.
   */
  'meeting.use': { input: boxKey, output: status },
  /** Lets go of the box in use; a rehearsal's is gone for good. Errors: station-running. */
  'meeting.leave': { input: nothing, output: nothing },
  /** Deletes a box that never was sealed, or is counted. Errors: not-found, sealed (its ballots are not counted), in-use. */
  'meeting.remove': { input: boxKey, output: nothing },
  /**
   * Seals the box in the room: one share of the key for each teller (and one for the envelope, `recovery`), `need` of them
   * open it; left out: two, or one where there is one. `warnings` are told, not refused. The recovery sheet's PDF waits
   * under `recovery` until it is forgotten. Errors: as `meeting.use`, already-sealed.
   */
  'meeting.seal': {
    input: boxKey.extend({ tellers: z.array(teller).min(1).max(15), need: z.int().optional(), recovery: z.boolean() }),
    output: z.discriminatedUnion('outcome', [
      z.strictObject({
        outcome: z.literal('sealed'),
        fingerprint: z.string(),
        warnings: z.array(tellerFault),
        recovery: ticket.nullable(),
      }),
      z.strictObject({ outcome: z.literal('bad-tellers'), faults: z.array(tellerFault) }),
    ]),
  },
  'meeting.interfaces': {
    input: nothing,
    output: z.strictObject({ port: z.int(), interfaces: z.array(networkInterface) }),
  },
  /** `box` null: before there is one. Errors: none of its own; what is wrong stands in the checks. */
  'meeting.readiness': {
    input: z.strictObject({
      box: boxKey.nullable(),
      address: z.string().max(253),
      port: z.int().min(0).max(65_535),
      /** As the browser tells it, where it does. */
      power: z.strictObject({ plugged: z.boolean(), percent: z.int().min(0).max(100) }).optional(),
    }),
    output: z.strictObject({ checks: z.array(check) }),
  },
  /**
   * Opens a page on the station's address and port for phones to try (两部手机各打开一次), before the meeting. How many other
   * devices' requests came is told by `meeting.tested`. Errors: busy, port-taken, no-such-address, port-not-allowed.
   */
  'meeting.test': {
    input: z.strictObject({ address: z.string().max(253), port: z.int().min(0).max(65_535) }),
    output: z.strictObject({ url: z.string() }),
  },
  'meeting.endTest': { input: nothing, output: nothing },
  /** Runs the station of the sealed box. Errors: as `meeting.use`, not-sealed, closed, port-taken, no-such-address, port-not-allowed, no-page. */
  'meeting.serve': {
    input: boxKey.extend({ address: z.string().min(1).max(253), port: z.int().min(0).max(65_535) }),
    output: status,
  },
  /** Stops the station; the box stays open for votes and can be served again at another address. */
  'meeting.stop': { input: nothing, output: nothing },
  /** Ends the voting for good: every code that has not voted is worth nothing from here on. Errors: as `meeting.use`, not-sealed. */
  'meeting.close': { input: boxKey, output: returned },
  /** The same numbers again, those of added halls' boxes with them. Errors: as `meeting.use`, not-closed (too early: they would be a running count). */
  'meeting.returned': { input: boxKey, output: returned },
  /**
   * Opens the closed box, counts, destroys key and ballots; tells `meeting.opening` on its way. Asked again: the same
   * counts. Too few right passphrases change nothing. `voidDamaged`: the chief teller decided that ballots the disk has
   * damaged are void. The boxes of other halls that were added open with it, to one result. Errors: as `meeting.use`,
   * not-sealed, not-closed, other-halls (not all are here).
   */
  'meeting.open': {
    input: boxKey.extend({
      tellers: z.array(teller).max(60),
      /** The recovery sheet's code, as typed. */
      recovery: z.string().max(200).optional(),
      voidDamaged: z.boolean().optional(),
      /** Halls whose boxes are lost for good (the chief teller's decision); none unless said. */
      lostHalls: z.int().min(0).max(98).optional(),
    }),
    output: z.discriminatedUnion('outcome', [
      z.strictObject({ outcome: z.literal('counted'), counts: boxCountsSchema, again: z.boolean() }),
      /** `box`: which of the halls' boxes, this one first; left out where there is one. */
      z.strictObject({ outcome: z.literal('too-few-tellers'), roll, box: z.int().optional() }),
      z.strictObject({
        outcome: z.literal('damaged-ballots'),
        groups: z.array(z.strictObject({ id, damaged: z.int() })),
        /** Damaged suggestions, of no group. */
        suggestions: z.int(),
      }),
    ]),
  },
  /** The other halls' boxes that were added. Errors: as `meeting.use`. */
  'meeting.halls': { input: boxKey, output: halls },
  /**
   * Adds another hall's box (a copy as `meeting.copy` makes it, base64) to open with this one. Errors: as `meeting.use`,
   * not-a-copy, other-meeting, same-box, not-closed (either box), bad-request (all halls are here), no-space, read-only,
   * disk, damaged, newer-version.
   */
  'meeting.addHall': { input: boxKey.extend({ file: z.base64() }), output: halls },
  /** Takes an added hall's box out again, before the opening; the hall has it still. Errors: as `meeting.use`, not-found, not-closed (it is counted). */
  'meeting.removeHall': { input: boxKey.extend({ hall: boxId }), output: halls },
  /**
   * The counts of an opened box, or of boxes opened together, as a file for the computer on which one of them still lies:
   * proof that its ballots were counted. Errors: as `meeting.use`, not-found (not counted), damaged.
   */
  'meeting.receipt': { input: boxKey, output: z.instanceof(Uint8Array) },
  /**
   * Ends the closed box of which such a file (base64) says that it was opened elsewhere: the counts stay in it, key and
   * ballots are destroyed. `boxes` were opened, `returned` ballots came out of them. Errors: as `meeting.use`, not-closed,
   * not-a-receipt, other-meeting, not-counted-there (another box, or fewer ballots than lie here), disk, no-space, read-only.
   */
  'meeting.acceptReceipt': {
    input: boxKey.extend({ file: z.base64() }),
    output: z.strictObject({ boxes: z.int(), returned: z.int() }),
  },
  /**
   * The suggestions that wait after the count, for a teller to look at, in the order that `meeting.release` counts. Nobody
   * else can have them: they are locked under the passphrases that opened the box. Errors: as `meeting.use`.
   */
  'meeting.suggestions': {
    input: boxKey.extend({ hall, by: releaser }),
    output: z.discriminatedUnion('outcome', [z.strictObject({ outcome: z.literal('waiting'), texts }), notReleased]),
  },
  /** A teller releases those at `places`; the others are destroyed, for good. Errors: as `meeting.use`, no-space, read-only, disk. */
  'meeting.release': {
    input: boxKey.extend({ hall, by: releaser, places: z.array(z.int().min(0)).max(200_000) }),
    output: z.discriminatedUnion('outcome', [z.strictObject({ outcome: z.literal('released'), texts }), notReleased]),
  },
  /**
   * What was released, in its shuffled order; nothing before. Of several halls in the order of the words, which says nothing
   * of the hall. Errors: as `meeting.use`.
   */
  'meeting.released': { input: boxKey, output: z.strictObject({ texts }) },
  /**
   * A rehearsal: a sealed box of made-up people that lives in memory alone, taken in use (as year 2000, meeting
   * `rehearsal`, whoever asks); then `serve`, `paper`, `close`, `open` as with a real one; `meeting.leave` and nothing is
   * left. `slips` are a few codes to try, `tellers` what opens it. `suggestions`: with free words, as the real one will be.
   * Errors: busy (a station runs).
   */
  'meeting.rehearse': {
    input: z.strictObject({ suggestions: z.boolean().optional() }),
    output: z.strictObject({
      status,
      slips: z.array(z.strictObject({ group: id, code: z.string() })),
      tellers: z.array(teller),
    }),
  },
  /** Lets so many made-up voters vote in the rehearsal over its running station. Errors: not-found (no rehearsal's station runs). */
  'meeting.rehearseVotes': { input: z.strictObject({ voters: z.int().min(1).max(60) }), output: nothing },
  /**
   * The whole meeting as one file, for the meeting laptop or the spare one: the urn and the plan. While the station runs
   * it is taken between two batches of votes. Errors: as `meeting.use`, not-found.
   */
  'meeting.copy': { input: boxKey, output: z.instanceof(Uint8Array) },
  /**
   * Takes over such a file (base64). `ballots`: how many the copy holds; `evaluation`: the evaluation file of this one plan
   * that travelled with it, for a computer that does not have the year. Errors: not-a-copy, exists (a box of this
   * meeting is here), no-space, read-only, disk, damaged, newer-version.
   */
  'meeting.takeOver': {
    input: z.strictObject({ file: z.base64() }),
    output: z.strictObject({ year, meeting: id, title: z.string(), phase, ballots: z.int(), evaluation: z.string() }),
  },
} as const

export const meetingEvents = {
  /** Whenever the box in use changes as `meeting.use` tells it; not with every vote, only with every fifth. */
  'meeting.status': status,
  /** While ballots are opened. */
  'meeting.opening': z.strictObject({ done: z.int(), total: z.int() }),
  /** A device other than this computer opened the test page; `devices` so far, by address, kept in memory only. */
  'meeting.tested': z.strictObject({ devices: z.int() }),
} as const
