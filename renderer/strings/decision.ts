import type { Decision } from '#shared/domain/decision/decision.ts'

const KINDS: Readonly<Record<Decision['kind'], string>> = {
  confirm: '确认',
  change: '变更',
  tie: '并列裁定',
  flag: '情形认定',
  review: '复核',
  correct: '更正',
}

/** 审定 */
export const DECISION = {
  title: '审定',
  lead: '程序只提出建议，等次由考评小组审定。记录只增不改，以每人最后一条为准。',
  none: '还没有审定记录',
  noneText: '建议等次、并列待定和须确认的情形都在计分页。考评小组审定后，记录随考评文件导入，在这里列出。',
  toScore: '查看计分排名',
  list: '审定记录',
  decided: '已审定',
  undecided: '待审定',
  changed: '与建议不同',
  date: '日期',
  person: '姓名',
  unit: '所在单位',
  kind: '类别',
  kinds: KINDS,
  proposed: '建议等次',
  final: '审定等次',
  reason: '理由',
  clause: '依据',
  by: '审定人',
  noGrade: '不定等次',
  last: '最后一条',
} as const
