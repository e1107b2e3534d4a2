import type { Component, PointsIndicator, Scheme } from './scheme.ts'
import type { Variant } from './variant.ts'

/**
 * What a variant says otherwise than the main scheme, a sentence a component, in the scheme's order:
 * `个人总结自评占 20%（主方案 10%）；指标：走访企业 40 分、台账 60 分。` None where it says the same.
 */
export function variantWords(scheme: Scheme, variant: Variant): readonly string[] {
  return scheme.components.flatMap(main => {
    const own = variant.components.find(each => each.id === main.id)
    if (!own) return []
    const said = [
      ...(own.weight === undefined || own.weight === main.weight
        ? []
        : [`占 ${own.weight}%（主方案 ${main.weight}%）`]),
      ...(main.kind === 'rating' && own.sources && !sameWeights(main.sources, own.sources)
        ? [
            `其中${main.sources.map(({ id, name }) => `${name}占 ${own.sources?.find(each => each.id === id)?.weight ?? ''}%`).join('、')}`,
          ]
        : []),
      ...(own.indicators && !sameIndicators(main, own.indicators) ? [`指标：${pointsWords(own.indicators)}`] : []),
    ]
    return said.length === 0 ? [] : [`${main.name}${said.join('；')}。`]
  })
}

type Weights = readonly { readonly id: string; readonly weight: string }[]

function sameWeights(main: Weights, own: Weights): boolean {
  return main.every(({ id, weight }) => own.find(each => each.id === id)?.weight === weight)
}

function sameIndicators(main: Component, own: readonly PointsIndicator[]): boolean {
  return main.kind !== 'ballot' && main.indicators !== undefined && pointsWords(main.indicators) === pointsWords(own)
}

function pointsWords(indicators: readonly PointsIndicator[]): string {
  return indicators.map(({ name, points }) => `${name} ${points} 分`).join('、')
}
