import type { StationAnswer } from '#electron/host/station/station.ts'

/** As the projector shows them: nobody's own vote is a number that changes. */
const STEP = 5

/** Figures stand still so long: one that changes with each look would be the time of a vote. */
const WINDOW_MS = 60_000

/** Answers slower than these, in seconds, are told apart: coarse, since a rare one is somebody's. */
const BOUNDS = [0.1, 1, 10] as const

export type HubMeter = {
  readonly observe: (answer: StationAnswer) => void
  /** The figures in Prometheus' text format, as they stood when the last whole minute ended. */
  readonly text: () => string
}

type Figures = {
  /** Answers by route and answer, then those of each route that took at most so long. */
  readonly answers: ReadonlyMap<string, number>
  readonly within: ReadonlyMap<string, number>
}

/**
 * Counts a station's answers for those who keep it running. What is counted is never a group, a slip or a mark; every
 * number is a multiple of five and changes once a minute, so that no figure is the time of anybody's vote.
 * `now` is a monotonic clock's milliseconds.
 */
export function hubMeter(now: () => number): HubMeter {
  const answers = new Map<string, number>()
  const within = new Map<string, number>()
  let shown: Figures = { answers: new Map(), within: new Map() }
  let minute = Math.floor(now() / WINDOW_MS)
  const turn = () => {
    const next = Math.floor(now() / WINDOW_MS)
    if (next === minute) return
    minute = next
    shown = { answers: new Map(answers), within: new Map(within) }
  }
  return {
    observe: ({ route, answer, ms }) => {
      turn()
      add(answers, `route="${route}",answer="${answer}"`)
      for (const bound of BOUNDS) if (ms <= bound * 1_000) add(within, `route="${route}",seconds="${bound}"`)
    },
    text: () => {
      turn()
      return [
        ...series('pingyi_answers_total', 'Answers to phones, in steps of five, once a minute.', shown.answers),
        ...series('pingyi_answers_within_total', 'Of these, answered in so many seconds.', shown.within),
      ].join('')
    },
  }
}

function add(counts: Map<string, number>, labels: string): void {
  counts.set(labels, (counts.get(labels) ?? 0) + 1)
}

function series(name: string, help: string, counts: ReadonlyMap<string, number>): string[] {
  // In the order of the names: that in which they first came would say which was first.
  const labels = [...counts.keys()].sort()
  return [
    `# HELP ${name} ${help}\n# TYPE ${name} counter\n`,
    ...labels.flatMap(label => {
      const steps = Math.floor((counts.get(label) ?? 0) / STEP) * STEP
      return steps === 0 ? [] : [`${name}{${label}} ${steps}\n`]
    }),
  ]
}
