import { z } from 'zod'
import { parseShape } from '#shared/lib/parse-shape.ts'
import { failure, type Result, success } from '#shared/lib/result.ts'
import type { CatalogueEntry } from './catalogue.ts'

// data/catalogue.json: the catalogue for programs, and for `verify`.

const FORMAT = 'pingyi/archive'
const VERSION = 1

const text = z.string().max(20_000)
const number = z.int().min(1).max(1_000_000_000)

const schema = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  year: number,
  entries: z.array(
    z.strictObject({
      sequence: number,
      number: text,
      documentNumber: text,
      responsible: text,
      title: text,
      date: text,
      secrecy: text,
      pages: number,
      note: text,
      file: text,
      attached: z.literal(true).optional(),
      signed: z.array(text).optional(),
    }),
  ),
  papers: z.array(text).optional(),
  sample: z.literal(true).optional(),
})

/** What data/catalogue.json holds: the documents, and the papers around them (none in the first archives). */
export type CatalogueFile = {
  readonly entries: readonly CatalogueEntry[]
  readonly papers: readonly string[]
  /** The sample year's: whatever is printed of it later says so too. */
  readonly sample?: boolean | undefined
}

/** The text of data/catalogue.json: two spaces of indent, a final newline; the same catalogue gives the same bytes. */
export function writeCatalogue(year: number, { entries, papers, sample }: CatalogueFile): string {
  const marked = sample ? { sample: true } : {}
  return `${JSON.stringify({ format: FORMAT, version: VERSION, year, entries, papers, ...marked }, null, 2)}\n`
}

/** The catalogue in a file's text; why it is none. A later version is told as such. */
export function readCatalogue(content: string): Result<CatalogueFile, 'not-a-catalogue' | 'newer-version'> {
  let value: unknown
  try {
    value = JSON.parse(content)
  } catch {
    return failure('not-a-catalogue')
  }
  const parsed = parseShape(schema, value)
  if (parsed.ok) {
    const { entries, papers = [], sample = false } = parsed.value
    return success({ entries, papers, sample })
  }
  const envelope = parseShape(z.object({ format: z.literal(FORMAT), version: z.int() }), value)
  return failure(envelope.ok && envelope.value.version > VERSION ? 'newer-version' : 'not-a-catalogue')
}
