import { visit } from 'jsonc-parser'
import type { z } from 'zod'
import { at, FAULT_CODES, type Fault, type FaultCode, fault } from '#shared/lib/fault.ts'
import { failure, type Result, success } from '#shared/lib/result.ts'
import { checkEvaluation } from './check-evaluation.ts'
import { EVALUATION_FORMAT, EVALUATION_VERSION, type Evaluation, evaluationSchema } from './evaluation.ts'

/** The largest evaluation file read, in characters: about a hundred times a large city's year. */
export const MAX_EVALUATION_LENGTH = 64 * 1024 * 1024

/**
 * Reads an evaluation file's text: an evaluation that can be scored, or every fault with its place. Nothing is repaired,
 * guessed or stripped. Faults of the shape come first; only a well-shaped file is checked for sense.
 */
export function readEvaluation(text: string): Result<Evaluation, readonly Fault[]> {
  if (text.length > MAX_EVALUATION_LENGTH)
    return failure([fault('', 'too-large', { megabytes: Math.ceil(text.length / 1024 / 1024), maximum: 64 })])
  const json = parseJson(text.startsWith('\uFEFF') ? text.slice(1) : text)
  if (!json.ok) return json
  const envelope = checkEnvelope(json.value)
  if (envelope) return failure([envelope])
  const parsed = evaluationSchema.safeParse(json.value)
  if (!parsed.success)
    return failure(firstOfEachPlace(parsed.error.issues.flatMap(issue => shapeFaults(issue, json.value))))
  const faults = checkEvaluation(parsed.data)
  return faults.length > 0 ? failure(faults) : success(parsed.data)
}

function parseJson(text: string): Result<unknown, readonly Fault[]> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return failure([fault('', 'not-json', { place: syntaxPlace(text, error) })])
  }
  try {
    const faults = duplicateKeys(text)
    return faults.length > 0 ? failure(faults) : success(value)
  } catch (error) {
    // Nesting of many thousand levels, which no evaluation has, overflows the stack.
    if (error instanceof RangeError) return failure([fault('', 'not-json', { place: '…' })])
    throw error
  }
}

function syntaxPlace(text: string, error: unknown): string {
  const position = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1]
  const before = text.slice(0, position === undefined ? text.length : Number(position))
  const lines = before.split('\n')
  return `${lines.length}:${(lines.at(-1)?.length ?? 0) + 1}`
}

/** `JSON.parse` keeps the last of two equal keys and says nothing; a figure would vanish. */
function duplicateKeys(text: string): Fault[] {
  const faults: Fault[] = []
  const open: Set<string>[] = []
  visit(text, {
    onObjectBegin: () => {
      open.push(new Set())
    },
    onObjectEnd: () => {
      open.pop()
    },
    onObjectProperty: (key, _offset, _length, line, character, path) => {
      const keys = open.at(-1)
      if (keys?.has(key) || key === '__proto__')
        faults.push(fault(at(...path(), key), 'duplicate-key', { value: key, place: `${line + 1}:${character + 1}` }))
      keys?.add(key)
    },
  })
  return faults
}

function checkEnvelope(value: unknown): Fault | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return fault('', 'not-evaluation')
  const { format, version } = value as { readonly format?: unknown; readonly version?: unknown }
  if (format !== EVALUATION_FORMAT) return fault('format', 'not-evaluation')
  if (typeof version === 'number' && version > EVALUATION_VERSION)
    return fault('version', 'newer-version', { value: version, known: EVALUATION_VERSION })
  return version === EVALUATION_VERSION ? null : fault('version', 'unknown-version', { known: EVALUATION_VERSION })
}

const CODES: ReadonlySet<string> = new Set(FAULT_CODES)

/** One zod issue as faults. The schema's own messages are fault codes; the rest is told from the issue's kind. */
function shapeFaults(issue: z.core.$ZodIssue, file: unknown): Fault[] {
  const path = issue.path.map(part => (typeof part === 'number' ? part : String(part)))
  // A key that is not there is told as such, whatever the schema wanted in its place.
  if (isMissing(file, path)) return [fault(at(...path), 'missing')]
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map(key => fault(at(...path, key), 'unknown-key', { value: key }))
    case 'invalid_type':
      return [fault(at(...path), codeOf(issue.message, 'wrong-type'), { expected: issue.expected })]
    case 'invalid_value':
      return [fault(at(...path), 'not-a-choice', { choices: issue.values.map(String).join(' · ') })]
    case 'invalid_union':
      return issue.discriminator === undefined
        ? [fault(at(...path), 'not-an-id')]
        : [
            fault(at(...path), 'not-a-choice', {
              choices: 'options' in issue && Array.isArray(issue.options) ? issue.options.join(' · ') : '',
            }),
          ]
    case 'invalid_key':
      return issue.issues.map(inner => fault(at(...path), codeOf(inner.message, 'not-an-id')))
    case 'too_small':
      return [fault(at(...path), codeOf(issue.message, 'out-of-range'), { minimum: String(issue.minimum) })]
    case 'too_big':
      return [fault(at(...path), codeOf(issue.message, 'out-of-range'), { maximum: String(issue.maximum) })]
    default:
      return [fault(at(...path), codeOf(issue.message, 'wrong-type'))]
  }
}

/** One fault per place: a text that is too long and no decimal either is one thing to mend. */
function firstOfEachPlace(faults: readonly Fault[]): Fault[] {
  return [...Map.groupBy(faults, each => each.path).values()].flatMap(same => same.slice(0, 1))
}

function isMissing(file: unknown, path: readonly (string | number)[]): boolean {
  let value = file
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return true
    value = Reflect.get(value, key)
  }
  return false
}

function codeOf(message: string, otherwise: FaultCode): FaultCode {
  return CODES.has(message) ? (message as FaultCode) : otherwise
}
