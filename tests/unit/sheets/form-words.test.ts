import { describe, expect, it } from 'vitest'
import { renderSheet } from '#electron/host/sheets/render-sheet.ts'
import { fontTable } from '#electron/host/word/font-table.ts'
import { forms } from '#shared/sheets/forms.ts'
import { headline, text } from '#shared/sheets/notice/notice.ts'
import { noticePage } from '#shared/sheets/notice/notice-page.ts'
import { buildPlan } from '#tests/fixtures/build-plan.ts'
import { buildYear } from './build-year.ts'
import { pdfPages, textOf } from './pdf-text.ts'
import { allSheets, dataOf, sheetOf, textsOf } from './sheet-texts.ts'

const words = (id: string, year = dataOf(buildYear(4)), instructor?: string) =>
  textsOf(sheetOf(year, id, instructor)).join('\n')

describe('a meeting that is planned and not held', () => {
  const plan = buildPlan({
    time: '下午2:00',
    roles: [
      { role: 'chief-teller', name: '郑平' },
      { role: 'teller', name: '何洁' },
      { role: 'teller', name: '马军' },
    ],
  })
  const year = dataOf(buildYear(4, { meetings: [], plans: [plan] }))

  // A notice that is sent before the meeting and has blanks for what the plan says.
  it('is called by the notice with its day, place and numbers', () => {
    const notice = words('scheme-notice', year)
    expect(notice).toContain('民主测评会定于2026年12月10日下午2:00在市总工会三楼会议室召开')
    expect(notice).toContain('应到人数\nA\n企业工会代表\n30\n8')
  })

  // Whoever broke a rule that nobody had told loses the whole ballot.
  it('has the rules that void a ballot read out before the vote', () => {
    const strict = { ...plan, limits: { excellent: 3 }, voidRules: ['all-equal' as const] }
    const script = words('agenda-script', dataOf(buildYear(4, { meetings: [], plans: [strict] })))
    expect(script).toContain('“优秀”不超过3人，超过的整张为废票。全部选同一项的，整张为废票。')
    expect(words('agenda-script', year)).not.toContain('整张为废票')
  })

  it('is opened by the script with its tellers', () => {
    const script = words('agenda-script', year)
    expect(script).toContain('提名郑平同志为总监票人，何洁、马军同志为监票人，＿＿＿＿＿＿＿＿同志为计票人。')
    expect(script).toContain('请各位代表凭测评码条用手机独立测评，或者填写纸质测评票')
  })

  // A further round is no meeting that a notice calls.
  it('is called once, whatever rounds follow', () => {
    const again = buildPlan({ id: 'm2', round: 2, date: '2026-12-11', again: { of: 'm1', reason: '收回多于发出' } })
    const both = dataOf(buildYear(4, { meetings: [], plans: [plan, again] }))
    expect(words('scheme-notice', both)).not.toContain('12月11日')
  })
})

describe('the rounds of a vote', () => {
  // The second was headed 第2轮 and the first not at all; one round alone is no round.
  it.each(['ballot-summary', 'turnout-record', 'count-report', 'ballot-destruction'])('are each named on %s', form => {
    const built = buildYear(4)
    const [first] = built.meetings ?? []
    if (!first) throw new Error('no meeting')
    const second = { ...first, id: 'again', round: 2 }
    const both = words(form, dataOf({ ...built, meetings: [first, second] }))
    expect(both).toContain('第1轮')
    expect(both).toContain('第2轮')
    expect(words(form, dataOf(built))).not.toContain('轮')
  })
})

describe('the words of the forms', () => {
  // 共 5 人 beside 2026年度: figures set apart in one place and not in the other.
  it('have no blank between a figure and a Chinese character', () => {
    const uneven = allSheets(dataOf(buildYear(5)))
      .flatMap(textsOf)
      .filter(line => /\p{Script=Han} [\d.]+%?\p{Script=Han}|\d%? \p{Script=Han}/u.test(line))
    expect(uneven).toEqual([])
  })

  // The grade that the union proposed was lost on its way to paper.
  it('tick the grade that a union proposed', () => {
    const year = buildYear(2)
    const [first, ...others] = year.ratings ?? []
    if (!first) throw new Error('no rating')
    const ticked = dataOf({ ...year, ratings: [{ ...first, proposed: 'competent' }, ...others] })
    expect(words('rating-form', ticked, 'i01')).toContain('□ 优秀　　　■ 称职　　　□ 基本称职　　　□ 不称职')
    expect(words('rating-form', ticked, 'i02')).not.toContain('■')
  })
})

describe('a page', () => {
  // The last of a hearing, or of a self-assessment of 400 characters, alone overleaf.
  it.each(['hearing-record', 'self-form', 'result-notice', 'service-receipt'])('holds the whole %s', async form => {
    const year = buildYear(4)
    const decision = { kind: 'change', final: 'incompetent', by: '考评小组', date: '2026-12-20' } as const
    const reason = '连续两年为最低等次，经考评小组集体研究，建议解聘。'
    const decided = dataOf({ ...year, decisions: [{ ...decision, instructor: 'i04', reason }] })
    expect((await renderSheet(sheetOf(decided, form, 'i04'))).pages).toBe(1)
  })

  // A heading whose list begins on the next page: pdfmake does not see it where the list is kept whole.
  it.each([14, 15, 16, 17, 18])('of %i lines does not end with the heading of a list', async lines => {
    const blocks = [
      ...Array.from({ length: lines }, () => text('一行文字。')),
      headline('标题在表上'),
      text('表的说明。'),
      {
        kind: 'table' as const,
        head: ['甲', '乙'],
        shares: [1, 1],
        rows: [
          ['一', '二'],
          ['三', '四'],
        ],
      },
    ]
    const sheet = noticePage(dataOf(buildYear(1)), { title: '通知', remark: null, blocks }, '通知', '')
    const pages = (await pdfPages((await renderSheet(sheet)).bytes)).map(textOf)
    const page = pages.find(each => each.includes('标题在表上'))
    expect(page).toContain('表的说明')
    expect(page).toContain('甲')
  })
})

// A machine without WPS's fonts would set the whole notice in its default one.
it('every Chinese font of a Word notice has another name to fall back on', () => {
  expect(fontTable()).toContain('<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋,')
  expect(forms.some(form => form.notice)).toBe(true)
})
