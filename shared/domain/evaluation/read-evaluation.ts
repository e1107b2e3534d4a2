import { type Fault, fault } from '#shared/lib/fault.ts'
import { parseShape } from '#shared/lib/parse-shape.ts'
import { readJson } from '#shared/lib/read-json.ts'
import { failure, type Result, success } from '#shared/lib/result.ts'
import { checkEvaluation } from './check-evaluation.ts'
import { EVALUATION_FORMAT, EVALUATION_VERSION, type Evaluation, evaluationSchema } from './evaluation.ts'

/** The largest evaluation file read: about a hundred times a large city's year. */
export const MAX_EVALUATION_MEGABYTES = 64

/**
 * Reads an evaluation file's text: an evaluation that can be scored, or every fault with its place. Nothing is repaired,
 * guessed or stripped. Faults of the shape come first; only a well-shaped file is checked for sense.
 */
export function readEvaluation(text: string): Result<Evaluation, readonly Fault[]> {
  const json = readJson(text, MAX_EVALUATION_MEGABYTES)
  if (!json.ok) return json
  const envelope = checkEnvelope(json.value)
  if (envelope) return failure([envelope])
  const parsed = parseShape<Evaluation>(evaluationSchema, json.value)
  if (!parsed.ok) return parsed
  const faults = checkEvaluation(parsed.value)
  return faults.length > 0 ? failure(faults) : success(parsed.value)
}

function checkEnvelope(value: unknown): Fault | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return fault('', 'not-evaluation')
  const { format, version } = value as { readonly format?: unknown; readonly version?: unknown }
  if (format !== EVALUATION_FORMAT) return fault('format', 'not-evaluation')
  if (typeof version === 'number' && version > EVALUATION_VERSION)
    return fault('version', 'newer-version', { value: version, known: EVALUATION_VERSION })
  return version === EVALUATION_VERSION ? null : fault('version', 'unknown-version', { known: EVALUATION_VERSION })
}
