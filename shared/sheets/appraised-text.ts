import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import { appraisedWord } from '#shared/domain/scheme/appraised.ts'
import { oneLine } from './paper/text.ts'

/** What the people appraised are called in titles and sentences of sheets: 集体协商指导员, 职工代表 …; 20 characters at most. */
export function appraisedText({ scheme }: Pick<Evaluation, 'scheme'>): string {
  return oneLine(appraisedWord(scheme), 20)
}
