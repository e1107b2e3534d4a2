import type { z } from 'zod'
import { at, FAULT_CODES, type Fault, type FaultCode, fault } from './fault.ts'

const CODES: ReadonlySet<string> = new Set(FAULT_CODES)

/**
 * A schema's issues with `file` as faults, one per place: a text that is too long and no decimal either is one thing to
 * mend. The schemas' own messages are fault codes; the rest is told from the issue's kind.
 */
export function shapeFaults(error: z.ZodError, file: unknown): Fault[] {
  const faults = error.issues.flatMap(issue => issueFaults(issue, file))
  return [...Map.groupBy(faults, each => each.path).values()].flatMap(same => same.slice(0, 1))
}

function issueFaults(issue: z.core.$ZodIssue, file: unknown): Fault[] {
  const path = issue.path.map(part => (typeof part === 'number' ? part : String(part)))
  const place = at(...path)
  // A key that is not there is told as such, whatever the schema wanted in its place.
  if (isMissing(file, path)) return [fault(place, 'missing')]
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map(key => fault(at(...path, key), 'unknown-key', { value: key }))
    case 'invalid_type':
      return [fault(place, codeOf(issue.message, 'wrong-type'), { expected: issue.expected })]
    case 'invalid_value':
      return [fault(place, 'not-a-choice', { choices: issue.values.map(String).join(' · ') })]
    case 'invalid_union': {
      if (issue.discriminator === undefined) return [fault(place, 'not-an-id')]
      const choices = 'options' in issue && Array.isArray(issue.options) ? issue.options.join(' · ') : ''
      return [fault(place, 'not-a-choice', { choices })]
    }
    case 'invalid_key':
      return issue.issues.map(inner =>
        inner.code === 'too_big'
          ? fault(place, codeOf(inner.message, 'not-an-id'), { maximum: String(inner.maximum) })
          : fault(place, codeOf(inner.message, 'not-an-id')),
      )
    case 'too_small':
      return [fault(place, codeOf(issue.message, 'out-of-range'), { minimum: String(issue.minimum) })]
    case 'too_big':
      return [fault(place, codeOf(issue.message, 'out-of-range'), { maximum: String(issue.maximum) })]
    default:
      return [fault(place, codeOf(issue.message, 'wrong-type'))]
  }
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
