import { z } from 'zod'
import { MOST_COLUMNS, type Sheet } from '#shared/domain/roster/registration/grid.ts'

/** The most rows of a sheet that is written. */
export const MOST_ROWS_WRITTEN = 50_000

const cell = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text: z.string() }),
  z.strictObject({
    kind: z.literal('number'),
    value: z.number(),
    text: z.string(),
    day: z.string().nullable(),
    formula: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('date'), day: z.string() }),
  z.strictObject({ kind: z.literal('uncomputed') }),
  z.strictObject({ kind: z.literal('error'), text: z.string() }),
])

/** A sheet that was read: `Sheet` of shared/domain/roster/registration/grid.ts. */
export const sheetSchema = z.strictObject({
  name: z.string(),
  hidden: z.boolean(),
  rows: z
    .array(z.strictObject({ number: z.int(), hidden: z.boolean(), cells: z.array(cell.nullable()).readonly() }))
    .readonly(),
  merges: z.array(z.strictObject({ top: z.int(), left: z.int(), bottom: z.int(), right: z.int() })).readonly(),
}) satisfies z.ZodType<Sheet>

/**
 * How a written cell looks. `text`, `left` and `note` keep what is typed as text (a phone's zeros); `number` is as typed,
 * `decimal` shows two places. `title`, `head` and `note` have no border.
 */
export const CELL_STYLES = ['plain', 'title', 'head', 'header', 'number', 'decimal', 'text', 'left', 'note'] as const

const style = z.enum(CELL_STYLES)
const place = /^[A-Z]{1,2}[1-9][0-9]{0,5}$/
const range = z.string().refine(text => {
  const ends = text.split(':')
  return (ends.length === 1 || ends.length === 2) && ends.every(end => place.test(end))
}, 'not a range')

/** A cell to write: text, an exact decimal as a number cell, or an empty one with its looks. */
const writtenCell = z.union([
  z.strictObject({ text: z.string().max(32_767), style }),
  z.strictObject({ number: z.string().regex(/^-?[0-9]{1,15}(\.[0-9]{1,15})?$/), style }),
])

/** What Excel and WPS check while a cell is filled in, with the hint they show; `check` null: the hint only. */
const rule = z.strictObject({
  range,
  title: z.string().max(32),
  hint: z.string().max(255),
  check: z
    .discriminatedUnion('type', [
      /** 255 characters of choices together at most (Excel's limit); none may hold a comma. */
      z.strictObject({
        type: z.literal('list'),
        choices: z
          .array(
            z
              .string()
              .min(1)
              .regex(/^[^,]*$/),
          )
          .min(1)
          .readonly()
          .refine(choices => choices.join(',').length <= 255, 'too long for Excel'),
      }),
      z.strictObject({ type: z.literal('whole'), from: z.int(), to: z.int() }),
      /** Both ends as decimals. */
      z.strictObject({
        type: z.literal('decimal'),
        from: z.string().regex(/^-?[0-9]{1,15}(\.[0-9]{1,15})?$/),
        to: z.string().regex(/^-?[0-9]{1,15}(\.[0-9]{1,15})?$/),
      }),
    ])
    .nullable(),
})

/** A sheet to write, on A4 landscape, as wide as the page; the row `headerRow` (from 1) stays in sight and is repeated on every page. */
export const writtenSheet = z.strictObject({
  /** Excel's own rules: at most 31 characters, none of `[]:*?/\`, no quote at either end. */
  name: z
    .string()
    .min(1)
    .max(31)
    .regex(/^(?!')[^[\]:*?/\\\p{Cc}]+(?<!')$/u),
  /** Never shown to whoever fills it in, e.g. ids. */
  hidden: z.boolean().optional(),
  /** Column widths in characters of a Latin digit; a Chinese character takes two. */
  widths: z.array(z.number().min(1).max(255)).min(1).max(MOST_COLUMNS).readonly(),
  /** `height` in points; left out: as much as the text needs at the columns' widths. */
  rows: z
    .array(
      z.strictObject({ height: z.number().min(1).max(409).optional(), cells: z.array(writtenCell).max(MOST_COLUMNS) }),
    )
    .max(MOST_ROWS_WRITTEN),
  merges: z.array(range).max(10_000).readonly().optional(),
  headerRow: z.int().min(0).max(MOST_ROWS_WRITTEN),
  rules: z.array(rule).max(1000).readonly().optional(),
})

export type WrittenSheet = Readonly<z.infer<typeof writtenSheet>>
