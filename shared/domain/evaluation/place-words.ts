import type { Fault } from '#shared/lib/fault.ts'
import type { EvaluationDraft } from './check-change.ts'

const LISTS: Readonly<Record<string, string>> = {
  instructors: '花名册',
  self: '个人总结自评',
  meetings: '民主测评会',
  ratings: '综合评定',
  mergers: '单位合并',
  decisions: '审定',
  notices: '公示与复核',
  suggestions: '意见建议',
  attached: '随卷归档的文件',
}

const FIELDS: Readonly<Record<string, string>> = {
  scheme: '考评方案',
  publication: '方案发布',
  appraised: '考评对象',
  title: '标题',
  organiser: '主办单位',
  year: '年度',
  closed: '结档',
  deadlines: '报送期限',
  self: '个人总结自评',
  ratings: '综合评定',
  attachments: '附件',
  proposed: '建议等次',
  name: '名称',
  components: '组成部分',
  indicators: '指标',
  groups: '票种',
  scale: '选项',
  options: '选项',
  sources: '评定单位',
  grades: '等次',
  variants: '区（产业）方案',
  postings: '适用派驻区／产业',
  excellentQuota: '优秀名额',
  percent: '比例',
  adjustments: '加减分',
  maxBonus: '加分上限',
  maxPenalty: '扣分上限',
  weight: '权重',
  points: '分值',
  min: '最低分',
  max: '最高分',
  tieBreakers: '并列先后',
  minGroupBallots: '最少票数',
  score: '得分',
  scores: '各项得分',
  bonus: '加分',
  penalty: '扣分',
  reason: '事由',
  comment: '评语',
  months: '月数',
  by: '评定单位',
  source: '评定来源',
  instructor: '人员',
  workload: '工作量',
  summary: '个人总结',
  tallies: '计票',
  marks: '票数',
  sex: '性别',
  birthYear: '出生年份',
  education: '学历',
  training: '培训情况',
  unit: '所在单位',
  kind: '专职／兼职',
  level: '层级',
  posting: '派驻',
  engagedFrom: '聘用起期',
  engagedTo: '聘用止期',
  phone: '联系电话',
  status: '年度情况',
  history: '历年等次',
  left: '离任情况',
  calendar: '工作日历',
  holidays: '放假',
  workdays: '调休上班',
  from: '开始日期',
  to: '截止日期',
  people: '人员',
  objections: '异议',
  about: '反映对象',
  decidedOn: '答复日期',
  date: '日期',
  place: '地点',
  id: '编号',
}

/**
 * A fault's place as a clerk would say it: `ratings[3].score` → `综合评定第 4 条（王晓明）· 得分`. Names come from `file`
 * where it is given and holds them; a part without a word of its own stays as it is.
 */
export function placeWords(fault: Pick<Fault, 'path'>, file?: EvaluationDraft): string {
  if (fault.path === '') return '整个文件'
  const parts = fault.path.split('.')
  const place: string[] = []
  let value: unknown = file
  for (const [depth, part] of parts.entries()) {
    const [, key = part, index] = /^(.*?)(?:\[(\d+)\])?$/.exec(part) ?? []
    value = step(step(value, key), index)
    const name = (depth === 0 && LISTS[key]) || FIELDS[key] || key
    if (index === undefined) place.push(name)
    else place.push(`${name}第 ${Number(index) + 1} ${depth === 0 ? '条' : '项'}${whose(value, file)}`)
  }
  return place.join(' · ')
}

function step(value: unknown, key: string | undefined): unknown {
  if (key === undefined) return value
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined
}

function whose(record: unknown, file: EvaluationDraft | undefined): string {
  const own = step(record, 'name') ?? step(record, 'label')
  if (typeof own === 'string') return `（${own}）`
  const id = step(record, 'instructor')
  const person = file?.instructors?.find?.(each => each.id === id)
  return typeof person?.name === 'string' ? `（${person.name}）` : ''
}
