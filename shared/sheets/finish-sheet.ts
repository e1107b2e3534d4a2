import type { ArchiveStamp, Definition } from './paper/definition.ts'
import { sheetCode, sheetDigest } from './paper/sheet-code.ts'

/** On sheets of the sample year, which must never be taken for real ones. */
export const SAMPLE_WORDS = '示例'

/** A paper that is no form, marked where it is the sample's. */
export function sampleMarked(definition: Definition, sample: boolean | undefined): Definition {
  return sample ? { ...definition, watermark: SAMPLE_WORDS } : definition
}

/**
 * A form's sheet as it is printed: with the code for its pages' QR, the watermark of the sample year, and the archive's
 * stamp where it is archived. The form itself knows none of them.
 */
export function finishSheet(
  definition: Definition,
  sheet: {
    readonly year: number
    readonly form: string
    readonly instructor: string | null
    readonly sample?: boolean | undefined
    readonly stamp?: ArchiveStamp | undefined
  },
): Definition {
  return {
    ...sampleMarked(definition, sheet.sample),
    code: sheetCode({ ...sheet, digest: sheetDigest(definition) }),
    ...(sheet.stamp ? { stamp: sheet.stamp } : {}),
  }
}
