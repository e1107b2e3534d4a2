import type { MeetingSetUp, SetUpGroup } from '#shared/domain/ballot/set-up/meeting-set-up.ts'

/** How a paper ballot is filled in and what makes it void, as it stands on it. Source: FORMS.md "Ballots on paper". */
export function fillingWords({ scale, limits, voidRules, indicators }: MeetingSetUp, group: SetUpGroup): string[] {
  const each = indicators.length > 1 ? '每人每项' : '每人'
  const limited =
    scale.kind === 'grades'
      ? scale.options.flatMap(({ id, label }) => {
          const most = limits?.[id]
          return most === undefined ? [] : [`“${label}”不超过${most}人`]
        })
      : []
  const whole = [
    ...limited.map(words => words.replace('不超过', '超过')),
    ...(voidRules?.includes('all-equal') ? ['全部选同一项'] : []),
    '无法辨认或写有记号',
  ]
  return [
    scale.kind === 'grades'
      ? `${each}只选一格打“√”，不选为弃权；一行打两个勾的，该行无效。`
      : `${each}在${scale.min}至${scale.max}分之间打分${scale.step === '1' ? '，取整数' : ''}，不打为弃权；一格写两个分的，该行无效。`,
    ...(group.peers ? ['请在本人一行的“本人”格打“√”，本人一行不评；未标本人的整票无效。'] : []),
    ...(limited.length > 0 ? [`${limited.join('，')}。`] : []),
    `有下列情形之一的整票无效：${whole.join('；')}。不写姓名，不编号。`,
  ]
}
