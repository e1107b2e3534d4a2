import type { MeetingSetUp } from '#shared/domain/ballot/set-up/meeting-set-up.ts'

/** What one whole ballot takes: a tap (or a number) for each row, and seconds at an even pace. */
export type BallotEffort = {
  readonly people: number
  readonly indicators: number
  readonly taps: number
  readonly minutes: number
}

// A tap every second and a half on a list, four seconds for a number typed. Ours.
const SECONDS = { grades: 1.5, points: 4 } as const

/** How many taps a ballot takes without 其余全部 (60 people × 8 indicators = 480), and how many minutes, rounded up. */
export function ballotEffort({ instructors, indicators, scale }: MeetingSetUp): BallotEffort {
  const taps = instructors.length * indicators.length
  return {
    people: instructors.length,
    indicators: indicators.length,
    taps,
    minutes: Math.ceil((taps * SECONDS[scale.kind]) / 60),
  }
}
