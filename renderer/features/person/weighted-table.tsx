import type { ReactNode } from 'react'
import { MissingMark } from '#renderer/components/missing-mark.tsx'
import { PlainTable } from '#renderer/components/plain-table.tsx'
import { PERSON } from '#renderer/strings/person.ts'
import { type Rational, roundHalfUp, weightText } from '#shared/lib/rational.ts'
import { NoteLines } from './note-lines.tsx'
import { contribution, renormalisation, type WeightedPart } from './weight-steps.ts'

const words = PERSON.steps

export type WeightedRow = WeightedPart & {
  readonly key: string
  /** How the part's score came about. */
  readonly how?: ReactNode
}

type WeightedTableProps = {
  readonly label: string
  readonly head: string
  readonly howHead?: string
  readonly rows: readonly WeightedRow[]
  /** Null for no total. */
  readonly total: Rational | null
}

/** Parts with score, weight and what they bring in, totalled; below, how the weights of missing parts were shared out. */
export function WeightedTable({ label, head, howHead, rows, total }: WeightedTableProps) {
  const figures = (row: WeightedRow): readonly ReactNode[] => [
    scoreCell(row),
    row.used === null ? '—' : `${weightText(row.used)}%`,
    contribution(row) ?? '—',
  ]
  return (
    <>
      <PlainTable
        label={label}
        columns={[
          { title: head, width: howHead === undefined ? undefined : 150 },
          ...(howHead === undefined ? [] : [{ title: howHead }]),
          { title: words.score, align: 'right', width: 80 },
          { title: words.weightUsed, align: 'right', width: 80 },
          { title: words.contribution, align: 'right', width: 80 },
        ]}
        rows={rows.map(row => ({
          key: row.key,
          cells: [row.name, ...(howHead === undefined ? [] : [row.how]), ...figures(row)],
        }))}
        {...(total !== null && {
          foot: [words.total, ...(howHead === undefined ? [] : ['']), '', '100%', roundHalfUp(total, 2)],
        })}
      />
      <NoteLines lines={renormalisation(rows)} />
    </>
  )
}

function scoreCell({ score, optional }: WeightedRow): ReactNode {
  if (score !== null) return roundHalfUp(score, 2)
  return optional ? '—' : <MissingMark>{words.missing}</MissingMark>
}
