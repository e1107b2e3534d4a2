import type { Cast } from '#tests/anonymity/script.ts'
import type { Leak } from '#tests/anonymity/scripted-meeting.ts'

/** Which check must find a leak. */
export type Catcher = 'twins' | 'markers' | 'times' | 'whole' | 'counts' | 'join' | 'order' | 'game'

/** A leak of PROMISES.md's table, put in on purpose; `row` names the table's line. */
export type NamedLeak = {
  readonly name: string
  readonly row: string
  readonly caughtBy: readonly Catcher[]
  /** Whom the game is played with, where another cast shows more. */
  readonly cast?: Cast
  readonly leak: Leak
  /** Only where suggestions are asked for. */
  readonly speaking?: boolean
}
