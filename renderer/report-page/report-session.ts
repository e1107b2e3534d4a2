import { type Answers, withCell } from '#shared/domain/report/answer-cells.ts'
import type { ReportView, SaveReply, SubmitReply } from '#shared/domain/report/report-exchange.ts'
import type { ReportPerson } from '#shared/domain/report/report-form.ts'
import type { LocalCopy } from './local-copy.ts'
import type { ReportLink } from './report-link.ts'

/** After the last key, in milliseconds. */
const QUIET = 900
const FIRST_PAUSE = 1_000
const LONGEST_PAUSE = 15_000

export type SaveState =
  | { readonly kind: 'none' | 'typing' | 'saving' }
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'offline' | 'storage' }
  /** Another window was first: `theirs` is how the report stands there. */
  | { readonly kind: 'elsewhere'; readonly theirs: ReportView }
  | { readonly kind: 'gone' }

export type SessionParts = {
  readonly link: ReportLink
  readonly copy: LocalCopy
  /** A new name for an attempt, beginning with this window's. */
  readonly newAttempt: () => string
  readonly pause: (milliseconds: number) => Promise<void>
  /** How saving stands. */
  readonly onState: (state: SaveState) => void
  /** The report is another one now: submitted, given back, or taken over from another window. */
  readonly onView: () => void
}

export type SubmitOutcome = 'submitted' | 'faulty' | 'not-now'

/**
 * One window's work on one report: saved as it is typed, one save at a time, each based on the revision that it was
 * typed over. A save whose answer was lost is sent again as it was until there is one; only then comes what was typed since.
 */
export class ReportSession {
  readonly #parts: SessionParts
  #view: ReportView
  #answers: Answers
  /** What the server has acknowledged, or was opened with. */
  #kept: Answers
  #state: SaveState = { kind: 'none' }
  #running: Promise<void> | null = null
  #typed = 0

  constructor(view: ReportView, parts: SessionParts) {
    this.#parts = parts
    this.#view = view
    this.#answers = view.answers
    this.#kept = view.answers
  }

  get view(): ReportView {
    return this.#view
  }

  get answers(): Answers {
    return this.#answers
  }

  get state(): SaveState {
    return this.#state
  }

  get closed(): boolean {
    return this.#view.state === 'submitted'
  }

  get unsaved(): boolean {
    return this.#answers !== this.#kept
  }

