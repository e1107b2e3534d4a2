/**
 * Commits what arrives in batches: the first request starts at once, alone; what arrives while a batch is being written
 * goes together in the next. A batch never waits for company. `commit` answers every request, in their order.
 */
export type GroupCommit<Request, Answer> = {
  /** Resolves when the request's batch is committed; rejects only where `commit` does (a bug). */
  readonly add: (request: Request) => Promise<Answer>
  readonly waiting: () => number
  /** Runs work between two batches; what is added meanwhile waits. */
  readonly still: <T>(work: () => Promise<T>) => Promise<T>
  /** Resolves when nothing is waiting or under way any more. */
  readonly idle: () => Promise<void>
}

type Waiting<Request, Answer> = {
  readonly request: Request
  readonly resolve: (answer: Answer) => void
  readonly reject: (error: unknown) => void
}

export function groupCommit<Request, Answer>(
  commit: (batch: readonly Request[]) => Promise<readonly Answer[]>,
  most: number,
): GroupCommit<Request, Answer> {
  const queue: Waiting<Request, Answer>[] = []
  let running: Promise<void> = Promise.resolve()
  let active = false

  const drain = async (): Promise<void> => {
    while (queue.length > 0) {
      const batch = queue.splice(0, most)
      try {
        const answers = await commit(batch.map(({ request }) => request))
        batch.forEach(({ resolve, reject }, index) => {
          const answer = answers[index]
          if (answer === undefined) reject(new Error('a request was left without an answer'))
          else resolve(answer)
        })
      } catch (error) {
        for (const { reject } of batch) reject(error)
      }
    }
    active = false
  }

  return {
    add: request =>
      new Promise<Answer>((resolve, reject) => {
        queue.push({ request, resolve, reject })
        if (active) return
        active = true
        running = drain()
      }),
    waiting: () => queue.length,
    still: async work => {
      while (active) await running
      active = true
      const done = work()
      running = done.then(drain, drain)
      return done
    },
    idle: () => running,
  }
}
