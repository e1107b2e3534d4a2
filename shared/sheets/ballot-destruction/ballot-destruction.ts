import type { Meeting } from '#shared/domain/ballot/meeting.ts'
import { meetingComponent } from '#shared/domain/ballot/meeting-component.ts'
import { roundWords } from '#shared/domain/ballot/round-words.ts'
import { appraisedText } from '#shared/sheets/appraised-text.ts'
import type { Form } from '#shared/sheets/form.ts'
import { label, proseRow, row, value, words } from '#shared/sheets/paper/cells.ts'
import type { Content } from '#shared/sheets/paper/definition.ts'
import { heading, page, underHeading } from '#shared/sheets/paper/page.ts'
import { signatureLine } from '#shared/sheets/paper/signature-line.ts'
import { dateWords, oneLine } from '#shared/sheets/paper/text.ts'
import type { YearData } from '#shared/sheets/year-data.ts'

const title = '电子选票销毁记录'

/**
 * 电子选票销毁记录: what was destroyed after the count, and who watched. The program destroys key and sealed ballots itself
 * (PROMISES.md 1); paper and slips are destroyed by people, which this paper is for.
 */
export const ballotDestruction: Form = {
  id: 'ballot-destruction',
  title,
  orientation: 'portrait',
  stage: 'meeting',
  per: 'year',
  definition: year => {
    const { evaluation, date } = year
    const meetings = boxMeetings(year)
    return page({
      orientation: 'portrait',
      title,
      subject: evaluation.title,
      organiser: evaluation.organiser,
      date,
      content: [
        ...heading(`${appraisedText(evaluation)}民主测评${title}`, evaluation.year),
        underHeading(`填报单位：${oneLine(evaluation.organiser)}`, `共${meetings.length}场测评会`),
        ...meetings.map(meeting => meetingTable(year, meeting)),
        proseRow(
          '电子选票',
          [
            '计票结果写入票箱并核对无误后，程序销毁解密密钥，并用随机数据覆写票箱中全部密封的选票。此后只留各票种的票数，任何人不能恢复单张选票。',
          ],
          { fontSize: 10 },
        ),
        row('销毁时间', words('　　　　年　　月　　日　　时　　分　　地点：'), { height: 32 }),
        row('票箱指纹', words('（开箱时屏幕所示）'), { height: 32 }),
        row('核　　对', words('□ 计票结果已当众宣布　　□ 票箱再次开启，票数相同　　□ 没有另存选票'), { height: 32 }),
        row('纸质票和\n测评码条', words('□ 纸质测评票　　　　张　　□ 剩余测评码条　　　　张　　□ 已剪角作废', {}), {
          height: 32,
        }),
        row('销毁方式', words('□ 粉碎　　□ 送保密部门销毁　　□ 封存至复核期满后销毁　　□ 其他：'), { height: 32 }),
        row('备　　注', value(''), { height: 60 }),
        signatureLine(['总监票人', '监票人', '监销人'], 28),
      ],
    })
  },
}

/** The meetings that had a box of ours: counts that came on paper from elsewhere leave nothing to destroy. */
export function boxMeetings({ evaluation }: YearData): readonly Meeting[] {
  return evaluation.meetings.filter(meeting => !meeting.keyed)
}

function meetingTable({ evaluation }: YearData, meeting: Meeting): Content {
  const component = meetingComponent(meeting, evaluation.scheme)
  const rows = meeting.groups.map(group => [
    words(oneLine(component?.groups.find(each => each.id === group.id)?.name ?? group.id, 30)),
    ...[group.printed, group.issued, group.returned, group.printed - group.issued].map(count => value(String(count))),
  ])
  const round = roundWords(meeting, evaluation)
  return {
    stack: [
      {
        text: `${dateWords(meeting.date)}${round === '' ? '' : `（${round}）`}　${oneLine(meeting.place, 40)}`,
        margin: [2, 4, 0, 3],
      },
      {
        layout: 'grid',
        table: {
          widths: ['*', 70, 70, 70, 70],
          heights: 20,
          dontBreakRows: true,
          headerRows: 1,
          body: [['票　种', '印制', '发出', '收回', '剩余'].map(head => label(head)), ...rows],
        },
      },
    ],
    margin: [0, 0, 0, 6],
  }
}
