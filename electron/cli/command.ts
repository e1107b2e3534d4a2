/** How a command ends. Source: DESIGN.md "The command line". */
export const EXIT = { done: 0, failed: 1, wrongInput: 2 } as const
export type Exit = (typeof EXIT)[keyof typeof EXIT]

/** What a command may touch of its process: results to `out`, words for people to `say`. */
export type Io = {
  readonly out: (text: string) => void
  readonly say: (line: string) => void
  readonly progress: (done: number, total: number, what: string) => void
  readonly endProgress: () => void
  readonly stdin: () => Promise<string>
  /** An argument's path as the caller meant it: npm runs scripts in the project's folder, not in the caller's. */
  readonly path: (argument: string) => string
  readonly signal: AbortSignal
}

export type Command = {
  readonly usage: string
  readonly run: (args: readonly string[], io: Io) => Promise<Exit>
}

/** Wrong usage or input, told in lines; nothing was written. */
export class InputError extends Error {
  readonly lines: readonly string[]

  constructor(lines: readonly string[]) {
    super(lines.join('\n'))
    this.name = 'InputError'
    this.lines = lines
  }
}
