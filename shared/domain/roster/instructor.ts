import { z } from 'zod'
import { count, date, decimal, instructorId, name, sourceId, words, year } from '#shared/lib/fields.ts'
import type { DeepReadonly } from '#shared/lib/readonly.ts'

/** What the personnel side says of the year; each field may be left out. Source: 人社部发〔2023〕6号, see FORMS.md. */
const statusSchema = z.strictObject({
  monthsOnPost: count.max(1200, 'out-of-range').optional(),
  leaveMonths: decimal.optional(),
  unjustifiedAbsence: z.boolean().optional(),
  underInvestigation: z.boolean().optional(),
  /** The veto's own words, printed on the sheets. */
  vetoes: z.array(name).optional(),
})

/** How a person went in the course of the year. A person who only missed the meeting has not gone. */
export const LEAVING_REASONS = ['left', 'died', 'withdrew'] as const

/** 离任、去世或退出考评, with its day; the record stays and the rules of the score do not change. */
const leftSchema = z.strictObject({ date, reason: z.enum(LEAVING_REASONS) })

/** One person of the roster (花名册). Source of the columns: the Dalian registration form, FORMS.md. */
export const instructorSchema = z.strictObject({
  id: instructorId,
  name,
  sex: z.enum(['男', '女']).optional(),
  birthYear: year.optional(),
  education: words.optional(),
  training: words.optional(),
  unit: words.optional(),
  /** 专职 or 兼职. */
  kind: z.enum(['full-time', 'part-time']),
  /** `city` 市级, `district` 区级, `subdistrict` 街道; another word is kept and printed as it stands. */
  level: name.optional(),
  /** The posted district or industry (派驻区/产业). */
  posting: name.optional(),
  engagedFrom: date.optional(),
  engagedTo: date.optional(),
  phone: words.optional(),
  /** The sources that must rate this person; left out: all of the scheme's. */
  sources: z.array(sourceId).optional(),
  status: statusSchema.optional(),
  /** Past grades as they were called then; one that this scheme does not know is kept and ignored. */
  history: z.array(z.strictObject({ year, grade: name })).optional(),
  left: leftSchema.optional(),
})

export type Instructor = DeepReadonly<z.infer<typeof instructorSchema>>
/** A person as a form or an edit leaves them: ids and decimals are not checked yet. */
export type PersonDraft = DeepReadonly<z.input<typeof instructorSchema>>
export type InstructorKind = Instructor['kind']
