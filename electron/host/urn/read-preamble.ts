import { parseShape } from '#shared/lib/parse-shape.ts'
import { failure, type Result, success } from '#shared/lib/result.ts'
import { PREAMBLE_PLACE, type Preamble, preambleSchema, URN_FORMAT, URN_VERSION } from './layout.ts'
import { openTwin } from './twin.ts'
import type { UrnFault } from './urn-fault.ts'
import type { UrnFile } from './urn-file.ts'

/** Reads an urn's preamble, or tells a file of another kind from a damaged urn and from one of a later version. */
export async function readPreamble(file: UrnFile): Promise<Result<Preamble, UrnFault>> {
  const payload = (await openTwin(file, PREAMBLE_PLACE)).payload()
  if (!payload) return failure({ code: (await looksLikeUrn(file)) ? 'damaged' : 'not-an-urn', place: 'preamble' })
  const value = parse(payload)
  if (isNewer(value)) return failure({ code: 'newer-version' })
  const preamble = parseShape(preambleSchema, value)
  return preamble.ok ? success(preamble.value) : failure({ code: 'damaged', place: 'preamble' })
}

function parse(payload: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(payload).toString('utf8'))
  } catch {
    return null
  }
}

function isNewer(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('format' in value) || !('version' in value)) return false
  return value.format === URN_FORMAT && typeof value.version === 'number' && value.version > URN_VERSION
}

/** Both copies are damaged, but their text is still there to see. */
async function looksLikeUrn(file: UrnFile): Promise<boolean> {
  const bytes = await file.read(PREAMBLE_PLACE.position, 2 * PREAMBLE_PLACE.bytes)
  return Buffer.from(bytes).includes(`"${URN_FORMAT}"`)
}
