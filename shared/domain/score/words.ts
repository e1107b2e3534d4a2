import type { Scheme } from '#shared/domain/scheme/scheme.ts'
import type { AnnualScore, Flag, Suggestion } from './annual-score.ts'

// The field's words for the codes of a result: one place for screens, sheets and the command.

export const FLAG_WORDS: Readonly<Record<Flag, string>> = {
  'under-half-year': '任职不满半年，只写评语不定等次',
  'leave-over-half-year': '请假累计超过半年，不定等次',
  'under-investigation': '正在接受审查，暂不定等次',
  'unjustified-absence': '无正当理由不参加考评，定为最低等次',
  veto: '一票否决，定为最低等次',
  'low-satisfaction': '满意率低于 60%，定为最低等次',
  'one-third-low': '三分之一以上不满意，不得评为最高等次',
  'two-years-basic': '连续两年需改进',
  'two-years-lowest': '连续两年最低等次',
}

export const SUGGESTION_WORDS: Readonly<Record<Suggestion, string>> = {
  award: '评优表彰',
  renew: '续聘',
  improve: '书面检查、限期改进、短期续聘',
  adjust: '调整岗位',
  admonish: '诫勉谈话',
  dismiss: '解聘',
}

/** A person's notes and what blocks the total, in words that name the component, group or source. */
export function noteWords(person: AnnualScore | undefined, scheme: Scheme): string[] {
  if (!person) return []
  return [
    ...person.blocked.map(entry => `缺${partName(entry, scheme)}，暂不能计分`),
    ...person.notes.map(note => {
      const [kind = '', part = ''] = note.split(':')
      switch (kind) {
        case 'missing':
          return `缺${partName(part, scheme)}，权重由其余部分分担`
        case 'empty-group':
          return `${groupName(part, scheme)}${isMerged(person, part) ? '并入其他票种计票' : '无票'}，权重由其余票种分担`
        case 'empty-source':
          return `${sourceName(part, scheme)}未评定，权重由其余单位分担`
        case 'over-quota':
          return '超出优秀名额，顺延下一等次'
        default:
          return '名额处同分，由考评小组决定'
      }
    }),
  ]
}

/** Whether a group's ballots were counted into another. */
export function isMerged(person: AnnualScore, group: string): boolean {
  return person.components.some(
    part => part.kind === 'ballot' && part.groups.some(each => each.group.id === group && each.merged),
  )
}

/** By which district's variant the person is scored; nothing for the main scheme. It needs nobody's confirmation. */
export function variantNote({ variant }: AnnualScore): string[] {
  return variant ? [`按“${variant.name}”计分`] : []
}

function partName(entry: string, scheme: Scheme): string {
  const [id, part] = entry.split(':')
  const component = scheme.components.find(each => each.id === id)
  if (part === undefined) return component?.name ?? entry
  if (component?.kind === 'ballot') return `${component.name}·${groupName(part, scheme)}`
  return `${component?.name ?? ''}·${sourceName(part, scheme)}`
}

function groupName(id: string, scheme: Scheme): string {
  for (const component of scheme.components)
    if (component.kind === 'ballot') for (const group of component.groups) if (group.id === id) return group.name
  return id
}

function sourceName(id: string, scheme: Scheme): string {
  for (const component of scheme.components)
    if (component.kind === 'rating') for (const source of component.sources) if (source.id === id) return source.name
  return id
}
