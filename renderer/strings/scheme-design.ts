import { faultWords } from '#shared/domain/evaluation/fault-words.ts'
import type { SchemeLoss } from '#shared/domain/evaluation/follow-scheme.ts'
import type { SchemeBar } from '#shared/domain/evaluation/scheme-bars.ts'
import type { ComponentKind } from '#shared/domain/scheme/design/new-component.ts'
import type { RunningTotal } from '#shared/domain/scheme/design/running-total.ts'
import type { Fault } from '#shared/lib/fault.ts'

const KINDS: Readonly<Record<ComponentKind, string>> = { self: '自评', ballot: '民主测评', rating: '评定' }

/** 修改方案 */
export const SCHEME_DESIGN = {
  title: '修改考评方案',
  lead: '边改边检查，没有问题才能保存；没改完的先存为草稿，关掉窗口也不会丢。',
  leadCounted: '测评已计票：改动会保存为新版本，须写明原因和会议纪要号，原方案的结果一并保留。',
  act: (name: string) => `修改考评方案：${name}`,
  actVersion: (name: string) => `考评方案新版本：${name}`,
  recovered: '这是上次没有保存的修改。',
  stale: '方案在别处改过，这份草稿是按改动前的方案写的，不能保存。请放弃草稿，在新方案上重改。',
  back: '返回方案',
  discard: '放弃修改',
  discardTitle: '放弃没有保存的修改？',
  discardText: '草稿会删除，考评方案保持现在的样子。',
  keep: '继续修改',
  save: '保存方案',
  saveVersion: '保存为新版本…',
  same: '还没有改动',
  whole: '没有问题，可以保存',
  problems: (count: number) => `还有 ${count} 处要改`,
  showProblems: '看看是哪些',
  basics: '基本信息',
  name: '方案名称',
  appraised: '考评对象的称呼',
  appraisedHint: '用在标题和表格里，不填为“集体协商指导员”',
  applyTemplate: '应用模板',
  applyTitle: (name: string) => `换成“${name}”？`,
  applyText: '现在编辑的内容会整个换成模板。保存之前，考评方案不会变。',
  apply: '换成模板',
  kind: '类别',
  kinds: KINDS,
  addComponent: '添加组成部分',
  addKind: {
    self: '自评（个人总结、述职）',
    ballot: '民主测评（开会投票）',
    rating: '评定（单位打分）',
  } satisfies Readonly<Record<ComponentKind, string>>,
  addIndicator: '添加指标',
  addGroup: '添加票种',
  addOption: '添加选项',
  addSource: '添加评定单位',
  addGrade: '添加等次',
  actions: '移动、删除',
  up: (name: string) => `上移${name}`,
  down: (name: string) => `下移${name}`,
  remove: (name: string) => `删除${name}`,
  row: (list: string, number: number) => `${list}第 ${number} 行`,
  field: (row: string, column: string) => `${row}${column}`,
  withIndicators: '按指标逐项打分',
  emptyGroup: '某票种无票时',
  emptySource: '某单位未评定时',
  whenEmpty: { renormalise: '权重由其余部分分担', block: '不计总分' },
  peers: '互评',
  scaleKind: '测评方式',
  scaleKinds: { grades: '选等次', points: '打分' },
  satisfied: '计入满意',
  noPoints: '不计分',
  pointsMin: '最低分',
  pointsMax: '最高分',
  pointsStep: '每档',
  trim: '去掉最高分和最低分',
  trimDrop: '各去掉（个）',
  trimMoreThan: '打分多于（个）时',
  quota: '限制优秀名额',
  quotaPercent: '不超过参加人数的 %',
  quotaBy: '计算范围',
  quotaPools: { all: '全体', kind: '专职、兼职分开', level: '按级别', posting: '按派驻区或产业' },
  adjustments: '允许加分、扣分',
  maxBonus: '加分上限',
  maxPenalty: '扣分上限',
  denominator: '等次比例的分母',
  denominators: { returned: '收回的票', expected: '应到人数', valid: '有效选项' },
  minBallots: '单独计票至少（张）',
  ties: '同分时依次比较',
  addTie: '添加比较项',
  noTies: '同分不再比较，由考评小组决定',
  planned: '已安排了测评会。改动票种、指标或选项后，已经制作的码条和票箱须重新制作。',
  lossTitle: '保存后会清除一些数据，继续？',
  lossText: '按新方案，下面的数据没有地方放，保存时会清除（可以撤销）：',
  lossConfirm: '清除并保存',
  versionConfirm: '保存为新版本',
  versionTitle: '保存为新版本？',
  versionText: '原方案保留在“方案版本”里，两个结果并列显示。',
  versionLoss: '测评已计票，改动不能清除已有的自评、评定数据：',
} as const

/** `合计 95，还差 5`. */
export function totalWords({ total, difference, state }: RunningTotal): string {
  if (state === 'whole') return `合计 ${total}`
  return state === 'short' ? `合计 ${total}，还差 ${difference}` : `合计 ${total}，多出 ${difference}`
}

/** What is wrong at a field, as one says it beside a field: no file, no quotation marks. */
export function fieldFaultWords(fault: Fault): string {
  if (fault.code === 'not-a-decimal') return '请填数字'
  return fault.code === 'not-whole' ? '请填整数' : faultWords(fault)
}

/** What would be lost, and how much of it. */
export function lossWords(loss: SchemeLoss): string {
  switch (loss.kind) {
    case 'self-scores':
      return `${loss.count} 人的自评分（个人总结和工作量保留）`
    case 'self-indicators':
      return `${loss.count} 人在已删除指标上的自评分`
    case 'rating-scores':
      return `“${loss.component}”的 ${loss.count} 份评定分（加扣分和评语保留）`
    case 'rating-indicators':
      return `“${loss.component}”的 ${loss.count} 份评定中已删除指标的分`
    case 'ratings':
      return `${loss.source}的 ${loss.count} 份评定，含加扣分和评语`
    case 'required-source':
      return `${loss.count} 人“由${loss.source}评定”的指定`
  }
}

/** Why a part cannot go, and what to do instead. */
export function barWords(bar: SchemeBar): string {
  switch (bar.kind) {
    case 'component-met':
      return `“${bar.name}”已开过测评会，不能删除`
    case 'group-met':
      return `“${bar.component}”的票种“${bar.name}”已有清点数，不能删除`
    case 'indicator-counted':
      return `“${bar.component}”的指标“${bar.name}”已有计票，不能删除`
    case 'option-counted':
      return `“${bar.component}”的选项“${bar.name}”已有计票，不能删除`
    case 'scale-counted':
      return `“${bar.component}”已有计票，测评方式不能再换`
    case 'component-planned':
      return `测评会“${bar.title}”要用“${bar.name}”，请先在“民主测评”中取消这场会`
    case 'group-planned':
      return `测评会“${bar.title}”要用票种“${bar.name}”，请先在“民主测评”中改好`
    case 'grade-decided':
      return `等次“${bar.name}”已有 ${bar.decisions} 条审定记录，不能删除`
  }
}
