import type { z } from 'zod'
import { checkScheme } from '#shared/domain/scheme/check-scheme.ts'
import { type Scheme, schemeSchema } from '#shared/domain/scheme/scheme.ts'
import type { Fault, FaultCode } from '#shared/lib/fault.ts'
import { parseShape } from '#shared/lib/parse-shape.ts'
import type { DeepReadonly } from '#shared/lib/readonly.ts'
import { failure, type Result, success } from '#shared/lib/result.ts'

/** A scheme as the designer holds it: every part is there, but texts may be empty and figures half typed (`NaN`). */
export type SchemeDraft = DeepReadonly<z.input<typeof schemeSchema>>

/**
 * The drafted scheme, or every fault at its place (`scheme.components[0].weight`). Unlike the file's door it tells what
 * does not add up beside what cannot be read: both are mended on the same page.
 */
export function readSchemeDraft(draft: SchemeDraft): Result<Scheme, readonly Fault[]> {
  const parsed = parseShape(schemeSchema, draft)
  if (!parsed.ok) return failure(parsed.error.map(fault => ({ ...fault, path: placeOf(fault) })))
  const faults = checkScheme(parsed.value)
  return faults.length > 0 ? failure(faults) : success(parsed.value)
}

function placeOf({ path }: Fault): string {
  return path === '' ? 'scheme' : `scheme.${path}`
}

/** What typing can do to a value; anything else is not a draft of ours. */
const TYPED: ReadonlySet<FaultCode> = new Set([
  'not-a-decimal',
  'not-an-id',
  'reserved-id',
  'empty',
  'too-long',
  'out-of-range',
  'not-whole',
])

/** Whether a kept value is a drafted scheme: the form of one, whatever was typed into it. */
export function isSchemeDraft(value: unknown): value is SchemeDraft {
  const parsed = parseShape(schemeSchema, value)
  return parsed.ok || parsed.error.every(fault => TYPED.has(fault.code))
}
