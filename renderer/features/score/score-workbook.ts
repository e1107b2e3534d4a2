import { poolWords } from '#renderer/strings/pool-words.ts'
import { SCORE } from '#renderer/strings/score.ts'
import type { WrittenSheet } from '#shared/contract/workbooks-sheets.ts'
import { lastDecisions } from '#shared/domain/decision/decision.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import { KIND_WORDS, LEVEL_WORDS } from '#shared/domain/roster/words.ts'
import type { YearScore } from '#shared/domain/score/annual-score.ts'
import { gapGroups } from '#shared/domain/score/gap-groups.ts'
import { gapsOf } from '#shared/domain/score/gaps.ts'
import { resultsOf } from '#shared/domain/score/results.ts'
import { decidedWords, fullRemarks, proposedWords } from '#shared/sheets/score-words.ts'
import { type ScoreRow, scoredRows } from './score-rows.ts'
import { type SheetColumn, sheetOf, type WrittenCell } from './sheet-of.ts'

const words = SCORE.workbook

/** The year's figures as an Excel file: ranking, components, rates, quota, what is missing. Every figure as printed; a sample says so. */
export function scoreWorkbook(evaluation: Evaluation, score: YearScore, sample: boolean): WrittenSheet[] {
  const rows = scoredRows(score, resultsOf(score))
  const title = (name: string) => words.title(evaluation.title, name, sample)
  return [
    sheetOf(words.ranking, title(words.rankingTitle), rankingColumns(evaluation), rows),
    sheetOf(words.components, title(words.components), componentColumns(evaluation), rows),
    sheetOf(words.rates, title(words.rates), rateColumns(score), rows),
    sheetOf(words.quota, title(words.quota), quotaColumns(evaluation), score.quota),
    sheetOf(words.gaps, title(words.gaps), gapColumns(), gapGroups(gapsOf(score))),
  ]
}

function text(value: string): WrittenCell {
  return { text: value, style: 'text' }
}

function whole(value: number | null): WrittenCell {
  return value === null ? text('—') : { number: String(value), style: 'number' }
}

/** A printed score; where there is none, the word for it. */
function decimal(value: string | null | undefined, none: string = SCORE.ranking.lacks): WrittenCell {
  return value === null || value === undefined ? text(none) : { number: value, style: 'decimal' }
}

function rankingColumns({ scheme, decisions }: Evaluation): readonly SheetColumn<ScoreRow>[] {
  const last = lastDecisions(decisions)
  return [
    { head: SCORE.ranking.rank, width: 6, cell: ({ result }) => whole(result.rank) },
    { head: SCORE.ranking.person, width: 10, cell: ({ person }) => text(person.instructor.name) },
    { head: words.unit, width: 28, cell: ({ person }) => text(person.instructor.unit ?? '') },
    { head: SCORE.ranking.posting, width: 14, cell: ({ person }) => text(person.instructor.posting ?? '') },
    { head: SCORE.ranking.kind, width: 8, cell: ({ person }) => text(KIND_WORDS.get(person.instructor.kind) ?? '') },
    {
      head: words.level,
      width: 8,
      cell: ({ person: { instructor } }) => text(LEVEL_WORDS.get(instructor.level ?? '') ?? instructor.level ?? ''),
    },
    ...scheme.components.map(
      (component): SheetColumn<ScoreRow> => ({
        head: component.name,
        width: 12,
        cell: ({ result }) => decimal(result.components.find(part => part.id === component.id)?.score),
      }),
    ),
    { head: SCORE.ranking.bonus, width: 8, cell: ({ result }) => decimal(result.bonus) },
    { head: SCORE.ranking.penalty, width: 8, cell: ({ result }) => decimal(result.penalty) },
    { head: SCORE.ranking.total, width: 9, cell: ({ result }) => decimal(result.total, '—') },
    { head: SCORE.ranking.grade, width: 10, cell: ({ person }) => text(proposedWords(person)) },
    {
      head: words.decided,
      width: 10,
      cell: ({ person }) => text(decidedWords(last.get(person.instructor.id), scheme)),
    },
    { head: SCORE.ranking.remarks, width: 50, cell: ({ person }) => text(fullRemarks(person, scheme).join('；')) },
  ]
}

function componentColumns({ scheme }: Evaluation): readonly SheetColumn<ScoreRow>[] {
  return [
    { head: SCORE.ranking.person, width: 10, cell: ({ person }) => text(person.instructor.name) },
    ...scheme.components.flatMap((component): SheetColumn<ScoreRow>[] => {
      const own = ({ result }: ScoreRow) => result.components.find(part => part.id === component.id)
      const groups = component.kind === 'ballot' ? component.groups : []
      return [
        { head: words.weight(component.name), width: 12, cell: row => decimal(own(row)?.weight) },
        { head: words.score(component.name), width: 12, cell: row => decimal(own(row)?.score) },
        ...groups.flatMap((group): SheetColumn<ScoreRow>[] => {
          const part = (row: ScoreRow) => own(row)?.groups?.find(each => each.id === group.id)
          return [
            { head: words.score(group.name), width: 12, cell: row => decimal(part(row)?.score) },
            { head: words.ballots(group.name), width: 12, cell: row => whole(part(row)?.ballots ?? null) },
          ]
        }),
      ]
    }),
  ]
}

function rateColumns({ people }: YearScore): readonly SheetColumn<ScoreRow>[] {
  const categories = people.find(person => person.rates)?.rates?.categories ?? []
  return [
    { head: SCORE.ranking.person, width: 10, cell: ({ person }) => text(person.instructor.name) },
    ...categories.map(
      (category): SheetColumn<ScoreRow> => ({
        head: `${category.label}%`,
        width: 12,
        cell: ({ result }) => {
          const rate = result.rates?.[category.id]
          return rate === undefined ? text('—') : { number: rate, style: 'number' }
        },
      }),
    ),
    { head: words.denominator, width: 10, cell: ({ person }) => whole(person.rates?.denominator ?? null) },
  ]
}

function quotaColumns({ scheme, instructors }: Evaluation): readonly SheetColumn<YearScore['quota'][number]>[] {
  const names = new Map<string, string>(instructors.map(person => [person.id, person.name]))
  const list = (ids: readonly string[]) => text(ids.map(id => names.get(id) ?? id).join('、'))
  return [
    { head: SCORE.quota.pool, width: 12, cell: pool => text(poolWords(pool.pool, scheme)) },
    { head: SCORE.quota.base, width: 8, cell: pool => whole(pool.base) },
    { head: SCORE.quota.places, width: 8, cell: pool => whole(pool.places) },
    { head: SCORE.quota.within, width: 40, cell: pool => list(pool.within) },
    { head: SCORE.quota.tied, width: 30, cell: pool => list(pool.tied) },
    { head: SCORE.quota.over, width: 40, cell: pool => list(pool.over) },
  ]
}

function gapColumns(): readonly SheetColumn<ReturnType<typeof gapGroups>[number]>[] {
  return [
    { head: SCORE.gaps.what, width: 24, cell: group => text(group.what) },
    { head: SCORE.gaps.effect, width: 20, cell: group => text(group.effect) },
    { head: SCORE.gaps.count, width: 8, cell: group => whole(group.people.length) },
    { head: SCORE.gaps.people, width: 80, cell: group => text(group.people.map(person => person.name).join('、')) },
  ]
}
