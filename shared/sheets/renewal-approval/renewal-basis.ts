import type { Decision } from '#shared/domain/decision/decision.ts'
import type { Grade } from '#shared/domain/scheme/scheme.ts'
import type { AnnualScore, Flag, Suggestion } from '#shared/domain/score/annual-score.ts'
import { repeatFlags, suggestionFor } from '#shared/domain/score/flags.ts'
import { FLAG_WORDS, SUGGESTION_WORDS } from '#shared/domain/score/words.ts'
import { dateWords, oneLine, paragraphs } from '#shared/sheets/paper/text.ts'
import { decidedWords, lineWords, proposedWords, remarks } from '#shared/sheets/score-words.ts'
import type { YearData } from '#shared/sheets/year-data.ts'

const REPEATS: readonly Flag[] = ['two-years-basic', 'two-years-lowest']

export type RenewalBasis = {
  /** The rule and its clause, one paragraph each. */
  readonly rules: readonly string[]
  /** What follows from it, e.g. `评优表彰、续聘`; empty where no grade is known. */
  readonly suggestion: string
}

/** What the proposal stands on: the decided grade where there is one, else the proposed; rules 9 and 12 of SCORING.md. */
export function renewalBasis(year: YearData, person: AnnualScore): RenewalBasis {
  const { evaluation } = year
  const { scheme } = evaluation
  const decision = year.decisions.get(person.instructor.id)
  const grade = decision ? (scheme.grades.find(each => each.id === decision.final) ?? null) : person.proposed
  const flags = [
    ...person.flags.filter(flag => !REPEATS.includes(flag)),
    ...repeatFlags(person.instructor, grade, evaluation.year, scheme),
  ]
  const suggestion = suggestionFor(grade, flags)
  const repeats = flags.filter(flag => REPEATS.includes(flag)).map(flag => FLAG_WORDS[flag])
  return {
    rules: [
      ...(grade ? [gradeRule(year, grade, suggestionWords(suggestionFor(grade, [])))] : []),
      ...repeats.map(words => `${words}：${suggestionWords(suggestion)}。`),
      ...(decision ? decisionRules(year, decision) : proposalRules(year, person)),
    ],
    suggestion: suggestionWords(suggestion),
  }
}

function gradeRule({ evaluation: { scheme } }: YearData, grade: Grade, consequence: string): string {
  return `考评方案“${oneLine(scheme.name)}”：${oneLine(grade.label)}（${lineWords(grade, scheme)}），${consequence}。`
}

function suggestionWords(suggestion: readonly Suggestion[]): string {
  return suggestion.map(each => SUGGESTION_WORDS[each]).join('、')
}

function decisionRules({ evaluation: { scheme } }: YearData, decision: Decision): string[] {
  const clause = oneLine(decision.clause)
  const who = `${dateWords(decision.date)}${oneLine(decision.by)}`
  return [
    `${who}审定为“${decidedWords(decision, scheme)}”${clause === '' ? '' : `，依据${clause}`}。`,
    ...paragraphs(decision.reason),
  ]
}

function proposalRules({ evaluation: { scheme } }: YearData, person: AnnualScore): string[] {
  const noted = remarks(person, scheme)
  return [
    ...(noted.length === 0 ? [] : [`${noted.join('；')}。`]),
    ...(person.proposed ? [`等次“${proposedWords(person)}”为计算建议，以考评小组审定为准。`] : []),
  ]
}
