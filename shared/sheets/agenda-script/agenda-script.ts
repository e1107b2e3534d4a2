import { type BallotComponent, ballotComponents } from '#shared/domain/scheme/scheme.ts'
import { appraisedText } from '#shared/sheets/appraised-text.ts'
import type { Form } from '#shared/sheets/form.ts'
import { blank, dateOrBlank, numberedHeadings, orBlank } from '#shared/sheets/notice/blanks.ts'
import { type CalledMeeting, calledMeetings, roleNames } from '#shared/sheets/notice/called-meetings.ts'
import { type Notice, type NoticeBlock, text } from '#shared/sheets/notice/notice.ts'
import { noticePage } from '#shared/sheets/notice/notice-page.ts'
import { oneLine } from '#shared/sheets/paper/text.ts'
import type { YearData } from '#shared/sheets/year-data.ts'

const title = '主持词'

/** 主持词: what whoever chairs the appraisal meeting says, in the order of the procedure (FORMS.md "Ballots on paper"). */
export const agendaScript: Form = {
  id: 'agenda-script',
  title,
  orientation: 'portrait',
  stage: 'meeting',
  per: 'year',
  notice,
  definition: year => noticePage(year, notice(year), title, year.evaluation.title),
}

function notice(year: YearData): Notice {
  const { evaluation } = year
  const [meeting] = calledMeetings(evaluation)
  const heading = numberedHeadings()
  return {
    title: `${evaluation.year}年度${appraisedText(evaluation)}民主测评会\n主　持　词`,
    remark: `${dateOrBlank(meeting?.date)}${meeting?.time ?? ''}　${orBlank(meeting?.place, 8)}`,
    blocks: [
      text('各位代表、同志们：'),
      text(
        `现在召开${evaluation.year}年度${appraisedText(evaluation)}民主测评会。本次会议对${meeting?.appraised ?? evaluation.instructors.length}名${appraisedText(evaluation)}${evaluation.year}年度履职情况进行无记名测评。`,
      ),
      heading('报告到会人数'),
      ...attendance(year, meeting),
      heading('通过监票人、计票人'),
      text(
        `提名${orBlank(roleNames(meeting, 'chief-teller'), 4)}同志为总监票人，${orBlank(roleNames(meeting, 'teller'), 8)}同志为监票人，${orBlank(roleNames(meeting, 'counter'), 8)}同志为计票人。以上同志均不是本次被测评人员及其亲属。同意的请举手，不同意的请举手，弃权的请举手。通过。`,
      ),
      heading('说明测评办法'),
      ...rules(year, meeting),
      heading('检查并封闭票箱'),
      text('请监票人当众检查票箱，确认无误后封箱；剩余的测评票和测评码条由监票人当众清点、剪角作废。'),
      heading('述职和测评'),
      text(`请被测评人员述职。述职结束后，${votingWords(meeting)}，不得代填、互看。`),
      heading('清点、计票'),
      text(
        '请监票人清点收回的测评票。收回票数不超过发出票数，测评有效；超过的，该票种测评无效，重新测评。请计票人计票，总监票人监督。',
      ),
      heading('宣布计票结果'),
      text('请总监票人宣布计票结果（见计票结果报告单）。'),
      text('本次民主测评会各项议程已全部进行完毕。散会。'),
    ],
  }
}

/** With what the meeting votes: slips are for phones; paper where the plan has some. */
function votingWords(meeting: CalledMeeting | undefined): string {
  if (!meeting?.plan) return '请各位代表独立填写测评票'
  const paper = meeting.groups.some(group => group.paper) ? '，或者填写纸质测评票' : ''
  return `请各位代表凭测评码条用手机独立测评${paper}`
}

function attendance({ evaluation }: YearData, meeting: CalledMeeting | undefined): NoticeBlock[] {
  const groups = ballotComponents(evaluation.scheme).flatMap(component => component.groups)
  return [
    text(quorumWords(meeting)),
    {
      kind: 'table',
      head: ['票种', '参加人员', '应到人数', '实到人数'],
      shares: [1, 4, 1.8, 1.8],
      rows: groups.map(group => {
        const own = meeting?.groups.find(each => each.id === group.id)
        return [group.id, oneLine(group.name, 30), String(own?.expected ?? ''), String(own?.attended ?? '')]
      }),
    },
  ]
}

/** Two thirds present (职代会 rules): said only where it is so. */
function quorumWords(meeting: CalledMeeting | undefined): string {
  const sum = (field: 'expected' | 'attended') =>
    (meeting?.groups ?? []).reduce((total, group) => total + (group[field] ?? 0), 0)
  const [expected, attended] = [sum('expected'), sum('attended')]
  if (attended === 0)
    return `会议应到${expected === 0 ? blank(3) : expected}人，实到${blank(3)}人。（达到应到人数三分之二以上的，宣布）符合规定，可以开会。`
  return 3 * attended >= 2 * expected
    ? `会议应到${expected}人，实到${attended}人，达到应到人数的三分之二以上，符合规定，可以开会。`
    : `会议应到${expected}人，实到${attended}人，未达到应到人数的三分之二。`
}

function rules({ evaluation }: YearData, meeting: CalledMeeting | undefined): NoticeBlock[] {
  return ballotComponents(evaluation.scheme).flatMap(({ scale, groups }) => {
    const peers = groups.filter(group => group.peers).map(group => oneLine(group.name))
    const how =
      scale.kind === 'grades'
        ? `每名被测评人员一行，在${scale.options.map(option => `“${oneLine(option.label, 20)}”`).join('')}中选择一项。一行选两项以上或者无法辨认的，该行无效；不选的为弃权。`
        : `每名被测评人员一行，打${scale.min}至${scale.max}分。无法辨认的，该行无效；不打分的为弃权。`
    return [
      text(
        `测评采用无记名方式，测评票和测评码条不编号、不记名。${how}${limitWords(meeting, scale)}整张无法辨认或作有标记的为废票。`,
      ),
      ...(peers.length === 0 ? [] : [text(`持${peers.join('、')}票的，在本人一行勾选“本人”，不对自己测评。`)]),
    ]
  })
}

/** What makes a whole ballot void by this meeting's own rules: said before the vote, as the ballot says it. */
function limitWords(meeting: CalledMeeting | undefined, scale: BallotComponent['scale']): string {
  const { limits = {}, voidRules = [] } = meeting?.plan ?? {}
  const limited = (scale.kind === 'grades' ? scale.options : []).flatMap(({ id, label }) => {
    const most = limits[id]
    return most === undefined ? [] : [`“${oneLine(label, 20)}”不超过${most}人，超过的整张为废票。`]
  })
  return [...limited, ...(voidRules.includes('all-equal') ? ['全部选同一项的，整张为废票。'] : [])].join('')
}
