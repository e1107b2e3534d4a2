import { changeOf, isWorse, type Ratios } from './baseline.ts'
import type { Section } from './section.ts'

/** The ratios that lost more than is tolerated against the kept ones. */
export function worseOf(ratios: Ratios, before: Ratios): readonly string[] {
  return Object.entries(ratios).flatMap(([name, ratio]) => (isWorse(changeOf(before, name, ratio)) ? [name] : []))
}

/**
 * One part of the bench. Where a ratio is worse than the kept one all of it is measured once more and each ratio is the middle
 * of both: what else the machine did for some seconds seldom comes back, a slower program does.
 */
export async function measureAgain(measure: () => Promise<Section>, before: Ratios): Promise<Section> {
  const first = await measure()
  if (worseOf(first.ratios, before).length === 0) return first
  const second = await measure()
  return {
    title: `${second.title}; measured twice`,
    rounds: new Map([...second.rounds].map(([name, times]) => [name, [...(first.rounds.get(name) ?? []), ...times]])),
    ratios: Object.fromEntries(
      Object.entries(second.ratios).map(([name, ratio]) => [name, Math.sqrt(ratio * (first.ratios[name] ?? ratio))]),
    ),
    notes: second.notes,
  }
}
