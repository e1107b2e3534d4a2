import { SHEETS_A_VOLUME } from '#shared/contract/sheets.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import { forms } from '#shared/sheets/forms.ts'
import type { PlannedSheet } from './plan-sheets.ts'
import { safeFileName } from './safe-file-name.ts'

/** One file of many sheets. */
export type PlannedVolume = {
  /** Relative to the job's folder. */
  readonly file: string
  /** What the file is called in its properties. */
  readonly title: string
  readonly sheets: readonly PlannedSheet[]
}

/**
 * The sheets bound, in their order: one file, or volumes of about the same size where they are more than `most`:
 * `2026年度考评表格（合订）.pdf`, `… 第1册.pdf`; a single form gives its name.
 */
export function planVolumes(
  { year }: Evaluation,
  plan: readonly PlannedSheet[],
  most: number = SHEETS_A_VOLUME,
): PlannedVolume[] {
  const [only, ...others] = new Set(plan.map(sheet => sheet.form))
  const form = others.length === 0 ? forms.find(each => each.id === only) : undefined
  const title = `${year}年度${form?.title ?? '考评表格'}（合订）`
  const volumes = Math.ceil(plan.length / most)
  const size = Math.ceil(plan.length / volumes)
  return Array.from({ length: volumes }, (_, index) => {
    const own = volumes === 1 ? title : `${title} 第${index + 1}册`
    return { title: own, file: `${safeFileName(own)}.pdf`, sheets: plan.slice(index * size, (index + 1) * size) }
  })
}
