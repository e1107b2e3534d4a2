import type { SchemeLoss } from '#shared/domain/evaluation/follow-scheme.ts'
import { lossWords } from './scheme-design.ts'

/** 各区、产业自定的方案 */
export const VARIANTS = {
  title: '各区、产业自定的方案',
  none: '全市用同一方案。某个区或产业自行修订的，在这里另列一份，只对派驻在那里的人有效。',
  may: '可以另定：各部分权重，自评和评定的指标，评定单位的权重。民主测评、等次线、名额和规则全市一致，名次全市统一排。',
  add: '另列一份',
  name: '名称',
  namePlaceholder: '如：东城区方案',
  postings: '适用的派驻区、产业',
  postingsPlaceholder: '选择或输入后按回车',
  postingsHint: '与花名册“派驻区/产业”一栏写法一致',
  nobody: (postings: readonly string[]) => `花名册里没有人派驻${postings.join('、')}，请核对写法`,
  people: (count: number) => `适用于 ${count} 人`,
  remove: '删除这一份',
  unnamed: '未命名的方案',
  parts: (name: string) => `${name}的组成部分`,
  main: '主方案',
  own: '本方案权重（%）',
  same: '同主方案',
  ownIndicators: (component: string) => `${component}的指标另定`,
  ownSources: (component: string) => `${component}各单位的权重另定`,
  indicators: (component: string) => `${component}的指标`,
  noDifference: '与主方案相同',
  differs: '与主方案不同之处',
  scheme: '方案',
  whatIf: '各区、产业自定的权重不随这里变动。',
  moved: (losses: readonly SchemeLoss[], act: string) =>
    `派驻变了，考评改按另一份方案，指标不同。${act}时会清除（可以撤销）：${losses.map(lossWords).join('、')}`,
} as const

/** How many scores go: people's self scores and unions' ratings. */
export function lostScores(losses: readonly SchemeLoss[]): number {
  return losses.reduce((total, loss) => total + loss.count, 0)
}

/** An act that posted people elsewhere, with what went along with it. */
export function postedElsewhere(what: string, losses: readonly SchemeLoss[]): string {
  return losses.length === 0 ? what : `${what}，方案随派驻改变，已清除：${losses.map(lossWords).join('、')}`
}
