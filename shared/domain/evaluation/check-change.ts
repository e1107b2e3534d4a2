import type { z } from 'zod'
import { at, type Fault } from '#shared/lib/fault.ts'
import type { DeepReadonly } from '#shared/lib/readonly.ts'
import { failure, type Result, success } from '#shared/lib/result.ts'
import { shapeFaults } from '#shared/lib/shape-faults.ts'
import { checkEvaluation } from './check-evaluation.ts'
import { type Evaluation, evaluationSchema } from './evaluation.ts'

/** An evaluation as an edit leaves it: plain strings where the checked one holds ids and decimals. */
export type EvaluationDraft = DeepReadonly<z.input<typeof evaluationSchema>>

export type EvaluationKey = keyof Evaluation

/** The keys of an evaluation in the file's order. */
export const EVALUATION_KEYS = Object.keys(evaluationSchema.shape) as readonly EvaluationKey[]

/**
 * An edited evaluation checked as a file's would be: the evaluation, or every fault with its place. What the edit left
 * alone (the very same objects as in `before`, which is without faults) is not read or checked again and keeps its
 * identity, so that an edit costs what it changes and views may compare by identity.
 */
export function checkChange(before: Evaluation, after: EvaluationDraft): Result<Evaluation, readonly Fault[]> {
  const faults: Fault[] = []
  const checked: Partial<Record<EvaluationKey, unknown>> = {}
  for (const key of EVALUATION_KEYS) {
    const value = after[key]
    if (value === undefined) continue
    checked[key] = value === before[key] ? value : readPart(key, value, before[key], faults)
  }
  if (faults.length > 0) return failure(faults)
  // Every key is the old one's own or was just read by the schema of that key.
  const evaluation = checked as Evaluation
  const senseless = checkEvaluation(evaluation, before)
  return senseless.length > 0 ? failure(senseless) : success(evaluation)
}

function readPart(key: EvaluationKey, value: unknown, before: unknown, faults: Fault[]): unknown {
  if (!Array.isArray(value) || !Array.isArray(before)) return readValue(key, value, at(key), faults)
  const known = new Set<unknown>(before)
  return value.map((record, index) => {
    if (known.has(record)) return record
    const read = readValue(key, [record], at(key, index), faults)
    return Array.isArray(read) ? read[0] : undefined
  })
}

/** A key's value by the key's own schema. A single record comes as a list of one, and its faults get its real place. */
function readValue(key: EvaluationKey, value: unknown, place: string, faults: Fault[]): unknown {
  const parsed = evaluationSchema.shape[key].safeParse(value)
  if (parsed.success) return parsed.data
  const single = place !== key
  for (const fault of shapeFaults(parsed.error, value)) {
    const inside = single ? fault.path.replace(/^\[0\]/, '') : fault.path
    faults.push({ ...fault, path: inside === '' || inside.startsWith('[') ? place + inside : joined(place, inside) })
  }
  return undefined
}

function joined(place: string, inside: string): string {
  return inside.startsWith('.') ? place + inside : `${place}.${inside}`
}
