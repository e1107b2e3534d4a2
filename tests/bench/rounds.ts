/** One way to do the work: what it is called, and one go at it, which answers milliseconds for one unit of work. */
export type Contender = {
  readonly name: string
  readonly run: () => Promise<number>
  /** Each go is a program started anew: there is nothing to warm up in a round that is not counted. */
  readonly isAnew?: boolean
}

/** By contender, each round's milliseconds for one unit of work. */
export type Rounds = ReadonlyMap<string, readonly number[]>

/**
 * Runs every contender once in each round, the order turned round by round, so that what else the machine does falls on all
 * of them. The first round warms up and is not counted.
 */
export async function interleavedRounds(contenders: readonly Contender[], rounds: number): Promise<Rounds> {
  const times = new Map<string, number[]>(contenders.map(({ name }) => [name, []]))
  for (let round = 0; round <= rounds; round++) {
    const order = contenders.map((_, index) => contenders[(index + round) % contenders.length])
    for (const contender of order) {
      if (!contender || (round === 0 && contender.isAnew)) continue
      const time = await contender.run()
      if (round > 0) times.get(contender.name)?.push(time)
    }
  }
  return times
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2
}

/** How many times faster `ours` is than `theirs`: the median of the rounds' own ratios. Larger is better for us. */
export function timesFaster(rounds: Rounds, ours: string, theirs: string): number {
  const own = rounds.get(ours) ?? []
  return median((rounds.get(theirs) ?? []).map((time, round) => time / (own[round] ?? Number.NaN)))
}

/** Milliseconds that `work` takes, for each of `units`. */
export async function timeEach(units: number, work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / units
}
