/** Why a call failed, as a code; the words are made in the renderer's strings. */
export const ERROR_CODES = [
  'bad-request',
  'not-allowed',
  'bad-evaluation',
  'missing-glyphs',
  'not-found',
  'cancelled',
  'no-space',
  'read-only',
  'no-folder',
  'busy',
  'internal',
] as const

export type ErrorCode = (typeof ERROR_CODES)[number]

export type ContractError = {
  readonly code: ErrorCode
  /** What the words need: names, places, counts; one entry per line to show. */
  readonly details: readonly string[]
}

/** Every call is answered with one of these; a handler never rejects across the boundary. */
export type Reply<T> = { readonly ok: true; readonly data: T } | { readonly ok: false; readonly error: ContractError }
