import type { z } from 'zod'
import { at, type Fault, fault } from './fault.ts'
import { failure, type Result, success } from './result.ts'
import { shapeFaults } from './shape-faults.ts'

/**
 * A parsed JSON value by its schema: the value, or every fault of its shape with its place. Never throws on what a file
 * holds: zod does on `{ "length": {} }` in a text's place, whose length it compares; such places are told as no text.
 */
export function parseShape<T>(schema: z.ZodType<T>, value: unknown): Result<T, readonly Fault[]> {
  try {
    const parsed = schema.safeParse(value)
    return parsed.success ? success(parsed.data) : failure(shapeFaults(parsed.error, value))
  } catch (error) {
    const faults = falseLengths(value, [])
    if (faults.length === 0) throw error
    return failure(faults)
  }
}

function falseLengths(value: unknown, path: readonly (string | number)[]): Fault[] {
  if (typeof value !== 'object' || value === null) return []
  const own = 'length' in value && typeof value.length === 'object'
  const below = Object.entries(value).flatMap(([key, child]) =>
    falseLengths(child, [...path, Array.isArray(value) ? Number(key) : key]),
  )
  return own ? [fault(at(...path), 'wrong-type', { expected: 'string' }), ...below] : below
}
