import type { Ballot } from '#shared/domain/ballot/cast/ballot.ts'
import type { Meeting } from '#shared/domain/ballot/meeting.ts'
import type { RandomBytes } from '#shared/domain/ballot/random-bytes.ts'
import { shuffled } from '#shared/domain/ballot/shuffle.ts'
import type { BallotComponent } from '#shared/domain/scheme/scheme.ts'

export type PlantedGroup = { readonly id: string; readonly ballots: readonly Ballot[] }

/**
 * Made-up voters whose ballots add up to a meeting's counts: per group as many as its valid ballots. Which voter gives
 * which mark is drawn anew each time; only the counts are the meeting's. A phone cannot make an invalid row, so those
 * rows of the paper ballots become abstentions here.
 */
export function plantedBallots(meeting: Meeting, component: BallotComponent, random: RandomBytes): PlantedGroup[] {
  return meeting.groups.map(group => {
    const voters = Array.from({ length: group.returned - group.void }, () => ({
      marks: new Map<string, Map<string, string>>(),
      self: undefined as string | undefined,
    }))
    const rows = meeting.tallies.filter(tally => tally.group === group.id)
    // A peers ballot has exactly one own row, so each author is settled before the marks are dealt out.
    const [firstIndicator] = component.indicators
    const authors = rows.filter(row => row.indicator === firstIndicator?.id && row.self > 0)
    authors.forEach((row, index) => {
      const voter = voters[index]
      if (voter) voter.self = row.instructor
    })
    for (const row of rows) {
      const marks = Object.entries(row.marks).flatMap(([mark, count]) => Array.from({ length: count }, () => mark))
      const blank = Array.from({ length: row.abstain + row.invalid }, () => null)
      const dealt = shuffled<string | null>([...marks, ...blank], random)
      const others = voters.filter(voter => voter.self !== row.instructor)
      others.forEach((voter, index) => {
        const mark = dealt[index] ?? null
        if (mark === null) return
        const own = voter.marks.get(row.instructor) ?? new Map<string, string>()
        own.set(row.indicator, mark)
        voter.marks.set(row.instructor, own)
      })
    }
    const ballots = voters.map(
      ({ marks, self }): Ballot => ({
        marks: Object.fromEntries([...marks].map(([instructor, own]) => [instructor, Object.fromEntries(own)])),
        ...(self === undefined ? {} : { self }),
      }),
    )
    return { id: group.id, ballots: shuffled(ballots, random) }
  })
}

/** The counts that a meeting held with these ballots must come to: the planted ones, an invalid row an abstention. */
export function plantedMeeting(meeting: Meeting, opened: Meeting['groups']): Meeting {
  return {
    ...meeting,
    groups: opened,
    tallies: meeting.tallies.map(tally => ({ ...tally, abstain: tally.abstain + tally.invalid, invalid: 0 })),
  }
}
