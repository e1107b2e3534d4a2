import type { z } from 'zod'
import type { Fault } from '#shared/lib/fault.ts'
import { readJson } from '#shared/lib/read-json.ts'
import { failure, type Result, success } from '#shared/lib/result.ts'
import { shapeFaults } from '#shared/lib/shape-faults.ts'

const MOST_MEGABYTES = 16

/** Reads one of the small JSON files of `box` by its schema: its value, or every fault with its place. */
export function readSmallFile<T>(text: string, schema: z.ZodType<T>): Result<T, readonly Fault[]> {
  const json = readJson(text, MOST_MEGABYTES)
  if (!json.ok) return json
  const parsed = schema.safeParse(json.value)
  return parsed.success ? success(parsed.data) : failure(shapeFaults(parsed.error, json.value))
}
