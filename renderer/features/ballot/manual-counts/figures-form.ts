import type { Meeting, MeetingGroup } from '#shared/domain/ballot/meeting.ts'
import type { BallotComponent } from '#shared/domain/scheme/scheme.ts'

export const FIGURES = ['expected', 'attended', 'printed', 'issued', 'returned', 'void'] as const
export type Figure = (typeof FIGURES)[number]

/** One group's line as it is typed. */
export type FigureRow = Readonly<Record<Figure, string>> & {
  readonly id: string
  readonly name: string
  /** '' counted alone, `void`, or the group it is counted into. */
  readonly handling: string
  readonly reason: string
}

/** A meeting's figures as they are typed. */
export type FiguresForm = {
  readonly component: string
  readonly date: string
  readonly place: string
  readonly round: string
  readonly rows: readonly FigureRow[]
}

/** In `handling`: the whole group is void. No group's id holds a star. */
export const VOIDED = '*'

/** The form of a meeting, or an empty one with the component's groups. */
export function formOf(meeting: Meeting | null, component: BallotComponent): FiguresForm {
  return {
    component: component.id,
    date: meeting?.date ?? '',
    place: meeting?.place ?? '',
    round: String(meeting?.round ?? 1),
    rows: component.groups.map(({ id, name }) => ({
      id,
      name,
      ...lineOf(meeting?.groups.find(group => group.id === id)),
    })),
  }
}

function lineOf(group: MeetingGroup | undefined): Omit<FigureRow, 'id' | 'name'> {
  const figure = (value: number | undefined) => (value === undefined ? '' : String(value))
  return {
    expected: figure(group?.expected),
    attended: figure(group?.attended),
    printed: figure(group?.printed),
    issued: figure(group?.issued),
    returned: figure(group?.returned),
    void: figure(group?.void),
    handling: group?.voided === undefined ? (group?.mergedInto ?? '') : VOIDED,
    reason: group?.voided ?? '',
  }
}

/** The number that was typed; null of what is none. */
export function figureOf(text: string): number | null {
  return /^[0-9]{1,9}$/.test(text.trim()) ? Number(text.trim()) : null
}

export function isFiguresForm(value: unknown): value is FiguresForm {
  if (typeof value !== 'object' || value === null) return false
  const texts = ['component', 'date', 'place', 'round'].every(field => typeof Reflect.get(value, field) === 'string')
  const rows: unknown = Reflect.get(value, 'rows')
  return texts && Array.isArray(rows) && rows.every(isFigureRow)
}

function isFigureRow(row: unknown): boolean {
  return (
    typeof row === 'object' &&
    row !== null &&
    ['id', 'name', 'handling', 'reason', ...FIGURES].every(field => typeof Reflect.get(row, field) === 'string')
  )
}
