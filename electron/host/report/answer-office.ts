import {
  fetchSchema,
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

/** Answers the office's app, whose key was found to be the office's. */
export async function answerOffice(route: OfficeRoute, body: Uint8Array, store: OfficeStore): Promise<OfficeReply> {
  const value = readJson(body)
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
