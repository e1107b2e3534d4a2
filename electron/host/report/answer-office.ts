import {
  fetchSchema,
  fileSchema,
  type OfficeReply,
  publishSchema,
  removeSchema,
  returnSchema,
} from '#shared/domain/report/office-exchange.ts'
import { parseShape } from '#shared/lib/parse-shape.ts'
import { readJson } from './answer-report.ts'
import type { OfficeStore } from './office-store.ts'
import type { ReportRoute } from './report-request-check.ts'

export type OfficeRoute = Extract<ReportRoute, `office-${string}`>

/** An answer to the office's app: a value, or a file's bytes. */
export type OfficeAnswer =
  | { readonly kind: 'reply'; readonly reply: OfficeReply }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }

/** Answers the office's app, whose key was found to be the office's. */
export async function answerOffice(route: OfficeRoute, body: Uint8Array, store: OfficeStore): Promise<OfficeAnswer> {
  const value = readJson(body)
  if (route !== 'office-file') return { kind: 'reply', reply: await replyTo(route, value, store) }
  const read = parseShape(fileSchema, value)
  const bytes = read.ok ? await store.file(read.value) : null
  if (bytes) return { kind: 'bytes', bytes }
  return { kind: 'reply', reply: read.ok ? { status: 'changed' } : refusedOffice('bad-request') }
}

async function replyTo(
  route: Exclude<OfficeRoute, 'office-file'>,
  value: unknown,
  store: OfficeStore,
): Promise<OfficeReply> {
  switch (route) {
    case 'office-check':
      return { status: 'done' }
    case 'office-publish': {
      const read = parseShape(publishSchema, value)
      return read.ok ? store.publish(read.value) : refusedOffice('bad-request')
    }
    case 'office-fetch': {
      const read = parseShape(fetchSchema, value)
      return read.ok ? store.fetch(read.value.year) : refusedOffice('bad-request')
    }
    case 'office-return': {
      const read = parseShape(returnSchema, value)
      return read.ok ? store.return(read.value) : refusedOffice('bad-request')
    }
    case 'office-remove': {
      const read = parseShape(removeSchema, value)
      return read.ok ? store.remove(read.value) : refusedOffice('bad-request')
    }
  }
}

/** Nothing was done for the office, and why. */
export function refusedOffice(reason: Extract<OfficeReply, { status: 'refused' }>['reason']): OfficeReply {
  return { status: 'refused', reason }
}
