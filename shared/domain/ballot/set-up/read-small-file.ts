import type { z } from 'zod'
import type { Fault } from '#shared/lib/fault.ts'
import { parseShape } from '#shared/lib/parse-shape.ts'
import { readJson } from '#shared/lib/read-json.ts'
import type { Result } from '#shared/lib/result.ts'

const MOST_MEGABYTES = 16

/** Reads one of the small JSON files of `box` by its schema: its value, or every fault with its place. */
export function readSmallFile<T>(text: string, schema: z.ZodType<T>): Result<T, readonly Fault[]> {
  const json = readJson(text, MOST_MEGABYTES)
  return json.ok ? parseShape(schema, json.value) : json
}
