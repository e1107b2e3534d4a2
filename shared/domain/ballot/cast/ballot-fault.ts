/** Why a ballot does not count: refused on the phone, void at the opening. */
export const BALLOT_REASONS = [
  'unknown-instructor',
  'unknown-indicator',
  'unknown-option',
  'off-scale',
  'over-limit',
  'all-equal',
  'self-missing',
  'self-twice',
  'self-unknown',
  'self-marked',
  'self-not-peers',
  'suggestions-off',
  'suggestion-too-long',
] as const

export type BallotReason = (typeof BALLOT_REASONS)[number]

/** One thing wrong with a ballot; `path` names the row (`marks.i01.overall`) or is empty for the ballot as a whole. */
export type BallotFault = {
  readonly reason: BallotReason
  readonly path: string
  readonly details: Readonly<Record<string, string | number>>
}

/** What is wrong with a ballot at `path`; `details` are the values that its words name. */
export function ballotFault(
  reason: BallotReason,
  path = '',
  details: Readonly<Record<string, string | number>> = {},
): BallotFault {
  return { reason, path, details }
}

type Words = (details: BallotFault['details']) => string

const WORDS: Record<BallotReason, Words> = {
  'unknown-instructor': d => `测评名单中没有“${d['value']}”`,
  'unknown-indicator': d => `没有测评指标“${d['value']}”`,
  'unknown-option': d => `没有选项“${d['value']}”`,
  'off-scale': d => `分数“${d['value']}”不在打分范围或刻度上`,
  'over-limit': d => `“${d['label']}”最多 ${d['maximum']} 人，已选 ${d['count']} 人`,
  'all-equal': () => '全部选了同一项，按规则为无效票',
  'self-missing': () => '请先选出本人，本人一行不评',
  'self-twice': () => '本人只能选一个',
  'self-unknown': d => `测评名单中没有本人“${d['value']}”`,
  'self-marked': () => '本人一行不能打分',
  'self-not-peers': () => '本票种不评议本人，不应选“本人”',
  'suggestions-off': () => '本次会议不收意见建议',
  'suggestion-too-long': d => `意见建议最多 ${d['maximum']} 字，现有 ${d['count']} 字`,
}

/** A ballot's fault in the voter's words. */
export function ballotFaultWords(fault: BallotFault): string {
  return WORDS[fault.reason](fault.details)
}
