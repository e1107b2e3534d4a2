import type { Meeting, MeetingGroup } from '#shared/domain/ballot/meeting.ts'
import { meetingComponent } from '#shared/domain/ballot/meeting-component.ts'
import { roundWords } from '#shared/domain/ballot/round-words.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import type { BallotComponent, Scheme } from '#shared/domain/scheme/scheme.ts'
import { dateWords, oneLine } from '#shared/sheets/paper/text.ts'

const DENOMINATORS: Readonly<Record<Scheme['rateDenominator'], string>> = {
  returned: '百分比以收回票数（有效票与废票之和，不含本人票）为分母，各选项、弃权、无效与废票合计100.0%',
  expected: '百分比以应到人数（不含本人）为分母，到会未投和未到会的计入弃权，各选项、弃权、无效与废票合计100.0%',
  valid: '百分比以选项票数之和为分母，弃权、无效与废票不计入，各选项合计100.0%',
}

/** 口径: how the votes were counted, as the scheme has it. */
export function countingWords(component: BallotComponent, scheme: Scheme): string[] {
  const { scale, groups, indicators } = component
  const [first, ...others] = indicators
  const points =
    scale.kind === 'grades'
      ? scale.options.map(
          option => `${oneLine(option.label)}${option.points === undefined ? '不计分' : `${option.points}分`}`,
        )
      : [`${scale.min}至${scale.max}分`]
  const trim =
    scale.kind === 'points' && scale.trim
      ? `，超过${scale.trim.moreThan}票的去掉${scale.trim.drop}个最高分和${scale.trim.drop}个最低分`
      : ''
  const peers = groups.filter(group => group.peers).map(group => oneLine(group.name))
  return [
    `有效票为各选项、弃权、无效之和；无效指该行无法辨认或多选，废票指整张作废${peers.length === 0 ? '' : `；${peers.join('、')}票的本人一行不计`}。`,
    ...(scale.kind === 'grades' ? [`${DENOMINATORS[scheme.rateDenominator]}；取一位小数，按最大余数法进位。`] : []),
    `均分＝Σ（票数×分值）÷Σ票数，${points.join('、')}${trim}；弃权、无效、废票不计分。`,
    ...(others.length === 0
      ? []
      : [`票数为“${oneLine(first?.name)}”一项的票数，均分为全部${indicators.length}项指标加权。`]),
    `测评得分为各票种均分按权重加权（${groups.map(group => `${oneLine(group.name)}占${group.weight}%`).join('、')}），${
      component.emptyGroup === 'renormalise' ? '无票的票种，其权重由其余票种按比例分担' : '有票种无票的，暂不能计分'
    }。`,
    `同一场会有效票不足${scheme.minGroupBallots}张的票种并入其他票种计票，不单列。得分计算过程不舍入，结果取两位小数，四舍五入。`,
  ]
}

/** Each meeting's numbers, and which groups were counted into another or must vote again. */
export function meetingWords({ meetings, plans, scheme }: Evaluation, component: BallotComponent): string[] {
  return meetings
    .filter(meeting => meetingComponent(meeting, scheme)?.id === component.id)
    .map(meeting => meetingLine(meeting, component, roundWords(meeting, { meetings, plans })))
}

function meetingLine(meeting: Meeting, component: BallotComponent, round: string): string {
  const place = oneLine(meeting.place, 40)
  const where = [round, dateWords(meeting.date), place].filter(text => text !== '').join('　')
  return `${where === '' ? '' : `${where}　`}${meeting.groups.map(group => groupLine(group, component)).join('；')}。`
}

function groupLine(group: MeetingGroup, component: BallotComponent): string {
  const name = (id: string | undefined) => oneLine(component.groups.find(each => each.id === id)?.name ?? id)
  const numbers = `${name(group.id)}应到${group.expected}、实到${group.attended}、发出${group.issued}、收回${group.returned}、废票${group.void}`
  if (group.voided !== undefined) return `${numbers}，${oneLine(group.voided)}，整组无效`
  return group.mergedInto === undefined ? numbers : `${numbers}，并入${name(group.mergedInto)}计票`
}
