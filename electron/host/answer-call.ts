import { type CallName, calls, type Handlers, isCallName } from '#shared/contract/contract.ts'
import type { ContractError, ErrorCode, Reply } from '#shared/contract/reply.ts'

/** A failed reply. */
export function refuse(
  code: ErrorCode,
  details: readonly string[] = [],
): { readonly ok: false; readonly error: ContractError } {
  return { ok: false, error: { code, details } }
}

/**
 * Answers one call from a renderer that is not trusted: unknown names and inputs that do not fit are refused, and
 * whatever a handler does, the answer is a structured reply, never a rejection across the boundary.
 */
export async function answerCall(handlers: Handlers, name: unknown, input: unknown): Promise<Reply<unknown>> {
  if (!isCallName(name)) return refuse('bad-request', ['unknown call'])
  const parsed = parse(name, input)
  if (!parsed) return refuse('bad-request')
  if (!parsed.success)
    return refuse(
      'bad-request',
      parsed.error.issues.slice(0, 20).map(issue => `${issue.path.join('.')}: ${issue.message}`),
    )
  try {
    // The name picks schema and handler alike; TypeScript cannot see that the two belong together.
    const handler = handlers[name] as (input: unknown) => Promise<Reply<unknown>> | Reply<unknown>
    return await handler(parsed.data)
  } catch {
    // A bug. Its message may quote the input, so it does not cross the boundary and is not written anywhere.
    return refuse('internal')
  }
}

/** The input against the call's schema; `null` where zod itself throws: on `{ length: { toString: 1 } }` for a text, say. */
function parse(name: CallName, input: unknown) {
  try {
    return calls[name].input.safeParse(input)
  } catch {
    return null
  }
}
