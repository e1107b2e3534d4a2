import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import { missingGlyphsLine, missingGlyphs as missingGlyphsOf, suspectsOf } from '#shared/sheets/missing-glyphs.ts'
import { yearData } from '#shared/sheets/year-data.ts'
import { definitionOf } from './definition-of.ts'
import { fontCoverage } from './font-coverage.ts'
import type { PlannedSheet } from './plan-sheets.ts'

/**
 * Every character that these sheets would print and the font lacks, one line a person; none where all can be printed.
 */
export async function missingGlyphs(evaluation: Evaluation, plan: readonly PlannedSheet[]): Promise<string[]> {
  const covers = await fontCoverage()
  const suspects = suspectsOf(evaluation, covers)
  // Only the suspects' sheets are built, to see what of it is printed; for common words, the first person's as well.
  if (suspects.people.size === 0 && !suspects.common) return []
  const people = new Set<string | null>([...suspects.people.keys()].map(person => person.id))
  if (suspects.common) people.add(plan.find(sheet => sheet.instructor !== null)?.instructor ?? null)
  const chosen = new Set(plan.map(sheet => sheet.instructor))
  const printed = [...suspects.people].filter(([person]) => chosen.has(person.id) || chosen.has(null))
  const year = yearData(evaluation)
  const sheets = function* () {
    for (const sheet of plan)
      if (sheet.instructor === null || people.has(sheet.instructor)) yield definitionOf(year, sheet)
  }
  return missingGlyphsOf({ ...suspects, people: new Map(printed) }, sheets(), covers).map(missingGlyphsLine)
}
