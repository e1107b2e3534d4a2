import { ballotSummary } from './ballot-summary/ballot-summary.ts'
import { evaluationRecord } from './evaluation-record/evaluation-record.ts'
import type { Form } from './form.ts'
import { renewalApproval } from './renewal-approval/renewal-approval.ts'
import { resultList } from './result-list/result-list.ts'

/** Every printed form, in the order of menus and folders. */
export const forms: readonly Form[] = [evaluationRecord, ballotSummary, renewalApproval, resultList]
