import { halfWidth, squeeze, visible } from './tidy.ts'

/** The Chinese name of every column that is understood; the nine of the Dalian form come first. Source: FORMS.md. */
export const FIELD_WORDS = {
  index: '序号',
  name: '指导员姓名',
  sex: '性别',
  age: '年龄',
  education: '学历',
  training: '参加相关培训情况',
  unit: '所在单位名称',
  term: '聘用期限',
  phone: '联系电话',
  engagedFrom: '聘用起始日期',
  engagedTo: '聘用截止日期',
  birth: '出生年月',
  kind: '专职/兼职',
  level: '级别',
  posting: '派驻区/产业',
} as const

export type Field = keyof typeof FIELD_WORDS

// Headers as they are met in offices' own forms, compared without brackets and signs.
const SYNONYMS: Readonly<Record<Field, readonly string[]>> = {
  index: ['序号', '序', '编号', '号'],
  name: ['姓名', '名字', '指导员', '集体协商指导员'],
  sex: ['性别'],
  age: ['年龄', '实足年龄', '周岁', '现年龄'],
  education: ['学历', '文化程度', '最高学历', '学历学位'],
  training: ['培训情况', '参加培训情况', '相关培训情况', '参加相关培训情况', '培训经历', '参训情况'],
  unit: ['所在单位名称', '所在单位', '单位名称', '单位', '工作单位', '现工作单位', '所属单位'],
  term: [
    '聘用期限',
    '聘期',
    '聘任期限',
    '聘用起止时间',
    '聘用起止日期',
    '聘用起止',
    '聘任起止时间',
    '聘用时间',
    '聘任时间',
  ],
  phone: [
    '联系电话',
    '电话',
    '手机',
    '手机号',
    '手机号码',
    '电话号码',
    '联系方式',
    '移动电话',
    '联系手机',
    '办公电话',
    '固定电话',
    '座机',
  ],
  engagedFrom: [
    '聘用起始日期',
    '聘用起始时间',
    '聘用开始日期',
    '聘用开始时间',
    '聘期起',
    '起聘日期',
    '起聘时间',
    '聘用起期',
  ],
  engagedTo: [
    '聘用截止日期',
    '聘用截止时间',
    '聘用终止日期',
    '聘用终止时间',
    '聘用结束日期',
    '聘用结束时间',
    '聘期止',
    '聘用到期日期',
    '聘用到期时间',
    '聘用止期',
  ],
  birth: ['出生年月', '出生日期', '出生年月日', '出生年份', '出生时间', '出生年', '生日'],
  kind: ['专职兼职', '专兼职', '专兼职情况', '专兼职类别', '专职或兼职', '专职或者兼职', '人员类别', '指导员类别'],
  level: ['级别', '层级', '指导员级别', '聘用级别', '指导员层级'],
  posting: ['派驻区产业', '派驻区或产业', '派驻区', '派驻产业', '派驻区域', '派驻地区', '派驻单位', '派驻街道', '派驻'],
}

// Object.keys forgets that a Record's keys are all there are.
const FIELD_OF: ReadonlyMap<string, Field> = new Map(
  (Object.keys(SYNONYMS) as Field[]).flatMap(field => SYNONYMS[field].map(word => [word, field] as const)),
)
// Headers that say more than the word: 联系电话（手机）及微信, 参加业务培训情况.
const PATTERNS: readonly (readonly [Field, RegExp])[] = [
  ['phone', /^(?:联系|办公|移动|固定)?(?:电话|手机)(?:号码?|手机|电话|座机|固话|微信|及|和|或)*$/],
  ['training', /^(?:近年来?|历年)?(?:参加)?(?:相关|业务|集体协商)?培训(?:情况|经历|时间|内容|及|和|、)*$/],
  ['term', /^聘[用任]?(?:起止)?(?:期限?|日期|时间)起?止?$/],
]
const OTHER_NAMES = /填表|联系人|负责人|审核|经办|报送|推荐/
const STARTS = /^(?:起|自|从|起始|开始|起期)(?:日期|时间)?$/
const ENDS = /^(?:止|至|到|截止|终止|结束|到期|止期)(?:日期|时间)?$/

/** A header as printed, on one line: `聘用期限\n(年月日-年月日)` → `聘用期限(年月日-年月日)`. */
export function labelOf(text: string): string {
  return visible(text).replace(/\s+/gu, '')
}

/** The field that a header names, null where it names none that is understood. */
export function fieldOf(label: string): Field | null {
  const text = squeeze(label)
  const bare = plain(text.replace(/\([^()]*\)/g, ''))
  const field = FIELD_OF.get(plain(text)) ?? FIELD_OF.get(bare)
  if (field) return field
  // 聘用期限 年月日-年月日: the hint without brackets.
  const words = bare.replace(/年月日.*$/, '')
  const pattern = PATTERNS.find(([, expression]) => expression.test(words))
  if (pattern) return pattern[0]
  if (/姓名$/.test(bare) && bare.length <= 12 && !OTHER_NAMES.test(bare)) return 'name'
  // A column about 专职 or 兼职 under another title must not be passed over: everybody would become one kind.
  if (/专职|兼职/.test(plain(text)) && text.length <= 10 && !/人数|登记|名册|指导员/.test(text)) return 'kind'
  return null
}

/** The field of a column whose header stands in two rows: `聘用期限` over `起`. */
export function fieldOfTwo(upper: string, lower: string): Field | null {
  const top = fieldOf(upper)
  const under = plain(halfWidth(lower))
  if (top === 'term' && STARTS.test(under)) return 'engagedFrom'
  if (top === 'term' && ENDS.test(under)) return 'engagedTo'
  return fieldOf(upper + lower) ?? fieldOf(lower) ?? top
}

/** Whether the header announces identity numbers, which are never taken. Source: 个人信息保护法 art. 6. */
export function isIdentityLabel(label: string): boolean {
  return /身份证|身份号码|证件号/.test(squeeze(label))
}

/** Whether a lower header cell only says that its column is one end of a term. */
export function isTermEnd(lower: string): boolean {
  const text = plain(halfWidth(lower))
  return STARTS.test(text) || ENDS.test(text)
}

function plain(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '')
}
