import type { PlanWarning } from '#shared/domain/ballot/plan/plan-warnings.ts'

type Details = PlanWarning['details']

const WORDS: Readonly<Record<PlanWarning['code'], (d: Details, group: string) => string>> = {
  'person-on-two-lists': d =>
    `${d['name']}${d['unit'] ? `（${d['unit']}）` : ''}同时列在票种 ${d['groups']}，请只留一处`,
  'peer-in-other-group': (d, group) => `${d['name']}是被测评人，只能在互评票种投票，请从票种 ${group} 的名单中去掉`,
  'namesake-of-peer': (d, group) => `票种 ${group} 名单上的${d['name']}与被测评人同名而单位不同，请核对是不是同一人`,
  'list-not-expected': (d, group) => `票种 ${group} 名单有 ${d['listed']} 人，应到填的是 ${d['expected']} 人`,
  'few-slips': (d, group) =>
    `票种 ${group} 码条 ${d['slips']} 张、纸质票 ${d['paper']} 张，合计少于应到 ${d['expected']} 人`,
  'small-group': (d, group) => `票种 ${group} 应到 ${d['expected']} 人，少于 ${d['least']} 人时将并入其他票种计票`,
  'small-paper-pile': (d, group) => `票种 ${group} 只有 ${d['paper']} 张纸质票，录入的人可能知道是谁的，建议多印几张`,
  'many-taps': d =>
    `每张票要点 ${d['taps']} 次（${d['people']} 人 × ${d['indicators']} 项），约 ${d['minutes']} 分钟；可请投票人使用“其余全部”`,
  'rule-hits-few-people': d => `只有 ${d['people']} 名被测评人时，如实全选一项也会被“全部相同作废”判为无效`,
  'rule-hits-two-options': () => '只有两个选项时，如实全选一项也会被“全部相同作废”判为无效',
  'limit-too-low': d => `每张票最多选 ${d['limit']} 个“${d['label']}”，共有 ${d['people']} 人，偏紧`,
  'limit-without-meaning': d => `“${d['label']}”上限 ${d['limit']} 不少于人数 ${d['people']}，没有作用`,
  'role-is-appraised': d => `${d['name']}是被测评人，不能担任监票、计票`,
  'too-few-tellers': d => `总监票人和监票人共 ${d['tellers']} 人，建议 ${d['least']} 人`,
  'summaries-too-long': d => `述职材料共 ${d['characters']} 字，手机上打开会慢（建议不超过 ${d['maximum']} 字）`,
  'slips-without-address': () => '码条上要印二维码，请填写电脑的固定地址',
  'under-two-thirds': d =>
    `应到 ${d['expected']} 人，实到 ${d['attended']} 人，不足三分之二（${d['need']} 人）；继续开会须写明理由`,
}

/** A plan's warning in words. */
export function planWarningWords({ code, group, details }: PlanWarning): string {
  return WORDS[code](details, group ?? '')
}
