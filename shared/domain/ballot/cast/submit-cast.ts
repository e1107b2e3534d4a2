import type { CastReply } from './cast-reply.ts'

/** How a page or a command reaches its station. */
export type StationLink = {
  /** Posts the message; `null` where no answer of a station came back (no network, half a response, another server). */
  readonly submit: (message: Uint8Array) => Promise<CastReply | null>
  /** Waits so many milliseconds. */
  readonly pause: (milliseconds: number) => Promise<void>
}

export const FIRST_PAUSE = 250
export const LONGEST_PAUSE = 8_000

/**
 * Posts a vote until a station takes or refuses it, the same bytes each time, with longer and longer pauses. After
 * `tries` posts: the last `busy`, or `null` where no answer came (the vote may or may not be recorded: ask again, it counts
 * once). A vote that had come already by this very message, or by a post before that went unanswered, is `recorded`.
 * `lost` says that a post went unanswered: a later `already-recorded` is then this vote's too.
 */
export async function submitCast(
  message: Uint8Array,
  link: StationLink,
  tries: number,
): Promise<{ readonly reply: CastReply | null; readonly lost: boolean }> {
  let wait = FIRST_PAUSE
  let lost = false
  for (let left = tries; ; left--) {
    const reply = await link.submit(message)
    const busy = reply?.status === 'refused' && reply.reason === 'busy'
    if (reply?.status === 'already-recorded' && (reply.own || lost)) return { reply: { status: 'recorded' }, lost }
    if (left <= 1 || (reply && !busy)) return { reply, lost }
    lost ||= reply === null
    await link.pause(wait)
    wait = Math.min(2 * wait, LONGEST_PAUSE)
  }
}
