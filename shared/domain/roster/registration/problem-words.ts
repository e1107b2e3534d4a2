import type { CellFault, Problem, ProblemCode } from './problem.ts'
import { quote } from './quote.ts'

type Details = CellFault['details']

/** What is wrong and what to do, for the clerk. A new code does not build without words. */
const WORDS: Record<ProblemCode, (details: Details) => string> = {
  'formula-error': d => `${quote(d['value'])}是公式错误，请填写实际内容`,
  'formula-without-value': () => '公式没有算出结果，请用 Excel 或 WPS 打开并保存一次，或直接填写',
  'identity-number': () => '有身份证号，没有读入；评议不收身份证号，请删去',
  'identity-column': () => '此列有身份证号，没有读入；评议不收身份证号，请从表中删去此列',
  'too-long': d => `内容太长，上限 ${d['maximum']} 字`,
  'several-cells': () => '此列下有几格内容，不知该用哪一格，请合为一格',
  'not-a-name': d => `${quote(d['value'])}不像一个姓名，请只填姓名，一人一行；这一行没有读入`,
  'name-missing': () => '没有填姓名，这一行没有读入',
  'name-merged': () => '姓名与上一行合并成一格，这一行没有读入，请一人一行',
  'not-a-sex': d => `${quote(d['value'])}请改为“男”或“女”`,
  'not-an-age': d => `${quote(d['value'])}不是${/^[0-9.]+$/.test(String(d['value'])) ? '整数' : '数字'}，请填实足年龄`,
  'age-out-of-range': d => `${quote(d['value'])}不在 ${d['minimum']} 至 ${d['maximum']} 之间，请核对`,
  'not-a-birth-date': d => `${quote(d['value'])}看不出年份，请写成 1981年5月`,
  'age-against-birth': d => `${d['age']} 岁与出生年份 ${d['birthYear']} 对不上，请核对`,
  'no-report-date': () => '没有填，不能由年龄算出出生年份，请在表头写明，如“填报日期：2026年3月5日”',
  'not-a-report-date': d => `${quote(d['value'])}看不出年份，请写成 2026年3月5日`,
  'report-dates-differ': () => '表中的填报日期不是同一年，不能由年龄算出出生年份，请改为一致',
  'not-a-day': d => `${quote(d['value'])}不是完整的日期，请写成 2024年1月1日`,
  'no-such-day': d => `没有${quote(d['value'])}这一天，请核对`,
  'not-a-term': d => `${quote(d['value'])}看不出起止日期，请写成 2024.1.1-2026.12.31`,
  'term-without-day': d => `${quote(d['value'])}没有写到日，请写成 2024.1.1-2026.12.31`,
  'term-of-one-day': d => `${quote(d['value'])}只有一个日期，请写明起止，如 2024.1.1-2026.12.31`,
  'term-crossed': d => `止期 ${d['value']} 早于起期 ${d['from']}，请核对`,
  'not-a-phone': d =>
    d['digits'] === 0
      ? '没有电话号码，请填数字'
      : `有 ${d['digits']} 位数字，不是完整的电话号码；手机 11 位，座机写成 0411-82345678`,
  'phone-scientific': () => '号码被 Excel 改成了科学计数，后几位已丢失，请把此列设为“文本”后重填',
  'not-a-kind': d => `${quote(d['value'])}请改为“专职”或“兼职”；这一行没有读入`,
  'duplicate-row': d =>
    `“${d['name']}”与${d['sheet'] === '' ? '' : `工作表“${d['sheet']}”`}第 ${d['row']} 行完全相同，没有重复读入`,
  'duplicate-column': d => `“${d['labels']}”重复，不知该用哪一列，都没有读入，请只留一列`,
  nobody: () => '表头下面没有人，请填写后再导入',
}

/** The problem without its place: `“四十五左右”不是数字，请填实足年龄`. */
export function problemWords({ code, details }: CellFault): string {
  return WORDS[code](details)
}

/** The problem as one line: `第 8 行 年龄：“四十五左右”不是数字，请填实足年龄`. */
export function problemLine(problem: Problem): string {
  return `第 ${problem.row} 行 ${shortLabel(problem.column)}：${problemWords(problem)}`
}

/** A header without the hint in its brackets: `聘用期限(年月日-年月日)` → `聘用期限`. */
function shortLabel(label: string): string {
  return label.replace(/[(（][^()（）]*[)）]/gu, '') || '姓名'
}
