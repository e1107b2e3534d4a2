import { agendaScript } from './agenda-script/agenda-script.ts'
import { awardList } from './award-list/award-list.ts'
import { ballotDestruction } from './ballot-destruction/ballot-destruction.ts'
import { ballotSummary } from './ballot-summary/ballot-summary.ts'
import { countReport } from './count-report/count-report.ts'
import { evaluationRecord } from './evaluation-record/evaluation-record.ts'
import type { Form } from './form.ts'
import { hearingRecord } from './hearing-record/hearing-record.ts'
import { personalRecord } from './personal-record/personal-record.ts'
import { publicNotice } from './public-notice/public-notice.ts'
import { publicReport } from './public-report/public-report.ts'
import { ratingForm } from './rating-form/rating-form.ts'
import { renewalApproval } from './renewal-approval/renewal-approval.ts'
import { resultList } from './result-list/result-list.ts'
import { resultNotice } from './result-notice/result-notice.ts'
import { rosterForm } from './roster-form/roster-form.ts'
import { schemeNotice } from './scheme-notice/scheme-notice.ts'
import { scoreStatement } from './score-statement/score-statement.ts'
import { selfForm } from './self-form/self-form.ts'
import { serviceReceipt } from './service-receipt/service-receipt.ts'
import { suggestionRegister } from './suggestion-register/suggestion-register.ts'
import { turnoutRecord } from './turnout-record/turnout-record.ts'

/** Every printed form, in the order of menus and folders: as the year goes. */
export const forms: readonly Form[] = [
  schemeNotice,
  rosterForm,
  selfForm,
  ratingForm,
  agendaScript,
  turnoutRecord,
  ballotSummary,
  countReport,
  ballotDestruction,
  suggestionRegister,
  evaluationRecord,
  renewalApproval,
  resultList,
  awardList,
  publicNotice,
  publicReport,
  resultNotice,
  personalRecord,
  scoreStatement,
  hearingRecord,
  serviceReceipt,
]
