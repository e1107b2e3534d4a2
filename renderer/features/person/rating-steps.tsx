import { Stack, Text } from '@mantine/core'
import { PERSON } from '#renderer/strings/person.ts'
import type { RatingComponent } from '#shared/domain/scheme/scheme.ts'
import type { RatingScore, SourceScore } from '#shared/domain/score/annual-score.ts'
import { rational, sum } from '#shared/lib/rational.ts'
import { equals, exactScore, pointsText } from './exact-text.ts'
import { WeightedTable } from './weighted-table.tsx'

const words = PERSON.rating

/** From each union's rating to the component's score. */
export function RatingSteps({ part }: { readonly part: RatingScore }) {
  return (
    <WeightedTable
      label={part.component.name}
      head={words.source}
      howHead={words.how}
      rows={part.sources.map(source => ({
        key: source.source.id,
        name: source.source.name,
        planned: source.source.weight,
        used: source.weight,
        // A rating by a union that need not give one is listed, but it is no part of the sum.
        score: source.required ? source.score : null,
        optional: !source.required,
        how: <SourceRatings part={source} component={part.component} />,
      }))}
      total={part.score}
    />
  )
}

function SourceRatings({ part, component }: { readonly part: SourceScore; readonly component: RatingComponent }) {
  const average = averageFormula(part)
  return (
    <Stack gap={2}>
      {!part.required && (
        <Text size="sm" c="dimmed">
          {words.notRequired}
        </Text>
      )}
      {part.required && part.ratings.length === 0 && <Text size="sm">{words.absent}</Text>}
      {part.ratings.map(entry => (
        <div key={`${entry.rating.by}:${entry.rating.months ?? ''}`}>
          <Text size="sm">
            {entry.rating.by !== '' && words.by(entry.rating.by)}
            {ratingFormula(entry, component)}
            {entry.rating.months !== undefined && words.months(entry.rating.months)}
          </Text>
          {entry.rating.comment && (
            <Text size="xs" c="dimmed">
              {words.comment(entry.rating.comment)}
            </Text>
          )}
        </div>
      ))}
      {average !== null && <Text size="sm">{average}</Text>}
    </Stack>
  )
}

/** One rating's score: as it was given, or from its indicators. */
function ratingFormula({ rating, score }: SourceScore['ratings'][number], { indicators }: RatingComponent): string {
  if (score === null) return words.absent
  if (!indicators) return exactScore(score)
  const points = sum(indicators.map(indicator => rational(indicator.points)))
  const terms = indicators.map(indicator => rating.scores?.[indicator.id] ?? '0')
  return words.formula(`(${terms.join(' + ')})`, pointsText(points), equals(score))
}

/** Several ratings of one union, weighed by their months; null where there is one at most. */
function averageFormula({ ratings, score }: SourceScore): string | null {
  const scored = ratings.flatMap(entry =>
    entry.score === null ? [] : [{ score: entry.score, months: entry.rating.months ?? 1 }],
  )
  if (scored.length < 2 || score === null) return null
  const months = scored.reduce((total, entry) => total + entry.months, 0)
  const terms = scored.map(entry => `${exactScore(entry.score)}×${entry.months}`).join(' + ')
  return words.average(terms, months, equals(score))
}
