import type { ServeFault } from '#electron/host/box/serve-box.ts'
import type { UrnFault } from '#electron/host/urn/urn-fault.ts'
import type { ErrorCode } from '#shared/contract/reply.ts'
import { failure } from '#shared/lib/result.ts'

/** Why a call about the box is refused, in the contract's terms; details never hold a secret. */
export type Refusal = { readonly code: ErrorCode; readonly details: readonly string[] }

/** The failure that a call turns into its refusal. */
export function refusal(
  code: ErrorCode,
  details: readonly string[] = [],
): { readonly ok: false; readonly error: Refusal } {
  return failure({ code, details })
}

const URN_CODES: Readonly<Record<UrnFault['code'], ErrorCode>> = {
  'not-an-urn': 'damaged',
  'newer-version': 'newer-version',
  damaged: 'damaged',
  'in-use': 'in-use',
  'not-found': 'not-found',
  exists: 'exists',
  disk: 'disk',
}

const DISK_CODES: Readonly<Record<string, ErrorCode>> = {
  ENOSPC: 'no-space',
  EDQUOT: 'no-space',
  EROFS: 'read-only',
  EACCES: 'read-only',
  EPERM: 'read-only',
}

/** An urn's fault: what is wrong with it, or what the disk says. */
export function urnRefusal({ code, place }: UrnFault): { readonly ok: false; readonly error: Refusal } {
  if (code === 'disk') return diskRefusal(place ?? '')
  return refusal(URN_CODES[code], code === 'damaged' && place !== undefined ? [place] : [])
}

/** A disk's own code (`ENOSPC`). */
export function diskRefusal(code: string): { readonly ok: false; readonly error: Refusal } {
  return refusal(DISK_CODES[code] ?? 'disk', [code])
}

/** Why the store did not take what was cast, as the page is told. */
export function castRefusal(outcome: 'storage' | 'full' | 'closed' | 'busy'): {
  readonly ok: false
  readonly error: Refusal
} {
  if (outcome === 'storage') return diskRefusal('')
  return refusal(outcome === 'full' ? 'box-full' : outcome)
}

const SERVE_CODES: Readonly<Record<ServeFault, ErrorCode>> = {
  'port-taken': 'port-taken',
  'no-such-address': 'no-such-address',
  'not-allowed': 'port-not-allowed',
  'not-sealed': 'not-sealed',
  closed: 'closed',
  damaged: 'damaged',
}

/** Why a station does not start. */
export function serveRefusal(fault: ServeFault): { readonly ok: false; readonly error: Refusal } {
  return refusal(SERVE_CODES[fault])
}
