import fc from 'fast-check'
import { arbitraryEvaluation } from '#tests/fixtures/arbitrary-evaluation.ts'
import { arbitraryMeetings } from '#tests/fixtures/arbitrary-meeting.ts'
import { withArbitraryVariant } from '#tests/fixtures/arbitrary-variant.ts'
import { type Draw, drawer } from '#tests/fixtures/draw.ts'
import type { BallotComponentFile, EvaluationFile, MeetingFile, TallyFile } from '#tests/fixtures/evaluation-file.ts'

// The general arbitrary year leaves out what SCORING.md does not settle. Two tallies must agree there too: the archive
// of such a year is recounted like any other. So this puts the unsettled and the odd back in.

const WEIGHTS = [[], ['100'], ['33.35', '66.65'], ['33.33', '33.33', '33.34'], ['7', '23', '29', '41']]
const MORE_WEIGHTS = ['12.5', '12.5', '50', '12.5', '12.5']

/** Valid years of every kind, two ballot components, halls, voided votes and crowded meetings among them. */
export const anyYear: fc.Arbitrary<EvaluationFile> = fc
  .tuple(arbitraryEvaluation, fc.gen())
  .map(([file, g]) => CHANGES.reduce((year, change) => change(year, drawer(g)), file))

type Change = (file: EvaluationFile, draw: Draw) => EvaluationFile

const CHANGES: readonly Change[] = [
  withOddPoints,
  withSecondBallot,
  withTwoHalls,
  withVoidedGroup,
  withFewExpected,
  withTrailingZeros,
  withNothingBlocking,
  withFineScores,
  withGreatAdjustments,
  withVariant,
]

const ballotsOf = (file: EvaluationFile): BallotComponentFile[] =>
  file.scheme.components.filter((part): part is BallotComponentFile => part.kind === 'ballot')

const withMeetings = (file: EvaluationFile, change: (meeting: MeetingFile) => MeetingFile): EvaluationFile => ({
  ...file,
  meetings: (file.meetings ?? []).map(change),
})

const withComponents = (file: EvaluationFile, components: EvaluationFile['scheme']['components']): EvaluationFile => ({
  ...file,
  scheme: { ...file.scheme, components },
})

/** Points of which no mean is a round number. */
function withOddPoints(file: EvaluationFile, draw: Draw): EvaluationFile {
  if (draw.chance(60)) return file
  const odd = ['99.99', '66.667', '33.3', '0.005']
  return withComponents(
    file,
    file.scheme.components.map(part =>
      part.kind === 'ballot' && part.scale.kind === 'grades'
        ? {
            ...part,
            scale: {
              ...part.scale,
              options: part.scale.options.map((option, index) =>
                option.points === undefined ? option : { ...option, points: odd[index] ?? '1' },
              ),
            },
          }
        : part,
    ),
  )
}

/** A second ballot component with meetings of its own, before or after the first; its groups have the same ids. */
function withSecondBallot(file: EvaluationFile, draw: Draw): EvaluationFile {
  const [first] = ballotsOf(file)
  if (!first || draw.chance(70)) return file
  const second: BallotComponentFile = {
    ...first,
    id: 'inner',
    name: '内部测评',
    emptyGroup: draw.pick(['block', 'renormalise']),
  }
  const inner = arbitraryMeetings(
    draw,
    { ...file.scheme, components: [second], rateDenominator: 'returned' },
    file.instructors,
  )
  const parts = draw.chance(50) ? [...file.scheme.components, second] : [second, ...file.scheme.components]
  const weights = WEIGHTS[parts.length] ?? MORE_WEIGHTS
  return {
    ...withComponents(
      file,
      parts.map((part, index) => ({ ...part, weight: weights[index] ?? '' })),
    ),
    meetings: [
      ...(file.meetings ?? []).map(meeting => ({ ...meeting, component: 'meeting' })),
      ...inner.map(meeting => ({ ...meeting, id: `inner-${meeting.id}`, component: 'inner' })),
    ],
  }
}

