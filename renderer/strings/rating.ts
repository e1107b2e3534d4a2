/** 综合评定 */
export const RATING = {
  title: '综合评定',
  lead: '区总工会和产业工会对派驻指导员的评定，以及加分、扣分。',
  none: '方案没有设综合评定',
  noneText: '这份考评方案的组成部分里没有综合评定。',
  list: (name: string) => `${name}情况`,
  onlyMissing: '只看缺项',
  allComplete: '没有缺项',
  person: '姓名',
  unit: '所在单位',
  lacks: '缺',
  notRequired: '不需评定',
  score: '得分',
  bonus: '加分',
  penalty: '扣分',
  reported: (name: string) => `${name}已评`,
  reportedNote: (required: number) => `应评 ${required} 人`,
} as const
