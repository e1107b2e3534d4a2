import { FIELD_WORDS } from '#shared/domain/roster/registration/fields.ts'
import type { Scheme } from './scheme.ts'

/** What the people appraised are called where the scheme does not say. */
export const APPRAISED = '集体协商指导员'

/** The word for the people appraised, for titles and sentences: 集体协商指导员, 职工代表, 中层干部 … */
export function appraisedWord(scheme: Pick<Scheme, 'appraised'>): string {
  return scheme.appraised?.trim() || APPRAISED
}

/** The head of the column of names in the registration form: the Dalian form's own (FORMS.md), plainly 姓名 for other people. */
export function nameHead(scheme: Pick<Scheme, 'appraised'>): string {
  return appraisedWord(scheme) === APPRAISED ? FIELD_WORDS.name : '姓名'
}
