import type { Evaluation } from './evaluation.ts'

/**
 * What one meeting needs of its year, as an evaluation file of its own: scheme, plan, and of each appraised person the
 * name, unit and posting. No summaries but the plan's, no phones, ratings or decisions: it travels on a USB stick to the
 * meeting's laptop, and only counts come back. Null where the plan is not in the file.
 */
export function meetingExtract(evaluation: Evaluation, planId: string): Evaluation | null {
  const plan = evaluation.plans?.find(({ id }) => id === planId)
  if (!plan) return null
  const { format, version, year, title, organiser, scheme, instructors } = evaluation
  const named = new Set<string>(plan.instructors)
  for (const { attendance } of plan.groups)
    for (const { instructor } of attendance ?? []) if (instructor) named.add(instructor)
  return {
    format,
    version,
    year,
    title,
    organiser,
    scheme,
    instructors: instructors
      .filter(person => named.has(person.id))
      .map(({ id, name, unit, kind, level, posting }) => ({
        id,
        name,
        kind,
        ...(unit === undefined ? {} : { unit }),
        ...(level === undefined ? {} : { level }),
        ...(posting === undefined ? {} : { posting }),
      })),
    self: [],
    plans: [plan],
    meetings: [],
    ratings: [],
    decisions: [],
  }
}
