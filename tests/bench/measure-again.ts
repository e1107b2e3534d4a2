import { changeOf, isWorse, type Ratios } from './baseline.ts'
import type { Section } from './section.ts'

/** The ratios that lost more than is tolerated against the kept ones. */
export function worseOf(ratios: Ratios, before: Ratios): readonly string[] {
  return Object.entries(ratios).flatMap(([name, ratio]) => (isWorse(changeOf(before, name, ratio)) ? [name] : []))
}

/** A part of the bench as it was measured first, and how to measure it once more. */
export type Measured = {
  readonly part: string
  readonly before: Ratios
  readonly measure: () => Promise<Section>
  readonly section: Section
  /** How long it took, in milliseconds. */
  readonly took: number
}

/**
 * Measures once more, at the run's end, what had a ratio worse than the kept one, and answers all: each ratio of such a part is
 * the middle of both. What else the machine did for some seconds seldom comes back, a slower program does. The shortest first;
 * what would not end before `end` (by `performance.now()`) is left as it was.
 */
export async function measureAgain(all: readonly Measured[], end: number): Promise<readonly Measured[]> {
  const again = new Map<Measured, Section>()
  const doubtful = all.filter(({ section, before }) => worseOf(section.ratios, before).length > 0)
  for (const measured of doubtful.toSorted((a, b) => a.took - b.took))
    if (performance.now() + measured.took < end)
      again.set(measured, middleOf(measured.section, await measured.measure()))
  return all.map(measured => {
    const section = again.get(measured)
    return section ? { ...measured, section } : measured
  })
}

function middleOf(first: Section, second: Section): Section {
  return {
    title: `${second.title}; measured twice`,
    rounds: new Map([...second.rounds].map(([name, times]) => [name, [...(first.rounds.get(name) ?? []), ...times]])),
    ratios: Object.fromEntries(
      Object.entries(second.ratios).map(([name, ratio]) => [name, Math.sqrt(ratio * (first.ratios[name] ?? ratio))]),
    ),
    notes: second.notes,
  }
}
