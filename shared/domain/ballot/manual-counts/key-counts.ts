import type { Meeting, Tally } from '#shared/domain/ballot/meeting.ts'
import { type Pile, pilesOf } from '#shared/domain/ballot/pile.ts'
import type { BallotComponent } from '#shared/domain/scheme/scheme.ts'
import { ballotsIn, type CountCells, isBlank, readCells } from './count-cells.ts'

/** Which rows of a meeting are keyed together. */
export type CountsPlace = { readonly group: string; readonly indicator: string }

type TallyDraft = Omit<Tally, 'instructor' | 'group' | 'indicator'> & {
  readonly instructor: string
  readonly group: string
  readonly indicator: string
}

export type Keyed = {
  readonly tallies: readonly (Tally | TallyDraft)[]
  /** Rows that do not reconcile (yet), by instructor: they are kept as typed and no row of them is in the year. */
  readonly pending: ReadonlyMap<string, CountCells>
}

/** Whether a row of counts may stand in the pile: it accounts for every valid ballot, `self` only where peers voted. */
export function reconciles(cells: CountCells, pile: Pile, component: BallotComponent): boolean {
  const counts = readCells(cells, component)
  return counts.ok && ballotsIn(counts.value) === pile.valid && (counts.value.self === 0 || pile.peers)
}

/** The pile that a group's rows are keyed for; undefined where it is merged away, voided or too small to be published. */
export function openPile(
  meeting: Meeting,
  component: BallotComponent,
  group: string,
  minGroupBallots: number,
): Pile | undefined {
  return pilesOf(meeting, component).find(pile => pile.group.id === group && pile.counted >= minGroupBallots)
}

/**
 * A meeting's tallies with rows keyed in: a row that reconciles takes the place of the one before or comes at the end; a
 * row that does not takes the one before out, so that no figure stands that nobody sees; an empty row is no row.
 */
export function keyCounts(
  meeting: Meeting,
  component: BallotComponent,
  { group, indicator }: CountsPlace,
  pile: Pile,
  rows: ReadonlyMap<string, CountCells>,
): Keyed {
  const pending = new Map<string, CountCells>()
  const good = new Map<string, TallyDraft>()
  for (const [instructor, cells] of rows) {
    if (isBlank(cells)) continue
    const counts = readCells(cells, component)
    if (counts.ok && reconciles(cells, pile, component))
      good.set(instructor, { instructor, group, indicator, ...counts.value })
    else pending.set(instructor, cells)
  }
  const tallies: (Tally | TallyDraft)[] = []
  for (const tally of meeting.tallies) {
    if (tally.group !== group || tally.indicator !== indicator || !rows.has(tally.instructor)) {
      tallies.push(tally)
      continue
    }
    const keyed = good.get(tally.instructor)
    if (keyed) tallies.push(keyed)
    good.delete(tally.instructor)
  }
  return { tallies: [...tallies, ...good.values()], pending }
}
