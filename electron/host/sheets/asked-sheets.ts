import { refuse } from '#electron/host/answer-call.ts'
import type { Reply } from '#shared/contract/reply.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import { faultWords } from '#shared/domain/evaluation/fault-words.ts'
import { readEvaluation } from '#shared/domain/evaluation/read-evaluation.ts'
import { forms } from '#shared/sheets/forms.ts'
import { missingGlyphs } from './missing-glyphs.ts'
import { type PlannedSheet, planSheets } from './plan-sheets.ts'

export type AskedSheets = {
  readonly evaluation: Evaluation
  /** Form ids in the order of `forms`. */
  readonly forms: readonly string[]
  readonly plan: readonly PlannedSheet[]
}

type Asked = {
  readonly evaluation: string
  readonly forms: readonly string[]
  readonly instructors: readonly string[] | null
}

/** The sheets that a call asks for, checked: bad-evaluation, bad-request for an unknown form or person, missing-glyphs. */
export async function askedSheets(asked: Asked): Promise<Reply<AskedSheets>> {
  const read = readEvaluation(asked.evaluation)
  if (!read.ok)
    return refuse(
      'bad-evaluation',
      read.error.slice(0, 50).map(fault => `${fault.path}：${faultWords(fault)}`),
    )
  const evaluation = read.value
  const chosen = forms.filter(form => asked.forms.includes(form.id)).map(form => form.id)
  const known = new Set<string>(evaluation.instructors.map(person => person.id))
  if (chosen.length !== new Set(asked.forms).size || asked.instructors?.some(id => !known.has(id)))
    return refuse('bad-request')
  const plan = planSheets(evaluation, chosen, asked.instructors)
  const lacking = await missingGlyphs(evaluation, plan)
  return lacking.length > 0
    ? refuse('missing-glyphs', lacking)
    : { ok: true, data: { evaluation, forms: chosen, plan } }
}
