import { ADJUSTMENTS } from './adjustments.ts'
import type { Prng } from './prng.ts'
import { ROSTER_TABLE } from './roster-table.ts'
import type { SampleInstructor, SamplePerson } from './sample-files.ts'

const LEVELS: Readonly<Record<string, string>> = { 市级: 'city', 区级: 'district', 街道: 'subdistrict' }

const TRAINING: readonly string[] = [
  '2024年市总工会指导员岗前培训40学时；2026年要约协商实务班16学时',
  '2025年全省集体协商指导员研修班；2026年市级骨干培训16学时',
  '2026年市总工会集体协商业务培训24学时',
  '2023年岗前培训；2025年劳动法律专题班；2026年履约监督培训',
  '2025年市级岗前培训32学时；2026年区级业务轮训8学时',
  '2026年新就业形态协商专题班12学时；区级例会培训四次',
  '2024年省总工会师资班；2026年担任市级培训授课教师',
  '2026年市级岗前培训40学时，考试合格',
]

/** People of an industry whom a district's union must rate as well, with that district. */
const RATED_BY_BOTH: Readonly<Record<string, string>> = {
  黄志强: '云东区',
  徐海燕: '锦湖区',
  曾宪文: '临港区',
  唐喆: '高新区',
  邓红霞: '北山区',
}

/** How good the year was of those whose year the sample needs to be so; everybody else's is drawn. */
const QUALITY: Readonly<Record<string, number>> = {
  朱长江: 0.22,
  袁铁山: 0,
  贾春生: 0.3,
  程立军: 0.6,
  于頔: 0.5,
  冯永年: 0.5,
  谢广义: 0.55,
}

const HISTORY: Readonly<Record<string, readonly string[]>> = {
  朱长江: ['competent', 'basic'],
  袁铁山: ['basic', 'incompetent'],
  贾春生: ['competent', 'competent'],
  于頔: [],
}

type Status = NonNullable<SampleInstructor['status']>
const STATUS: Readonly<Record<string, Status>> = {
  于頔: { monthsOnPost: 4 },
  冯永年: { leaveMonths: '7.5' },
  程立军: { vetoes: ['违反协商保密纪律，向企业方透露职工方协商底线'] },
}

/** The district whose union rates the person, where one must. */
export function ratingDistrict({ name, posting }: SampleInstructor): string {
  return RATED_BY_BOTH[name] ?? posting ?? ''
}

/** The sixty people in the order of the roster, every figure drawn from `random`. */
export function samplePeople(random: Prng): readonly SamplePerson[] {
  const rows = ROSTER_TABLE.trim().split('\n')
  const records = rows.map((row, index) => sampleInstructor(row, index, random))
  const ordinary = records.filter(record => QUALITY[record.name] === undefined)
  // Whoever earned a bonus had a good year; of the others chance decides.
  const praised = (record: SampleInstructor) => (ADJUSTMENTS[record.name]?.bonus === undefined ? 1 : 0)
  const order = random.shuffle(ordinary).sort((a, b) => praised(a) - praised(b))
  const drawn = new Map(
    order.map((record, place) => [record.id, place < 18 ? 0.97 - place * 0.009 : 0.8 - (place - 18) * 0.0085]),
  )
  return records.map(record => ({ record, quality: QUALITY[record.name] ?? drawn.get(record.id) ?? 0.5 }))
}

function sampleInstructor(row: string, index: number, random: Prng): SampleInstructor {
  const [name = '', sex, birthYear, education = '', kind, level = '', posting = '', unit = ''] = row.split(' ')
  const fullTime = kind === '专职'
  const history = HISTORY[name] ?? [
    random.chance(0.2) ? 'excellent' : 'competent',
    random.chance(0.2) ? 'excellent' : 'competent',
  ]
  return {
    id: `i${String(index + 1).padStart(2, '0')}`,
    name,
    sex: sex === '女' ? '女' : '男',
    birthYear: Number(birthYear),
    education,
    training: name === '于頔' ? '2026年市级岗前培训40学时，考试合格' : random.deck(TRAINING)(),
    unit,
    kind: fullTime ? 'full-time' : 'part-time',
    level: LEVELS[level] ?? level,
    posting,
    ...term(name, fullTime, random),
    // 0000 is no exchange: nobody has such a number.
    phone: `138 0000 ${String(1000 + random.int(0, 8999))}`,
    sources: sourcesOf(name, posting),
    status: {
      monthsOnPost: 12,
      leaveMonths: random.chance(0.12) ? random.deck(['0.5', '1', '1.5'])() : '0',
      unjustifiedAbsence: false,
      underInvestigation: false,
      vetoes: [],
      ...STATUS[name],
    },
    history: history.map((grade, past) => ({ year: 2024 + past, grade })),
  }
}

function sourcesOf(name: string, posting: string): string[] {
  if (RATED_BY_BOTH[name] !== undefined) return ['district', 'industry']
  return posting.endsWith('产业') ? ['industry'] : ['district']
}

function term(
  name: string,
  fullTime: boolean,
  random: Prng,
): { readonly engagedFrom: string; readonly engagedTo: string } {
  if (name === '于頔') return { engagedFrom: '2026-09-01', engagedTo: '2028-08-31' }
  if (!fullTime && random.chance(0.5)) return { engagedFrom: '2024-07-01', engagedTo: '2027-06-30' }
  return random.chance(0.55)
    ? { engagedFrom: '2025-01-01', engagedTo: '2026-12-31' }
    : { engagedFrom: '2026-01-01', engagedTo: '2027-12-31' }
}
