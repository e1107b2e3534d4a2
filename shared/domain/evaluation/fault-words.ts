import type { Fault, FaultCode } from '#shared/lib/fault.ts'
import { placeWords } from './place-words.ts'

type Details = Fault['details']
type Words = { readonly zh: (details: Details) => string; readonly en: (details: Details) => string }

/** What each fault says, in the clerk's language and in that of logs and scripts. A new code does not build without words. */
const WORDS: Record<FaultCode, Words> = {
  'not-text': { zh: () => '不是 UTF-8 文本，请选择评议导出的文件', en: () => 'not UTF-8 text' },
  'too-large': {
    zh: d => `文件过大（${d['megabytes']} MB，上限 ${d['maximum']} MB）`,
    en: d => `too large (${d['megabytes']} MB, at most ${d['maximum']} MB)`,
  },
  'not-json': {
    zh: d => `文件已损坏，第 ${place(d)} 处无法读取`,
    en: d => `not valid JSON at line:column ${place(d)}`,
  },
  'duplicate-key': {
    zh: d => `键“${d['value']}”重复或不允许（第 ${place(d)} 处）`,
    en: d => `key "${d['value']}" is repeated or not allowed (line:column ${place(d)})`,
  },
  'not-evaluation': { zh: () => '不是年度考评文件', en: () => 'not a pingyi/evaluation file' },
  'newer-version': {
    zh: () => '由更新版本的评议生成，请升级后再打开',
    en: d => `made by a newer Pingyi (version ${d['value']}, this one reads ${d['known']})`,
  },
  'unknown-version': {
    zh: d => `版本号应为 ${d['known']}`,
    en: d => `unknown version, this Pingyi reads ${d['known']}`,
  },
  'unknown-key': { zh: () => '没有这一项，请核对名称', en: () => 'unknown key' },
  missing: { zh: () => '缺少此项', en: () => 'missing' },
  'wrong-type': {
    zh: d => `类型不对${d['expected'] ? `，应为${typeName(d['expected'])}` : ''}`,
    en: d => `wrong type${d['expected'] ? `, expected ${d['expected']}` : ''}`,
  },
  'not-a-choice': { zh: d => `只能是：${d['choices']}`, en: d => `must be one of: ${d['choices']}` },
  'not-a-decimal': {
    zh: () => '应为带引号的十进制数，如 "90.5"',
    en: () => 'must be a decimal as a string, e.g. "90.5"',
  },
  'not-a-date': { zh: () => '日期应写作 2026-12-10', en: () => 'must be a date such as 2026-12-10' },
  'not-an-id': {
    zh: () => '编号应为 1 到 64 个字符，不含空格和标点',
    en: () => 'must be an id: 1 to 64 characters, no spaces or separators',
  },
  'reserved-id': { zh: () => '此编号为程序保留，请改用别的', en: () => 'this id is reserved' },
  empty: { zh: () => '不能为空', en: () => 'must not be empty' },
  'too-long': { zh: d => `过长（上限 ${d['maximum']} 字）`, en: d => `too long (at most ${d['maximum']} characters)` },
  'out-of-range': {
    zh: d => `超出范围${d['minimum'] ? `，最小 ${d['minimum']}` : ''}${d['maximum'] ? `，最大 ${d['maximum']}` : ''}`,
    en: d =>
      `out of range${d['minimum'] ? `, at least ${d['minimum']}` : ''}${d['maximum'] ? `, at most ${d['maximum']}` : ''}`,
  },
  'not-whole': { zh: () => '应为整数', en: () => 'must be a whole number' },
  duplicate: {
    zh: d => `“${d['value']}”重复，已见于 ${d['first']}`,
    en: d => `"${d['value']}" is a duplicate of ${d['first']}`,
  },
  'unknown-id': { zh: d => `“${d['value']}”不存在`, en: d => `unknown id "${d['value']}"` },
  'not-above-zero': { zh: d => `${d['value']} 应大于 0`, en: d => `${d['value']} is not above 0` },
  'total-not-hundred': {
    zh: d => `${d['field'] === 'points' ? '分值' : '权重'}合计为 ${d['total']}，应为 100`,
    en: d => `${d['field'] === 'points' ? 'points' : 'weights'} total ${d['total']}, not 100`,
  },
  'above-maximum': {
    zh: d => `${d['value']} 超过上限 ${d['maximum']}`,
    en: d => `${d['value']} is above the maximum ${d['maximum']}`,
  },
  'below-minimum': {
    zh: d => `${d['value']} 低于下限 ${d['minimum']}`,
    en: d => `${d['value']} is below the minimum ${d['minimum']}`,
  },
  'trim-too-large': {
    zh: d => `${d['value']} 太小，去掉最高最低后无票可计，至少 ${d['minimum']}`,
    en: d => `${d['value']} is below ${d['minimum']}, twice what is dropped`,
  },
  'limits-crossed': {
    zh: d => `最高分 ${d['value']} 应大于最低分 ${d['minimum']}`,
    en: d => `maximum ${d['value']} is not above minimum ${d['minimum']}`,
  },
  'lines-not-descending': {
    zh: d => `分数线 ${d['value']} 应低于上一等次的 ${d['before']}`,
    en: d => `line ${d['value']} is not below the better grade's ${d['before']}`,
  },
  'last-line-not-zero': {
    zh: d => `最低等次的分数线应为 0，不是 ${d['value']}`,
    en: d => `the last grade's line must be 0, not ${d['value']}`,
  },
  'no-option-with-points': { zh: () => '至少一个选项要有分值', en: () => 'at least one option needs points' },
  'several-self-components': { zh: () => '自评只能有一个组成部分', en: () => 'there can be one self component only' },
  'not-in-variant': {
    zh: d => `“${d['name']}”的这一项全市须一致，各区（产业）方案不能另定`,
    en: d => `${d['name']}: a variant may not change this`,
  },
  'source-left-out': {
    zh: d => `缺少评定单位“${d['name']}”的权重`,
    en: d => `the weight of the source ${d['name']} is missing`,
  },
  'needs-component': {
    zh: d => `方案有 ${d['count']} 个测评组成部分，请写明是哪一个`,
    en: d => `the scheme has ${d['count']} ballot components: name one`,
  },
  'needs-field': {
    zh: d => `${d['name']}缺少此项，名额按它划分`,
    en: d => `missing for ${d['name']}: the quota is by it`,
  },
  'dates-crossed': {
    zh: d => `止期 ${d['value']} 早于起期 ${d['from']}`,
    en: d => `${d['value']} is before the start ${d['from']}`,
  },
  'indicator-without-score': { zh: d => `“${d['name']}”没有分数`, en: d => `indicator ${d['name']} has no score` },
  'score-beside-indicators': {
    zh: () => '此组成部分按指标计分，请改在 scores 中逐项给分',
    en: () => 'the component has indicators: give scores per indicator',
  },
  'scores-without-indicators': {
    zh: () => '此组成部分没有指标，请改用 score 给一个总分',
    en: () => 'the component has no indicators: give one score',
  },
  'months-needed': {
    zh: d => `${d['instructor']} 由 ${d['source']} 多次评定，需写明各自月数`,
    en: d => `needed: ${d['source']} rated ${d['instructor']} more than once`,
  },
  'reason-needed': {
    zh: d => `${d['field'] === 'bonus' ? '加' : '扣'} ${d['value']} 分需写明事由`,
    en: d => `a ${d['field']} of ${d['value']} needs a reason`,
  },
  'over-cap': {
    zh: d => `合计 ${d['total']} 分，超过上限 ${d['maximum']}`,
    en: d => `total ${d['total']} is over the cap ${d['maximum']}`,
  },
  'void-over-returned': {
    zh: d => `无效 ${d['value']} 多于收回 ${d['returned']}`,
    en: d => `void ${d['value']} is more than returned ${d['returned']}`,
  },
  'returned-over-issued': {
    zh: d => `收回 ${d['value']} 多于发出 ${d['issued']}，该票种应作废重投`,
    en: d => `returned ${d['value']} is more than issued ${d['issued']}: the group's vote is void`,
  },
  'returned-over-attended': {
    zh: d => `收回 ${d['value']} 多于实到 ${d['attended']}`,
    en: d => `returned ${d['value']} is more than attended ${d['attended']}`,
  },
  'issued-over-printed': {
    zh: d => `发出 ${d['value']} 多于印制 ${d['printed']}`,
    en: d => `issued ${d['value']} is more than printed ${d['printed']}`,
  },
  'merge-circle': { zh: () => '并入关系成环', en: () => 'the groups are merged in a circle' },
  'merge-into-voided': { zh: d => `不能并入已作废的 ${d['value']}`, en: d => `${d['value']} is voided` },
  'tally-of-merged-group': {
    zh: d => `${d['value']} 已并入 ${d['target']}，不应另有计票`,
    en: d => `${d['value']} is merged into ${d['target']} and has no tallies of its own`,
  },
  'tally-of-voided-group': {
    zh: d => `${d['value']} 的投票已作废，不应有计票`,
    en: d => `the vote of ${d['value']} is voided and has no tallies`,
  },
  'tally-of-small-group': {
    zh: d => `${d['group']} 仅 ${d['ballots']} 票可计，少于 ${d['minimum']} 票不得单独计票`,
    en: d => `${d['group']} counts ${d['ballots']} ballots, fewer than ${d['minimum']}: it must be merged`,
  },
  'does-not-reconcile': {
    zh: d =>
      `选项 ${d['marks']} + 弃权 ${d['abstain']} + 无效 ${d['invalid']} + 本人 ${d['self']} = ${d['total']}，与有效票 ${d['valid']} 不符`,
    en: d =>
      `marks ${d['marks']} + abstain ${d['abstain']} + invalid ${d['invalid']} + self ${d['self']} = ${d['total']}, but ${d['valid']} ballots are valid`,
  },
  'self-without-peers': {
    zh: d => `${d['group']} 不是互评票种，不应有“本人”${d['value']} 票`,
    en: d => `${d['group']} is not a peers group but has ${d['value']} self rows`,
  },
  'not-top-grade': {
    zh: d => `${d['value']} 没有审定为最高等次，不得公示`,
    en: d => `${d['value']} was never decided the top grade and may not be put on public notice`,
  },
}

function place(details: Details): string {
  return String(details['place'] ?? '')
}

function typeName(expected: string | number): string {
  const names: Record<string, string> = {
    string: '文字',
    number: '数字',
    int: '整数',
    boolean: '是或否',
    array: '列表',
    object: '一组数据',
    record: '一组数据',
  }
  return names[expected] ?? String(expected)
}

/** The fault's words in Chinese, without its place. */
export function faultWords(fault: Fault): string {
  const { first } = fault.details
  const details = typeof first === 'string' ? { ...fault.details, first: placeWords({ path: first }) } : fault.details
  return WORDS[fault.code].zh(details)
}

/** One line for the command: `ratings[3].scores.policy: 17 is above the maximum 15 · 17 超过上限 15`. */
export function faultLine(fault: Fault): string {
  const { zh, en } = WORDS[fault.code]
  const line = `${en(fault.details)} · ${zh(fault.details)}`
  return (fault.path === '' ? line : `${fault.path}: ${line}`).replaceAll(/\p{Cc}+/gu, ' ')
}
