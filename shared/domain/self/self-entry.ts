import type { SelfComponent } from '#shared/domain/scheme/scheme.ts'
import { type Rational, rational, sum } from '#shared/lib/rational.ts'
import { type FormFault, formFault } from './form/form-fault.ts'
import { countFault, plainNumber, pointsFault } from './form/read-number.ts'
import type { SelfDraft } from './self.ts'
import { WORKLOAD_FIELDS } from './workload.ts'

/** The figures of one self-assessment as they are typed, by `work:visits`, `score:policy`, or `score` without indicators. */
export type SelfCells = Readonly<Record<string, string>>

const MOST_WORK = 1_000_000_000

/** The cells to fill in, in the order of the forms: work figures, then scores. */
export function selfCellIds(component: SelfComponent): readonly string[] {
  return [...WORKLOAD_FIELDS.map(field => `work:${field}`), ...scoreCellIds(component)]
}

/** The cells that hold scores. */
export function scoreCellIds({ indicators }: SelfComponent): readonly string[] {
  return indicators ? indicators.map(indicator => `score:${indicator.id}`) : ['score']
}

/** A record's figures as cells; what is not there is left out. */
export function selfCells(record: SelfDraft | null | undefined): SelfCells {
  return Object.fromEntries([
    ...WORKLOAD_FIELDS.flatMap(field => {
      const figure = record?.workload?.[field]
      return figure === undefined ? [] : [[`work:${field}`, String(figure)]]
    }),
    ...Object.entries(record?.scores ?? {}).map(([id, value]) => [`score:${id}`, value]),
    ...(record?.score === undefined ? [] : [['score', record.score]]),
  ])
}

/** What is wrong with one cell beside the others; a blank score is a fault once another one is given. */
export function selfCellFault(id: string, cells: SelfCells, component: SelfComponent): FormFault | null {
  const read = plainNumber(cells[id] ?? '')
  if (!read.ok) return read.error
  const isScore = !id.startsWith('work:')
  if (read.value === '') {
    const partly = isScore && scoreCellIds(component).some(each => (cells[each] ?? '').trim() !== '')
    return partly ? formFault('blank') : null
  }
  if (!isScore) return countFault(read.value, 0, MOST_WORK)
  const indicator = component.indicators?.find(each => `score:${each.id}` === id)
  return pointsFault(read.value, indicator?.points ?? '100')
}

/** The sum of the scores that are filled in and right; null where there is none. */
export function selfCellsTotal(cells: SelfCells, component: SelfComponent): Rational | null {
  const right = scoreCellIds(component).flatMap(id => {
    const read = plainNumber(cells[id] ?? '')
    return read.ok && read.value !== '' ? [rational(read.value)] : []
  })
  return right.length === 0 ? null : sum(right)
}

export type SelfEntry = {
  /** The record as far as its cells are right; null where nothing is left of it. */
  readonly record: SelfDraft | null
  /** The cells that cannot be saved as they are: wrong ones, and scores while some are blank. */
  readonly held: SelfCells
}

/**
 * What cells make of a person's record. A wrong work figure is not taken, and scores are only taken all together
 * (SCORING.md: some without the others are refused); for what is not taken the record keeps what it had, and the cells are
 * `held`, so that nothing typed is lost. Summary and attachments of `before` stay.
 */
export function enterSelf(
  instructor: string,
  before: SelfDraft | null | undefined,
  cells: SelfCells,
  component: SelfComponent,
): SelfEntry {
  const held: Record<string, string> = {}
  const wrong = (ids: readonly string[]) => {
    if (!ids.some(id => selfCellFault(id, cells, component))) return false
    for (const id of ids) held[id] = cells[id] ?? ''
    return true
  }
  const workload = WORKLOAD_FIELDS.flatMap(field => {
    const id = `work:${field}`
    const figure = wrong([id]) ? before?.workload?.[field] : number(cells[id])
    return figure === undefined ? [] : [[field, Number(figure)] as const]
  })
  const scored = !wrong(scoreCellIds(component))
  const scores = (component.indicators ?? []).flatMap(({ id }) => {
    const score = number(cells[`score:${id}`])
    return score === undefined ? [] : [[id, score] as const]
  })
  const score = scored ? (component.indicators ? undefined : number(cells['score'])) : before?.score
  const kept = scored ? Object.fromEntries(scores) : before?.scores
  const record = compactSelf({
    instructor,
    ...(before?.summary !== undefined && { summary: before.summary }),
    workload: Object.fromEntries(workload),
    ...(kept && { scores: kept }),
    ...(score !== undefined && { score }),
    ...(before?.attachments && { attachments: before.attachments }),
  })
  return { record, held }
}

function number(cell: string | undefined): string | undefined {
  const read = plainNumber(cell ?? '')
  return read.ok && read.value !== '' ? read.value : undefined
}

/** A record without its empty parts; null where nothing but the name is left. */
export function compactSelf(record: SelfDraft): SelfDraft | null {
  const { instructor, summary, workload, scores, score, attachments } = record
  const compact: SelfDraft = {
    instructor,
    ...(summary !== undefined && summary.trim() !== '' && { summary }),
    ...(workload && Object.keys(workload).length > 0 && { workload }),
    ...(scores && Object.keys(scores).length > 0 && { scores }),
    ...(score !== undefined && { score }),
    ...(attachments && attachments.length > 0 && { attachments }),
  }
  return Object.keys(compact).length > 1 ? compact : null
}

/** The records with one person's set, or with null taken away; the others stay the same objects. */
export function withSelf(
  self: readonly SelfDraft[],
  instructor: string,
  record: SelfDraft | null,
): readonly SelfDraft[] {
  const index = self.findIndex(each => each.instructor === instructor)
  if (record === null) return index < 0 ? self : self.toSpliced(index, 1)
  return index < 0 ? [...self, record] : self.with(index, record)
}
