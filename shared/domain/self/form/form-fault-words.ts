import { quote } from '#shared/domain/roster/registration/quote.ts'
import type { FormFault, FormFaultCode, FormProblem } from './form-fault.ts'

const WORDS: Record<FormFaultCode, (details: FormFault['details']) => string> = {
  blank: () => '没有填',
  'not-a-number': d => `${quote(d['value'])}不是数字`,
  'not-whole': d => `${d['value']} 应为整数`,
  'below-minimum': d => `${d['value']} 低于 ${d['minimum']}`,
  'above-maximum': d => `${d['value']} 超过上限 ${d['maximum']}`,
  'out-of-range': d => `${d['value']} 应在 ${d['minimum']} 到 ${d['maximum']} 之间`,
  'not-a-grade': d => `${quote(d['value'])}不是等次，应为：${d['choices']}`,
  'reason-needed': d => `加、扣 ${d['value']} 分要写明事由`,
  'too-long': d => `超过 ${d['maximum']} 字`,
  'identity-number': () => '疑似身份证号，请删去后再导入',
  'formula-error': d => `公式出错（${d['value']}），请直接填数`,
  'formula-without-value': () => '公式没有算出结果，请直接填数，或用 WPS、Excel 打开保存一次',
  'several-cells': () => '这一格里有几处内容，看不出用哪一处',
  'total-differs': d => `合计 ${d['value']} 与各项之和 ${d['total']} 不符`,
  'indicator-missing': d => `缺少指标“${d['name']}”，表格可能改过，请用新发的表`,
  'column-unknown': d => `方案里没有${quote(d['value'])}这一项`,
  'points-changed': d => `“${d['name']}”满分为 ${d['points']}，表上是 ${d['value']}，表格可能是旧的`,
  'not-the-form': () => '不是评议发出的表，也找不到“姓名”和要填的各项',
  'several-forms': () => '一个文件里有几张填好的表，请分开保存',
  'several-people': d => `${quote(d['value'])}里有几个人的名字`,
  'no-person': d => (d['value'] === '' ? '没有填姓名' : `花名册里没有${quote(d['value'])}`),
  'same-names': d => `花名册里有 ${d['count']} 个${quote(d['value'])}，看不出是哪一个`,
  nobody: () => '没有一个人可以读入',
  twice: d => `${quote(d['value'])}已在${d['first']}`,
  'other-year': d => `这是 ${d['value']} 年度的表，本年度是 ${d['year']}`,
  'other-source': d => `这是${d['value']}的评定表，不是${d['name']}的`,
}

/** What is wrong, in words, without its place. */
export function formFaultWords({ code, details }: FormFault): string {
  return WORDS[code](details)
}

/** A problem with its place as the clerk finds it: `自评表 第 9 行 · 政策宣传：16 超过上限 15`. */
export function formProblemWords(problem: FormProblem): string {
  const place = [problem.row > 0 ? `第 ${problem.row} 行` : '', problem.column].filter(part => part !== '').join(' · ')
  const words = formFaultWords(problem)
  return place === '' ? words : `${place}：${words}`
}
