import type { Scheme } from '#shared/domain/scheme/scheme.ts'

const WHEN_MISSING = { block: '缺则不计总分', renormalise: '缺则权重由其余部分分担' } as const
const EMPTY_GROUP = { block: '某票种无票则不计总分', renormalise: '某票种无票，权重由其余票种分担' } as const
const EMPTY_SOURCE = { block: '某单位未评定则不计总分', renormalise: '某单位未评定，权重由其余单位分担' } as const
const DENOMINATOR: Readonly<Record<Scheme['rateDenominator'], string>> = {
  returned: '收回的票',
  expected: '应到人数',
  valid: '有效选项',
}
const QUOTA_BY = {
  all: '全体合并计算',
  kind: '专职、兼职分别计算',
  level: '按级别分别计算',
  posting: '按派驻区或产业分别计算',
} as const

/** 考评方案 */
export const SCHEME = {
  title: '考评方案',
  lead: (name: string, appraised: string) => `${name}，考评对象：${appraised}。分数完全按这份方案计算。`,
  components: '组成部分',
  component: '组成部分',
  weight: '权重',
  missing: '缺项处理',
  whenMissing: WHEN_MISSING,
  emptyGroup: EMPTY_GROUP,
  emptySource: EMPTY_SOURCE,
  indicators: '指标',
  indicator: '指标',
  points: '分值',
  noIndicators: '不分指标，直接给总分（0–100）',
  groups: '票种',
  group: '票种',
  groupCode: '代号',
  groupName: '参加人员',
  peers: (appraised: string) => `${appraised}互评，本人不评本人`,
  appraised: '考评对象',
  scale: '选项',
  option: '选项',
  optionPoints: '计分',
  satisfied: '计入满意',
  noPoints: '不计分',
  yes: '是',
  pointsScale: (min: string, max: string, step: string) => `打分制：${min} 至 ${max} 分，每档 ${step} 分`,
  trim: (drop: number, moreThan: number) => `打分多于 ${moreThan} 个时，去掉 ${drop} 个最高分和 ${drop} 个最低分`,
  sources: '评定单位',
  source: '单位',
  grades: '等次与分数线',
  grade: '等次',
  line: '分数线',
  lineFrom: (min: string) => (min === '0' ? '不足上一等次' : `${min} 分及以上`),
  consequence: '结果运用',
  rules: '规则',
  quota: '优秀名额',
  quotaText: (percent: string, by: keyof typeof QUOTA_BY) => `不超过参加考评人数的 ${percent}%，${QUOTA_BY[by]}`,
  noQuota: '不限名额',
  adjustments: '加分与扣分',
  adjustmentsText: (bonus: string, penalty: string) =>
    `加分累计不超过 ${bonus} 分，扣分累计不超过 ${penalty} 分，须写明事由`,
  noAdjustments: '不设加分、扣分',
  denominator: '比例口径',
  denominatorText: (by: Scheme['rateDenominator']) => `各等次比例按${DENOMINATOR[by]}计算`,
  minBallots: '最少票数',
  minBallotsText: (count: number) => `一个票种有效票少于 ${count} 张时，并入其他票种计票，不单独公布`,
  ties: '同分排序',
  tiesText: (names: readonly string[]) => (names.length === 0 ? '不另行排序' : names.join('，其次')),
  excellentRate: '优秀率',
  rounding: '舍入',
  roundingText: '全程精确计算，只在显示时四舍五入保留两位小数；等次按显示的总分确定',
  percent: (weight: string) => `${weight}%`,
} as const
