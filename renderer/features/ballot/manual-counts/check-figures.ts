import { MANUAL_COUNTS } from '#renderer/strings/manual-counts.ts'
import { checkMeetings } from '#shared/domain/ballot/check-meetings.ts'
import { meetingSchema } from '#shared/domain/ballot/meeting.ts'
import { pilesOf } from '#shared/domain/ballot/pile.ts'
import type { EvaluationDraft } from '#shared/domain/evaluation/check-change.ts'
import { faultWords } from '#shared/domain/evaluation/fault-words.ts'
import type { BallotComponent, Scheme } from '#shared/domain/scheme/scheme.ts'
import { FIGURES, type FiguresForm, figureOf, VOIDED } from './figures-form.ts'

const words = MANUAL_COUNTS.form

export type MeetingDraft = NonNullable<EvaluationDraft['meetings']>[number]

export type CheckedFigures = {
  /** What is wrong with a cell, by `<group> <column>`. */
  readonly problems: ReadonlyMap<string, string>
  /** The meeting that the form says, without tallies; null while a cell is wrong. */
  readonly meeting: MeetingDraft | null
  /** Some group has too few ballots to be counted alone. */
  readonly small: boolean
}

/** The form as a meeting, checked as a file's would be. */
export function checkFigures(
  form: FiguresForm,
  id: string,
  component: BallotComponent,
  scheme: Scheme,
): CheckedFigures {
  const problems = new Map<string, string>()
  for (const row of form.rows) {
    for (const figure of FIGURES)
      if (figureOf(row[figure]) === null) problems.set(`${row.id} ${figure}`, words.notCount)
    if (row.handling === VOIDED && row.reason.trim() === '') problems.set(`${row.id} reason`, words.reasonNeeded)
  }
  const round = figureOf(form.round)
  if (problems.size > 0 || round === null || round < 1) return { problems, meeting: null, small: false }
  const meeting: MeetingDraft = {
    id,
    component: form.component,
    round,
    ...(form.date !== '' && { date: form.date }),
    ...(form.place.trim() !== '' && { place: form.place.trim() }),
    keyed: true,
    groups: form.rows.map(row => ({
      id: row.id,
      expected: figureOf(row.expected) ?? 0,
      attended: figureOf(row.attended) ?? 0,
      printed: figureOf(row.printed) ?? 0,
      issued: figureOf(row.issued) ?? 0,
      returned: figureOf(row.returned) ?? 0,
      void: figureOf(row.void) ?? 0,
      ...(row.handling === VOIDED && { voided: row.reason.trim() }),
      ...(row.handling !== VOIDED && row.handling !== '' && { mergedInto: row.handling }),
    })),
    tallies: [],
  }
  const read = meetingSchema.safeParse(meeting)
  if (!read.success) return { problems, meeting: null, small: false }
  for (const fault of checkMeetings([read.data], scheme, new Map())) {
    const [, place, field = ''] = /^meetings\[0\]\.groups\[(\d+)\]\.(\w+)$/.exec(fault.path) ?? []
    const row = form.rows[Number(place)]
    if (row) problems.set(`${row.id} ${columnOf(field)}`, faultWords(fault))
  }
  const small = pilesOf(read.data, component).some(pile => pile.valid > 0 && pile.counted < scheme.minGroupBallots)
  return { problems, meeting: problems.size > 0 ? null : meeting, small }
}

function columnOf(field: string): string {
  return field === 'mergedInto' || field === 'voided' ? 'handling' : field
}
