import { ballotComponents, type Component, type Scheme } from '#shared/domain/scheme/scheme.ts'
import { variantWords } from '#shared/domain/scheme/variant-words.ts'
import { SUGGESTION_WORDS } from '#shared/domain/score/words.ts'
import { oneLine, tight } from './paper/text.ts'
import { lineWords } from './score-words.ts'

/** `（一）民主测评，占 50%。` and how its score comes about, one paragraph a component. */
export function componentWords({ components }: Scheme): string[] {
  return components.map((component, index) => {
    const name = oneLine(component.name)
    return `（${CHINESE[index] ?? index + 1}）${name}，占${component.weight}%。${basisWords(component)}`
  })
}

const CHINESE = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

function basisWords(component: Component): string {
  switch (component.kind) {
    case 'self':
      return component.indicators
        ? `由本人按指标自评打分，并提交个人年度工作总结。${indicatorWords(component.indicators)}`
        : '由本人自评打分，并提交个人年度工作总结。'
    case 'ballot': {
      const groups = component.groups.map(group => `${oneLine(group.name)}占${group.weight}%`)
      return `召开民主测评会，以无记名方式测评：${groups.join('、')}。${scaleWords(component)}`
    }
    case 'rating': {
      const sources = component.sources.map(source => `${oneLine(source.name)}（占${source.weight}%）`)
      const indicators = component.indicators ? indicatorWords(component.indicators) : ''
      return `由${sources.length === 1 ? oneLine(component.sources[0]?.name) : sources.join('、')}综合评定。${indicators}`
    }
  }
}

function indicatorWords(indicators: readonly { readonly name: string; readonly points: string }[]): string {
  return `指标：${indicators.map(({ name, points }) => `${oneLine(name)}${points}分`).join('、')}。`
}

function scaleWords(component: Extract<Component, { kind: 'ballot' }>): string {
  const { scale, indicators } = component
  const what = indicators.length > 1 ? `测评指标：${indicators.map(each => oneLine(each.name)).join('、')}。` : ''
  if (scale.kind === 'points') return `${what}按${scale.min}至${scale.max}分打分。`
  const options = scale.options.map(
    option => `${oneLine(option.label)}${option.points === undefined ? '不计分' : `${option.points}分`}`,
  )
  return `${what}选项分值：${options.join('、')}。`
}

/** For whom each variant of the scheme is and what it says otherwise, a paragraph each; none where there is no variant. */
export function variantLines(scheme: Scheme): string[] {
  return (scheme.variants ?? []).map(variant => {
    const words = variantWords(scheme, variant).map(tight)
    const differs = words.length === 0 ? '与上述相同。' : `与上述不同之处：${words.join('')}`
    return `派驻${variant.postings.map(posting => oneLine(posting)).join('、')}的，按“${oneLine(variant.name)}”考评，${oneLine(differs, 2000)}`
  })
}

/** Every grade with its line: `优秀：90 分及以上；称职：75 分及以上、不满 90 分`. */
export function gradeLines(scheme: Scheme): string {
  return scheme.grades.map(grade => `${oneLine(grade.label)}：${lineWords(grade, scheme)}`).join('；')
}

const POOLS = {
  all: '',
  kind: '，专职、兼职分别计算',
  level: '，按级别分别计算',
  posting: '，按派驻区（产业）分别计算',
}

/** How many may have the top grade; null without a quota. */
export function quotaWords({ excellentQuota, grades }: Scheme): string | null {
  if (!excellentQuota) return null
  const top = oneLine(grades[0]?.label)
  return `${top}等次人数不超过应参加考评人数的${excellentQuota.percent}%${POOLS[excellentQuota.by]}，不足一人的不计。`
}

/** What each grade leads to: `优秀的，评优表彰、续聘；称职的，续聘`. */
export function consequenceWords({ grades }: Scheme): string {
  return grades
    .map(({ label, consequence }) => {
      const words = SUGGESTION_WORDS[consequence]
      return `${oneLine(label)}的，${consequence === 'award' ? `${words}、${SUGGESTION_WORDS.renew}` : words}`
    })
    .join('；')
}

/** What bonuses and penalties may come to; null where the scheme allows none. */
export function adjustmentWords({ adjustments }: Scheme): string | null {
  if (!adjustments) return null
  return `综合评定可以加分和扣分，加分累计不超过${adjustments.maxBonus}分，扣分累计不超过${adjustments.maxPenalty}分，须写明理由并附佐证。`
}

/** Whether the scheme holds a vote at all. */
export function hasBallot(scheme: Scheme): boolean {
  return ballotComponents(scheme).length > 0
}
