import type { Decision } from '#shared/domain/decision/decision.ts'
import { ballotComponents, type Grade, ratingComponents, type Scheme } from '#shared/domain/scheme/scheme.ts'
import type { AnnualScore, Flag } from '#shared/domain/score/annual-score.ts'
import { FLAG_WORDS, isMerged, noteWords, variantNote } from '#shared/domain/score/words.ts'
import { type Rational, rational, roundHalfUp, weightText } from '#shared/lib/rational.ts'
import { oneLine, tight } from './paper/text.ts'

/** Where a figure is missing. */
export const NONE = '—'

/** A score as printed, two decimals half up. */
export function scoreText(score: Rational | null): string {
  return score === null ? NONE : roundHalfUp(score, 2)
}

/** A weight as printed. */
export function weightWords(weight: Rational | null): string {
  return weight === null ? NONE : weightText(weight)
}

/** A grade's name by its id; empty for none. A grade that the scheme does not know is printed as it stands. */
export function gradeWords(id: string | null | undefined, scheme: Scheme): string {
  if (id === null || id === undefined) return ''
  return oneLine(scheme.grades.find(grade => grade.id === id)?.label ?? id)
}

/** The proposed grade, or why there is none. */
export function proposedWords(person: AnnualScore): string {
  if (person.proposed) return oneLine(person.proposed.label)
  if (person.blocked.length > 0) return '暂不能计分'
  return person.notes.includes('tie-at-quota') ? '并列待定' : '不定等次'
}

/** The grade that people decided; empty where they have not yet. */
export function decidedWords(decision: Decision | undefined, scheme: Scheme): string {
  if (!decision) return ''
  return decision.final === null ? '不定等次' : gradeWords(decision.final, scheme)
}

/** Flags, vetoes and notes in words: what a person must know before signing. */
export function remarks(person: AnnualScore, scheme: Scheme): string[] {
  const vetoes = person.instructor.status?.vetoes ?? []
  return [
    ...person.flags.map(flag =>
      flag === 'veto' ? `${FLAG_WORDS.veto}：${vetoes.map(text => oneLine(text)).join('、')}` : tight(FLAG_WORDS[flag]),
    ),
    ...noteWords(person, scheme),
  ].map(text => oneLine(text))
}

/** As `remarks`, and by which variant of the scheme the person is scored: for a record that explains the score. */
export function fullRemarks(person: AnnualScore, scheme: Scheme): string[] {
  return [...remarks(person, scheme), ...variantNote(person).map(text => oneLine(text))]
}

/** As `remarks`, in the fewest words: for a list's last column. */
export function shortRemarks(person: AnnualScore, scheme: Scheme): string[] {
  const groups = ballotComponents(scheme).flatMap(component => component.groups)
  const sources = ratingComponents(scheme).flatMap(component => component.sources)
  const nameOf = (list: readonly { readonly id: string; readonly name: string }[], id: string) =>
    oneLine(list.find(each => each.id === id)?.name ?? id)
  return [
    ...person.flags.map(flag => SHORT_FLAGS[flag]),
    ...person.notes.map(note => {
      const [kind = '', part = ''] = note.split(':')
      switch (kind) {
        case 'missing':
          return `缺${nameOf(scheme.components, part)}`
        case 'empty-group':
          return `${nameOf(groups, part)}${isMerged(person, part) ? '已并票' : '无票'}`
        case 'empty-source':
          return `${nameOf(sources, part)}未评`
        case 'over-quota':
          return '超出名额'
        default:
          return '名额处同分'
      }
    }),
    ...(person.variant ? [oneLine(person.variant.name)] : []),
  ]
}

const SHORT_FLAGS: Readonly<Record<Flag, string>> = {
  'under-half-year': '任职不满半年',
  'leave-over-half-year': '请假超过半年',
  'under-investigation': '正在接受审查',
  'unjustified-absence': '无故不参加考评',
  veto: '一票否决',
  'low-satisfaction': '满意率低于60%',
  'one-third-low': '三分之一以上不满意',
  'two-years-basic': '连续两年需改进',
  'two-years-lowest': '连续两年最低等次',
}

/** `90 分及以上`, `75 分及以上、不满 90 分` below the top, `不满 60 分` at the bottom. */
export function lineWords(grade: Grade, scheme: Scheme): string {
  const better = scheme.grades[scheme.grades.indexOf(grade) - 1]
  if (!better) return `${grade.min}分及以上`
  const least = rational(grade.min).equals(0) ? '' : `${grade.min}分及以上、`
  return `${least}不满${better.min}分`
}
