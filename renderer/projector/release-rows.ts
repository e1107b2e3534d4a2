import { type Tone, toneOf } from '#renderer/components/tone.ts'
import { PROJECTOR } from '#renderer/strings/projector.ts'
import { addRows, countOf, EMPTY_ROW, type Row } from '#shared/domain/ballot/combine-tallies.ts'
import { type BallotComponent, ballotComponents, type Scheme } from '#shared/domain/scheme/scheme.ts'
import type { AnnualScore, BallotScore } from '#shared/domain/score/annual-score.ts'
import { tenthsOfPercent, tenthsText } from '#shared/lib/largest-remainder.ts'
import { roundHalfUp } from '#shared/lib/rational.ts'

/** As many as a room reads at 1024×768. */
export const PEOPLE_A_PAGE = 8

/** A bar of shares that total 1000 tenths of a percent, each with its printed figure. */
export type ShareBar = {
  readonly key: string
  readonly name: string
  readonly parts: readonly {
    readonly label: string
    readonly tone: Tone
    readonly tenths: number
    readonly text: string
  }[]
}

/** A bar of one figure; `width` 0 to 100 is for drawing, `text` is the figure. */
export type ScoreBar = {
  readonly key: string
  readonly name: string
  readonly rank: number
  readonly width: number
  readonly text: string
}

/** What a row of counts is divided into: the scale's options, 弃权, 无效. Empty on a points scale. */
export function partsOf({
  scale,
}: BallotComponent): readonly { readonly id: string; readonly label: string; readonly tone: Tone }[] {
  if (scale.kind !== 'grades') return []
  const scored = scale.options.filter(option => option.points !== undefined)
  return [
    ...scale.options.map(option => ({
      id: option.id,
      label: option.label,
      tone: toneOf(scored.indexOf(option), scored.length),
    })),
    { id: 'abstain', label: PROJECTOR.abstain, tone: 'faint' },
    { id: 'void', label: PROJECTOR.invalid, tone: 'plain' },
  ]
}

/** How each voter group, and all of them together, divided its marks on the first indicator. Groups without marks are left out. */
export function groupBars(people: readonly AnnualScore[], component: BallotComponent): ShareBar[] {
  const groups = component.groups.map(group => ({
    key: group.id,
    name: group.name,
    row: people.reduce<Row>((total, person) => addRows(total, firstRow(person, component, group.id)), EMPTY_ROW),
  }))
  const all = groups.reduce<Row>((total, { row }) => addRows(total, row), EMPTY_ROW)
  return [{ key: '', name: PROJECTOR.all, row: all }, ...groups].flatMap(({ key, name, row }) => {
    const parts = partsOf(component)
    const counts = parts.map(({ id }) =>
      id === 'abstain' ? row.abstain : id === 'void' ? row.invalid : countOf(row.marks, id),
    )
    return shareBar(key, name, parts, counts)
  })
}

/** Each person's shares as the 汇总表 prints them; people without any are left out. */
export function personBars(people: readonly AnnualScore[], component: BallotComponent, scheme: Scheme): ShareBar[] {
  const parts = partsOf(component)
  // The printed rates are the first ballot component's; another component's people are shared out of their rows.
  const isHeadline = ballotComponents(scheme)[0]?.id === component.id
  return people.flatMap(person => {
    const { id, name } = person.instructor
    if (isHeadline)
      return person.rates
        ? shareBar(
            id,
            name,
            parts,
            parts.map(part => person.rates?.categories.find(each => each.id === part.id)?.count ?? 0),
          )
        : []
    const row = component.groups.reduce<Row>(
      (total, group) => addRows(total, firstRow(person, component, group.id)),
      EMPTY_ROW,
    )
    const counts = parts.map(part =>
      part.id === 'abstain' ? row.abstain : part.id === 'void' ? row.invalid : countOf(row.marks, part.id),
    )
    return shareBar(id, name, parts, counts)
  })
}

/** Everybody's score in one ballot component, the highest first; equal printed figures share a rank. */
export function scoreBars(people: readonly AnnualScore[], component: BallotComponent): ScoreBar[] {
  const scored = people.flatMap(person => {
    const score = ballotScore(person, component)?.score
    return score
      ? [{ key: String(person.instructor.id), name: person.instructor.name, score, text: roundHalfUp(score, 2) }]
      : []
  })
  const ordered = scored.toSorted((a, b) => b.score.compare(a.score))
  return ordered.map(({ key, name, text }) => ({
    key,
    name,
    rank: ordered.findIndex(each => each.text === text) + 1,
    width: Number(text),
    text,
  }))
}

/** One page of what the chair chose: only `chosen` where any are, `size` a page; a page beyond the last is the last. */
export function pageOf<T extends { readonly key: string }>(
  bars: readonly T[],
  chosen: readonly string[],
  page: number,
  size: number,
): { readonly bars: readonly T[]; readonly page: number; readonly pages: number } {
  const own = chosen.length === 0 ? bars : bars.filter(bar => chosen.includes(bar.key))
  const pages = Math.max(1, Math.ceil(own.length / size))
  const at = Math.min(page, pages - 1)
  return { bars: own.slice(at * size, (at + 1) * size), page: at, pages }
}

function shareBar(key: string, name: string, parts: ReturnType<typeof partsOf>, counts: readonly number[]): ShareBar[] {
  const shares = tenthsOfPercent(counts)
  if (!shares) return []
  return [
    {
      key,
      name,
      parts: parts.map(({ label, tone }, index) => ({
        label,
        tone,
        tenths: shares[index] ?? 0,
        text: PROJECTOR.percent(tenthsText(shares[index] ?? 0)),
      })),
    },
  ]
}

function ballotScore(person: AnnualScore, component: BallotComponent): BallotScore | undefined {
  return person.components.find(
    (part): part is BallotScore => part.kind === 'ballot' && part.component.id === component.id,
  )
}

function firstRow(person: AnnualScore, component: BallotComponent, group: string): Row {
  const own = ballotScore(person, component)?.groups.find(each => each.group.id === group)
  return own?.indicators[0]?.row ?? EMPTY_ROW
}
