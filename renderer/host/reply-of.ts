import { z } from 'zod'
import { type CallName, type CallOutput, calls } from '#shared/contract/contract.ts'
import { ERROR_CODES, type ErrorCode, type Reply } from '#shared/contract/reply.ts'

const envelope = z.union([
  z.object({ ok: z.literal(true), data: z.unknown() }),
  z.object({
    ok: z.literal(false),
    error: z.object({ code: z.enum(ERROR_CODES), details: z.array(z.string()) }),
  }),
])

/** A reply without anything to add to its code. */
export function refused(code: ErrorCode): { readonly ok: false; readonly error: { code: ErrorCode; details: [] } } {
  return { ok: false, error: { code, details: [] } }
}

/** A call's reply as it came over the wire; what does not fit the contract is a bug of the host. */
export function replyOf<Name extends CallName>(name: Name, json: unknown): Reply<CallOutput<Name>> {
  const reply = envelope.safeParse(json)
  if (!reply.success) return refused('internal')
  return reply.data.ok ? outputOf(name, reply.data.data) : reply.data
}

/** A call's output, checked against its schema. */
export function outputOf<Name extends CallName>(name: Name, data: unknown): Reply<CallOutput<Name>> {
  const output = calls[name].output.safeParse(data)
  // The schema is this call's own, which the compiler cannot follow through the table of all calls.
  return output.success ? { ok: true, data: output.data as CallOutput<Name> } : refused('internal')
}