  /** Takes up what this browser had not saved when it was closed; whether there was anything. */
  resume(): boolean {
    const unsaved = this.#parts.copy.read()
    if (!unsaved) return false
    if (this.closed || JSON.stringify(unsaved.answers) === JSON.stringify(this.#view.answers)) {
      this.#parts.copy.wipe()
      return false
    }
    this.#answers = unsaved.answers
    const own =
      unsaved.base === this.#view.revision || (unsaved.attempt !== '' && unsaved.attempt === this.#view.attempt)
    if (own) void this.#begin()
    else this.#tell({ kind: 'elsewhere', theirs: this.#view })
    return true
  }

  type(person: Pick<ReportPerson, 'id'>, cell: string, text: string): void {
    this.put(withCell(this.#answers, person, cell, text))
  }

  /** Takes answers in the place of those that were there. */
  put(answers: Answers): void {
    if (this.closed) return
    this.#answers = answers
    this.#typed += 1
    this.#keepCopy('')
    if (this.#state.kind === 'elsewhere') return
    if (this.#running === null) this.#tell({ kind: 'typing' })
    void this.#begin()
  }

  /** Drops this window's changes for the other's. */
  takeTheirs(): void {
    if (this.#state.kind !== 'elsewhere') return
    this.#adopt(this.#state.theirs)
  }

  /** Saves this window's over the other's, which is kept among the revisions. */
  keepMine(): void {
    if (this.#state.kind !== 'elsewhere') return
    this.#view = this.#state.theirs
    this.#kept = this.#view.answers
    this.#keepCopy('')
    this.#tell({ kind: 'typing' })
    void this.#begin()
  }

  /** Looks whether the report stands otherwise by now; only where nothing of this window is waiting. */
  async refresh(): Promise<void> {
    if (this.unsaved || this.#running) return
    const reply = await this.#parts.link.open()
    if (reply?.status !== 'open' || this.unsaved || this.#running) return
    if (reply.view.revision !== this.#view.revision) this.#adopt(reply.view)
  }

  /** Saves what is typed, then submits; tried again until there is an answer. */
  async submit(): Promise<SubmitOutcome> {
    await this.#begin(0)
    if (this.unsaved || this.closed || this.#state.kind === 'elsewhere') return 'not-now'
    const attempt = this.#parts.newAttempt()
    const base = this.#view.revision
    let reply: SubmitReply | null = null
    for (let wait = FIRST_PAUSE; ; wait = Math.min(2 * wait, LONGEST_PAUSE)) {
      reply = await this.#parts.link.submit({ base, attempt })
      if (reply && !isPassing(reply)) break
      this.#tell({ kind: 'offline' })
      await this.#parts.pause(wait)
    }
    if (reply.status === 'faulty') return 'faulty'
    if (reply.status === 'submitted' || reply.status === 'saved') {
      const { revision, at } = reply
      this.#adopt({ ...this.#view, state: 'submitted', revision, at, attempt, answers: this.#answers, reason: '' })
      return 'submitted'
    }
    this.#lose(reply)
    return 'not-now'
  }

  #begin(quiet = QUIET): Promise<void> {
    this.#running ??= this.#saveAll(quiet).finally(() => {
      this.#running = null
    })
    return this.#running
  }

  async #saveAll(quiet: number): Promise<void> {
    if (quiet > 0) await this.#calm(quiet)
    while (this.unsaved && !this.closed) {
      const answers = this.#answers
      const attempt = this.#parts.newAttempt()
      this.#keepCopy(attempt)
      this.#tell({ kind: 'saving' })
      const reply = await this.#send({ base: this.#view.revision, attempt, answers })
      if (reply.status !== 'saved' && reply.status !== 'submitted') {
        this.#lose(reply)
        return
      }
      const { revision, at } = reply
      const state = this.#view.state === 'returned' ? 'returned' : 'filling'
      this.#view = { ...this.#view, state, revision, at, attempt, answers }
      this.#kept = answers
      if (this.unsaved) {
        this.#keepCopy('')
        await this.#calm(QUIET)
      } else {
        this.#parts.copy.wipe()
        this.#tell({ kind: 'saved', at })
      }
    }
  }

  /** Waits until nothing was typed for a while, but not for ever. */
  async #calm(quiet: number): Promise<void> {
    for (let round = 0; round < 4; round += 1) {
      const before = this.#typed
      await this.#parts.pause(quiet)
      if (this.#typed === before) return
    }
  }

  async #send(save: Parameters<ReportLink['save']>[0]): Promise<SaveReply> {
    for (let wait = FIRST_PAUSE; ; wait = Math.min(2 * wait, LONGEST_PAUSE)) {
      const reply = await this.#parts.link.save(save)
      if (reply && !isPassing(reply)) return reply
      this.#tell({ kind: reply ? 'storage' : 'offline' })
      await this.#parts.pause(wait)
    }
  }

  #lose(reply: SaveReply | Exclude<SubmitReply, { status: 'faulty' }>): void {
    if (reply.status !== 'elsewhere') {
      this.#tell({ kind: 'gone' })
      return
    }
    const { view } = reply
    // Nothing of this window's left to lose: there is nothing to choose.
    if (JSON.stringify(view.answers) === JSON.stringify(this.#answers)) this.#adopt(view)
    else this.#tell({ kind: 'elsewhere', theirs: view })
  }

  #adopt(view: ReportView): void {
    this.#view = view
    this.#answers = view.answers
    this.#kept = view.answers
    this.#parts.copy.wipe()
    this.#tell(view.at ? { kind: 'saved', at: view.at } : { kind: 'none' })
    this.#parts.onView()
  }

  #keepCopy(attempt: string): void {
    this.#parts.copy.keep({ base: this.#view.revision, answers: this.#answers, attempt })
  }

  #tell(state: SaveState): void {
    this.#state = state
    this.#parts.onState(state)
  }
}

/** A refusal that goes by itself: too often, or the server's storage. */
function isPassing(reply: SaveReply | SubmitReply): boolean {
  return reply.status === 'refused' && (reply.reason === 'busy' || reply.reason === 'storage')
}