/** One of the meetings did not have everybody on its ballot. */
function withTwoHalls(file: EvaluationFile, draw: Draw): EvaluationFile {
  if (draw.chance(60)) return file
  const [away] = file.instructors
  return withMeetings(file, meeting =>
    draw.chance(50) ? { ...meeting, tallies: meeting.tallies.filter(tally => tally.instructor !== away?.id) } : meeting,
  )
}

/** A group into which none is merged returned more than were issued. */
function withVoidedGroup(file: EvaluationFile, draw: Draw): EvaluationFile {
  if (draw.chance(70)) return file
  return withMeetings(file, meeting => {
    const targets = new Set(meeting.groups.map(group => group.mergedInto))
    const free = meeting.groups.filter(group => group.mergedInto === undefined && !targets.has(group.id))
    if (free.length === 0 || draw.chance(40)) return meeting
    const gone = draw.pick(free)
    return {
      ...meeting,
      groups: meeting.groups.map(group =>
        group === gone ? { ...group, returned: group.issued + 1, voided: '收回多于发出' } : group,
      ),
      tallies: meeting.tallies.filter(tally => tally.group !== gone.id),
    }
  })
}

/** Fewer were expected than came, down to nobody. */
function withFewExpected(file: EvaluationFile, draw: Draw): EvaluationFile {
  if (draw.chance(70)) return file
  return withMeetings(file, meeting => ({
    ...meeting,
    groups: meeting.groups.map(group => ({ ...group, expected: draw.int(0, 2) })),
  }))
}

/** `95.5` in one meeting, `95.50` in another. */
function withTrailingZeros(file: EvaluationFile, draw: Draw): EvaluationFile {
  const points = new Set(ballotsOf(file).flatMap(part => (part.scale.kind === 'points' ? [part.id] : [])))
  const rename = (tally: TallyFile): TallyFile => ({
    ...tally,
    marks: Object.fromEntries(
      Object.entries(tally.marks).map(([key, count]) => [key.includes('.') ? `${key}0` : `${key}.00`, count]),
    ),
  })
  return withMeetings(file, meeting =>
    points.has(meeting.component ?? 'meeting') && draw.chance(50)
      ? { ...meeting, tallies: meeting.tallies.map(rename) }
      : meeting,
  )
}

/** Every missing component hands its weight on: where all are missing there is no total. */
function withNothingBlocking(file: EvaluationFile, draw: Draw): EvaluationFile {
  if (draw.chance(75)) return file
  return withComponents(
    file,
    file.scheme.components.map(part => ({ ...part, missing: 'renormalise' as const })),
  )
}

/** Scores whose totals fall on a half hundredth. */
function withFineScores(file: EvaluationFile, draw: Draw): EvaluationFile {
  const fine = ['89.995', '89.985', '74.9949999', '60.005', '0.005', '100.000']
  return {
    ...file,
    ratings: (file.ratings ?? []).map(rating =>
      rating.score !== undefined && draw.chance(30) ? { ...rating, score: draw.pick(fine) } : rating,
    ),
  }
}

/** A bonus or penalty that takes the total over 100 or under 0. */
function withGreatAdjustments(file: EvaluationFile, draw: Draw): EvaluationFile {
  const [first, ...others] = file.ratings ?? []
  if (!first || draw.chance(60)) return file
  const great = draw.pick([
    { bonus: '90', penalty: '0' },
    { bonus: '0', penalty: '90' },
  ])
  return {
    ...file,
    scheme: { ...file.scheme, adjustments: { maxBonus: '100', maxPenalty: '100' } },
    ratings: [{ ...first, ...great, reason: '见佐证材料' }, ...others],
  }
}

/** A district has a variant of its own. */
function withVariant(file: EvaluationFile, draw: Draw): EvaluationFile {
  return draw.chance(50) ? file : withArbitraryVariant(file, draw)
}
