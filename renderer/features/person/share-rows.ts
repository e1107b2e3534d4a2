import type { ShareRow, ShareSeries } from '#renderer/charts/stacked-shares.tsx'
import { toneOf } from '#renderer/components/tone.ts'
import { PERSON } from '#renderer/strings/person.ts'
import { countOf } from '#shared/domain/ballot/combine-tallies.ts'
import type { GradesScale } from '#shared/domain/scheme/scheme.ts'
import type { BallotScore } from '#shared/domain/score/annual-score.ts'
import { tenthsOfPercent, tenthsText } from '#shared/lib/largest-remainder.ts'

export type Shares = { readonly series: readonly ShareSeries[]; readonly rows: readonly ShareRow[] }

/**
 * How each group's ballots divide on the first indicator: options, abstentions, invalid rows. Shares of the group's
 * ballots (rule 11), so that they total 100; groups without a ballot are left out.
 */
export function shareRows(part: BallotScore, scale: GradesScale): Shares {
  const scored = scale.options.filter(option => option.points !== undefined)
  const series: ShareSeries[] = [
    ...scale.options.map(option => ({ name: option.label, tone: toneOf(scored.indexOf(option), scored.length) })),
    { name: PERSON.charts.abstain, tone: 'faint' },
    { name: PERSON.charts.invalid, tone: 'plain' },
  ]
  const rows = part.groups.flatMap(({ group, indicators }) => {
    const row = indicators[0]?.row
    const counts = row && [...scale.options.map(option => countOf(row.marks, option.id)), row.abstain, row.invalid]
    const tenths = counts && tenthsOfPercent(counts)
    if (!tenths) return []
    return [{ name: group.name, parts: tenths.map(share => ({ tenths: share, text: `${tenthsText(share)}%` })) }]
  })
  return { series, rows }
}
